package import Messages

/// Why a file cannot be read at all, for whoever made it.
package struct ImportProblem: Error {
    /// What is wrong, in one sentence.
    package let message: Text
    /// Where in the file; nil for the file as a whole.
    package let line: Int?
    /// What to do about it.
    package let help: Text?

    init(_ message: Text, line: Int? = nil, help: Text? = nil) {
        self.message = message
        self.line = line
        self.help = help
    }
}

/// What a file may cost, so that a hostile one costs no more.
enum FileLimits {
    static let bytes = 512 << 20
    /// Of what a workbook unpacks to, and against its packed size.
    static let unpackedBytes = 512 << 20
    static let ratio = 300
    static let ratioFromBytes = 8 << 20
    static let sheets = 255
    static let columns = 16_384
    /// Cells, with the empty ones before the last of each row.
    static let cells = 4_000_000
    static let textBytes = 128 << 20
    static let depth = 64

    static func tooLarge(_ zh: String, _ en: String) -> ImportProblem {
        ImportProblem(
            Text("文件太大：\(zh)", "the file is too large: \(en)"), help: Text("拆成几个文件", "split it into several files"))
    }
}

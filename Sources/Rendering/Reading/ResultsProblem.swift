package import Messages

/// Why a file is no results that this program can read.
package struct ResultsProblem: Error {
    private let diagnostic: Diagnostic

    /// For a person who gave the file.
    package func diagnostic(of path: String) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.found = Text(same: path)
        return diagnostic
    }

    /// - Parameter path: the way to the value, as `$.counties[0].county`.
    init(at path: String, expected: Text) {
        diagnostic = Diagnostic(
            .records("J103"), .error, Text("评估结果不完整：\(path)", "the results are not whole: \(path)"), at: nil,
            expected: expected,
            help: ResultsProblem.help)
    }

    init(version: Int, known: Int) {
        diagnostic = Diagnostic(
            .records("J102"), .error, Text("这是第 \(version) 版的评估结果", "these are results of version \(version)"), at: nil,
            expected: Text("第 \(known) 版", "version \(known)"), help: ResultsProblem.help)
    }

    init(notJSON problem: JSONProblem, _ bytes: [UInt8]) {
        let before = bytes.prefix(problem.offset)
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
        diagnostic = Diagnostic(
            .records("J101"), .error,
            Text("第 \(line) 行第 \(column) 字节起不是 JSON", "no JSON from byte \(column) of line \(line) on"),
            at: nil,
            expected: problem.expected, help: ResultsProblem.help)
    }

    private static let help = [Text("用 assess --format json 重新生成", "make it again with assess --format json")]
}

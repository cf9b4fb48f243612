internal import CLibXLSXWriter
internal import Glibc

/// A workbook while it is written, into a temporary file whose bytes it gives back.
final class WorkbookFile {
    typealias Sheet = UnsafeMutablePointer<lxw_worksheet>
    typealias Format = UnsafeMutablePointer<lxw_format>

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private let descriptor: Int32
    private var isFinished = false
    private var names: Set<String> = []

    /// Nil when the system has no room for it.
    init?() {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        var template = Array(((folder.isEmpty ? "/tmp" : folder) + "/zhucun-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let made = workbook_new(path) else {
            close(descriptor)
            unlink(path)
            return nil
        }
        workbook = made
        var properties = lxw_doc_properties()
        properties.created = 946_684_800  // 2000-01-01T00:00:00Z: the same sheets give the same bytes.
        workbook_set_properties(workbook, &properties)
    }

    deinit {
        if !isFinished { lxw_workbook_free(workbook) }
        close(descriptor)
        unlink(path)
    }

    func sheet(_ wish: String) -> Sheet? {
        let plain = String(wish.map { "[]:*?/\\'".contains($0) ? "_" : $0 }.prefix(28))
        var name = plain.isEmpty ? "Sheet1" : plain
        var number = 1
        while !names.insert(name.lowercased()).inserted {
            number += 1
            name = "\(plain)\(number)"
        }
        return workbook_add_worksheet(workbook, name)
    }

    func format(_ fill: (Format) -> Void) -> Format? {
        let format = workbook_add_format(workbook)
        if let format { fill(format) }
        return format
    }

    /// The bytes of the file; nil when it could not be written.
    func finish() -> [UInt8]? {
        isFinished = true
        guard workbook_close(workbook) == LXW_NO_ERROR else { return nil }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
    }
}

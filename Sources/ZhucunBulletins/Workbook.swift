internal import CLibXLSXWriter
internal import Glibc
internal import Messages

/// A workbook that libxlsxwriter holds in memory until it is finished into a temporary file.
final class Workbook {
    let pointer: UnsafeMutablePointer<lxw_workbook>
    let language: Language
    private var names: SheetNames
    private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]
    private let path: String
    private let descriptor: Int32
    private var isFinished = false

    init(_ bulletin: Bulletin) throws(BulletinFailure) {
        language = bulletin.language
        names = SheetNames(language)
        (path, descriptor) = try Workbook.temporaryFile()
        guard let made = workbook_new(path) else {
            close(descriptor)
            unlink(path)
            throw BulletinFailure(diagnostic: BulletinMessages.notWritten("workbook_new"))
        }
        pointer = made
        describe(bulletin)
    }

    deinit {
        if !isFinished { lxw_workbook_free(pointer) }
        close(descriptor)
        unlink(path)
    }

    /// A new sheet, named as the writer wishes as far as Excel allows.
    func addSheet(_ wish: String) throws(BulletinFailure) -> Sheet {
        let name = names.name(wish)
        guard let sheet = workbook_add_worksheet(pointer, name) else {
            throw BulletinFailure(diagnostic: BulletinMessages.notWritten("workbook_add_worksheet \(name)"))
        }
        return Sheet(workbook: self, pointer: sheet, name: name)
    }

    func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
        if let known = formats[style] { return known }
        let format = workbook_add_format(pointer)
        if let format { style.apply(to: format, language) }
        formats[style] = format
        return format
    }

    /// The bytes of the file; the workbook holds nothing afterwards.
    func finish() throws(BulletinFailure) -> [UInt8] {
        isFinished = true
        let error = workbook_close(pointer)
        guard error == LXW_NO_ERROR else {
            throw BulletinFailure(diagnostic: BulletinMessages.notWritten(reason(error)))
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw BulletinFailure(diagnostic: BulletinMessages.notWritten(reason(errno))) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// Title and author; the time of creation is fixed, so that the same bulletin gives the same bytes.
    private func describe(_ bulletin: Bulletin) {
        var properties = lxw_doc_properties()
        properties.created = 946_684_800  // 2000-01-01T00:00:00Z
        let title = strdup(short(bulletin.title(language)))
        let author = strdup(short(bulletin.issuer ?? ""))
        properties.title = title
        properties.author = author
        workbook_set_properties(pointer, &properties)
        free(title)
        free(author)
    }

    /// Excel holds no more in a property.
    private func short(_ text: String) -> String { String(visible(text).prefix(120)) }

    private static func temporaryFile() throws(BulletinFailure) -> (path: String, descriptor: Int32) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        var template = Array(((folder.isEmpty ? "/tmp" : folder) + "/zhucun-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw BulletinFailure(diagnostic: BulletinMessages.notWritten(reason(errno))) }
        return (String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self), descriptor)
    }
}

/// What libxlsxwriter says about an error.
func reason(_ error: lxw_error) -> String {
    lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
}

private func reason(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
}

internal import Files
internal import Glibc
public import Messages

/// Where records come from: a folder of record files, memory, an office's store.
///
/// A source hands out the rows of each kind as its record file has them: words, identifiers and days are text as it came, and are
/// bound by whoever reads, so that one source serves every policy. Rows are made when they are read, so that kinds which no provision
/// needs cost nothing.
///
/// Obligations, tested by `ZhucunTesting.RecordSourceConformance`: the same rows come each time that they are read, by several at once
/// too; they say what the same rows say in files; what cannot be opened throws, and what fails later says why.
public protocol RecordSource: Sendable {
    /// What messages put before a file's name, such as a folder's path.
    var name: String { get }
    /// Opens the records as they are now.
    ///
    /// - Throws: why nothing of it can be read.
    func open() async throws(RecordSourceProblem) -> OpenRecords
}

/// Why a source, or a file of it, cannot be read.
public struct RecordSourceProblem: Error, Equatable {
    /// For people: what the system or the store says.
    public let reason: Text
    /// Whether there is no such source at all, so that its name is likely mistyped.
    package let isMissing: Bool

    /// A problem in words.
    public init(_ reason: Text, isMissing: Bool = false) {
        self.reason = reason
        self.isMissing = isMissing
    }

    /// A problem by the system's number of it.
    package init(errorNumber: Int32) {
        self.init(FileProblem.reason(errorNumber), isMissing: [ENOENT, ENOTDIR].contains(errorNumber))
    }
}

/// The records of a source, ready to be read: which files it has, and what is in them.
public struct OpenRecords: Sendable {
    /// What messages put before a file's name.
    public let name: String
    /// By the names of the files, those of no kind too.
    public let rows: [String: RecordRows]
    /// Why nothing can be read; reported when it is tried.
    let problem: RecordSourceProblem?
    /// Instead of whole files what bears on somebody.
    private(set) var excerpt: Excerpt?

    /// Records that can be read.
    ///
    /// - Parameters:
    ///   - name: what messages put before a file's name.
    ///   - rows: what each file has, by its name, such as `cadres.csv`.
    public init(_ name: String, rows: [String: RecordRows]) {
        self.name = name
        self.rows = rows
        problem = nil
    }

    /// What cannot be read: whoever tries is told why.
    public init(_ name: String, unreadable problem: RecordSourceProblem) {
        self.name = name
        rows = [:]
        self.problem = problem
    }

    /// A source's records; those of one that cannot be opened say so when they are read.
    public init(_ source: some RecordSource) async {
        do throws(RecordSourceProblem) {
            self = try await source.open()
        } catch {
            self.init(source.name, unreadable: error)
        }
    }

    /// What bears on a cadre or team; nil when that cannot be told without reading everything.
    package func around(_ subject: String, _ kinds: [RecordKind], _ options: ReadingOptions) -> OpenRecords? {
        let needed = kinds.filter { rows[$0.file] != nil && options.needs($0) }
        guard let excerpt = Excerpt(around: subject, of: self, needed, jobs: options.jobs) else { return nil }
        var records = self
        records.excerpt = excerpt
        return records
    }

    package func path(of kind: RecordKind) -> String { name + "/" + kind.file }

    func stream(_ file: String) -> ByteStream {
        if let kept = excerpt?.files[file] { return ByteStream(bytes: kept.bytes, encoding: kept.encoding) }
        return rows[file]?.stream ?? ByteStream(bytes: [])
    }
}

/// The rows of one kind, as its record file has them.
public struct RecordRows: Sendable {
    private enum Form: Sendable {
        case file(String)
        case bytes([UInt8])
        case blocks(@Sendable () -> () throws(RecordSourceProblem) -> [UInt8]?)
        case none
    }

    private let form: Form

    /// Those of a record file on disk: it may be read in parts, several at a time.
    public static func file(_ path: String) -> RecordRows { RecordRows(form: .file(path)) }

    /// Those of a record file in memory.
    public static func bytes(_ bytes: [UInt8]) -> RecordRows { RecordRows(form: .bytes(bytes)) }

    /// A record file that is made while it is read, block by block: a store's rows, of which there may be more than memory holds.
    ///
    /// - Parameter open: called each time that the rows are read; what it returns gives the next bytes, of any number, and nil at the
    ///   end.
    public static func blocks(_ open: @escaping @Sendable () -> () throws(RecordSourceProblem) -> [UInt8]?)
        -> RecordRows
    {
        RecordRows(form: .blocks(open))
    }

    /// None: records of the kind were kept, but nothing happened.
    public static let none = RecordRows(form: .none)

    var isNone: Bool { if case .none = form { true } else { false } }

    /// Where the file is on disk; nil for one that is not.
    package var path: String? { if case .file(let path) = form { path } else { nil } }

    var stream: ByteStream {
        switch form {
        case .file(let path): ByteStream(path: path)
        case .bytes(let bytes): ByteStream(bytes: bytes)
        case .blocks(let open): ByteStream(blocks: open())
        case .none: ByteStream(bytes: [])
        }
    }
}

/// A folder of record files, one for each kind.
public struct RecordFolder: RecordSource {
    /// The folder's path.
    public let name: String

    /// A folder; whether it is there shows when it is opened.
    public init(_ path: String) { name = path }

    /// Its records; those of a folder that is not there say so when they are read.
    public var records: OpenRecords {
        do throws(RecordSourceProblem) {
            return try open()
        } catch {
            return OpenRecords(name, unreadable: error)
        }
    }

    /// Lists the folder; its files are opened one by one when they are read.
    public func open() throws(RecordSourceProblem) -> OpenRecords {
        guard let files = listDirectory(name) else { throw RecordSourceProblem(errorNumber: errno) }
        let rows = files.map { ($0, RecordRows.file(name + "/" + $0)) }
        return OpenRecords(name, rows: Dictionary(rows, uniquingKeysWith: { a, _ in a }))
    }
}

/// Record files in memory, as tests of policies have them.
package struct RecordTexts: RecordSource {
    /// What messages put before a file's name.
    public let name: String
    private let rows: [String: RecordRows]

    /// Files by their names; with `none`, the names of files without a row: nothing happened, and it was kept.
    public init(_ name: String, _ files: [String: [UInt8]], none: some Sequence<String> = []) {
        self.name = name
        rows = Dictionary(none.map { ($0, RecordRows.none) }, uniquingKeysWith: { a, _ in a })
            .merging(files.mapValues { .bytes($0) }) { $1 }
    }

    /// The files.
    public func open() -> OpenRecords { OpenRecords(name, rows: rows) }
}

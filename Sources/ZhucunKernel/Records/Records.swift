public import CivilTime
internal import Glibc
public import PolicyYAML
internal import Synchronization

/// A records folder, read: the world, the tables of every kind, and what was wrong in them.
public struct Records: Sendable {
    /// The folder's path, as messages show it.
    public let folder: String
    /// The texts behind the symbols of the tables.
    public let symbols: Symbols
    /// Who is where.
    public let world: World
    /// Every kind that may be there, by name, whether or not the folder has its file.
    public let kinds: [String: RecordKind]
    /// By kind name; streamed kinds hold no rows.
    public let tables: [String: RecordTable]
    /// What was wrong with the files and their rows.
    public internal(set) var diagnostics: Diagnostics
    /// Rows read and refused, by file, in order of file names.
    public let counts: [(file: String, rows: Int, bad: Int)]
    /// By kind name: the rows that could not be used.
    public let refused: [String: RefusedRows]
    /// What was taken of the files of streamed kinds in which every row was good.
    let taken: [TakenFile]

    /// Empty fields that leave open what hangs on them, by file and column.
    public var emptyFields: [EmptyFields] {
        tables.values.sorted { $0.kind.file < $1.kind.file }.flatMap(EmptyFields.count)
    }

    /// The table of a kind; an empty one when the folder has no such file.
    public func table(_ kind: RecordKind) -> RecordTable { tables[kind.name] ?? RecordTable(kind) }
}

/// Where records come from. `load` must give every row exactly once and report every row it refuses; rows of streamed kinds go to
/// a sink, which is made once it is known who is where.
public protocol RecordSource: Sendable {
    /// Reads records of some kinds.
    ///
    /// - Parameters:
    ///   - kinds: every kind that may be there, those before others that others refer to.
    ///   - reading: how they are read, and which of them are needed.
    ///   - makeSink: called once, when it is known who is where; the sink gets the rows of streamed kinds.
    /// - Returns: the records, with what was wrong in them, and the sink with what it took.
    func load<Sink: RecordSink>(
        _ kinds: [RecordKind], _ reading: ReadingOptions, into makeSink: (World, Symbols) -> Sink
    ) -> (Records, Sink)
}

/// How records are read.
public struct ReadingOptions: Sendable {
    /// The vocabulary by which columns of words are read.
    public var words: Words
    /// The zone in whose civil time moments are kept.
    public var zone: CivilZone
    /// Names of the kinds that are needed; the files of others are not opened. Nil: all.
    public var only: Set<String>?
    /// How many parts of a large file at a time; one at least.
    public let jobs: Int
    /// What a run before has taken of the files of streamed kinds: only what is behind that goes to the sink.
    var taken: [TakenFile] = []
    /// Hears how many bytes of a file have been read.
    public var progress: @Sendable (_ file: String, _ done: Int, _ total: Int) -> Void

    /// Options that read every kind.
    ///
    /// - Parameters:
    ///   - words: the vocabulary by which columns of words are read.
    ///   - zone: the zone in whose civil time moments are kept.
    ///   - jobs: how many parts of a large file are read at a time; fewer than 1 count as 1.
    ///   - progress: called from any thread with a file, the bytes read of it, and its size.
    public init(
        words: Words, zone: CivilZone, jobs: Int = 1,
        progress: @escaping @Sendable (String, Int, Int) -> Void = { _, _, _ in }
    ) {
        self.words = words
        self.zone = zone
        self.jobs = max(1, jobs)
        self.progress = progress
    }
}

/// A folder of CSV files, one for each kind: on disk, or in memory for tests of policies.
public struct RecordFolder: RecordSource {
    /// The folder's path, which messages show.
    public let path: String
    private let files: [String: [UInt8]]?
    /// Kinds of which records were kept, but there is none.
    private let empty: EmptyTables
    /// Instead of whole files what bears on somebody.
    let excerpt: Excerpt?

    /// A folder on disk; it is read when records are loaded.
    public init(_ path: String) {
        self.path = path
        files = nil
        empty = EmptyTables([])
        excerpt = nil
    }

    /// What of a folder on disk bears on a cadre or team; nil when that cannot be told without reading everything.
    init?(_ folder: RecordFolder, around subject: String, _ kinds: [RecordKind], _ options: ReadingOptions) {
        guard folder.files == nil, let names = folder.names else { return nil }
        let needed = kinds.filter { names.contains($0.file) && options.only?.contains($0.name) ?? true }
        guard let excerpt = Excerpt(around: subject, of: folder, needed, jobs: options.jobs) else { return nil }
        path = folder.path
        files = nil
        empty = folder.empty
        self.excerpt = excerpt
    }

    /// Files that are there already, by name; `empty`: of what else records were kept without any row.
    public init(files: [String: [UInt8]], empty: EmptyTables = EmptyTables([]), shownAs path: String) {
        self.path = path
        self.files = files
        self.empty = empty
        excerpt = nil
    }

    /// The names of the files; nil when the folder cannot be read.
    var names: [String]? { files.map { $0.keys.sorted() } ?? listDirectory(path) }

    func path(of kind: RecordKind) -> String { path + "/" + kind.file }

    func stream(_ file: String) -> ByteStream {
        if let kept = excerpt?.files[file] { return ByteStream(bytes: kept.bytes, encoding: kept.encoding) }
        return files.flatMap { $0[file] }.map { ByteStream(bytes: $0) } ?? ByteStream(path: path + "/" + file)
    }

    /// Only looks whether the rows are right.
    public func load(_ kinds: [RecordKind], _ options: ReadingOptions) -> Records {
        var (records, places) = load(kinds, options) { world, _ in ShiftedPlaces(world, kinds) }
        places.report(path + "/villages.csv", into: &records.diagnostics)
        return records
    }

    /// Reads the files of the kinds that are needed; files of no kind, missing files and bad rows are reported.
    public func load<Sink: RecordSink>(
        _ kinds: [RecordKind], _ options: ReadingOptions, into makeSink: (World, Symbols) -> Sink
    ) -> (Records, Sink) {
        var diagnostics = Diagnostics()
        let names = names
        if names == nil { diagnostics.report(.noRecordsFolder(path, errorNumber: errno)) }
        var unread = Faults()
        for file in names ?? [] where !kinds.contains(where: { $0.file == file }) {
            let cause = Faults.Cause(kind: .between(.file))
            if unread.count(cause) { unread.show(cause, nil, .unreadFile(file, known: kinds.map(\.file))) }
        }
        unread.report(path, into: &diagnostics)
        let needed = kinds.filter { kind in
            names?.contains(kind.file) == true && options.only?.contains(kind.name) ?? true
        }
        let streamed = needed.filter(\.about.isStreamed)
        let first = kinds.withReferences((RecordKind.whoIsWhere + streamed).map(\.name))
        var reading = FolderReading(
            self, needed.filter { !$0.about.isStreamed }, first: first, options, empty: empty.tables)
        reading.checkBirths(&diagnostics)
        let people = PeopleReading(reading.tables, reading.symbols, divisions: reading.divisions)
        for kind in streamed { StreamedImport.learnWords(of: kind, options.words, &reading.symbols) }
        var sink = makeSink(World(people), reading.symbols)
        let taken = streamed.compactMap { stream($0, options, &reading, &sink) }
        reading.readOthers()
        let world = World(people, listing: ListedReading(kinds, reading.tables, reading.symbols, among: people))
        var checks = Diagnostics()
        for kind in RecordKind.world
        where names != nil && ["village", "cadre", "posting"].contains(kind.name) && reading.tables[kind.name] == nil {
            checks.report(.missingFile(kind, folder: path))
        }
        checks.merge(
            RecordChecks.run(
                world, reading.tables, reading.symbols, folder: path, known: reading.known, kinds: kinds.map(\.name)))
        for kind in needed where !kind.about.isStreamed { diagnostics.merge(reading.found[kind.name] ?? Diagnostics()) }
        diagnostics.merge(checks)
        for kind in streamed { diagnostics.merge(reading.found[kind.name] ?? Diagnostics()) }
        let records = Records(
            folder: path, symbols: reading.symbols, world: world,
            kinds: Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a }), tables: reading.tables,
            diagnostics: diagnostics,
            counts: reading.counts.sorted { $0.file < $1.file }, refused: reading.refused, taken: taken)
        return (records, sink)
    }

    /// Gives the rows of a streamed kind to the sink; whatever is still to be read is read beside them. What was taken of the file; nil
    /// when a run cannot go on from it.
    private func stream<Sink: RecordSink>(
        _ kind: RecordKind, _ options: ReadingOptions, _ reading: inout FolderReading, _ sink: inout Sink
    ) -> TakenFile? {
        let path = path(of: kind)
        let streamed = StreamedImport(kind, shownPath: path, options, known: reading.known.marks, excerpt)
        let before = options.taken.first { $0.kind == kind.name }
        let file = files == nil ? SplitFile(path, jobs: options.jobs, taken: before) : nil
        let begun = sink
        if let before, sink.zonesToSee != 0,
            let again = SplitFile(path, jobs: options.jobs, taken: before, zones: sink.zonesToSee)
        {
            if let read = streamed.split(again, reading.symbols, begun, again: true) {
                sink.join(read.sink)
            } else {
                streamed.again(again, &reading.symbols, &sink, upTo: before)
            }
        }
        let others = Mutex(reading)
        let found: RecordImport
        if let file, before != nil || file.size >= SplitFile.smallest,
            let read = streamed.split(
                file, reading.symbols, begun, goingOnFrom: before, beside: { others.withLock { $0.readOthers() } })
        {
            sink.join(read.sink)
            reading = others.withLock(\.self)
            found = read.found
        } else if let file, let before {
            found = streamed.rest(of: file, &reading.symbols, &sink, goingOnFrom: before)
        } else {
            found = streamed.whole(stream(kind.file), &reading.symbols, &sink)
        }
        reading.note(found)
        guard let file, found.isWithoutFault else { return nil }
        return TakenFile(found, file, options.number(of: kind), goingOnFrom: before)
    }
}

/// Tables of kinds whose records were kept, without a row.
public struct EmptyTables: Sendable {
    fileprivate var tables: [String: RecordTable] = [:]

    /// Empty tables for some kinds.
    public init(_ kinds: [RecordKind]) {
        for kind in kinds {
            var table = RecordTable(kind)
            table.isPresent = true
            tables[kind.name] = table
        }
    }

    /// The same without some kinds.
    public func without(_ names: Set<String>) -> EmptyTables {
        var result = self
        for name in names { result.tables[name] = nil }
        return result
    }
}

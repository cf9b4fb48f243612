public import CivilTime
public import Messages

/// The records of a source, read: the world, the tables of every kind, and what was wrong in them.
public struct Records: Sendable {
    /// What the source is called, as messages show it: a folder's path.
    public let source: String
    /// The texts behind the symbols of the tables.
    public let symbols: Symbols
    /// Who is where.
    public let world: World
    /// Every kind that may be there, by name, whether or not the folder has its file.
    public let kinds: [String: RecordKind]
    /// By kind name; streamed kinds hold no rows.
    package let tables: [String: RecordTable]
    /// What was wrong with the files and their rows.
    public internal(set) var diagnostics: Diagnostics
    /// Rows read and refused, by file, in order of file names.
    public let counts: [(file: String, rows: Int, bad: Int)]
    /// By kind name: the rows that could not be used.
    public let refused: [String: RefusedRows]
    /// What was taken of the files of streamed kinds in which every row was good.
    package let taken: [TakenFile]

    /// Empty fields that leave open what hangs on them, by file and column.
    package var emptyFields: [EmptyFields] {
        tables.values.sorted { $0.kind.file < $1.kind.file }.flatMap(EmptyFields.count)
    }

    /// The table of a kind; an empty one when the folder has no such file.
    public func table(_ kind: RecordKind) -> RecordTable { tables[kind.name] ?? RecordTable(kind) }
}

/// How records are read.
public struct ReadingOptions: Sendable {
    /// The vocabulary by which columns of words are read.
    public var words: Words
    /// The zone in whose civil time moments are kept.
    package var zone: CivilZone
    /// Names of the kinds that are needed; the files of others are not opened. Nil: all.
    public var only: Set<String>?
    /// How many parts of a large file at a time; one at least.
    public let jobs: Int
    /// What a run before has taken of the files of streamed kinds: only what is behind that goes to the sink.
    package var taken: [TakenFile] = []
    /// Hears how many bytes of a file have been read.
    package var progress: @Sendable (_ file: String, _ done: Int, _ total: Int) -> Void

    /// Whether records of a kind are read at all.
    func needs(_ kind: RecordKind) -> Bool { only?.contains(kind.name) ?? true }

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

public import CivilTime
public import PolicyYAML

/// A records folder, read: the world, the tables of every kind, and what was wrong in them.
public struct Records: Sendable {
    public let folder: String
    public let symbols: Symbols
    public let world: World
    /// By kind name; streamed kinds hold no rows.
    public let tables: [String: RecordTable]
    public let diagnostics: Diagnostics
    /// Rows read and refused, by file, in order of file names.
    public let counts: [(file: String, rows: Int, bad: Int)]
    /// What was taken of the files of streamed kinds in which every row was good.
    let taken: [TakenFile]

    /// The table of a kind; an empty one when the folder has no such file.
    public func table(_ kind: RecordKind) -> RecordTable { tables[kind.name] ?? RecordTable(kind) }
}

/// Where records come from. `load` must give every row exactly once and report every row it refuses; rows of streamed kinds go to
/// a sink, after every other kind has been read.
public protocol RecordSource: Sendable {
    func load<Sink: RecordSink>(_ kinds: [RecordKind], _ reading: ReadingOptions, into makeSink: (World, Symbols) -> Sink) -> (Records, Sink)
}

/// How records are read.
public struct ReadingOptions: Sendable {
    public var words: Words
    public var zone: CivilZone
    /// How many parts of a large file at a time.
    public var jobs: Int
    /// What a run before has taken of the files of streamed kinds: only what is behind that goes to the sink.
    var taken: [TakenFile] = []
    /// Hears how many bytes of a file have been read.
    public var progress: @Sendable (_ file: String, _ done: Int, _ total: Int) -> Void

    public init(words: Words, zone: CivilZone, jobs: Int = 1, progress: @escaping @Sendable (String, Int, Int) -> Void = { _, _, _ in }) {
        self.words = words
        self.zone = zone
        self.jobs = jobs
        self.progress = progress
    }
}

/// A folder of CSV files, one for each kind: on disk, or in memory for tests of policies.
public struct RecordFolder: RecordSource {
    public let path: String
    private let files: [String: [UInt8]]?
    /// Kinds of which records were kept, but there is none.
    private let empty: EmptyTables

    public init(_ path: String) {
        self.path = path
        files = nil
        empty = EmptyTables([])
    }

    /// Files that are there already, by name; `empty`: of what else records were kept without any row.
    public init(files: [String: [UInt8]], empty: EmptyTables = EmptyTables([]), shownAs path: String) {
        self.path = path
        self.files = files
        self.empty = empty
    }

    /// The names of the files; nil when the folder cannot be read.
    private var names: [String]? { files.map { $0.keys.sorted() } ?? listDirectory(path) }

    private func stream(_ file: String) -> ByteStream {
        files.flatMap { $0[file] }.map { ByteStream(bytes: $0) } ?? ByteStream(path: path + "/" + file)
    }

    /// Only looks whether the rows are right.
    public func load(_ kinds: [RecordKind], _ reading: ReadingOptions) -> Records { load(kinds, reading) { _, _ in NoSink() }.0 }

    public func load<Sink: RecordSink>(_ kinds: [RecordKind], _ reading: ReadingOptions, into makeSink: (World, Symbols) -> Sink) -> (Records, Sink) {
        var diagnostics = Diagnostics()
        var symbols = Symbols()
        var tables = empty.tables
        var counts: [(file: String, rows: Int, bad: Int)] = []
        var known: [String: Set<Int32>] = [:]
        let files = names
        if files == nil { diagnostics.report(.noRecordsFolder(path)) }
        for file in files ?? [] where !kinds.contains(where: { $0.file == file }) {
            diagnostics.report(.unreadFile(file, known: kinds.map(\.file)))
        }
        func marks(_ type: ColumnType) -> [Bool]? {
            let sets: [Set<Int32>]
            switch type {
            case .reference(let kind): sets = [known[kind] ?? []]
            case .subject: sets = Array(known.values)
            default: return nil
            }
            var marks = [Bool](repeating: false, count: symbols.count)
            for number in sets.joined() { marks[Int(number)] = true }
            return marks
        }
        func note(_ found: RecordImport) {
            diagnostics.merge(found.diagnostics)
            counts.append((found.kind.file, found.rowCount, found.badRows))
            tables[found.kind.name] = found.table
        }
        func read(_ kind: RecordKind) {
            guard files?.contains(kind.file) == true else { return }
            var found = RecordImport(kind: kind, shownPath: path + "/" + kind.file, known: marks)
            var fields = FieldReader(kind, words: reading.words, zone: reading.zone)
            found.run(stream(kind.file), &fields, &symbols) { _, _ in }
            note(found)
            var table = found.table
            table.sort(symbols)
            tables[kind.name] = table
            guard let identifier = kind.identifier, kind.about.isSubject else { return }
            known[kind.name] = Set(table.columns[identifier].map { Symbol(raw: $0).number })
            if kind.name == SubjectKind.village.rawValue {
                known[SubjectKind.division.rawValue] = Set(Division.codes(of: table.columns[identifier].map { symbols.text(Symbol(raw: $0)) }).map { symbols.intern($0).number })
            }
        }
        for kind in kinds where !kind.about.isStreamed { read(kind) }
        if files != nil {
            for kind in RecordKind.world where ["village", "cadre", "posting"].contains(kind.name) && tables[kind.name] == nil {
                diagnostics.report(.missingFile(kind, folder: path))
            }
        }
        let world = World(tables, symbols, listed: kinds.filter(\.about.isSubject))
        diagnostics.merge(RecordChecks.run(world, tables, symbols, folder: path, known: known, kinds: kinds.map(\.name)))
        let streamed = kinds.filter { $0.about.isStreamed && files?.contains($0.file) == true }
        for kind in streamed { StreamedImport.learnWords(of: kind, reading.words, &symbols) }
        var sink = makeSink(world, symbols)
        var taken: [TakenFile] = []
        for kind in streamed {
            let path = path + "/" + kind.file
            let streamed = StreamedImport(kind, shownPath: path, reading, known: marks)
            let before = reading.taken.first { $0.kind == kind.name }
            let file = self.files == nil ? SplitFile(path, jobs: max(1, reading.jobs), taken: before) : nil
            let found: RecordImport
            let begun = sink
            if let before, sink.zonesToSee != 0, let again = SplitFile(path, jobs: max(1, reading.jobs), taken: before, zones: sink.zonesToSee) {
                if let read = streamed.split(again, symbols, begun) { sink.join(read.sink) }
            }
            if let file, before != nil || file.size >= SplitFile.smallest, let read = streamed.split(file, symbols, begun, goingOnFrom: before) {
                sink.join(read.sink)
                found = read.found
            } else if let file, let before {
                found = streamed.rest(of: file, &symbols, &sink, goingOnFrom: before)
            } else {
                found = streamed.whole(stream(kind.file), &symbols, &sink)
            }
            note(found)
            if let file, found.isWithoutFault {
                TakenFile(path, kind: kind.name, size: file.size, rows: found.rowCount, lines: found.lineCount, zoneSize: file.zoneSize).map { taken.append($0) }
            }
        }
        let records = Records(
            folder: path, symbols: symbols, world: world, tables: tables, diagnostics: diagnostics, counts: counts.sorted { $0.file < $1.file },
            taken: taken)
        return (records, sink)
    }
}

/// Tables of kinds whose records were kept, without a row.
public struct EmptyTables: Sendable {
    fileprivate var tables: [String: RecordTable] = [:]

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

/// What can be wrong between rows.
enum RecordChecks {
    static func run(_ world: World, _ tables: [String: RecordTable], _ symbols: Symbols, folder: String, known: [String: Set<Int32>], kinds: [String]) -> Diagnostics {
        var diagnostics = Diagnostics()
        for cadre in world.cadres {
            if cadre.postings.isEmpty {
                diagnostics.report(.cadreWithoutPosting(cadre.id, file: folder + "/cadres.csv", line: cadre.line))
            }
            for (first, second) in zip(cadre.postings, cadre.postings.dropFirst()) {
                let (a, b) = (world.postings[first], world.postings[second])
                if a.days.intersection(b.days) != nil {
                    diagnostics.report(.overlappingPostings(cadre.id, a, b, file: folder + "/postings.csv", lines: (a.line, b.line)))
                }
            }
        }
        for village in world.villages where village.place == nil {
            diagnostics.report(.villageWithoutPlace(village.code, file: folder + "/villages.csv", line: village.line))
        }
        let subjects = known.keys.sorted()
        for (index, kind) in subjects.enumerated() {
            for other in subjects[(index + 1)...] {
                for symbol in (known[kind] ?? []).intersection(known[other] ?? []).sorted() {
                    diagnostics.report(.sharedIdentifier(symbols.text(Symbol(symbol)), [kind, other]))
                }
            }
        }
        if let coverage = tables["coverage"] {
            let column = CoverageRecords.declared().kind
            for row in 0..<coverage.count {
                guard let kind = coverage[column, row].map(symbols.text), !kinds.contains(kind) else { continue }
                diagnostics.report(.unknownCoveredKind(kind, known: kinds, file: folder + "/coverage.csv", line: Int(coverage.lines[row])))
            }
        }
        if let leaves = tables["leave"] { overlaps(leaves, symbols, folder, &diagnostics) }
        return diagnostics
    }

    private static func overlaps(_ table: RecordTable, _ symbols: Symbols, _ folder: String, _ diagnostics: inout Diagnostics) {
        let columns = Leaves.declared()
        for row in 0..<table.count {
            let next = row + 1
            guard next < table.count, table[columns.cadre, row] == table[columns.cadre, next], let to = table[columns.to, row],
                let from = table[columns.from, next], from <= to, let cadre = table[columns.cadre, row],
                let first = table[columns.leave, row], let second = table[columns.leave, next]
            else { continue }
            diagnostics.report(
                .overlappingLeaves(symbols.text(cadre), symbols.text(first), symbols.text(second), file: folder + "/leaves.csv", line: Int(table.lines[next])))
        }
    }
}

/// Only the column that tells which profile applies.
private struct VillageCodes: RecordColumns {
    static let about = RecordAbout(name: "village", file: "villages.csv", title: Villages.about.title)
    let village: Column<Symbol>

    init(_ c: inout ColumnDeclarations) {
        village = c.required("village", "村代码", .identifier, Text("12 位行政区划代码", "the 12-digit division code"))
    }
}

extension RecordFolder {
    /// The villages' division codes, read before anything else is known; problems are reported by the reading proper.
    func villageCodes() -> [String] {
        guard let zone = CivilZone("+00:00") else { return [] }
        let kind = RecordKind(VillageCodes.self)
        var fields = FieldReader(kind, words: Words(), zone: zone)
        var symbols = Symbols()
        var reading = RecordImport(kind: kind, shownPath: path + "/" + kind.file, known: { _ in nil })
        reading.run(stream(kind.file), &fields, &symbols) { _, _ in }
        let column = VillageCodes.declared().village
        return (0..<reading.table.count).compactMap { reading.table[column, $0].map(symbols.text) }.sorted()
    }
}

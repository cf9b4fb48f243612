import Messages

/// Records while they are read: first what says who is where, then everything else.
struct RecordReading: Sendable {
    private let records: OpenRecords
    private let options: ReadingOptions
    var symbols = Symbols()
    private(set) var tables: [String: RecordTable]
    private(set) var known = KnownIdentifiers()
    /// The codes of the divisions that hold villages.
    private(set) var divisions: [String] = []
    private(set) var counts: [(file: String, rows: Int, bad: Int)] = []
    /// What was wrong in a kind's file, by its name.
    private(set) var found: [String: Diagnostics] = [:]
    private(set) var refused: [String: RefusedRows] = [:]
    /// Kinds that nothing waits for, not read yet.
    private var others: [RecordKind]

    /// `kinds`: those that are kept and have a file. `first`: names of those that others wait for. `empty`: those of which records
    /// were kept, but there is none.
    init(
        _ records: OpenRecords, _ kinds: [RecordKind], first: Set<String>, _ options: ReadingOptions,
        empty: [RecordKind]
    ) {
        self.records = records
        self.options = options
        tables = Dictionary(
            empty.map { ($0.name, RecordTable(keptWithoutRows: $0)) }, uniquingKeysWith: { a, _ in a })
        others = kinds.filter { !first.contains($0.name) }
        for kind in kinds where first.contains(kind.name) { read(kind) }
    }

    mutating func readOthers() {
        for kind in others { read(kind) }
        others = []
    }

    private mutating func read(_ kind: RecordKind) {
        // What is whole beside an excerpt may name those who are not in it.
        let isWhole = records.excerpt.map { $0.files[kind.file] == nil } ?? false
        var file = RecordImport(
            kind: kind, shownPath: records.path(of: kind), known: isWhole ? { _ in nil } : known.marks)
        file.lines = records.excerpt?.files[kind.file]?.lines
        var fields = FieldReader(kind, words: options.words, zone: options.zone)
        file.run(records.stream(kind.file), &fields, &symbols) { _, _ in }
        note(file)
        guard let identifier = kind.identifier, kind.about.isSubject else { return }
        let names = (0..<file.table.count).map { Symbol(raw: file.table.columns[identifier][$0]) }
        known.add(names, to: kind.name)
        guard kind.name == SubjectKind.village.rawValue else { return }
        divisions = Division.codes(of: names.map(symbols.text))
        known.add(divisions.map { symbols.intern($0) }, to: SubjectKind.division.rawValue)
    }

    /// See ``Births``.
    mutating func checkBirths(_ diagnostics: inout Diagnostics) {
        Births.check(&tables, symbols, path: records.name + "/cadres.csv", into: &diagnostics)
    }

    /// Keeps what was read of a file.
    mutating func note(_ file: RecordImport) {
        found[file.kind.name] = file.diagnostics
        refused[file.kind.name] = file.refused.isEmpty ? nil : file.refused
        counts.append((file.kind.file, file.rowCount, file.badRows))
        tables[file.kind.name] = file.table
    }
}

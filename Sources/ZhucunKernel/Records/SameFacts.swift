import PolicyYAML

/// Finds what rows of a table tell twice: the same fact in the same words, or in words that contradict each other.
struct SameFacts {
    private let table: RecordTable
    private let symbols: Symbols
    private let path: String
    /// The columns of the identity, with whether an empty field of it is a value of its own.
    private let identity: [(column: Int, canBeEmpty: Bool)]
    /// The columns that can disagree: all others but the row's own number.
    private let told: [Int]
    private var faults = Faults()
    private var repeated: [Int32] = []

    /// Nil for a kind that has none but its own numbers, which no two rows share.
    private init?(_ table: RecordTable, _ symbols: Symbols, _ path: String) {
        let kind = table.kind
        let columns = kind.about.identity.compactMap { kind.index(of: $0) }
        guard !kind.about.isStreamed, !columns.isEmpty, columns != [kind.identifier] else { return nil }
        self.table = table
        self.symbols = symbols
        self.path = path
        identity = columns.map { ($0, kind.columns[$0].empty != .unknown) }
        told = kind.columns.indices.filter { !columns.contains($0) && $0 != kind.identifier && !kind.columns[$0].type.isDerived }
    }

    static func check(_ table: RecordTable, _ symbols: Symbols, path: String, into diagnostics: inout Diagnostics) {
        guard var facts = SameFacts(table, symbols, path) else { return }
        facts.run()
        if let first = facts.repeated.min() {
            diagnostics.report(.toldAgain(table.kind, facts.repeated.count, at: Location(path: path, line: Int(first), column: 1, endColumn: 1, lineText: "")))
        }
        facts.faults.report(path, table.kind.columns.map(\.name), into: &diagnostics)
    }

    /// Rows stand in the order of the first whom they name: the same facts are told within a stretch of one name.
    private mutating func run() {
        guard let subject = table.kind.naming.first, identity.contains(where: { $0.column == subject }) else { return compare(0..<table.count) }
        var start = 0
        while start < table.count {
            var end = start + 1
            while end < table.count, table.columns[subject][end] == table.columns[subject][start] { end += 1 }
            if end - start > 1 { compare(start..<end) }
            start = end
        }
    }

    private mutating func compare(_ rows: Range<Int>) {
        var first: [[Int64]: Int] = [:]
        for row in rows {
            var key: [Int64] = []
            for (column, canBeEmpty) in identity where canBeEmpty || table.columns[column][row] != RecordTable.missing { key.append(table.columns[column][row]) }
            guard key.count == identity.count else { continue }
            guard let before = first[key] else {
                first[key] = row
                continue
            }
            note(before, row)
        }
    }

    private mutating func note(_ before: Int, _ row: Int) {
        let columns = told.filter { table.columns[$0][before] != table.columns[$0][row] }
        guard let column = columns.first else {
            repeated.append(max(table.lines[before], table.lines[row]))
            return
        }
        let cause = Faults.Cause(kind: .between(.contradiction), column: column)
        guard faults.count(cause) else { return }
        let lines = [table.lines[before], table.lines[row]].map(Int.init).sorted()
        let places = lines.map { Location(path: path, line: $0, column: 1, endColumn: 1, lineText: "") }
        var found = Diagnostic.toldTwoWays(table.kind, columns.map { table.kind.columns[$0].name }, lines[0], at: places[1], other: places[0])
        found.record = table.reference(row, symbols).description
        faults.show(cause, nil, found)
    }
}

extension RecordTable {
    /// What a row is called, wherever it stands.
    func reference(_ row: Int, _ symbols: Symbols) -> RecordReference {
        if let identifier = kind.identifier, let own = text(identifier, row, symbols) { return RecordReference(kind, identifier: own) }
        return RecordReference(kind, content: kind.columns.indices.map { column in
            kind.columns[column].type.isSymbol ? text(column, row, symbols) ?? "" : "\(columns[column][row])"
        })
    }
}

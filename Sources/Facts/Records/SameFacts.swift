import Messages

/// Tells what rows of a table say twice: the same fact in the same words, or in words that contradict each other.
struct SameFacts {
    private let table: RecordTable
    private let symbols: Symbols
    private let path: String
    /// The columns that can disagree: all that are not of the identity, but the row's own number.
    private let told: [Int]
    private var faults = Faults()
    private var repeated: [Int32] = []

    static func check(_ table: RecordTable, _ symbols: Symbols, path: String, into diagnostics: inout Diagnostics) {
        // What declares no identity is told twice only where everything is the same, which may well be so.
        guard !table.kind.identity.isEmpty, !table.twins.facts.isEmpty else { return }
        var facts = SameFacts(table, symbols, path)
        for rows in table.twins.facts { rows.dropFirst().forEach { facts.note(rows[0], $0) } }
        if let first = facts.repeated.min() {
            diagnostics.report(
                .toldAgain(
                    table.kind, facts.repeated.count,
                    at: Location(path: path, line: Int(first), column: 1, endColumn: 1, lineText: "")))
        }
        facts.faults.report(path, table.kind.columns.map(\.name), into: &diagnostics)
    }

    private init(_ table: RecordTable, _ symbols: Symbols, _ path: String) {
        let kind = table.kind
        self.table = table
        self.symbols = symbols
        self.path = path
        told = kind.columns.indices.filter {
            !kind.identity.contains($0) && $0 != kind.identifier && !kind.columns[$0].type.isDerived
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
        var found = Diagnostic.toldTwoWays(
            table.kind, columns.map { table.kind.columns[$0].name }, lines[0], at: places[1], other: places[0])
        found.record = table.reference(row, symbols).description
        faults.show(cause, nil, found)
    }
}

extension RecordTable {
    /// What a row is called, wherever it stands.
    package func reference(_ row: Int, _ symbols: Symbols) -> RecordReference {
        if let identifier = kind.identifier, let own = text(identifier, row, symbols) {
            return RecordReference(kind, identifier: own)
        }
        return RecordReference(
            kind,
            content: kind.columns.indices.map { column in
                kind.columns[column].type.isSymbol ? text(column, row, symbols) ?? "" : "\(columns[column][row])"
            })
    }
}

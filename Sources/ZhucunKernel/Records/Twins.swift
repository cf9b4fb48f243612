/// Which rows of a table tell the same fact, by the identity that their kind declares. Most tables have none that do.
struct Twins: Sendable {
    /// A row that says the same as others, or may.
    enum Place: Sendable {
        /// One of the rows of a fact, by its number in ``facts``.
        case fact(Int)
        /// A part of its identity is empty: it may tell what other rows with the same other parts tell, and may not. Of rows that may
        /// be one the number is the same; `isAlone`: no row among them has all parts.
        case loose(Int, isAlone: Bool)
    }

    /// The rows of each fact that is told more than once, in the order of the table.
    private(set) var facts: [[Int]] = []
    private var places: [Int: Place] = [:]

    var isEmpty: Bool { places.isEmpty }

    func place(of row: Int) -> Place? { places[row] }

    /// None.
    init() {}

    /// Of a table in its order, in which rows about one subject and day stand together.
    init(_ table: RecordTable, _ symbols: Symbols) {
        let declared = table.kind.identity
        guard declared != [table.kind.identifier] else { return }
        // Of kinds that declare none, rows that agree in everything but their own number are one.
        let columns = table.kind.columns
        let identity = declared.isEmpty ? columns.indices.filter { $0 != table.kind.identifier && !columns[$0].type.isDerived } : declared
        let together = [table.kind.naming.first, table.kind.date].compactMap(\.self).prefix { identity.contains($0) }
        let parts = identity.filter { !together.contains($0) }
        // Parts that may be empty without saying what they are.
        let open = declared.filter { parts.contains($0) && columns[$0].empty == .unknown && !columns[$0].isRequired }
        guard !together.isEmpty else { return }
        var start = 0
        for row in 1..<max(1, table.count + 1) {
            if row < table.count, together.allSatisfy({ table.columns[$0][row] == table.columns[$0][row - 1] }) { continue }
            if row - start > 1 { add(Array(start..<row), table, parts, open: open, symbols) }
            start = row
        }
    }

    /// Rows about one subject and day.
    private mutating func add(_ rows: [Int], _ table: RecordTable, _ parts: [Int], open: [Int], _ symbols: Symbols) {
        let sure = parts.filter { !open.contains($0) }
        for kin in Twins.groups(of: rows, table, sure, symbols) where kin.count > 1 {
            let loose = kin.filter { row in open.contains { table.columns[$0][row] == RecordTable.missing } }
            let whole = loose.isEmpty ? kin : kin.filter { !loose.contains($0) }
            for row in loose { places[row] = .loose(kin[0], isAlone: whole.isEmpty) }
            for fact in open.isEmpty ? [whole] : Twins.groups(of: whole, table, open, symbols) where fact.count > 1 {
                for row in fact { places[row] = .fact(facts.count) }
                facts.append(fact)
            }
        }
    }

    /// Rows by what some columns say, in the order of each group's first row.
    private static func groups(of rows: [Int], _ table: RecordTable, _ columns: [Int], _ symbols: Symbols) -> [[Int]] {
        guard !columns.isEmpty, rows.count > 1 else { return rows.isEmpty ? [] : [rows] }
        let standing = columns.map { table.kind.columns[$0].stands.flatMap(symbols.find)?.number }
        func key(_ row: Int) -> [Int64] {
            zip(columns, standing).map { column, word in
                let raw = table.columns[column][row]
                return raw == RecordTable.missing ? word.map(Int64.init) ?? raw : raw
            }
        }
        var places: [[Int64]: Int] = [:]
        var groups: [[Int]] = []
        for row in rows {
            let key = key(row)
            if let place = places[key] {
                groups[place].append(row)
            } else {
                places[key] = groups.count
                groups.append([row])
            }
        }
        return groups
    }
}

extension RecordKind {
    /// Where the columns stand by which two rows say the same.
    var identity: [Int] { about.identity.compactMap { index(of: $0) } }
}

/// Which rows of a table tell the same fact, by the identity that their kind declares. Most tables have none that do.
package struct Twins: Sendable {
    /// A row that says the same as others, or may.
    package enum Place: Sendable {
        /// One of the rows of a fact, by its number in ``facts``.
        case fact(Int)
        /// A part of its identity is empty: it may tell what other rows with the same other parts tell, and may not. Of rows that may
        /// be one the number is the same; `isAlone`: no row among them has all parts.
        case loose(Int, isAlone: Bool)
    }

    /// The rows of each fact that is told more than once, in the order of the table.
    package private(set) var facts: [[Int]] = []
    private var places: [Int: Place] = [:]
    /// The rows that have a place, bit by bit: nearly all have none, and each is asked for again and again.
    private var marked: [UInt64] = []

    var isEmpty: Bool { places.isEmpty }

    package func place(of row: Int) -> Place? { isMarked(row) ? places[row] : nil }

    /// Whether any of some rows has a place.
    package func contains(anyOf rows: [Int]) -> Bool { !isEmpty && rows.contains(where: isMarked) }

    private func isMarked(_ row: Int) -> Bool {
        row >> 6 < marked.count && marked[row >> 6] >> UInt64(row & 63) & 1 == 1
    }

    /// None.
    init() {}

    /// Of a table in its order, in which rows about one subject and day stand together.
    init(_ table: RecordTable, _ symbols: Symbols, _ words: Words) {
        guard var search = TwinSearch(table, symbols, words) else { return }
        search.stretches { rows in
            for kin in search.kin(of: rows) { add(kin, search) }
        }
        guard let last = places.keys.max() else { return }
        marked = Array(repeating: 0, count: last >> 6 + 1)
        for row in places.keys { marked[row >> 6] |= 1 << UInt64(row & 63) }
    }

    /// Rows that agree in all parts of their identity that are never empty.
    private mutating func add(_ kin: [Int], _ search: TwinSearch) {
        let loose = kin.filter(search.isLoose)
        let whole = loose.isEmpty ? kin : kin.filter { !loose.contains($0) }
        for row in loose { places[row] = .loose(kin[0], isAlone: whole.isEmpty) }
        for fact in search.told(by: whole) where fact.count > 1 {
            for row in fact { places[row] = .fact(facts.count) }
            facts.append(fact)
        }
    }
}

/// Looks for rows of a table that have one identity. Nearly always there are none, so that numbers made of the parts (hashes) are
/// compared before the parts.
private struct TwinSearch {
    private let table: RecordTable
    /// The columns by which rows stand together, those of the identity's other parts that always say what they are, and those that may
    /// be empty without saying it.
    private let together: [Int]
    private let sure: [Int]
    private let open: [Int]
    private var many: (column: Int, words: Set<Int64>)?
    private var hashes: [Int] = []

    /// Nil for a kind of which no two rows can be one.
    init?(_ table: RecordTable, _ symbols: Symbols, _ words: Words) {
        let kind = table.kind
        guard kind.identity != [kind.identifier] else { return nil }
        self.table = table
        // Of kinds that declare none, rows that agree in everything but their own number are one.
        let identity =
            kind.identity.isEmpty
            ? kind.columns.indices.filter { $0 != kind.identifier && !kind.columns[$0].type.isDerived } : kind.identity
        together = [kind.naming.first, kind.date].compactMap(\.self).prefix { identity.contains($0) }
        guard !together.isEmpty else { return nil }
        let parts = identity.filter { [together] in !together.contains($0) }
        open = kind.identity.filter {
            parts.contains($0) && kind.columns[$0].empty == .unknown && !kind.columns[$0].isRequired
        }
        sure = parts.filter { [open] in !open.contains($0) }
        if let column = identity.first(where: { kind.columns[$0].manyOf != nil }),
            let group = kind.columns[column].manyOf
        {
            let named = words.many(in: group).compactMap { symbols.find($0) }.map { Int64($0.number) }
            if !named.isEmpty { many = (column, Set(named)) }
        }
    }

    /// Runs of rows about one subject and day.
    func stretches(_ take: (Range<Int>) -> Void) {
        var start = 0
        for row in 1..<max(1, table.count + 1) {
            if row < table.count, together.allSatisfy({ table.columns[$0][row] == table.columns[$0][row - 1] }) {
                continue
            }
            if row - start > 1 { take(start..<row) }
            start = row
        }
    }

    /// What a part of a row's identity is. A period that is not named is that of the date.
    private func part(_ column: Int, _ row: Int) -> Int64 {
        let raw = table.columns[column][row]
        guard raw == RecordTable.missing else { return raw }
        if column == table.kind.period, let date = table.kind.date { return ~(table.columns[date][row] &+ 1 << 40) }
        return raw
    }

    func isLoose(_ row: Int) -> Bool { open.contains { table.columns[$0][row] == RecordTable.missing } }

    /// Each of the many tells a fact of his own.
    private func isOneOfMany(_ row: Int) -> Bool {
        many.map { $0.words.contains(table.columns[$0.column][row]) } ?? false
    }

    mutating func kin(of rows: Range<Int>) -> [[Int]] {
        hashes.removeAll(keepingCapacity: true)
        for row in rows {
            var hash = 0
            for column in sure {
                hash = (hash ^ Int(truncatingIfNeeded: part(column, row))) &* 0x1E37_79B9_7F4A_7C15 &+ hash >> 29
            }
            hashes.append(hash)
        }
        hashes.sort()
        guard zip(hashes, hashes.dropFirst()).contains(where: ==) else { return [] }
        return groups(of: rows.filter { !isOneOfMany($0) }, by: sure).filter { $0.count > 1 }
    }

    /// Rows by the fact that they tell.
    func told(by rows: [Int]) -> [[Int]] { open.isEmpty ? [rows] : groups(of: rows, by: open) }

    /// Rows by what some columns say, in the order of each group's first row.
    private func groups(of rows: [Int], by columns: [Int]) -> [[Int]] {
        guard !columns.isEmpty, rows.count > 1 else { return rows.isEmpty ? [] : [rows] }
        var places: [[Int64]: Int] = [:]
        var groups: [[Int]] = []
        for row in rows {
            let key = columns.map { part($0, row) }
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
    package var identity: [Int] { about.identity.compactMap { index(of: $0) } }
}

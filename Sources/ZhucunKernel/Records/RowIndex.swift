/// Which rows of a table name whom, by the number of the identifier's symbol.
struct RowIndex: Sendable {
    /// The lowest number that is named.
    private var lowest: Int32 = 0
    /// Where the group of each number from the lowest on begins; the last one's end at the end. Before the first stand the rows
    /// that name nobody.
    private var starts: [Int32]
    /// Rows, group by group; nil when they stand so in the table.
    private(set) var rows: [Int32]?

    /// `column`: the one that names somebody; nil for a kind without any.
    init(_ column: ColumnValues?, count: Int) {
        guard let column, let named = column.bounds else {
            starts = [Int32(count)]
            return
        }
        lowest = Int32(truncatingIfNeeded: named.lowerBound)
        // Of each row the number of its group from 1 on.
        let first = named.lowerBound - 1
        func group(_ row: Int) -> Int { column[row] == RecordTable.missing ? 0 : Int(column[row] - first) }
        var ends = [Int32](repeating: 0, count: Int(named.upperBound - first) + 1)
        var isInOrder = true
        var last = 0
        for row in 0..<count {
            let group = group(row)
            ends[group] += 1
            if group < last { isInOrder = false }
            last = group
        }
        RowIndex.sum(&ends)
        starts = ends
        guard !isInOrder else { return }
        var rows = [Int32](repeating: 0, count: count)
        for row in (0..<count).reversed() {
            let group = group(row)
            ends[group] -= 1
            rows[Int(ends[group])] = Int32(row)
        }
        self.rows = rows
    }

    /// Of a table in order that names several. `parts`: the identifiers in a text of several.
    init(_ columns: [ColumnValues], parts: [Int32: [Int32]], count: Int, in order: RowOrder) {
        var pairs: [(name: Int32, row: Int32)] = []
        for row in 0..<count {
            for column in columns where column[row] != RecordTable.missing {
                let name = Symbol(raw: column[row]).number
                for number in parts[name] ?? [name] { pairs.append((number, Int32(row))) }
            }
        }
        lowest = pairs.lazy.map(\.name).min() ?? 0
        let highest = pairs.lazy.map(\.name).max() ?? -1
        var ends = [Int32](repeating: 0, count: Int(highest - lowest) + 2)
        for pair in pairs { ends[Int(pair.name - lowest) + 1] += 1 }
        RowIndex.sum(&ends)
        starts = ends
        var rows = [Int32](repeating: 0, count: pairs.count)
        for pair in pairs.reversed() {
            let group = Int(pair.name - lowest) + 1
            ends[group] -= 1
            rows[Int(ends[group])] = pair.row
        }
        self.rows = rows
        sort(by: order)
    }

    private static func sum(_ counts: inout [Int32]) {
        for group in 1..<counts.count { counts[group] += counts[group - 1] }
    }

    private func range(_ group: Int) -> Range<Int> { (group == 0 ? 0 : Int(starts[group - 1]))..<Int(starts[group]) }

    /// Puts each group in order.
    mutating func sort(by order: RowOrder) {
        for group in starts.indices {
            let range = range(group)
            guard range.count > 1, !isInOrder(range, order) else { continue }
            if rows == nil { rows = Array(0..<(starts.last ?? 0)) }
            rows?.withUnsafeMutableBufferPointer { $0[range].sort { order.isBefore(Int($0), Int($1)) } }
        }
    }

    private func isInOrder(_ range: Range<Int>, _ order: RowOrder) -> Bool {
        for place in range.dropFirst() where order.isBefore(row(place), row(place - 1)) { return false }
        return true
    }

    private func row(_ place: Int) -> Int { rows.map { Int($0[place]) } ?? place }

    /// Says that the table stands in this order now.
    mutating func noteOrdered() { rows = nil }

    func rows(naming number: Int32) -> [Int] {
        let group = Int(number) - Int(lowest) + 1
        guard group > 0, group < starts.count else { return [] }
        let range = range(group)
        guard let rows else { return Array(range) }
        // A row that names somebody twice is one row.
        var named: [Int] = []
        for place in range where named.last != Int(rows[place]) { named.append(Int(rows[place])) }
        return named
    }
}

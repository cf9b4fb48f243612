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
        func each(_ take: (_ name: Int64, _ row: Int) -> Void) {
            for row in (0..<count).reversed() {
                for column in columns where column[row] != RecordTable.missing {
                    let name = column[row]
                    guard !parts.isEmpty, let several = parts[Symbol(raw: name).number] else {
                        take(name, row)
                        continue
                    }
                    for part in several { take(Int64(part), row) }
                }
            }
        }
        let names =
            (columns.compactMap(\.bounds).flatMap { [$0.lowerBound, $0.upperBound] }
            + parts.values.joined().map(Int64.init)).sorted()
        guard let least = names.first, let greatest = names.last else {
            starts = [0]
            return
        }
        lowest = Int32(truncatingIfNeeded: least)
        var ends = [Int32](repeating: 0, count: Int(greatest - least) + 2)
        each { name, _ in ends[Int(name - least) + 1] += 1 }
        RowIndex.sum(&ends)
        starts = ends
        var rows = [Int32](repeating: 0, count: Int(ends.last ?? 0))
        each { name, row in
            let group = Int(name - least) + 1
            ends[group] -= 1
            rows[Int(ends[group])] = Int32(row)
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
        var packed: PackedRowOrder?
        for group in starts.indices {
            let range = range(group)
            guard range.count > 1, !isInOrder(range, order) else { continue }
            if rows == nil { rows = Array(0..<(starts.last ?? 0)) }
            let sooner = packed ?? order.packed()
            packed = sooner
            rows?.withUnsafeMutableBufferPointer { $0[range].sort { sooner.isBefore(Int($0), Int($1)) } }
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

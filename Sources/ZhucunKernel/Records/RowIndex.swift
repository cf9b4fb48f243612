/// Which rows of a table name whom, by the number of the identifier's symbol.
struct RowIndex: Sendable {
    /// Rows, grouped by whom they name, each group in order.
    private var rows: [Int32] = []
    private var ranges: [Int32: Range<Int32>] = [:]

    init() {}

    /// `columns`: those that name somebody. `parts`: the identifiers in a text of several. `isBefore`: the order of the rows; nil
    /// for that of the table.
    init(columns: [[Int64]], parts: [Int32: [Int32]], isBefore: ((Int, Int) -> Bool)?) {
        var pairs: [UInt64] = []
        for column in columns {
            for (row, raw) in column.enumerated() where raw != RecordTable.missing {
                let name = Symbol(raw: raw).number
                for number in parts[name] ?? [name] { pairs.append(UInt64(UInt32(bitPattern: number)) << 32 | UInt64(row)) }
            }
        }
        pairs.sort()
        rows.reserveCapacity(pairs.count)
        var last: UInt64?
        var start = 0
        func close(_ name: UInt64?) {
            if let isBefore, rows.count > start + 1 { rows.withUnsafeMutableBufferPointer { $0[start...].sort { isBefore(Int($0), Int($1)) } } }
            if let name { ranges[Int32(truncatingIfNeeded: name)] = Int32(start)..<Int32(rows.count) }
            start = rows.count
        }
        for (place, pair) in pairs.enumerated() {
            if place > 0, pair == pairs[place - 1] { continue }
            if last != pair >> 32 { close(last) }
            last = pair >> 32
            rows.append(Int32(truncatingIfNeeded: pair & 0xFFFF_FFFF))
        }
        close(last)
    }

    func rows(naming number: Int32) -> ArraySlice<Int32> {
        guard let range = ranges[number] else { return [] }
        return rows[Int(range.lowerBound)..<Int(range.upperBound)]
    }
}

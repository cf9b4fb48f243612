/// The order of a table's rows by some of its columns, one after the other, texts by their bytes.
struct RowOrder {
    private let columns: [ColumnValues]
    private let isText: [Bool]
    private let symbols: Symbols
    /// For each row the first of the columns in one number, as many as have room in it; empty when none has.
    private var packed: [UInt64] = []
    /// The columns that had none.
    private var others: [Int] = []

    /// Of more different texts in a column it would take longer to find the order than to compare rows.
    private static let mostTexts = 1 << 10

    init(_ table: RecordTable, _ keys: [Int], _ symbols: Symbols) {
        columns = table.columns
        isText = table.kind.columns.map(\.type.isSymbol)
        self.symbols = symbols
        var room = UInt64.bitWidth
        for (place, key) in keys.enumerated() {
            guard pack(key, &room) else {
                others = Array(keys[place...])
                return
            }
        }
    }

    /// Adds a column to the packed ones; false when it has no room there.
    private mutating func pack(_ key: Int, _ room: inout Int) -> Bool {
        let column = columns[key]
        guard let bounds = column.bounds else { return true }
        let ranks = isText[key] ? ranks(column, bounds) : []
        guard !isText[key] || !ranks.isEmpty else { return false }
        // Zero stands for a missing value, which comes first.
        let greatest = isText[key] ? UInt64(ranks.max() ?? 0) : UInt64(bitPattern: bounds.upperBound &- bounds.lowerBound) + 1
        let bits = UInt64.bitWidth - greatest.leadingZeroBitCount
        guard bits <= room else { return false }
        room -= bits
        if packed.isEmpty { packed = Array(repeating: 0, count: column.count) }
        for row in packed.indices {
            packed[row] <<= UInt64(bits)
            guard column[row] != RecordTable.missing else { continue }
            let offset = UInt64(bitPattern: column[row] &- bounds.lowerBound)
            packed[row] |= ranks.isEmpty ? offset + 1 : UInt64(ranks[Int(offset)])
        }
        return true
    }

    /// For each number from the lowest on, which place its text has among those in the column; empty when they are too many.
    private func ranks(_ column: ColumnValues, _ bounds: ClosedRange<Int64>) -> [UInt32] {
        var ranks = [UInt32](repeating: 0, count: Int(bounds.upperBound - bounds.lowerBound) + 1)
        var texts: [Int32] = []
        for row in 0..<column.count where column[row] != RecordTable.missing {
            let place = Int(column[row] - bounds.lowerBound)
            guard ranks[place] == 0 else { continue }
            guard texts.count < RowOrder.mostTexts else { return [] }
            ranks[place] = 1
            texts.append(Symbol(raw: column[row]).number)
        }
        texts.sort { symbols.isBefore(Symbol($0), Symbol($1)) }
        for (rank, text) in texts.enumerated() { ranks[Int(Int64(text) - bounds.lowerBound)] = UInt32(rank + 1) }
        return ranks
    }

    func isBefore(_ a: Int, _ b: Int) -> Bool {
        if !packed.isEmpty, packed[a] != packed[b] { return packed[a] < packed[b] }
        for key in others {
            let x = columns[key][a]
            let y = columns[key][b]
            if x == y { continue }
            guard isText[key], x != RecordTable.missing, y != RecordTable.missing else { return x < y }
            return symbols.isBefore(Symbol(raw: x), Symbol(raw: y))
        }
        return false
    }
}

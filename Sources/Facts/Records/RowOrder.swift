/// The order of a table's rows by some of its columns, one after the other, texts by their bytes.
///
/// A class, because sorting asks for it once for every two rows.
final class RowOrder {
    private let table: RecordTable
    private let keys: [Int]
    private let isText: [Bool]
    private let symbols: Symbols

    init(_ table: RecordTable, _ keys: [Int], _ symbols: Symbols) {
        self.table = table
        self.keys = keys
        isText = table.kind.columns.map(\.type.isSymbol)
        self.symbols = symbols
    }

    func isBefore(_ a: Int, _ b: Int) -> Bool {
        for key in keys {
            let x = table.columns[key][a]
            let y = table.columns[key][b]
            if x == y { continue }
            guard isText[key], x != RecordTable.missing, y != RecordTable.missing else { return x < y }
            return symbols.isBefore(Symbol(raw: x), Symbol(raw: y))
        }
        return false
    }

    /// The same order, sooner told where many rows are compared.
    func packed() -> PackedRowOrder {
        var packing = RowPacking(table, symbols)
        let count = keys.firstIndex { !packing.add($0) } ?? keys.count
        return PackedRowOrder(packing.rows, others: RowOrder(table, Array(keys[count...]), symbols))
    }
}

/// An order by the first columns in one number, and by others where that is the same.
final class PackedRowOrder {
    /// Empty when no column has room.
    private let rows: [UInt64]
    private let others: RowOrder

    fileprivate init(_ rows: [UInt64], others: RowOrder) {
        self.rows = rows
        self.others = others
    }

    func isBefore(_ a: Int, _ b: Int) -> Bool {
        if !rows.isEmpty, rows[a] != rows[b] { return rows[a] < rows[b] }
        return others.isBefore(a, b)
    }
}

/// For each row of a table the values of some columns in one number, in the same order.
private struct RowPacking {
    private let table: RecordTable
    private let symbols: Symbols
    private(set) var rows: [UInt64] = []
    private var room = UInt64.bitWidth

    /// Of more different texts in a column it would take longer to find the order than to compare rows.
    private static let mostTexts = 1 << 10

    init(_ table: RecordTable, _ symbols: Symbols) {
        self.table = table
        self.symbols = symbols
    }

    /// Adds a column; false when it has no room.
    mutating func add(_ key: Int) -> Bool {
        let column = table.columns[key]
        guard let bounds = column.bounds else { return true }
        let isText = table.kind.columns[key].type.isSymbol
        let ranks = isText ? ranks(column, bounds) : []
        guard !isText || !ranks.isEmpty else { return false }
        // Zero stands for a missing value, which comes first.
        let greatest =
            isText ? UInt64(ranks.max() ?? 0) : UInt64(bitPattern: bounds.upperBound &- bounds.lowerBound) + 1
        let bits = UInt64.bitWidth - greatest.leadingZeroBitCount
        guard bits <= room else { return false }
        room -= bits
        if rows.isEmpty { rows = Array(repeating: 0, count: column.count) }
        for row in rows.indices {
            rows[row] <<= UInt64(bits)
            guard column[row] != RecordTable.missing else { continue }
            let offset = UInt64(bitPattern: column[row] &- bounds.lowerBound)
            rows[row] |= isText ? UInt64(ranks[Int(offset)]) : offset + 1
        }
        return true
    }

    /// For each number from the lowest on, which place its text has among those in the column; empty when they are too many to
    /// put in order. Identifiers mostly have the order of their numbers.
    private func ranks(_ column: ColumnValues, _ bounds: ClosedRange<Int64>) -> [UInt32] {
        var ranks = [UInt32](repeating: 0, count: Int(bounds.upperBound - bounds.lowerBound) + 1)
        for row in 0..<column.count where column[row] != RecordTable.missing {
            ranks[Int(column[row] - bounds.lowerBound)] = 1
        }
        let texts = ranks.indices.filter { ranks[$0] > 0 }.map { Symbol(raw: bounds.lowerBound + Int64($0)) }
        let isInOrder = texts.indices.dropFirst().allSatisfy { symbols.isBefore(texts[$0 - 1], texts[$0]) }
        guard isInOrder || texts.count <= RowPacking.mostTexts else { return [] }
        for (rank, text) in (isInOrder ? texts : texts.sorted(by: symbols.isBefore)).enumerated() {
            ranks[Int(Int64(text.number) - bounds.lowerBound)] = UInt32(rank + 1)
        }
        return ranks
    }
}

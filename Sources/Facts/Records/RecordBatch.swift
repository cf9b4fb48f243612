/// Rows of one kind, read and checked, in the order of the file: on their way to a table, or to the modules that look at a
/// streamed kind as it goes by.
public struct RecordBatch: Sendable {
    /// Few enough to stay in a core's own cache.
    static let size = 1 << 11

    /// The kind of the rows.
    public let kind: RecordKind
    @usableFromInline let width: Int
    /// Row by row, one value for each column.
    @usableFromInline var values: [Int64]
    /// Where each row stands in its file.
    var lines: [Int32]
    /// How many rows there are, at most 2,048.
    public internal(set) var count = 0
    /// In which of 64 stretches of its file the rows may be, as bits: what a ledger notes to find the rows of somebody again.
    public internal(set) var zones = UInt64.max

    init(_ kind: RecordKind) {
        self.kind = kind
        width = kind.columns.count
        values = Array(repeating: RecordTable.missing, count: width * RecordBatch.size)
        lines = Array(repeating: 0, count: RecordBatch.size)
    }

    var isFull: Bool { count == RecordBatch.size }

    /// The value, or nil when the row has none.
    @inlinable
    public subscript<Value: ColumnValue>(_ column: Column<Value>, _ row: Int) -> Value? {
        let raw = values[row * width + column.index]
        return raw == RecordTable.missing ? nil : Value(raw: raw)
    }

    package func raw(_ column: Int, _ row: Int) -> Int64 { values[row * width + column] }

    mutating func append(_ row: [Int64], line: Int) {
        let start = count * width
        for index in row.indices { values[start + index] = row[index] }
        lines[count] = Int32(clamping: line)
        count += 1
    }
}

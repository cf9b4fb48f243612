/// Rows of a streamed kind on their way to the modules: read, checked, in the order of the file, soon to be overwritten.
public struct RecordBatch: Sendable {
    /// Few enough to stay in a core's own cache.
    static let size = 1 << 11

    public let kind: RecordKind
    @usableFromInline let width: Int
    /// Row by row, one value for each column.
    @usableFromInline var values: [Int64]
    public internal(set) var count = 0

    init(_ kind: RecordKind) {
        self.kind = kind
        width = kind.columns.count
        values = Array(repeating: RecordTable.missing, count: width * RecordBatch.size)
    }

    var isFull: Bool { count == RecordBatch.size }

    /// The value, or nil when the row has none.
    @inlinable
    public subscript<Value: ColumnValue>(_ column: Column<Value>, _ row: Int) -> Value? {
        let raw = values[row * width + column.index]
        return raw == RecordTable.missing ? nil : Value(raw: raw)
    }

    mutating func append(_ row: [Int64]) {
        let start = count * width
        for index in row.indices { values[start + index] = row[index] }
        count += 1
    }
}

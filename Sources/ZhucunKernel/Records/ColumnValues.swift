/// The values of a column, four bytes each until one comes that does not fit: of large files most columns are numbers of symbols
/// and days.
struct ColumnValues: Sendable {
    private var narrow: [Int32] = []
    private var wide: [Int64] = []
    private var isWide = false
    private var least = Int64.max
    private var greatest = Int64.min

    private static let missing = Int32.min

    subscript(row: Int) -> Int64 {
        guard !isWide else { return wide[row] }
        let value = narrow[row]
        return value == ColumnValues.missing ? RecordTable.missing : Int64(value)
    }

    var count: Int { isWide ? wide.count : narrow.count }

    /// The least and the greatest of those that are not missing.
    var bounds: ClosedRange<Int64>? { least <= greatest ? least...greatest : nil }

    /// Adds a column of a batch.
    mutating func append(_ batch: borrowing RecordBatch, _ column: Int) {
        for row in 0..<batch.count {
            let value = batch.raw(column, row)
            greatest = max(greatest, value)
            if value != RecordTable.missing { least = min(least, value) }
        }
        var row = 0
        if !isWide {
            let (values, width, count) = (batch.values, batch.width, batch.count)
            narrow.append(addingCapacity: count) { output in
                while row < count, let value = ColumnValues.narrow(values[row * width + column]) {
                    output.append(value)
                    row += 1
                }
            }
            guard row < count else { return }
            wide = (0..<narrow.count).map { self[$0] }
            narrow = []
            isWide = true
        }
        for row in row..<batch.count { wide.append(batch.raw(column, row)) }
    }

    private static func narrow(_ value: Int64) -> Int32? {
        if value == RecordTable.missing { return missing }
        return Int32(exactly: value).flatMap { $0 == missing ? nil : $0 }
    }

    /// The same in another order.
    func ordered(by rows: [Int32]) -> ColumnValues {
        var ordered = self
        if isWide { ordered.wide = rows.map { wide[Int($0)] } } else { ordered.narrow = rows.map { narrow[Int($0)] } }
        return ordered
    }
}

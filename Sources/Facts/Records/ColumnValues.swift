/// The values of a column, four bytes each until one comes that does not fit: of large files most columns are numbers of symbols
/// and days.
package struct ColumnValues: Sendable {
    @usableFromInline var narrow: [Int32] = []
    @usableFromInline var wide: [Int64] = []
    @usableFromInline var isWide = false
    private var least = Int64.max
    private var greatest = Int64.min

    @usableFromInline static var missing: Int32 { Int32.min }

    // Read row by row from other targets.
    @inlinable package subscript(row: Int) -> Int64 {
        guard !isWide else { return wide[row] }
        let value = narrow[row]
        return value == ColumnValues.missing ? RecordTable.missing : Int64(value)
    }

    var count: Int { isWide ? wide.count : narrow.count }

    /// The least and the greatest of those that are not missing.
    package var bounds: ClosedRange<Int64>? { least <= greatest ? least...greatest : nil }

    /// Adds a column of a batch.
    mutating func append(_ batch: borrowing RecordBatch, _ column: Int) {
        var row = 0
        if !isWide {
            let (values, width, count) = (batch.values, batch.width, batch.count)
            var bounds = (least, greatest)
            narrow.append(addingCapacity: count) { output in
                while row < count {
                    let value = values[row * width + column]
                    if value == RecordTable.missing {
                        output.append(ColumnValues.missing)
                    } else if let narrow = Int32(exactly: value), narrow != ColumnValues.missing {
                        output.append(narrow)
                        bounds = (min(bounds.0, value), max(bounds.1, value))
                    } else {
                        return
                    }
                    row += 1
                }
            }
            (least, greatest) = bounds
            guard row < count else { return }
            wide = (0..<narrow.count).map { self[$0] }
            narrow = []
            isWide = true
        }
        for row in row..<batch.count {
            let value = batch.raw(column, row)
            wide.append(value)
            if value != RecordTable.missing { (least, greatest) = (min(least, value), max(greatest, value)) }
        }
    }

    mutating func reserve(_ count: Int) { narrow.reserveCapacity(count) }

    /// Takes a value away.
    mutating func clear(_ row: Int) {
        if isWide { wide[row] = RecordTable.missing } else { narrow[row] = ColumnValues.missing }
    }

    /// Puts the number of a symbol wherever there is no value.
    mutating func fill(with symbol: Int32) {
        guard !isWide else { return }
        for row in narrow.indices where narrow[row] == ColumnValues.missing { narrow[row] = symbol }
        if !narrow.isEmpty { (least, greatest) = (min(least, Int64(symbol)), max(greatest, Int64(symbol))) }
    }

    /// The same in another order.
    func ordered(by rows: [Int32]) -> ColumnValues {
        var ordered = self
        if isWide { ordered.wide = rows.map { wide[Int($0)] } } else { ordered.narrow = rows.map { narrow[Int($0)] } }
        return ordered
    }
}

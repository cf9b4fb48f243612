/// The values of a column, four bytes each until one comes that does not fit; once all are known, as few as tell them apart: most columns
/// of large files are days, a few words, or empty.
package struct ColumnValues: Sendable {
    /// How values are kept: as they are, or packed as their distance from the least, from 1 on, 0 for a missing one.
    @usableFromInline enum Form { case narrow, wide, bytes, shorts, same }

    @usableFromInline var form = Form.narrow
    @usableFromInline var narrow: [Int32] = []
    @usableFromInline var wide: [Int64] = []
    @usableFromInline var bytes: [UInt8] = []
    @usableFromInline var shorts: [UInt16] = []
    /// How many values of the form `same` there are.
    private var sameCount = 0
    @usableFromInline var least = Int64.max
    @usableFromInline var greatest = Int64.min

    @usableFromInline static var missing: Int32 { Int32.min }

    // Read row by row from other targets.
    @inlinable package subscript(row: Int) -> Int64 {
        switch form {
        case .narrow:
            let value = narrow[row]
            return value == ColumnValues.missing ? RecordTable.missing : Int64(value)
        case .bytes: return value(UInt16(bytes[row]))
        case .shorts: return value(shorts[row])
        case .same: return least <= greatest ? least : RecordTable.missing
        case .wide: return wide[row]
        }
    }

    @inlinable func value(_ packed: UInt16) -> Int64 { packed == 0 ? RecordTable.missing : least + Int64(packed) - 1 }

    var count: Int {
        switch form {
        case .narrow: narrow.count
        case .wide: wide.count
        case .bytes: bytes.count
        case .shorts: shorts.count
        case .same: sameCount
        }
    }

    /// The least and the greatest of those that are not missing.
    package var bounds: ClosedRange<Int64>? { least <= greatest ? least...greatest : nil }

    /// Adds a column of a batch.
    mutating func append(_ batch: borrowing RecordBatch, _ column: Int) {
        var row = 0
        if form != .wide {
            unpack()
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
            widen()
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
        unpack()
        if form == .wide { wide[row] = RecordTable.missing } else { narrow[row] = ColumnValues.missing }
    }

    /// Puts the number of a symbol wherever there is no value.
    mutating func fill(with symbol: Int32) {
        guard form == .narrow else { return }
        for row in narrow.indices where narrow[row] == ColumnValues.missing { narrow[row] = symbol }
        if !narrow.isEmpty { (least, greatest) = (min(least, Int64(symbol)), max(greatest, Int64(symbol))) }
    }

    /// The same in another order.
    func ordered(by rows: [Int32]) -> ColumnValues {
        var plain = self
        plain.unpack()
        if plain.form == .wide {
            plain.wide = rows.map { [wide = plain.wide] in wide[Int($0)] }
        } else {
            plain.narrow = rows.map { [narrow = plain.narrow] in narrow[Int($0)] }
        }
        return plain
    }

    /// Keeps the values in as few bytes as they need; to be done when no more are added.
    mutating func pack() {
        guard form == .narrow || form == .wide, count > 0 else { return }
        guard least <= greatest else { return keepSame() }
        let (distance, isFar) = greatest.subtractingReportingOverflow(least)
        guard !isFar, distance < Int64(UInt16.max) else { return }
        if distance == 0, !narrow.contains(ColumnValues.missing), !wide.contains(RecordTable.missing) {
            return keepSame()
        }
        if distance < Int64(UInt8.max) { bytes = packed() } else { shorts = packed() }
        form = shorts.isEmpty ? .bytes : .shorts
        (narrow, wide) = ([], [])
    }

    private func packed<Packed: FixedWidthInteger>() -> [Packed] {
        let base = least - 1
        return form == .narrow
            ? narrow.map { $0 == ColumnValues.missing ? 0 : Packed(truncatingIfNeeded: Int64($0) - base) }
            : wide.map { $0 == RecordTable.missing ? 0 : Packed(truncatingIfNeeded: $0 - base) }
    }

    private mutating func keepSame() {
        sameCount = count
        form = .same
        (narrow, wide) = ([], [])
    }

    private mutating func unpack() {
        guard form != .narrow, form != .wide else { return }
        let values = (0..<count).map { self[$0] }
        (bytes, shorts, sameCount) = ([], [], 0)
        form = .wide
        wide = values
        let (least, greatest) = bounds.map { ($0.lowerBound, $0.upperBound) } ?? (0, 0)
        guard least > Int64(Int32.min), greatest <= Int64(Int32.max) else { return }
        narrow = values.map { $0 == RecordTable.missing ? ColumnValues.missing : Int32(truncatingIfNeeded: $0) }
        form = .narrow
        wide = []
    }

    private mutating func widen() {
        wide = (0..<narrow.count).map { self[$0] }
        narrow = []
        form = .wide
    }
}

/// Looks at rows as their bytes stand in a file and says which are kept.
protocol RowSieve: Sendable {
    /// `fields`: where the columns that were asked for stand, without quotes; empty where the row has nothing. Nil when their bytes
    /// do not tell.
    mutating func keeps(_ bytes: RawSpan, _ fields: [Range<Int>]) -> Bool?
    /// Adds what another saw.
    mutating func join(_ other: Self)
}

/// Rows of a file as they stand there, each with its line end.
struct KeptRows: Sendable {
    private(set) var bytes: [UInt8] = []
    /// The line of each, from 1.
    private(set) var lines: [Int32] = []
    /// How many lines have been looked at, kept or not.
    private(set) var lineCount = 0

    mutating func pass(_ row: RawSpan, isKept: Bool) {
        lineCount += 1
        guard isKept else { return }
        row.withUnsafeBytes { bytes.append(contentsOf: $0) }
        lines.append(Int32(clamping: lineCount))
    }

    mutating func append(_ next: KeptRows) {
        bytes += next.bytes
        lines += next.lines.lazy.map { Int32(clamping: Int($0) + lineCount) }
        lineCount += next.lineCount
    }
}

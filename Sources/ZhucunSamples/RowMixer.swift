/// Mixes rows that may be too many for memory: each goes to one of several parts by chance, and each part is shuffled by itself.
final class RowMixer {
    /// So few are shuffled within a processor's own memory.
    private static let rowsOfPart = 50_000
    /// Each is an open file.
    private static let mostParts = 500

    private let parts: [SampleFile]
    private let seed: UInt64
    private var random: RandomNumbers

    /// `rows`: about how many will come.
    init(rows: Int, seed: UInt64, in folder: SampleFolder) throws(SampleError) {
        self.seed = seed
        random = RandomNumbers(seed: seed, .mixing, -1)
        var parts: [SampleFile] = []
        for part in 0..<min(RowMixer.mostParts, rows / RowMixer.rowsOfPart + 1) {
            parts.append(try SampleFile(part: part, in: folder))
        }
        self.parts = parts
    }

    /// Rows without line ends in their fields.
    func write(_ fill: (inout [UInt8]) -> Void) throws(SampleError) {
        try parts[random.number(0...(parts.count - 1))].write(fill)
    }

    func pour(into file: SampleFile) throws(SampleError) {
        for (index, part) in parts.enumerated() {
            let bytes = try part.takeBack()
            var rows = RowMixer.rows(of: bytes)
            var random = RandomNumbers(seed: seed, .mixing, index)
            for last in rows.indices.reversed() { rows.swapAt(last, random.number(0...last)) }
            for row in rows { try file.write { $0.append(contentsOf: bytes[row]) } }
        }
    }

    private static func rows(of bytes: [UInt8]) -> [Range<Int>] {
        var rows: [Range<Int>] = []
        var start = 0
        for end in bytes.indices where bytes[end] == UInt8(ascii: "\n") {
            rows.append(start..<end)
            start = end + 1
        }
        return rows
    }
}

internal import Files
internal import Glibc
internal import Messages
internal import Synchronization

/// A file of rows in parts that can be read at the same time: each begins with a row and ends with one.
///
/// A line end inside quotes would be taken for the end of a row; whoever reads the parts finds the open quote and reads the file
/// from its beginning to its end instead.
final class SplitFile: Sendable {
    let path: String
    let size: Int
    /// Taken before anything was read.
    let stamp: FileStamp?
    /// The header's line with its end, as it stands in the file.
    let header: [UInt8]
    let encoding: TextEncoding
    /// No part reaches over the border of two zones: see ``RecordBatch/zones``.
    let zoneSize: Int
    /// Where the first part begins.
    let start: Int
    private let partSize: Int
    private let left: Mutex<(ranges: [Range<Int>], next: Int)>

    struct Part: Sendable {
        let index: Int
        let zone: Int
        let bytes: Range<Int>
    }

    static let smallest = 1 << 18
    private static let smallestPart = 1 << 16
    private static let largestPart = 1 << 22
    private static let smallestZone = 1 << 20
    /// Some zones are left for what is added to the file later.
    private static let zonesAtFirst = 56
    static let lastZone = 63

    /// Nil when the file cannot be read, or has a header that spans lines. `taken`: how much has been taken before; `zones`: of that
    /// only these are read again, and nothing that came later.
    init?(_ path: String, jobs: Int, taken: TakenFile? = nil, zones: UInt64? = nil) {
        let descriptor = openRegularFile(path)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        stamp = FileStamp(descriptor)
        let size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
        let first = ByteStream.read(descriptor, 0, ByteStream.blockSize)
        guard let end = first.firstIndex(of: UInt8(ascii: "\n")),
            first[..<end].count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 0
        else { return nil }
        header = Array(first[...end])
        let mark = first.starts(with: ByteStream.byteOrderMark) ? ByteStream.byteOrderMark.count : 0
        let known = taken?.encoding ?? .undecided
        encoding = known == .undecided ? TextEncoding(first[mark..<ByteStream.completePrefix(first)]) : known
        let zoneSize = taken?.zoneSize ?? max(SplitFile.smallestZone, size / SplitFile.zonesAtFirst + 1)
        self.path = path
        self.size = size
        self.zoneSize = zoneSize
        partSize = min(SplitFile.largestPart, max(SplitFile.smallestPart, size / (jobs * 8)))
        var ranges = [max(taken?.size ?? 0, end + 1)..<size].filter { !$0.isEmpty }
        if let taken, let zones {
            ranges = (0...SplitFile.lastZone).filter { zones >> UInt64($0) & 1 == 1 }.compactMap { zone in
                let start = max(end + 1, SplitFile.rowStart(path, taken.size, from: zone * zoneSize))
                let next =
                    zone == SplitFile.lastZone
                    ? taken.size : SplitFile.rowStart(path, taken.size, from: (zone + 1) * zoneSize)
                return start < next ? start..<next : nil
            }
        }
        start = ranges.first?.lowerBound ?? size
        left = Mutex((ranges, 0))
    }

    /// The part that nobody has taken yet; nil when there is none left.
    func takePart() -> Part? {
        left.withLock { left in
            guard let range = left.ranges.first else { return nil }
            let zone = min(SplitFile.lastZone, range.lowerBound / zoneSize)
            let border = zone == SplitFile.lastZone ? Int.max : (zone + 1) * zoneSize
            let end = min(
                range.upperBound,
                SplitFile.rowStart(path, range.upperBound, from: min(border, range.lowerBound + partSize)))
            left.ranges[0] = end..<range.upperBound
            if left.ranges[0].isEmpty { left.ranges.removeFirst() }
            left.next += 1
            return Part(index: left.next - 1, zone: zone, bytes: range.lowerBound..<end)
        }
    }

    /// Where the first row begins that does so at a place or behind it.
    private static func rowStart(_ path: String, _ size: Int, from place: Int) -> Int {
        guard place < size else { return size }
        let descriptor = openRegularFile(path)
        guard descriptor >= 0 else { return size }
        defer { close(descriptor) }
        var place = max(0, place - 1)
        while place < size {
            let block = ByteStream.read(descriptor, place, 1 << 12)
            guard !block.isEmpty else { return size }
            if let end = block.firstIndex(of: UInt8(ascii: "\n")) { return place + end + 1 }
            place += block.count
        }
        return size
    }
}

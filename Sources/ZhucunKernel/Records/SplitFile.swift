internal import Glibc
internal import Synchronization

/// A file of rows in parts that can be read at the same time: each begins with a row and ends with one.
///
/// A line end inside quotes would be taken for the end of a row; whoever reads the parts finds the open quote and reads the file
/// from its beginning to its end instead.
final class SplitFile: Sendable {
    let path: String
    let size: Int
    /// The header's line with its end, as it stands in the file.
    let header: [UInt8]
    let encoding: TextEncoding
    private let partSize: Int
    private let next: Mutex<(index: Int, offset: Int)>

    /// Nil when the file cannot be read, is too small to be worth it, or has a header that spans lines.
    init?(_ path: String, jobs: Int) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
        guard size >= SplitFile.smallest else { return nil }
        let first = SplitFile.read(descriptor, 0, ByteStream.blockSize)
        guard let end = first.firstIndex(of: UInt8(ascii: "\n")), first[..<end].count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 0 else { return nil }
        header = Array(first[...end])
        let mark = first.starts(with: ByteStream.byteOrderMark) ? ByteStream.byteOrderMark.count : 0
        encoding = TextEncoding(first[mark..<ByteStream.completePrefix(first)])
        partSize = min(SplitFile.largestPart, max(SplitFile.smallestPart, size / (jobs * 8)))
        self.path = path
        next = Mutex((0, end + 1))
    }

    static let smallest = 1 << 18
    private static let smallestPart = 1 << 16
    private static let largestPart = 1 << 22

    /// The part that nobody has taken yet; nil when there is none left.
    func takePart() -> (index: Int, bytes: Range<Int>)? {
        next.withLock { next in
            guard next.offset < size else { return nil }
            let end = rowEnd(from: next.offset + partSize)
            defer { next = (next.index + 1, end) }
            return (next.index, next.offset..<end)
        }
    }

    /// Behind the first line end from a place on.
    private func rowEnd(from place: Int) -> Int {
        guard place < size else { return size }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return size }
        defer { close(descriptor) }
        var place = place
        while place < size {
            let block = SplitFile.read(descriptor, place, 1 << 12)
            guard !block.isEmpty else { return size }
            if let end = block.firstIndex(of: UInt8(ascii: "\n")) { return place + end + 1 }
            place += block.count
        }
        return size
    }

    private static func read(_ descriptor: Int32, _ offset: Int, _ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            filled = max(0, pread(descriptor, bytes.baseAddress, count, offset))
        }
    }
}

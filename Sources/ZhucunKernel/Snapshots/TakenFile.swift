internal import Glibc
internal import PolicyYAML

/// How much of a streamed kind's file the ledgers have taken, and how to know it again.
struct TakenFile: Sendable, Equatable {
    /// The kind's name.
    let kind: String
    let size: Int
    let rows: Int
    let lines: Int
    /// Bytes of each zone: see ``RecordBatch/zones``.
    let zoneSize: Int
    /// Of its first and of its last bytes.
    private let firstBytes: UInt64
    private let lastBytes: UInt64

    private static let comparedSize = 1 << 16
    /// A petabyte: 64 zones of it can still be counted.
    private static let largest = 1 << 50

    /// Nil when the file cannot be read.
    init?(_ path: String, kind: String, size: Int, rows: Int, lines: Int, zoneSize: Int) {
        guard let hashes = TakenFile.hashes(path, size) else { return nil }
        self.kind = kind
        self.size = size
        self.rows = rows
        self.lines = lines
        self.zoneSize = zoneSize
        (firstBytes, lastBytes) = hashes
    }

    init(_ reader: inout SnapshotReader) throws(SnapshotProblem) {
        kind = try reader.text()
        size = try reader.int(in: 1...TakenFile.largest)
        // A row and a line are a byte at least.
        rows = try reader.int(in: 0...size)
        lines = try reader.int(in: 0...size)
        zoneSize = try reader.int(in: 1...TakenFile.largest)
        firstBytes = try reader.number()
        lastBytes = try reader.number()
    }

    func write(to writer: inout SnapshotWriter) {
        writer.put(kind)
        for number in [size, rows, lines, zoneSize] { writer.put(number) }
        writer.put(firstBytes)
        writer.put(lastBytes)
    }

    /// Why a file is not this one, or this one with more rows behind it; nil when it is.
    func problem(with path: String) -> SnapshotProblem? {
        let name = String(path.split(separator: "/").last ?? "")
        guard let hashes = TakenFile.hashes(path, size) else {
            return SnapshotProblem(stale: Text("\(name) 变短了，或无法读取", "\(name) has become shorter, or cannot be read"))
        }
        guard hashes == (firstBytes, lastBytes) else {
            return SnapshotProblem(stale: Text("\(name) 中已读过的行变了（只能在末尾追加）", "rows of \(name) that had been read have changed (rows may only be added at its end)"))
        }
        return nil
    }

    /// Nil when the file is shorter, cannot be read, or has no line end there.
    private static func hashes(_ path: String, _ size: Int) -> (UInt64, UInt64)? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let length = min(comparedSize, size)
        let first = ByteStream.read(descriptor, 0, length)
        let last = ByteStream.read(descriptor, size - length, length)
        guard first.count == length, last.count == length, last.last == UInt8(ascii: "\n") else { return nil }
        return (TextBytes.checksum(first.span.bytes), TextBytes.checksum(last.span.bytes))
    }
}

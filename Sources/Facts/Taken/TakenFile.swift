internal import CivilTime
internal import Dispatch
internal import Files
internal import Glibc
internal import Messages
internal import Synchronization

/// How much of a streamed kind's file the ledgers have taken, and how to know it again.
package struct TakenFile: Sendable {
    /// The kind's name.
    package let kind: String
    let size: Int
    let rows: Int
    let lines: Int
    /// Bytes of each zone: see ``RecordBatch/zones``.
    let zoneSize: Int
    let encoding: TextEncoding
    /// What its values were read by: see ``ReadingOptions/number(of:)``.
    private let reading: UInt64
    /// Of each zone a number for its bytes; of a run at hand those that an earlier run has taken, until there is a snapshot.
    private var zones: [UInt64]
    /// Of a run at hand where the file is, and what it was before anything of it was looked at.
    private var path = ""
    private var stamp: FileStamp?

    /// A petabyte: 64 zones of it can still be counted.
    private static let largest = 1 << 50

    /// What a run has taken, which may have gone on from an earlier one.
    init(_ found: RecordImport, _ file: SplitFile, _ reading: UInt64, goingOnFrom before: TakenFile?) {
        kind = found.kind.name
        size = file.size
        rows = found.rowCount
        lines = found.lineCount
        zoneSize = file.zoneSize
        encoding = found.encoding
        self.reading = reading
        // The last one may have grown.
        zones = before.map { Array($0.zones.dropLast()) } ?? []
        path = file.path
        stamp = before.map(\.stamp) ?? file.stamp
    }

    package init(_ reader: inout SnapshotReader) throws(SnapshotProblem) {
        kind = try reader.text()
        size = try reader.int(in: 1...TakenFile.largest)
        // A row and a line are a byte at least.
        rows = try reader.int(in: 0...size)
        lines = try reader.int(in: 0...size)
        zoneSize = try reader.int(in: 1...TakenFile.largest)
        encoding = try TextEncoding(number: reader.int())
        reading = try reader.number()
        zones = []
        for _ in 0..<(try reader.count(ofBytes: 8)) { zones.append(try reader.number()) }
        guard zones.count == zoneCount else { throw .damaged }
    }

    package func write(to writer: inout SnapshotWriter) {
        writer.put(kind)
        for number in [size, rows, lines, zoneSize, encoding.number] { writer.put(number) }
        writer.put(reading)
        writer.put(zones.count)
        for zone in zones { writer.put(zone) }
    }

    /// Throws why a file is not this one, or this one with more rows behind it, or would be read otherwise now.
    package mutating func check(_ path: String, _ reading: UInt64, jobs: Int) throws(SnapshotProblem) {
        let name = String(path.split(separator: "/").last ?? "")
        guard reading == self.reading else {
            throw SnapshotProblem(
                stale: Text("\(name) 的读法（列、词表、时区）与现在不同", "\(name) was read otherwise (columns, vocabulary, time zone)"))
        }
        stamp = FileStamp(path)
        guard let stamp, stamp.size >= size, let found = numbers(path, from: 0, jobs: jobs) else {
            throw SnapshotProblem(stale: Text("\(name) 变短了，或无法读取", "\(name) has become shorter, or cannot be read"))
        }
        guard found == zones else {
            throw SnapshotProblem(
                stale: Text(
                    "\(name) 中已读过的行变了（只能在末尾追加）",
                    "rows of \(name) that had been read have changed (rows may only be added at its end)"))
        }
    }

    /// With numbers for all its zones; nil when the file has no end of a line there, or has changed since it was read.
    package func numbered(jobs: Int) -> TakenFile? {
        guard let stamp, endsLine, let found = numbers(path, from: zones.count, jobs: jobs), FileStamp(path) == stamp
        else { return nil }
        var whole = self
        whole.zones += found
        return whole
    }

    private var zoneCount: Int { min(SplitFile.lastZone + 1, (size - 1) / zoneSize + 1) }

    /// The numbers of the zones from one on; nil when the file cannot be read that far.
    private func numbers(_ path: String, from first: Int, jobs: Int) -> [UInt64]? {
        let count = zoneCount
        let state = Mutex((next: first, numbers: [UInt64](repeating: 0, count: count), isReadable: true))
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count - first))) { _ in
            let descriptor = openRegularFile(path)
            defer { if descriptor >= 0 { close(descriptor) } }
            var block: [UInt8] = []
            while let zone = state.withLock({ state -> Int? in
                state.next += 1
                return state.isReadable && state.next <= count ? state.next - 1 : nil
            }) {
                let end = zone == SplitFile.lastZone ? size : min(size, (zone + 1) * zoneSize)
                let number = descriptor < 0 ? nil : TakenFile.number(of: descriptor, zone * zoneSize..<end, &block)
                state.withLock { state in
                    if let number { state.numbers[zone] = number } else { state.isReadable = false }
                }
            }
        }
        return state.withLock { $0.isReadable ? Array($0.numbers[min(first, count)...]) : nil }
    }

    /// One for all bytes of a stretch, by blocks that begin at the same places in every run.
    private static func number(of descriptor: Int32, _ bytes: Range<Int>, _ block: inout [UInt8]) -> UInt64? {
        var numbers = SnapshotWriter()
        for start in stride(from: bytes.lowerBound, to: bytes.upperBound, by: ByteStream.blockSize) {
            let length = min(ByteStream.blockSize, bytes.upperBound - start)
            block.removeAll(keepingCapacity: true)
            while block.count < length {
                guard ByteStream.read(descriptor, start + block.count, length - block.count, onto: &block) > 0 else {
                    return nil
                }
            }
            numbers.put(TextBytes.checksum(block.span.bytes))
        }
        return TextBytes.checksum(numbers.bytes.span.bytes)
    }

    private var endsLine: Bool {
        let descriptor = openRegularFile(path)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return ByteStream.read(descriptor, size - 1, 1) == [UInt8(ascii: "\n")]
    }
}

extension TextEncoding {
    fileprivate var number: Int {
        switch self {
        case .undecided: 0
        case .utf8: 1
        case .gb18030: 2
        }
    }

    fileprivate init(number: Int) throws(SnapshotProblem) {
        guard
            let known = [.undecided, .utf8, .gb18030].first(where: { (encoding: TextEncoding) in
                encoding.number == number
            })
        else { throw .damaged }
        self = known
    }
}

extension ReadingOptions {
    /// A number for what the values of a kind are read by: its columns, the words that they may have, and the zone of local times.
    package func number(of kind: RecordKind) -> UInt64 {
        let columns = kind.columns.map { "\($0.name) \($0.chineseName) \($0.type.name.zh) \($0.isRequired)" }
        let meanings = kind.columns.compactMap(\.type.group).map(words.written)
        return TextBytes.checksum("\(columns) \(meanings) \(zone.offset)".utf8.span.bytes)
    }
}

public import Messages

/// Writes what a ledger keeps: numbers as eight bytes, the lowest first, so that the file means the same on every machine.
public struct SnapshotWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Writes a number as eight bytes, the lowest first.
    public mutating func put(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// Writes a signed number in two's complement, as eight bytes.
    public mutating func put(_ number: Int) { put(UInt64(bitPattern: Int64(number))) }

    /// The count of its bytes, then these.
    public mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func put(_ other: [UInt8]) {
        put(other.count)
        bytes.append(contentsOf: other)
    }
}

/// Reads them again; whatever is not there is a damaged file.
public struct SnapshotReader: Sendable {
    private let bytes: [UInt8]
    private var position: Int
    private let end: Int

    package init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
        self.bytes = bytes
        position = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    /// The next number, as written without a sign; throws when no eight bytes are left.
    public mutating func number() throws(SnapshotProblem) -> UInt64 {
        guard end - position >= 8 else { throw .damaged }
        defer { position += 8 }
        return UInt64(littleEndian: bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    /// The next number, as written with a sign.
    public mutating func int() throws(SnapshotProblem) -> Int { Int(Int64(bitPattern: try number())) }

    /// A number that has to lie in a range.
    public mutating func int(in range: ClosedRange<Int>) throws(SnapshotProblem) -> Int {
        let number = try int()
        guard range.contains(number) else { throw .damaged }
        return number
    }

    /// The number of things that follow, each of so many bytes at least: one that is too large for what is left is
    /// damage.
    public mutating func count(ofBytes size: Int) throws(SnapshotProblem) -> Int {
        let count = try int()
        guard count >= 0, count <= (end - position) / max(1, size) else { throw .damaged }
        return count
    }

    /// The next text; throws when it is cut off or no UTF-8.
    public mutating func text() throws(SnapshotProblem) -> String {
        let count = try count(ofBytes: 1)
        defer { position += count }
        guard let text = String(validating: bytes[position..<position + count], as: UTF8.self) else { throw .damaged }
        return text
    }

    /// The next text, or nil when it comes before another by its bytes or there is no other; either way it is gone past.
    public mutating func text(notBefore other: String?) throws(SnapshotProblem) -> String? {
        let start = position
        let count = try count(ofBytes: 1)
        guard let other,
            !TextBytes.isBefore(bytes.span.bytes.extracting(position..<position + count), other.utf8.span.bytes)
        else {
            position += count
            return nil
        }
        position = start
        return try text()
    }

    /// Goes past so many numbers.
    public mutating func skip(numbers count: Int) throws(SnapshotProblem) {
        guard count >= 0, count <= (end - position) / 8 else { throw .damaged }
        position += count * 8
    }

    /// What another writer wrote, for a reader of its own.
    package mutating func part() throws(SnapshotProblem) -> SnapshotReader {
        let count = try count(ofBytes: 1)
        defer { position += count }
        return SnapshotReader(bytes, position..<position + count)
    }

    package var isAtEnd: Bool { position == end }
}

/// Why a snapshot cannot be gone on from.
public struct SnapshotProblem: Error, Sendable, Equatable {
    let code: Diagnostic.Code
    /// Why, for people, as part of a sentence.
    public let text: Text

    /// The records or rules that it was made under are others now.
    public init(stale text: Text) {
        code = .file("S903")
        self.text = text
    }

    package init(_ code: Diagnostic.Code, _ text: Text) {
        self.code = code
        self.text = text
    }

    /// The file is cut off or not as it was written.
    public static let damaged = SnapshotProblem(.file("S902"), Text("内容不完整或已损坏", "it is cut off or damaged"))
    package static let foreign = SnapshotProblem(.file("S902"), Text("不是台账快照", "it is no snapshot of ledgers"))
}

extension Diagnostic {
    package static func unusableSnapshot(_ path: String, _ problem: SnapshotProblem) -> Diagnostic {
        Diagnostic(
            problem.code,
            Text("不能从快照“\(path)”续算：\(problem.text.zh)", "cannot go on from the snapshot '\(path)': \(problem.text.en)"),
            at: nil,
            help: [
                Text(
                    "去掉 --resume 完整评估一次，并用 --snapshot 重新生成",
                    "assess once without --resume, and make a new one with --snapshot")
            ])
    }

    package static func noSnapshot() -> Diagnostic {
        Diagnostic(
            .file("S904"), .warning,
            Text(
                "没有生成快照：没有打卡文件，或其中有错误的行，或末行没有换行，或读取时文件变了",
                "no snapshot was made: there is no file of check-ins, or it has a bad row, or its last line has no end, or it changed while it was read"
            ))
    }
}

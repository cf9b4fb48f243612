/// The bytes of one file, and the way from a byte to a line and a column.
public final class SourceFile: Sendable {
    /// The path as it is shown to people.
    public let path: String
    /// The content, as it was read.
    public let bytes: [UInt8]
    /// The byte at which each line starts; never empty.
    private let lineStarts: [Int]
    /// The byte after the byte order mark, if there is one.
    let textStart: Int
    /// The limits under which it is known to be a text.
    let passed: YAMLLimits?

    /// What keys are called in the file, the first name of each, and the key of every name; empty where they are called as programs
    /// know them.
    private let keyNames: [String: String]
    private let keysByName: [String: String]

    /// Longer lines are kept only up to here in a `Location`: a file of one line must not be copied into each message.
    static let longestLineText = 16_384

    /// A file of bytes that are in memory already; nothing is read and nothing checked.
    ///
    /// - Parameters:
    ///   - path: the path as it is shown to people; it need not exist.
    ///   - bytes: all that is in it.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        textStart = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
        var starts = [textStart]
        for (index, byte) in bytes.enumerated() where byte == Byte.lineFeed {
            starts.append(index + 1)
        }
        lineStarts = starts
        passed = nil
        keyNames = [:]
        keysByName = [:]
    }

    /// A file that passed its check, so that it is not checked again.
    init(_ file: SourceFile, passed limits: YAMLLimits) {
        path = file.path
        bytes = file.bytes
        lineStarts = file.lineStarts
        textStart = file.textStart
        passed = limits
        keyNames = [:]
        keysByName = [:]
    }

    /// A file that is written in other names for its keys: messages about it speak of them by these.
    package init(_ file: SourceFile, keysNamed names: [String: String], byName keys: [String: String]) {
        path = file.path
        bytes = file.bytes
        lineStarts = file.lineStarts
        textStart = file.textStart
        passed = file.passed
        keyNames = names
        keysByName = keys
    }

    /// A key as the writer of the file would call it.
    package func written(_ key: String) -> String { keyNames[key] ?? key }

    /// Every name by which one of some keys may stand in the file, with how the message speaks of it.
    package func names(of keys: [String]) -> [String: String] {
        let own = Set(keys)
        let others = keysByName.filter { own.contains($0.value) }.map { ($0.key, $0.key) }
        return Dictionary(keys.map { ($0, written($0)) } + others, uniquingKeysWith: { first, _ in first })
    }

    /// The place of the bytes from `start` up to, not including, `end`, clipped to the line in which it starts.
    public func location(start: Int, end: Int) -> Location {
        let start = min(max(start, textStart), bytes.count)
        let line = lineIndex(of: start)
        let lineStart = lineStarts[line]
        let lineEnd = endOfLine(line)
        let from = min(start, lineEnd)
        let to = min(max(end, from), lineEnd)
        let column = scalarCount(lineStart..<from) + 1
        return Location(
            path: path,
            line: line + 1,
            column: column,
            endColumn: column + scalarCount(from..<to),
            lineText: decoded(lineStart..<min(lineEnd, lineStart + Self.longestLineText)))
    }

    /// Where the line holding a byte ends, its line break not included; never before the byte itself.
    func endOfLine(holding offset: Int) -> Int {
        let offset = min(max(offset, textStart), bytes.count)
        return max(offset, endOfLine(lineIndex(of: offset)))
    }

    /// The text of a range; bytes that are not UTF-8 become U+FFFD.
    private func decoded(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    private func endOfLine(_ line: Int) -> Int {
        guard line + 1 < lineStarts.count else { return bytes.count }
        let lineFeed = lineStarts[line + 1] - 1
        let hasCarriageReturn = lineFeed > lineStarts[line] && bytes[lineFeed - 1] == Byte.carriageReturn
        return hasCarriageReturn ? lineFeed - 1 : lineFeed
    }

    /// The last line that starts at or before the byte, found by halving.
    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func scalarCount(_ range: Range<Int>) -> Int {
        decoded(range).unicodeScalars.count
    }
}

/// The bytes that the module looks for by name.
enum Byte {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let exclamationMark: UInt8 = 0x21
    static let hash: UInt8 = 0x23
    static let percent: UInt8 = 0x25
    static let leftBracket: UInt8 = 0x5B
    static let leftBrace: UInt8 = 0x7B
    static let tilde: UInt8 = 0x7E

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == space || byte == tab || byte == lineFeed || byte == carriageReturn
    }
}

/// The marks that tell a file's encoding at its start.
enum ByteOrderMark {
    static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
    static let utf16LittleEndian: [UInt8] = [0xFF, 0xFE]
    static let utf16BigEndian: [UInt8] = [0xFE, 0xFF]
}

internal import Dispatch
internal import Files
internal import Glibc
internal import Messages
internal import Synchronization

/// Goes through the rows of a file without making values of them: many times as fast as reading them.
///
/// In UTF-8 and in GB18030 commas, quotes and line ends are never part of another character, so the encoding need not be known.
struct RawRows: Sendable {
    private static let blockSize = 1 << 18
    /// Whoever looks at the last bytes of a block looks some further.
    private static let padding = [UInt8](repeating: UInt8(ascii: "\n"), count: 32)

    /// What was asked for, in the order of the file.
    private let wanted: [(position: Int, place: Int)]
    private let count: Int

    /// `positions`: where the file has the columns that are asked for; nil for one that it does not have.
    init(_ positions: [Int?]) {
        wanted = positions.enumerated().compactMap { place, position in position.map { ($0, place) } }.sorted {
            $0.0 < $1.0
        }
        count = positions.count
    }

    /// Reads a whole file. Nil when it cannot be read, a row of it spans lines, or the sieve could not tell.
    func read<Sieve: RowSieve>(_ file: SplitFile, _ sieve: Sieve, jobs: Int) -> (kept: KeptRows, sieve: Sieve)? {
        let state = Mutex((parts: [Int: KeptRows](), sieve: sieve, isWhole: true))
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            var own = sieve
            while state.withLock({ $0.isWhole }), let part = file.takePart() {
                let kept = read(file.path, part.bytes, &own)
                state.withLock { state in
                    state.parts[part.index] = kept
                    if kept == nil { state.isWhole = false }
                }
            }
            state.withLock { [own] in $0.sieve.join(own) }
        }
        return state.withLock { state in
            guard state.isWhole else { return nil }
            var kept = KeptRows()
            for index in 0..<state.parts.count { if let part = state.parts[index] { kept.append(part) } }
            return (kept, state.sieve)
        }
    }

    /// Reads the rows of a part of a file.
    func read<Sieve: RowSieve>(_ path: String, _ part: Range<Int>, _ sieve: inout Sieve) -> KeptRows? {
        let descriptor = openRegularFile(path)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var kept = KeptRows()
        var fields = Array(repeating: 0..<0, count: count)
        var block: [UInt8] = []
        block.reserveCapacity(2 * RawRows.blockSize)
        var offset = part.lowerBound
        while offset < part.upperBound {
            let read = ByteStream.read(
                descriptor, offset, min(RawRows.blockSize, part.upperBound - offset), onto: &block)
            guard read > 0, block.count <= CSVReader.longestRow else { return nil }
            offset += read
            if offset == part.upperBound, block.last != UInt8(ascii: "\n") { block.append(UInt8(ascii: "\n")) }
            guard let last = block.lastIndex(of: UInt8(ascii: "\n")) else { continue }
            let filled = block.count
            block.append(contentsOf: RawRows.padding)
            guard pass(block.span.bytes, upTo: last + 1, &fields, &sieve, &kept) else { return nil }
            block.removeSubrange(filled...)
            block.removeSubrange(...last)
        }
        return kept
    }

    /// False when a row cannot be told.
    private func pass<Sieve: RowSieve>(
        _ bytes: RawSpan, upTo end: Int, _ fields: inout [Range<Int>], _ sieve: inout Sieve, _ kept: inout KeptRows
    ) -> Bool {
        let hasQuotes = bytes.hasQuote(0..<end)
        var start = 0
        while start < end {
            guard let next = hasQuotes ? quoted(bytes, start, &fields) : plain(bytes, start, &fields),
                let keeps = sieve.keeps(bytes, fields)
            else { return false }
            kept.pass(bytes.extracting(start..<next), isKept: keeps)
            start = next
        }
        return true
    }

    /// Finds the fields of a row without quotes: where the next begins.
    @inline(__always)
    private func plain(_ bytes: RawSpan, _ start: Int, _ fields: inout [Range<Int>]) -> Int? {
        var position = start
        var column = 0
        for wish in wanted {
            var isThere = true
            while isThere, column < wish.position {
                guard let end = bytes.fieldEnd(from: position) else { return nil }
                isThere = bytes.byte(end) == UInt8(ascii: ",")
                position = isThere ? end + 1 : end
                column += 1
            }
            guard let end = isThere ? bytes.fieldEnd(from: position) : position else { return nil }
            // A line end of its own kind.
            if bytes.byte(end) == UInt8(ascii: "\r"), bytes.byte(end + 1) != UInt8(ascii: "\n") { return nil }
            fields[wish.place] = position..<end
            position = end
        }
        return bytes.lineEnd(from: position)
    }

    /// The same of a row that may have quotes. Nil when it spans lines or has text beside quotes, or doubled quotes in what is asked for.
    private func quoted(_ bytes: RawSpan, _ start: Int, _ fields: inout [Range<Int>]) -> Int? {
        guard let next = bytes.lineEnd(from: start) else { return nil }
        guard bytes.hasQuote(start..<next) else { return plain(bytes, start, &fields) }
        for wish in wanted { fields[wish.place] = start..<start }
        let end = next - (next - 2 >= start && bytes.byte(next - 2) == UInt8(ascii: "\r") ? 2 : 1)
        var position = start
        for column in 0... {
            let isQuoted = bytes.byte(position) == UInt8(ascii: "\"")
            let first = isQuoted ? position + 1 : position
            var isPlain = true
            position = first
            while position < end, isQuoted || bytes.byte(position) != UInt8(ascii: ",") {
                if isQuoted, bytes.byte(position) == UInt8(ascii: "\"") {
                    guard bytes.byte(position + 1) == UInt8(ascii: "\"") else { break }
                    isPlain = false
                    position += 1
                }
                position += 1
            }
            if let wish = wanted.first(where: { $0.position == column }) {
                guard isPlain else { return nil }
                fields[wish.place] = first..<position
            }
            if isQuoted {
                guard position < end else { return nil }
                position += 1
            }
            if position == end { return next }
            guard bytes.byte(position) == UInt8(ascii: ",") else { return nil }
            position += 1
        }
        return nil
    }
}

extension RawSpan {
    fileprivate func hasQuote(_ range: Range<Int>) -> Bool {
        var seen: UInt64 = 0
        var index = range.lowerBound
        while index + 8 <= range.upperBound {
            let others = word(index) ^ 0x2222_2222_2222_2222
            seen |= (others &- 0x0101_0101_0101_0101) & ~others
            index += 8
        }
        return seen & 0x8080_8080_8080_8080 != 0
            || (index..<range.upperBound).contains { byte($0) == UInt8(ascii: "\"") }
    }

    /// Behind the next line end.
    @inline(__always)
    fileprivate func lineEnd(from start: Int) -> Int? {
        var index = start
        while index + 8 <= byteCount {
            // The lowest byte that is a line end is found exactly; a borrow only disturbs those behind it.
            let others = word(index) ^ 0x0A0A_0A0A_0A0A_0A0A
            let found = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
            if found != 0 { return index + found.trailingZeroBitCount >> 3 + 1 }
            index += 8
        }
        return nil
    }
}

internal import Files
internal import Glibc
internal import Messages

/// Reads a file, or a part of one, in blocks as UTF-8: a byte order mark is dropped, GB18030 is recognised at the first text that
/// is not ASCII and converted on the way.
package struct ByteStream: ~Copyable {
    static let blockSize = 1 << 18
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let descriptor: Int32
    /// The next byte to read, and where to stop.
    private(set) var offset: Int
    private let end: Int
    private(set) var encoding: TextEncoding
    private var converter: iconv_t?
    /// The beginning of a character that the next block completes.
    private var pending: [UInt8] = []
    /// Given at once instead of read from a file.
    private var given: [UInt8]?
    /// Gives the next bytes of what is no file; nil when there are no more.
    private let nextBlock: (() throws(RecordSourceProblem) -> [UInt8]?)?
    private var isAtEnd = false
    /// Why the bytes could not be opened or read.
    private(set) var failure: RecordSourceProblem?
    /// Set when bytes could not be read as either encoding; they were replaced by U+FFFD.
    private(set) var hasInvalidText = false

    /// `part`: which bytes of the file, characters whole.
    init(path: String, part: Range<Int> = 0..<Int.max, encoding: TextEncoding = .undecided) {
        descriptor = openRegularFile(path)
        nextBlock = nil
        offset = part.lowerBound
        end = part.upperBound
        self.encoding = encoding
        if descriptor < 0 { failure = RecordSourceProblem(errorNumber: errno) }
        if encoding == .gb18030 { openConverter() }
    }

    /// Bytes that are there already.
    init(bytes: [UInt8], encoding: TextEncoding = .undecided) {
        descriptor = -1
        nextBlock = nil
        offset = 0
        end = 0
        self.encoding = encoding
        given = bytes
        if encoding == .gb18030 { openConverter() }
    }

    /// Bytes that are made while they are read.
    init(blocks: @escaping () throws(RecordSourceProblem) -> [UInt8]?) {
        descriptor = -1
        offset = 0
        end = 0
        encoding = .undecided
        nextBlock = blocks
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let converter { iconv_close(converter) }
    }

    /// How many bytes the file has.
    var size: Int { descriptor < 0 ? offset : max(0, Int(lseek(descriptor, 0, SEEK_END))) }

    /// Appends the next block; false at the end.
    mutating func read(into buffer: inout [UInt8]) -> Bool {
        let start = buffer.count
        let isLast = !fill(&buffer)
        let isFirst = offset == buffer.count - start
        guard buffer.count > start || !pending.isEmpty else { return false }
        if pending.isEmpty, encoding == .undecided, !hasHighByte(buffer, from: start) { return true }
        if encoding == .utf8, !isFirst, isCompleted(&buffer, from: start, isLast: isLast) { return true }
        var block = pending
        block.append(contentsOf: buffer[start...])
        pending = []
        buffer.removeSubrange(start...)
        if isFirst, block.starts(with: ByteStream.byteOrderMark) { block.removeFirst(3) }
        append(block, isLast: isLast, to: &buffer)
        return true
    }

    /// Puts what was pending before a block, and sets aside what the next one completes; false when it is not UTF-8.
    private mutating func isCompleted(_ buffer: inout [UInt8], from start: Int, isLast: Bool) -> Bool {
        buffer.insert(contentsOf: pending, at: start)
        let whole = isLast ? buffer.count : ByteStream.completePrefix(buffer, from: start)
        pending = []
        guard buffer.span.extracting(start..<whole).isUTF8 else { return false }
        pending = Array(buffer[whole...])
        buffer.removeSubrange(whole...)
        return true
    }

    /// Reads a block as it is; false when there is no more.
    private mutating func fill(_ buffer: inout [UInt8]) -> Bool {
        if let block = given {
            given = []
            offset += block.count
            buffer.append(contentsOf: block)
            return false
        }
        if let nextBlock, !isAtEnd { return append(nextBlock, to: &buffer) }
        guard descriptor >= 0, failure == nil, offset < end else { return false }
        let count = ByteStream.read(descriptor, offset, min(ByteStream.blockSize, end - offset), onto: &buffer)
        if count < 0 { failure = RecordSourceProblem(errorNumber: errno) }
        guard count > 0 else { return false }
        offset += count
        return true
    }

    /// Appends blocks until there is one's worth of them, so that a mark at the beginning is whole; false when there are no more, or
    /// the next one cannot be made.
    private mutating func append(_ nextBlock: () throws(RecordSourceProblem) -> [UInt8]?, to buffer: inout [UInt8])
        -> Bool
    {
        let start = buffer.count
        do throws(RecordSourceProblem) {
            while buffer.count - start < ByteStream.blockSize {
                guard let block = try nextBlock() else {
                    isAtEnd = true
                    break
                }
                buffer.append(contentsOf: block)
            }
        } catch {
            failure = error
            isAtEnd = true
        }
        offset += buffer.count - start
        return buffer.count > start
    }

    /// Without it nothing can be read: it needs a file of its own to be open.
    private mutating func openConverter() {
        let opened = iconv_open("UTF-8", "GB18030")
        if opened == iconv_t(bitPattern: -1) {
            failure = RecordSourceProblem(errorNumber: errno)
        } else {
            converter = opened
        }
    }

    /// Appends bytes of a file from a place on: how many; negative when it cannot be read.
    package static func read(_ descriptor: Int32, _ offset: Int, _ size: Int, onto buffer: inout [UInt8]) -> Int {
        var count = 0
        buffer.append(addingCapacity: size) { output in
            output.withUnsafeMutableBufferPointer { bytes, filled in
                repeat { count = pread(descriptor, bytes.baseAddress, size, offset) } while count < 0 && errno == EINTR
                filled = max(0, count)
            }
        }
        return count
    }

    /// Bytes of a file from a place on: fewer at its end, none when it cannot be read.
    static func read(_ descriptor: Int32, _ offset: Int, _ size: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        _ = read(descriptor, offset, size, onto: &bytes)
        return bytes
    }

    private func hasHighByte(_ buffer: [UInt8], from start: Int) -> Bool {
        let bytes = buffer.span.bytes
        var index = start
        var seen: UInt64 = 0
        while index + 32 <= bytes.byteCount {
            let first =
                bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                | bytes.unsafeLoadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
            let second =
                bytes.unsafeLoadUnaligned(fromByteOffset: index + 16, as: UInt64.self)
                | bytes.unsafeLoadUnaligned(fromByteOffset: index + 24, as: UInt64.self)
            seen |= first | second
            index += 32
        }
        return seen & 0x8080_8080_8080_8080 != 0 || buffer[index...].contains { $0 >= 0x80 }
    }

    private mutating func append(_ block: [UInt8], isLast: Bool, to buffer: inout [UInt8]) {
        let whole = isLast ? block.count : ByteStream.completePrefix(block)
        if encoding == .undecided {
            encoding = TextEncoding(block[..<whole])
            if encoding == .gb18030 { openConverter() }
        }
        if converter != nil {
            convert(block, isLast: isLast, to: &buffer)
            return
        }
        pending = Array(block[whole...])
        guard encoding == .utf8, !block.span.extracting(..<whole).isUTF8 else {
            buffer.append(contentsOf: block[..<whole])
            return
        }
        hasInvalidText = true
        buffer.append(contentsOf: String(decoding: block[..<whole], as: UTF8.self).utf8)
    }

    /// Where the bytes end that do not belong to a character that the next block completes.
    static func completePrefix(_ block: [UInt8], from start: Int = 0) -> Int {
        var index = block.count
        var back = 0
        while index > start, back < 3, block[index - 1] & 0xC0 == 0x80 {
            index -= 1
            back += 1
        }
        guard index > start else { return block.count }
        let lead = block[index - 1]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        return back + 1 < length ? index - 1 : block.count
    }

    /// Converts a block; a byte that begins no character becomes U+FFFD.
    private mutating func convert(_ block: [UInt8], isLast: Bool, to buffer: inout [UInt8]) {
        var start = 0
        var output = [UInt8](repeating: 0, count: block.count * 2 + 16)
        while start < block.count {
            let (used, made) = convert(block, from: start, into: &output)
            buffer.append(contentsOf: output[..<made])
            start += used
            guard start < block.count else { return }
            // Up to three bytes may be the beginning of a character; anything else cannot be read.
            if !isLast, block.count - start < 4 {
                pending = Array(block[start...])
                return
            }
            hasInvalidText = true
            buffer.append(contentsOf: [0xEF, 0xBF, 0xBD])
            start += 1
        }
    }

    /// Converts up to the end or the first character that cannot be read: how many bytes were used, and how many made.
    private func convert(_ block: [UInt8], from start: Int, into output: inout [UInt8]) -> (used: Int, made: Int) {
        block.withUnsafeBytes { source in
            output.withUnsafeMutableBytes { target in
                // iconv takes a mutable pointer, but does not write there.
                var from = UnsafeMutableRawPointer(mutating: source.baseAddress)?.advanced(by: start)
                    .assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = source.count - start
                var room = target.count
                _ = iconv(converter, &from, &left, &to, &room)
                return (source.count - start - left, target.count - room)
            }
        }
    }
}

extension Span<UInt8> {
    /// Whether all of it is UTF-8.
    fileprivate var isUTF8: Bool {
        let bytes = bytes
        var index = 0
        while index + 8 <= count {
            let high = bytes.word(index) & 0x8080_8080_8080_8080
            guard high != 0 else {
                index += 8
                continue
            }
            index += high.trailingZeroBitCount >> 3
            // A character of three bytes, as Chinese is; behind two of the first bytes not every second one may stand.
            guard index + 8 <= count, bytes.word(index) & 0xC0_C0F0 == 0x80_80E0, bytes.byte(index) != 0xE0,
                bytes.byte(index) != 0xED
            else { break }
            index += 3
        }
        return (try? UTF8Span(validating: extracting(index...))) != nil
    }
}

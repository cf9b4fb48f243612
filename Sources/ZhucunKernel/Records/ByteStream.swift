internal import Glibc

/// Reads a file in blocks as UTF-8: a byte order mark is dropped, GB18030 is recognised at the first text that is not
/// ASCII and converted on the way.
struct ByteStream: ~Copyable {
    private static let blockSize = 1 << 18
    private let descriptor: Int32
    private var converter: iconv_t?
    private var decided = false
    private var pending: [UInt8] = []
    private var raw: [UInt8] = []
    /// Given at once instead of read from a file.
    private var given: [UInt8]?
    /// The error number when the file could not be opened or read.
    private(set) var failure: Int32?
    /// Set when bytes could not be read as either encoding; they were replaced by U+FFFD.
    private(set) var hasInvalidText = false
    private var isStart = true

    init(path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        raw = [UInt8](repeating: 0, count: ByteStream.blockSize)
        if descriptor < 0 { failure = errno }
    }

    /// Bytes that are there already.
    init(bytes: [UInt8]) {
        descriptor = -1
        given = bytes
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let converter { iconv_close(converter) }
    }

    /// Appends the next block; false at the end.
    mutating func read(into buffer: inout [UInt8]) -> Bool {
        if let block = given {
            given = []
            guard !block.isEmpty else { return false }
            append(block.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(block.dropFirst(3)) : block, isLast: true, to: &buffer)
            return true
        }
        guard descriptor >= 0, failure == nil else { return false }
        let count = raw.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else {
            if count < 0 { failure = errno }
            guard !pending.isEmpty else { return false }
            let rest = pending
            pending = []
            append(rest, isLast: true, to: &buffer)
            return true
        }
        var block = pending + raw[..<count]
        pending = []
        if isStart {
            isStart = false
            if block.starts(with: [0xEF, 0xBB, 0xBF]) { block.removeFirst(3) }
        }
        append(block, isLast: false, to: &buffer)
        return true
    }

    private mutating func append(_ block: [UInt8], isLast: Bool, to buffer: inout [UInt8]) {
        if converter == nil, !decided {
            let whole = block[..<(isLast ? block.count : completePrefix(block))]
            // A character that the next block completes decides nothing yet.
            if whole.contains(where: { $0 >= 0x80 }) {
                decided = true
                if String(validating: whole, as: UTF8.self) == nil { converter = iconv_open("UTF-8", "GB18030") }
            }
        }
        if converter != nil {
            convert(block, isLast: isLast, to: &buffer)
            return
        }
        let whole = isLast ? block.count : completePrefix(block)
        pending = Array(block[whole...])
        guard decided, String(validating: block[..<whole], as: UTF8.self) == nil else {
            buffer.append(contentsOf: block[..<whole])
            return
        }
        hasInvalidText = true
        buffer.append(contentsOf: String(decoding: block[..<whole], as: UTF8.self).utf8)
    }

    /// How many bytes of the block do not belong to a character that the next block completes.
    private func completePrefix(_ block: [UInt8]) -> Int {
        var index = block.count
        var back = 0
        while index > 0, back < 3, block[index - 1] & 0xC0 == 0x80 {
            index -= 1
            back += 1
        }
        guard index > 0 else { return block.count }
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
                var from = UnsafeMutableRawPointer(mutating: source.baseAddress)?.advanced(by: start).assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = source.count - start
                var room = target.count
                _ = iconv(converter, &from, &left, &to, &room)
                return (source.count - start - left, target.count - room)
            }
        }
    }
}

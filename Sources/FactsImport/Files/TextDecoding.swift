internal import Glibc
internal import Messages

/// The text of a file, whichever encoding it is in; none is guessed from a name.
enum TextDecoding {
    enum Encoding: String { case utf8 = "UTF-8", utf16le = "UTF-16LE", utf16be = "UTF-16BE", gb18030 = "GB18030" }

    /// As UTF-8, without a byte order mark. A file in which lines are in two encodings is refused with the first line of the other.
    static func utf8(_ bytes: [UInt8]) throws(ImportProblem) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try checked(Array(bytes[3...])) }
        if bytes.starts(with: [0xFF, 0xFE]) { return try converted(Array(bytes[2...]), .utf16le) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try converted(Array(bytes[2...]), .utf16be) }
        if let encoding = unmarkedUTF16(bytes) { return try converted(bytes, encoding) }
        return try checked(bytes)
    }

    /// UTF-8 as it is, GB18030 converted.
    private static func checked(_ bytes: [UInt8]) throws(ImportProblem) -> [UInt8] {
        let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
        if isUTF8, !hasPairs(bytes) { return bytes }
        if let line = firstLineOfOther(bytes) {
            throw ImportProblem(
                Text(
                    "文件里有两种编码：从第 \(line.number) 行起有 \(line.encoding.rawValue)",
                    "the file is in two encodings: line \(line.number) is in \(line.encoding.rawValue)"),
                line: line.number, help: Text("从原处重新导出，或用表格软件另存为 CSV UTF-8", "export it again, or save it as CSV UTF-8")
            )
        }
        return isUTF8 ? bytes : try converted(bytes, .gb18030)
    }

    /// Whether two characters of two bytes each follow each other, as letters of UTF-8 hardly ever do in a Chinese text.
    private static func hasPairs(_ bytes: some Collection<UInt8>) -> Bool {
        var run = 0
        for byte in bytes {
            if run.isMultiple(of: 2) ? 0xC2...0xDF ~= byte : 0xA1...0xBF ~= byte {
                run += 1
            } else {
                run = 0xC2...0xDF ~= byte ? 1 : 0
            }
            if run == 4 { return true }
        }
        return false
    }

    /// What a line can only be in; nil where it can be in both, as Latin text is. Letters of two bytes each may be Chinese ones of GB18030.
    private static func encoding(of line: some Collection<UInt8>) -> Encoding? {
        guard line.contains(where: { $0 >= 0x80 }) else { return nil }
        guard let text = String(validating: line, as: UTF8.self) else { return .gb18030 }
        if text.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) { return .utf8 }
        return hasPairs(line) ? .gb18030 : nil
    }

    /// In UTF-16 without a mark every second byte of Latin text is zero.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> Encoding? {
        let sample = bytes.prefix(4096)
        guard sample.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd * 10 > sample.count, zeros.even * 10 < zeros.odd { return .utf16le }
        return zeros.even * 10 > sample.count && zeros.odd * 10 < zeros.even ? .utf16be : nil
    }

    /// The first line in another encoding than the first one that tells.
    private static func firstLineOfOther(_ bytes: [UInt8]) -> (number: Int, encoding: Encoding)? {
        var first: Encoding?
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard let encoding = encoding(of: line) else { continue }
            guard let known = first else {
                first = encoding
                continue
            }
            if encoding != known { return (index + 1, encoding) }
        }
        return nil
    }

    private static func converted(_ bytes: [UInt8], _ encoding: Encoding) throws(ImportProblem) -> [UInt8] {
        guard let converter = iconv_open("UTF-8", encoding.rawValue), Int(bitPattern: converter) != -1 else {
            throw ImportProblem(Text("系统不能转换 \(encoding.rawValue)", "the system cannot convert \(encoding.rawValue)"))
        }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 3 / 2)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var start = 0
        while start < bytes.count {
            let (used, made, isStuck) = step(bytes, from: start, converter, &chunk)
            output.append(contentsOf: chunk[..<made])
            start += used
            guard !isStuck || made > 0 || used > 0 else { break }
            if isStuck { break }
        }
        guard start == bytes.count else {
            let line = output.count { $0 == 0x0A } + 1
            throw ImportProblem(
                Text(
                    "第 \(line) 行有既不是 UTF-8 也不是 \(encoding.rawValue) 的文字",
                    "line \(line) holds text that is neither UTF-8 nor \(encoding.rawValue)"),
                line: line, help: Text("用表格软件另存为 CSV UTF-8", "save it as CSV UTF-8"))
        }
        return output
    }

    /// How many bytes were used and made, and whether one cannot be converted.
    private static func step(_ bytes: [UInt8], from start: Int, _ converter: iconv_t, _ chunk: inout [UInt8]) -> (
        Int, Int, Bool
    ) {
        bytes.withUnsafeBytes { source in
            chunk.withUnsafeMutableBytes { target in
                // iconv takes a mutable pointer, but does not write there.
                var from = UnsafeMutableRawPointer(mutating: source.baseAddress)?.advanced(by: start)
                    .assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var (left, room) = (source.count - start, target.count)
                let result = iconv(converter, &from, &left, &to, &room)
                let isStuck = result == -1 && errno != E2BIG
                return (source.count - start - left, target.count - room, isStuck)
            }
        }
    }
}

/// What is wrong with a character wherever it stands.
enum BadCharacter {
    case control, invisible, lineBreak

    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E: return nil
        case 0x85, 0x2028, 0x2029: self = .lineBreak
        case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: self = .control
        // Zero-width characters and the controls of writing direction make a text read as something that it is not.
        case 0x061C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F:
            self = .invisible
        case let value where value & 0xFFFE == 0xFFFE: self = .control  // not characters at all
        default: return nil
        }
    }
}

/// Checks that bytes are a text that shows all it holds; libyaml is never given anything else.
struct TextCheck {
    let file: SourceFile
    let limits: YAMLLimits

    /// The first thing that keeps the file from being read as a text.
    func firstProblem() -> Diagnostic? {
        let bytes = file.bytes
        if bytes.count > limits.bytes { return YAMLMessages.tooLarge(file, limit: limits.bytes) }
        for mark in [ByteOrderMark.utf16LittleEndian, ByteOrderMark.utf16BigEndian] where bytes.starts(with: mark) {
            return YAMLMessages.otherEncoding(file)
        }
        var index = file.textStart
        var lineStart = index
        var blanks = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Byte.lineFeed { lineStart = index + 1 }
            if index - lineStart >= limits.lineBytes {
                return YAMLMessages.longLine(file, at: index, limit: limits.lineBytes)
            }
            blanks = Byte.isBlank(byte) ? blanks + 1 : 0
            if blanks > YAMLLimits.blanksInARow {
                return YAMLMessages.manyBlanks(file, at: index, limit: YAMLLimits.blanksInARow)
            }
            // Most of a policy: nothing can be wrong with it.
            if (Byte.space...Byte.tilde).contains(byte) {
                index += 1
                continue
            }
            guard let scalar = scalar(in: bytes, at: index) else { return YAMLMessages.notUTF8(file, at: index) }
            let width = UTF8.width(scalar)
            if let bad = bad(scalar, at: index) {
                return YAMLMessages.badCharacter(scalar, bad, file.location(start: index, end: index + width))
            }
            index += width
        }
        return nil
    }

    private func bad(_ scalar: Unicode.Scalar, at index: Int) -> BadCharacter? {
        guard scalar == "\r" else { return BadCharacter(scalar) }
        let isFollowed = index + 1 < file.bytes.count && file.bytes[index + 1] == Byte.lineFeed
        return isFollowed ? nil : .lineBreak
    }

    /// The character that starts at a byte, if the bytes from there on are UTF-8 in its one shortest form.
    private func scalar(in bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
        let first = bytes[index]
        let length: Int
        let smallest: UInt32
        switch first {
        case 0x00...0x7F: return Unicode.Scalar(first)
        case 0xC2...0xDF: (length, smallest) = (2, 0x80)
        case 0xE0...0xEF: (length, smallest) = (3, 0x800)
        case 0xF0...0xF4: (length, smallest) = (4, 0x10000)
        default: return nil
        }
        guard index + length <= bytes.count else { return nil }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for place in index + 1..<index + length {
            guard bytes[place] & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(bytes[place] & 0x3F)
        }
        return value >= smallest ? Unicode.Scalar(value) : nil
    }
}

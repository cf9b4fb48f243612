/// Reads pieces of dates and times from UTF-8 without allocating. A position moves past what was read; after a failure
/// it means nothing.
@usableFromInline
enum Scan {
    /// Exactly `count` ASCII digits, -1 when they are not there.
    @inlinable @inline(__always)
    static func digits(_ bytes: Span<UInt8>, _ position: inout Int, count: Int) -> Int {
        guard count <= bytes.count - position else { return -1 }
        var value = 0
        for index in position..<position + count {
            let digit = bytes[index] &- 0x30
            guard digit <= 9 else { return -1 }
            value = value &* 10 &+ Int(digit)
        }
        position += count
        return value
    }

    /// One or two ASCII digits, -1 when there are none.
    @inlinable @inline(__always)
    static func oneOrTwoDigits(_ bytes: Span<UInt8>, _ position: inout Int) -> Int {
        let first = digits(bytes, &position, count: 1)
        guard first >= 0 else { return -1 }
        let second = position < bytes.count ? bytes[position] &- 0x30 : 0xFF
        guard second <= 9 else { return first }
        position += 1
        return first * 10 + Int(second)
    }

    /// Passes one byte, false when another or none is there.
    @inlinable @inline(__always)
    static func pass(_ byte: UInt8, _ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Passes the three bytes of a Chinese character.
    @inlinable
    static func pass(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
        pass(a, bytes, &position) && pass(b, bytes, &position) && pass(c, bytes, &position)
    }

    /// 2023-07-01, 2023/7/1 or 2023年7月1日.
    @inlinable
    static func day(_ bytes: Span<UInt8>, _ position: inout Int) -> Day? {
        let year = digits(bytes, &position, count: 4)
        guard year >= 0, position < bytes.count else { return nil }
        let month: Int
        let day: Int
        switch bytes[position] {
        case 0x2D:  // -
            position += 1
            month = digits(bytes, &position, count: 2)
            guard pass(0x2D, bytes, &position) else { return nil }
            day = digits(bytes, &position, count: 2)
        case 0x2F:  // /
            position += 1
            month = oneOrTwoDigits(bytes, &position)
            guard pass(0x2F, bytes, &position) else { return nil }
            day = oneOrTwoDigits(bytes, &position)
        default:
            guard pass(0xE5, 0xB9, 0xB4, bytes, &position) else { return nil }  // 年
            month = oneOrTwoDigits(bytes, &position)
            guard pass(0xE6, 0x9C, 0x88, bytes, &position) else { return nil }  // 月
            day = oneOrTwoDigits(bytes, &position)
            guard pass(0xE6, 0x97, 0xA5, bytes, &position) else { return nil }  // 日
        }
        return Day(year: year, month: month, day: day)
    }

    /// Z, +08, +0800 or +08:00 as seconds east of Greenwich, nil when malformed or beyond 18 hours.
    @inlinable
    static func offset(_ bytes: Span<UInt8>, _ position: inout Int) -> Int32? {
        guard position < bytes.count else { return nil }
        let sign = bytes[position]
        position += 1
        if sign == 0x5A { return 0 }  // Z
        guard sign == 0x2B || sign == 0x2D else { return nil }
        let hours = digits(bytes, &position, count: 2)
        guard 0...18 ~= hours else { return nil }
        var minutes = 0
        if position < bytes.count {
            if bytes[position] == 0x3A { position += 1 }
            minutes = digits(bytes, &position, count: 2)
        }
        guard 0...59 ~= minutes, hours * 60 + minutes <= 18 * 60 else { return nil }
        let seconds = Int32(hours * 3600 + minutes * 60)
        return sign == 0x2B ? seconds : -seconds
    }

    /// `value` in decimal, with zeros before it up to `width` digits.
    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value.magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, width - digits.utf8.count))
        return (value < 0 ? "-" : "") + zeros + digits
    }
}

import CivilTime

extension RawSpan {
    @inline(__always)
    func byte(_ index: Int) -> UInt8 { unsafeLoad(fromByteOffset: index, as: UInt8.self) }

    /// Eight bytes, the first in the lowest.
    @inline(__always)
    func word(_ index: Int) -> UInt64 {
        UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// Where a field without quotes inside ends: before a comma, a closing quote or the end of the line. Nil when it
    /// does not end in these bytes.
    func fieldEnd(from start: Int) -> Int? {
        var index = start
        while index + 8 <= byteCount {
            // The lowest byte that is at most a comma is found exactly; a borrow only disturbs those behind it.
            let word = word(index)
            let low = (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word & 0x8080_8080_8080_8080
            guard low != 0 else {
                index += 8
                continue
            }
            index += low.trailingZeroBitCount >> 3
            switch byte(index) {
            case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""): return index
            default: index += 1
            }
        }
        return nil
    }

    /// Digits, with a decimal point and at most so many decimals (or more of a coordinate's, cut off), times the scale.
    @inline(__always)
    func number(_ position: inout Int, _ scale: Int64, _ decimals: Int) -> Int64? {
        let isNegative = decimals == 7 && byte(position) == UInt8(ascii: "-")
        if isNegative { position += 1 }
        guard let whole = digits(&position), whole.count > 0 else { return nil }
        var value = whole.value &* scale
        if byte(position) == UInt8(ascii: ".") {
            position += 1
            guard decimals > 0, let part = digits(&position), part.count > 0, decimals == 7 || part.count <= decimals
            else { return nil }
            // The part counts as eight decimals.
            value += decimals == 7 ? part.aligned / 10 : part.aligned / 100
        }
        guard decimals != 7 || value <= 1_800_000_000 else { return nil }
        return isNegative ? -value : value
    }

    /// Whether a text is an identifier of ASCII characters, of so many digits where that is asked.
    func isIdentifier(_ range: Range<Int>, _ digits: Int?) -> Bool {
        guard range.count <= 64, digits.map({ $0 == range.count }) ?? true else { return false }
        for place in range where digits == nil ? !byte(place).isPlainInIdentifiers : !(48...57).contains(byte(place)) {
            return false
        }
        return true
    }

    /// Up to seven digits: how many, their number, and their number as the first of eight. Nil for eight and more.
    @inline(__always)
    private func digits(_ position: inout Int) -> (count: Int, value: Int64, aligned: Int64)? {
        let digits = word(position) ^ 0x3030_3030_3030_3030
        let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
        guard others != 0 else { return nil }
        let count = others.trailingZeroBitCount >> 3
        position += count
        guard count > 0 else { return (0, 0, 0) }
        // As if the number had zeros before it, and behind it.
        let before = digits << UInt64(64 - count * 8)
        let behind = digits & (1 << UInt64(count * 8) &- 1)
        return (count, RawSpan.number(of: before), RawSpan.number(of: behind))
    }

    /// Eight digits, one in each byte, the first in the lowest.
    @inline(__always)
    private static func number(of digits: UInt64) -> Int64 {
        let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
        return Int64(truncatingIfNeeded: (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
    }
}

/// Texts of a column that were met lately, up to sixteen bytes long, and what they gave.
struct RecentTexts {
    private struct Met {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var count = 0
        var value: Int64 = 0
    }

    private var met = InlineArray<32, Met>(repeating: Met())
    /// Where the last one stands: the next row often has the same.
    private var last = 0

    /// The value of a text that begins at a place and is among them.
    @inline(__always)
    mutating func value(_ bytes: RawSpan, _ position: inout Int) -> Int64? {
        let first = bytes.word(position)
        let second = bytes.word(position + 8)
        if let value = value(last, first, second, bytes, &position) { return value }
        // The first eight bytes choose one place to look at.
        let place = RecentTexts.place(first)
        guard place != last, let value = value(place, first, second, bytes, &position) else { return nil }
        last = place
        return value
    }

    @inline(__always)
    private static func place(_ first: UInt64) -> Int {
        // Not those from a comma, a quote or a line end on, which are no part of the text.
        let low = (first &- 0x2D2D_2D2D_2D2D_2D2D) & ~first & 0x8080_8080_8080_8080
        return Int(
            truncatingIfNeeded: ((first & ShortText.mask(low.trailingZeroBitCount >> 3)) &* 0x9E37_79B9_7F4A_7C15) >> 59
        )
    }

    @inline(__always)
    private func value(_ index: Int, _ first: UInt64, _ second: UInt64, _ bytes: RawSpan, _ position: inout Int)
        -> Int64?
    {
        let known = met[index]
        guard known.count > 0, (first ^ known.first) & ShortText.mask(known.count) == 0,
            (second ^ known.second) & ShortText.mask(known.count - 8) == 0
        else { return nil }
        switch bytes.byte(position + known.count) {
        case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""): break
        default: return nil
        }
        position += known.count
        return known.value
    }

    mutating func note(_ bytes: RawSpan, _ range: Range<Int>, _ value: Int64) {
        guard range.count <= 16 else { return }
        last = RecentTexts.place(bytes.word(range.lowerBound))
        met[last] = Met(
            first: bytes.word(range.lowerBound), second: bytes.word(range.lowerBound + 8), count: range.count,
            value: value)
    }
}

/// Dates and times in ISO 8601, with the months that were met lately.
struct RecentDates {
    private let zone: CivilZone
    /// The months met lately, by the number of the month.
    private var months = InlineArray<16, Month>(repeating: Month())

    private struct Month {
        /// `2023-10-`
        var text: UInt64 = 0
        /// The day before its first.
        var dayBefore = 0
        var length = 0
    }

    /// `+08:00`, and what it adds to come to the zone's own clocks.
    private var offset: UInt64 = 0
    private var shift: Int64 = 0

    init(_ zone: CivilZone) { self.zone = zone }

    /// 2023-07-01, as days since 1970.
    @inline(__always)
    mutating func day(_ bytes: RawSpan, _ position: inout Int) -> Int? {
        let text = bytes.word(position)
        // The number of the month, when it is one.
        let place = Int(truncatingIfNeeded: (text >> 40 & 1) * 10 + (text >> 48 & 0xF)) & 15
        if months[place].text != text {
            guard learn(text, place) else { return nil }
        }
        let month = months[place]
        let tens = bytes.byte(position + 8) &- 48
        let ones = bytes.byte(position + 9) &- 48
        guard tens <= 3, ones <= 9 else { return nil }
        let day = Int(tens) * 10 + Int(ones)
        guard day >= 1, day <= month.length else { return nil }
        position += 10
        return month.dayBefore + day
    }

    /// 2023-07-01T20:15:00+08:00, 2023-07-01 20:15 and what lies between, as seconds since 1970 on the zone's clocks.
    @inline(__always)
    mutating func moment(_ bytes: RawSpan, _ position: inout Int) -> Int64? {
        guard let day = day(bytes, &position) else { return nil }
        // `T20:15:00` without its first byte; behind a shorter form other bytes stand there.
        let separator = bytes.byte(position)
        guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " ") else { return nil }
        let digits = bytes.word(position + 1) ^ 0x0000_0030_303A_3030
        guard (digits &+ 0x0000_0076_767F_7676 | digits) & 0x0000_0080_8080_8080 == 0 else { return nil }
        let hour = Int64(digits & 0xF) * 10 + Int64(digits >> 8 & 0xF)
        let minute = Int64(digits >> 24 & 0xF) * 10 + Int64(digits >> 32 & 0xF)
        guard hour <= 23, minute <= 59 else { return nil }
        var seconds = Int64(day) * 86_400 + hour * 3600 + minute * 60
        position += 6
        if bytes.byte(position) == UInt8(ascii: ":") {
            let tens = bytes.byte(position + 1) &- 48
            let ones = bytes.byte(position + 2) &- 48
            guard tens <= 5, ones <= 9 else { return nil }
            seconds += Int64(tens) * 10 + Int64(ones)
            position += 3
        }
        switch bytes.byte(position) {
        case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""): return seconds
        case UInt8(ascii: "Z"):
            position += 1
            return seconds + Int64(zone.offset)
        default:
            let text = bytes.word(position) & 0xFFFF_FFFF_FFFF
            if text != offset {
                guard learn(offset: text) else { return nil }
            }
            position += 6
            return seconds + shift
        }
    }

    private mutating func learn(_ text: UInt64, _ place: Int) -> Bool {
        let digits = text ^ 0x2D30_302D_3030_3030
        guard (digits &+ 0x7F76_767F_7676_7676 | digits) & 0x8080_8080_8080_8080 == 0 else { return false }
        func digit(_ place: UInt64) -> Int { Int(digits >> (place * 8) & 0xF) }
        let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
        let month = digit(5) * 10 + digit(6)
        guard let first = Day(year: year, month: month, day: 1) else { return false }
        months[place] = Month(
            text: text, dayBefore: Int(first.number) - 1, length: Day.daysInMonth(year: year, month: month))
        return true
    }

    /// `+08:00` in six bytes.
    private mutating func learn(offset text: UInt64) -> Bool {
        let bytes = (0..<6).map { UInt8(truncatingIfNeeded: text >> UInt64($0 * 8)) }
        guard let given = CivilZone(String(decoding: bytes, as: UTF8.self)) else { return false }
        offset = text
        shift = Int64(zone.offset) - Int64(given.offset)
        return true
    }
}

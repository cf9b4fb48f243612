/// Writes the fields of a check-in as bytes: texts would cost more than all the rest.
extension [UInt8] {
    mutating func appendText(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    private mutating func appendTwoDigits(_ value: Int) {
        append(UInt8(truncatingIfNeeded: 48 + value / 10 % 10))
        append(UInt8(truncatingIfNeeded: 48 + value % 10))
    }

    /// 07:40
    mutating func appendMinute(_ second: Int) {
        appendTwoDigits(second / 3600)
        append(UInt8(ascii: ":"))
        appendTwoDigits(second / 60 % 60)
    }

    /// 07:40:05
    mutating func appendSecond(_ second: Int) {
        appendMinute(second)
        append(UInt8(ascii: ":"))
        appendTwoDigits(second % 60)
    }

    mutating func appendNumber(_ value: Int) {
        if value >= 10 { appendNumber(value / 10) }
        append(UInt8(truncatingIfNeeded: 48 + value % 10))
    }

    /// Degrees from their ten-millionths: 39.5600000
    mutating func appendDegrees(_ value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        let size = abs(value)
        appendNumber(size / 10_000_000)
        append(UInt8(ascii: "."))
        var scale = 1_000_000
        while scale > 0 {
            append(UInt8(truncatingIfNeeded: 48 + size / scale % 10))
            scale /= 10
        }
    }
}

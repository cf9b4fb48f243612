package import Exact

/// Results are put together as bytes: they are long, and most of their numbers are short.
extension [UInt8] {
    package mutating func add(_ text: String) { append(contentsOf: text.utf8) }

    /// What was written before; a plain `append` would count one more reference to it each time.
    package mutating func add(_ written: [UInt8]) { written.withUnsafeBufferPointer { append(contentsOf: $0) } }

    package mutating func add(_ number: Int64) {
        guard !(0..<10).contains(number) else {
            append(UInt8(ascii: "0") + UInt8(number))
            return
        }
        if number < 0 { append(UInt8(ascii: "-")) }
        let start = count
        var rest = number.magnitude
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }

    /// As `exactText`.
    package mutating func add(_ number: Fraction) {
        add(number.numerator)
        guard number.denominator != 1 else { return }
        append(UInt8(ascii: "/"))
        add(number.denominator)
    }
}

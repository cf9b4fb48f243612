/// An exact ratio of two 64-bit integers, always in lowest terms with a positive denominator.
///
/// Every number of a verdict is one: rates, weights, totals. Arithmetic is done in 128 bits and
/// throws ``ArithmeticOverflow`` when the reduced result no longer fits, instead of rounding.
public struct Fraction: Hashable, Sendable {
    /// The part above the line, which carries the sign.
    public let numerator: Int64
    /// The part below the line, at least 1.
    public let denominator: Int64

    /// A whole number, over 1.
    public init(_ whole: Int) {
        numerator = Int64(whole)
        denominator = 1
    }

    /// A ratio in lowest terms.
    ///
    /// - Returns: nil when the denominator is zero, or when the ratio in lowest terms does not fit into 64 bits.
    public init?(_ numerator: Int, over denominator: Int) {
        guard denominator != 0, let reduced = try? Fraction.reduced(Int64(numerator), Int64(denominator)) else {
            return nil
        }
        self = reduced
    }

    /// - Precondition: in lowest terms, the denominator positive.
    package init(unchecked numerator: Int64, over denominator: Int64) {
        self.numerator = numerator
        self.denominator = denominator
    }

    private init(reducedNumerator: Int64, denominator: Int64) {
        numerator = reducedNumerator
        self.denominator = denominator
    }

    /// 0/1.
    public static let zero = Fraction(0)
    /// 1/1.
    public static let one = Fraction(1)

    /// Reads a decimal number without a sign, such as `87.5`: at most 15 digits, six of them behind the point; nil for
    /// anything else.
    public init?(decimal text: some StringProtocol) {
        var value: Int64 = 0
        var scale: Int64 = 1
        var sawPoint = false
        var digits = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: ".") {
                guard !sawPoint, digits > 0 else { return nil }
                sawPoint = true
                continue
            }
            guard byte >= 48, byte <= 57, digits < 15 else { return nil }
            value = value * 10 + Int64(byte - 48)
            digits += 1
            if sawPoint { scale *= 10 }
        }
        guard digits > 0, scale <= 1_000_000, text.last != ".",
            let reduced = try? Fraction.reduced(value, scale)
        else { return nil }
        self = reduced
    }

    static func reduced(_ numerator: Int128, _ denominator: Int128) throws -> Fraction {
        var a = numerator.magnitude
        var b = denominator.magnitude
        guard b != 0 else { throw ArithmeticOverflow() }
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int128(a == 0 ? 1 : a)
        let sign: Int128 = denominator < 0 ? -1 : 1
        guard let n = Int64(exactly: sign * numerator / divisor), let d = Int64(exactly: sign * denominator / divisor)
        else {
            throw ArithmeticOverflow()
        }
        return Fraction(reducedNumerator: n, denominator: d)
    }

    /// The same in 64 bits, as nearly all numbers are.
    private static func reduced(_ numerator: Int64, _ denominator: Int64) throws -> Fraction {
        guard denominator > 0, numerator > .min else { return try reduced(Int128(numerator), Int128(denominator)) }
        guard denominator > 1 else { return Fraction(reducedNumerator: numerator, denominator: 1) }
        var a = numerator.magnitude
        var b = denominator.magnitude
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int64(a)
        return Fraction(reducedNumerator: numerator / divisor, denominator: denominator / divisor)
    }

    /// A product over another, in 64 bits where they hold both.
    private static func reduced(_ a: Int64, times b: Int64, over c: Int64, times d: Int64) throws -> Fraction {
        let (above, overflow) = a.multipliedReportingOverflow(by: b)
        let (below, overflowBelow) = c.multipliedReportingOverflow(by: d)
        if !overflow, !overflowBelow { return try reduced(above, below) }
        return try reduced(Int128(a) * Int128(b), Int128(c) * Int128(d))
    }

    public static func + (a: Fraction, b: Fraction) throws -> Fraction {
        if a.denominator == b.denominator {
            let (sum, overflow) = a.numerator.addingReportingOverflow(b.numerator)
            if !overflow { return try reduced(sum, a.denominator) }
        }
        let left = Int128(a.numerator).multipliedReportingOverflow(by: Int128(b.denominator))
        let right = Int128(b.numerator).multipliedReportingOverflow(by: Int128(a.denominator))
        let sum = left.partialValue.addingReportingOverflow(right.partialValue)
        guard !sum.overflow else { throw ArithmeticOverflow() }
        return try reduced(sum.partialValue, Int128(a.denominator) * Int128(b.denominator))
    }

    public static func - (a: Fraction, b: Fraction) throws -> Fraction {
        guard b.numerator != .min else { throw ArithmeticOverflow() }
        return try a + Fraction(reducedNumerator: -b.numerator, denominator: b.denominator)
    }

    public static func * (a: Fraction, b: Fraction) throws -> Fraction {
        try reduced(a.numerator, times: b.numerator, over: a.denominator, times: b.denominator)
    }

    public static func / (a: Fraction, b: Fraction) throws -> Fraction {
        try reduced(a.numerator, times: b.denominator, over: a.denominator, times: b.numerator)
    }

    /// The smallest whole number not below this one.
    public var roundedUp: Int {
        let quotient = numerator / denominator
        return Int(numerator % denominator > 0 ? quotient + 1 : quotient)
    }

    /// The largest whole number not above this one.
    public var roundedDown: Int {
        let quotient = numerator / denominator
        return Int(numerator % denominator < 0 ? quotient - 1 : quotient)
    }

    /// `7` or `19/31`: exact, for results.
    public var exactText: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

    /// Rounded half up to `places` decimals, for people: never compared.
    public func rounded(_ places: Int) -> String {
        var scale: Int128 = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int128(numerator) * scale * 2 + Int128(denominator)
        let divisor = Int128(denominator) * 2
        var whole = scaled / divisor
        if scaled % divisor < 0 { whole -= 1 }
        let sign = whole < 0 ? "-" : ""
        let magnitude = whole.magnitude
        guard places > 0 else { return sign + "\(magnitude)" }
        let unsignedScale = scale.magnitude
        let decimals = String(magnitude % unsignedScale)
        let padded = String(repeating: "0", count: places - decimals.count) + decimals
        return sign + "\(magnitude / unsignedScale).\(padded)"
    }
}

extension Fraction: Comparable {
    public static func < (a: Fraction, b: Fraction) -> Bool {
        guard a.denominator != b.denominator else { return a.numerator < b.numerator }
        let left = a.numerator.multipliedFullWidth(by: b.denominator)
        let right = b.numerator.multipliedFullWidth(by: a.denominator)
        return left.high == right.high ? left.low < right.low : left.high < right.high
    }
}

/// A number too large to be computed exactly in 128 bits; the verdict that needs it is undetermined.
public struct ArithmeticOverflow: Error {}

extension Fraction {
    /// The sum of many numbers: only what comes out has to fit into 64 bits, not what is on the way.
    ///
    /// - Throws: ``ArithmeticOverflow`` when it does not.
    public static func sum(of numbers: some Sequence<Fraction>) throws -> Fraction {
        let (numerator, denominator) = try wideSum(of: numbers)
        return try reduced(numerator, denominator)
    }

    /// The mean of some numbers; nil of none.
    ///
    /// - Throws: ``ArithmeticOverflow`` when it does not fit into 64 bits.
    public static func mean(of numbers: some Collection<Fraction>) throws -> Fraction? {
        guard !numbers.isEmpty else { return nil }
        let (numerator, denominator) = try wideSum(of: numbers)
        let (whole, overflow) = denominator.multipliedReportingOverflow(by: Int128(numbers.count))
        guard !overflow else { throw ArithmeticOverflow() }
        return try reduced(numerator, whole)
    }

    private static func wideSum(of numbers: some Sequence<Fraction>) throws -> (Int128, Int128) {
        var (numerator, denominator): (Int128, Int128) = (0, 1)
        for number in numbers {
            let (other, divisor) = (
                Int128(number.denominator), greatestDivisor(denominator, Int128(number.denominator))
            )
            let left = numerator.multipliedReportingOverflow(by: other / divisor)
            let right = Int128(number.numerator).multipliedReportingOverflow(by: denominator / divisor)
            let sum = left.partialValue.addingReportingOverflow(right.partialValue)
            let common = denominator.multipliedReportingOverflow(by: other / divisor)
            guard !left.overflow, !right.overflow, !sum.overflow, !common.overflow else { throw ArithmeticOverflow() }
            let shared = max(1, greatestDivisor(sum.partialValue, common.partialValue))
            (numerator, denominator) = (sum.partialValue / shared, common.partialValue / shared)
        }
        return (numerator, denominator)
    }

    private static func greatestDivisor(_ a: Int128, _ b: Int128) -> Int128 {
        var (a, b) = (a.magnitude, b.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        return Int128(truncatingIfNeeded: a)
    }
}

/// A number as a profile writes it, with the dimension that its unit word gives, if it has one.
public struct Quantity: Hashable, Sendable {
    /// The number in the unit that its dimension counts in: `3万元` is 30,000, `60%` is 3/5.
    public let value: Fraction
    /// Nil for a bare number.
    public let dimension: Dimension?

    /// A bare number.
    package init(_ number: Fraction) {
        value = number
        dimension = nil
    }

    /// A number in a dimension's unit.
    package init(_ number: Fraction, _ dimension: Dimension) {
        value = number
        self.dimension = dimension
    }

    /// `15 days`, `15天`, `60%`, `2/3`, `5 of 7`, `3万元`, `90`; nil when it is none of these.
    public init?(_ text: String) {
        // Most of what is compared are names.
        guard let first = text.utf8.first(where: { $0 != UInt8(ascii: " ") }),
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        else { return nil }
        if let share = Quantity.share(text) {
            value = share
            dimension = .share
            return
        }
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let number = Fraction(decimal: digits) else { return nil }
        var word = String(text.dropFirst(digits.count).drop { $0 == " " })
        var factor = 1
        if let times = Quantity.multiples[word.prefix(1)] {
            factor = times
            word = String(word.dropFirst().drop { $0 == " " })
        }
        guard !word.isEmpty else {
            guard factor == 1 else { return nil }
            value = number
            dimension = nil
            return
        }
        guard let found = Dimension.counted.first(where: { $0.words[word] != nil }), let unit = found.words[word],
            let scaled = try? number * Fraction(factor * unit)
        else { return nil }
        value = scaled
        dimension = found
    }

    private static let multiples: [Substring: Int] = ["万": 10_000, "亿": 100_000_000]

    private static func share(_ text: String) -> Fraction? {
        if text.hasSuffix("%") {
            guard let number = Fraction(decimal: text.dropLast()), let hundredth = Fraction(1, over: 100) else {
                return nil
            }
            return try? number * hundredth
        }
        let parts =
            text.contains("/")
            ? text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            : text.split(separator: " ").map(String.init)
        guard let first = parts.first, let last = parts.last,
            parts.count == 2 || (parts.count == 3 && parts[1] == "of"),
            first.allSatisfy({ $0.isASCII && $0.isNumber }), last.allSatisfy({ $0.isASCII && $0.isNumber }),
            text.contains("/") || parts.count == 3,
            let numerator = Int(first), let denominator = Int(last), numerator < 1_000_000, denominator < 1_000_000
        else { return nil }
        return Fraction(numerator, over: denominator)
    }
}

extension Quantity {
    /// The number as a profile would write it.
    package var text: String {
        guard let dimension else { return value.exactText }
        if dimension == .share {
            if let hundred = try? value * Fraction(100), hundred.denominator == 1 { return hundred.exactText + "%" }
            return value.exactText
        }
        return value.exactText + " " + dimension.name
    }
}

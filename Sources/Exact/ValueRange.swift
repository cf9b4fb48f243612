/// What is known of a number that the records leave open: it lies between two bounds, both included; nil: no bound on that side.
///
/// Interval arithmetic over exact fractions. Operations throw ``ArithmeticOverflow`` as those of ``Fraction`` do.
public struct ValueRange: Hashable, Sendable {
    /// The least that the number can be; nil where nothing bounds it below.
    public let low: Fraction?
    /// The greatest that the number can be; nil where nothing bounds it above.
    public let high: Fraction?

    /// The numbers from `low` to `high`, both included; nil: no bound on that side.
    ///
    /// - Precondition: `low` is not above `high`.
    public init(_ low: Fraction?, _ high: Fraction?) {
        self.low = low
        self.high = high
    }

    /// A number that is known exactly: both bounds are it.
    public init(_ number: Fraction) {
        low = number
        high = number
    }

    /// Exactly 0.
    public static let zero = ValueRange(Fraction.zero)
    /// Exactly 1.
    public static let one = ValueRange(Fraction.one)
    /// Nothing is known but that it is counted.
    public static let atLeastZero = ValueRange(.zero, nil)
    /// Nothing is known at all.
    public static let unknown = ValueRange(nil, nil)

    /// The number, when only one is possible.
    public var exact: Fraction? { low == high ? low : nil }

    /// Whether the number is at least so much: known as soon as all that it can be is, or nothing of it.
    public func isAtLeast(_ least: Fraction) -> Truth {
        if let low, low >= least { return .yes }
        if let high, high < least { return .no }
        return .unknown
    }

    /// Whether the number can be this one.
    public func contains(_ number: Fraction) -> Bool { (low ?? number) <= number && number <= (high ?? number) }

    /// The smallest range that holds both, with everything between them; a side is bounded only where both are.
    public func union(_ other: ValueRange) -> ValueRange {
        ValueRange(
            low.flatMap { a in other.low.map { min(a, $0) } }, high.flatMap { a in other.high.map { max(a, $0) } })
    }

    public static func + (a: ValueRange, b: ValueRange) throws -> ValueRange {
        ValueRange(try both(a.low, b.low, +), try both(a.high, b.high, +))
    }

    public static func - (a: ValueRange, b: ValueRange) throws -> ValueRange {
        ValueRange(try both(a.low, b.high, -), try both(a.high, b.low, -))
    }

    /// Times an exact number.
    public static func * (a: ValueRange, number: Fraction) throws -> ValueRange {
        let bounds = (try a.low.map { try $0 * number }, try a.high.map { try $0 * number })
        return number < .zero ? ValueRange(bounds.1, bounds.0) : ValueRange(bounds.0, bounds.1)
    }

    /// Times another number that is not known exactly; a side is bounded only where all four bounds are, or nothing is negative.
    public static func * (a: ValueRange, b: ValueRange) throws -> ValueRange {
        if let exact = b.exact { return try a * exact }
        if let exact = a.exact { return try b * exact }
        if let lowA = a.low, let lowB = b.low, lowA >= .zero, lowB >= .zero {
            return ValueRange(try lowA * lowB, try both(a.high, b.high, *))
        }
        guard let lowA = a.low, let highA = a.high, let lowB = b.low, let highB = b.high else { return .unknown }
        let products = [try lowA * lowB, try lowA * highB, try highA * lowB, try highA * highB]
        return ValueRange(products.min(), products.max())
    }

    /// Of numbers that are not negative; nil where what is divided by can be nothing else than zero.
    public static func / (a: ValueRange, b: ValueRange) throws -> ValueRange? {
        if let most = b.high, most <= .zero { return nil }
        let low = try a.low.flatMap { low in try b.high.map { try low / $0 } } ?? .zero
        let high = try a.high.flatMap { high in try b.low.flatMap { $0 > .zero ? try high / $0 : nil } }
        return ValueRange(low, high)
    }

    /// No more and no less than some bounds.
    public func clamped(from least: Fraction? = nil, to most: Fraction? = nil) -> ValueRange {
        func clamp(_ number: Fraction) -> Fraction {
            let raised = least.map { max(number, $0) } ?? number
            return most.map { min(raised, $0) } ?? raised
        }
        return ValueRange(low.map(clamp) ?? least, high.map(clamp) ?? most)
    }

    private static func both(_ a: Fraction?, _ b: Fraction?, _ combine: (Fraction, Fraction) throws -> Fraction)
        rethrows -> Fraction?
    {
        guard let a, let b else { return nil }
        return try combine(a, b)
    }
}

extension MeasureValue {
    /// A number when only one is possible, else the range; nil when nothing is known but that it is counted.
    public init?(_ range: ValueRange) {
        if let number = range.exact {
            self = .number(number)
        } else if range.low ?? .zero <= .zero, range.high == nil {
            return nil
        } else {
            self = .range(range)
        }
    }

    /// What is known of the number; nil for a name.
    public var range: ValueRange? {
        switch self {
        case .number(let number): ValueRange(number)
        case .range(let range): range
        case .text: nil
        }
    }
}

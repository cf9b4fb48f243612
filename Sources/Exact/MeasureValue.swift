public import Messages

/// A value of a measure or an operand of a comparison.
/// An exact number, a range, or a name; what is not known at all is no value.
public enum MeasureValue: Hashable, Sendable {
    /// A number that is known exactly.
    case number(Fraction)
    /// A number that the records leave open, with what is known of it. Never exact, never without any bound.
    case range(ValueRange)
    /// A name out of a list, such as a grade or a band; the same in every language.
    case text(String)

    /// Nil for a name, and for a number that is not known exactly.
    public var number: Fraction? {
        if case .number(let value) = self { value } else { nil }
    }

    /// For people, with each number as it is written: of a range what is known of it.
    public func text(_ write: (Fraction) -> String) -> Text {
        switch self {
        case .number(let value): return Text(same: write(value))
        case .text(let value): return Text(same: value)
        case .range(let range):
            switch (range.low.map(write), range.high.map(write)) {
            case (let low?, let high?): return Text("\(low) 至 \(high)", "\(low) to \(high)")
            case (let low?, nil): return Text("至少 \(low)", "at least \(low)")
            case (nil, let high?): return Text("至多 \(high)", "at most \(high)")
            case (nil, nil): return Text(same: "?")
            }
        }
    }

    /// Exact, the same in every language.
    public var exactText: String {
        switch self {
        case .number(let value): value.exactText
        case .range(let range): MeasureValue.span(range.low?.exactText, range.high?.exactText)
        case .text(let value): value
        }
    }

    /// `≥32`, `≤5`, `32–40`.
    private static func span(_ low: String?, _ high: String?) -> String {
        switch (low, high) {
        case (let low?, let high?): "\(low)–\(high)"
        case (let low?, nil): "≥\(low)"
        case (nil, let high?): "≤\(high)"
        case (nil, nil): "?"
        }
    }
}

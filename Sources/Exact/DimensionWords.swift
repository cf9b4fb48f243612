public import Messages

extension Dimension {
    /// A number as people write it, without its unit: a share in percent, what is not whole with at most two decimals.
    package func figures(_ number: Fraction) -> String {
        if self == .share {
            guard let hundred = try? number * Fraction(100) else { return number.exactText }
            return (hundred.denominator == 1 ? hundred.exactText : hundred.rounded(1)) + "%"
        }
        guard number.denominator != 1 else { return number.exactText }
        return number.rounded(number.denominator == 2 && self != .points ? 1 : 2)
    }

    /// The unit behind a number: `天`, `days`, of a single one `day`; empty where none is written.
    package func unit(of number: Fraction) -> Text {
        guard number == .one else { return unit }
        return Text(unit.zh, Dimension.single[unit.en] ?? unit.en)
    }

    private static let single = [
        "days": "day", "nights": "night", "hours": "hour", "points": "point", "people": "person", "years": "year",
        "months": "month", "stars": "star",
    ]

    /// A number with its unit: `20 天`, `20 days`, `75%`; of what is counted, or is a place, what it is is said elsewhere.
    package func text(_ number: Fraction) -> Text { withUnit(Text(same: figures(number)), unit(of: number)) }

    fileprivate func withUnit(_ figures: Text, _ unit: Text) -> Text {
        guard self != .count, self != .places else { return figures }
        return Text(
            unit.zh.isEmpty ? figures.zh : "\(figures.zh) \(unit.zh)",
            unit.en.isEmpty ? figures.en : "\(figures.en) \(unit.en)")
    }
}

extension MeasureValue {
    /// For people: a number with its unit, of a range what is known of it.
    public func readable(as dimension: Dimension) -> Text {
        switch self {
        case .number(let number): dimension.text(number)
        case .text(let name): Text(same: name)
        case .range: dimension.withUnit(text(dimension.figures), dimension.unit)
        }
    }
}

internal import PolicyYAML
internal import ZhucunKernel

extension ValueType where Value == Fraction {
    /// `20` or `20%`, above zero.
    static let weight = ValueType(name: Text("大于零的权重，如 20 或 20%", "a weight above zero such as 20 or 20%")) { text in
        guard let quantity = Quantity(text), quantity.dimension == nil || quantity.dimension == .share,
            quantity.value > .zero
        else { return nil }
        return quantity.value
    }

    /// Any number above zero, whatever its unit.
    static let anyNumber = ValueType(
        name: Text("大于零的数，如 100%、90、20天", "a number above zero such as 100%, 90, 20 days")
    ) { text in
        guard let quantity = Quantity(text), quantity.value > .zero else { return nil }
        return quantity.value
    }
}

extension Diagnostic {
    static func noSource(_ name: String, at location: Location?) -> Diagnostic {
        Diagnostic(
            "T201",
            Text(
                "维度“\(name)”要么写 scores，要么写 measure 和 full_at",
                "the dimension '\(name)' needs either scores, or measure and full_at"), at: location,
            expected: Text(
                "scores: 名称，或 measure: 指标 与 full_at: 100%", "scores: a name, or measure: a measure with full_at: 100%"))
    }

    static func ratersOfMeasure(_ name: String, at location: Location?) -> Diagnostic {
        Diagnostic(
            "T203", Text("维度“\(name)”来自指标，不能有评分人", "the dimension '\(name)' comes from a measure and has no raters"),
            at: location)
    }

    static func weightsMixed(at location: Location?) -> Diagnostic {
        Diagnostic(
            "T204", Text("权重有的是分值，有的是百分比", "some weights are points and some are percentages"), at: location,
            expected: Text("都写分值，或都写百分比", "all points, or all percentages"))
    }

    static func weightsDoNotAddUp(_ sum: Fraction, _ asked: Fraction, at location: Location?) -> Diagnostic {
        let text = { (value: Fraction) in
            asked == .one ? "\(((try? value * Fraction(100)) ?? value).exactText)%" : value.exactText
        }
        return Diagnostic(
            "T202", Text("各维度的权重加起来不是 \(text(asked))", "the weights do not add up to \(text(asked))"), at: location,
            expected: Text(same: text(asked)), found: Text(same: text(sum)))
    }
}

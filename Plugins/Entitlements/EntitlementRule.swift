internal import PolicyYAML
internal import ZhucunKernel

/// A rate, what it is multiplied with, and its caps.
public struct EntitlementRule: Sendable {
    /// Yuan for one of the quantity; nil where it differs by level.
    let rate: Fraction?
    let rates: [(key: String, value: Fraction)]
    /// What can be got, computed, instead of a rate and a quantity.
    let amount: Expression?
    let quantity: Quantity
    let dimension: Dimension
    /// Only so much of the quantity counts.
    let capped: Fraction?
    let atMost: Fraction?
    let when: Condition?
    let paid: (records: CountedRecords, column: Int)?
    /// The whole amount must be paid, not only no more.
    let isFull: Bool

    enum Quantity: Sendable {
        case one
        case measure(MeasureReference)
        case sum(CountedRecords, column: Int)
    }
}

extension EntitlementRule {
    init(_ settings: inout SettingsReader) {
        let rate = settings.optional(
            "rate", .amount(.yuan), Text("标准：每一单位多少元", "yuan for one"), example: "80 yuan", asked: Text("标准", "rate"))
        let rates = settings.optional(
            "rates", ValueType<[(key: String, value: Fraction)]>.mapping(.word("level"), .amount(.yuan)),
            Text("各层级的标准", "the rate of each level"),
            example: "{city: 100 yuan, county: 80 yuan}", asked: Text("标准", "rate"))
        amount = settings.optional(
            "amount", .expression(.yuan),
            Text("应得金额怎样计算，代替标准和数量", "how what can be got is computed, instead of rate and quantity"),
            example: "{fixed: 7000 yuan, times: 2}", asked: Text("应得", "amount"))
        if ["rate", "rates", "amount"].count(where: { settings.node(of: $0) != nil }) != 1,
            !settings.session.isDescribing
        {
            settings.session.report(.oneRate(at: settings.keyLocation(of: "rate")))
        }
        self.rate = rate
        self.rates = rates ?? []
        let measure = settings.optional(
            "measure", .measure, Text("数量取自指标", "the quantity is a measure"), example: "attendance.rate",
            asked: Text("数量", "quantity"))
        let sum = settings.optional(
            "sum", .counted, Text("数量是记录某列的合计", "the quantity is the sum of a column"), example: "{leave: all}",
            asked: Text("数量", "quantity"))
        _ = settings.optional("of", .text, Text("合计哪一列", "the column to sum"), example: "days")
        let column = settings.node(of: "of").flatMap { node in sum.flatMap { $0.numberColumn(node, settings.session) } }
        let isGiven = ["sum", "of", "measure"].map { settings.node(of: $0) != nil }
        if isGiven[0] != isGiven[1] || isGiven[0] && isGiven[2]
            || amount != nil && isGiven.contains(true) && !settings.session.isDescribing
        {
            settings.session.report(.oneQuantity(at: settings.keyLocation(of: isGiven[0] ? "sum" : "of")))
        }
        if let sum, let column {
            quantity = .sum(sum, column: column)
            dimension = sum.dimension(of: column) ?? .count
        } else if let measure {
            quantity = .measure(measure)
            dimension = .count
            settings.session.expectNumber(measure)
        } else {
            quantity = .one
            dimension = .count
        }
        capped = settings.optional(
            "capped", .anyQuantity, Text("数量最多计到多少，如 22天", "only so much of the quantity counts, such as 22 days"),
            example: "50000 yuan", asked: Text("最多计", "capped at"), formerly: ["first"])
        // In the unit of the column that is summed.
        if column != nil, capped != nil, let node = settings.node(of: "capped") {
            _ = ValueType<Fraction>.amount(dimension).read(node, settings.session)
        }
        atMost = settings.optional(
            "at_most", .amount(.yuan), Text("最高金额", "yuan at most"), example: "2000 yuan", asked: Text("最高", "at most"))
        when = settings.optional(
            "when", .condition, Text("什么情况下可得", "when it can be got"), example: "{count: {leave: all}, at_least: 1}",
            asked: Text("条件", "when"))
        let paid = settings.optional(
            "paid", .counted, Text("哪些记录是已发金额", "the records of what was paid"), example: "{leave: all}")
        self.paid = paid.flatMap { records in records.amountColumn.map { (records, $0) } }
        if paid != nil, self.paid == nil, !settings.session.isDescribing {
            settings.session.report(.notMoney(at: settings.keyLocation(of: "paid")))
        }
        isFull =
            settings.optional(
                "pay", .oneOf(["no_more", "in_full"]), Text("不得超发，或须足额发放", "no more, or in full"), example: "in_full",
                asked: Text("发放", "pay")) == "in_full"
    }
}

extension CountedRecords {
    /// The first column of money.
    fileprivate var amountColumn: Int? { kind.columns.indices.first { dimension(of: $0) == .yuan } }
}

extension Diagnostic {
    fileprivate static func oneRate(at location: Location?) -> Diagnostic {
        Diagnostic(
            "E101", Text("要写明标准，且只能用一种写法", "it must give a rate, in one way"), at: location,
            expected: Text("rate、rates 或 amount", "rate, rates or amount"))
    }

    fileprivate static func notMoney(at location: Location?) -> Diagnostic {
        Diagnostic(
            "E102", Text("这种记录没有金额", "these records hold no money"), at: location,
            expected: Text("有金额列的记录种类", "a kind with a column of yuan"))
    }

    fileprivate static func oneQuantity(at location: Location?) -> Diagnostic {
        Diagnostic(
            "E103", Text("数量要写全，且只能用一种写法", "the quantity must be given in full, in one way"), at: location,
            expected: Text(
                "sum 和 of，或 measure，或都不写；写了 amount 都不写", "sum with of, or measure, or neither; neither with amount"))
    }
}

public import PolicyYAML

/// What a number counts. Two numbers compare only when their dimensions are the same.
public struct Dimension: Hashable, Sendable {
    /// Stable name, as in `plugin show` and in the JSON.
    public let name: String
    /// What the dimension is called for people: `天数`, `days`.
    public let title: Text
    /// The unit words that a profile may write behind the number, each with its factor.
    let words: [String: Int]
    /// A number without a unit word is taken as this dimension.
    let allowsBareNumber: Bool

    public static func == (a: Dimension, b: Dimension) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// The unit as people write it behind a number: `天`, `days`; empty where none is written.
    public let unit: Text

    private init(_ name: String, _ zh: String, _ en: String, unit: Text = Text("", ""), bare: Bool = false, _ words: [String: Int] = [:]) {
        self.name = name
        title = Text(zh, en)
        self.unit = unit
        self.words = words
        allowsBareNumber = bare
    }

    /// How many times something happened, or how many things there are; may be written without a unit word.
    public static let count = Dimension("count", "次数", "a count", unit: Text("次", ""), bare: true, ["times": 1, "time": 1, "次": 1, "条": 1, "项": 1, "个": 1])
    /// Whole days, written `15 days` or `15 天`.
    public static let days = Dimension("days", "天数", "days", unit: Text("天", "days"), ["day": 1, "days": 1, "天": 1, "日": 1])
    /// Nights spent in the village, written `4 nights` or `4 夜`; they do not compare with days.
    public static let nights = Dimension("nights", "夜数", "nights", unit: Text("夜", "nights"), ["night": 1, "nights": 1, "夜": 1, "晚": 1])
    /// Hours of training (学时).
    public static let hours = Dimension("hours", "学时", "hours", unit: Text("学时", "hours"), ["hour": 1, "hours": 1, "学时": 1, "小时": 1])
    /// Points of a score; may be written without a unit word.
    public static let points = Dimension("points", "分数", "points", unit: Text("分", "points"), bare: true, ["point": 1, "points": 1, "分": 1])
    /// Places in a ranking, the first being 1; may be written without a unit word.
    public static let places = Dimension("places", "名次", "places in a ranking", unit: Text("名", ""), bare: true, ["place": 1, "places": 1, "名": 1])
    /// Distances in metres; `2 km` is read as 2000.
    public static let metres = Dimension("metres", "距离", "metres", unit: Text("米", "m"), ["m": 1, "metres": 1, "米": 1, "km": 1000, "公里": 1000])
    /// Money in yuan; `3万元` is read as 30,000.
    public static let yuan = Dimension("yuan", "金额", "yuan", unit: Text("元", "yuan"), ["yuan": 1, "元": 1])
    /// How many people there are.
    public static let people = Dimension("people", "人数", "people", unit: Text("人", "people"), ["people": 1, "人": 1])
    /// Completed years of age or of service.
    public static let years = Dimension("years", "年数", "years", unit: Text("年", "years"), ["year": 1, "years": 1, "岁": 1, "周岁": 1, "年": 1])
    /// The stars of a rating, such as `3 stars`.
    public static let stars = Dimension("stars", "星级", "stars", unit: Text("星", "stars"), ["star": 1, "stars": 1, "星": 1])
    /// Areas of land in mu (亩), each a fifteenth of a hectare.
    public static let mu = Dimension("mu", "亩数", "mu", unit: Text("亩", "mu"), ["mu": 1, "亩": 1])
    /// A part of a whole: `60%`, `2/3`, `5 of 7`.
    public static let share = Dimension("share", "比例", "a share")
    /// A name out of a list: a band, a grade.
    public static let text = Dimension("text", "名称", "a name")

    static let counted: [Dimension] = [.days, .nights, .hours, .metres, .yuan, .people, .years, .mu, .stars, .count, .points, .places]
}

/// A value of a measure or an operand of a comparison.
/// An exact number, a range, or a name; what is not known at all is no value.
public enum MeasureValue: Hashable, Sendable {
    case number(Fraction)
    /// A number that the records leave open, with what is known of it. Never exact, never without any bound.
    case range(ValueRange)
    case text(String)

    /// Nil for a name, and for a number that is not known exactly.
    public var number: Fraction? {
        if case .number(let value) = self { value } else { nil }
    }

    /// For people: a share in percent and points with two decimals, each with the exact fraction behind it.
    public func readable(as dimension: Dimension) -> Text {
        text { number in
            if dimension == .share, let hundred = try? number * Fraction(100) {
                return hundred.denominator == 1 ? hundred.exactText + "%" : "\(hundred.rounded(1))%（\(number.exactText)）"
            }
            return dimension == .points && number.denominator != 1 ? "\(number.rounded(2))（\(number.exactText)）" : number.exactText
        }
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

/// A number as a profile writes it, with the dimension that its unit word gives, if it has one.
public struct Quantity: Hashable, Sendable {
    /// The number in the unit that its dimension counts in: `3万元` is 30,000, `60%` is 3/5.
    public let value: Fraction
    /// Nil for a bare number.
    public let dimension: Dimension?

    /// `15 days`, `15天`, `60%`, `2/3`, `5 of 7`, `3万元`, `90`; nil when it is none of these.
    public init?(_ text: String) {
        // Most of what is compared are names.
        guard let first = text.utf8.first(where: { $0 != UInt8(ascii: " ") }), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return nil }
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
            guard let number = Fraction(decimal: text.dropLast()), let hundredth = Fraction(1, over: 100) else { return nil }
            return try? number * hundredth
        }
        let parts = text.contains("/") ? text.split(separator: "/", omittingEmptySubsequences: false).map(String.init) : text.split(separator: " ").map(String.init)
        guard let first = parts.first, let last = parts.last, parts.count == 2 || (parts.count == 3 && parts[1] == "of"),
            first.allSatisfy({ $0.isASCII && $0.isNumber }), last.allSatisfy({ $0.isASCII && $0.isNumber }),
            text.contains("/") || parts.count == 3,
            let numerator = Int(first), let denominator = Int(last), numerator < 1_000_000, denominator < 1_000_000
        else { return nil }
        return Fraction(numerator, over: denominator)
    }
}

public import Messages

/// What a number counts. Two numbers compare only when their dimensions are the same.
public struct Dimension: Hashable, Sendable {
    /// Stable name, as in `plugin show` and in the JSON.
    public let name: String
    /// What the dimension is called for people: `天数`, `days`.
    public let title: Text
    /// The unit words that a profile may write behind the number, each with its factor.
    package let words: [String: Int]
    /// A number without a unit word is taken as this dimension.
    package let allowsBareNumber: Bool

    public static func == (a: Dimension, b: Dimension) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// The unit as people write it behind a number: `天`, `days`; empty where none is written.
    public let unit: Text

    private init(
        _ name: String, _ zh: String, _ en: String, unit: Text = Text("", ""), bare: Bool = false,
        _ words: [String: Int] = [:]
    ) {
        self.name = name
        title = Text(zh, en)
        self.unit = unit
        self.words = words
        allowsBareNumber = bare
    }

    /// How many times something happened, or how many things there are; may be written without a unit word.
    public static let count = Dimension(
        "count", "次数", "a count", unit: Text("次", ""), bare: true,
        ["times": 1, "time": 1, "次": 1, "条": 1, "项": 1, "个": 1])
    /// Whole days, written `15 days` or `15 天`.
    public static let days = Dimension(
        "days", "天数", "days", unit: Text("天", "days"), ["day": 1, "days": 1, "天": 1, "日": 1])
    /// Nights spent in the village, written `4 nights` or `4 夜`; they do not compare with days.
    public static let nights = Dimension(
        "nights", "夜数", "nights", unit: Text("夜", "nights"), ["night": 1, "nights": 1, "夜": 1, "晚": 1])
    /// Hours of training (学时).
    public static let hours = Dimension(
        "hours", "学时", "hours", unit: Text("学时", "hours"), ["hour": 1, "hours": 1, "学时": 1, "小时": 1])
    /// Points of a score; may be written without a unit word.
    public static let points = Dimension(
        "points", "分数", "points", unit: Text("分", "points"), bare: true, ["point": 1, "points": 1, "分": 1])
    /// Places in a ranking, the first being 1; may be written without a unit word.
    public static let places = Dimension(
        "places", "名次", "places in a ranking", unit: Text("名", ""), bare: true, ["place": 1, "places": 1, "名": 1])
    /// Distances in metres; `2 km` is read as 2000.
    public static let metres = Dimension(
        "metres", "距离", "metres", unit: Text("米", "m"), ["m": 1, "metres": 1, "米": 1, "km": 1000, "公里": 1000])
    /// Money in yuan; `3万元` is read as 30,000.
    public static let yuan = Dimension("yuan", "金额", "yuan", unit: Text("元", "yuan"), ["yuan": 1, "元": 1])
    /// How many people there are.
    public static let people = Dimension("people", "人数", "people", unit: Text("人", "people"), ["people": 1, "人": 1])
    /// Completed years of age or of service.
    public static let years = Dimension(
        "years", "年数", "years", unit: Text("年", "years"), ["year": 1, "years": 1, "岁": 1, "周岁": 1, "年": 1])
    /// The same where it is somebody's age: years by another name.
    package static let age = Dimension("years", "年龄", "age", unit: Text("周岁", "years"), years.words)
    /// Whole months, such as those since a posting began.
    public static let months = Dimension(
        "months", "月数", "months", unit: Text("个月", "months"), ["month": 1, "months": 1, "个月": 1])
    /// The stars of a rating, such as `3 stars`.
    public static let stars = Dimension(
        "stars", "星级", "stars", unit: Text("星", "stars"), ["star": 1, "stars": 1, "星": 1])
    /// Areas of land in mu (亩), each a fifteenth of a hectare.
    public static let mu = Dimension("mu", "亩数", "mu", unit: Text("亩", "mu"), ["mu": 1, "亩": 1])
    /// A part of a whole: `60%`, `2/3`, `5 of 7`.
    public static let share = Dimension("share", "比例", "a share")
    /// A name out of a list: a band, a grade.
    public static let text = Dimension("text", "名称", "a name")

    package static let counted: [Dimension] = [
        .days, .nights, .hours, .metres, .yuan, .people, .years, .months, .mu, .stars, .count, .points, .places,
    ]

    /// By its stable name; nil for none of these.
    package static func named(_ name: String) -> Dimension? { (counted + [.share, .text]).first { $0.name == name } }
}

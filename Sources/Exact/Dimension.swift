public import Messages

/// What a number counts. Two numbers compare only when their dimensions are the same.
public struct Dimension: Hashable, Sendable {
    /// Stable name, as in `plugin show` and in the JSON.
    public let name: String
    public let title: Text
    /// The unit words that a profile may write behind the number, each with its factor.
    package let words: [String: Int]
    /// A number without a unit word is taken as this dimension.
    package let allowsBareNumber: Bool

    public static func == (a: Dimension, b: Dimension) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// The unit as people write it behind a number.
    public let unit: Text

    private init(_ name: String, _ zh: String, _ en: String, unit: Text = Text("", ""), bare: Bool = false, _ words: [String: Int] = [:]) {
        self.name = name
        title = Text(zh, en)
        self.unit = unit
        self.words = words
        allowsBareNumber = bare
    }

    public static let count = Dimension("count", "次数", "a count", unit: Text("次", ""), bare: true, ["times": 1, "time": 1, "次": 1, "条": 1, "项": 1, "个": 1])
    public static let days = Dimension("days", "天数", "days", unit: Text("天", "days"), ["day": 1, "days": 1, "天": 1, "日": 1])
    public static let nights = Dimension("nights", "夜数", "nights", unit: Text("夜", "nights"), ["night": 1, "nights": 1, "夜": 1, "晚": 1])
    public static let hours = Dimension("hours", "学时", "hours", unit: Text("学时", "hours"), ["hour": 1, "hours": 1, "学时": 1, "小时": 1])
    public static let points = Dimension("points", "分数", "points", unit: Text("分", "points"), bare: true, ["point": 1, "points": 1, "分": 1])
    public static let places = Dimension("places", "名次", "places in a ranking", unit: Text("名", ""), bare: true, ["place": 1, "places": 1, "名": 1])
    public static let metres = Dimension("metres", "距离", "metres", unit: Text("米", "m"), ["m": 1, "metres": 1, "米": 1, "km": 1000, "公里": 1000])
    public static let yuan = Dimension("yuan", "金额", "yuan", unit: Text("元", "yuan"), ["yuan": 1, "元": 1])
    public static let people = Dimension("people", "人数", "people", unit: Text("人", "people"), ["people": 1, "人": 1])
    /// Of age or service.
    public static let years = Dimension("years", "年数", "years", unit: Text("年", "years"), ["year": 1, "years": 1, "岁": 1, "周岁": 1, "年": 1])
    public static let stars = Dimension("stars", "星级", "stars", unit: Text("星", "stars"), ["star": 1, "stars": 1, "星": 1])
    public static let mu = Dimension("mu", "亩数", "mu", unit: Text("亩", "mu"), ["mu": 1, "亩": 1])
    /// A part of a whole: `60%`, `2/3`, `5 of 7`.
    public static let share = Dimension("share", "比例", "a share")
    /// A name out of a list: a band, a grade.
    public static let text = Dimension("text", "名称", "a name")

    package static let counted: [Dimension] = [.days, .nights, .hours, .metres, .yuan, .people, .years, .mu, .stars, .count, .points, .places]

    /// By its stable name; nil for none of these.
    package static func named(_ name: String) -> Dimension? { (counted + [.share, .text]).first { $0.name == name } }
}

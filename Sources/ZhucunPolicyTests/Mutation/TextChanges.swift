internal import CivilTime
internal import ZhucunKernel

/// What a text could be instead, one small step away.
enum TextChanges {
    /// Numbers one less and one more, percentages by a point, fractions by one part.
    static func numbers(_ text: String) -> [(kind: Mutant.Kind, text: String)] {
        guard let first = text.first, first.isASCII, first.isNumber, Day(text) == nil, !text.contains(":"),
            !text.contains("..")
        else { return [] }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { return [] }
        let rest = text.dropFirst(digits.count)
        // 2023-07 and the like are no numbers.
        guard !rest.hasPrefix("-") else { return [] }
        let isRatio = text.hasSuffix("%") || rest.hasPrefix("/") || rest.hasPrefix(" of ")
        return [number - 1, number + 1].filter { $0 >= 0 }.map { (isRatio ? .ratio : .numeric, "\($0)\(rest)") }
    }

    private static let lengths = [
        ["day", "week", "month", "year"], ["days", "weeks", "months", "years"], ["天", "周", "个月", "年"],
        ["日", "周", "月", "年"],
    ]

    /// The next shorter and the next longer unit of time.
    static func units(_ text: String) -> [String] {
        if let unit = TimeUnit(rawValue: text), let index = TimeUnit.allCases.firstIndex(of: unit) {
            return [index - 1, index + 1].filter(TimeUnit.allCases.indices.contains).map {
                TimeUnit.allCases[$0].rawValue
            }
        }
        let number = text.prefix { $0.isASCII && $0.isNumber }
        guard !number.isEmpty else { return [] }
        let space = text.dropFirst(number.count).prefix { $0 == " " }
        let words = text.dropFirst(number.count + space.count)
        if words == "working days" { return ["\(number) days"] }
        if words == "个工作日" { return ["\(number)天"] }
        let end = words.hasSuffix(" before term") ? " before term" : ""
        let word = String(words.dropLast(end.count))
        guard let names = lengths.first(where: { $0.contains(word) }), let index = names.firstIndex(of: word) else {
            return []
        }
        return [index - 1, index + 1].filter(names.indices.contains).map { "\(number)\(space)\(names[$0])\(end)" }
    }

    static let comparisons = [
        "at_least": "above", "above": "at_least", "at_most": "below", "below": "at_most", "equals": "at_least",
    ]
    static let joins = ["any": "all", "all": "any"]
}

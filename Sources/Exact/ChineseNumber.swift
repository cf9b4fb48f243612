/// Numbers as documents write them: `七分之五`, `百分之六十`, `7天中5天`, `十五天`, `２０％`.
package enum ChineseNumber {
    /// The same as a profile writes it (`5/7`, `60%`, `5 of 7`, `15天`, `20%`); nil where a text is none of these.
    package static func written(_ text: String) -> String? {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        let narrowed = narrow(text)
        if let number = share(narrowed) ?? ofWeek(narrowed) ?? counted(narrowed) { return number }
        return narrowed != text && narrowed.first?.isASCIIDigit == true ? narrowed : nil
    }

    /// Full-width digits, letters and marks as ASCII.
    private static func narrow(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { wide($0) ?? $0 }))
    }

    private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : nil
    }

    /// `七分之五`, `3分之2`, `百分之六十`.
    private static func share(_ text: String) -> String? {
        let parts = text.split(separator: "分之", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let part = whole(parts[1]) else { return nil }
        if parts[0] == "百" { return "\(part)%" }
        return whole(parts[0]).map { "\(part)/\($0)" }
    }

    /// `7天中5天`, `七天中五天`, `一周5天`: so many of the days of a week.
    private static func ofWeek(_ text: String) -> String? {
        let parts = text.split(separator: "中", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let all = unit(parts[0], ["天", "日", "夜", "晚"]),
            let asked = unit(parts[1], ["天", "日", "夜", "晚"])
        else { return nil }
        return "\(asked) of \(all)"
    }

    private static func unit(_ text: Substring, _ units: [String]) -> Int? {
        guard let unit = units.first(where: { text.hasSuffix($0) }) else { return nil }
        return whole(text.dropLast(unit.count).trimmed)
    }

    /// `十五天`, `两次`: a number in characters with what it counts behind it; a number alone may number a clause.
    private static func counted(_ text: String) -> String? {
        let digits = text.prefix { digit($0) != nil || factor($0) != nil || $0 == "零" }
        guard !digits.isEmpty, let number = whole(digits) else { return nil }
        let rest = String(text.dropFirst(digits.count).trimmed)
        let isCounted = spans.contains(rest) || Dimension.counted.contains { $0.words[rest] != nil }
        return isCounted ? "\(number) \(rest)" : nil
    }

    /// What spans of time are counted in besides days.
    private static let spans: Set = ["周", "个月", "年", "个工作日", "工作日"]

    /// `5`, `五`, `十五`, `二十`, `一百零五`; nil for anything else and from a thousand on.
    private static func whole(_ text: Substring) -> Int? {
        if !text.isEmpty, text.allSatisfy(\.isASCIIDigit) { return Int(text) }
        var (sum, last, limit) = (0, Int?.none, 1_000)
        for character in text {
            if let factor = factor(character) {
                guard factor < limit, last != nil || (factor == 10 && sum == 0) else { return nil }
                sum += (last ?? 1) * factor
                (last, limit) = (nil, factor)
            } else if character == "零" {
                guard limit == 100, last == nil else { return nil }
            } else {
                guard last == nil, let digit = digit(character) else { return nil }
                last = digit
            }
        }
        guard !text.isEmpty else { return nil }
        return sum + (last ?? 0)
    }

    private static func digit(_ character: Character) -> Int? {
        character == "两" ? 2 : "一二三四五六七八九".enumerated().first { $0.element == character }.map { $0.offset + 1 }
    }

    private static func factor(_ character: Character) -> Int? { ["十": 10, "百": 100][character] }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}

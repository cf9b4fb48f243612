extension WrittenDay {
    /// A time of day: `9:00`, `9点30分`, `上午9:00`, `3:05 PM`, as `09:00:00`. Noon and midnight called 12 with a half of the day that does
    /// not settle it have two meanings.
    static func second(_ text: String) -> WrittenField {
        var text = text.uppercased()
        var half: Half?
        for (name, found) in halves where half == nil {
            if text.hasPrefix(name) {
                (half, text) = (found, String(text.dropFirst(name.count)))
            } else if text.hasSuffix(name) {
                (half, text) = (found, String(text.dropLast(name.count)))
            }
        }
        guard let (hour, minute, second) = clock(WrittenField.trimmed(text)) else { return .unreadable }
        let hours: [Int] =
            switch half {
            case nil: [hour]
            case .morning: hour == 12 ? [0, 12] : hour < 12 ? [hour] : []
            case .night: hour == 12 ? [0] : hour < 6 ? [hour] : []
            case .noon: hour >= 11 ? [hour] : hour <= 2 ? [hour + 12] : []
            case .afternoon: hour == 0 ? [] : hour < 12 ? [hour + 12] : [hour]
            case .evening: hour == 12 ? [0, 12] : hour < 12 ? [hour + 12] : [hour]
            }
        return WrittenField(
            hours.map { hour in [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") })
    }

    private enum Half { case morning, night, noon, afternoon, evening }

    private static let halves: [(String, Half)] = [
        ("上午", .morning), ("早上", .morning), ("早晨", .morning), ("凌晨", .night), ("中午", .noon), ("下午", .afternoon),
        ("晚上", .evening), ("傍晚", .evening), ("AM", .morning), ("PM", .afternoon),
    ]

    private static func clock(_ text: String) -> (Int, Int, Int)? {
        var text = text
        if let dot = text.firstIndex(of: "."), text[text.index(after: dot)...].isOfDigits, text.contains(":") {
            text = String(text[..<dot])
        }
        let parts = text.split(omittingEmptySubsequences: false) { ":点时分秒".contains($0) }
        let numbers = parts.last == "" ? parts.dropLast() : parts[...]
        guard (1...3).contains(numbers.count), numbers.count > 1 || text.hasSuffix("点") || text.hasSuffix("时"),
            numbers.allSatisfy({ $0.isOfDigits && $0.count <= 2 })
        else { return nil }
        let values = numbers.compactMap { Int($0) } + [0, 0]
        guard values[0] <= 23, values[1] <= 59, values[2] <= 59 else { return nil }
        return (values[0], values[1], values[2])
    }
}

extension WrittenField {
    /// What can be meant: nothing, one thing, or several.
    init(_ meanings: [String]) {
        self = meanings.isEmpty ? .unreadable : meanings.count == 1 ? .value(meanings[0]) : .meanings(meanings)
    }
}

/// Periods as people write them: `2023年8月`, `2023/8`, `202308`, `2023年第三季度`, `2023年上半年`.
enum WrittenPeriod {
    static func read(_ text: String) -> WrittenField {
        let text = text.replacing(" ", with: "").replacing("度", with: "").replacing("第", with: "")
        guard text.prefix(4).isOfDigits, text.count > 4 else { return .unreadable }
        let year = text.prefix(4)
        var rest = text.dropFirst(4)
        if rest.isOfDigits { return rest.count == 2 ? month(year, rest) : .unreadable }
        guard let mark = rest.first, "年-/.Q".contains(mark) else { return .unreadable }
        if mark != "Q" { rest = rest.dropFirst() }
        if rest.isEmpty { return .value(String(year)) }
        if let quarter = quarters.first(where: { $0.value.contains(String(rest)) }) {
            return .value("\(year)-\(quarter.key)")
        }
        if rest.hasSuffix("月"), mark == "年" { rest = rest.dropLast() }
        return month(year, rest)
    }

    private static let quarters: [String: [String]] = [
        "Q1": ["一季", "1季", "Q1"], "Q2": ["二季", "2季", "Q2"], "Q3": ["三季", "3季", "Q3"], "Q4": ["四季", "4季", "Q4"],
        "H1": ["上半年", "H1"], "H2": ["下半年", "H2"],
    ]

    private static func month(_ year: Substring, _ text: Substring) -> WrittenField {
        guard text.isOfDigits, let month = Int(text), 1...12 ~= month else { return .unreadable }
        return .value("\(year)-\(month < 10 ? "0" : "")\(month)")
    }
}

public import CivilTime
public import Messages

extension Period {
    /// `2023年第三季度`, `2023年第41周（10月9日—15日）`; in English as they are written in commands, a week with its days.
    public func title(_ language: Language) -> String {
        guard language == .zh else { return unit == .week ? "\(description) (\(monthDays(.en)))" : description }
        guard let unit else { return first == last ? first.description : "\(first) 至 \(last)" }
        let (named, month) = name
        let year = "\(named)年"
        switch unit {
        case .week: return "\(description.prefix(4))年第\(weekNumber)周（\(monthDays(.zh))）"
        case .month: return year + "\(month)月"
        case .halfMonth: return year + "\(month)月\(isFirstHalf ? "上" : "下")半月"
        case .twoMonths: return year + "\(month)–\(month + 1)月"
        case .quarter: return year + "第\(["一", "二", "三", "四"][(month - 1) / 3])季度"
        case .halfYear: return year + (month == 1 ? "上半年" : "下半年")
        case .year: return year
        case .day: return description
        }
    }

    /// Over a narrow column; the year only where it is another one than the page's.
    package func heading(_ language: Language, year: Int) -> String {
        guard let unit else { return description }
        let full = language == .en ? description : title(language)
        switch (unit, language) {
        case (.year, _): return full
        case (.week, .zh): return description.hasPrefix("\(year)-") ? "\(weekNumber)周" : full
        case (_, .zh): return full.hasPrefix("\(year)年") ? String(full.dropFirst("\(year)年".count)) : full
        case (_, .en): return full
        }
    }

    /// One of several in a list: `41周（10月9日—15日）`, `10月`.
    package func listed(_ language: Language, year: Int) -> String {
        let heading = heading(language, year: year)
        guard unit == .week, language == .zh, !heading.hasSuffix("）") else { return heading }
        return "\(heading)（\(monthDays(.zh))）"
    }

    /// From its first day to its last, without the year: `10月9日—15日`.
    private func monthDays(_ language: Language) -> String {
        let (_, firstMonth, firstDay) = first.civil
        let (_, lastMonth, lastDay) = last.civil
        switch language {
        case .zh: return "\(firstMonth)月\(firstDay)日—\(firstMonth == lastMonth ? "" : "\(lastMonth)月")\(lastDay)日"
        case .en: return "\(first.description.dropFirst("2023-".count)) to \(last.description.dropFirst("2023-".count))"
        }
    }

    /// `07-03`, for weeks, whose number tells nobody when they are.
    package var startText: String { unit == .week ? String(first.description.dropFirst("2023-".count)) : "" }

    private var weekNumber: Int { Int(description.suffix(2)) ?? 0 }
}

extension Period {
    /// As commands write it or as people say it: `2023-Q4`, `2023年第4季度`, `2023年8月`, `2023年第41周（10月9日—15日）`; nil for anything else.
    public init?(said text: String) {
        if let period = Period(text) {
            self = period
            return
        }
        // The days of a week say nothing more.
        let name = text.prefix { $0 != "（" && $0 != "(" }.filter { $0 != " " }
        let parts = name.split(separator: "年", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, let code = Period.code(String(parts[1])),
            let period = Period("\(parts[0])\(code)")
        else { return nil }
        self = period
    }

    /// What stands behind the year, as commands write it: `-Q4`, `-08`, `-W41`; empty for the year itself.
    private static func code(_ text: String) -> String? {
        if text.isEmpty || text == "全年" { return "" }
        if text == "上半年" { return "-H1" }
        if text == "下半年" { return "-H2" }
        let ordinal = text.hasPrefix("第") ? String(text.dropFirst()) : text
        for unit in ["季度", "季"] where ordinal.hasSuffix(unit) {
            return number(ordinal.dropLast(unit.count)).map { "-Q\($0)" }
        }
        if ordinal.hasSuffix("周") { return number(ordinal.dropLast()).map { "-W\(padded($0))" } }
        let halves = [("上半月", "-H1"), ("下半月", "-H2"), ("", "")]
        for (half, code) in halves where text.hasSuffix("月" + half) {
            return number(text.dropLast(1 + half.count)).map { "-\(padded($0))\(code)" }
        }
        let day = text.split(separator: "月", maxSplits: 1)
        guard day.count == 2, day[1].last == "日" || day[1].last == "号", let month = number(day[0]),
            let ofMonth = number(day[1].dropLast())
        else { return nil }
        return "-\(padded(month))-\(padded(ofMonth))"
    }

    private static func number(_ text: Substring) -> Int? {
        if let number = Int(text) { return number }
        return ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"].firstIndex(of: String(text)).map {
            $0 + 1
        }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

public import CivilTime
public import Messages

extension Period {
    /// `2023年第三季度`; ranges and rare units as they are written in commands.
    public func title(_ language: Language) -> String {
        guard language == .zh, let unit else { return description }
        let (named, month) = name
        let year = "\(named)年"
        switch unit {
        case .week: return "\(description.prefix(4))年第\(weekNumber)周"
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
        let full = title(language)
        switch (unit, language) {
        case (.year, _): return full
        case (.week, .zh): return description.hasPrefix("\(year)-") ? "\(weekNumber)周" : full
        case (_, .zh): return full.hasPrefix("\(year)年") ? String(full.dropFirst("\(year)年".count)) : full
        case (_, .en): return full
        }
    }

    /// `07-03`, for weeks, whose number tells nobody when they are.
    package var startText: String { unit == .week ? String(first.description.dropFirst("2023-".count)) : "" }

    private var weekNumber: Int { Int(description.suffix(2)) ?? 0 }
}

public import CivilTime
internal import PolicyYAML

/// How long something may take: `15 days`, `10 working days`, `3 months`, `2 years`.
public struct TimeLimit: Sendable {
    enum Unit: Sendable { case days, workingDays, months, years }

    let count: Int
    let unit: Unit

    /// For people: `3 个月`, `3 months`.
    var text: Text {
        switch unit {
        case .days: Text("\(count) 天", "\(count) days")
        case .workingDays: Text("\(count) 个工作日", "\(count) working days")
        case .months: Text("\(count) 个月", "\(count) months")
        case .years: Text("\(count) 年", "\(count) years")
        }
    }

    /// How many days it is; nil for working days, months and years.
    public var days: Int? { unit == .days ? count : nil }

    /// The last day in time; the day from which it is counted does not count. Nil where no calendar says which days are worked.
    public func last(from start: Day, _ calendar: HolidayCalendar) -> Day? {
        switch unit {
        case .days: return start.advanced(by: count)
        case .months: return start.addingMonths(count)
        case .years: return start.addingYears(count)
        case .workingDays:
            var day = start
            var left = count
            while left > 0 {
                day = day.advanced(by: 1)
                // Of a year without a calendar it is not known which days are worked.
                guard calendar.years.contains(day.year) else { return nil }
                if calendar.isWorkingDay(day) { left -= 1 }
            }
            return day
        }
    }
}

extension ValueType where Value == TimeLimit {
    /// A span from an event: `15 days`, `10 working days`, `3 months`, `2 years`.
    public static let timeLimit = ValueType(
        name: Text(
            "期限，如 15 days、10 working days、3 months、2 years",
            "a span such as 15 days, 10 working days, 3 months, 2 years")
    ) { text in
        let number = text.prefix { $0.isASCII && $0.isNumber }
        let word = text.dropFirst(number.count).drop { $0 == " " }
        let units: [Substring: TimeLimit.Unit] = [
            "day": .days, "days": .days, "天": .days, "日": .days, "working day": .workingDays,
            "working days": .workingDays, "个工作日": .workingDays,
            "month": .months, "months": .months, "个月": .months, "year": .years, "years": .years, "年": .years,
        ]
        guard let count = Int(number), (1...3660).contains(count), let unit = units[word] else { return nil }
        return TimeLimit(count: count, unit: unit)
    }
}

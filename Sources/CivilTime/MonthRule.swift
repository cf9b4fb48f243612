/// On which day of the calendar's months a month begins.
///
/// A month from a later day than the 15th is named after the next calendar month, in which most of its days lie: from the 26th,
/// 2023-09 is 2023-08-26..2023-09-25. Quarters, half-years and years are made of such months.
public struct MonthRule: Hashable, Sendable {
    /// 1...28, a day that every month has.
    public let firstDay: Int

    /// The calendar's own months.
    public static let calendar = MonthRule(unchecked: 1)

    /// Nil for a day that not every month has.
    public init?(firstDay: Int) {
        guard 1...28 ~= firstDay else { return nil }
        self.init(unchecked: firstDay)
    }

    private init(unchecked firstDay: Int) { self.firstDay = firstDay }

    /// How many months before the one it is named after a month begins.
    private var shift: Int { firstDay > 15 ? 1 : 0 }

    /// The month that a day lies in, counted from the year 0.
    func month(of day: Day) -> Int {
        let (year, month, dayOfMonth) = day.civil
        return year * 12 + month - 1 + shift - (dayOfMonth < firstDay ? 1 : 0)
    }

    /// 1...12: the month of its year that a day lies in.
    public func monthOfYear(of day: Day) -> Int { MonthRule.split(month(of: day), by: 12).rest + 1 }

    /// The first day of a month that is counted from the year 0.
    func first(of month: Int) -> Day {
        let (year, ofYear) = MonthRule.split(month - shift, by: 12)
        return Day(uncheckedYear: year, month: ofYear + 1, day: firstDay)
    }

    /// Its last day.
    func last(of month: Int) -> Day {
        let (year, ofYear) = MonthRule.split(firstDay == 1 ? month : month - shift + 1, by: 12)
        return Day(
            uncheckedYear: year, month: ofYear + 1,
            day: firstDay == 1 ? Day.daysInMonth(year: year, month: ofYear + 1) : firstDay - 1)
    }

    /// How often a number of months, which may be before the year 0, holds so many, and what is left.
    static func split(_ months: Int, by count: Int) -> (quotient: Int, rest: Int) {
        let rest = (months % count + count) % count
        return ((months - rest) / count, rest)
    }
}

/// A named span of days: a calendar unit or any range.
public struct Period: Hashable, Sendable, Comparable {
    /// The calendar unit that the period is, nil for a range.
    public let unit: TimeUnit?
    /// The period's days.
    public let days: DayRange

    /// A range of days. It stays a range when its days happen to be those of a month, say.
    public init(_ days: DayRange) {
        self.unit = nil
        self.days = days
    }

    /// The unit of the calendar that a day lies in. Weeks are ISO weeks; two months start in odd months.
    public init(containing day: Day, unit: TimeUnit) {
        self.unit = unit
        switch unit {
        case .day: days = DayRange(day)
        case .week:
            let weekday = day.weekday
            days = DayRange(ordered: day.advanced(by: 1 - weekday), day.advanced(by: 7 - weekday))
        case .halfMonth:
            let (year, month, dayOfMonth) = day.civil
            let (first, last) = dayOfMonth <= 15 ? (1, 15) : (16, Day.daysInMonth(year: year, month: month))
            days = DayRange(
                ordered: Day(uncheckedYear: year, month: month, day: first),
                Day(uncheckedYear: year, month: month, day: last))
        case .month, .twoMonths, .quarter, .halfYear, .year:
            let count = unit.months ?? 1
            let (year, month, _) = day.civil
            days = Period.months(count, year: year, from: (month - 1) / count * count + 1)
        }
    }

    /// Months of one year.
    private static func months(_ count: Int, year: Int, from month: Int) -> DayRange {
        let last = month + count - 1
        return DayRange(
            ordered: Day(uncheckedYear: year, month: month, day: 1),
            Day(uncheckedYear: year, month: last, day: Day.daysInMonth(year: year, month: last)))
    }

    /// The first day.
    public var first: Day { days.first }
    /// The last day, which belongs to the period.
    public var last: Day { days.last }

    /// The unit before this one, nil for a range.
    public var previous: Period? {
        guard let unit else { return nil }
        let neighbour = Period(containing: first.advanced(by: -1), unit: unit)
        return neighbour < self ? neighbour : nil
    }

    /// The unit after this one, nil for a range.
    public var next: Period? {
        guard let unit else { return nil }
        let neighbour = Period(containing: last.advanced(by: 1), unit: unit)
        return self < neighbour ? neighbour : nil
    }

    /// The units that belong to this period: weeks by their Thursday, other units when they lie in it whole. For a
    /// period whose own unit it is: the period itself.
    public func units(_ unit: TimeUnit) -> [Period] {
        if unit == self.unit { return [self] }
        var result: [Period] = []
        var candidate = Period(containing: first, unit: unit)
        while candidate.first <= last {
            let belongs = unit == .week ? days.contains(candidate.thursday) : days.contains(candidate.days)
            if belongs { result.append(candidate) }
            guard let next = candidate.next else { break }
            candidate = next
        }
        return result
    }

    /// The day of a week that decides which month, quarter and year the week belongs to.
    var thursday: Day { first.advanced(by: 3) }

    /// By the first day, then the last. Ranges before units of the same days, so that the order agrees with equality.
    public static func < (a: Period, b: Period) -> Bool {
        if a.first != b.first { return a.first < b.first }
        if a.last != b.last { return a.last < b.last }
        switch (a.unit, b.unit) {
        case (nil, let unit): return unit != nil
        case (_, nil): return false
        case (let x?, let y?): return x < y
        }
    }
}

/// A named span of days: a calendar unit or any range.
public struct Period: Hashable, Sendable, Comparable {
    /// The calendar unit that the period is, nil for a range.
    public let unit: TimeUnit?
    /// The period's days.
    public let days: DayRange
    /// When the months in it and around it begin.
    public let months: MonthRule

    /// A range of days. It stays a range when its days happen to be those of a month, say.
    public init(_ days: DayRange, months: MonthRule = .calendar) {
        self.unit = nil
        self.days = days
        self.months = months
    }

    /// The unit of the calendar that a day lies in. Weeks are ISO weeks; two months start in odd months.
    public init(containing day: Day, unit: TimeUnit, months: MonthRule = .calendar) {
        self.unit = unit
        self.months = months
        switch unit {
        case .day: days = DayRange(day)
        case .week:
            let weekday = day.weekday
            days = DayRange(ordered: day.advanced(by: 1 - weekday), day.advanced(by: 7 - weekday))
        case .halfMonth:
            let month = months.month(of: day)
            let first = months.first(of: month)
            let isFirst = day - first < 15
            days = DayRange(
                ordered: isFirst ? first : first.advanced(by: 15),
                isFirst ? first.advanced(by: 14) : months.last(of: month))
        case .month, .twoMonths, .quarter, .halfYear, .year:
            let count = unit.months ?? 1
            let first = MonthRule.split(months.month(of: day), by: count).quotient * count
            days = DayRange(ordered: months.first(of: first), months.last(of: first + count - 1))
        }
    }

    /// The period of the same name where months begin by another rule; a day, a week and a range have the same days.
    public func under(_ months: MonthRule) -> Period {
        guard months != self.months else { return self }
        guard let unit else { return Period(days, months: months) }
        guard let name = nameMonth else { return Period(containing: first, unit: unit, months: months) }
        let start = months.first(of: name)
        return Period(
            containing: unit == .halfMonth && !isFirstHalf ? start.advanced(by: 15) : start, unit: unit, months: months)
    }

    /// The month that the period is, begins with or is a half of, counted from the year 0; nil where it is not made of months.
    var nameMonth: Int? { unit == .halfMonth || unit?.months != nil ? months.month(of: first) : nil }

    /// The year and month by which it is named, or in which it begins.
    public var name: (year: Int, month: Int) {
        let (year, ofYear) = MonthRule.split(nameMonth ?? MonthRule.calendar.month(of: first), by: 12)
        return (year, ofYear + 1)
    }

    /// Of a half-month.
    public var isFirstHalf: Bool { first == months.first(of: months.month(of: first)) }

    /// The first day.
    public var first: Day { days.first }
    /// The last day, which belongs to the period.
    public var last: Day { days.last }

    /// The unit before this one, nil for a range.
    public var previous: Period? {
        guard let unit else { return nil }
        let neighbour = Period(containing: first.advanced(by: -1), unit: unit, months: months)
        return neighbour < self ? neighbour : nil
    }

    /// The unit after this one, nil for a range.
    public var next: Period? {
        guard let unit else { return nil }
        let neighbour = Period(containing: last.advanced(by: 1), unit: unit, months: months)
        return self < neighbour ? neighbour : nil
    }

    /// The units that belong to this period: weeks by their Thursday, other units when they lie in it whole. For a
    /// period whose own unit it is: the period itself.
    public func units(_ unit: TimeUnit) -> [Period] {
        if unit == self.unit { return [self] }
        var result: [Period] = []
        var candidate = Period(containing: first, unit: unit, months: months)
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

    /// The rule of months is known by the days.
    public static func == (a: Period, b: Period) -> Bool { a.unit == b.unit && a.days == b.days }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(unit)
        hasher.combine(days)
    }

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

/// A civil date as the number of days since 1970-01-01 (proleptic Gregorian).
///
/// Dates are read and made only for the years 1900...2999; arithmetic may leave them, and stops at the ends of `Int32`
/// instead of overflowing.
@frozen
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public var number: Int32

    /// The day that lies `number` days after 1970-01-01.
    @inlinable
    public init(number: Int32) { self.number = number }

    /// The day of a civil date, nil when there is no such date in the years 1900...2999.
    @inlinable
    public init?(year: Int, month: Int, day: Int) {
        guard 1900...2999 ~= year, 1...12 ~= month, day >= 1,
            day <= 28 || day <= Day.daysInMonth(year: year, month: month)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// The first day that can be written: 1900-01-01.
    public static let distantPast = Day(uncheckedYear: 1900, month: 1, day: 1)
    /// The last day that can be written: 2999-12-31.
    public static let distantFuture = Day(uncheckedYear: 2999, month: 12, day: 31)

    @inlinable
    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    /// The days from `b` to `a`.
    @inlinable
    public static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }

    /// The day `n` days later (earlier when negative).
    @inlinable
    public func advanced(by n: Int) -> Day {
        let (sum, overflow) = Int(number).addingReportingOverflow(n)
        if overflow { return Day(number: n < 0 ? .min : .max) }
        return Day(number: Int32(clamping: sum))
    }

    /// 1 Monday ... 7 Sunday.
    @inlinable
    public var weekday: Int {
        let sinceMonday = (Int(number) + 3) % 7
        return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
    }
}

// MARK: Civil dates

// The algorithms are Howard Hinnant's (days_from_civil, civil_from_days): years start in March, so that the leap day
// is the last of its year, and are counted in eras of 400 years, which all have 146,097 days.
extension Day {
    /// The civil date of a month (1...12) and day that are known to exist; any year that `Int32` days can reach.
    @inlinable
    init(uncheckedYear year: Int, month: Int, day: Int) {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: Int32(clamping: era * 146_097 + dayOfEra - 719_468))
    }

    /// Year, month and day of month.
    @inlinable
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The civil year.
    @inlinable public var year: Int { civil.year }
    /// The month, 1...12.
    @inlinable public var month: Int { civil.month }
    /// The day of the month, 1...31.
    @inlinable public var dayOfMonth: Int { civil.day }

    /// The number of days of a month (1...12).
    @inlinable
    public static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The same day of the month `n` months later, or the month's last day where there is no such day.
    public func addingMonths(_ n: Int) -> Day {
        let limit = 200_000_000  // more months than Int32 days can span: beyond it every result is clamped anyway
        let date = civil
        let months = date.year * 12 + date.month - 1 + Swift.min(Swift.max(n, -limit), limit)
        let month = (months % 12 + 12) % 12 + 1
        let year = (months - (month - 1)) / 12
        return Day(
            uncheckedYear: year, month: month,
            day: Swift.min(date.day, Day.daysInMonth(year: year, month: month)))
    }

    /// The same date `n` years later; 28 February for 29 February where there is none.
    public func addingYears(_ n: Int) -> Day {
        let limit = 15_000_000
        return addingMonths(Swift.min(Swift.max(n, -limit), limit) * 12)
    }
}

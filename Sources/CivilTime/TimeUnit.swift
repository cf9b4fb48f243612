/// A unit of the calendar, ordered by length.
public enum TimeUnit: String, Sendable, CaseIterable, Comparable {
    /// One day.
    case day
    /// An ISO week, Monday to Sunday.
    case week
    /// The first 15 days of a month, or the rest.
    case halfMonth = "half-month"
    /// A month: the calendar's, or from another day (``MonthRule``).
    case month
    /// Two months, the first of them odd: January and February, March and April ...
    case twoMonths = "two-months"
    /// Three months from January, April, July or October.
    case quarter
    /// Six months from January or July.
    case halfYear = "half-year"
    /// Twelve months from January.
    case year

    /// The number of months, for the units that are made of whole months.
    var months: Int? {
        switch self {
        case .day, .week, .halfMonth: nil
        case .month: 1
        case .twoMonths: 2
        case .quarter: 3
        case .halfYear: 6
        case .year: 12
        }
    }

    private var rank: Int {
        switch self {
        case .day: 0
        case .week: 1
        case .halfMonth: 2
        case .month, .twoMonths, .quarter, .halfYear, .year: 2 + (months ?? 0)
        }
    }

    public static func < (a: TimeUnit, b: TimeUnit) -> Bool { a.rank < b.rank }
}

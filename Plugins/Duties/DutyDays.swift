internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// The last day on which a duty is in time.
enum DueDay: Sendable {
    /// A day of the unit's first month, of another month of its year, or of one so many months later.
    case ofMonth(day: Int, month: Int?, monthsLater: Int)
    /// So many days after the unit.
    case daysLater(Int)

    /// The day for a unit; the last of the month where the month is shorter.
    func date(in unit: Period) -> Day {
        switch self {
        case .daysLater(let count): return unit.last.advanced(by: count)
        case .ofMonth(let day, let month, let monthsLater):
            let (year, first, _) = unit.first.civil
            let months = year * 12 + (month ?? first) - 1 + monthsLater
            let (dueYear, dueMonth) = (months / 12, months % 12 + 1)
            return Day(year: dueYear, month: dueMonth, day: min(day, Day.daysInMonth(year: dueYear, month: dueMonth)))
                ?? unit.last
        }
    }
}

/// Months in which something is done, in the order of the season: `[11, 12, 1, 2]` goes on into the next year.
struct Season: Sendable {
    /// Those in the year itself.
    let months: [Int]
    /// Those in the year after it.
    let next: [Int]

    init(_ months: [Int]) {
        let turn = months.indices.dropFirst().first { months[$0] < months[$0 - 1] } ?? months.endIndex
        self.months = Array(months[..<turn])
        next = Array(months[turn...])
    }

    /// Whether a day lies in the season of a unit, or in another one's.
    func contains(_ day: Day, of unit: Period) -> Bool {
        let month = unit.months.monthOfYear(of: day)
        guard !next.isEmpty else { return months.contains(month) }
        return unit.days.contains(day) ? months.contains(month) : day > unit.last && next.contains(month)
    }

    /// From the first of its days to the last, as far as they are the unit's; nil where the unit has none of them.
    func days(of unit: Period) -> DayRange? {
        let inside = unit.units(.month).filter { months.contains($0.months.monthOfYear(of: $0.first)) }
        guard let first = inside.first, let last = inside.last else { return nil }
        return DayRange(first.first, self.last(of: unit) ?? last.last)
    }

    /// The last day of a season that goes on after the unit; nil where none does.
    func last(of unit: Period) -> Day? {
        guard let last = next.last else { return nil }
        var month = Period(containing: unit.last.advanced(by: 1), unit: .month, months: unit.months)
        for _ in 1..<last { month = month.next ?? month }
        return month.last
    }
}

extension SettingsReader {
    /// `{day: 5}`, `{day: 5, months_later: 1}`, `{month: 6, day: 30}`, `{days_later: 3}`.
    mutating func dueDay() -> DueDay? {
        let due = group(
            "due",
            Text(
                "期限：{day: 5} 为当月 5 日，months_later: 1 为次月，{days_later: 3} 为期满后 3 日内",
                "the last day: {day: 5} of the unit's month, months_later: 1 of the next, {days_later: 3} so many days after the unit"
            )
        ) { reader in
            (
                day: reader.optional(
                    "day", .whole(.count, in: 1...31), Text("几日", "the day of the month"), example: "5"),
                month: reader.optional("month", .whole(.count, in: 1...12), Text("几月", "the month"), example: "6"),
                monthsLater: reader.optional(
                    "months_later", .whole(.count, in: 0...24), Text("推后几个月", "so many months later"), example: "1"),
                daysLater: reader.optional(
                    "days_later", .whole(.count, in: 1...366), Text("期满后几日内", "so many days after the unit"),
                    example: "3")
            )
        }
        guard let due else { return nil }
        let given = ["day", "days_later"].count { node(of: "due")?[$0] != nil }
        if given != 1, !session.isDescribing {
            session.report(.oneDueDay(at: keyLocation(of: "due")))
        }
        return due.day.map { .ofMonth(day: $0, month: due.month, monthsLater: due.monthsLater ?? 0) }
            ?? .daysLater(due.daysLater ?? 1)
    }

    /// `[9]`, `[11, 12, 1, 2]`.
    mutating func season() -> Season? {
        let months = optional(
            "months", ValueType<Int>.whole(.count, in: 1...12).listed(),
            Text(
                "只计在这些月份做的；跨年的按先后写：[12, 1]",
                "only what is done in these months counts; across the year's end in order: [12, 1]"),
            example: "[9]", asked: Text("月份", "months"))
        guard let season = months.map(Season.init) else { return nil }
        if !season.next.isEmpty, !session.isDescribing, node(of: "per")?.text != TimeUnit.year.rawValue {
            session.report(.seasonOfYear(at: keyLocation(of: "months")))
        }
        return season
    }
}

extension Diagnostic {
    fileprivate static func oneDueDay(at location: Location?) -> Diagnostic {
        Diagnostic(
            "D104", Text("期限要写几日，或期满后几日内，只写一种", "it must say which day, or how many days after the unit, not both"),
            at: location, expected: Text("{day: 5} 或 {days_later: 3}", "{day: 5} or {days_later: 3}"))
    }

    fileprivate static func seasonOfYear(at location: Location?) -> Diagnostic {
        Diagnostic(
            "D105", Text("跨年的月份只能和 per: year 一起用", "months across the year's end go with 'per: year' only"),
            at: location,
            expected: Text(same: "per: year"))
    }
}

internal import CivilTime
internal import ZhucunKernel

/// The days of a sample, and what is worth knowing of each.
struct SampleSpan {
    /// The days asked for.
    let asked: DayRange
    /// With the rest of the weeks that belong to them (by their Thursday).
    let days: DayRange
    /// One for each of `days`.
    let isHoliday: [Bool]
    /// `2023-07-01`, ten bytes for each of `days`, the day before and the day after.
    private let dateBytes: [UInt8]
    /// The month of which the quiet township has no check-ins: the middle one, or the one with the most days.
    let quietMonth: DayRange

    init(_ asked: DayRange, _ calendar: HolidayCalendar) {
        self.asked = asked
        let firstWeek = Period(containing: asked.first, unit: .week)
        let lastWeek = Period(containing: asked.last, unit: .week)
        let first = asked.contains(firstWeek.first.advanced(by: 3)) ? firstWeek.first : asked.first
        let last = asked.contains(lastWeek.first.advanced(by: 3)) ? lastWeek.last : asked.last
        days = DayRange(first, last) ?? asked
        isHoliday = days.days.map(calendar.isHoliday)
        dateBytes = (-1...days.count).flatMap { [first] in Array(first.advanced(by: $0).description.utf8) }
        quietMonth = SampleSpan.quietMonth(asked)
    }

    private static func quietMonth(_ asked: DayRange) -> DayRange {
        let middle = Period(containing: asked.first.advanced(by: (asked.count - 1) / 2), unit: .month)
        guard !asked.contains(middle.days) else { return middle.days }
        let candidates = [middle.previous, middle, middle.next].compactMap(\.self)
        let most = candidates.max { days($0, asked) < days($1, asked) }
        return (most ?? middle).days
    }

    private static func days(_ month: Period, _ asked: DayRange) -> Int { month.days.intersection(asked)?.count ?? 0 }

    func index(_ day: Day) -> Int { day - days.first }

    func append(date index: Int, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: dateBytes[(index * 10 + 10)..<(index * 10 + 20)])
    }

    /// A day of the span so many hundredths of the way through it.
    func day(percent: Int) -> Day { asked.first.advanced(by: (asked.count - 1) * percent / 100) }

    /// Units of the calendar that end within the days asked for, so that their scores can be there.
    func finished(_ unit: TimeUnit) -> [Period] {
        var found: [Period] = []
        var period = Period(containing: asked.first, unit: unit)
        while period.last <= asked.last {
            found.append(period)
            guard let next = period.next else { break }
            period = next
        }
        return found
    }
}

internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Where and when check-ins were kept.
///
/// Said by `coverage.csv`; without it, a township's month in which anybody there checked in at all, cut to the days between
/// the folder's first and last check-in.
struct CheckInCoverage: Sendable {
    private let axis: DayAxis
    /// The month of the axis's first day, counted from the year 0.
    let firstMonth: Int
    let months: Int
    /// The months that the axis touches, whole, from this day on: which one each day is in.
    private let monthsFrom: Int
    private let monthOfDay: [Int]
    let stations: Stations
    /// Township by township: was anybody posted there seen in that month.
    var seen: [Bool]
    /// The first and the last day of any check-in, as numbers since 1970.
    var first = Int.max
    var last = Int.min

    init(_ stations: Stations, _ axis: DayAxis) {
        self.axis = axis
        self.stations = stations
        let firstMonth = axis.days.first.year * 12 + axis.days.first.month
        self.firstMonth = firstMonth
        months = axis.days.last.year * 12 + axis.days.last.month - firstMonth + 1
        let whole = Period(containing: axis.days.first, unit: .month).days.union(Period(containing: axis.days.last, unit: .month).days)
        monthsFrom = Int(whole.first.number)
        monthOfDay = whole.days.map { $0.year * 12 + $0.month - firstMonth }
        seen = Array(repeating: false, count: stations.townships.count * months)
    }

    var days: DayRange? {
        first <= last ? DayRange(Day(number: Int32(clamping: first)), Day(number: Int32(clamping: last))) : nil
    }

    /// `day`: as a number since 1970.
    @inline(__always)
    mutating func note(day: Int) {
        first = min(first, day)
        last = max(last, day)
    }

    @inline(__always)
    mutating func note(_ cadre: Int, on day: Int) {
        note(day: day)
        let index = day - monthsFrom
        guard index >= 0, index < monthOfDay.count else { return }
        let month = monthOfDay[index]
        stations.each(of: cadre, on: day) { station in
            let place = Int(station.township) * months + month
            if !seen[place] { seen[place] = true }
            return false
        }
    }

    mutating func join(_ other: CheckInCoverage) {
        first = min(first, other.first)
        last = max(last, other.last)
        for index in seen.indices where other.seen[index] { seen[index] = true }
    }

    /// Of each month of the axis the days between the first and the last check-in.
    var monthDays: [ClosedRange<Int>?] {
        (0..<months).map { month in
            guard let first = monthOfDay.firstIndex(of: month), let last = monthOfDay.lastIndex(of: month), let known = days,
                let whole = DayRange(Day(number: Int32(monthsFrom + first)), Day(number: Int32(monthsFrom + last)))
            else { return nil }
            return whole.intersection(known).flatMap(axis.indices)
        }
    }

    func isSeen(_ village: Int, month: Int) -> Bool { seen[Int(stations.townshipOfVillage[village]) * months + month] }
}

/// The days covered at the villages of a county.
final class CoveredDays {
    private let coverage: CheckInCoverage
    private let declared: [Coverage]
    private let world: World
    private let axis: DayAxis
    private let months: [ClosedRange<Int>?]
    private var known: [Int: DaySet] = [:]

    init(_ coverage: CheckInCoverage, _ axis: DayAxis, _ evaluation: Evaluation) {
        self.coverage = coverage
        self.axis = axis
        declared = evaluation.coverage[CheckIns.about.name] ?? []
        world = evaluation.world
        months = coverage.monthDays
    }

    func days(at village: Int) -> DaySet {
        if let days = known[village] { return days }
        var days = DaySet(days: axis.days.count)
        if declared.isEmpty {
            for (month, range) in months.enumerated() {
                if let range, coverage.isSeen(village, month: month) { days.insert(range) }
            }
        } else {
            for span in declared where span.covers(world.villages[village].code, []) {
                if let range = axis.indices(span.days) { days.insert(range) }
            }
        }
        known[village] = days
        return days
    }
}

internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Where and when check-ins were kept.
///
/// Said by `coverage.csv`; without it, a township's month in which anybody there checked in at all, cut to the days between
/// the folder's first and last check-in.
struct CheckInCoverage: Sendable {
    private let axis: DayAxis
    private let firstMonth: Int
    private let months: Int
    /// The months that the axis touches, whole, from this day on: which one each day is in.
    private let monthsFrom: Int
    private let monthOfDay: [Int]
    /// Village by village: was anybody posted there seen in that month.
    private var seen: [Bool]
    /// The first and the last day of any check-in, as numbers since 1970.
    private var first = Int.max
    private var last = Int.min

    init(_ world: World, _ axis: DayAxis) {
        self.axis = axis
        let firstMonth = axis.days.first.year * 12 + axis.days.first.month
        self.firstMonth = firstMonth
        months = axis.days.last.year * 12 + axis.days.last.month - firstMonth + 1
        let whole = Period(containing: axis.days.first, unit: .month).days.union(Period(containing: axis.days.last, unit: .month).days)
        monthsFrom = Int(whole.first.number)
        monthOfDay = whole.days.map { $0.year * 12 + $0.month - firstMonth }
        seen = Array(repeating: false, count: world.villages.count * months)
    }

    var days: DayRange? {
        first <= last ? DayRange(Day(number: Int32(clamping: first)), Day(number: Int32(clamping: last))) : nil
    }

    /// `day`: as a number since 1970.
    mutating func note(_ cadre: Int, on day: Int, _ stations: Stations) {
        first = min(first, day)
        last = max(last, day)
        let index = day - monthsFrom
        guard monthOfDay.indices.contains(index) else { return }
        for station in stations.range(of: cadre) where stations[station].holds(day) {
            seen[Int(stations[station].village) * months + monthOfDay[index]] = true
        }
    }

    mutating func join(_ other: CheckInCoverage) {
        first = min(first, other.first)
        last = max(last, other.last)
        for index in seen.indices where other.seen[index] { seen[index] = true }
    }

    /// The days covered at each village.
    func coveredDays(_ evaluation: Evaluation) -> [DaySet] {
        let declared = evaluation.coverage[CheckIns.about.name] ?? []
        let world = evaluation.world
        guard declared.isEmpty else {
            return world.villages.map { village in
                var set = DaySet(days: axis.days.count)
                for span in declared where village.code.hasPrefix(span.division) {
                    if let range = axis.indices(span.days) { set.insert(range) }
                }
                return set
            }
        }
        var ofTownship: [String: DaySet] = [:]
        for (index, village) in world.villages.enumerated() {
            for month in 0..<months where seen[index * months + month] {
                let number = firstMonth + month - 1
                guard let first = Day(year: number / 12, month: number % 12 + 1, day: 1), let known = days,
                    let span = Period(containing: first, unit: .month).days.intersection(known), let range = axis.indices(span)
                else { continue }
                ofTownship[village.township, default: DaySet(days: axis.days.count)].insert(range)
            }
        }
        return world.villages.map { ofTownship[$0.township] ?? DaySet(days: axis.days.count) }
    }
}

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
    /// Village by village: was anybody posted there seen in that month.
    private var seen: [Bool]
    private(set) var days: DayRange?

    init(_ world: World, _ axis: DayAxis) {
        self.axis = axis
        firstMonth = axis.days.first.year * 12 + axis.days.first.month
        months = axis.days.last.year * 12 + axis.days.last.month - firstMonth + 1
        seen = Array(repeating: false, count: world.villages.count * months)
    }

    mutating func note(_ cadre: Int, on day: Day, _ world: World) {
        if let known = days {
            if day < known.first || day > known.last { days = known.union(DayRange(day)) }
        } else {
            days = DayRange(day)
        }
        let month = day.year * 12 + day.month - firstMonth
        guard (0..<months).contains(month) else { return }
        for index in world.cadres[cadre].postings where world.postings[index].days.contains(day) {
            seen[world.postings[index].village * months + month] = true
        }
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

import CivilTime

/// The days whose records an assessment needs: the period, the weeks at its edges, and how far back the rules look.
enum Horizon {
    /// `period`: what is judged under a policy.
    static func days(_ policies: [Policy], postingsFrom: Day?, for period: (Policy) -> Period) -> DayRange? {
        policies.map { days(for: period($0), $0, postingsFrom) }.reduce(nil) { $0?.union($1) ?? $1 }
    }

    private static func days(for period: Period, _ policy: Policy, _ postingsFrom: Day?) -> DayRange {
        let weeks = weeks(around: period)
        var earliest = weeks.first
        for snapshot in policy.snapshots where snapshot.days.first <= period.last {
            for (reference, target) in snapshot.lookingBack {
                earliest = min(
                    earliest, back(reference, target, from: DayRange(period.first), policy.months, postingsFrom))
            }
        }
        // A day of margin on both sides: nights across midnight, leave that goes on the next day.
        let margin = DayRange(
            Period(containing: earliest, unit: .week).first.advanced(by: -1), weeks.last.advanced(by: 1))
        return margin ?? period.days
    }

    /// The days of all weeks that a period touches.
    static func weeks(around period: Period) -> DayRange {
        Period(containing: period.first, unit: .week).days.union(Period(containing: period.last, unit: .week).days)
    }

    /// The same with the days around them in which something that is measured may have begun or ended.
    static func reach(_ days: DayRange, _ policies: [Policy]) -> DayRange {
        let reaches = policies.lazy.flatMap(\.snapshots).filter { $0.days.first <= days.last }.flatMap(\.reaches)
        let length =
            reaches.map { days.first - $0.days(upTo: Period(DayRange(days.first)), from: nil).first }.max() ?? 0
        return DayRange(days.first.advanced(by: -length), days.last.advanced(by: length)) ?? days
    }

    private static func back(
        _ reference: MeasureReference, _ target: MeasureTarget, from day: DayRange, _ months: MonthRule,
        _ postingsFrom: Day?
    ) -> Day {
        let day = DayRange(day.first.addingYears(-reference.yearsBack))
        var start = day.first
        if let window = reference.window {
            start = window.days(upTo: Period(day, months: months), from: postingsFrom).first
        }
        guard let per = target.per, reference.consecutive > 1 else { return start }
        var unit = Period(containing: day.first, unit: per, months: months)
        for _ in 1..<reference.consecutive { unit = unit.previous ?? unit }
        return min(start, unit.first)
    }
}

extension Assessor.Request {
    /// The days of all that may be judged: the period, and for a list of what is owed the units that reach out of it or are due in it.
    func judgedDays(_ policy: Policy, _ plugins: PluginRegistry) -> Period {
        let period = period(under: policy)
        guard let through else { return period }
        let owing = Set(plugins.plugins.filter(\.about.hasDueDays).map(\.about.id))
        // Only what reads measures, or keeps records itself, needs records that are kept for their days.
        let shapes = policy.snapshots.flatMap(\.provisions).filter { provision in
            owing.contains(provision.key.section)
                && (!provision.references.isEmpty || (provision.rule as? any BoundRule)?.hasLedger == true)
        }.compactMap(\.per)
        let first =
            Set(shapes).map { per in
                let unit = Period(containing: period.first, unit: per, months: policy.months)
                return (unit.previous ?? unit).first
            }.min() ?? period.first
        return DayRange(min(first, period.first), max(period.last, through)).map { Period($0, months: policy.months) }
            ?? period
    }
}

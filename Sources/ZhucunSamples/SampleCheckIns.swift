internal import CivilTime

/// Writes the check-ins of a cadre, day by day in order of time.
struct SampleCheckIns {
    private let world: SampleWorld
    private let span: SampleSpan
    private let hasQuietMonth: Bool

    init(_ world: SampleWorld, _ span: SampleSpan) {
        self.world = world
        self.span = span
        hasQuietMonth = world.cadreCount >= AwkwardCase.smallestCadres
    }

    func write(_ plan: CadrePlan, into rows: CheckInRows) throws(SampleError) {
        var random = RandomNumbers(seed: world.seed, .checkIns, plan.index)
        let places = plan.postings.map { world.village($0.village) }
        var day = CheckInDay(plan.id)
        let monday = 1 - span.days.first.weekday
        for start in stride(from: monday, to: span.days.count, by: 7) {
            let week = week(start, plan, &random)
            for weekday in 0..<7 where span.days.days.indices.contains(start + weekday) {
                let index = start + weekday
                let date = span.days.days[index]
                if let night = day.nightBefore {
                    // After midnight: a row of this date, with the place of the day before.
                    day.nightBefore = nil
                    if !isQuiet(night.village, date), !isQuiet(night.village, date.advanced(by: -1)) {
                        try day.writeApp(night.place, second: night.second, on: index, &random, into: rows)
                    }
                }
                guard week.isPresent(on: weekday),
                    let posting = plan.postings.firstIndex(where: { $0.days.contains(date) })
                else { continue }
                let village = plan.postings[posting].village
                guard !isQuiet(village, date) else { continue }
                day.style = date == plan.unusualDay ? plan.unusual : nil
                try day.write(
                    plan, places[posting], village: village, sleeps: week.isNight(on: weekday), on: index,
                    isLast: index == span.days.count - 1, &random, into: rows)
            }
        }
    }

    private func isQuiet(_ village: Int, _ day: Day) -> Bool {
        hasQuietMonth && world.isQuiet(village) && span.quietMonth.contains(day)
    }

    private func week(_ start: Int, _ plan: CadrePlan, _ random: inout RandomNumbers) -> CheckInWeek {
        var posted: UInt8 = 0
        var holidays: UInt8 = 0
        for weekday in 0..<7 where span.days.days.indices.contains(start + weekday) {
            let date = span.days.days[start + weekday]
            let isAway = plan.leaves.contains { $0.away?.contains(date) == true }
            if !isAway, plan.postings.contains(where: { $0.days.contains(date) }) { posted |= 1 << UInt8(weekday) }
            if span.isHoliday[start + weekday] { holidays |= 1 << UInt8(weekday) }
        }
        var week = CheckInWeek(posted: posted, holidays: holidays, plan, &random)
        for weekday in 0..<7 {
            let date = span.days.first.advanced(by: start + weekday)
            if plan.absence?.contains(date) == true { week.makeAbsent(on: weekday) }
            if plan.unusual?.isAboutOneDay == true, date == plan.unusualDay { week.makePresent(on: weekday) }
        }
        return week
    }
}

internal import CivilTime

/// Writes what raters gave for the units of the calendar that end within the sample.
struct SampleScores {
    private typealias Dimension = SampleWords.Dimension
    private typealias Rater = SampleWords.Rater

    private let world: SampleWorld
    private let months: [Period]
    private let quarters: [Period]
    private let halfYears: [Period]
    private let years: [Period]
    private let hasUnusualTeams: Bool

    init(_ world: SampleWorld, _ span: SampleSpan) {
        self.world = world
        months = span.finished(.month)
        quarters = span.finished(.quarter)
        halfYears = span.finished(.halfYear)
        years = span.finished(.year)
        hasUnusualTeams = world.cadreCount >= AwkwardCase.smallestCadres
    }

    /// The quarter in which a team lacks a score.
    var incompleteQuarter: Period? { hasUnusualTeams ? quarters.last : nil }

    func write(team: Int, into file: SampleFile) throws(SampleError) {
        let isTied = hasUnusualTeams && AwkwardTeam.tied.contains(team)
        // Tied teams draw the same numbers.
        var random = RandomNumbers(seed: world.seed, .scores, -1 - (isTied ? AwkwardTeam.tied[0] : team))
        let base = random.number(74...94)
        for quarter in quarters {
            for dimension in Dimension.teamQuarter {
                try file.write(world.teamID(team), quarter.description, dimension, Rater.countyOffice, points(base, &random))
                try file.write(world.teamID(team), quarter.description, dimension, Rater.township, points(base + 2, &random))
            }
            let villagers = points(base, &random)
            guard team != AwkwardTeam.withoutScore || quarter != incompleteQuarter else { continue }
            try file.write(world.teamID(team), quarter.description, Dimension.teamQuarterByVillagers, Rater.villagers, villagers)
        }
    }

    func write(_ plan: CadrePlan, into file: SampleFile) throws(SampleError) {
        var random = RandomNumbers(seed: world.seed, .scores, plan.index)
        let base = plan.diligence.points - random.number(0...10)
        for month in months where isPosted(plan, in: month) {
            // Whole points: ties are common.
            try file.write(plan.id, month.description, Dimension.cadreMonth, Rater.township, "\(min(100, base + random.number(-4...6)))")
        }
        for halfYear in halfYears where isPosted(plan, in: halfYear) {
            for dimension in Dimension.cadreHalfYear {
                try file.write(plan.id, halfYear.description, dimension, Rater.countyOffice, points(base, &random))
            }
        }
        for year in years where isPosted(plan, in: year) {
            for dimension in Dimension.cadreYear {
                try file.write(plan.id, year.description, dimension, Rater.countyOffice, points(base, &random))
            }
            for dimension in Dimension.cadreYearByVillagers {
                try file.write(plan.id, year.description, dimension, Rater.villagers, points(base, &random))
            }
        }
    }

    private func isPosted(_ plan: CadrePlan, in period: Period) -> Bool {
        plan.postings.contains { $0.days.intersection(period.days) != nil }
    }

    /// Half points now and then.
    private func points(_ base: Int, _ random: inout RandomNumbers) -> String {
        let whole = min(99, max(40, base + random.number(-5...5)))
        return random.chance(percent: 25) ? "\(whole).5" : "\(whole)"
    }
}

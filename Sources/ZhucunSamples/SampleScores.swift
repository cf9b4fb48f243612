internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

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
    /// Whatever the policy's rules call a dimension.
    private let known: Set<String>

    init(_ world: SampleWorld, _ span: SampleSpan, _ policy: Policy?) {
        self.world = world
        known = SampleScores.dimensions(policy, on: span.asked.last)
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
            for dimension in Dimension.teamQuarter where known.contains(dimension) {
                try file.write(
                    world.teamID(team), quarter.description, dimension, Rater.countyOffice, points(base, &random))
                try file.write(
                    world.teamID(team), quarter.description, dimension, Rater.township, points(base + 2, &random))
            }
            let villagers = points(base, &random)
            guard known.contains(Dimension.teamQuarterByVillagers),
                team != AwkwardTeam.withoutScore || quarter != incompleteQuarter
            else { continue }
            try file.write(
                world.teamID(team), quarter.description, Dimension.teamQuarterByVillagers, Rater.villagers, villagers)
        }
    }

    func write(_ plan: CadrePlan, into file: SampleFile) throws(SampleError) {
        var random = RandomNumbers(seed: world.seed, .scores, plan.index)
        let base = plan.diligence.points - random.number(0...10)
        for month in months where isPosted(plan, in: month) && known.contains(Dimension.cadreMonth) {
            // Whole points: ties are common.
            try file.write(
                plan.id, month.description, Dimension.cadreMonth, Rater.township,
                "\(min(100, base + random.number(-4...6)))")
        }
        for halfYear in halfYears where isPosted(plan, in: halfYear) {
            for dimension in Dimension.cadreHalfYear where known.contains(dimension) {
                try file.write(plan.id, halfYear.description, dimension, Rater.countyOffice, points(base, &random))
            }
        }
        for year in years where isPosted(plan, in: year) {
            for dimension in Dimension.cadreYear where known.contains(dimension) {
                try file.write(plan.id, year.description, dimension, Rater.countyOffice, points(base, &random))
            }
            for dimension in Dimension.cadreYearByVillagers where known.contains(dimension) {
                try file.write(plan.id, year.description, dimension, Rater.villagers, points(base, &random))
            }
        }
    }

    /// Names under `scores:` of the dimensions of every rule that scores.
    private static func dimensions(_ policy: Policy?, on day: Day) -> Set<String> {
        let provisions = policy?.snapshot(on: day)?.provisions ?? []
        return Set(provisions.flatMap { $0.node["dimensions"]?.entries ?? [] }.compactMap { $0.value["scores"]?.text })
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

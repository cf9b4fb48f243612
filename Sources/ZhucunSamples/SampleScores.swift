internal import CivilTime

/// Writes what raters gave for the units of the calendar that end within the sample.
struct SampleScores {
    private let world: SampleWorld
    private let units: [TimeUnit: [Period]]
    private let hasUnusualTeams: Bool

    init(_ world: SampleWorld, _ span: SampleSpan) {
        self.world = world
        units = Dictionary(uniqueKeysWithValues: TimeUnit.allCases.map { ($0, span.finished($0)) })
        hasUnusualTeams = world.cadreCount >= AwkwardCase.smallestCadres
    }

    /// The quarter in which a team lacks a score.
    var incompleteQuarter: Period? { hasUnusualTeams ? units[.quarter]?.last : nil }

    func write(_ subject: SampleSubject, _ dimensions: [SampleDimension], into file: SampleFile) throws(SampleError) {
        guard !dimensions.isEmpty else { return }
        var random = numbers(subject)
        let base = subject.points.map { $0 - random.number(0...10) } ?? random.number(74...94)
        for dimension in dimensions where dimension.filter.accepts(subject) {
            for period in units[dimension.per] ?? []
            where subject.posted.map({ $0.intersection(period.days) != nil }) ?? true {
                for (place, rater) in SampleWords.raters(of: dimension.name, dimension.per).enumerated() {
                    let points = points(base + 2 * place, dimension.per, &random)
                    guard !isMissing(subject, dimension, period) else { continue }
                    try file.write(subject.id, period.description, dimension.name, rater, points)
                }
            }
        }
    }

    private func isMissing(_ subject: SampleSubject, _ dimension: SampleDimension, _ period: Period) -> Bool {
        subject.kind == "team" && subject.index == AwkwardTeam.withoutScore
            && dimension.name == SampleWords.teamQuarterByVillagers && period == incompleteQuarter
    }

    /// Tied teams draw the same numbers.
    private func numbers(_ subject: SampleSubject) -> RandomNumbers {
        switch subject.kind {
        case "cadre": return RandomNumbers(seed: world.seed, .scores, subject.index)
        case "team":
            let isTied = hasUnusualTeams && AwkwardTeam.tied.contains(subject.index)
            return RandomNumbers(seed: world.seed, .scores, -1 - (isTied ? AwkwardTeam.tied[0] : subject.index))
        default: return RandomNumbers(seed: world.seed, .otherScores, subject.stream)
        }
    }

    private func points(_ base: Int, _ per: TimeUnit, _ random: inout RandomNumbers) -> String {
        // Whole points for a month: ties are common.
        if per == .month { return "\(min(100, base + random.number(-4...6)))" }
        let whole = min(99, max(40, base + random.number(-5...5)))
        return random.chance(percent: 25) ? "\(whole).5" : "\(whole)"
    }
}

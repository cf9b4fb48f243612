internal import CivilTime
internal import ZhucunKernel

/// Who is posted in a team, or in all teams of a village, on the last day of a unit, and who stayed when it changed.
struct Roster {
    private let world: World
    private let rule: Composition.Rule
    private let evaluation: Evaluation
    private let unit: Period
    /// All postings of the team or village, whenever.
    private let postings: [Posting]
    private let teams: Set<Int>

    init(_ subject: Subject, _ ask: Case<Composition>) {
        world = ask.evaluation.world
        rule = ask.rule
        evaluation = ask.evaluation
        unit = ask.unit
        let always = DayRange(.distantPast, .distantFuture) ?? ask.unit.days
        if subject.kind == .team {
            postings = ask.evaluation.world.postings(of: subject, touching: always).map {
                ask.evaluation.world.postings[$0]
            }
            teams = [subject.index]
        } else {
            postings = ask.evaluation.world.postingsOfVillage[subject.index].map { ask.evaluation.world.postings[$0] }
                .filter { $0.team != nil }
            teams = Set(postings.filter { $0.days.contains(ask.unit.last) }.compactMap(\.team))
        }
    }

    private func cadres(on day: Day) -> Set<Int> { Set(postings.filter { $0.days.contains(day) }.map(\.cadre)) }

    /// Those who are posted on the last day of the unit.
    var present: [Posting] { postings.filter { $0.days.contains(unit.last) } }

    /// Nil where there is nothing to count: nobody posted, no rotation.
    func count(_ measure: Composition.Measure) -> ValueRange? {
        let present = present
        let number: Int?
        switch measure {
        case .teams: number = teams.count
        case .members: number = present.isEmpty ? nil : Set(present.map(\.cadre)).count
        case .seconded: number = present.isEmpty ? nil : Set(present.filter(\.seconded).map(\.cadre)).count
        case .leaders: number = present.isEmpty ? nil : Set(leaders.map(\.cadre)).count
        case .levels: return levels
        case .kept: number = kept
        }
        return number.map { ValueRange(Fraction($0)) }
    }

    /// Who leads by the records; where they leave it to the role, who has one of those that lead.
    private var leaders: [Posting] {
        let said = present.filter { $0.leads == true }
        guard said.isEmpty else { return said }
        return present.filter { $0.leads == nil && rule.leaders.contains(evaluation.symbols.text($0.role)) }
    }

    /// A team whose level is not written could be of any.
    private var levels: ValueRange? {
        guard !teams.isEmpty else { return nil }
        let known = Set(teams.compactMap { world.teams[$0].level.map(evaluation.symbols.text) }).count
        let unknown = teams.count { world.teams[$0].level == nil }
        return ValueRange(Fraction(max(1, known)), Fraction(known + unknown))
    }

    /// The fewest who stayed over a rotation: a day of the unit on which somebody left, with somebody new before the handover ends.
    private var kept: Int? {
        guard let handover = rule.handover else { return nil }
        let left = postings.map(\.days.last).filter { unit.days.contains($0) }
        let kept = left.compactMap { last -> Int? in
            let before = cadres(on: last)
            let after = cadres(on: last.advanced(by: handover))
            return after.isEmpty || after.isSubset(of: before) ? nil : before.intersection(after).count
        }
        return kept.min()
    }
}

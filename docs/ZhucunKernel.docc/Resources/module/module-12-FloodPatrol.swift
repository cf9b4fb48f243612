import ZhucunKernel

/// So many nights of patrol in each unit, judged by `patrols.csv`. Two dykes in one night are one night.
public struct FloodPatrol: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "flood_patrol", title: Text("防汛巡堤", "flood patrol"),
        summary: Text("汛期每个时间单位应巡堤几夜", "nights of patrol in each unit of the flood season"),
        subjects: [.cadre], hasDueDays: true)
    public static let records = [RecordKind(Patrols.self)]
    private static let columns = Patrols.declared()

    public struct Rule: Sendable {
        let nights: Fraction
    }

    public init() {}

    public func read(_ settings: inout SettingsReader) -> Rule {
        Rule(
            nights: settings.required(
                "nights", .amount(.nights), Text("应巡几夜", "how many nights are asked"), example: "2 nights",
                asked: Text("巡堤夜数", "nights of patrol")))
    }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] {
        [MeasureDeclaration("nights", Text("巡堤夜数", "nights of patrol"), .nights), .outcome]
    }

    public func judge(_ ask: Case<FloodPatrol>) throws -> [Finding] {
        let patrols = ask.rows(of: FloodPatrol.records[0])
        return ask.subjects.map { finding($0, patrols, ask) }
    }

    private func finding(_ cadre: Subject, _ patrols: CountedRows, _ ask: Case<FloodPatrol>) -> Finding {
        guard ask.evaluation.isPosted(cadre, throughout: ask.unit.days) else {
            return Finding(
                cadre, .notApplicable, values: [nil, .text(Verdict.notApplicable.rawValue)],
                reasons: [Reason(.notWholePosted)])
        }
        let facts = patrols.facts(of: cadre, in: ask.unit.days)
        let nights = patrols.number(facts, distinct: FloodPatrol.columns.night)
        let isReached = nights.isAtLeast(ask.rule.nights)
        // What is not over can still be done.
        let verdict = ask.isOpen && isReached != .yes ? .notApplicable : Verdict(whether: isReached)
        let doubts = verdict == .undetermined ? facts.doubts(FloodPatrol.records[0]) : []
        return Finding(
            cadre, verdict, values: [MeasureValue(nights), .text(verdict.rawValue)], reasons: doubts,
            owed: verdict == .undetermined ? nil : Owed(due: ask.unit.last, isDone: isReached == .yes, by: nil))
    }

    /// Nights are summed over any span of days, a month's or a year's too.
    public func values(of measure: Int, over days: DayRange, for subjects: [Subject], _ ask: Case<FloodPatrol>) throws
        -> [MeasureValue?]?
    {
        guard measure == 0 else { return nil }
        let patrols = ask.rows(of: FloodPatrol.records[0])
        return subjects.map {
            MeasureValue(patrols.number(patrols.facts(of: $0, in: days), distinct: FloodPatrol.columns.night))
        }
    }

    public func explain(_ cadre: Subject, _ ask: Case<FloodPatrol>) throws -> [Explanation] {
        let kind = FloodPatrol.records[0]
        return ask.steps(ask.rows(of: kind).facts(of: cadre, in: ask.unit.days), of: kind, about: cadre)
    }
}

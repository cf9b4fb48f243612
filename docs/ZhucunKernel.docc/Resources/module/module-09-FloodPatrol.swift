import ZhucunKernel

/// So many nights of patrol in each unit, judged by `patrols.csv`. Two dykes in one night are one night.
public struct FloodPatrol: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "flood_patrol", title: Text("防汛巡堤", "flood patrol"),
        summary: Text("汛期每个时间单位应巡堤几夜", "nights of patrol in each unit of the flood season"),
        subjects: [.cadre])
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
        let verdict = Verdict(whether: nights.isAtLeast(ask.rule.nights))
        let doubts = verdict == .undetermined ? facts.doubts(FloodPatrol.records[0]) : []
        return Finding(cadre, verdict, values: [MeasureValue(nights), .text(verdict.rawValue)], reasons: doubts)
    }
}

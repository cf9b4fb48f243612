internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What is to be done so many times in each unit of time, by a cadre, a team or an office, for each household or village: judged
/// by the records of it.
public struct Duties: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "duties", title: Text("常规任务", "duties"),
        summary: Text(
            "每周、每月等应完成的次数、学时，按记录判断",
            "how often or how long something must be done in each unit of time, judged by records"),
        hasDueDays: true, exemplary: ["at_least"])
    public static let records = [RecordKind(Activities.self)]

    public init() {}

    public func read(_ settings: inout SettingsReader) -> DutyRule {
        let subject = settings.session.subject
        return DutyRule(&settings, subject: subject)
    }

    public func measures(_ rule: DutyRule) -> [MeasureDeclaration] {
        let fixed = [
            MeasureDeclaration("done", Text("完成次数", "times done"), .count),
            MeasureDeclaration("asked", Text("应完成次数", "times asked"), .count, role: .bound(of: "done")), .outcome,
        ]
        guard case .totals(let totals) = rule.asked else { return fixed }
        return fixed
            + totals.map {
                MeasureDeclaration("total." + $0.name, Text("\($0.title.zh)合计", "\($0.title.en) in all"), $0.dimension)
            }
    }

    public func needs(of finding: Finding, _ ask: Case<Duties>) throws -> [Need] {
        let counted = ask.rule.records.rows(of: ask.provision.subject, ask.evaluation)
        let days = DutyJudgement(ask, finding.subject, counted, asked: nil).daysCounted
        let measure: [Need] =
            if case .measure(let measure) = ask.rule.asked { try ask.needs(of: measure, for: finding.subject) } else {
                []
            }
        return counted.needs(of: finding.subject, in: days) + measure
    }

    /// The records that count.
    public func explain(_ subject: Subject, _ ask: Case<Duties>) throws -> [Explanation] {
        let counted = ask.rule.records.rows(of: ask.provision.subject, ask.evaluation)
        return ask.steps(
            DutyJudgement(ask, subject, counted, asked: nil).facts, of: ask.rule.records.kind, about: subject)
    }

    public func judge(_ ask: Case<Duties>) throws -> [Finding] {
        let asked: [MeasureValue?] =
            if case .measure(let measure) = ask.rule.asked { try ask.values(of: measure) } else { [] }
        let counted = ask.rule.records.rows(of: ask.provision.subject, ask.evaluation)
        return ask.subjects.enumerated().compactMap { index, subject in
            DutyJudgement(ask, subject, counted, asked: index < asked.count ? asked[index]?.range : nil).finding
        }
    }
}

internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What only a person can attest: each item stands in the policy, and is undetermined until somebody has attested it.
public struct Checklist: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "checklist", title: Text("人工核查", "checklist"),
        summary: Text("只能由人核查认定的事项，按核查记录判断，没有核查的不作结论", "what only a person can attest, judged by the attestations"),
        hasDueDays: true)
    public static let records = [RecordKind.attestations]

    public init() {}

    public struct Rule: Sendable {
        /// What the person looks at.
        let question: String
        /// Offices whose attestation counts; empty: anybody's.
        let by: [String]
    }

    public func read(_ settings: inout SettingsReader) -> Rule {
        Rule(
            question: settings.required(
                "question", .text, Text("核查什么", "what is to be attested"), example: "是否公示",
                asked: Text("核查", "question")),
            by: settings.optional(
                "by", ValueType<String>.word("office").listed(), Text("由谁核查", "who attests it"), example: "[township]",
                asked: Text("由谁", "by")) ?? [])
    }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] { [.outcome] }

    public func judge(_ ask: Case<Checklist>) throws -> [Finding] {
        let attested = Attested(ask, by: ask.rule.by)
        return ask.subjects.compactMap { finding($0, attested, ask) }
    }

    /// What was attested.
    public func explain(_ subject: Subject, _ ask: Case<Checklist>) throws -> [Explanation] {
        ask.evaluation.steps(Attested(ask, by: ask.rule.by).rows(of: subject), of: .attestations, about: subject)
    }

    public func needs(of finding: Finding, _ ask: Case<Checklist>) throws -> [Need] {
        [Attested.need(of: finding.subject, ask)]
    }

    private func finding(_ subject: Subject, _ attested: Attested, _ ask: Case<Checklist>) -> Finding? {
        guard ask.evaluation.isAsked(ask.unit) else { return nil }
        let found = attested.finding(of: subject)
        let owed = Owed(due: ask.unit.last, isDone: found.isThere, by: ask.rule.by.first)
        let verdict: Verdict = if case .said(let verdict, _) = found { verdict } else { .undetermined }
        return Finding(
            subject, verdict, values: [.text(verdict.rawValue)], reasons: [found.reason(ask.words)].compactMap(\.self),
            owed: owed)
    }
}

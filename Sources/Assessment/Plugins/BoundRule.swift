import CivilTime
internal import PolicyYAML

/// A rule with the module that reads and judges it, its types forgotten.
protocol BoundRule: SectionRule {
    /// Whether its module keeps anything of records too many to keep.
    var hasLedger: Bool { get }
    /// An empty ledger of its module for rules of one policy.
    func makeLedger(_ rules: [any SectionRule], _ scope: LedgerScope) -> any RecordLedger
    /// Lets its module report rows that provisions of its section cannot have been meant to read.
    func review(_ provisions: [Provision], _ review: inout RecordReview)
    func judge(_ provision: Provision, _ unit: Period, _ subjects: [Subject], _ evaluation: Evaluation) throws
        -> [Finding]
    func values(
        of measure: Int, over days: DayRange, isWindow: Bool, for subjects: [Subject], _ provision: Provision,
        _ evaluation: Evaluation
    ) throws -> [MeasureValue?]?
    func explain(_ subject: Subject, _ provision: Provision, _ unit: Period, _ evaluation: Evaluation) throws
        -> [Explanation]
    func needs(of finding: Finding, _ provision: Provision, _ unit: Period, _ evaluation: Evaluation) throws -> [Need]
}

struct Bound<Plugin: AssessmentPlugin>: BoundRule {
    let plugin: Plugin
    let rule: Plugin.Rule

    var measures: [MeasureDeclaration] { plugin.measures(rule) }
    var hasLedger: Bool { Plugin.Ledger.self != NoLedger.self }
    var layout: ReportLayout? { plugin.layout(rule) }
    var isOfRecords: Bool { Plugin.about.isOfRecords }
    var runsToItsEnd: Bool { Plugin.about.runsToItsEnd }
    var records: [String] { Plugin.records.map(\.name) }

    func makeLedger(_ rules: [any SectionRule], _ scope: LedgerScope) -> any RecordLedger {
        plugin.makeLedger(rules.compactMap { ($0 as? Bound<Plugin>)?.rule }, scope)
    }

    func review(_ provisions: [Provision], _ review: inout RecordReview) {
        plugin.review(Bound.own(provisions), &review)
    }

    /// The provisions of its module, with their rules.
    static func own(_ provisions: [Provision]) -> [(provision: Provision, rule: Plugin.Rule)] {
        provisions.compactMap { provision in (provision.rule as? Bound<Plugin>).map { (provision, $0.rule) } }
    }

    private func ask(_ provision: Provision, _ unit: Period, _ subjects: [Subject], _ evaluation: Evaluation) throws
        -> Case<Plugin>
    {
        let kept = evaluation.ledgers[Plugin.about.id] ?? NoLedger()
        guard let ledger = kept as? Plugin.Ledger else { throw MissingLedger(plugin: Plugin.about.id) }
        return Case(
            rule: rule, provision: provision, unit: unit, subjects: subjects, evaluation: evaluation, ledger: ledger,
            conditions: ConditionEvaluation(evaluation, provision, unit))
    }

    func judge(_ provision: Provision, _ unit: Period, _ subjects: [Subject], _ evaluation: Evaluation) throws
        -> [Finding]
    {
        try plugin.judge(ask(provision, unit, subjects, evaluation))
    }

    func values(
        of measure: Int, over days: DayRange, isWindow: Bool, for subjects: [Subject], _ provision: Provision,
        _ evaluation: Evaluation
    ) throws -> [MeasureValue?]? {
        var ask = try ask(provision, Period(days, months: evaluation.policy.months), subjects, evaluation)
        ask.isWindow = isWindow
        return try plugin.values(of: measure, over: days, for: subjects, ask)
    }

    func explain(_ subject: Subject, _ provision: Provision, _ unit: Period, _ evaluation: Evaluation) throws
        -> [Explanation]
    {
        try plugin.explain(subject, ask(provision, unit, [subject], evaluation))
    }

    func needs(of finding: Finding, _ provision: Provision, _ unit: Period, _ evaluation: Evaluation) throws -> [Need] {
        try plugin.needs(of: finding, ask(provision, unit, [finding.subject], evaluation))
    }
}

/// A module was asked to judge before its ledger was made: a fault of the run, not of any input.
struct MissingLedger: Error {
    let plugin: String
}

extension Provision {
    /// Its rule as its module judges it.
    var bound: any BoundRule {
        get throws {
            guard let bound = rule as? any BoundRule else { throw MissingLedger(plugin: key.section) }
            return bound
        }
    }
}

import CivilTime
internal import PolicyYAML

/// A rule with the module that reads it, its types forgotten: what the kernel keeps of a provision.
protocol BoundRule: Sendable {
    var measures: [MeasureDeclaration] { get }
    var layout: ReportLayout? { get }
    var isOfRecords: Bool { get }
    var runsToItsEnd: Bool { get }
    /// Names of the kinds of record that its module's verdicts rest on.
    var records: [String] { get }
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
    var layout: ReportLayout? { plugin.layout(rule) }
    var isOfRecords: Bool { Plugin.about.isOfRecords }
    var runsToItsEnd: Bool { Plugin.about.runsToItsEnd }
    var records: [String] { Plugin.records.map(\.name) }

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

/// A compiled-in module, its types forgotten.
public struct PluginEntry: Sendable {
    /// What the module is.
    public let about: PluginAbout
    /// The kinds of record that its verdicts rest on, besides those that say who is where.
    public let records: [RecordKind]
    /// The type's name with its module's: who wrote it.
    public let typeName: String
    let read: @Sendable (Node, ReadingSession, Set<String>) -> (rule: any BoundRule, asked: [AskedNode], keys: [String])
    let describe:
        @Sendable () -> (settings: [SettingDeclaration], measures: [MeasureDeclaration], layout: ReportLayout?)
    let compare: @Sendable ([Provision], ReadingSession) -> Void
    let review: @Sendable (inout RecordReview) -> Void
    let makeLedger: @Sendable ([any BoundRule], LedgerScope) -> any RecordLedger
    /// Whether it keeps anything of records too many to keep.
    let hasLedger: Bool

    /// Forgets a module's types: `PluginEntry(FloodPatrol.self)`.
    public init<Plugin: AssessmentPlugin>(_ type: Plugin.Type) {
        about = type.about
        records = type.records
        // Of a type inside another its full name holds an address.
        typeName = "\(String(reflecting: type).prefix { $0 != "." }).\(type)"
        hasLedger = Plugin.Ledger.self != NoLedger.self
        read = { node, session, head in
            let plugin = type.init()
            var reader = SettingsReader(node, session: session)
            let rule = plugin.read(&reader)
            reader.reportUnknownKeys(besides: head)
            return (Bound(plugin: plugin, rule: rule), reader.asked, reader.keys)
        }
        describe = {
            let plugin = type.init()
            var reader = SettingsReader(
                nil,
                session: .describing(
                    kinds: Dictionary(RecordKind.world.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })))
            let rule = plugin.read(&reader)
            return (reader.declarations, plugin.measures(rule), plugin.layout(rule))
        }
        compare = { provisions, session in
            type.init().compare(
                provisions.compactMap { provision in (provision.rule as? Bound<Plugin>).map { (provision, $0.rule) } },
                session)
        }
        review = { review in
            type.init().review(
                review.provisions.compactMap { provision in
                    (provision.rule as? Bound<Plugin>).map { (provision, $0.rule) }
                }, &review)
        }
        makeLedger = { rules, scope in
            type.init().makeLedger(rules.compactMap { ($0 as? Bound<Plugin>)?.rule }, scope)
        }
    }

    /// Every setting the module reads, as declared.
    public var settings: [SettingDeclaration] { describe().settings }

    /// The measures that its provisions give when their settings are the examples.
    public var measures: [MeasureDeclaration] { describe().measures }

    /// The document that its provisions lay out when their settings are the examples; nil for modules that judge.
    public var layout: ReportLayout? { describe().layout }
}

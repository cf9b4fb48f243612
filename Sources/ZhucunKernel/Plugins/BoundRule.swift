import CivilTime
public import PolicyYAML

/// A rule with the module that reads it, its types forgotten: what the kernel keeps of a provision.
protocol BoundRule: Sendable {
    var measures: [MeasureDeclaration] { get }
    var layout: ReportLayout? { get }
    func judge(_ provision: Provision, _ unit: Period, _ subjects: [Subject], _ evaluation: Evaluation) throws -> [Finding]
    func values(
        of measure: Int, over days: DayRange, isWindow: Bool, for subjects: [Subject], _ provision: Provision, _ evaluation: Evaluation
    ) throws -> [MeasureValue?]?
    func explain(_ subject: Subject, _ provision: Provision, _ unit: Period, _ evaluation: Evaluation) throws -> [Explanation]
}

struct Bound<Plugin: AssessmentPlugin>: BoundRule {
    let plugin: Plugin
    let rule: Plugin.Rule

    var measures: [MeasureDeclaration] { plugin.measures(rule) }
    var layout: ReportLayout? { plugin.layout(rule) }

    private func ask(_ provision: Provision, _ unit: Period, _ subjects: [Subject], _ evaluation: Evaluation) throws -> Case<Plugin> {
        let kept = evaluation.ledgers[Plugin.about.id] ?? NoLedger()
        guard let ledger = kept as? Plugin.Ledger else { throw MissingLedger(plugin: Plugin.about.id) }
        return Case(
            rule: rule, provision: provision, unit: unit, subjects: subjects, evaluation: evaluation, ledger: ledger,
            conditions: ConditionEvaluation(evaluation, provision, unit))
    }

    func judge(_ provision: Provision, _ unit: Period, _ subjects: [Subject], _ evaluation: Evaluation) throws -> [Finding] {
        try plugin.judge(ask(provision, unit, subjects, evaluation))
    }

    func values(
        of measure: Int, over days: DayRange, isWindow: Bool, for subjects: [Subject], _ provision: Provision, _ evaluation: Evaluation
    ) throws -> [MeasureValue?]? {
        var ask = try ask(provision, Period(days), subjects, evaluation)
        ask.isWindow = isWindow
        return try plugin.values(of: measure, over: days, for: subjects, ask)
    }

    func explain(_ subject: Subject, _ provision: Provision, _ unit: Period, _ evaluation: Evaluation) throws -> [Explanation] {
        try plugin.explain(subject, ask(provision, unit, [subject], evaluation))
    }
}

/// A module was asked to judge before its ledger was made: a fault of the run, not of any input.
struct MissingLedger: Error {
    let plugin: String
}

/// A compiled-in module, its types forgotten.
public struct PluginEntry: Sendable {
    public let about: PluginAbout
    public let records: [RecordKind]
    let read: @Sendable (Node, ReadingSession, Set<String>) -> (rule: any BoundRule, asked: [AskedSetting], keys: [String])
    let describe: @Sendable () -> (settings: [SettingDeclaration], measures: [MeasureDeclaration], layout: ReportLayout?)
    let compare: @Sendable ([Provision], ReadingSession) -> Void
    let makeLedger: @Sendable ([any BoundRule], LedgerScope) -> any RecordLedger
    /// Whether it keeps anything of records too many to keep.
    let hasLedger: Bool

    public init<Plugin: AssessmentPlugin>(_ type: Plugin.Type) {
        about = type.about
        records = type.records
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
            var reader = SettingsReader(nil, session: .describing(kinds: Dictionary(RecordKind.world.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })))
            let rule = plugin.read(&reader)
            return (reader.declarations, plugin.measures(rule), plugin.layout(rule))
        }
        compare = { provisions, session in
            type.init().compare(provisions.compactMap { provision in (provision.rule as? Bound<Plugin>).map { (provision, $0.rule) } }, session)
        }
        makeLedger = { rules, scope in
            type.init().makeLedger(rules.compactMap { ($0 as? Bound<Plugin>)?.rule }, scope)
        }
    }

    /// Every setting the module reads, as declared.
    public var settings: [SettingDeclaration] { describe().settings }

    /// What its provisions give, for the settings' examples.
    public var measures: [MeasureDeclaration] { describe().measures }

    /// What its provisions lay out, for the settings' examples; nil for modules that judge.
    public var layout: ReportLayout? { describe().layout }
}

/// The modules of an executable, checked against each other.
public struct PluginRegistry: Sendable {
    /// In order of their names.
    public let plugins: [PluginEntry]
    public let diagnostics: Diagnostics

    public init(_ entries: [PluginEntry]) {
        var diagnostics = Diagnostics()
        var kept: [PluginEntry] = []
        for entry in entries {
            if kept.contains(where: { $0.about.id == entry.about.id }) {
                diagnostics.report(Diagnostic(
                    "M501", Text("有两个名为“\(entry.about.id)”的模块", "two modules are named '\(entry.about.id)'"), at: nil))
            } else if entry.about.kernelVersion != kernelVersion {
                diagnostics.report(Diagnostic(
                    "M502",
                    Text(
                        "模块“\(entry.about.id)”为内核版本 \(entry.about.kernelVersion) 编写", "the module '\(entry.about.id)' is for kernel version \(entry.about.kernelVersion)"),
                    at: nil, expected: Text(same: String(kernelVersion)), found: Text(same: String(entry.about.kernelVersion))))
            } else {
                kept.append(entry)
            }
        }
        plugins = kept.sorted { $0.about.id < $1.about.id }
        kinds = PluginRegistry.ordered(plugins)
        self.diagnostics = diagnostics
    }

    /// The kinds that provisions can be about.
    public var subjectKinds: [SubjectKind] { SubjectKind.all(of: kinds) }

    public func plugin(_ id: String) -> PluginEntry? { plugins.first { $0.about.id == id } }

    /// The kernel's kinds and the modules', each once, in the order in which they refer to each other: what lists subjects
    /// before what may name any of them.
    public let kinds: [RecordKind]

    private static func ordered(_ plugins: [PluginEntry]) -> [RecordKind] {
        var left = plugins.flatMap(\.records)
        var kinds = RecordKind.world
        func isReady(_ kind: RecordKind, _ left: [RecordKind]) -> Bool {
            kind.columns.allSatisfy { column in
                switch column.type {
                case .reference(let name): name == kind.name || !left.contains { $0.name == name }
                case .subject: !left.contains { $0.about.isSubject && $0.name != kind.name }
                default: true
                }
            }
        }
        while let next = left.firstIndex(where: { isReady($0, left) }) ?? left.indices.first {
            let kind = left.remove(at: next)
            if !kinds.contains(where: { $0.name == kind.name }) { kinds.append(kind) }
        }
        return kinds
    }
}

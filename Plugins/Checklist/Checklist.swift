internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What only a person can attest: each item stands in the policy, and is undetermined until somebody has attested it.
public struct Checklist: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "checklist", title: Text("人工核查", "checklist"),
        summary: Text("只能由人核查认定的事项，按核查记录判断，没有核查的不作结论", "what only a person can attest, judged by the attestations"),
        hasDueDays: true)
    public static let records = [RecordKind(Attestations.self)]
    private static let columns = Attestations.declared()

    public init() {}

    public struct Rule: Sendable {
        /// What the person looks at.
        let question: String
        /// Offices whose attestation counts; empty: anybody's.
        let by: [String]
    }

    public func read(_ settings: inout SettingsReader) -> Rule {
        Rule(
            question: settings.required("question", .text, Text("核查什么", "what is to be attested"), example: "是否公示", asked: Text("核查", "question")),
            by: settings.optional("by", ValueType<String>.word("office").listed(), Text("由谁核查", "who attests it"), example: "[township]", asked: Text("由谁", "by")) ?? [])
    }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] { [.outcome] }

    public func judge(_ ask: Case<Checklist>) throws -> [Finding] { ask.subjects.compactMap { finding($0, ask) } }

    /// The newest attestation of the unit decides; two of one day that disagree decide nothing.
    private func finding(_ subject: Subject, _ ask: Case<Checklist>) -> Finding? {
        guard ask.evaluation.isAsked(ask.unit) else { return nil }
        let rows = attestations(subject, ask)
        let newest = rows.compactMap { $0.date }.max()
        let verdicts = Set(rows.filter { $0.date == newest }.map(\.verdict))
        let owed = Owed(due: ask.unit.last, isDone: !rows.isEmpty, by: ask.rule.by.first)
        guard verdicts.count == 1, let word = verdicts.first, let verdict = Verdict(rawValue: word) else {
            let reason = verdicts.isEmpty ? Text("还没有人核查", "nobody has attested it") : Text("同一天的核查结论不一致", "attestations of one day disagree")
            return Finding(subject, .undetermined, values: [.text(Verdict.undetermined.rawValue)], reasons: [reason], owed: owed)
        }
        let by = rows.last { $0.date == newest }?.by.map { ask.words.title($0, in: "office") }
        let reason = by.map { Text("\($0.zh)核查", "attested by \($0.en)") }
        return Finding(subject, verdict, values: [.text(word)], reasons: [reason].compactMap(\.self), owed: owed)
    }

    private func attestations(_ subject: Subject, _ ask: Case<Checklist>) -> [(date: Day?, verdict: String, by: String?)] {
        let kind = RecordKind(Attestations.self)
        let names = [ask.provision.key.description, ask.provision.key.id] + ask.provision.orders
        guard let found = ask.evaluation.countRecords(kind, .everything, subject, ask.unit.days) else { return [] }
        let text = { (symbol: Symbol?) in symbol.map(ask.evaluation.symbols.text) }
        return found.rows.compactMap { row in
            guard let item = text(found.table[Checklist.columns.provision, row]), names.contains(item), let verdict = text(found.table[Checklist.columns.verdict, row])
            else { return nil }
            // What was attested of a year says nothing of each of its months.
            let named = text(found.table[Checklist.columns.period, row]).flatMap { Period($0) }
            guard named.map({ $0.days.count <= ask.unit.days.count }) ?? true else { return nil }
            let by = text(found.table[Checklist.columns.by, row])
            guard ask.rule.by.isEmpty || by.map(ask.rule.by.contains) == true else { return nil }
            return (found.table[Checklist.columns.date, row], verdict, by)
        }
    }
}

/// What somebody attested.
public struct Attestations: RecordColumns {
    public static let about = RecordAbout(
        name: "attestation", file: "attestations.csv", title: Text("核查记录", "attestations"), date: "date", period: "period",
        identity: ["provision", "subject", "period"], entered: "date")
    let provision: Column<Symbol>, subject: Column<Symbol>, period: Column<Symbol>, verdict: Column<Symbol>, by: Column<Symbol>, date: Column<Day>

    public init(_ c: inout ColumnDeclarations) {
        provision = c.required("provision", "条款", .text, Text("核查的条款：配置中的 id 或登记册编号", "the item: its id in the profile or in the register"))
        subject = c.required("subject", "对象编号", .subject(), Text("核查了谁", "whom it is about"))
        period = c.optional("period", "时期", .period, Text("属于哪个时期，空为日期所在的时期", "for which period; empty: the one of its date"), empty: .none)
        verdict = c.required("verdict", "结论", .word(group: "verdict", many: false), Text("符合、不符合或不适用", "met, breached or not applicable"))
        by = c.optional("by", "核查人", .word(group: "office", many: false), Text("谁核查的", "who attested it"))
        date = c.required("date", "日期", .day, Text("哪天核查的", "when"), date: .entered)
    }
}

public import CivilTime
public import PolicyYAML

/// One rule as it stands on a day: the head that every provision has, and the body that its module read.
///
/// A class, because it is read once and handed to everything that judges and reports.
public final class Provision: Sendable {
    /// Its section and id.
    public let key: ProvisionKey
    /// A short name for people; the id where the profile gives none.
    public let name: String
    /// The clauses of the document that it follows from, as cited: `三（十一）`.
    public let clauses: [String]
    /// What it carries out, by the ids of the register of provisions.
    public let orders: [String]
    /// The document the clause is in.
    public let document: Document
    /// Effective day of the edition that set the clause.
    public let edition: Day
    /// The day from which it stands exactly so: that of the newest edition in force.
    public let version: Day
    /// What kind of subject it is about (`for:`).
    public let subject: SubjectKind
    let filter: Filter
    /// Groups of those it would be about that it is not about (`except:`).
    public let exceptions: [NamedGroup]
    /// The unit of time that it is judged in; nil: it is judged once, over the whole period.
    public let per: TimeUnit?
    /// The first day from which it applies, where the profile gives one; nil: from the edition's day.
    public let appliesFrom: Day?
    /// The last day on which it applies; nil: it has no end of its own.
    public let until: Day?
    /// The edition's day, for a provision that binds the rest of the unit in which it was issued; nil: it binds from the next unit on.
    public let atOnceFrom: Day?
    /// The days of its only judgement, with the last day on which it can be done in time; nil for what is judged unit by unit.
    public let once: DayRange?
    /// How strong it is: a departure from what binds in principle is excused by a recorded reason, and nobody falls short of what is
    /// encouraged.
    public let strength: Strength
    /// Settings the document leaves open, each with its reason.
    public let discretion: [(setting: String, reason: String, node: Node)]
    /// A note of the profile for its reader.
    public let note: String?
    /// The provision's map, editions and defaults merged, every value with its place.
    public let node: Node
    /// What is shown to people as asked, in short.
    public let asked: [AskedNode]
    /// All that it asks: every setting of its module that the profile gives, in the profile's order.
    public let settings: [Node.Entry]
    /// What it gives for each subject and unit; the first is its principal measure.
    public let measures: [MeasureDeclaration]
    /// Its conditions, each before those inside it.
    public let branches: [ConditionBranch]
    /// The numbers that its comparisons compare with, in the order of reading.
    public let thresholds: [Threshold]
    let rule: any BoundRule
    let references: [MeasureReference]
    /// Names of the record kinds that it counts.
    let counted: Set<String>
    /// Its module, name and place, in bytes that a crash handler can write.
    let label: [UInt8]

    init(
        key: ProvisionKey, name: String, clauses: [String], orders: [String], document: Document, edition: Day,
        version: Day, subject: SubjectKind,
        filter: Filter, exceptions: [NamedGroup], per: TimeUnit?, appliesFrom: Day?, until: Day?, atOnceFrom: Day?,
        once: DayRange?, strength: Strength,
        discretion: [(setting: String, reason: String, node: Node)], note: String?,
        node: Node, asked: [AskedNode], settings: [Node.Entry], measures: [MeasureDeclaration],
        branches: [ConditionBranch], thresholds: [Threshold], rule: any BoundRule,
        references: [MeasureReference], counted: Set<String>
    ) {
        self.key = key
        self.name = name
        self.clauses = clauses
        self.orders = orders
        self.document = document
        self.edition = edition
        self.version = version
        self.subject = subject
        self.filter = filter
        self.exceptions = exceptions
        self.per = per
        self.appliesFrom = appliesFrom
        self.until = until
        self.atOnceFrom = atOnceFrom
        self.once = once
        self.strength = strength
        self.discretion = discretion
        self.note = note
        self.node = node
        self.asked = asked
        self.settings = settings
        self.measures = measures
        self.branches = branches
        self.thresholds = thresholds
        self.rule = rule
        self.references = references
        self.counted = counted
        label = Array("\(key)（\(node.location.path):\(node.location.line)）".utf8)
    }

    /// What the document it orders to be drawn up holds; nil for provisions that judge.
    public var layout: ReportLayout? { rule.layout }

    /// `渝委农办〔2023〕23号 三（十一）`.
    public var citation: String { document.number + " " + clauses.joined(separator: "、") }

    /// Whether a span of days is a unit of its own; what has none is judged over the whole period.
    func isJudged(in unit: Period, of period: Period) -> Bool {
        if let once { return unit.unit == nil && unit.days == once }
        return per.map { $0 == unit.unit } ?? (unit == period)
    }

    /// Whether it is judged at all on the day that decides for a unit.
    func applies(on day: Day) -> Bool {
        (appliesFrom.map { day >= $0 } ?? true) && (until.map { day <= $0 } ?? true)
    }
}

extension Provision {
    /// The keys that every provision can have: no module may have a setting of that name.
    public static let headKeys: Set<String> = [
        "id", "name", "clause", "clauses", "document", "orders", "strength", "for", "except", "per", "once", "starts",
        "applies_from", "until", "discretion", "note", "remove",
    ]
}

/// Reads a provision's head.
struct ProvisionReader {
    let section: PluginEntry
    /// Which document an edition file declares, and the file's effective day.
    let editions: [String: Edition]
    /// The first day of the snapshot that is read.
    let version: Day

    /// Nil when its head cannot be read; its measures are noted as lost then.
    func read(_ node: Node, _ session: ReadingSession, _ lost: inout LostMeasures) -> Provision? {
        guard let id = node["id"]?.text, !id.isEmpty else {
            session.report(.noIdentifier(node, section: section.about.id))
            return nil
        }
        let key = ProvisionKey(section: section.about.id, id: id)
        session.provision = key.description
        session.branches = []
        session.thresholds = []
        var head = SettingsReader(node, session: session)
        let clauses = readClauses(node, key, session)
        let (document, edition) = readDocument(node, key, session)
        let selector = readSubject(node, session)
        let per = head.optional("per", .timeUnit, Text("判断的时间单位", "the unit it is judged in"), example: "month")
        let appliesFrom = head.optional("applies_from", .day, Text("从哪天起适用", "from which day"), example: "2023-07-11")
        let until = head.optional("until", .day, Text("到哪天为止", "until which day"), example: "2023-12-31")
        let once = readOnce(&head)
        let starts = head.optional(
            "starts", .oneOf(["at_once", "next_unit"]),
            Text(
                "at_once：从印发当期起适用；省略为下一期",
                "at_once: binds the rest of the unit in which it was issued; else the next one"),
            example: "at_once")
        let strength = head.optional(
            "strength", .oneOf(Strength.allCases.map(\.rawValue)),
            Text("must、in_principle（原则上）或 encouraged（鼓励）", "must, in_principle, or encouraged"), example: "in_principle"
        )
        let name = head.optional("name", .text, Text("简称", "a short name"), example: "每周在岗")
        let orders = head.optional(
            "orders", ValueType<String>.text.listed(), Text("登记册中的条款编号", "ids of the register of provisions"),
            example: "[AB23-01]")
        let note = head.optional("note", .text, Text("说明", "a note"), example: "说明")
        if let appliesFrom, let until, until < appliesFrom, let upper = node["until"], let lower = node["applies_from"]
        {
            session.report(.endsBeforeItBegins(upper, lower))
        }
        checkUnit(per, once, node, key, session)
        session.subject = selector?.kind ?? .cadre
        let exceptions = head.optional(
            "except", ValueType<NamedGroup>.group.listed(), Text("其中除外的人群", "groups of them that it is not about"),
            example: "[newcomers]")
        session.references = []
        session.counted = []
        let (rule, asked, keys) = section.read(node, session, Provision.headKeys)
        let discretion = readDiscretion(
            node, known: keys + ["for", "except", "per", "once", "starts", "applies_from", "until", "strength"], session
        )
        guard let selector, let document, let edition else {
            for (index, measure) in rule.measures.enumerated() {
                lost.names.formUnion(measure.names(in: key, at: index))
            }
            return nil
        }
        return Provision(
            key: key, name: name ?? id, clauses: clauses, orders: orders ?? [], document: document, edition: edition,
            version: version, subject: selector.kind, filter: selector.filter,
            exceptions: exceptions ?? [],
            per: per, appliesFrom: appliesFrom, until: until,
            atOnceFrom: starts == "at_once" ? node["starts"].flatMap { editions[$0.file.path]?.effective } : nil,
            once: once, strength: strength.flatMap(Strength.init) ?? .must, discretion: discretion, note: note,
            node: node,
            asked: asked,
            settings: (node.entries ?? []).filter { $0.key.text.map(keys.contains) ?? false },
            measures: rule.measures, branches: session.branches, thresholds: session.thresholds, rule: rule,
            references: session.references, counted: session.counted)
    }

    /// The clause, as the newest edition that speaks of it cites it.
    private func clauseNode(_ node: Node) -> Node? {
        [node["clause"], node["clauses"]].compactMap(\.self).max {
            (editions[$0.file.path]?.effective ?? .distantPast) < (editions[$1.file.path]?.effective ?? .distantPast)
        }
    }

    private func readClauses(_ node: Node, _ key: ProvisionKey, _ session: ReadingSession) -> [String] {
        guard let clause = clauseNode(node) else {
            session.report(.emptyClause(node, provision: key.description))
            return []
        }
        return ValueType<String>.text.listed().read(clause, session) ?? []
    }

    private func readDocument(_ node: Node, _ key: ProvisionKey, _ session: ReadingSession) -> (Document?, Day?) {
        let clause = clauseNode(node) ?? node
        let own = editions[clause.file.path]
        if let cited = node["document"] {
            let declared = editions.values.compactMap(\.document).map(\.number).sorted()
            guard let found = editions.values.first(where: { $0.document?.number == cited.text }) else {
                session.report(.undeclaredDocument(cited, cited.text ?? "", known: declared))
                return (nil, nil)
            }
            return (found.document, own?.effective)
        }
        guard let document = own?.document else {
            // Said once for the edition, where the document would have to be declared; a misspelt one has been reported.
            let isMisspelt =
                own?.sections.entries?.contains { suggestion(for: $0.key.text ?? "", among: ["document"]) != nil }
                ?? false
            if !isMisspelt { session.report(.noDocument(own?.root["edition"] ?? clause)) }
            return (nil, nil)
        }
        return (document, own?.effective)
    }

    private func readSubject(_ node: Node, _ session: ReadingSession) -> (kind: SubjectKind, filter: Filter)? {
        let form = Text(
            "{cadre: all}、{cadre: {role: first_secretary}}，或 groups 中的名称",
            "{cadre: all}, {cadre: {role: first_secretary}}, or a name of 'groups'")
        guard let subject = node["for"] else {
            session.report(
                .missingSetting("for", in: node, expected: form, example: "{cadre: all}", provision: session.provision))
            return nil
        }
        let allowed = section.about.subjects ?? session.subjectKinds
        guard let name = subject.text else { return SubjectReader.read(subject, allowed, form: form, session) }
        guard let group = session.groups.byName[name] else {
            session.groups.reportUnknown(subject, name, session)
            return nil
        }
        guard allowed.contains(group.subject) else {
            session.report(.notOneOf(subject, group.subject.rawValue, words: allowed.map(\.rawValue)))
            return nil
        }
        return (group.subject, group.filter)
    }

    /// `{until_day: 2023-11-30}`: one judgement of what is done from the first day of that year, or the one that is given.
    private func readOnce(_ head: inout SettingsReader) -> DayRange? {
        let title = Text("只判断一次", "judged once")
        let days = head.group("once", title) { reader in
            (
                from: reader.optional(
                    "from", .day,
                    Text("从哪天起做的算，省略为当年第一天", "what is done from this day on counts; else from the year's first"),
                    example: "2023-01-01"),
                until: reader.required(
                    "until_day", .day, Text("最后一天", "the last day in time"), example: "2023-11-30")
            )
        }
        guard let days else { return nil }
        let first = days.from ?? Period(containing: days.until, unit: .year).first
        guard let range = DayRange(first, days.until) else {
            if let once = head.node(of: "once"), let lower = once["from"], let upper = once["until_day"] {
                head.session.report(.endsBeforeItBegins(upper, lower))
            }
            return nil
        }
        return range
    }

    private func checkUnit(
        _ per: TimeUnit?, _ once: DayRange?, _ node: Node, _ key: ProvisionKey, _ session: ReadingSession
    ) {
        if let once = node["once"], node["per"] != nil || section.about.unitNeed == .none {
            session.report(
                .unitsDisagree(
                    once, Text("once 和 per 只能写一个，不按时间单位判断的条款不写", "'once' stands alone, where units of time can be")))
        }
        if let starts = node["starts"], node["per"] == nil {
            session.report(.unitsDisagree(starts, Text("starts 只能和 per 一起写", "'starts' goes with 'per' only")))
        }
        switch section.about.unitNeed {
        case .required where per == nil && node["per"] == nil && node["once"] == nil:
            session.report(
                .missingSetting(
                    "per", in: node, expected: ValueType<TimeUnit>.timeUnit.name, example: "month",
                    provision: key.description))
        case .none where node["per"] != nil:
            session.report(
                .unitsDisagree(
                    node["per"] ?? node,
                    Text(
                        "“\(key.section)”不按时间单位判断，不能写 per",
                        "'\(key.section)' is not judged by units of time: per has no meaning")))
        default: break
        }
    }

    private func readDiscretion(_ node: Node, known: [String], _ session: ReadingSession) -> [(
        setting: String, reason: String, node: Node
    )] {
        guard let discretion = node["discretion"] else { return [] }
        guard let entries = discretion.entries else {
            session.report(.wrongShape(discretion, expected: Text("{设置: 理由}", "{setting: reason}")))
            return []
        }
        return entries.compactMap { entry in
            guard let setting = entry.key.text, let reason = ValueType<String>.text.read(entry.value, session) else {
                return nil
            }
            guard known.contains(setting) else {
                session.report(.discretionOverNothing(entry.key, setting, known: known))
                return nil
            }
            return (setting, reason, entry.value)
        }
    }
}

internal import CivilTime
internal import PolicyYAML

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
        session.computed = []
        session.earlier = []
        let (rule, asked, keys) = section.read(node, session, Provision.headKeys)
        if per == nil, node["per"] == nil, let before = session.earlier.first(where: { $0.time == .unitBefore }) {
            session.report(.unitBeforeWithoutUnits(before.node))
        }
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
            references: session.references, computed: session.computed, counted: session.counted)
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

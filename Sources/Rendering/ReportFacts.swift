internal import CivilTime
internal import Exact
package import Messages
package import Results

/// What every format needs to say of results: values, actions and periods in a reader's words.
package struct ReportFacts: Sendable {
    package let head: AssessmentHead
    package let language: Language

    package init(_ head: AssessmentHead, _ language: Language) {
        self.head = head
        self.language = language
    }

    var period: Period { head.period }

    /// Whether a reader asked for some of the results only.
    var isFiltered: Bool { head.filter != nil }

    /// The files of which rows could not be used.
    var refused: [AssessmentHead.FileCount] { head.files.filter { $0.refused > 0 } }

    /// The sections that alone were judged; nil: all were, or provisions besides, of which the filter tells.
    var sectionsText: Text? {
        head.sections.isEmpty || namesProvisions ? nil : sectionLabels.inARow
    }

    /// Whether provisions were asked for by their names.
    var namesProvisions: Bool { head.filter?.provisions.isEmpty == false }

    /// What a reader asked for: `行政区 乡镇 140622100，结论 不符合`; nil: for everything.
    var filterText: Text? {
        guard let filter = head.filter else { return nil }
        var parts: [Text] = []
        func add(_ title: Text, _ values: [Text]) {
            guard !values.isEmpty else { return }
            parts.append(Text("\(title.zh) \(values.inARow.zh)", "\(title.en) \(values.inARow.en)"))
        }
        add(Text("对象", "subject"), filter.subject.map { [Text(same: $0)] } ?? [])
        add(Text("行政区", "division"), filter.area.map { [label(of: $0)] } ?? [])
        add(Text("部分", "section"), namesProvisions ? sectionLabels : [])
        add(Text("条款", "provision"), filter.provisions.map { Text(same: $0) })
        add(Text("种类", "kind"), filter.kinds.map(\.title))
        add(Text("结论", "verdict"), filter.verdicts.map(\.title))
        return Text(parts.map(\.zh).joined(separator: "，"), parts.map(\.en).joined(separator: ", "))
    }

    /// `考勤（attendance）`.
    private var sectionLabels: [Text] { head.sections.map { Text("\($0.title.zh)（\($0.id)）", $0.id) } }

    private func label(of area: Area) -> Text {
        area.label(
            level: { head.policies.last?.titles.title($0, in: "level") ?? Text(same: $0) }, kind: head.title(of:))
    }

    func policy(_ county: CountyHead) -> JudgedPolicy { head.policies[county.policy] }

    /// A number with its unit.
    func text(_ value: MeasureValue?, _ measure: Measure) -> String {
        value?.readable(as: measure.dimension)(language) ?? "–"
    }

    /// A proposal: what is done, by whom, for how long.
    func describe(_ action: Action, _ titles: WordTitles) -> String {
        let parts = action.details.map { detail -> String in
            let value = span(detail.value)?(language) ?? titles.title(detail.value, in: "office")(language)
            return detail.key.isEmpty ? value : "\(titles.title(detail.key, in: "action_part")(language)) \(value)"
        }
        return titles.title(action.kind, in: "action")(language) + (language == .zh ? "：" : ": ")
            + parts.joined(separator: language == .zh ? "，" : ", ")
    }

    /// `year`, `2 years`: how long an action holds.
    private func span(_ text: String) -> Text? {
        if let unit = TimeUnit(rawValue: text) { return Text("当\(unit.title.zh)", "the \(unit.title.en)") }
        guard let quantity = Quantity(text), let dimension = quantity.dimension,
            [.days, .months, .years].contains(dimension)
        else { return nil }
        return dimension.text(quantity.value)
    }
}

/// What every format needs to say of one county.
struct CountyFacts {
    let facts: ReportFacts
    let county: CountyResults

    var language: Language { facts.language }
    var policy: JudgedPolicy { facts.policy(county.head) }
    var titles: WordTitles { policy.titles }
    var subjects: Subjects { county.subjects }

    /// A division that has no name is named by its level.
    func name(_ subject: Int) -> String {
        let entry = subjects[subject]
        guard entry.name.isEmpty, let level = entry.level else { return entry.name }
        return titles.title(level, in: "level")(language)
    }

    /// `西溪乡 140622108`; the code alone where the records give no name.
    func township(_ subject: Int) -> String {
        let entry = subjects[subject]
        guard let code = entry.township else { return "" }
        let name = entry.kind == .division ? entry.name : entry.village?.townshipName ?? ""
        return name.isEmpty ? code : "\(name) \(code)"
    }

    /// `C000012 王某某`.
    func label(_ subject: Int) -> String {
        let name = name(subject)
        return name.isEmpty ? subjects.id(subject) : subjects.id(subject) + " " + name
    }

    func describe(_ action: Action) -> String { facts.describe(action, titles) }

    /// Those who were judged: `驻村干部 300，村 12`.
    var counts: Text {
        let counts = county.counts.map { counted($0.count, facts.head.title(of: $0.kind)) }
        return Text(counts.map(\.zh).joined(separator: "，"), counts.map(\.en).joined(separator: ", "))
    }

    /// What the reports for people tell of, provision by provision.
    var provisions: [ProvisionFacts] {
        var result: [ProvisionFacts] = []
        var blocks: [OutcomeBlock] = []
        for block in county.blocks where block.provision.layout == nil {
            if let last = blocks.last, last.provision.key != block.provision.key {
                result.append(ProvisionFacts(blocks, self))
                blocks = []
            }
            blocks.append(block)
        }
        return blocks.isEmpty ? result : result + [ProvisionFacts(blocks, self)]
    }
}

extension Area {
    /// `乡镇 140622100`, `村 140622100201 测试村`; the code alone of what the records do not know.
    package func label(level: (String) -> Text, kind: (SubjectKind) -> Text) -> Text {
        guard let title = self.level.map(level) ?? self.kind.map(kind) else { return Text(same: code) }
        let rest = name.isEmpty ? code : "\(code) \(name)"
        return Text("\(title.zh) \(rest)", "\(title.en) \(rest)")
    }
}

extension [Text] {
    /// One after another: 、 between them in Chinese.
    fileprivate var inARow: Text {
        Text(map(\.zh).joined(separator: "、"), map(\.en).joined(separator: ", "))
    }
}

/// `村 12`, `12 villages`: what records list has a name in the plural.
package func counted(_ count: Int, _ title: Text) -> Text {
    Text("\(title.zh) \(count)", "\(count) \(title.en)\(title.en.hasSuffix("s") ? "" : "s")")
}

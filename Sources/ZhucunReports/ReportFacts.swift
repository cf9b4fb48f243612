internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// What every format needs to say about subjects, provisions and values.
public struct ReportFacts: Sendable {
    let prepared: Assessor.Prepared
    let options: ReportOptions
    let counties: [CountyOutline]
    private let test: FindingTest?

    init(prepared: Assessor.Prepared, options: ReportOptions) {
        self.prepared = prepared
        self.options = options
        counties = prepared.outlines
        test = options.filter.isEmpty ? nil : FindingTest(options.filter, prepared.records.world, prepared.period.days)
    }

    var period: Period { prepared.period }
    var world: World { prepared.records.world }
    var language: Language { options.language }

    /// The files of which rows could not be used.
    var refused: [(file: String, rows: Int, bad: Int)] { prepared.records.counts.filter { $0.bad > 0 } }

    /// The findings a reader asked for. What a document to be drawn up lists is no finding.
    func findings(_ block: ProvisionBlock) -> [Finding] {
        guard block.provision.layout == nil else { return [] }
        guard let test else { return block.findings }
        return block.findings.filter(test.accepts)
    }

    /// Whether findings that a reader asked for were counted and not kept.
    func leavesOut(_ county: CountyResult) -> Bool {
        let filter = options.filter
        guard filter.verdicts.isEmpty || filter.verdicts.contains(.notApplicable) else { return false }
        return county.blocks.contains { $0.leftOut > 0 && (filter.kinds.isEmpty || filter.kinds.contains($0.provision.subject)) }
    }

    /// The sections that alone were judged; nil: all were, or provisions besides, of which the filter tells.
    var sectionsText: Text? {
        guard !sections.isEmpty, options.filter.provisions.isEmpty else { return nil }
        return Text(sections.map(\.zh).joined(separator: "、"), sections.map(\.en).joined(separator: ", "))
    }

    private var sections: [Text] { prepared.sections.map { Text("\($0.title.zh)（\($0.id)）", $0.id) } }

    func identifier(_ subject: Subject) -> String { world.identifier(of: subject) }

    /// A division is named by its level.
    func name(_ subject: Subject) -> String {
        guard subject.kind == .division, let words = prepared.policies.last?.snapshots.last?.words else { return world.name(of: subject) }
        return words.title(world.divisions[subject.index].level, in: "level")(language)
    }

    /// What was filtered by; nil when nothing was.
    var filterText: Text? {
        guard !options.filter.isEmpty else { return nil }
        return options.filter.text(world, prepared.policies.last?.snapshots.last?.words ?? .none, sections: options.filter.provisions.isEmpty ? [] : sections)
    }

    /// `C000012 王某某`.
    func label(_ subject: Subject) -> String {
        let name = name(subject)
        return name.isEmpty ? identifier(subject) : identifier(subject) + " " + name
    }

    /// The village that a subject of a county is at there: who moved has one in each.
    func village(_ subject: Subject, in county: String) -> Village? {
        guard subject.kind == .cadre else { return world.village(of: subject, in: period.days).map { world.villages[$0] } }
        let main = world.mainPosting(of: subject.index, in: period.days) { world.villages[$0.village].code.hasPrefix(county) }
        return main.map { world.villages[world.postings[$0].village] }
    }

    /// The township that a subject lies in, or is. `village` is the one that it is at.
    func township(_ subject: Subject, at village: Village?) -> String? {
        if subject.kind == .division { return world.divisions[subject.index].level == "township" ? identifier(subject) : nil }
        return village?.township
    }

    /// Exact, with a percentage behind a share.
    func text(_ value: MeasureValue?, _ measure: MeasureDeclaration) -> String {
        guard let value else { return "–" }
        return value.text { number in
            if measure.dimension == .share { return percent(number) }
            return measure.dimension == .points && number.denominator != 1 ? number.rounded(2) : number.exactText
        }(language)
    }

    func percent(_ share: Fraction) -> String {
        guard let hundred = try? share * Fraction(100) else { return share.exactText }
        return hundred.rounded(1) + "%"
    }

    func describe(_ action: Action, _ words: Words) -> String {
        let office = { (text: String) in words.names(in: "office").contains(text) ? words.title(text, in: "office")(language) : text }
        let parts = action.details.map { detail -> String in
            let value = span(detail.value)?(language) ?? office(detail.value)
            return detail.key.isEmpty ? value : "\(words.title(detail.key, in: "action_part")(language)) \(value)"
        }
        return words.title(action.kind, in: "action")(language) + (language == .zh ? "：" : ": ") + parts.joined(separator: language == .zh ? "，" : ", ")
    }

    /// `year`, `2 years`: how long an action holds.
    private func span(_ text: String) -> Text? {
        if let unit = TimeUnit(rawValue: text) { return Text("当\(unit.title.zh)", "the \(unit.title.en)") }
        let parts = text.split(separator: " ")
        guard parts.count == 2, let count = Int(parts[0]) else { return nil }
        let units: [Substring: String] = ["day": "天", "days": "天", "month": "个月", "months": "个月", "year": "年", "years": "年"]
        return units[parts[1]].map { Text("\(count) \($0)", text) }
    }

    /// The vocabulary in force at the end of the period under a profile.
    func words(_ profile: Profile) -> Words {
        let policy = prepared.policies.first { $0.profile.code == profile.code }
        return policy?.snapshot(on: period.last)?.words ?? policy?.snapshots.last?.words ?? .none
    }

    /// Blocks of one provision, in time.
    func provisions(_ county: CountyResult) -> [(provision: Provision, blocks: [ProvisionBlock])] {
        var result: [(provision: Provision, blocks: [ProvisionBlock])] = []
        for block in county.blocks where block.provision.layout == nil {
            if let last = result.indices.last, result[last].provision.key == block.provision.key {
                result[last].blocks.append(block)
                result[last].provision = block.provision
            } else {
                result.append((block.provision, [block]))
            }
        }
        return result
    }
}

extension MeasureValue {
    var number: Fraction? {
        if case .number(let number) = self { number } else { nil }
    }
}

internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

extension Period {
    /// `2023年第三季度`; ranges and rare units as they are written in commands.
    func title(_ language: Language) -> String {
        guard language == .zh, let unit else { return description }
        let (named, month) = name
        let year = "\(named)年"
        switch unit {
        case .week: return "\(description.prefix(4))年第\(weekNumber)周"
        case .month: return year + "\(month)月"
        case .halfMonth: return year + "\(month)月\(isFirstHalf ? "上" : "下")半月"
        case .twoMonths: return year + "\(month)–\(month + 1)月"
        case .quarter: return year + "第\(["一", "二", "三", "四"][(month - 1) / 3])季度"
        case .halfYear: return year + (month == 1 ? "上半年" : "下半年")
        case .year: return year
        case .day: return description
        }
    }

    /// Over a narrow column; the year only where it is another one than the page's.
    func heading(_ language: Language, year: Int) -> String {
        guard let unit else { return description }
        let full = title(language)
        switch (unit, language) {
        case (.year, _): return full
        case (.week, .zh): return description.hasPrefix("\(year)-") ? "\(weekNumber)周" : full
        case (_, .zh): return full.hasPrefix("\(year)年") ? String(full.dropFirst("\(year)年".count)) : full
        case (_, .en): return full
        }
    }

    /// `07-03`, for weeks, whose number tells nobody when they are.
    var startText: String { unit == .week ? String(first.description.dropFirst("2023-".count)) : "" }

    private var weekNumber: Int { Int(description.suffix(2)) ?? 0 }
}

extension Verdict {
    /// Told without colour, in characters that every Chinese font has.
    var mark: String {
        switch self {
        case .met: "√"
        case .breached: "×"
        case .undetermined: "?"
        case .notApplicable: "–"
        }
    }

    /// Its class in the style sheet.
    var style: String {
        switch self {
        case .met: "m"
        case .breached: "b"
        case .undetermined: "u"
        case .notApplicable: "n"
        }
    }
}

extension ProvisionFacts {
    /// What was asked, in the reader's words: `在岗天数 5（共 7）`.
    var askedText: String {
        let separator = facts.language == .zh ? "；" : "; "
        return provision.asked.compactMap { asked in
            inReadersWords(asked.node).map { "\(asked.label(facts.language)) \($0)" }
        }.joined(separator: separator)
    }

    /// Conditions are trees: their reasons stand with the actions. Of maps, those of numbers can be told in a line.
    private func inReadersWords(_ node: Node) -> String? {
        if let text = node.text { return inReadersWords(text) }
        if case .actions = form { return nil }
        if let items = node.items {
            let texts = items.compactMap(\.text)
            return texts.count == items.count ? texts.map(inReadersWords).joined(separator: facts.language == .zh ? "、" : ", ") : nil
        }
        guard let entries = node.entries else { return nil }
        let parts = entries.compactMap { entry -> String? in
            guard let key = entry.key.text, let value = entry.value.text, Quantity(value) != nil else { return nil }
            return "\(key) \(value)"
        }
        return parts.count == entries.count ? parts.joined(separator: facts.language == .zh ? "、" : ", ") : nil
    }

    /// A measure by its provision's name, a level by its title, `5 of 7` as a count, which is no share.
    private func inReadersWords(_ text: String) -> String {
        let parts = text.split(separator: ".", maxSplits: 2)
        if parts.count > 1, let other = county.blocks.last(where: { $0.provision.key.section == parts[0] && $0.provision.key.id == parts[1] }) {
            return other.provision.name
        }
        let words = text.split(separator: " ")
        if words.count == 3, words[1] == "of" { return Text("\(words[0])（共 \(words[2])）", text)(facts.language) }
        let vocabulary = facts.words(county.profile)
        let group = ["office", "level"].first { vocabulary.names(in: $0).contains(text) }
        return group.map { vocabulary.title(text, in: $0)(facts.language) } ?? text
    }

    /// Each citation with the first unit that was judged under it; the unit is empty when there is one citation.
    var citations: [(text: String, from: String)] {
        var result: [(text: String, from: String)] = []
        for block in blocks where result.last?.text != block.provision.citation { result.append((block.provision.citation, block.unit.title(facts.language))) }
        return result.count == 1 ? [(result[0].text, "")] : result
    }

    /// Whether «met» says that a rule was kept. Ranks, grades, scores and proposals are «met» when there is one.
    var isJudgement: Bool {
        switch form {
        case .actions, .ranks, .names: false
        case .records: true
        case .verdicts: provision.measures.first?.dimension != .points || count(.breached) > 0
        }
    }

    /// As `ReportFacts.text`, but points keep their decimals, so that a column of them lines up.
    func cellText(_ value: MeasureValue?, _ measure: MeasureDeclaration) -> String {
        guard measure.dimension == .points, let value else { return facts.text(value, measure) }
        return value.text { $0.rounded(2) }(facts.language)
    }

    /// Measures and what they are bound by, where something is.
    var pairs: [(measure: Int, bound: Int)] {
        provision.bounds.filter { pair in findings.contains { $0.contains { $0.values[pair.bound] != nil } } }
    }
}

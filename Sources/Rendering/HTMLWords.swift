internal import CivilTime
internal import Exact
internal import Messages
internal import Results

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
        return provision.told.compactMap { key -> String? in
            guard let asked = provision.asked.first(where: { $0.key == key }), let label = asked.label else {
                return nil
            }
            return inReadersWords(asked.value).map { "\(label(facts.language)) \($0)" }
        }.joined(separator: separator)
    }

    /// Conditions are trees: their reasons stand with the actions. Of maps, those of numbers can be told in a line.
    private func inReadersWords(_ value: AskedValue) -> String? {
        let comma = facts.language == .zh ? "、" : ", "
        switch value.content {
        case .text(let text): return inReadersWords(text)
        case _ where isOfActions: return nil
        case .list(let items):
            let texts = items.compactMap(\.text)
            return texts.count == items.count ? texts.map(inReadersWords).joined(separator: comma) : nil
        case .table(let entries):
            let parts = entries.compactMap { entry in
                entry.value.text.flatMap { text in Quantity(text) == nil ? nil : "\(entry.key) \(text)" }
            }
            return parts.count == entries.count ? parts.joined(separator: comma) : nil
        }
    }

    private var isOfActions: Bool { if case .actions = form { true } else { false } }

    /// A measure by its provision's name, a level by its title, `5 of 7` as a count, which is no share.
    private func inReadersWords(_ text: String) -> String {
        let parts = text.split(separator: ".", maxSplits: 2)
        if parts.count > 1,
            let other = county.county.blocks.last(where: {
                $0.provision.key.section == parts[0] && $0.provision.key.id == parts[1]
            })
        {
            return other.provision.name
        }
        let words = text.split(separator: " ")
        if words.count == 3, words[1] == "of" { return Text("\(words[0])（共 \(words[2])）", text)(facts.language) }
        let titles = county.titles
        return ["office", "level"].lazy.compactMap { titles.known(text, in: $0) }.first?(facts.language) ?? text
    }

    /// Each citation with the first unit that was judged under it; the unit is empty when there is one citation.
    var citations: [(text: String, from: String)] {
        var result: [(text: String, from: String)] = []
        for block in blocks where result.last?.text != block.provision.citation {
            result.append((block.provision.citation, block.unit.title(facts.language)))
        }
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
    func cellText(_ value: MeasureValue?, _ measure: Measure) -> String {
        guard measure.dimension == .points, let value else { return facts.text(value, measure) }
        return value.text { $0.rounded(2) }(facts.language)
    }

    /// Measures and what they are bound by, where something is.
    var pairs: [(measure: Int, bound: Int)] {
        provision.bounds.filter { pair in outcomes.contains { $0.contains { $0[pair.bound] != nil } } }
    }
}

internal import CivilTime
internal import Exact
internal import Messages
internal import Results

extension ProvisionFacts {
    /// What was asked, in the reader's words: `在岗天数 5（共 7）；队长人数不少于 1 人`.
    var askedText: String {
        let parts = provision.told.compactMap { key -> String? in
            guard let asked = provision.asked.first(where: { $0.key == key }), let label = asked.label else {
                return nil
            }
            return inReadersWords(asked.value).map { words in
                // 每日, where a number or a name has a blank before it.
                let isOneWord = facts.language == .zh && asked.value.text.flatMap(TimeUnit.init(rawValue:)) != nil
                return label(facts.language) + (isOneWord ? "" : " ") + words
            }
        }
        return parts.joined(separator: facts.language == .zh ? "；" : "; ")
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
                entry.value.text.flatMap { text in
                    Quantity(text) == nil ? nil : "\(name(of: entry.key)) \(inReadersWords(text))"
                }
            }
            return parts.count == entries.count ? parts.joined(separator: comma) : nil
        }
    }

    private var isOfActions: Bool { if case .actions = form { true } else { false } }

    /// A word that compares, or a key by what people call it.
    private func name(of key: String) -> String {
        ComparisonWord(rawValue: key)?.title(facts.language) ?? word(key) ?? key
    }

    /// A measure by its provision's name, a level by its title, `5 of 7` as a count, which is no share; a number with its unit.
    private func inReadersWords(_ text: String) -> String {
        if let unit = TimeUnit(rawValue: text) {
            let title: Text = unit.title
            return title(facts.language)
        }
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
        if let quantity = Quantity(text) { return Operand.number(quantity).title(facts.language) }
        return word(text) ?? text
    }

    private func word(_ word: String) -> String? {
        ["office", "level", "language"].lazy.compactMap { county.titles.known(word, in: $0) }.first?(facts.language)
    }
}

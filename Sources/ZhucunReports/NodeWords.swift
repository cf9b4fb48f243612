internal import CivilTime
internal import PolicyYAML
internal import Results
package import ZhucunKernel

/// Says a value of a profile in a reader's words: in Chinese the language's keys and words by their names, those of the vocabulary by their
/// titles, numbers with their units. In English as YAML, whose words are English.
package struct NodeWords: Sendable {
    private let keys: KeyNames?
    private let words: Words
    private let language: Language

    /// `keys`: what the language's keys are called; nil for the keys themselves.
    package init(_ keys: KeyNames?, _ words: Words, _ language: Language) {
        self.keys = keys.flatMap { $0.named.isEmpty ? nil : $0 }
        self.words = words
        self.language = language
    }

    /// A setting by its name.
    func key(_ key: String) -> String { language == .zh ? keys?.name(ofKey: key) ?? key : key }

    /// A word of the vocabulary by its title.
    func title(_ word: String, in group: String) -> String { words.title(word, in: group)(language) }

    /// What stands under a key.
    func text(_ node: Node, under key: String) -> String {
        language == .zh && keys != nil ? text(node, [key]) : ProfileReport.inline(node)
    }

    /// `path`: the keys that it stands under, the nearest last.
    private func text(_ node: Node, _ path: [String]) -> String {
        switch node.content {
        case .scalar(let scalar): return scalar.isQuoted ? scalar.text : word(scalar.text, path)
        case .sequence(let items): return "[" + items.map { text($0, path) }.joined(separator: "、") + "]"
        case .mapping(let entries):
            let parts = entries.map { entry -> String in
                let key = entry.key.text ?? ""
                let compared = ComparisonWord(rawValue: key)?.title.zh
                return "\(compared ?? titled(key, path) ?? self.key(key)) \(text(entry.value, path + [key]))"
            }
            return parts.count == 1 ? parts[0] : "{" + parts.joined(separator: "，") + "}"
        }
    }

    private func word(_ text: String, _ path: [String]) -> String {
        if let title = titled(text, path) ?? keys?.name(ofWord: text) { return title }
        let parts = text.split(separator: " ")
        if parts.count == 3, parts[1] == "of" { return "\(parts[0])（共 \(parts[2])）" }
        return Quantity(text).map { Operand.number($0).title.zh } ?? text
    }

    /// A word of the vocabulary, of the group that is called as one of the keys around it, else of any.
    private func titled(_ word: String, _ path: [String]) -> String? {
        let groups = Array(path.reversed()) + ["office", "level"] + words.groupNames
        return groups.first { words.names(in: $0).contains(word) }.map { words.title(word, in: $0).zh }
    }
}

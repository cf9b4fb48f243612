public import PolicyYAML

/// The vocabulary: the names that records and rules may use (roles, offices, incident kinds …), each in Chinese and English.
///
/// It stands in the profiles (`words:` of an edition), so a new role or office is YAML, and a misspelt one is found.
public struct Words: Sendable {
    struct Word: Sendable {
        let key: String
        let title: Text
        let node: Node
        /// It names many, not one.
        var isMany = false
        /// An empty field of a column of its group stands for it, where the column says that one does.
        var isForEmpty = false
    }

    private(set) var groups: [String: [Word]] = [:]

    init() {}

    /// The groups of a merged `words:` section: group → key → `中文` or `{zh: …, en: …}`.
    init(_ node: Node?, into diagnostics: inout Diagnostics) {
        for group in node?.entries ?? [] {
            guard let name = group.key.text, let entries = group.value.entries else {
                diagnostics.report(.wrongShape(group.value, expected: Text("映射：词 → 名称", "a map of words to names")))
                continue
            }
            groups[name] = entries.compactMap { Words.word($0, into: &diagnostics) }
        }
    }

    private static func word(_ entry: Node.Entry, into diagnostics: inout Diagnostics) -> Word? {
        guard let key = entry.key.text else { return nil }
        if let zh = entry.value.text, !zh.isEmpty {
            return Word(key: key, title: Text(zh, key.replacingUnderscores), node: entry.value)
        }
        let marks = (entry.value.entries ?? []).filter { !["zh", "en"].contains($0.key.text) }
        guard let zh = entry.value["zh"]?.text, let en = entry.value["en"]?.text,
            marks.allSatisfy({ $0.key.text.map(["many", "when_empty"].contains) == true && $0.value.text == "true" })
        else {
            diagnostics.report(
                .wrongShape(entry.value, expected: Text("中文名称，或 {zh: …, en: …}", "a Chinese name, or {zh: …, en: …}")))
            // The word itself is known: what uses it is not wrong.
            return Word(key: key, title: Text(same: key), node: entry.value)
        }
        return Word(
            key: key, title: Text(zh, en), node: entry.value, isMany: entry.value["many"] != nil,
            isForEmpty: entry.value["when_empty"] != nil)
    }

    /// The key of a word, given its key or its Chinese name; nil when the group has none.
    public func key(of text: String, in group: String) -> String? {
        word(in: group) { $0.key == text || $0.title.zh == text }?.key
    }

    /// The word's name for people; the word itself when the vocabulary has none.
    public func title(_ key: String, in group: String) -> Text {
        word(in: group) { $0.key == key }?.title ?? Text(same: key)
    }

    private func word(in group: String, where isMeant: (Word) -> Bool) -> Word? {
        guard let words = groups[group], let index = words.firstIndex(where: isMeant) else { return nil }
        return words[index]
    }

    /// The keys and Chinese names of a group's words that name many.
    func many(in group: String) -> [String] {
        names(in: group).filter { namesMany($0, in: group) }.flatMap { [$0, title($0, in: group).zh] }
    }

    /// The word of a group that an empty field stands for.
    func forEmpty(in group: String) -> String? { word(in: group, where: \.isForEmpty)?.key }

    /// Whether a word, by its key or its Chinese name, names many: villagers, not the county office.
    public func namesMany(_ text: String, in group: String) -> Bool {
        word(in: group) { $0.key == text || $0.title.zh == text }?.isMany ?? false
    }

    /// The keys of a group, in the order of the profile.
    public func names(in group: String) -> [String] {
        groups[group]?.map(\.key) ?? []
    }

    /// The names of the groups, such as `role` and `office`, in alphabetical order.
    public var groupNames: [String] { groups.keys.sorted() }
}

extension String {
    /// `in_full` as `in full`.
    var replacingUnderscores: String {
        String(decoding: utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}

extension Words {
    /// A vocabulary without words.
    public static let none = Words()

    /// Every word of several vocabularies; the first title of a word stands.
    public static func union(_ all: [Words]) -> Words {
        var result = Words()
        for words in all {
            for (group, list) in words.groups {
                let known = Set(result.groups[group]?.map(\.key) ?? [])
                result.groups[group, default: []] += list.filter { !known.contains($0.key) }
            }
        }
        return result
    }
}

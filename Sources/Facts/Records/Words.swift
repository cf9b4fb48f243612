public import Messages

/// The vocabulary: the names that records and rules may use (roles, offices, incident kinds …), each in Chinese and English.
///
/// It stands in the profiles (`words:` of an edition), so a new role or office is YAML, and a misspelt one is found.
public struct Words: Sendable {
    package struct Word: Sendable {
        package let key: String
        package let title: Text
        /// Other Chinese names that records and rules may use.
        package internal(set) var others: [String]
        /// It names many, not one.
        let isMany: Bool
        /// An empty field of a column of its group stands for it, where the column says that one does.
        let isForEmpty: Bool

        package init(
            key: String, title: Text, others: [String] = [], isMany: Bool = false, isForEmpty: Bool = false
        ) {
            self.key = key
            self.title = title
            self.others = others
            self.isMany = isMany
            self.isForEmpty = isForEmpty
        }
    }

    private(set) package var groups: [String: [Word]]

    /// Words by their groups; none when left out.
    package init(_ groups: [String: [Word]] = [:]) { self.groups = groups }

    /// The key of a word, given its key or one of its Chinese names; nil when the group has none.
    public func key(of text: String, in group: String) -> String? { named(text, in: group)?.key }

    /// A name that is shown goes before another that the word may be called by.
    private func named(_ text: String, in group: String) -> Word? {
        word(in: group) { $0.key == text || $0.title.zh == text } ?? word(in: group) { $0.others.contains(text) }
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
        (groups[group] ?? []).filter(\.isMany).flatMap { [$0.key, $0.title.zh] + $0.others }
    }

    /// Everything that a word of a group may be written as.
    func written(in group: String) -> [String] {
        (groups[group] ?? []).flatMap { [$0.key, $0.title.zh] + $0.others }
    }

    /// The word of a group that an empty field stands for.
    func forEmpty(in group: String) -> String? { word(in: group, where: \.isForEmpty)?.key }

    /// Whether a word, by its key or its Chinese name, names many: villagers, not the county office.
    public func namesMany(_ text: String, in group: String) -> Bool {
        named(text, in: group)?.isMany ?? false
    }

    /// The keys of a group, in the order of the profile.
    public func names(in group: String) -> [String] {
        groups[group]?.map(\.key) ?? []
    }

    /// The names of the groups, such as `role` and `office`, in alphabetical order.
    package var groupNames: [String] { groups.keys.sorted() }
}

extension Words {
    /// A vocabulary without words.
    public static let none = Words()

    /// Every word of several vocabularies; the first title of a word stands, and the others may be written too.
    public static func union(_ all: [Words]) -> Words {
        guard all.count > 1 else { return all.first ?? Words() }
        var result = Words()
        for (group, _) in all.flatMap(\.groups) where result.groups[group] == nil {
            var list: [Word] = []
            var places: [String: Int] = [:]
            for word in all.flatMap({ $0.groups[group] ?? [] }) {
                guard let place = places[word.key] else {
                    places[word.key] = list.count
                    list.append(word)
                    continue
                }
                let known = [list[place].title.zh] + list[place].others
                list[place].others += ([word.title.zh] + word.others).filter { !known.contains($0) }
            }
            result.groups[group] = list
        }
        return result
    }
}

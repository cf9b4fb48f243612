public import Messages

/// The vocabulary: the names that records and rules may use (roles, offices, incident kinds …), each in Chinese and English.
///
/// It stands in the profiles (`words:` of an edition), so a new role or office is YAML, and a misspelt one is found.
public struct Words: Sendable {
    package struct Word: Sendable {
        package let key: String
        package let title: Text
        /// It names many, not one.
        let isMany: Bool
        /// An empty field of a column of its group stands for it, where the column says that one does.
        let isForEmpty: Bool

        package init(key: String, title: Text, isMany: Bool = false, isForEmpty: Bool = false) {
            self.key = key
            self.title = title
            self.isMany = isMany
            self.isForEmpty = isForEmpty
        }
    }

    private(set) package var groups: [String: [Word]]

    /// Words by their groups; none when left out.
    package init(_ groups: [String: [Word]] = [:]) { self.groups = groups }

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
    package var groupNames: [String] { groups.keys.sorted() }
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

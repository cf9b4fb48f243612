public import PolicyYAML
public import ZhucunKernel

/// Rewrites what the language called something else before, in editions and in what stands beside their tests. Only the names
/// themselves change: comments, quotes and layout stay, byte for byte.
///
/// What was called what before is declared with each setting (`formerly:`), so that a module of one's own is upgraded like the built-in ones.
public struct ProfileUpgrade {
    private let store: ProfileStore
    private let settings: [String: [SettingDeclaration]]

    /// Of the profiles of a store, in the language of some modules.
    public init(_ store: ProfileStore, _ plugins: PluginRegistry) {
        self.store = store
        settings = Dictionary(
            plugins.plugins.map { ($0.about.id, $0.settings) }, uniquingKeysWith: { first, _ in first })
    }

    /// The files of a profile in which something is called by a name of before. What cannot be read, and what only a person can rewrite,
    /// is reported.
    public func files(of profile: Profile, into diagnostics: inout Diagnostics) -> [UpgradedFile] {
        let editions = store.source.yamlFiles(in: profile.folder).filter { !$0.hasSuffix("/profile.yaml") }
        let survivors = TestSuite.folder(of: profile) + "/" + TestSuite.survivors
        let tests = store.source.yamlFiles(in: TestSuite.folder(of: profile)).filter { $0 == survivors }
        return editions.compactMap { file($0, names, into: &diagnostics) }
            + tests.compactMap { file($0, paths, into: &diagnostics) }
    }

    private typealias Search = (Node, inout Diagnostics) -> [NameChange]

    private func file(_ path: String, _ search: Search, into diagnostics: inout Diagnostics) -> UpgradedFile? {
        guard let root = store.tree(path, into: &diagnostics) else { return nil }
        let changes = search(root, &diagnostics)
        return changes.isEmpty ? nil : UpgradedFile(root.file, changes)
    }

    /// Settings of an edition.
    private func names(in edition: Node, into diagnostics: inout Diagnostics) -> [NameChange] {
        var changes: [NameChange] = []
        for section in edition.entries ?? [] {
            let name = section.key.text ?? ""
            if name == "defaults" {
                for module in section.value.entries ?? [] {
                    changes += self.changes(in: module.value, settings[module.key.text ?? ""] ?? [], &diagnostics)
                }
            }
            for item in section.value.items ?? [] {
                let settings = settings[name] ?? []
                changes += self.changes(in: item, settings, &diagnostics)
                if let discretion = item["discretion"] {
                    changes += self.changes(in: discretion, settings, &diagnostics)
                }
            }
        }
        return changes
    }

    private func changes(in group: Node, _ settings: [SettingDeclaration], _ diagnostics: inout Diagnostics)
        -> [NameChange]
    {
        settings.formerNames(in: group).compactMap { name in
            guard !name.isTwice else {
                diagnostics.report(.formerName(name.key, name.former, now: name.now, both: true))
                return nil
            }
            return NameChange(name.key, name.former, name.now, store.keyNames)
        }
    }

    /// Paths of settings in the list of changes that no test has to notice.
    private func paths(in survivors: Node, into diagnostics: inout Diagnostics) -> [NameChange] {
        (survivors["survivors"]?.items ?? []).compactMap { survivor in
            guard let item = survivor["item"]?.text?.split(separator: "/").map(String.init), item.count == 2,
                let node = survivor["setting"], let path = node.text
            else { return nil }
            let section = item[0] == "defaults" ? item[1] : item[0]
            let now = (settings[section] ?? []).current(path.split(separator: ".").map(String.init))
                .joined(separator: ".")
            return now == path ? nil : NameChange(node, path, now, store.keyNames)
        }
    }
}

public import PolicyYAML
public import ZhucunKernel

/// Rewrites what the language, or a province's profile, called something else before, in editions and in their tests. Only the names
/// themselves change: comments, quotes and layout stay, byte for byte.
///
/// What was called what before is declared with each setting (`formerly:`), so that a module of one's own is upgraded like the built-in ones;
/// of provisions it stands in `profile.yaml` (`renamed:`).
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
        let former = store.formerProvisions(of: profile)
        let editions = store.source.yamlFiles(in: profile.folder).filter { !$0.hasSuffix("/profile.yaml") }
        let tests = store.source.yamlFiles(in: TestSuite.folder(of: profile))
        return editions.compactMap { path in
            file(path, into: &diagnostics) { settingNames(in: $0, &$1) + provisionNames(in: $0, former, &$1) }
        }
            + tests.compactMap { path in
                file(path, into: &diagnostics) { root, _ in settingPaths(in: root) + references(in: root, former) }
            }
    }

    private func file(
        _ path: String, into diagnostics: inout Diagnostics, _ search: (Node, inout Diagnostics) -> [NameChange]
    ) -> UpgradedFile? {
        guard let root = store.tree(path, into: &diagnostics) else { return nil }
        let changes = search(root, &diagnostics)
        return changes.isEmpty ? nil : UpgradedFile(root.file, changes)
    }

    // MARK: Settings

    private func settingNames(in edition: Node, _ diagnostics: inout Diagnostics) -> [NameChange] {
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
    private func settingPaths(in survivors: Node) -> [NameChange] {
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

    // MARK: Provisions

    /// Those that an edition amends, and those that it speaks of.
    private func provisionNames(in edition: Node, _ former: [FormerProvision], _ diagnostics: inout Diagnostics)
        -> [NameChange]
    {
        guard !former.isEmpty else { return [] }
        var changes = references(in: edition, former)
        for section in edition.entries ?? [] {
            for id in (section.value.items ?? []).compactMap({ $0["id"] }) {
                let name = "\(section.key.text ?? "")/\(id.text ?? "")"
                guard let provision = former.first(where: { $0.former == name }) else { continue }
                let now = provision.now.split(separator: "/")
                if now[0] == name.prefix(while: { $0 != "/" }) {
                    changes.append(NameChange(id, id.text ?? "", String(now[1]), store.keyNames))
                } else {
                    diagnostics.report(.formerProvision(id, provision, isMoved: true))
                }
            }
        }
        return changes
    }

    /// Under these keys stands no name of a provision.
    private static let texts: Set = [
        "id", "name", "clause", "clauses", "document", "orders", "note", "title", "question", "discretion", "reason",
        "words",
    ]

    private func references(in node: Node, _ former: [FormerProvision]) -> [NameChange] {
        guard !former.isEmpty else { return [] }
        switch node.content {
        case .scalar(let scalar):
            guard let now = former.lazy.compactMap({ $0.current(scalar.text) }).first else { return [] }
            return [NameChange(node, scalar.text, now, store.keyNames)]
        case .sequence(let items): return items.flatMap { references(in: $0, former) }
        case .mapping(let entries):
            return entries.filter { !ProfileUpgrade.texts.contains($0.key.text ?? "") }.flatMap {
                references(in: $0.value, former)
            }
        }
    }
}

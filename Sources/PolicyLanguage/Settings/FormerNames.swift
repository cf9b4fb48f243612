package import PolicyYAML

/// A setting that still stands in a file under a name of before.
package struct FormerName {
    /// The key, as it is written.
    package let key: Node
    package let former: String
    /// What it is called now.
    package let now: String
    /// Whether it stands in the same group under its name of today too: only a person can say which is meant.
    package let isTwice: Bool
}

extension [SettingDeclaration] {
    /// What stands under names of before in a group of these settings, and in what is inside.
    package func formerNames(in group: Node) -> [FormerName] {
        (group.entries ?? []).flatMap { entry -> [FormerName] in
            guard let key = entry.key.text, let setting = setting(key) else { return [] }
            let inside = setting.groups(in: entry.value).flatMap(setting.children.formerNames)
            guard key != setting.key else { return inside }
            let isTwice = group[setting.key] != nil
            return [FormerName(key: entry.key, former: key, now: setting.key, isTwice: isTwice)] + inside
        }
    }

    /// A path of settings, such as `deduct.count.leave`, in the names of today.
    package func current(_ path: [String]) -> [String] {
        guard let key = path.first, let setting = setting(key) else { return path }
        // In a map of names the next step is a name.
        let names = setting.shape == .named ? path.dropFirst().prefix(1) : []
        return [setting.key] + names + setting.children.current([String](path.dropFirst(1 + names.count)))
    }

    private func setting(_ key: String) -> SettingDeclaration? {
        first { $0.key == key } ?? first { $0.formerly.contains(key) }
    }
}

extension SettingDeclaration {
    /// The groups of settings in a value of this one.
    fileprivate func groups(in value: Node) -> [Node] {
        switch shape {
        case .value: []
        case .list: value.items ?? []
        case .named: value.entries?.map(\.value) ?? []
        case .group: [value]
        }
    }
}

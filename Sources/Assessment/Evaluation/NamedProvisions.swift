import PolicyYAML

extension Assessor.Request {
    /// The provisions that it names and those of the sections that it names, or for a list of what is owed those that ask for
    /// something by a day; nil: all. `named` are those with a name of their own. A name that means none of them is reported.
    func judgedProvisions(
        _ policies: [Policy], _ plugins: PluginRegistry, _ diagnostics: inout Diagnostics
    ) -> (only: Set<ProvisionKey>?, named: Set<ProvisionKey>) {
        guard !provisions.isEmpty || !sections.isEmpty || through != nil else { return (nil, []) }
        let titles = titles(policies)
        var keys = Set(policies.flatMap(\.keys)).sorted()
        if through != nil { keys.removeAll { plugins.plugin($0.section)?.about.hasDueDays != true } }
        for name in provisions where !keys.contains(where: { $0.isMeant(by: name, titles) }) {
            diagnostics.report(.unknownProvision(name, known: keys.map(\.description), ids: keys.map(\.id)))
        }
        let known = Set(keys.map(\.section))
        for section in sections where !known.contains(section) {
            diagnostics.report(.unknownSection(section, known: known.sorted()))
        }
        let named = Set(keys.filter { key in provisions.contains { key.isMeant(by: $0, titles) } })
        guard provisions.isEmpty, sections.isEmpty else {
            return (named.union(keys.filter { sections.contains($0.section) }), named)
        }
        return (through == nil ? nil : Set(keys), named)
    }

    /// What provisions are called, where one is asked for by no code.
    private func titles(_ policies: [Policy]) -> [ProvisionKey: Set<String>] {
        guard provisions.contains(where: { $0.utf8.contains { $0 >= 0x80 } }) else { return [:] }
        let named = policies.flatMap { $0.snapshots.flatMap(\.provisions) }.map { ($0.key, Set([$0.name])) }
        return Dictionary(named, uniquingKeysWith: { $0.union($1) })
    }

    /// The sections that it names, each once.
    func judgedSections(_ plugins: PluginRegistry) -> [PluginAbout] {
        plugins.plugins.map(\.about).filter { sections.contains($0.id) }
    }
}

extension Diagnostic {
    static func unknownSection(_ name: String, known: [String]) -> Diagnostic {
        Diagnostic(
            .usage("A613"), Text("政策配置没有“\(name)”部分", "the profile has no section '\(name)'"), at: nil,
            expected: Text(known.joined(separator: "、"), known.joined(separator: ", ")), found: Text(same: name),
            help: didYouMean(name, known))
    }
}

extension ProvisionKey {
    /// Whether a name means it: its id, its section and id, or what it is called.
    fileprivate func isMeant(by name: String, _ titles: [ProvisionKey: Set<String>]) -> Bool {
        name == id || name == description || titles[self]?.contains(name) == true
    }
}

extension Policy {
    /// Provisions with all whose measures they read, at first or at second hand.
    func needed(for keys: Set<ProvisionKey>) -> Set<ProvisionKey> {
        var needed = keys
        var open = Array(keys)
        while let key = open.popLast() {
            for snapshot in snapshots {
                for reference in snapshot.provision(key)?.references ?? [] {
                    if let target = snapshot.targets[reference], needed.insert(target.key).inserted {
                        open.append(target.key)
                    }
                }
            }
        }
        return needed
    }
}

import PolicyYAML

extension Assessor.Request {
    /// The provisions that it names, or for a list of what is owed those that ask for something by a day; nil: all. A name that means
    /// none of them is reported.
    func judgedProvisions(_ policies: [Policy], _ plugins: PluginRegistry, _ diagnostics: inout Diagnostics) -> Set<ProvisionKey>? {
        guard !provisions.isEmpty || through != nil else { return nil }
        var keys = Set(policies.flatMap(\.keys)).sorted()
        if through != nil { keys.removeAll { plugins.plugin($0.section)?.about.hasDueDays != true } }
        for name in provisions where !keys.contains(where: { $0.isMeant(by: name) }) {
            diagnostics.report(.unknownProvision(name, known: keys.map(\.description), ids: keys.map(\.id)))
        }
        guard !provisions.isEmpty else { return Set(keys) }
        return Set(keys.filter { key in provisions.contains { key.isMeant(by: $0) } })
    }
}

extension ProvisionKey {
    /// Whether a name means it: its id, or its section and id.
    fileprivate func isMeant(by name: String) -> Bool { name == id || name == description }
}

extension Policy {
    /// Provisions with all whose measures they read, at first or at second hand.
    func needed(for keys: Set<ProvisionKey>) -> Set<ProvisionKey> {
        var needed = keys
        var open = Array(keys)
        while let key = open.popLast() {
            for snapshot in snapshots {
                for reference in snapshot.provision(key)?.references ?? [] {
                    if let target = snapshot.targets[reference], needed.insert(target.key).inserted { open.append(target.key) }
                }
            }
        }
        return needed
    }
}

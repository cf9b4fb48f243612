extension Provision {
    /// Whether it asks who is on leave.
    fileprivate var looksAtLeave: Bool {
        ([filter] + exceptions.map(\.filter)).contains { filter in
            filter.fields.contains { ["on_leave", "on_leave_throughout"].contains($0) }
        }
    }
}

extension Assessor.Request {
    /// Names of the record kinds that the provisions to judge need, when some were named: those of the world, of their modules, of
    /// whom they are about and what they count, and all that these refer to. Nil for every kind.
    func neededKinds(_ policies: [Policy], _ plugins: PluginRegistry, only: Set<ProvisionKey>?) -> Set<String>? {
        guard let only, !isExcerpt, !provisions.isEmpty || !sections.isEmpty else { return nil }
        var needed = Set(RecordKind.world.map(\.name))
        for policy in policies {
            let keys = policy.needed(for: only)
            for provision in policy.snapshots.lazy.flatMap(\.provisions) where keys.contains(provision.key) {
                needed.insert(provision.subject.rawValue)
                needed.formUnion(provision.counted)
                // A recorded reason excuses a departure.
                if provision.strength == .inPrinciple { needed.insert(RecordKind.attestations.name) }
                if provision.looksAtLeave { needed.insert(RecordKind.leaves.name) }
                needed.formUnion(plugins.plugin(provision.key.section)?.records.map(\.name) ?? [])
            }
        }
        return plugins.kinds.withReferences(needed)
    }
}

internal import CivilTime
package import PolicyYAML

extension Policy {
    /// The same policy with one of its edition files changed, in some provisions only: they are read again as they stand from that
    /// edition's day on. Nil when it cannot be used so; `diagnostics` say why.
    package func changed(
        _ root: Node, in keys: Set<ProvisionKey>, _ plugins: PluginRegistry, into diagnostics: inout Diagnostics
    ) -> Policy? {
        guard let edition = Edition(root, into: &diagnostics) else { return nil }
        let editions = editions.map { $0.file.path == root.file.path ? edition : $0 }
        let layers = chain.map { profile in editions.filter { $0.file.path.hasPrefix(profile.folder + "/") } }
        let reader = PolicyReader(layers: layers, of: chain, plugins: plugins)
        var snapshots: [PolicySnapshot] = []
        for snapshot in self.snapshots {
            guard edition.isInForce(in: snapshot.days) else {
                snapshots.append(snapshot)
                continue
            }
            let inForce = layers.flatMap { $0.filter { $0.isInForce(in: DayRange(snapshot.days.first)) } }
            let read = reader.read(inForce, snapshot.days) { keys.contains($0) ? nil : snapshot.provision($0) }
            diagnostics.merge(read.diagnostics)
            guard !diagnostics.hasErrors else { return nil }
            snapshots.append(read)
        }
        return Policy(
            profile: profile, chain: chain, zone: zone, editions: editions, snapshots: snapshots,
            diagnostics: diagnostics)
    }

    /// Provisions that some others decide, through measures, directly or not: those others among them.
    package func dependents(of keys: Set<ProvisionKey>) -> Set<ProvisionKey> {
        var readers: [ProvisionKey: Set<ProvisionKey>] = [:]
        for snapshot in snapshots {
            for provision in snapshot.provisions {
                for reference in provision.references {
                    if let target = snapshot.targets[reference] {
                        readers[target.key, default: []].insert(provision.key)
                    }
                }
            }
        }
        var found = keys
        var open = Array(keys)
        while let key = open.popLast() {
            for reader in readers[key] ?? [] where found.insert(reader).inserted { open.append(reader) }
        }
        return found
    }
}

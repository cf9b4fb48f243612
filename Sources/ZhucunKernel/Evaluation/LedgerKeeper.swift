import CivilTime
import PolicyYAML

/// A ledger being filled for one module under one policy.
struct LedgerKeeper {
    let policy: Int
    let plugin: String
    var ledger: any RecordLedger

    static func make(
        _ policies: [Policy], _ plugins: PluginRegistry, _ parts: [CountyPart], _ world: World, _ symbols: Symbols, _ horizon: DayRange, traced: Subject?,
        only: Set<ProvisionKey>?
    ) -> [LedgerKeeper] {
        policies.indices.flatMap { index -> [LedgerKeeper] in
            let needed = only.map { policies[index].needed(for: $0) }
            var includes = [Bool](repeating: false, count: world.cadres.count)
            for part in parts where part.policy == index {
                for subject in part.pool[.cadre] ?? [] { includes[subject.index] = true }
                for team in part.pool[.team] ?? [] {
                    for posting in world.postingsOfTeam[team.index] { includes[world.postings[posting].cadre] = true }
                }
            }
            var kept: Set<Int> = []
            if let traced {
                if traced.kind == .cadre { kept.insert(traced.index) }
            }
            let scope = LedgerScope(world: world, symbols: symbols, horizon: horizon, includes: includes, traced: kept)
            return plugins.plugins.filter(\.hasLedger).compactMap { plugin in
                guard let needed else {
                    return LedgerKeeper(policy: index, plugin: plugin.about.id, ledger: plugin.makeLedger(policies[index].rules[plugin.about.id] ?? [], scope))
                }
                let provisions = policies[index].snapshots.flatMap(\.provisions).filter { $0.key.section == plugin.about.id }
                let rules = provisions.filter { needed.contains($0.key) }.map(\.rule)
                guard !rules.isEmpty else { return nil }
                return LedgerKeeper(policy: index, plugin: plugin.about.id, ledger: plugin.makeLedger(rules, scope))
            }
        }
    }

    mutating func take(_ batch: borrowing RecordTable, _ symbols: Symbols) {
        if ledger.kind == batch.kind.name { ledger.take(batch, symbols) }
    }
}

/// The first and last day that any record is dated.
struct RecordSpans {
    private(set) var days: DayRange?

    mutating func add(_ table: borrowing RecordTable) {
        guard !["posting", "coverage"].contains(table.kind.name), let date = table.kind.date else { return }
        let divisor: Int64
        switch table.kind.columns[date].type {
        case .day: divisor = 1
        case .moment: divisor = 86_400
        default: return
        }
        var first = Int64.max
        var last = Int64.min
        for raw in table.columns[date] where raw != RecordTable.missing {
            first = min(first, raw)
            last = max(last, raw)
        }
        guard first <= last, let span = DayRange(Day(raw: floorDivide(first, divisor)), Day(raw: floorDivide(last, divisor))) else { return }
        days = days.map { $0.union(span) } ?? span
    }

    private func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }
}

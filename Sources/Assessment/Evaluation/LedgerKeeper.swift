import CivilTime
import PolicyYAML

/// A ledger being filled for one module under one policy.
struct LedgerKeeper {
    let policy: Int
    let plugin: String
    var ledger: any RecordLedger

    static func make(
        _ policies: [Policy], _ parts: [CountyPart], _ world: World, _ symbols: Symbols,
        _ judged: DayRange, asOf: Day?,
        traced: Subject?, only: Set<ProvisionKey>?
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
            let scope = LedgerScope(
                world: world, symbols: symbols, horizon: Horizon.reach(judged, policies), judged: judged, asOf: asOf,
                includes: includes, traced: kept)
            return rules(of: policies[index], needed).sorted { $0.key < $1.key }.compactMap { section, rules in
                guard let rule = rules.first as? any BoundRule, rule.hasLedger else { return nil }
                return LedgerKeeper(policy: index, plugin: section, ledger: rule.makeLedger(rules, scope))
            }
        }
    }

    /// By section: all of a policy, or those of some provisions.
    private static func rules(of policy: Policy, _ needed: Set<ProvisionKey>?) -> [String: [any SectionRule]] {
        guard let needed else { return policy.rules }
        let provisions = policy.snapshots.flatMap(\.provisions).filter { needed.contains($0.key) }
        return Dictionary(grouping: provisions, by: \.key.section).mapValues { $0.map(\.rule) }
    }

    mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols) {
        if ledger.kind == batch.kind.name { ledger.take(batch, symbols) }
    }

    mutating func join(_ other: LedgerKeeper) {
        func join<Ledger: RecordLedger>(_ mine: Ledger) -> any RecordLedger {
            var mine = mine
            if let theirs = other.ledger as? Ledger { mine.join(theirs) }
            return mine
        }
        ledger = join(ledger)
    }
}

/// The ledgers of a run, and the days of all that went by.
struct LedgerKeepers: RecordSink {
    var keepers: [LedgerKeeper]
    /// Who is judged, where: known as soon as it is known who is where.
    var parts: CountyParts
    /// Why they cannot go on from what a run before has taken.
    var problem: SnapshotProblem?
    var spans = RecordSpans()

    mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols) {
        spans.add(batch)
        for index in keepers.indices { keepers[index].take(batch, symbols) }
    }

    /// Those of a policy, by the modules that they are of.
    func ledgers(of policy: Int) -> [String: any RecordLedger] {
        Dictionary(
            keepers.filter { $0.policy == policy }.map { ($0.plugin, $0.ledger) }, uniquingKeysWith: { a, _ in a })
    }

    var zonesToSee: UInt64 { keepers.reduce(0) { $0 | $1.ledger.zonesOfTraced } }

    mutating func join(_ other: LedgerKeepers) {
        spans.join(other.spans)
        for (index, theirs) in other.keepers.enumerated() { keepers[index].join(theirs) }
    }
}

/// The first and last day that any record is dated, lasts, or says that records were kept.
struct RecordSpans {
    private(set) var days: DayRange?

    mutating func add(_ table: borrowing RecordTable) {
        for date in dated(table.kind) {
            if let bounds = table.columns[date.column].bounds {
                add(bounds.lowerBound, bounds.upperBound, date.seconds)
            }
        }
    }

    mutating func add(_ batch: borrowing RecordBatch) {
        guard let date = dated(batch.kind).first else { return }
        var (first, last) = (Int64.max, Int64.min)
        for row in 0..<batch.count {
            let raw = batch.raw(date.column, row)
            guard raw != RecordTable.missing else { continue }
            first = min(first, raw)
            last = max(last, raw)
        }
        add(first, last, date.seconds)
    }

    mutating func join(_ other: RecordSpans) {
        if let others = other.days { add(others) }
    }

    mutating func add(_ others: DayRange) { days = days?.union(others) ?? others }

    /// The columns that say when and until when, and of how many seconds their numbers are days. That somebody is posted is no record
    /// of what was done.
    private func dated(_ kind: RecordKind) -> [(column: Int, seconds: Int64)] {
        guard !kind.about.isState else { return [] }
        let columns = [kind.date, kind.index(of: kind.about.span?.from), kind.index(of: kind.about.span?.to)]
            .compactMap(\.self)
        return columns.compactMap { column in
            switch kind.columns[column].type {
            case .day: (column, 1)
            case .moment: (column, 86_400)
            default: nil
            }
        }
    }

    private mutating func add(_ first: Int64, _ last: Int64, _ divisor: Int64) {
        guard first <= last,
            let span = DayRange(Day(raw: floorDivide(first, divisor)), Day(raw: floorDivide(last, divisor)))
        else { return }
        days = days.map { $0.union(span) } ?? span
    }

    private func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }
}

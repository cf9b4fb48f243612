import CivilTime
import PolicyYAML

/// The subjects of one county under one profile: what is judged together, and independently of every other.
struct CountyPart: Sendable {
    let policy: Int
    let county: String
    /// Everybody whom a rule may look at: those of the period, and of the time before it that rules look back to (a ranking of
    /// the month before is of all who were there then).
    let pool: [SubjectKind: [Subject]]
    /// Those of the period.
    let subjects: [SubjectKind: [Subject]]

    /// Every county that somebody is posted in. `horizon` is how far rules look; `store` is given when each village's division
    /// picks its profile.
    static func all(of world: World, in period: Period, _ horizon: DayRange, _ policies: [Policy], byDivision store: ProfileStore?, isExcerpt: Bool) -> [CountyPart] {
        struct Key: Hashable, Comparable {
            let policy: Int
            let county: String
            static func < (a: Key, b: Key) -> Bool { (a.policy, a.county) < (b.policy, b.county) }
        }
        let keys = world.villages.map { village -> Key? in
            let policy = store == nil ? 0 : store?.profile(forDivision: village.code).flatMap { found in policies.firstIndex { $0.profile.code == found.code } }
            return policy.map { Key(policy: $0, county: village.county) }
        }
        // The weeks at the period's edges reach a few days outside it.
        let days = Period(containing: period.first, unit: .week).days.union(Period(containing: period.last, unit: .week).days)
        var parts: [Key: [SubjectKind: [Subject]]] = [:]
        func add(_ subject: Subject, _ village: Int) {
            guard let key = keys[village] else { return }
            parts[key, default: [:]][subject.kind, default: []].append(subject)
        }
        for cadre in world.cadres.indices {
            let subject = Subject(.cadre, cadre)
            let village = world.village(of: subject, in: period.days) ?? world.village(of: subject, in: days) ?? world.village(of: subject, in: horizon)
            if let village { add(subject, village) }
        }
        for team in world.teams.indices where !world.postings(of: Subject(.team, team), touching: horizon).isEmpty {
            add(Subject(.team, team), world.teams[team].village)
        }
        for village in world.villages.indices where keys[village].map({ parts[$0] != nil }) ?? false { add(Subject(.village, village), village) }
        // A township and a county are judged with their county, a city and a province by themselves.
        func addDivisions() {
            let counties = parts.keys.sorted()
            for (index, division) in world.divisions.enumerated() {
                for policy in Set(counties.filter { division.holds($0.county) || $0.county == division.code.prefix(6) }.map(\.policy)).sorted() {
                    let key = Key(policy: policy, county: String(division.code.prefix(6)))
                    parts[key, default: [:]][.division, default: []].append(Subject(.division, index))
                }
            }
        }
        // A unit is judged in every county where it has people.
        var units: [Key: Set<Int>] = [:]
        for posting in world.postings where posting.days.intersection(days) != nil {
            if let key = keys[posting.village], let unit = posting.unit { units[key, default: []].insert(unit) }
        }
        for (key, members) in units where parts[key] != nil { parts[key]?[.unit] = members.sorted().map { Subject(.unit, $0) } }
        for (kind, listed) in world.listed {
            for index in listed.identifiers.indices {
                if let village = listed.village(index), let key = keys[village], parts[key] != nil { parts[key]?[kind, default: []].append(Subject(kind, index)) }
            }
        }
        // Where nobody is posted in the period there is nothing to judge, nor any office to ask; an excerpt holds what a test needs.
        if !isExcerpt { parts = parts.filter { $0.value[.cadre]?.contains { !world.postings(of: $0, touching: days).isEmpty } == true } }
        addDivisions()
        return parts.keys.sorted().compactMap { key in
            let pool = parts[key] ?? [:]
            let subjects = pool.mapValues { $0.filter { ![.cadre, .team].contains($0.kind) || !world.postings(of: $0, touching: days).isEmpty } }
            guard subjects[.cadre]?.isEmpty == false || subjects[.division] != nil else { return nil }
            return CountyPart(policy: key.policy, county: key.county, pool: pool, subjects: subjects)
        }
    }

    func evaluation(_ prepared: Assessor.Prepared) -> Evaluation {
        Evaluation(
            policy: prepared.policies[policy], records: prepared.records, calendar: prepared.calendar, period: prepared.period, asOf: prepared.asOf, through: prepared.through,
            subjects: pool, ledgers: prepared.ledgers[policy])
    }

    func judge(_ agenda: Agenda, _ prepared: Assessor.Prepared) throws -> CountyResult {
        let evaluation = evaluation(prepared)
        var blocks: [ProvisionBlock] = []
        var totals: [ProvisionTotals] = []
        for units in agenda.provisions {
            for (unit, provision) in units {
                blocks.append(try block(provision, unit, evaluation, isWhole: prepared.named.contains(provision.key)))
            }
            if let last = units.last, last.unit != prepared.period, let total = try self.totals(last.provision, evaluation) { totals.append(total) }
        }
        return CountyResult(
            profile: evaluation.policy.profile, county: county, subjects: subjects, blocks: blocks, totals: totals, withoutUnit: agenda.withoutUnit)
    }

    /// Whole when the provision was asked for by its name.
    private func block(_ provision: Provision, _ unit: Period, _ evaluation: Evaluation, isWhole: Bool) throws -> ProvisionBlock {
        let found = try evaluation.findings(of: provision.key, in: unit)
        guard !isWhole, !SubjectKind.world.contains(provision.subject), provision.layout == nil else {
            return ProvisionBlock(provision: provision, unit: unit, findings: found, leftOut: 0)
        }
        evaluation.forget(provision.key, unit)
        let kept = found.filter { $0.verdict != .notApplicable || $0.owed != nil }
        return ProvisionBlock(provision: provision, unit: unit, findings: kept, leftOut: found.count - kept.count)
    }

    /// A city and a province hold counties and have only offices of their own.
    var hasPeople: Bool { pool.keys.contains { $0 != .division } }

    private func totals(_ provision: Provision, _ evaluation: Evaluation) throws -> ProvisionTotals? {
        let subjects = evaluation.selected(by: provision, in: evaluation.period.days)
        var columns: [[MeasureValue?]] = []
        for index in provision.measures.indices {
            let values = try provision.rule.values(of: index, over: evaluation.period.days, for: subjects, provision, evaluation)
            guard let values else { return nil }
            columns.append(values)
        }
        let rows = subjects.indices.map { row in columns.map { $0[row] } }
        return ProvisionTotals(provision: provision, subjects: subjects, values: rows)
    }
}

/// Which units of a period a provision is judged in.
enum Judging {
    /// In time, each with the provision as it stands for it.
    static func units(of key: ProvisionKey, in period: Period, _ policy: Policy) -> [(unit: Period, provision: Provision)] {
        let shapes = Set(policy.snapshots.compactMap { $0.provision(key).map(\.per) })
        let candidates = shapes.flatMap { per in per.map { period.units($0) } ?? [period] }
        return Set(candidates).sorted().compactMap { unit in
            guard let provision = policy.provision(key, for: unit), provision.per == nil ? unit == period : provision.per == unit.unit else { return nil }
            return (unit, provision)
        }
    }
}

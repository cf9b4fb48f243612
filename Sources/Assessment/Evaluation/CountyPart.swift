import CivilTime
import PolicyYAML

/// The subjects of one county under one profile: what is judged together, and independently of every other.
struct CountyPart: Sendable {
    let seat: CountySeat
    let county: String
    /// Everybody whom a rule may look at: those of the period, and of the time before it that rules look back to (a ranking of
    /// the month before is of all who were there then). Who moves between counties is in each: each judges the units that are its own.
    private(set) var pool: [SubjectKind: [Subject]]
    /// Those of the period.
    private(set) var subjects: [SubjectKind: [Subject]]

    init(_ seat: CountySeat, county: String, pool: [SubjectKind: [Subject]], subjects: [SubjectKind: [Subject]]) {
        self.seat = seat
        self.county = county
        self.pool = pool
        self.subjects = subjects
    }

    /// Adds subjects of a kind that are the same on every day.
    mutating func add(_ kind: SubjectKind, _ found: [Subject]) {
        pool[kind] = found
        subjects[kind] = found
    }

    var policy: Int { seat.policy }

    func evaluation(_ prepared: Assessor.Prepared) -> Evaluation { evaluation(prepared, besides: nil) }

    /// `first`: the evaluation that asks for this county's beside its own.
    private func evaluation(_ prepared: Assessor.Prepared, besides first: Evaluation?) -> Evaluation {
        let policy = prepared.policies[seat.policy]
        let (parts, index) = (prepared.parts, seat.policy)
        return Evaluation(
            policy: policy, records: prepared.records, calendar: prepared.calendar, period: prepared.periods[index],
            asOf: prepared.asOf,
            through: prepared.through, subjects: pool, ledgers: prepared.ledgers[index], seat: seat,
            faults: prepared.faults,
            besides: first
        ) { place, first in
            parts.first { $0.seat.place == place && $0.seat.policy == index }?.evaluation(prepared, besides: first)
        }
    }

    func judge(_ agenda: Agenda, _ prepared: Assessor.Prepared) throws -> CountyResult {
        let evaluation = evaluation(prepared)
        var blocks: [ProvisionBlock] = []
        var totals: [ProvisionTotals] = []
        for units in agenda.provisions {
            for (unit, provision) in units {
                let block = try block(provision, unit, evaluation, isWhole: prepared.named.contains(provision.key))
                blocks.append(try evaluation.withNeeds(block, ofAll: prepared.wantsNeeds))
            }
            if let last = units.last, last.unit != evaluation.period,
                let total = try self.totals(last.provision, evaluation)
            {
                totals.append(total)
            }
        }
        return CountyResult(
            profile: evaluation.policy.profile, county: county, subjects: subjects, blocks: blocks, totals: totals,
            withoutUnit: agenda.withoutUnit)
    }

    /// Whole when the provision was asked for by its name.
    private func block(_ provision: Provision, _ unit: Period, _ evaluation: Evaluation, isWhole: Bool) throws
        -> ProvisionBlock
    {
        let found = try evaluation.outcomes(of: provision.key, in: unit)
        guard !isWhole, !SubjectKind.world.contains(provision.subject), provision.layout == nil else {
            return ProvisionBlock(provision: provision, unit: unit, outcomes: found, leftOut: 0)
        }
        evaluation.forget(provision.key, unit)
        let kept = found.indices.filter { row in
            found.verdict(row) != .notApplicable
                || found.notes(row).map { $0.owed != nil || !$0.reasons.isEmpty } ?? false
        }
        return ProvisionBlock(
            provision: provision, unit: unit, outcomes: found.rows(kept), leftOut: found.count - kept.count)
    }

    /// A city and a province hold counties and have only offices of their own.
    var hasPeople: Bool { seat.place != nil }

    private func totals(_ provision: Provision, _ evaluation: Evaluation) throws -> ProvisionTotals? {
        let subjects = evaluation.selected(by: provision, in: evaluation.period.days)
        let known = try provision.measures.indices.map { index in
            try evaluation.handedOver(
                index, over: evaluation.period.days, isWindow: false, of: provision, for: subjects)
        }
        // Of some measures, such as the outcome, only units have one.
        guard known.contains(where: { $0 != nil }) else { return nil }
        var values = PackedValues.Builder(width: known.count)
        values.reserve(rows: subjects.count)
        for row in subjects.indices { values.add(known.map { $0.flatMap { $0[row] } }) }
        return ProvisionTotals(provision: provision, subjects: subjects, values: values.values)
    }
}

/// Which units of a period a provision is judged in.
enum Judging {
    /// In time, each with the provision as it stands for it.
    static func units(of key: ProvisionKey, in period: Period, _ policy: Policy) -> [(
        unit: Period, provision: Provision
    )] {
        let shapes = Set(policy.snapshots.compactMap { $0.provision(key).map(\.per) })
        let units = shapes.flatMap { per in per.map { period.units($0) } ?? [period] }
        // What is judged once belongs to the period in which its last day lies.
        let spans = policy.snapshots.compactMap { $0.provision(key)?.once }.filter { period.days.contains($0.last) }
        return Set(units + spans.map { Period($0, months: policy.months) }).sorted().compactMap { unit in
            guard let provision = policy.provision(key, for: unit), provision.isJudged(in: unit, of: period) else {
                return nil
            }
            return (unit, provision)
        }
    }
}

import CivilTime

/// What there is to judge under a policy in a period: the same in every county.
struct Agenda: Sendable {
    /// Provisions in order of their keys, each with its units in time.
    let provisions: [[(unit: Period, provision: Provision)]]
    /// Provisions in force that have no whole unit in the period.
    let withoutUnit: [Provision]
    /// Names of measures, in the order in which the provisions first have them.
    let measures: [String]

    /// `kinds`: of a city or a province, which hold counties, the kinds of its own subjects; nil: all.
    init(_ policy: Policy, _ period: Period, only: Set<ProvisionKey>?, of kinds: Set<SubjectKind>?) {
        let isJudged = { (provision: Provision) in
            // Units that a city or a province has of its own have sent nobody.
            kinds?.contains(provision.subject) ?? true
                && (kinds == nil || provision.subject != .unit || provision.isOfIdleUnits)
        }
        var provisions: [[(unit: Period, provision: Provision)]] = []
        var withoutUnit: [Provision] = []
        for key in policy.keys where only?.contains(key) ?? true {
            let units = Judging.units(of: key, in: period, policy).filter { isJudged($0.provision) }
            if !units.isEmpty {
                provisions.append(units)
            } else if let provision = policy.snapshot(on: period.last)?.provision(key), isJudged(provision) {
                withoutUnit.append(provision)
            }
        }
        self.provisions = provisions
        self.withoutUnit = withoutUnit
        var seen: Set<String> = []
        measures = provisions.joined().flatMap { $0.provision.measures.map(\.name) }.filter { seen.insert($0).inserted }
    }
}

/// What is known of a county before it is judged.
package struct CountyOutline: Sendable {
    /// The profile that the county is judged under.
    package let profile: Profile
    let part: CountyPart
    let agenda: Agenda

    /// Six digits.
    package var county: String { part.county }

    /// Names of the measures that `CountyResult.blocks` will have, in the order in which they first come.
    package var measures: [String] { agenda.measures }

    /// Provisions in force that have no whole unit in the period, in order of their keys.
    package var withoutUnit: [Provision] { agenda.withoutUnit }
}

extension Assessor.Prepared {
    /// The counties that a report tells of, in its order. Places that have only offices are none when nothing is asked of those.
    package var outlines: [CountyOutline] {
        var known: [Set<SubjectKind>?: [Int: Agenda]] = [:]
        return parts.compactMap { part in
            let kinds = part.hasPeople ? nil : Set(part.pool.keys)
            let agenda =
                known[kinds]?[part.policy]
                ?? Agenda(policies[part.policy], periods[part.policy], only: only, of: kinds)
            known[kinds, default: [:]][part.policy] = agenda
            guard part.hasPeople || !agenda.provisions.isEmpty else { return nil }
            return CountyOutline(profile: policies[part.policy].profile, part: part, agenda: agenda)
        }
    }
}

import CivilTime

/// What there is to judge under a policy in a period: the same in every county.
struct Agenda: Sendable {
    /// Provisions in order of their keys, each with its units in time.
    let provisions: [[(unit: Period, provision: Provision)]]
    /// Provisions in force that have no whole unit in the period.
    let withoutUnit: [Provision]
    /// Names of measures, in the order in which the provisions first have them.
    let measures: [String]

    /// A city and a province hold counties: only what their own offices owe is judged there.
    init(_ policy: Policy, _ period: Period, only: Set<ProvisionKey>?, isOfOffices: Bool) {
        let isJudged = { (provision: Provision) in !isOfOffices || provision.subject == .division }
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
        let everything = zip(policies, periods).map { Agenda($0, $1, only: only, isOfOffices: false) }
        let ofOffices = zip(policies, periods).map { Agenda($0, $1, only: only, isOfOffices: true) }
        return parts.compactMap { part in
            let agenda = part.hasPeople ? everything[part.policy] : ofOffices[part.policy]
            guard part.hasPeople || !agenda.provisions.isEmpty else { return nil }
            return CountyOutline(profile: policies[part.policy].profile, part: part, agenda: agenda)
        }
    }
}

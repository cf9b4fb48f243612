public import CivilTime
public import PolicyYAML

/// What is said about one subject: every provision in every unit, with its reasons.
public struct SubjectExplanation: Sendable {
    /// Who was asked about.
    public let subject: Subject
    /// The profile of the county that the subject belongs to over the whole period: of who moved, the one with most of
    /// the days.
    public let profile: Profile
    /// What was found county by county, there by provisions in order of their keys, then by units in time.
    public let provisions: [ProvisionExplanation]
}

/// Why one provision came out so in one unit, for one subject or one record of it.
public struct ProvisionExplanation: Sendable {
    /// The provision as it stood for the unit.
    public let provision: Provision
    /// The unit of time that was judged; for a provision without units the whole period.
    public let unit: Period
    /// What was found.
    public let finding: Finding
    /// How the module came to it; the same for all records of the subject in the unit.
    public let steps: [Explanation]
    /// What would decide it, where it is undetermined.
    public let needs: [NeededRecords]
}

extension Assessor {
    /// Explains one subject; `only` names one provision (`id` or `section/id`). Nil, with a diagnostic, when it is not assessed.
    public func explain(
        _ identifier: String, only: String? = nil, _ prepared: Prepared, into diagnostics: inout Diagnostics
    ) throws -> SubjectExplanation? {
        let world = prepared.records.world
        guard let subject = world.subject(named: identifier) else {
            diagnostics.report(.unknownSubject(identifier, known: world.cadres.map(\.id) + world.teams.map(\.id)))
            return nil
        }
        // Who moved is judged in several counties, each unit in one of them.
        let parts = prepared.parts.filter { $0.subjects[subject.kind]?.contains(subject) == true }
        guard let last = parts.last else {
            diagnostics.report(.subjectNotPosted(identifier, prepared.period))
            return nil
        }
        let isAsked = { (key: ProvisionKey) in
            only == nil || prepared.named.contains(key) || key.id == only || key.description == only
        }
        let known = Set(parts.flatMap { prepared.policies[$0.policy].keys })
        guard known.contains(where: isAsked) else {
            diagnostics.report(.unknownProvision(only ?? "", known: known.sorted().map(\.description)))
            return nil
        }
        let found = try parts.flatMap { try $0.explain(subject, prepared, where: isAsked) }
        let main = parts.first { $0.evaluation(prepared).judges(subject, in: prepared.period.days) } ?? last
        return SubjectExplanation(subject: subject, profile: prepared.policies[main.policy].profile, provisions: found)
    }
}

extension CountyPart {
    fileprivate func explain(
        _ subject: Subject, _ prepared: Assessor.Prepared, where isAsked: (ProvisionKey) -> Bool
    ) throws -> [ProvisionExplanation] {
        let evaluation = evaluation(prepared)
        let policy = evaluation.policy
        var found: [ProvisionExplanation] = []
        for key in policy.keys where isAsked(key) {
            for (unit, provision) in Judging.units(of: key, in: evaluation.period, policy) {
                let findings = try evaluation.findings(of: key, in: unit).filter { $0.subject == subject }
                guard !findings.isEmpty else { continue }
                let steps = try evaluation.explained(subject, provision, unit)
                for finding in findings {
                    let needs = try evaluation.needs(of: finding, provision, unit)
                    found.append(
                        ProvisionExplanation(
                            provision: provision, unit: unit, finding: finding, steps: steps,
                            needs: needs.map(evaluation.told)))
                }
            }
        }
        return found
    }
}

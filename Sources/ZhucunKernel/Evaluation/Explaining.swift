public import CivilTime
public import PolicyYAML

/// What is said about one subject: every provision in every unit, with its reasons.
public struct SubjectExplanation: Sendable {
    public let subject: Subject
    public let profile: Profile
    public let provisions: [ProvisionExplanation]
}

public struct ProvisionExplanation: Sendable {
    public let provision: Provision
    public let unit: Period
    public let finding: Finding?
    public let steps: [Explanation]
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
        guard let part = prepared.parts.first(where: { $0.subjects[subject.kind]?.contains(subject) == true }) else {
            diagnostics.report(.subjectNotPosted(identifier, prepared.period))
            return nil
        }
        let policy = prepared.policies[part.policy]
        let keys = policy.keys.filter { only == nil || $0.id == only || $0.description == only }
        guard !keys.isEmpty else {
            diagnostics.report(.unknownProvision(only ?? "", known: policy.keys.map(\.description)))
            return nil
        }
        let evaluation = part.evaluation(prepared)
        var found: [ProvisionExplanation] = []
        for key in keys {
            for (unit, provision) in Judging.units(of: key, in: prepared.period, policy) {
                let findings = try evaluation.findings(of: key, in: unit).filter { $0.subject == subject }
                guard !findings.isEmpty else { continue }
                let steps = try provision.rule.explain(subject, provision, unit, evaluation)
                for finding in findings { found.append(ProvisionExplanation(provision: provision, unit: unit, finding: finding, steps: steps)) }
            }
        }
        return SubjectExplanation(subject: subject, profile: policy.profile, provisions: found)
    }
}

import CivilTime
import PolicyYAML

extension CountyPart {
    /// What is owed in the units that touch the period or begin by the last day asked for, and in those before of which
    /// something falls due in it. `passing`: sections of which nothing can be done any more when the unit is over.
    func due(_ prepared: Assessor.Prepared, asOf: Day, passing: Set<String>) throws -> (
        items: [DueItem], unknown: [DueUnknown]
    ) {
        let evaluation = evaluation(prepared)
        let policy = prepared.policies[policy]
        var items: [DueItem] = []
        var unknown: [DueUnknown] = []
        for key in policy.keys where prepared.only?.contains(key) ?? true {
            for (unit, provision, findings) in try Judging.due(of: key, evaluation) {
                let bearers = Bearers(evaluation, provision, on: min(max(asOf, unit.first), unit.last))
                for finding in findings {
                    if let owed = finding.owed {
                        guard !owed.isDone else { continue }
                        let parties = owed.by.map { bearers.parties($0, for: finding.subject) } ?? []
                        items.append(
                            DueItem(
                                profile: policy.profile, provision: provision, unit: unit, finding: finding, owed: owed,
                                bearers: parties))
                    } else if finding.verdict == .undetermined, unit.first <= asOf,
                        unit.last >= asOf || !passing.contains(key.section)
                    {
                        unknown.append(
                            DueUnknown(
                                profile: policy.profile, provision: provision, reason: finding.reasons.first,
                                subjects: [finding.subject]))
                    }
                }
            }
        }
        return (items, unknown)
    }
}

extension Judging {
    /// Units with their findings, in time.
    fileprivate static func due(of key: ProvisionKey, _ evaluation: Evaluation) throws -> [(
        unit: Period, provision: Provision, findings: [Finding]
    )] {
        let period = evaluation.period
        let last = max(period.last, evaluation.through ?? period.last)
        let policy = evaluation.policy
        var found: [(unit: Period, provision: Provision, findings: [Finding])] = []
        func judge(_ unit: Period) throws -> Bool {
            guard let provision = evaluation.provision(key, for: unit) else { return false }
            let findings = try evaluation.findings(of: key, in: unit)
            found.append((unit, provision, findings))
            return findings.contains { $0.owed.map { $0.due >= period.first } ?? false }
        }
        for span in Set(policy.snapshots.compactMap { $0.provision(key)?.once })
        where span.last >= period.first && span.first <= last {
            _ = try judge(Period(span, months: policy.months))
        }
        for per in Set(policy.snapshots.compactMap { $0.provision(key).map(\.per) }) {
            guard let per else {
                _ = try judge(period)
                continue
            }
            var unit = Period(containing: period.first, unit: per, months: policy.months)
            // What is due after its unit's end.
            var earlier = unit.previous
            while let before = earlier {
                let isOpen = try judge(before)
                if !isOpen, found.last?.unit == before { found.removeLast() }
                earlier = isOpen ? before.previous : nil
            }
            while unit.first <= last {
                _ = try judge(unit)
                guard let next = unit.next else { break }
                unit = next
            }
        }
        return found.sorted { $0.unit < $1.unit }
    }
}

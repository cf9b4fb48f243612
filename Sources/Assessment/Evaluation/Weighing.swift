import CivilTime
import PolicyYAML

/// What becomes of a shortfall by the strength of the order that it falls short of.
extension Evaluation {
    /// Nobody falls short of what is encouraged; whoever departs from what binds in principle is excused by a recorded reason: an
    /// attestation of the provision, subject and unit.
    func weighed(_ findings: [Finding], _ provision: Provision, _ unit: Period) -> [Finding] {
        guard provision.strength != .must, findings.contains(where: { $0.verdict == .breached }) else {
            return findings
        }
        let attested = provision.strength == .inPrinciple ? Attested(provision, unit, self) : nil
        let words = rules(with: provision)?.words ?? .none
        return findings.map { finding in
            guard finding.verdict == .breached else { return finding }
            guard let attested else { return excused(finding, provision, [Reason(.onlyEncouraged)]) }
            let said = attested.finding(of: finding.subject)
            guard case .said(let verdict, _) = said, verdict == .met || verdict == .notApplicable else {
                return finding
            }
            return excused(finding, provision, [Reason(.departureExcused)] + [said.reason(words)].compactMap(\.self))
        }
    }

    /// The same finding as one that asks nothing.
    private func excused(_ finding: Finding, _ provision: Provision, _ reasons: [Reason]) -> Finding {
        Finding(
            finding.subject, .notApplicable, values: provision.values(saying: .notApplicable, others: finding.values),
            record: finding.record, reasons: reasons + finding.reasons)
    }
}

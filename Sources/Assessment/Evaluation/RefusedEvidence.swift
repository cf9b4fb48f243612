import CivilTime
import PolicyYAML

extension Evaluation {
    /// Findings of a provision in a unit; those that a row which could not be used may change are undetermined, and name it.
    func doubting(_ findings: [Finding], _ provision: Provision, _ unit: Period) -> [Finding] {
        let refused = refused(for: provision)
        guard !refused.isEmpty else { return findings }
        return findings.map { finding in
            guard let row = row(of: finding.subject, in: unit.days, refused) else { return finding }
            let reason = Reason(.rowRefused, ["file": .name(row.file), "line": .count(row.line)])
            return Finding(
                finding.subject, .undetermined, values: finding.values.map { _ in nil }, record: finding.record,
                reasons: [reason] + finding.reasons,
                owed: finding.owed)
        }
    }

    /// Values over some days, not known where a row that could not be used may change them.
    func doubting(_ values: [MeasureValue?]?, _ provision: Provision, _ days: DayRange, _ subjects: [Subject])
        -> [MeasureValue?]?
    {
        let refused = refused(for: provision)
        guard !refused.isEmpty, let values else { return values }
        return zip(values, subjects).map { value, subject in row(of: subject, in: days, refused) == nil ? value : nil }
    }

    private typealias Refused = (file: String, rows: RefusedRows)

    private func refused(for provision: Provision) -> [Refused] {
        guard !records.refused.isEmpty else { return [] }
        let kinds = provision.counted.union(provision.rule.records + [Postings.about.name])
        return records.refused.filter { kinds.contains($0.key) }.sorted { $0.key < $1.key }.compactMap { name, rows in
            records.tables[name].map { ($0.kind.file, rows) }
        }
    }

    /// The first row that is most likely about a subject, or about a member of a team or a cadre's team, on some of the days.
    private func row(of subject: Subject, in days: DayRange, _ refused: [Refused]) -> (file: String, line: Int)? {
        var about = [subject]
        for posting in world.postings(of: subject, touching: days).lazy.map({ self.world.postings[$0] }) {
            if subject.kind == .team { about.append(Subject(.cadre, posting.cadre)) }
            if subject.kind == .cadre, let team = posting.team { about.append(Subject(.team, team)) }
        }
        let symbols = about.compactMap { subject in
            world.symbolOf[subject.kind].flatMap { $0.indices.contains(subject.index) ? $0[subject.index] : nil }
        }
        for (file, rows) in refused {
            if let line = symbols.compactMap({ rows.line(of: $0, in: days) }).min() { return (file, line) }
        }
        return nil
    }
}

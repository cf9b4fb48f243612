internal import CivilTime
internal import PolicyYAML
internal import ZhucunBulletins
internal import ZhucunKernel

extension BulletinPage {
    /// What any provision gives: how it came out, and each subject with its measures, those that fell short first.
    var table: [Bulletin.Block] {
        let blocks = sources.flatMap { source -> [Bulletin.Block] in
            let findings = source.findings.filter { $0.verdict != .notApplicable }
            return findings.isEmpty ? [] : [.paragraph(counts(findings, source)), .table(table(findings, source))]
        }
        return blocks.isEmpty ? [nothing] : blocks
    }

    private func counts(_ findings: [Finding], _ source: ProvisionBlock) -> Text {
        let parts = [Verdict.met, .breached, .undetermined].compactMap { verdict -> Text? in
            let count = findings.count { $0.verdict == verdict }
            return count == 0 ? nil : Text("\(verdict.title.zh) \(count)", "\(count) \(verdict.title.en)")
        }
        let unit = source.unit.title(facts.language)
        return Text(
            "\(unit)，\(source.provision.name)共 \(findings.count) 个：\(parts.map(\.zh).joined(separator: "，"))。",
            "\(unit), \(source.provision.name), \(findings.count) in all: \(parts.map(\.en).joined(separator: ", ")).")
    }

    private func table(_ findings: [Finding], _ source: ProvisionBlock) -> Bulletin.Table {
        let measures = source.provision.measures
        // How it came out is the verdict; what nobody has a value of takes no room.
        let shown = measures.indices.filter { index in measures[index].role != .outcome && findings.contains { $0.values[index] != nil } }
        let order: [Verdict: Int] = [.breached: 0, .undetermined: 1, .met: 2]
        let sorted = findings.enumerated().sorted { (order[$0.element.verdict] ?? 3, $0.offset) < (order[$1.element.verdict] ?? 3, $1.offset) }.map(\.element)
        let hasReasons = findings.contains { !$0.reasons.isEmpty }
        let rows = sorted.map { finding in
            who(finding.subject) + shown.map { cell(finding.values[$0], measures[$0].dimension) }
                + [Bulletin.Cell.text(finding.verdict.title(facts.language))]
                + (hasReasons ? [.text(finding.reasons.map { $0(facts.language) }.joined(separator: "；"))] : [])
        }
        let columns = BulletinPage.whoColumns
            + shown.map { Bulletin.Column(measures[$0].title, measures[$0].dimension == .text ? .center : .end) }
            + [Bulletin.Column(Text("结论", "Outcome"), .center)] + (hasReasons ? [Bulletin.Column(Text("说明", "Reasons"))] : [])
        return Bulletin.Table(
            title: Text("\(source.provision.name)（\(source.unit.title(.zh))）", "\(source.provision.name), \(source.unit)"), columns: columns, rows: rows,
            sheet: source.provision.name)
    }
}

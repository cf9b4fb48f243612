internal import CivilTime
internal import Exact
internal import Messages
internal import Results
internal import ZhucunBulletins

extension BulletinPage {
    /// What any provision gives: how it came out, and each subject with its measures, those that fell short first.
    var table: [Bulletin.Block] {
        let blocks = sources.flatMap { source -> [Bulletin.Block] in
            let outcomes = source.outcomes.filter { $0.verdict != .notApplicable }
            return outcomes.isEmpty ? [] : [.paragraph(counts(outcomes, source)), .table(table(outcomes, source))]
        }
        return blocks.isEmpty ? [nothing] : blocks
    }

    private func counts(_ outcomes: [Outcome], _ source: OutcomeBlock) -> Text {
        let parts = [Verdict.met, .breached, .undetermined].compactMap { verdict -> Text? in
            let count = outcomes.count { $0.verdict == verdict }
            let title = source.provision.title(of: verdict)
            return count == 0 ? nil : Text("\(title.zh) \(count)", "\(count) \(title.en)")
        }
        let unit = source.unit.title(facts.language)
        return Text(
            "\(unit)，\(source.provision.name)共 \(outcomes.count) 个：\(parts.map(\.zh).joined(separator: "，"))。",
            "\(unit), \(source.provision.name), \(outcomes.count) in all: \(parts.map(\.en).joined(separator: ", ")).")
    }

    private func table(_ outcomes: [Outcome], _ source: OutcomeBlock) -> Bulletin.Table {
        let measures = source.provision.measures
        // How it came out is the verdict; what nobody has a value of takes no room.
        let shown = measures.indices.filter { index in
            measures[index].role != .outcome && outcomes.contains { $0[index] != nil }
        }
        let order: [Verdict: Int] = [.breached: 0, .undetermined: 1, .met: 2]
        let sorted = outcomes.enumerated().sorted {
            (order[$0.element.verdict] ?? 3, $0.offset) < (order[$1.element.verdict] ?? 3, $1.offset)
        }.map(\.element)
        let hasReasons = outcomes.contains { !$0.reasons.isEmpty }
        let rows = sorted.map { outcome in
            who(outcome.subject) + shown.map { cell(outcome[$0], measures[$0].dimension) }
                + [Bulletin.Cell.text(source.provision.title(of: outcome.verdict)(facts.language))]
                + (hasReasons ? [.text(outcome.reasons.map { $0(facts.language) }.joined(separator: "；"))] : [])
        }
        let columns =
            BulletinPage.whoColumns
            + shown.map { Bulletin.Column(measures[$0].title, measures[$0].dimension == .text ? .center : .end) }
            + [Bulletin.Column(Text("结论", "Outcome"), .center)]
            + (hasReasons ? [Bulletin.Column(Text("说明", "Reasons"))] : [])
        return Bulletin.Table(
            title: Text(
                "\(source.provision.name)（\(source.unit.title(.zh))）", "\(source.provision.name), \(source.unit)"),
            columns: columns, rows: rows,
            sheet: source.provision.name)
    }
}

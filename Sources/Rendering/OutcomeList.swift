internal import CivilTime
internal import Exact
internal import Messages
internal import Results
internal import Writers

/// All that a filter let through of one provision in one county, one outcome on a line with its reason.
struct OutcomeList {
    let about: ProvisionFacts

    private var facts: ReportFacts { about.facts }

    func write(_ page: inout TextPage) {
        page.line("")
        let per = about.provision.per?.title(page.language) ?? ""
        page.line("■ \(about.provision.name)　[\(about.provision.key)]\(per.isEmpty ? "" : "　" + per)")
        for citation in about.citations {
            let from = citation.from.isEmpty ? Text("", "") : Text("（\(citation.from)起）", " (from \(citation.from))")
            page.line(Text("  依据　\(citation.text)\(from.zh)", "  under \(citation.text)\(from.en)"))
        }
        page.line("  " + about.counts(page.language))
        let found = about.places().map { (unit: about.unit($0), outcome: about[$0]) }
        let key = { (found: (unit: Period, outcome: Outcome)) in
            about.county.subjects.village(found.outcome.subject)?.code ?? ""
        }
        let ordered = found.sorted { (key($0), $0.outcome.subject, $0.unit) < (key($1), $1.outcome.subject, $1.unit) }
        page.compactTable(ordered.map { row($0.unit, $0.outcome, page.language) }, indent: "    ")
    }

    private func row(_ unit: Period, _ outcome: Outcome, _ language: Language) -> [String] {
        let entry = about.county.subjects[outcome.subject]
        // A team is named by its village, and a village is one.
        let isVillageNamed = [.team, .village].contains(entry.kind)
        return [
            entry.id, about.county.name(outcome.subject), isVillageNamed ? "" : entry.village?.label ?? "",
            unit.listed(language, year: facts.period.name.year), outcome.record ?? "",
            about.provision.title(of: outcome.verdict)(language), about.result(outcome), why(outcome),
        ]
    }

    private func why(_ outcome: Outcome) -> String {
        var parts = outcome.reasons.map { $0(facts.language) }
        if parts.isEmpty, let owed = outcome.owed, !owed.isDone {
            parts.append(Text("应于 \(owed.due) 前完成", "due on \(owed.due)")(facts.language))
        }
        parts += outcome.actions.map { Text("建议", "proposed: ")(facts.language) + about.county.describe($0) }
        return parts.joined(separator: facts.language == .zh ? "；" : "; ")
    }
}

extension ProvisionFacts {
    /// How far it came, in one column.
    func result(_ outcome: Outcome) -> String { said { outcome[$0] }.progress }
}

internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// All that a filter let through of one provision in one county, one finding on a line with its reason.
struct FindingList {
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
        let found = about.places().map { (unit: about.unit($0), finding: about[$0]) }
        let places = Dictionary(found.map { ($0.finding.subject, facts.village($0.finding.subject, in: about.county.county)) }, uniquingKeysWith: { a, _ in a })
        let key = { (found: (unit: Period, finding: Finding)) in places[found.finding.subject].flatMap { $0?.code } ?? "" }
        let ordered = found.sorted { (key($0), $0.finding.subject, $0.unit) < (key($1), $1.finding.subject, $1.unit) }
        page.compactTable(ordered.map { row($0.unit, $0.finding, places[$0.finding.subject].flatMap(\.self), page.language) }, indent: "    ")
    }

    private func row(_ unit: Period, _ finding: Finding, _ village: Village?, _ language: Language) -> [String] {
        let subject = finding.subject
        // A team is named by its village, and a village is one.
        let isVillageNamed = [.team, .village].contains(subject.kind)
        return [
            facts.identifier(subject), facts.name(subject), isVillageNamed ? "" : village.map { $0.name.isEmpty ? $0.code : $0.name } ?? "",
            unit.description, finding.record ?? "", finding.verdict.title(language), about.result(finding), why(finding),
        ]
    }

    private func why(_ finding: Finding) -> String {
        let words = facts.words(about.county.profile)
        var parts = finding.reasons.map { $0(facts.language) }
        if parts.isEmpty, let owed = finding.owed, !owed.isDone { parts.append(Text("应于 \(owed.due) 前完成", "due on \(owed.due)")(facts.language)) }
        parts += finding.actions.map { Text("建议", "proposed: ")(facts.language) + facts.describe($0, words) }
        return parts.joined(separator: facts.language == .zh ? "；" : "; ")
    }
}

extension ProvisionFacts {
    private func exact(_ value: MeasureValue?) -> String { value?.text(\.exactText)(facts.language) ?? "–" }

    /// How far it came, in one column: measures with their bounds, or the first that the records give.
    func result(_ finding: Finding) -> String {
        if !pairs.isEmpty {
            return pairs.compactMap { pair in
                finding.values[pair.bound].map { "\(facts.text(finding.values[pair.measure], provision.measures[pair.measure]))/\(exact($0))" }
            }.joined(separator: " ")
        }
        let first = provision.measures.indices.first { provision.measures[$0].role != .outcome && finding.values[$0] != nil }
        guard let first else { return "" }
        return "\(provision.measures[first].title(facts.language)) \(facts.text(finding.values[first], provision.measures[first]))"
    }
}

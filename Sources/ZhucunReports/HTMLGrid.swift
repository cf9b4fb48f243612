internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Verdicts, a row for each subject and a column for each unit; for one unit of many measures, a column for each measure.
struct HTMLGrid {
    /// Units in one table; more are told in a second.
    static let columns = 14

    let about: ProvisionFacts
    // Asked for every cell, so found out once.
    private let pairs: [(measure: Int, bound: Int)]
    private let isJudgement: Bool

    init(about: ProvisionFacts) {
        self.about = about
        pairs = about.pairs
        isJudgement = about.isJudgement
    }

    private var provision: Provision { about.provision }
    private var facts: ReportFacts { about.facts }
    private var language: Language { about.facts.language }

    func write(_ page: inout HTMLWriter) {
        // Of households and the like only those that are not as they should be are listed: the rest is counted above.
        let isListed = !SubjectKind.world.contains(provision.subject) && facts.options.filter.isEmpty
        let bySubject = Dictionary(grouping: about.places()) { about[$0].subject }
            .filter { !isListed || $0.value.contains { about[$0].verdict == .breached || about[$0].verdict == .undetermined } }
        let groups = byTownship(Array(bySubject.keys))
        if about.blocks.count == 1, pairs.isEmpty, shownMeasures.count > 1 {
            writeMeasures(groups, bySubject, &page)
        } else {
            if !pairs.isEmpty { page.element("p", ["class": "legend"], legend) }
            writeUnits(groups, bySubject, &page)
        }
        about.writeOpen(&page)
    }

    /// In the order of the villages, as those who visit them have them.
    private func byTownship(_ subjects: [Subject]) -> [(title: String, subjects: [Subject])] {
        let places = Dictionary(subjects.map { ($0, facts.village($0)?.code ?? "") }, uniquingKeysWith: { a, _ in a })
        let ordered = subjects.sorted { (places[$0] ?? "", $0) < (places[$1] ?? "", $1) }
        return grouped(ordered) { subject in
            guard let township = facts.village(subject)?.township else { return "" }
            return Text("乡镇 \(township)", "Township \(township)")(language)
        }.map { (title: $0.key.isEmpty ? "" : "\($0.key)（\($0.items.count)）", subjects: $0.items) }
    }

    /// The outcome is the verdict, which has a column of its own.
    private var shownMeasures: [Int] {
        provision.measures.indices.filter { provision.measures[$0].name != MeasureDeclaration.outcome.name }
    }

    private var legend: Text {
        let parts = pairs.map { pair in
            let (measure, bound) = (provision.measures[pair.measure].title, provision.measures[pair.bound].title)
            return Text("\(measure.zh)/\(bound.zh)", "\(measure.en)/\(bound.en)")
        }
        return Text("格内依次为：" + parts.map(\.zh).joined(separator: "，"), "In each cell: " + parts.map(\.en).joined(separator: ", then "))
    }

    private func writeUnits(
        _ groups: [(title: String, subjects: [Subject])], _ found: [Subject: [FindingPlace]], _ page: inout HTMLWriter
    ) {
        let totals = about.totals
        let units = about.blocks.map(\.unit)
        let tables = (units.count + HTMLGrid.columns - 1) / HTMLGrid.columns
        for table in 0..<tables {
            let shown = units[(units.count * table / tables)..<(units.count * (table + 1) / tables)]
            let isLast = table == tables - 1 && !totals.isEmpty
            var columns = whoColumns + shown.map { unit in
                HTMLTable.Column(title: unit.heading(language, year: facts.period.first.year), detail: unit.startText, style: "c", width: pairs.count > 1 ? 15 : 13)
            }
            if isLast { columns.append(.init(title: Text("全期", "Period")(language), detail: provision.measures[0].title(language), style: "r", width: 14)) }
            let rows = groups.map { title, subjects in
                (title: title, rows: subjects.map { subject -> [HTMLTable.Cell] in
                    let byUnit = Dictionary((found[subject] ?? []).map { (about.unit($0), about[$0]) }, uniquingKeysWith: { a, _ in a })
                    let total = totals[subject].map { facts.text($0, provision.measures[0]) } ?? "–"
                    return who(subject) + shown.map { cell(byUnit[$0]) } + (isLast ? [.init(text: total, style: "r")] : [])
                })
            }
            HTMLTable(columns: columns, groups: rows, style: "grid").write(&page)
        }
    }

    private func cell(_ finding: Finding?) -> HTMLTable.Cell {
        guard let finding else { return .init(text: "") }
        let mark = finding.verdict.mark
        guard finding.verdict != .notApplicable else { return .init(text: mark, style: "n", hint: about.reasons(finding)) }
        var parts = isJudgement || finding.verdict != .met ? [mark] : []
        parts += pairs.compactMap { pair in
            finding.values[pair.bound].map { "\(facts.text(finding.values[pair.measure], provision.measures[pair.measure]))/\($0.exactText)" }
        }
        if pairs.isEmpty, shownMeasures.first == 0, let value = finding.values.first.flatMap({ $0 }) { parts.append(about.cellText(value, provision.measures[0])) }
        return .init(text: parts.joined(separator: " "), style: finding.verdict.style, hint: about.reasons(finding))
    }

    private func writeMeasures(
        _ groups: [(title: String, subjects: [Subject])], _ found: [Subject: [FindingPlace]], _ page: inout HTMLWriter
    ) {
        let hasVerdicts = isJudgement || about.count(.met) < about.count
        let measures = shownMeasures.map { HTMLTable.Column(title: provision.measures[$0].title(language), style: "r", width: 16) }
        let rows = groups.map { title, subjects in
            (title: title, rows: subjects.compactMap { subject -> [HTMLTable.Cell]? in
                guard let finding = found[subject]?.first.map({ about[$0] }) else { return nil }
                let values = shownMeasures.map { HTMLTable.Cell(text: about.cellText(finding.values[$0], provision.measures[$0]), style: "r") }
                let isShown = isJudgement || finding.verdict != .met
                return who(subject) + values + (!hasVerdicts ? [] : [.init(text: isShown ? finding.verdict.mark : "", style: finding.verdict.style, hint: about.reasons(finding))])
            })
        }
        let columns = whoColumns + measures + (hasVerdicts ? [.init(title: Text("结论", "Verdict")(language), style: "c", width: 10)] : [])
        page.element("h4", about.blocks[0].unit.title(language))
        HTMLTable(columns: columns, groups: rows, style: "grid").write(&page)
    }
}

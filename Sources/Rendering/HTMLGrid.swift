internal import CivilTime
internal import Exact
internal import Messages
internal import Results
internal import Writers

/// Verdicts, a row for each subject and a column for each unit; for one unit of many measures, a column for each measure.
struct HTMLGrid {
    /// Units in one table; more are told in a second.
    static let columns = 14

    let about: ProvisionFacts
    let names: HTMLNames
    // Asked for every cell, so found out once.
    private let pairs: [Pair]
    private let isJudgement: Bool
    /// The outcome is the verdict, which has a column of its own.
    private let shownMeasures: [Int]
    private let bySubject: OutcomesBySubject

    private struct Pair {
        let measure: Int
        let bound: Int
        /// The measure is written as it is.
        let isExact: Bool
    }

    init(about: ProvisionFacts, names: HTMLNames) {
        self.about = about
        self.names = names
        pairs = about.pairs.map { pair in
            Pair(
                measure: pair.measure, bound: pair.bound,
                isExact: ![.share, .points].contains(about.provision.measures[pair.measure].dimension))
        }
        isJudgement = about.isJudgement
        shownMeasures = about.provision.measures.indices.filter { about.provision.measures[$0].role != .outcome }
        bySubject = OutcomesBySubject(about.outcomes)
    }

    private var provision: JudgedProvision { about.provision }
    private var facts: ReportFacts { about.facts }
    private var language: Language { about.facts.language }

    func write(_ page: inout HTMLWriter) {
        let groups = byTownship
        if about.blocks.count == 1, pairs.isEmpty, shownMeasures.count > 1 {
            writeMeasures(groups, &page)
        } else {
            if !pairs.isEmpty { page.element("p", ["class": "legend"], legend) }
            writeUnits(groups, &page)
        }
        about.writeOpen(&page)
    }

    /// In the order of the villages, as those who visit them have them; the rows are places in `bySubject`.
    private var byTownship: [(title: String, rows: [Int])] {
        // Of households and the like only those that are not as they should be are listed: the rest is counted above.
        let isListed = !SubjectKind.world.contains(provision.subject) && !facts.isFiltered
        let rows = bySubject.subjects.indices.filter { row in
            !isListed || bySubject.places(of: row).contains { [.breached, .undetermined].contains(about[$0].verdict) }
        }
        let ordered = rows.map { (code: names[bySubject.subjects[$0]].villageCode, row: $0) }.sorted {
            ($0.code, $0.row) < ($1.code, $1.row)
        }.map(\.row)
        return grouped(ordered) { names[bySubject.subjects[$0]].township }.map { township, rows in
            (township.isEmpty ? "" : "\(township)（\(rows.count)）", rows)
        }
    }

    private var legend: Text {
        let parts = pairs.map { pair in
            let (measure, bound) = (provision.measures[pair.measure].title, provision.measures[pair.bound].title)
            return Text("\(measure.zh)/\(bound.zh)", "\(measure.en)/\(bound.en)")
        }
        return Text(
            "格内依次为：" + parts.map(\.zh).joined(separator: "，"),
            "In each cell: " + parts.map(\.en).joined(separator: ", then "))
    }

    private func writeUnits(_ groups: [(title: String, rows: [Int])], _ page: inout HTMLWriter) {
        let totals = about.totals
        let count = about.blocks.count
        let tables = (count + HTMLGrid.columns - 1) / HTMLGrid.columns
        for table in 0..<tables {
            let shown = (count * table / tables)..<(count * (table + 1) / tables)
            let isLast = table == tables - 1 && !totals.isEmpty
            var columns =
                whoColumns
                + about.blocks[shown].map { block in
                    HTMLTable.Column(
                        title: block.unit.heading(language, year: facts.period.name.year), detail: block.unit.startText,
                        style: "c", width: pairs.count > 1 ? 15 : 13)
                }
            if isLast {
                columns.append(
                    .init(
                        title: Text("全期", "Period")(language), detail: provision.measures[0].title(language),
                        style: "r", width: 14))
            }
            let written = groups.map { title, rows in
                HTMLTable.Group(title: title, count: rows.count) { entry, page in
                    let subject = bySubject.subjects[rows[entry]]
                    let places = bySubject.places(of: rows[entry])
                    who(subject, &page)
                    for block in shown { write(places.first { $0.block == block }.map { about[$0] }, &page) }
                    if isLast {
                        page.cell(about.cellText(totals[subject, 0], provision.measures[0]), style: "r")
                    }
                }
            }
            HTMLTable(columns: columns, groups: written, style: "grid").write(&page)
        }
    }

    private func write(_ outcome: Outcome?, _ page: inout HTMLWriter) {
        guard let outcome else {
            page.cell("")
            return
        }
        let verdict = outcome.verdict
        page.cell(style: verdict.style, hint: about.reasons(outcome)) { page in
            let isMarked = isJudgement || verdict != .met
            if isMarked { page.text(verdict.mark) }
            if verdict != .notApplicable { write(outcome, behind: isMarked, &page) }
        }
    }

    /// Measures with their bounds, or the first measure.
    private func write(_ outcome: Outcome, behind isMarked: Bool, _ page: inout HTMLWriter) {
        var needsSpace = isMarked
        for pair in pairs {
            guard let bound = outcome[pair.bound] else { continue }
            if needsSpace { page.text(" ") }
            if pair.isExact, let value = outcome[pair.measure] {
                page.text(value)
            } else {
                page.text(about.cellText(outcome[pair.measure], provision.measures[pair.measure]))
            }
            page.text("/")
            page.text(bound)
            needsSpace = true
        }
        guard pairs.isEmpty, shownMeasures.first == 0, let value = outcome.principal else { return }
        if needsSpace { page.text(" ") }
        page.text(about.cellText(value, provision.measures[0]))
    }

    private func writeMeasures(_ groups: [(title: String, rows: [Int])], _ page: inout HTMLWriter) {
        let hasVerdicts = isJudgement || about.count(.met) < about.count
        let measures = shownMeasures.map {
            HTMLTable.Column(title: provision.measures[$0].title(language), style: "r", width: 16)
        }
        let written = groups.map { title, rows in
            HTMLTable.Group(title: title, count: rows.count) { entry, page in
                guard let outcome = bySubject.places(of: rows[entry]).first.map({ about[$0] }) else { return }
                who(outcome.subject, &page)
                for measure in shownMeasures {
                    page.cell(about.cellText(outcome[measure], provision.measures[measure]), style: "r")
                }
                guard hasVerdicts else { return }
                page.cell(
                    isJudgement || outcome.verdict != .met ? outcome.verdict.mark : "", style: outcome.verdict.style,
                    hint: about.reasons(outcome))
            }
        }
        let columns =
            whoColumns + measures
            + (hasVerdicts ? [.init(title: Text("结论", "Verdict")(language), style: "c", width: 10)] : [])
        page.element("h4", about.blocks[0].unit.title(language))
        HTMLTable(columns: columns, groups: written, style: "grid").write(&page)
    }
}

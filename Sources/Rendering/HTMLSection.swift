internal import CivilTime
internal import Exact
internal import Messages
internal import Results
internal import Writers

/// One provision on the page: what was asked under which clause, then a table in the form that its outcomes ask for.
struct HTMLSection {
    let about: ProvisionFacts
    let names: HTMLNames
    let anchor: String

    private var provision: JudgedProvision { about.provision }
    private var facts: ReportFacts { about.facts }
    private var language: Language { about.facts.language }

    func write(_ page: inout HTMLWriter) {
        page.element("h3", ["id": anchor]) { page in
            page.text(provision.name)
            page.element(
                "small",
                [provision.per?.title(language) ?? "", about.askedText].filter { !$0.isEmpty }.joined(
                    separator: language == .zh ? "：" : ": "))
        }
        let citations = about.citations.map {
            $0.from.isEmpty ? Text(same: $0.text) : Text("\($0.text)（\($0.from)起）", "\($0.text) (from \($0.from))")
        }
        page.element(
            "p", ["class": "basis"],
            Text(
                "依据：" + citations.map(\.zh).joined(separator: "；"),
                "Under " + citations.map(\.en).joined(separator: "; ")))
        let discretion = provision.discretion
        if !discretion.isEmpty {
            page.element(
                "p", ["class": "basis"],
                Text("自由裁量：" + discretion.joined(separator: "；"), "Discretion: " + discretion.joined(separator: "; ")))
        }
        switch about.form {
        case .actions: writeActions(&page)
        case .ranks(let rank): about.blocks.indices.forEach { writeRanks($0, rank, &page) }
        case .records: writeRecords(&page)
        case .names: about.blocks.indices.forEach { writeNames($0, &page) }
        case .verdicts: HTMLGrid(about: about, names: names).write(&page)
        }
    }

    private func writeActions(_ page: inout HTMLWriter) {
        let proposals = about.withActions.map {
            about[$0].actions.map { about.county.describe($0) }.joined(separator: "；")
        }
        if proposals.isEmpty { page.element("p", Text("没有处理建议。", "Nothing proposed.")) }
        let group = HTMLTable.Group(count: proposals.count) { entry, page in
            let place = about.withActions[entry]
            who(about[place].subject, &page)
            page.cell(about.unit(place).title(language), style: "k")
            page.cell(about.reasons(about[place]))
            page.cell(proposals[entry])
            page.cell("", style: "blank")
        }
        let columns = [
            (Text("时间", "When"), 20), (Text("事由", "Reasons"), 80), (Text("建议处理", "Proposed"), 60),
            (Text("有关单位决定", "Decision of the office"), 40),
        ]
        HTMLTable(
            columns: whoColumns + columns.map { .init(title: $0.0(language), width: $0.1) }, groups: [group],
            style: "full"
        ).write(&page)
        about.writeOpen(&page)
    }

    private func writeRanks(_ block: Int, _ rank: Int, _ page: inout HTMLWriter) {
        let all = about.outcomes[block]
        let ranked = RankedOutcomes(all, by: rank).ordered
        guard !all.isEmpty else { return }
        page.element("h4") { page in
            page.text(about.blocks[block].unit.title(language))
            page.element("small", Text("参加排名 \(ranked.count) 个", "\(ranked.count) ranked"))
        }
        let band = provision.measures.firstIndex { $0.role == .band }
        let groups = grouped(ranked) { outcome in
            let place = provision.rankedIn(about.county.subjects[outcome.subject])
            return [place, band.flatMap { outcome[$0]?.exactText } ?? ""].filter { !$0.isEmpty }.joined(separator: "　")
        }
        let columns =
            [HTMLTable.Column(title: Text("名次", "Rank")(language), style: "r", width: 9)] + whoColumns + [
                .init(title: provision.pointsTitle(language), style: "r", width: 13)
            ]
        let points = about.points
        let written = groups.map { title, outcomes in
            HTMLTable.Group(title: title.isEmpty ? "" : "\(title)（\(outcomes.count)）", count: outcomes.count) {
                entry, page in
                let outcome = outcomes[entry]
                page.cell(style: "r") { page in
                    if let rank = outcome[rank] { page.text(rank) }
                }
                who(outcome.subject, &page)
                page.cell(points.map { about.cellText(outcome[$0], provision.measures[$0]) } ?? "", style: "r")
            }
        }
        HTMLTable(columns: columns, groups: written).write(&page)
        writeNotes(all, &page)
    }

    private func writeNames(_ block: Int, _ page: inout HTMLWriter) {
        let outcomes = about.outcomes[block]
        guard !outcomes.isEmpty else { return }
        page.element("h4", about.blocks[block].unit.title(language))
        let open = Verdict.undetermined.title(language)
        let grades = (provision.measures.first?.values ?? []) + [open]
        let byName = Dictionary(grouping: outcomes) { $0.principal?.exactText ?? open }
        let groups = grades.compactMap { name in
            byName[name].map { named in
                HTMLTable.Group(title: "\(name)（\(named.count)）", count: named.count) { who(named[$0].subject, &$1) }
            }
        }
        HTMLTable(columns: whoColumns, groups: groups).write(&page)
        writeNotes(outcomes, &page)
    }

    /// Those that are wrong or open; the rest is counted.
    private func writeRecords(_ page: inout HTMLWriter) {
        page.element("p", about.counts)
        let wrong = about.places { $0.verdict != .met }
        let group = HTMLTable.Group(count: wrong.count) { entry, page in
            let outcome = about[wrong[entry]]
            who(outcome.subject, &page)
            page.cell(outcome.record ?? "", style: "k")
            page.cell(provision.measures.first.map { about.cellText(outcome.principal, $0) } ?? "", style: "r")
            page.cell(
                "\(outcome.verdict.mark) \(provision.title(of: outcome.verdict)(language))",
                style: outcome.verdict.style)
            page.cell(about.reasons(outcome))
        }
        let columns = [
            (Text("记录", "Record"), 25), (provision.measures.first?.title ?? Text("", ""), 18),
            (Text("结论", "Verdict"), 24), (Text("说明", "Reasons"), 100),
        ]
        HTMLTable(columns: whoColumns + columns.map { .init(title: $0.0(language), width: $0.1) }, groups: [group])
            .write(&page)
    }

    /// Whom a remark concerns, remark by remark.
    private func writeNotes(_ outcomes: Outcomes, _ page: inout HTMLWriter) {
        for (remark, noted) in grouped(outcomes.filter { !$0.reasons.isEmpty }, by: about.reasons) {
            let names = noted.map { about.county.label($0.subject) }.joined(separator: "、")
            page.element("p", ["class": "note"], Text("※ \(remark)：\(names)", "※ \(remark): \(names)"))
        }
    }
}

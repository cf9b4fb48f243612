internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// One provision on the page: what was asked under which clause, then a table in the form that its findings ask for.
struct HTMLSection {
    let about: ProvisionFacts
    let anchor: String

    private var provision: Provision { about.provision }
    private var facts: ReportFacts { about.facts }
    private var language: Language { about.facts.language }

    func write(_ page: inout HTMLWriter) {
        page.element("h3", ["id": anchor]) { page in
            page.text(provision.name)
            page.element("small", [provision.per?.title(language) ?? "", about.askedText].filter { !$0.isEmpty }.joined(separator: language == .zh ? "：" : ": "))
        }
        let citations = about.citations.map { $0.from.isEmpty ? Text(same: $0.text) : Text("\($0.text)（\($0.from)起）", "\($0.text) (from \($0.from))") }
        page.element("p", ["class": "basis"], Text("依据：" + citations.map(\.zh).joined(separator: "；"), "Under " + citations.map(\.en).joined(separator: "; ")))
        let discretion = provision.discretion.map(\.reason)
        if !discretion.isEmpty {
            page.element("p", ["class": "basis"], Text("自由裁量：" + discretion.joined(separator: "；"), "Discretion: " + discretion.joined(separator: "; ")))
        }
        switch about.form {
        case .actions: writeActions(&page)
        case .ranks(let rank): about.blocks.indices.forEach { writeRanks($0, rank, &page) }
        case .records: writeRecords(&page)
        case .names: about.blocks.indices.forEach { writeNames($0, &page) }
        case .verdicts: HTMLGrid(about: about).write(&page)
        }
    }

    private func writeActions(_ page: inout HTMLWriter) {
        let words = facts.words(about.county.profile)
        let proposals = about.withActions.map { about[$0].actions.map { facts.describe($0, words) }.joined(separator: "；") }
        if proposals.isEmpty { page.element("p", Text("没有处理建议。", "Nothing proposed.")) }
        let rows = zip(about.withActions, proposals).map { place, proposal -> [HTMLTable.Cell] in
            who(about[place].subject) + [
                .init(text: about.unit(place).title(language), style: "k"), .init(text: about.reasons(about[place])), .init(text: proposal), .init(text: "", style: "blank"),
            ]
        }
        let columns = [(Text("时间", "When"), 20), (Text("事由", "Reasons"), 80), (Text("建议处理", "Proposed"), 60), (Text("有关单位决定", "Decision of the office"), 40)]
        HTMLTable(columns: whoColumns + columns.map { .init(title: $0.0(language), width: $0.1) }, groups: [("", rows)], style: "full").write(&page)
        about.writeOpen(&page)
    }

    private func writeRanks(_ block: Int, _ rank: Int, _ page: inout HTMLWriter) {
        let all = about.findings[block]
        let ranked = RankedFindings(all, by: rank).ordered
        guard !all.isEmpty else { return }
        page.element("h4") { page in
            page.text(about.blocks[block].unit.title(language))
            page.element("small", Text("参加排名 \(ranked.count) 个", "\(ranked.count) ranked"))
        }
        let band = provision.measures.firstIndex { $0.name == "band" }
        let groups = grouped(ranked) { finding in
            let place = area(finding.subject)
            return [place, band.flatMap { finding.values[$0]?.exactText } ?? ""].filter { !$0.isEmpty }.joined(separator: "　")
        }
        let columns = [HTMLTable.Column(title: Text("名次", "Rank")(language), style: "r", width: 9)] + whoColumns + [.init(title: Text("总分", "Total")(language), style: "r", width: 13)]
        let tables = groups.map { title, findings in
            (title.isEmpty ? "" : "\(title)（\(findings.count)）", findings.map { [.init(text: $0.values[rank]?.exactText ?? "", style: "r")] + who($0.subject) + [.init(text: total($0), style: "r")] })
        }
        HTMLTable(columns: columns, groups: tables.map { (title: $0.0, rows: $0.1) }).write(&page)
        writeNotes(all, &page)
    }

    private func total(_ finding: Finding) -> String {
        about.points.map { about.cellText(finding.values[$0], provision.measures[$0]) } ?? ""
    }

    /// The place that it was ranked in, where that is smaller than the county.
    private func area(_ subject: Subject) -> String {
        switch provision.node["within"]?.text {
        case "township": Text("乡镇 ", "Township ")(language) + (facts.village(subject)?.township ?? "")
        case "village": facts.village(subject)?.name ?? ""
        default: ""
        }
    }

    private func writeNames(_ block: Int, _ page: inout HTMLWriter) {
        let findings = about.findings[block]
        guard !findings.isEmpty else { return }
        page.element("h4", about.blocks[block].unit.title(language))
        let open = Verdict.undetermined.title(language)
        let names = (provision.measures.first?.values ?? []) + [open]
        let byName = Dictionary(grouping: findings) { $0.values.first.flatMap { $0 }?.exactText ?? open }
        let groups = names.compactMap { name in byName[name].map { (title: "\(name)（\($0.count)）", rows: $0.map { who($0.subject) }) } }
        HTMLTable(columns: whoColumns, groups: groups).write(&page)
        writeNotes(findings, &page)
    }

    /// Those that are wrong or open; the rest is counted.
    private func writeRecords(_ page: inout HTMLWriter) {
        page.element("p", about.counts)
        let rows = about.places { $0.verdict != .met }.map { place -> [HTMLTable.Cell] in
            let finding = about[place]
            let value = provision.measures.first.map { facts.text(finding.values.first ?? nil, $0) } ?? ""
            let verdict = HTMLTable.Cell(text: "\(finding.verdict.mark) \(finding.verdict.title(language))", style: finding.verdict.style)
            return who(finding.subject) + [.init(text: finding.record ?? "", style: "k"), .init(text: value, style: "r"), verdict, .init(text: about.reasons(finding))]
        }
        let columns = [
            (Text("记录", "Record"), 25), (provision.measures.first?.title ?? Text("", ""), 18), (Text("结论", "Verdict"), 24), (Text("说明", "Reasons"), 100),
        ]
        HTMLTable(columns: whoColumns + columns.map { .init(title: $0.0(language), width: $0.1) }, groups: [("", rows)]).write(&page)
    }

    /// Whom a remark concerns, remark by remark.
    private func writeNotes(_ findings: [Finding], _ page: inout HTMLWriter) {
        for (remark, noted) in grouped(findings.filter { !$0.reasons.isEmpty }, by: about.reasons) {
            let names = noted.map { facts.label($0.subject) }.joined(separator: "、")
            page.element("p", ["class": "note"], Text("※ \(remark)：\(names)", "※ \(remark): \(names)"))
        }
    }
}

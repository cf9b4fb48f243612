internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// One provision on the page: what was asked under which clause, then a table in the form that its findings ask for.
struct HTMLSection {
    let about: ProvisionFacts
    let names: HTMLNames
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
        case .verdicts: HTMLGrid(about: about, names: names).write(&page)
        }
    }

    private func writeActions(_ page: inout HTMLWriter) {
        let words = facts.words(about.county.profile)
        let proposals = about.withActions.map { about[$0].actions.map { facts.describe($0, words) }.joined(separator: "；") }
        if proposals.isEmpty { page.element("p", Text("没有处理建议。", "Nothing proposed.")) }
        let group = HTMLTable.Group(count: proposals.count) { entry, page in
            let place = about.withActions[entry]
            who(about[place].subject, &page)
            page.cell(about.unit(place).title(language), style: "k")
            page.cell(about.reasons(about[place]))
            page.cell(proposals[entry])
            page.cell("", style: "blank")
        }
        let columns = [(Text("时间", "When"), 20), (Text("事由", "Reasons"), 80), (Text("建议处理", "Proposed"), 60), (Text("有关单位决定", "Decision of the office"), 40)]
        HTMLTable(columns: whoColumns + columns.map { .init(title: $0.0(language), width: $0.1) }, groups: [group], style: "full").write(&page)
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
        let band = provision.measures.firstIndex { $0.role == .band }
        let groups = grouped(ranked) { finding in
            let place = area(finding.subject)
            return [place, band.flatMap { finding.values[$0]?.exactText } ?? ""].filter { !$0.isEmpty }.joined(separator: "　")
        }
        let columns = [HTMLTable.Column(title: Text("名次", "Rank")(language), style: "r", width: 9)] + whoColumns + [.init(title: Text("总分", "Total")(language), style: "r", width: 13)]
        let points = about.points
        let written = groups.map { title, findings in
            HTMLTable.Group(title: title.isEmpty ? "" : "\(title)（\(findings.count)）", count: findings.count) { entry, page in
                let finding = findings[entry]
                page.cell(style: "r") { page in
                    if let rank = finding.values[rank] { page.text(rank) }
                }
                who(finding.subject, &page)
                page.cell(points.map { about.cellText(finding.values[$0], provision.measures[$0]) } ?? "", style: "r")
            }
        }
        HTMLTable(columns: columns, groups: written).write(&page)
        writeNotes(all, &page)
    }

    /// The place that it was ranked in, where that is smaller than the county.
    private func area(_ subject: Subject) -> String {
        switch provision.node["within"]?.text {
        case "township": Text("乡镇 ", "Township ")(language) + names[subject].township
        case "village": facts.village(subject, in: about.county.county)?.name ?? ""
        default: ""
        }
    }

    private func writeNames(_ block: Int, _ page: inout HTMLWriter) {
        let findings = about.findings[block]
        guard !findings.isEmpty else { return }
        page.element("h4", about.blocks[block].unit.title(language))
        let open = Verdict.undetermined.title(language)
        let grades = (provision.measures.first?.values ?? []) + [open]
        let byName = Dictionary(grouping: findings) { $0.values.first.flatMap { $0 }?.exactText ?? open }
        let groups = grades.compactMap { name in
            byName[name].map { named in HTMLTable.Group(title: "\(name)（\(named.count)）", count: named.count) { who(named[$0].subject, &$1) } }
        }
        HTMLTable(columns: whoColumns, groups: groups).write(&page)
        writeNotes(findings, &page)
    }

    /// Those that are wrong or open; the rest is counted.
    private func writeRecords(_ page: inout HTMLWriter) {
        page.element("p", about.counts)
        let wrong = about.places { $0.verdict != .met }
        let group = HTMLTable.Group(count: wrong.count) { entry, page in
            let finding = about[wrong[entry]]
            who(finding.subject, &page)
            page.cell(finding.record ?? "", style: "k")
            page.cell(provision.measures.first.map { facts.text(finding.values.first ?? nil, $0) } ?? "", style: "r")
            page.cell("\(finding.verdict.mark) \(finding.verdict.title(language))", style: finding.verdict.style)
            page.cell(about.reasons(finding))
        }
        let columns = [
            (Text("记录", "Record"), 25), (provision.measures.first?.title ?? Text("", ""), 18), (Text("结论", "Verdict"), 24), (Text("说明", "Reasons"), 100),
        ]
        HTMLTable(columns: whoColumns + columns.map { .init(title: $0.0(language), width: $0.1) }, groups: [group]).write(&page)
    }

    /// Whom a remark concerns, remark by remark.
    private func writeNotes(_ findings: [Finding], _ page: inout HTMLWriter) {
        for (remark, noted) in grouped(findings.filter { !$0.reasons.isEmpty }, by: about.reasons) {
            let names = noted.map { facts.label($0.subject) }.joined(separator: "、")
            page.element("p", ["class": "note"], Text("※ \(remark)：\(names)", "※ \(remark): \(names)"))
        }
    }
}

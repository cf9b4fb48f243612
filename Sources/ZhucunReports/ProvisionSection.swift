internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// What a text report says about one provision in one county. The form follows from what the provision gives: ranks,
/// actions, judged records, or verdicts unit by unit.
struct ProvisionSection {
    let about: ProvisionFacts

    private var provision: Provision { about.provision }
    private var facts: ReportFacts { about.facts }
    private var found: [(unit: Period, finding: Finding)] { about.found }

    func write(_ page: inout TextPage) {
        guard !found.isEmpty else { return }
        let per = provision.per?.title(page.language) ?? ""
        let asked = [per, about.askedText].filter { !$0.isEmpty }.joined(separator: page.language == .zh ? "：" : ": ")
        page.line("")
        page.line("■ \(provision.name)　[\(provision.key)]\(asked.isEmpty ? "" : "　" + asked)")
        page.line(Text("  依据　\(provision.citation)", "  under \(provision.citation)"))
        switch about.form {
        case .actions: writeActions(&page)
        case .ranks(let rank): about.blocks.forEach { writeRanks($0, rank, &page) }
        case .records: writeRecords(&page)
        case .names: writeNames(&page)
        case .verdicts: writeVerdicts(&page)
        }
    }

    private func writeVerdicts(_ page: inout TextPage) {
        let counts = about.counts
        let units = about.blocks.count
        page.line(Text("  \(units) 个时间单位：\(counts.zh)", "  \(units) units: \(counts.en)"))
        guard found.contains(where: { $0.finding.verdict == .breached }) else {
            writeUndetermined(&page)
            return
        }
        var breached: [Subject: [(unit: Period, finding: Finding)]] = [:]
        for item in found where item.finding.verdict == .breached { breached[item.finding.subject, default: []].append(item) }
        let totals = about.totals
        let ordered = breached.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        page.line(Text("  不符合的 \(ordered.count) 个：", "  \(ordered.count) in breach:"))
        page.table(
            ordered.prefix(TextReport.listed).map { subject, items in
                [facts.label(subject), principal(totals[subject], items, page.language), short(items.map(\.unit), page.language)]
            }, indent: "    ")
        more(ordered.count, &page)
        writeUndetermined(&page)
    }

    /// The principal measure over the period, of a single unit that of the unit; else why it is so, the first time.
    private func principal(_ total: MeasureValue?, _ items: [(unit: Period, finding: Finding)], _ language: Language) -> String {
        let measure = provision.measures[0]
        let value = total ?? (about.blocks.count == 1 ? items[0].finding.values.first ?? nil : nil)
        if let value, measure.dimension != .text { return "\(measure.title(language)) \(facts.text(value, measure))" }
        return items[0].finding.reasons.first?(language) ?? ""
    }

    /// The first units, and how many there are.
    private func short(_ units: [Period], _ language: Language) -> String {
        let shown = units.prefix(5).map(\.description).joined(separator: " ")
        return units.count <= 5 ? shown : shown + Text(" 等 \(units.count) 个", " … \(units.count) in all")(language)
    }

    private func writeUndetermined(_ page: inout TextPage) {
        for (reason, count) in about.openReasons.prefix(5) where !reason.isEmpty {
            page.line(Text("  无法判断 \(count) 次：\(reason)", "  undetermined \(count) times: \(reason)"))
        }
    }

    private func writeRanks(_ block: ProvisionBlock, _ rank: Int, _ page: inout TextPage) {
        let findings = about.ranked(block, by: rank)
        let left = facts.findings(block).count - findings.count
        let leftText = left == 0 ? Text("", "") : Text("，\(left) 个没有总分未排", ", \(left) without a total not ranked")
        page.line(Text("  \(block.unit)：参加排名 \(findings.count) 个\(leftText.zh)", "  \(block.unit): \(findings.count) ranked\(leftText.en)"))
        if let band = provision.measures.firstIndex(where: { $0.name == "band" }) {
            for name in provision.measures[band].values ?? [] {
                let members = findings.filter { $0.values[band] == .text(name) }
                page.line("    \(name)（\(members.count)）：" + shortened(members.map { entry($0, rank) }, page.language))
            }
            for tie in findings where !tie.reasons.isEmpty { page.line("    ※ \(facts.label(tie.subject))：\(tie.reasons[0](page.language))") }
        } else {
            page.line(Text("    前列：", "    first: ").callAsFunction(page.language) + findings.prefix(5).map { entry($0, rank) }.joined(separator: "；"))
            page.line(Text("    末位：", "    last: ").callAsFunction(page.language) + findings.suffix(5).map { entry($0, rank) }.joined(separator: "；"))
        }
    }

    private func entry(_ finding: Finding, _ rank: Int) -> String {
        let total = about.points(finding).map { " " + $0 } ?? ""
        return "\(finding.values[rank]?.exactText ?? "") \(facts.label(finding.subject))\(total)"
    }

    private func shortened(_ items: [String], _ language: Language) -> String {
        let rest = items.count - TextReport.listed
        return items.prefix(TextReport.listed).joined(separator: "；") + (rest > 0 ? Text("；另 \(rest) 个", "; \(rest) more")(language) : "")
    }

    private func writeActions(_ page: inout TextPage) {
        let words = facts.words(about.county.profile)
        let actions = about.withActions
        if actions.isEmpty {
            page.line(Text("  没有处理建议", "  nothing proposed"))
        } else if let first = actions.first {
            let proposals = first.finding.actions.map { facts.describe($0, words) }.joined(separator: "；")
            page.line(Text("  建议　\(proposals)", "  proposed: \(proposals)"))
            page.table(
                actions.prefix(TextReport.listed).map { unit, finding in
                    [facts.label(finding.subject), unit.description, about.reasons(finding)]
                }, indent: "    ")
            more(actions.count, &page)
        }
        writeUndetermined(&page)
    }

    private func writeRecords(_ page: inout TextPage) {
        page.line("  " + about.counts(page.language))
        let wrong = found.filter { $0.finding.verdict != .met }
        page.table(
            wrong.prefix(TextReport.listed).map { _, finding in
                let value = provision.measures.first.map { facts.text(finding.values.first ?? nil, $0) } ?? ""
                return [facts.label(finding.subject), finding.record ?? "", value, finding.verdict.title(page.language), about.reasons(finding)]
            }, indent: "    ")
        more(wrong.count, &page)
    }

    private func writeNames(_ page: inout TextPage) {
        for block in about.blocks {
            let findings = facts.findings(block)
            let names = provision.measures[0].values ?? []
            let parts = names.map { name in "\(name) \(findings.count { $0.values.first == .text(name) })" }
            let open = findings.count { $0.verdict == .undetermined }
            let rest = open == 0 ? "" : Text("，无法判断 \(open)", ", \(open) undetermined")(page.language)
            page.line("  \(block.unit)：" + parts.joined(separator: "，") + rest)
        }
    }

    private func more(_ count: Int, _ page: inout TextPage) {
        guard count > TextReport.listed else { return }
        page.line(Text(
            "    另 \(count - TextReport.listed) 个（--format csv 列出全部）", "    \(count - TextReport.listed) more (--format csv lists all)"))
    }
}

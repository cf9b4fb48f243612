internal import CivilTime
internal import Messages
package import Results
internal import Writers

/// A report for a person at a terminal: each provision with what was asked, how it came out, and whom it concerns.
package struct TextReport: ReportFormat {
    package static let name = "text"
    /// Rows of one list; the rest is counted.
    static let listed = 15

    private let facts: ReportFacts

    package init(_ facts: ReportFacts) { self.facts = facts }

    package func head(shown: [Int]) -> [UInt8] {
        var page = TextPage(language: facts.language)
        let period = facts.period
        page.line(
            Text(
                "驻村帮扶评估　\(period.title(.zh))（\(period.first) 至 \(period.last)）",
                "Assessment of \(period) (\(period.first) to \(period.last))"))
        if let asOf = facts.head.asOf { page.line(Text("截至　\(asOf)", "As of \(asOf)")) }
        for policy in facts.head.policies { head(policy, &page) }
        if let sections = facts.sectionsText {
            page.line(Text("只评估　\(sections.zh)", "Only these sections are assessed: \(sections.en)"))
        }
        if let filter = facts.filterText { page.line(Text("仅列　\(filter.zh)", "Only: \(filter.en)")) }
        return page.bytes
    }

    package func write(_ county: CountyResults, to sink: Sink) throws {
        let county = CountyFacts(facts: facts, county: county)
        var page = TextPage(language: facts.language)
        let about = county.provisions
        if facts.isFiltered { list(about.filter { !$0.isEmpty }, county, &page) } else { write(about, county, &page) }
        if !page.bytes.isEmpty { try sink(page.bytes) }
    }

    package func end(_ summary: ReportSummary) -> [UInt8] {
        var page = TextPage(language: facts.language)
        if facts.isFiltered { endList(summary, &page) }
        page.line("")
        for file in facts.refused {
            page.line(
                Text(
                    "\(file.file) 有 \(file.refused) 行有误，没有使用（共 \(file.rows) 行）。",
                    "\(file.refused) of \(file.rows) rows of \(file.file) could not be used."))
        }
        page.line(
            Text("处理建议由有关单位决定，本报告不执行任何处理。", "Actions are proposals: the offices named decide, nothing is executed."))
        return page.bytes
    }

    private func head(_ policy: JudgedPolicy, _ page: inout TextPage) {
        page.line(Text("政策配置　\(policy.name.zh)（\(policy.profile)）", "Profile: \(policy.name.en) (\(policy.profile))"))
        for document in policy.documents {
            page.line(
                Text(
                    "  依据　\(document.number)，\(document.inForceFrom) 起施行",
                    "  under \(document.number), in force from \(document.inForceFrom)"))
        }
    }

    /// Every outcome that was asked for.
    private func list(_ about: [ProvisionFacts], _ county: CountyFacts, _ page: inout TextPage) {
        guard !about.isEmpty else { return }
        page.line("")
        page.line("━━ \(county.county.head.label)")
        for about in about { OutcomeList(about: about).write(&page) }
    }

    private func endList(_ summary: ReportSummary, _ page: inout TextPage) {
        if summary.shown.isEmpty {
            page.line("")
            page.line(Text("没有符合所列条件的结果。", "No finding is of that kind."))
        }
        if summary.leavesOut {
            page.line("")
            page.line(
                Text(
                    "条款不适用的农户等没有逐一列出；用 --provision 写明条款即列出。",
                    "Households and the like that a provision does not apply to are not listed; name it with --provision to see them."
                ))
        }
        guard facts.namesProvisions else { return }
        // Those of a city and of its counties are the same.
        var seen: Set<ProvisionKey> = []
        writeWithoutUnit(facts.head.counties.flatMap(\.withoutUnit).filter { seen.insert($0.key).inserted }, &page)
    }

    private func write(_ about: [ProvisionFacts], _ county: CountyFacts, _ page: inout TextPage) {
        let (label, counts) = (county.county.head.label, county.counts)
        page.line("")
        page.line(Text("━━ \(label)　\(counts.zh)", "━━ \(label): \(counts.en)"))
        for about in about where !about.isQuiet && about.unfed.isEmpty { ProvisionSection(about: about).write(&page) }
        UnfedProvisions(about).write(&page)
        let quiet = about.filter { $0.isQuiet && !$0.isEmpty }.map(\.provision.name).joined(separator: "、")
        if !quiet.isEmpty {
            page.line("")
            page.line(Text("没有提出处理建议的条款：\(quiet)", "Provisions that proposed nothing: \(quiet)"))
        }
        writeWithoutUnit(county.county.head.withoutUnit, &page)
    }

    private func writeWithoutUnit(_ provisions: [JudgedProvision], _ page: inout TextPage) {
        guard !provisions.isEmpty else { return }
        let names = provisions.map { "\($0.name)（\($0.per?.title(facts.language) ?? "")）" }.joined(separator: "、")
        page.line("")
        page.line(Text("本期内没有完整时间单位、未判断的条款：\(names)", "Not judged, no whole unit in the period: \(names)"))
    }
}

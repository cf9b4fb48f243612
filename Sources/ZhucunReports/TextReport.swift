public import ZhucunKernel
internal import CivilTime
internal import PolicyYAML

/// A report for a person at a terminal: each provision with what was asked, how it came out, and whom it concerns.
public struct TextReport: ReportFormat {
    public static let name = "text"
    /// Rows of one list; the rest is counted.
    static let listed = 15

    private let facts: ReportFacts

    public init(_ facts: ReportFacts) { self.facts = facts }

    public func head(shown: [Int]) -> [UInt8] {
        var page = TextPage(language: facts.language)
        let period = facts.period
        page.line(Text("驻村帮扶评估　\(period)（\(period.first) 至 \(period.last)）", "Assessment of \(period) (\(period.first) to \(period.last))"))
        if let asOf = facts.prepared.asOf { page.line(Text("截至　\(asOf)", "As of \(asOf)")) }
        for policy in facts.prepared.policies { head(policy, period, &page) }
        if let sections = facts.sectionsText { page.line(Text("只评估　\(sections.zh)", "Only these sections are assessed: \(sections.en)")) }
        if let filter = facts.filterText { page.line(Text("仅列　\(filter.zh)", "Only: \(filter.en)")) }
        return page.bytes
    }

    public func part(_ county: CountyResult, at place: Int) -> [UInt8] {
        var page = TextPage(language: facts.language)
        let about = facts.provisions(county).map { ProvisionFacts(provision: $0.provision, blocks: $0.blocks, county: county, facts: facts) }
        if facts.options.filter.isEmpty { write(about, county, &page) } else { list(about.filter { !$0.isEmpty }, county, &page) }
        return page.bytes
    }

    public func end(_ summary: ReportSummary) -> [UInt8] {
        var page = TextPage(language: facts.language)
        if !facts.options.filter.isEmpty { endList(summary, &page) }
        page.line("")
        for file in facts.refused {
            page.line(Text(
                "\(file.file) 有 \(file.bad) 行有误，没有使用（共 \(file.rows) 行）。", "\(file.bad) of \(file.rows) rows of \(file.file) could not be used."))
        }
        page.line(Text("处理建议由有关单位决定，本报告不执行任何处理。", "Actions are proposals: the offices named decide, nothing is executed."))
        return page.bytes
    }

    private func head(_ policy: Policy, _ period: Period, _ page: inout TextPage) {
        page.line(Text("政策配置　\(policy.profile.name.zh)（\(policy.profile.code)）", "Profile: \(policy.profile.name.en) (\(policy.profile.code))"))
        for edition in policy.editions where edition.isInForce(in: period.days) {
            guard let document = edition.document else { continue }
            page.line(Text("  依据　\(document.number)，\(edition.effective) 起施行", "  under \(document.number), in force from \(edition.effective)"))
        }
    }

    /// Every finding that was asked for.
    private func list(_ about: [ProvisionFacts], _ county: CountyResult, _ page: inout TextPage) {
        guard !about.isEmpty else { return }
        page.line("")
        page.line("━━ \(county.county)")
        for about in about { FindingList(about: about).write(&page) }
    }

    private func endList(_ summary: ReportSummary, _ page: inout TextPage) {
        if summary.shown.isEmpty {
            page.line("")
            page.line(Text("没有符合所列条件的结果。", "No finding is of that kind."))
        }
        if summary.leavesOut {
            page.line("")
            page.line(Text(
                "条款不适用的农户等没有逐一列出；用 --provision 写明条款即列出。", "Households and the like that a provision does not apply to are not listed; name it with --provision to see them."))
        }
        guard !facts.options.filter.provisions.isEmpty else { return }
        // Those of a city and of its counties are the same.
        var seen: Set<ProvisionKey> = []
        writeWithoutUnit(facts.counties.flatMap(\.withoutUnit).filter { seen.insert($0.key).inserted }, &page)
    }

    private func write(_ about: [ProvisionFacts], _ county: CountyResult, _ page: inout TextPage) {
        let counts = county.subjects.keys.sorted().compactMap { kind in
            county.subjects[kind].map { facts.world.counted($0.count, kind) }
        }
        page.line("")
        page.line(Text(
            "━━ \(county.county)　" + counts.map(\.zh).joined(separator: "，"), "━━ \(county.county): " + counts.map(\.en).joined(separator: ", ")))
        for about in about where !about.isQuiet { ProvisionSection(about: about).write(&page) }
        let quiet = about.filter { $0.isQuiet && !$0.isEmpty }.map(\.provision.name).joined(separator: "、")
        if !quiet.isEmpty {
            page.line("")
            page.line(Text("没有提出处理建议的条款：\(quiet)", "Provisions that proposed nothing: \(quiet)"))
        }
        writeWithoutUnit(county.withoutUnit, &page)
    }

    private func writeWithoutUnit(_ provisions: [Provision], _ page: inout TextPage) {
        guard !provisions.isEmpty else { return }
        let names = provisions.map { "\($0.name)（\($0.per?.title(facts.language) ?? "")）" }.joined(separator: "、")
        page.line("")
        page.line(Text("本期内没有完整时间单位、未判断的条款：\(names)", "Not judged, no whole unit in the period: \(names)"))
    }
}

/// Lines of text, padded by display width. What data could break or forge a line with is spelled out.
struct TextPage {
    let language: Language
    private(set) var bytes: [UInt8] = []

    mutating func line(_ text: Text) { line(text(language)) }
    mutating func line(_ string: String) {
        bytes.add(onOneLine(string))
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The same without the columns that are empty for all.
    mutating func compactTable(_ rows: [[String]], indent: String) {
        let columns = (rows.first?.indices ?? 0..<0).filter { column in rows.contains { !$0[column].isEmpty } }
        table(rows.map { row in columns.map { row[$0] } }, indent: indent)
    }

    /// Columns of a table; the last is not padded.
    mutating func table(_ rows: [[String]], indent: String) {
        guard let columns = rows.first?.count else { return }
        let rows = rows.map { $0.map(onOneLine) }
        let widths = rows.map { $0.dropLast().map { displayWidth($0) } }
        let widest = (0..<max(0, columns - 1)).map { column in widths.map { $0[column] }.max() ?? 0 }
        for (row, widths) in zip(rows, widths) {
            bytes.add(indent)
            for column in row.indices {
                bytes.add(row[column])
                if column < columns - 1 { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: widest[column] - widths[column] + 2)) }
            }
            while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
            line("")
        }
    }
}

extension TimeUnit {
    func title(_ language: Language) -> String {
        switch self {
        case .day: Text("每日", "daily")(language)
        case .week: Text("每周", "weekly")(language)
        case .halfMonth: Text("每半月", "half-monthly")(language)
        case .month: Text("每月", "monthly")(language)
        case .twoMonths: Text("每两月", "two-monthly")(language)
        case .quarter: Text("每季度", "quarterly")(language)
        case .halfYear: Text("每半年", "half-yearly")(language)
        case .year: Text("每年", "yearly")(language)
        }
    }
}

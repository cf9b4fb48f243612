public import ZhucunKernel
internal import CivilTime
internal import PolicyYAML

/// A report for a person at a terminal: each provision with what was asked, how it came out, and whom it concerns.
public struct TextReport: ReportFormat {
    public static let name = "text"
    /// Rows of one list; the rest is counted.
    static let listed = 15

    public init() {}

    public func render(_ assessment: Assessment, _ options: ReportOptions) -> [UInt8] {
        let facts = ReportFacts(assessment: assessment, options: options)
        var page = TextPage(language: options.language)
        let period = assessment.period
        page.line(Text("驻村帮扶评估　\(period)（\(period.first) 至 \(period.last)）", "Assessment of \(period) (\(period.first) to \(period.last))"))
        if let asOf = assessment.asOf { page.line(Text("截至　\(asOf)", "As of \(asOf)")) }
        for policy in assessment.policies { head(policy, period, &page) }
        if let filter = facts.filterText {
            page.line(Text("仅列　\(filter.zh)", "Only: \(filter.en)"))
            list(assessment, facts, &page)
        } else {
            for county in assessment.counties { write(county, facts, &page) }
        }
        page.line("")
        page.line(Text("处理建议由有关单位决定，本报告不执行任何处理。", "Actions are proposals: the offices named decide, nothing is executed."))
        return Array(page.text.utf8)
    }

    private func head(_ policy: Policy, _ period: Period, _ page: inout TextPage) {
        page.line(Text("政策配置　\(policy.profile.name.zh)（\(policy.profile.code)）", "Profile: \(policy.profile.name.en) (\(policy.profile.code))"))
        for edition in policy.editions where edition.effective <= period.last {
            guard let document = edition.document else { continue }
            page.line(Text("  依据　\(document.number)，\(edition.effective) 起施行", "  under \(document.number), in force from \(edition.effective)"))
        }
    }

    /// Every finding that was asked for.
    private func list(_ assessment: Assessment, _ facts: ReportFacts, _ page: inout TextPage) {
        var isEmpty = true
        for county in assessment.counties {
            let about = facts.provisions(county).map { ProvisionFacts(provision: $0.provision, blocks: $0.blocks, county: county, facts: facts) }
                .filter { !$0.found.isEmpty }
            guard !about.isEmpty else { continue }
            isEmpty = false
            page.line("")
            page.line("━━ \(county.county)")
            for about in about { FindingList(about: about).write(&page) }
        }
        if isEmpty {
            page.line("")
            page.line(Text("没有符合所列条件的结果。", "No finding is of that kind."))
        }
        let filter = facts.options.filter
        let isCounted = assessment.counties.flatMap(\.blocks).contains { block in
            block.leftOut > 0 && (filter.kinds.isEmpty || filter.kinds.contains(block.provision.subject)) && (filter.verdicts.isEmpty || filter.verdicts.contains(.notApplicable))
        }
        if isCounted {
            page.line("")
            page.line(Text(
                "条款不适用的农户等没有逐一列出；用 --provision 写明条款即列出。", "Households and the like that a provision does not apply to are not listed; name it with --provision to see them."))
        }
        guard !filter.provisions.isEmpty else { return }
        // Those of a city and of its counties are the same.
        var seen: Set<ProvisionKey> = []
        writeWithoutUnit(assessment.counties.flatMap(\.withoutUnit).filter { seen.insert($0.key).inserted }, facts, &page)
    }

    private func write(_ county: CountyResult, _ facts: ReportFacts, _ page: inout TextPage) {
        let counts = county.subjects.keys.sorted().compactMap { kind in
            county.subjects[kind].map { facts.world.counted($0.count, kind) }
        }
        page.line("")
        page.line(Text(
            "━━ \(county.county)　" + counts.map(\.zh).joined(separator: "，"), "━━ \(county.county): " + counts.map(\.en).joined(separator: ", ")))
        let about = facts.provisions(county).map { ProvisionFacts(provision: $0.provision, blocks: $0.blocks, county: county, facts: facts) }
        for about in about where !about.isQuiet { ProvisionSection(about: about).write(&page) }
        let quiet = about.filter { $0.isQuiet && !$0.found.isEmpty }.map(\.provision.name).joined(separator: "、")
        if !quiet.isEmpty {
            page.line("")
            page.line(Text("没有提出处理建议的条款：\(quiet)", "Provisions that proposed nothing: \(quiet)"))
        }
        writeWithoutUnit(county.withoutUnit, facts, &page)
    }

    private func writeWithoutUnit(_ provisions: [Provision], _ facts: ReportFacts, _ page: inout TextPage) {
        guard !provisions.isEmpty else { return }
        let names = provisions.map { "\($0.name)（\($0.per?.title(facts.language) ?? "")）" }.joined(separator: "、")
        page.line("")
        page.line(Text("本期内没有完整时间单位、未判断的条款：\(names)", "Not judged, no whole unit in the period: \(names)"))
    }
}

/// Lines of text, padded by display width.
struct TextPage {
    let language: Language
    private(set) var text = ""

    mutating func line(_ text: Text) { line(text(language)) }
    mutating func line(_ string: String) { text += string + "\n" }

    /// The same without the columns that are empty for all.
    mutating func compactTable(_ rows: [[String]], indent: String) {
        let columns = (rows.first?.indices ?? 0..<0).filter { column in rows.contains { !$0[column].isEmpty } }
        table(rows.map { row in columns.map { row[$0] } }, indent: indent)
    }

    /// Columns of a table; the last is not padded.
    mutating func table(_ rows: [[String]], indent: String) {
        guard let columns = rows.first?.count else { return }
        let widths = (0..<columns).map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
        for row in rows {
            let cells = row.enumerated().map { column, cell in
                column == columns - 1 ? cell : cell + String(repeating: " ", count: widths[column] - displayWidth(cell))
            }
            var text = indent + cells.joined(separator: "  ")
            while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
            line(text)
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

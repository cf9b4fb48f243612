internal import CivilTime
internal import Messages
package import Results
internal import Writers

/// One page to hand out: read on a screen, printed on A4. It needs nothing beside itself and runs nothing.
package struct HTMLReport: ReportFormat {
    package static let name = "html"

    private let facts: ReportFacts

    package init(_ facts: ReportFacts) { self.facts = facts }

    /// A page about some leaves out the counties that have nothing to do with them.
    package var namesShownCounties: Bool { facts.isFiltered }

    package func head(shown: [Int]) -> [UInt8] {
        let period = facts.period
        let title = Text("驻村帮扶评估报告", "Assessment of stationed cadres")
        var page = HTMLWriter(facts.language)
        page.begin(
            title: Text("\(title.zh) \(period.title(.zh))", "\(title.en), \(period.title(.en))")(facts.language),
            style: HTMLStyle.sheet)
        page.element("header") { page in
            page.element("h1", title)
            page.element(
                "p",
                Text(
                    "\(period.title(.zh))（\(period.first) 至 \(period.last)）",
                    "\(period.title(.en)) (\(period.first) to \(period.last))"))
            if let asOf = facts.head.asOf { page.element("p", Text("截至 \(asOf)", "As of \(asOf)")) }
            if let sections = facts.sectionsText {
                page.element("p", Text("只评估：\(sections.zh)", "Only these sections are assessed: \(sections.en)"))
            }
            if let filter = facts.filterText { page.element("p", Text("仅列：\(filter.zh)", "Only: \(filter.en)")) }
        }
        writeDocuments(&page)
        if shown.count > 1 { writeContents(shown, &page) }
        return page.bytes
    }

    package func write(_ county: CountyResults, to sink: Sink) throws {
        var page = HTMLWriter(facts.language)
        HTMLCounty(CountyFacts(facts: facts, county: county)).write(&page)
        if !page.bytes.isEmpty { try sink(page.bytes) }
    }

    package func end(_ summary: ReportSummary) -> [UInt8] {
        var page = HTMLWriter(facts.language)
        writeFooter(&page)
        page.end()
        return page.bytes
    }

    private func writeDocuments(_ page: inout HTMLWriter) {
        let rows = facts.head.policies.flatMap { policy in
            policy.documents.map { document in
                let name = Text("\(policy.name.zh)（\(policy.profile)）", "\(policy.name.en) (\(policy.profile))")
                return [name(page.language), document.number, document.issuer, document.inForceFrom.description]
            }
        }
        let columns = [
            (Text("政策配置", "Profile"), 40), (Text("文号", "Document"), 60), (Text("发文机关", "Issued by"), 120),
            (Text("施行日期", "In force from"), 25),
        ]
        page.element("h2", Text("政策依据", "Documents in force"))
        HTMLTable(
            columns: columns.map { .init(title: $0.0(page.language), width: $0.1) },
            groups: [.init(count: rows.count) { row, page in rows[row].forEach { page.cell($0) } }]
        ).write(&page)
    }

    private func writeContents(_ shown: [Int], _ page: inout HTMLWriter) {
        page.element("h2", Text("行政区", "Divisions"))
        page.element("p") { page in
            for (index, place) in shown.enumerated() {
                if index > 0 { page.text("　") }
                page.element(
                    "a", ["href": "#" + HTMLCounty.anchor(place)], facts.head.counties[place].label)
            }
        }
    }

    private func writeFooter(_ page: inout HTMLWriter) {
        page.element("footer") { page in
            page.element(
                "p",
                Text(
                    "本报告所列处理均为建议，由所列单位研究决定；本报告不执行任何处理。",
                    "All actions in this report are proposals: the offices named decide, nothing is executed."))
            let files = facts.head.files.map { file in
                let bad = file.refused == 0 ? Text("", "") : Text("（有误 \(file.refused)）", " (\(file.refused) bad)")
                return Text("\(file.file) \(file.rows) 行\(bad.zh)", "\(file.file) \(file.rows) rows\(bad.en)")
            }
            page.element(
                "p", ["class": "note"],
                Text(
                    "所用记录：" + files.map(\.zh).joined(separator: "，"),
                    "Records: " + files.map(\.en).joined(separator: ", ")))
            page.element("div", ["class": "sign"]) { page in
                for line in [Text("制表：", "Prepared by:"), Text("审核：", "Checked by:"), Text("日期：", "Date:")] {
                    page.element("span", line)
                }
            }
        }
    }
}

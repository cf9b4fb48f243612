internal import CivilTime
internal import Messages
internal import Results
internal import Writers

/// One county's part of the page: a table of all provisions, then each by itself.
struct HTMLCounty {
    let county: CountyFacts
    private let anchor: String
    private let sections: [HTMLSection]
    private let unfed: UnfedProvisions

    init(_ county: CountyFacts) {
        self.county = county
        let anchor = HTMLCounty.anchor(county.county.place)
        self.anchor = anchor
        let names = HTMLNames(county)
        let provisions = county.provisions.filter { !$0.isEmpty }
        // Who asks for some is shown them all.
        let isFolding = !county.facts.isFiltered
        unfed = UnfedProvisions(isFolding ? provisions : [])
        sections = provisions.filter { !isFolding || $0.unfed.isEmpty }.enumerated().map {
            HTMLSection(about: $1, names: names, anchor: "\(anchor)p\($0 + 1)")
        }
    }

    private var facts: ReportFacts { county.facts }

    static func anchor(_ place: Int) -> String { "c\(place + 1)" }

    /// Nothing when a reader asked for what it has none of.
    func write(_ page: inout HTMLWriter) {
        guard !facts.isFiltered || !sections.isEmpty else { return }
        let title = county.county.head.label
        page.element("section", ["class": "county", "id": anchor]) { page in
            page.element("h2", title)
            if !facts.isFiltered { page.element("p", county.counts) }
            writeSummary(&page)
            page.element(
                "p", ["class": "note"],
                Text(
                    "记号：√ 符合　× 不符合　? 无法判断（记录不全）　– 不适用",
                    "Marks: √ met　× breached　? undetermined (records missing)　– not applicable"))
            for section in sections { section.write(&page) }
            unfed.write(&page)
            writeWithoutUnit(&page)
        }
    }

    private func writeSummary(_ page: inout HTMLWriter) {
        let titles = [
            Text("条款", "Provision"), Text("时间单位", "Unit"), Text("要求", "Asked"), Text("√ 符合", "√ met"),
            Text("× 不符合", "× breached"),
            Text("? 无法判断", "? undetermined"), Text("– 不适用", "– not applicable"), Text("得出", "Given"),
            Text("依据", "Citation"),
        ]
        guard !sections.isEmpty else { return }
        page.element("div", ["class": "scroll"]) { page in
            page.element("table", ["class": "wide"]) { page in
                page.element("thead") { page in
                    page.element("tr") { page in
                        for title in titles { page.element("th", ["scope": "col"], title) }
                    }
                }
                page.element("tbody") { page in
                    for section in sections { writeRow(section, &page) }
                }
            }
        }
    }

    private func writeRow(_ section: HTMLSection, _ page: inout HTMLWriter) {
        let about = section.about
        page.element("tr") { page in
            page.element("td", ["class": "k"]) { $0.element("a", ["href": "#" + section.anchor], about.provision.name) }
            let units =
                about.provision.per.map { "\($0.title(page.language)) × \(about.blocks.count)" }
                ?? Text("全期", "the period")(page.language)
            page.element("td", ["class": "k"], units)
            page.element("td", about.askedText)
            for verdict in [Verdict.met, .breached, .undetermined, .notApplicable] {
                let count = about.count(verdict)
                let isShown = count > 0 && (about.isJudgement || verdict != .met)
                let style = isShown && verdict != .met && verdict != .notApplicable ? verdict.style + " r" : "r"
                page.cell(isShown ? "\(count)" : "", style: style)
            }
            page.element("td", ["class": "k"], about.isJudgement ? "" : given(about)(page.language))
            page.element("td") { page in
                for (index, citation) in about.citations.enumerated() {
                    if index > 0 { page.void("br") }
                    page.text(citation.text)
                }
            }
        }
    }

    /// What a provision that does not judge has given.
    private func given(_ about: ProvisionFacts) -> Text {
        let count = about.count(.met)
        switch about.form {
        case .actions: return count == 0 ? Text("无建议", "nothing proposed") : Text("建议 \(count)", "\(count) proposed")
        case .ranks: return Text("排名 \(count)", "\(count) ranked")
        case .names: return Text("评定 \(count)", "\(count) graded")
        case .records, .verdicts: return Text("评分 \(count)", "\(count) scored")
        }
    }

    private func writeWithoutUnit(_ page: inout HTMLWriter) {
        let withoutUnit = county.county.head.withoutUnit
        guard !withoutUnit.isEmpty, !facts.isFiltered else { return }
        let items = withoutUnit.map { provision in
            "\(provision.name)（\([provision.per?.title(facts.language) ?? "", provision.citation].filter { !$0.isEmpty }.joined(separator: "，"))）"
        }
        page.element("h3", Text("本期未判断的条款", "Provisions not judged"))
        page.element(
            "p",
            Text(
                "本期内没有完整的时间单位：\(items.joined(separator: "；"))",
                "No whole unit in the period: \(items.joined(separator: "; "))"))
    }
}

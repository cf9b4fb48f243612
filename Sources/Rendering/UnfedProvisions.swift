internal import Messages
internal import Results
internal import Writers

/// The provisions of a county for which nobody keeps records: told in one list, with what would decide them.
struct UnfedProvisions {
    private let rows: [(about: ProvisionFacts, needs: [NeededRecords])]

    /// Those of some provisions.
    init(_ provisions: [ProvisionFacts]) {
        rows = provisions.map { (about: $0, needs: $0.unfed) }.filter { !$0.needs.isEmpty }
    }

    func write(_ page: inout TextPage) {
        guard !rows.isEmpty else { return }
        page.line("")
        page.line(
            Text(
                "■ 缺少记录、对谁都无法判断的条款（\(rows.count)）：补上所列记录即可判断",
                "■ Undetermined for everybody, for want of records (\(rows.count)): these would decide them"))
        page.table(
            rows.map { row in
                let provision = row.about.provision
                return [
                    provision.name, provision.orders.joined(separator: " "), needed(row.needs)(page.language),
                    provision.citation,
                ]
            }, indent: "    ")
    }

    func write(_ page: inout HTMLWriter) {
        guard !rows.isEmpty else { return }
        page.element(
            "h3", Text("缺少记录、对谁都无法判断的条款", "Undetermined for everybody, for want of records"))
        page.element("p", ["class": "note"], Text("补上所列记录即可判断。", "The records named would decide them."))
        let columns = [
            (Text("条款", "Provision"), 50), (Text("落实", "Carries out"), 30), (Text("缺什么记录", "Records missing"), 90),
            (Text("依据", "Citation"), 90),
        ]
        let language = page.language
        HTMLTable(
            columns: columns.map { .init(title: $0.0(language), width: $0.1) },
            groups: [
                .init(count: rows.count) { index, page in
                    let provision = rows[index].about.provision
                    page.cell(provision.name, style: "k")
                    page.cell(provision.orders.joined(separator: " "))
                    page.cell(needed(rows[index].needs)(language))
                    page.cell(provision.citation)
                }
            ]
        ).write(&page)
    }

    /// Each file once, with the columns that it leaves open: `走访等活动（activities.csv）`.
    private func needed(_ needs: [NeededRecords]) -> Text {
        var seen: Set<Text> = []
        let texts = needs.map { need in
            let columns = need.columnsText
            return Text(
                need.source.zh + (columns.map { "，" + $0.zh } ?? ""),
                need.source.en + (columns.map { ", " + $0.en } ?? ""))
        }.filter { seen.insert($0).inserted }
        return Text(texts.map(\.zh).joined(separator: "；"), texts.map(\.en).joined(separator: "; "))
    }
}

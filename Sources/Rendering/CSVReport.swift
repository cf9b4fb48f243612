internal import CivilTime
internal import Exact
internal import Messages
package import Results
internal import Writers

/// One row for each outcome, one column for each measure; opens in any spreadsheet (UTF-8 with a byte order mark).
package struct CSVReport: ReportFormat {
    package static let name = "csv"

    private let facts: ReportFacts
    /// Names of measures, in the order in which the counties first have them.
    private let measures: [String]

    package init(_ facts: ReportFacts) {
        self.facts = facts
        var seen: Set<String> = []
        measures = facts.head.counties.flatMap(\.measures).filter { seen.insert($0).inserted }
    }

    package func head(shown: [Int]) -> [UInt8] {
        var csv = CSVWriter(facts.language)
        for title in CSVReport.columns { csv.field(title(facts.language)) }
        for name in measureTitles { csv.field(name) }
        for title in CSVReport.lastColumns { csv.field(title(facts.language)) }
        csv.endRow()
        return [0xEF, 0xBB, 0xBF] + csv.bytes
    }

    private static let columns = [
        Text("县级代码", "county"), Text("乡镇代码", "township"), Text("村代码", "village"), Text("种类", "kind"),
        Text("编号", "subject"), Text("名称", "name"), Text("政策配置", "profile"), Text("条款编号", "provision"),
        Text("时间", "unit"), Text("结论", "verdict"), Text("记录", "record"), Text("文号", "document"), Text("条款", "clause"),
    ]
    private static let lastColumns = [
        Text("期限", "due"), Text("由谁", "owed_by"), Text("处理建议", "actions"), Text("说明", "reasons"),
    ]

    /// In English their names, which programs read; in Chinese what they are called, numbered where several are called the same.
    private var measureTitles: [String] {
        guard facts.language == .zh else { return measures }
        let declared = facts.head.policies.flatMap(\.provisions).flatMap(\.measures).map { ($0.name, $0.title.zh) }
        let titles = Dictionary(declared, uniquingKeysWith: { a, _ in a })
        var counts: [String: Int] = [:]
        for column in CSVReport.columns + CSVReport.lastColumns { counts[column.zh] = 1 }
        return measures.map { name in
            let title = titles[name] ?? name
            counts[title, default: 0] += 1
            return counts[title] == 1 ? title : "\(title)（\(counts[title] ?? 1)）"
        }
    }

    package func write(_ county: CountyResults, to sink: Sink) rethrows {
        let county = CountyFacts(facts: facts, county: county)
        var csv = CSVWriter(facts.language)
        var subjects = CSVSubjects(county)
        for block in county.county.blocks where block.provision.layout == nil {
            let rows = CSVRows(block, measures, county)
            for outcome in block.outcomes {
                csv.fields(subjects.fields(of: outcome.subject))
                rows.write(outcome, &csv)
                if csv.bytes.count > ReportFormats.chunk { try sink(csv.take()) }
            }
        }
        if !csv.bytes.isEmpty { try sink(csv.take()) }
    }

    /// A row for each file of which rows could not be used.
    package func end(_ summary: ReportSummary) -> [UInt8] {
        var csv = CSVWriter(facts.language)
        for file in facts.refused {
            let (records, refused) = (Text("记录", "records"), Text("有误", "refused"))
            for field in ["", "", "", records(facts.language), file.file, "", "", "", "", refused(facts.language)] {
                csv.field(field)
            }
            // Record, document and clause; due day, who owes it, and actions.
            for _ in 0..<3 + measures.count + 3 { csv.field("") }
            csv.field(
                Text(
                    "\(file.refused) 行有误，没有使用（共 \(file.rows) 行）",
                    "\(file.refused) of \(file.rows) rows could not be used")(facts.language))
            csv.endRow()
        }
        return csv.bytes
    }
}

/// The fields of the subjects of a county, which come back in block after block.
private struct CSVSubjects {
    private let county: CountyFacts
    private var written: [[UInt8]?]

    init(_ county: CountyFacts) {
        self.county = county
        written = [[UInt8]?](repeating: nil, count: county.subjects.count)
    }

    mutating func fields(of subject: Int) -> [UInt8] {
        if let fields = written[subject] { return fields }
        let entry = county.subjects[subject]
        var csv = CSVWriter(county.language)
        csv.field(county.county.head.county)
        csv.field(entry.township ?? "")
        csv.field(entry.village?.code ?? "")
        csv.field(county.language == .zh ? county.facts.head.title(of: entry.kind).zh : entry.kind.rawValue)
        csv.field(entry.id)
        csv.field(county.name(subject))
        written[subject] = csv.bytes
        return csv.bytes
    }
}

/// Writes the rows of one block behind the subject; what is the same in all of them is put into words once.
private struct CSVRows {
    private let county: CountyFacts
    private let heads: ByVerdict<[UInt8]>
    private let rule: [UInt8]
    /// Places of the measures among those of the provision.
    private let columns: [Int?]
    /// The measure that says how it came out, which in Chinese is said in words; nil where it has none.
    private let outcomeColumn: Int?
    private let outcomes: ByVerdict<String>

    init(_ block: OutcomeBlock, _ measures: [String], _ county: CountyFacts) {
        self.county = county
        let (language, profile) = (county.language, county.policy.profile)
        let provision = block.provision
        heads = ByVerdict { verdict in
            var csv = CSVWriter(language)
            let (unit, outcome) =
                language == .zh
                ? (block.unit.title(.zh), provision.title(of: verdict).zh) : (block.unit.description, verdict.rawValue)
            for field in [profile, provision.key.description, unit, outcome] {
                csv.field(field)
            }
            return csv.bytes
        }
        var csv = CSVWriter(language)
        csv.field(provision.document)
        csv.field(provision.clauses.joined(separator: ";"))
        rule = csv.bytes
        columns = measures.map { name in provision.measures.lastIndex { $0.name == name } }
        outcomeColumn = language == .zh ? provision.measures.firstIndex { $0.role == .outcome } : nil
        outcomes = ByVerdict { provision.title(of: $0)(language) }
    }

    func write(_ outcome: Outcome, _ csv: inout CSVWriter) {
        csv.fields(heads[outcome.verdict])
        csv.field(outcome.record ?? "")
        csv.fields(rule)
        for column in columns {
            if let column, column == outcomeColumn {
                csv.field(outcomes[outcome.verdict])
            } else {
                csv.field(column.flatMap { outcome[$0] })
            }
        }
        let owed = outcome.owed
        csv.field(owed?.due.description ?? "")
        csv.field(owed?.by.map { county.language == .zh ? county.titles.title($0, in: "office").zh : $0 } ?? "")
        csv.field(joined(outcome.actions) { county.describe($0) })
        csv.field(joined(outcome.reasons) { $0(county.language) })
        csv.endRow()
    }

    /// Most outcomes have none.
    private func joined<Item>(_ items: [Item], _ text: (Item) -> String) -> String {
        items.isEmpty ? "" : items.map(text).joined(separator: "; ")
    }
}

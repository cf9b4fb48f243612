public import ZhucunKernel
internal import CivilTime
internal import PolicyYAML

/// One row for each finding, one column for each measure; opens in any spreadsheet (UTF-8 with a byte order mark).
public struct CSVReport: ReportFormat {
    public static let name = "csv"

    private let facts: ReportFacts
    /// Names of measures, in the order in which the counties first have them.
    private let measures: [String]

    public init(_ facts: ReportFacts) {
        self.facts = facts
        var seen: Set<String> = []
        measures = facts.counties.flatMap(\.measures).filter { seen.insert($0).inserted }
    }

    public func head(shown: [Int]) -> [UInt8] {
        var csv = CSVWriter(facts.language)
        for name in ["county", "township", "village", "kind", "subject", "name", "profile", "provision", "unit", "verdict", "record", "document", "clause"] { csv.field(name) }
        for name in measures { csv.field(name) }
        for name in ["due", "owed_by", "actions", "reasons"] { csv.field(name) }
        csv.endRow()
        return [0xEF, 0xBB, 0xBF] + csv.bytes
    }

    public func part(_ county: CountyResult, at place: Int) -> [UInt8] {
        var csv = CSVWriter(facts.language)
        var subjects = CSVSubjects(county.county, facts)
        let words = facts.words(county.profile)
        for block in county.blocks {
            let rows = CSVRows(block, county.profile, measures, facts, words)
            for finding in facts.findings(block) {
                csv.fields(subjects.fields(of: finding.subject))
                rows.write(finding, &csv)
            }
        }
        return csv.bytes
    }

    /// A row for each file of which rows could not be used.
    public func end(_ summary: ReportSummary) -> [UInt8] {
        var csv = CSVWriter(facts.language)
        for file in facts.refused {
            for field in ["", "", "", "records", file.file, "", "", "", "", "refused"] { csv.field(field) }
            // Record, document and clause; due day, who owes it, and actions.
            for _ in 0..<3 + measures.count + 3 { csv.field("") }
            csv.field(Text("\(file.bad) 行有误，没有使用（共 \(file.rows) 行）", "\(file.bad) of \(file.rows) rows could not be used")(facts.language))
            csv.endRow()
        }
        return csv.bytes
    }
}

/// The fields of the subjects of a county, which come back in block after block.
private struct CSVSubjects {
    private let county: String
    private let facts: ReportFacts
    private var written: [Subject: [UInt8]] = [:]

    init(_ county: String, _ facts: ReportFacts) {
        self.county = county
        self.facts = facts
    }

    mutating func fields(of subject: Subject) -> [UInt8] {
        if let fields = written[subject] { return fields }
        let village = facts.village(subject, in: county)
        var csv = CSVWriter(facts.language)
        csv.field(county)
        csv.field(facts.township(subject, at: village) ?? "")
        csv.field(village?.code ?? "")
        csv.field(subject.kind.rawValue)
        csv.field(facts.identifier(subject))
        csv.field(facts.name(subject))
        written[subject] = csv.bytes
        return csv.bytes
    }
}

/// Writes the rows of one block behind the subject; what is the same in all of them is put into words once.
private struct CSVRows {
    private let facts: ReportFacts
    private let words: Words
    private let heads: ByVerdict<[UInt8]>
    private let rule: [UInt8]
    /// Places of the measures among those of the provision.
    private let columns: [Int?]

    init(_ block: ProvisionBlock, _ profile: Profile, _ measures: [String], _ facts: ReportFacts, _ words: Words) {
        self.facts = facts
        self.words = words
        let provision = block.provision
        heads = ByVerdict { verdict in
            var csv = CSVWriter(facts.language)
            for field in [profile.code, provision.key.description, block.unit.description, verdict.rawValue] { csv.field(field) }
            return csv.bytes
        }
        var csv = CSVWriter(facts.language)
        csv.field(provision.document.number)
        csv.field(provision.clauses.joined(separator: ";"))
        rule = csv.bytes
        columns = measures.map { name in provision.measures.lastIndex { $0.name == name } }
    }

    func write(_ finding: Finding, _ csv: inout CSVWriter) {
        csv.fields(heads[finding.verdict])
        csv.field(finding.record ?? "")
        csv.fields(rule)
        let values = finding.values
        for column in columns { csv.field(column.flatMap { values[$0] }) }
        let owed = finding.owed
        csv.field(owed?.due.description ?? "")
        csv.field(owed?.by ?? "")
        csv.field(joined(finding.actions) { facts.describe($0, words) })
        csv.field(joined(finding.reasons) { $0(facts.language) })
        csv.endRow()
    }

    /// Most findings have none.
    private func joined<Item>(_ items: [Item], _ text: (Item) -> String) -> String {
        items.isEmpty ? "" : items.map(text).joined(separator: "; ")
    }
}

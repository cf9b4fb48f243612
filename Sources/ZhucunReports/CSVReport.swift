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
        var csv = CSVWriter()
        for name in ["county", "township", "village", "kind", "subject", "name", "profile", "provision", "unit", "verdict", "record", "document", "clause"] { csv.field(name) }
        for name in measures { csv.field(name) }
        for name in ["due", "owed_by", "actions", "reasons"] { csv.field(name) }
        csv.endRow()
        return [0xEF, 0xBB, 0xBF] + csv.bytes
    }

    public func part(_ county: CountyResult, at place: Int) -> [UInt8] {
        var csv = CSVWriter()
        var subjects = CSVSubjects(county: county.county, facts: facts)
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

    public func end(_ summary: ReportSummary) -> [UInt8] { [] }
}

/// The fields of the subjects of a county, which come back in block after block.
private struct CSVSubjects {
    let county: String
    let facts: ReportFacts
    private var written = CSVWriter()
    private var places: [Subject: Range<Int>] = [:]

    init(county: String, facts: ReportFacts) {
        self.county = county
        self.facts = facts
    }

    mutating func fields(of subject: Subject) -> ArraySlice<UInt8> {
        if let place = places[subject] { return written.bytes[place] }
        let start = written.bytes.count
        let village = facts.village(subject)
        written.field(county)
        written.field(facts.township(subject, at: village) ?? "")
        written.field(village?.code ?? "")
        written.field(subject.kind.rawValue)
        written.field(facts.identifier(subject))
        written.field(facts.name(subject))
        places[subject] = start..<written.bytes.count
        return written.bytes[start...]
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
            var csv = CSVWriter()
            for field in [profile.code, provision.key.description, block.unit.description, verdict.rawValue] { csv.field(field) }
            return csv.bytes
        }
        var csv = CSVWriter()
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
        csv.field(finding.actions.map { facts.describe($0, words) }.joined(separator: "; "))
        csv.field(finding.reasons.map { $0(facts.language) }.joined(separator: "; "))
        csv.endRow()
    }
}

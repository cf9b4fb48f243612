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
        let fixed = ["county", "township", "village", "kind", "subject", "name", "profile", "provision", "unit", "verdict", "record", "document", "clause"]
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        write(fixed + measures + ["due", "owed_by", "actions", "reasons"], &bytes)
        return bytes
    }

    public func part(_ county: CountyResult, at place: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        let words = facts.words(county.profile)
        for block in county.blocks {
            let columns = measures.map { name in block.provision.measures.lastIndex { $0.name == name } }
            for finding in facts.findings(block) { write(row(finding, block, county, columns, words), &bytes) }
        }
        return bytes
    }

    public func end(_ summary: ReportSummary) -> [UInt8] { [] }

    /// `columns` are the places of the measures among those of the provision.
    private func row(_ finding: Finding, _ block: ProvisionBlock, _ county: CountyResult, _ columns: [Int?], _ words: Words) -> [String] {
        let provision = block.provision
        let village = facts.village(finding.subject)
        let language = facts.language
        var fields = [
            county.county, facts.township(finding.subject) ?? "", village?.code ?? "", finding.subject.kind.rawValue, facts.identifier(finding.subject),
            facts.name(finding.subject), county.profile.code, provision.key.description, block.unit.description, finding.verdict.rawValue,
            finding.record ?? "", provision.document.number, provision.clauses.joined(separator: ";"),
        ]
        for column in columns { fields.append(column.flatMap { finding.values[$0]?.exactText } ?? "") }
        fields += [
            finding.owed?.due.description ?? "", finding.owed?.by ?? "",
            finding.actions.map { facts.describe($0, words) }.joined(separator: "; "),
            finding.reasons.map { $0(language) }.joined(separator: "; "),
        ]
        return fields
    }

    /// A spreadsheet would run a field that begins so as a formula.
    private static let formulaStarts = Array("=+-@\t".utf8)
    private static let quote = UInt8(ascii: "\"")
    private static let quoted = Array(",\"\r\n".utf8)

    private func write(_ fields: [String], _ bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            guard let first = field.utf8.first else { continue }
            let isQuoted = field.utf8.contains { CSVReport.quoted.contains($0) }
            if isQuoted { bytes.append(CSVReport.quote) }
            // Behind an apostrophe it is text.
            if CSVReport.formulaStarts.contains(first) { bytes.append(UInt8(ascii: "'")) }
            if isQuoted {
                for byte in field.utf8 { bytes.append(contentsOf: repeatElement(byte, count: byte == CSVReport.quote ? 2 : 1)) }
                bytes.append(CSVReport.quote)
            } else {
                bytes.append(contentsOf: field.utf8)
            }
        }
        bytes += [13, 10]
    }
}

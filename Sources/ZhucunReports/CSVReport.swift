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
            for finding in facts.findings(block) {
                write(row(finding, block, county, words), &bytes)
            }
        }
        return bytes
    }

    public func end(_ summary: ReportSummary) -> [UInt8] { [] }

    private func row(_ finding: Finding, _ block: ProvisionBlock, _ county: CountyResult, _ words: Words) -> [String] {
        let provision = block.provision
        let village = facts.village(finding.subject)
        var found: [String: String] = [:]
        for (value, measure) in zip(finding.values, provision.measures) { found[measure.name] = value?.exactText }
        let language = facts.language
        let head = [
            county.county, facts.township(finding.subject) ?? "", village?.code ?? "", finding.subject.kind.rawValue, facts.identifier(finding.subject),
            facts.name(finding.subject), county.profile.code, provision.key.description, block.unit.description,
        ]
        return head + [finding.verdict.rawValue, finding.record ?? "", provision.document.number, provision.clauses.joined(separator: ";")]
            + measures.map { found[$0] ?? "" }
            + [
                finding.owed?.due.description ?? "", finding.owed?.by ?? "",
                finding.actions.map { facts.describe($0, words) }.joined(separator: "; "),
                finding.reasons.map { $0(language) }.joined(separator: "; "),
            ]
    }

    private func write(_ fields: [String], _ bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            // A field that a spreadsheet would run as a formula is text behind an apostrophe.
            let text = field.first.map { "=+-@\t".contains($0) } == true ? "'" + field : field
            if text.contains(where: { ",\"\r\n".contains($0) }) {
                bytes += Array(("\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"").utf8)
            } else {
                bytes += Array(text.utf8)
            }
        }
        bytes += [13, 10]
    }
}

internal import CivilTime
internal import Messages
package import Results
internal import Writers

/// One JSON document: the policies applied, and for each subject its outcomes. It holds all that the other formats tell, so that
/// ``ResultsReader`` can read it back. Its schema: `docs/schemas/results.schema.json`.
package struct JSONReport: ReportFormat {
    package static let name = "json"
    package static let tellsNeeds = true
    /// Grows when the shape changes.
    static let version = 2

    private let facts: ReportFacts

    package init(_ facts: ReportFacts) { self.facts = facts }

    package func head(shown: [Int]) -> [UInt8] {
        let (head, period) = (facts.head, facts.period)
        var json = JSONWriter()
        json.number("version", JSONReport.version)
        json.object("period") { json in
            json.string("name", period.description)
            json.string("from", period.first.description)
            json.string("to", period.last.description)
        }
        json.string("as_of", head.asOf?.description)
        if !head.sections.isEmpty {
            json.array("sections") { json in head.sections.forEach { json.string($0.id) } }
            json.object("section_titles") { json in
                for section in head.sections { json.object(section.id) { $0.words(section.title) } }
            }
        }
        if let filter = head.filter { json.object("filter") { $0.filter(filter) } }
        json.object("kinds") { json in
            for (kind, title) in head.kindTitles.sorted(by: { $0.key < $1.key }) {
                json.object(kind.rawValue) { $0.words(title) }
            }
        }
        json.array("policies") { json in
            for policy in head.policies { json.object { $0.policy(policy) } }
        }
        return Array("{".utf8) + json.bytes + Array(",\"counties\":[".utf8)
    }

    package func write(_ county: CountyResults, to sink: Sink) throws {
        var json = JSONWriter(isFirst: county.place == 0)
        json.open()
        head(of: county, &json)
        json.open("subjects")
        var blocks = county.blocks.filter { $0.provision.layout == nil }.map { JSONOutcomes($0) }
        var totals = county.totals.map { JSONTotals($0) }
        // Blocks and totals are in the order of the subjects: each is gone through once, beside the others.
        for subject in 0..<county.subjects.count where blocks.contains(where: { $0.isNext(subject) }) {
            json.object { json in
                json.subject(county.subjects[subject])
                json.array("outcomes") { json in
                    for block in blocks.indices { blocks[block].write(those: subject, &json) }
                }
                json.array("over_period") { json in
                    for total in totals.indices { totals[total].write(that: subject, &json) }
                }
            }
            if json.bytes.count > ReportFormats.chunk { try sink(json.take()) }
        }
        json.close("]}")
        try sink(json.take())
    }

    package func end(_ summary: ReportSummary) -> [UInt8] {
        var json = JSONWriter()
        json.array("records") { json in
            for file in facts.head.files {
                json.object { json in
                    json.string("file", file.file)
                    json.number("rows", file.rows)
                    json.number("refused", file.refused)
                }
            }
        }
        return Array("],".utf8) + json.bytes + Array("}\n".utf8)
    }

    private func head(of county: CountyResults, _ json: inout JSONWriter) {
        json.string("county", county.head.county)
        json.string("name", county.head.name)
        json.string("profile", facts.policy(county.head).profile)
        json.object("counts") { json in
            for (kind, count) in county.counts { json.number(kind.rawValue, count) }
        }
        json.array("without_unit") { json in county.head.withoutUnit.forEach { json.string($0.key.description) } }
        json.array("units") { json in
            for block in county.blocks where block.provision.layout == nil {
                json.object { json in
                    json.reference(to: block.provision)
                    json.string("unit", block.unit.description)
                    if block.leftOut > 0 { json.number("left_out", block.leftOut) }
                }
            }
        }
    }
}

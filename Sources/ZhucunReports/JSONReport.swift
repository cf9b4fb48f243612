public import ZhucunKernel
internal import CivilTime
internal import PolicyYAML

/// One JSON document: the policies applied, and for each subject its outcomes. Its schema: `Sources/ZhucunReports/results.schema.json`.
public struct JSONReport: ReportFormat {
    public static let name = "json"
    public static let tellsNeeds = true
    /// Grows when the shape changes.
    static let version = 2

    private let facts: ReportFacts

    public init(_ facts: ReportFacts) { self.facts = facts }

    public func head(shown: [Int]) -> [UInt8] {
        let (prepared, period) = (facts.prepared, facts.period)
        var json = JSONWriter()
        json.number("version", JSONReport.version)
        json.object("period") { json in
            json.string("name", period.description)
            json.string("from", period.first.description)
            json.string("to", period.last.description)
        }
        json.string("as_of", prepared.asOf?.description)
        if !prepared.sections.isEmpty {
            json.array("sections") { json in
                for section in prepared.sections { json.string(section.id) }
            }
        }
        json.array("policies") { json in
            for policy in prepared.policies { write(policy, period, &json) }
        }
        return Array("{".utf8) + json.bytes + Array(",\"counties\":[".utf8)
    }

    public func part(_ county: CountyResult, at place: Int) -> [UInt8] {
        var json = JSONWriter(isFirst: place == 0)
        write(county, &json)
        return json.bytes
    }

    public func end(_ summary: ReportSummary) -> [UInt8] {
        var json = JSONWriter()
        json.array("records") { json in
            for file in facts.prepared.records.counts {
                json.object { json in
                    json.string("file", file.file)
                    json.number("rows", file.rows)
                    json.number("refused", file.bad)
                }
            }
        }
        return Array("],".utf8) + json.bytes + Array("}\n".utf8)
    }

    private func write(_ policy: Policy, _ period: Period, _ json: inout JSONWriter) {
        json.object { json in
            json.string("profile", policy.profile.code)
            json.string("name", policy.profile.name.zh)
            json.array("documents") { json in
                for edition in policy.editions where edition.isInForce(in: period.days) {
                    guard let document = edition.document else { continue }
                    json.object { json in
                        json.string("number", document.number)
                        json.string("issuer", document.issuer)
                        json.string("in_force_from", edition.effective.description)
                    }
                }
            }
            json.array("provisions") { json in
                for provision in policy.provisions(in: period) where isAsked(provision) { json.object { $0.provision(provision) } }
            }
        }
    }

    /// Those that were not asked for are not in any outcome.
    private func isAsked(_ provision: Provision) -> Bool {
        provision.layout == nil && facts.prepared.only?.contains(provision.key) ?? true
    }

    private func write(_ county: CountyResult, _ json: inout JSONWriter) {
        let findings = county.blocks.map(facts.findings)
        let bySubject = FindingsBySubject(findings)
        let outcomes = county.blocks.map(JSONOutcomes.init)
        let totals = JSONTotals(county.totals)
        json.object { json in
            json.string("county", county.county)
            json.string("profile", county.profile.code)
            json.array("without_unit") { json in
                for provision in county.withoutUnit { json.string(provision.key.description) }
            }
            json.array("subjects") { json in
                for (index, subject) in bySubject.subjects.enumerated() {
                    json.object { json in
                        write(subject, county.county, &json)
                        json.array("outcomes") { json in
                            for place in bySubject.places(of: index) { outcomes[place.block].write(findings[place.block][place.index], facts, &json) }
                        }
                        json.array("over_period") { totals.write(subject, &$0) }
                    }
                }
            }
        }
    }

    private func write(_ subject: Subject, _ county: String, _ json: inout JSONWriter) {
        let village = facts.village(subject, in: county)
        json.string("kind", subject.kind.rawValue)
        json.string("id", facts.identifier(subject))
        json.string("name", facts.world.name(of: subject))
        if subject.kind == .division { json.string("level", facts.world.divisions[subject.index].level) }
        json.string("township", facts.township(subject, at: village))
        json.string("village", village?.code)
    }
}

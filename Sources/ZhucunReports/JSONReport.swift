public import ZhucunKernel
internal import CivilTime
internal import PolicyYAML

/// One JSON document: the policies applied, and for each subject its outcomes. Its schema: `Sources/ZhucunReports/results.schema.json`.
public struct JSONReport: ReportFormat {
    public static let name = "json"
    /// Grows when the shape changes.
    static let version = 1

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
            for policy in prepared.policies { JSONReport.write(policy, period, &json) }
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

    private static func write(_ policy: Policy, _ period: Period, _ json: inout JSONWriter) {
        json.object { json in
            json.string("profile", policy.profile.code)
            json.string("name", policy.profile.name.zh)
            json.array("documents") { json in
                for edition in policy.editions where edition.effective <= period.last {
                    guard let document = edition.document else { continue }
                    json.object { json in
                        json.string("number", document.number)
                        json.string("issuer", document.issuer)
                        json.string("in_force_from", edition.effective.description)
                    }
                }
            }
        }
    }

    private func write(_ county: CountyResult, _ json: inout JSONWriter) {
        var bySubject: [Subject: [(ProvisionBlock, Finding)]] = [:]
        for block in county.blocks {
            for finding in facts.findings(block) { bySubject[finding.subject, default: []].append((block, finding)) }
        }
        var totals: [Subject: [(Provision, [MeasureValue?])]] = [:]
        for total in county.totals {
            for (subject, values) in zip(total.subjects, total.values) { totals[subject, default: []].append((total.provision, values)) }
        }
        json.object { json in
            json.string("county", county.county)
            json.string("profile", county.profile.code)
            json.array("without_unit") { json in
                for provision in county.withoutUnit { json.string(provision.key.description) }
            }
            json.array("subjects") { json in
                for (subject, found) in bySubject.sorted(by: { $0.key < $1.key }) {
                    json.object { json in
                        json.string("kind", subject.kind.rawValue)
                        json.string("id", facts.identifier(subject))
                        json.string("name", facts.world.name(of: subject))
                        if subject.kind == .division { json.string("level", facts.world.divisions[subject.index].level) }
                        json.string("township", facts.township(subject))
                        json.string("village", facts.village(subject)?.code)
                        json.array("outcomes") { json in
                            for (block, finding) in found { JSONReport.write(block, finding, &json) }
                        }
                        json.array("over_period") { json in
                            for (provision, values) in totals[subject] ?? [] {
                                json.object { json in
                                    json.string("provision", provision.key.description)
                                    JSONReport.write(values, provision.measures, "found", &json)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func write(_ block: ProvisionBlock, _ finding: Finding, _ json: inout JSONWriter) {
        let provision = block.provision
        json.object { json in
            json.string("provision", provision.key.description)
            json.string("unit", block.unit.description)
            json.string("verdict", finding.verdict.rawValue)
            if let record = finding.record { json.string("record", record) }
            json.string("document", provision.document.number)
            json.array("clauses") { json in
                for clause in provision.clauses { json.string(clause) }
            }
            json.string("edition", provision.edition.description)
            json.object("asked") { json in
                for asked in provision.asked {
                    if let text = asked.node.text { json.string(asked.key, text) }
                }
            }
            write(finding.values, provision.measures, "found", &json)
            if let owed = finding.owed {
                json.object("owed") { json in
                    json.string("due", owed.due.description)
                    json.flag("done", owed.isDone)
                    json.string("by", owed.by)
                }
            }
            if !finding.reasons.isEmpty {
                json.array("reasons") { json in
                    for reason in finding.reasons {
                        json.object { json in
                            json.string("zh", reason.zh)
                            json.string("en", reason.en)
                        }
                    }
                }
            }
            if !finding.actions.isEmpty {
                json.array("actions") { json in
                    for action in finding.actions { write(action, &json) }
                }
            }
        }
    }

    private static func write(_ action: Action, _ json: inout JSONWriter) {
        json.object { json in
            json.string("action", action.kind)
            for detail in action.details { json.string(detail.key.isEmpty ? "of" : detail.key, detail.value) }
        }
    }

    /// Numbers are exact: whole ones as they are, others as `19/31`.
    static func write(_ values: [MeasureValue?], _ measures: [MeasureDeclaration], _ key: String, _ json: inout JSONWriter) {
        json.object(key) { json in
            for (value, measure) in zip(values, measures) {
                guard let value else { continue }
                if case .number(let number) = value, number.denominator == 1 {
                    json.number(measure.name, Int(number.numerator))
                } else {
                    json.string(measure.name, value.exactText)
                }
            }
        }
    }
}

internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Writes the outcomes of one block: what is the same in all of them is put into words once.
struct JSONOutcomes {
    private let heads: ByVerdict<JSONMembers>
    private let measures: [JSONKey]

    init(_ block: ProvisionBlock) {
        let provision = block.provision
        heads = ByVerdict { verdict in
            JSONMembers { json in
                json.string("provision", provision.key.description)
                json.string("version", provision.version.description)
                json.string("unit", block.unit.description)
                json.string("verdict", verdict.rawValue)
            }
        }
        measures = provision.measures.map { JSONKey($0.name) }
    }

    func write(_ finding: Finding, _ facts: ReportFacts, _ json: inout JSONWriter) {
        json.object { json in
            json.members(heads[finding.verdict])
            if let record = finding.record { json.string("record", record) }
            json.found(finding.values, measures)
            if let owed = finding.owed { write(owed, &json) }
            let (reasons, actions) = (finding.reasons, finding.actions)
            if !reasons.isEmpty {
                json.array("reasons") { json in reasons.forEach { json.reason($0) } }
            }
            if !finding.needs.isEmpty {
                json.array("needs") { json in finding.needs.forEach { json.need($0, facts.world) } }
            }
            if !actions.isEmpty {
                json.array("actions") { json in
                    for action in actions { write(action, &json) }
                }
            }
        }
    }

    private func write(_ owed: Owed, _ json: inout JSONWriter) {
        json.object("owed") { json in
            json.string("due", owed.due.description)
            json.flag("done", owed.isDone)
            json.string("by", owed.by)
        }
    }

    private func write(_ action: Action, _ json: inout JSONWriter) {
        json.object { json in
            json.string("action", action.kind)
            for detail in action.details { json.string(detail.key.isEmpty ? "of" : detail.key, detail.value) }
        }
    }
}

/// Writes what was found of a subject over the whole period.
struct JSONTotals {
    private let totals: [(provision: JSONMembers, measures: [JSONKey], values: [Subject: [MeasureValue?]])]

    init(_ totals: [ProvisionTotals]) {
        self.totals = totals.map { total in
            let provision = JSONMembers { $0.string("provision", total.provision.key.description) }
            let values = Dictionary(zip(total.subjects, total.values), uniquingKeysWith: { a, _ in a })
            return (provision, total.provision.measures.map { JSONKey($0.name) }, values)
        }
    }

    func write(_ subject: Subject, _ json: inout JSONWriter) {
        for total in totals {
            guard let values = total.values[subject] else { continue }
            json.object { json in
                json.members(total.provision)
                json.found(values, total.measures)
            }
        }
    }
}

extension JSONWriter {
    /// The values that the records give.
    mutating func found(_ values: [MeasureValue?], _ measures: [JSONKey]) {
        object("found") { json in
            let (values, measures) = (values.span, measures.span)
            for index in 0..<min(values.count, measures.count) {
                if let value = values[index] { json.value(measures[index], value) }
            }
        }
    }
}

internal import CivilTime
package import Exact
internal import Results

/// Writes the outcomes of one block: what is the same in all of them is put into words once.
struct JSONOutcomes {
    private let heads: ByVerdict<JSONMembers>
    private let measures: [JSONKey]

    init(_ block: OutcomeBlock) {
        let provision = block.provision
        heads = ByVerdict { verdict in
            JSONMembers { json in
                json.reference(to: provision)
                json.string("unit", block.unit.description)
                json.string("verdict", verdict.rawValue)
            }
        }
        measures = provision.measures.map { JSONKey($0.name) }
    }

    func write(_ outcome: Outcome, _ json: inout JSONWriter) {
        json.object { json in
            json.members(heads[outcome.verdict])
            if let record = outcome.record { json.string("record", record) }
            json.found(measures) { outcome[$0] }
            if let owed = outcome.owed { write(owed, &json) }
            let (reasons, actions) = (outcome.reasons, outcome.actions)
            if !reasons.isEmpty {
                json.array("reasons") { json in reasons.forEach { json.reason($0) } }
            }
            if !outcome.needs.isEmpty {
                json.array("needs") { json in outcome.needs.forEach { json.need($0) } }
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
    private let totals: [(total: Totals, provision: JSONMembers, measures: [JSONKey], rows: [Int: Int])]

    init(_ totals: [Totals]) {
        self.totals = totals.map { total in
            let provision = JSONMembers { $0.string("provision", total.provision.key.description) }
            let rows = Dictionary(total.subjects.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
            return (total, provision, total.provision.measures.map { JSONKey($0.name) }, rows)
        }
    }

    func write(_ subject: Int, _ json: inout JSONWriter) {
        for (total, provision, measures, rows) in totals {
            guard let row = rows[subject] else { continue }
            json.object { json in
                json.members(provision)
                json.found(measures) { total.values[row, $0] }
            }
        }
    }
}

extension JSONWriter {
    /// The values that the records give.
    package mutating func found(_ measures: [JSONKey], _ value: (_ measure: Int) -> MeasureValue?) {
        object("found") { json in
            for (index, measure) in measures.enumerated() {
                if let value = value(index) { json.value(measure, value) }
            }
        }
    }

    /// Which provision, as it stands when.
    mutating func reference(to provision: JudgedProvision) {
        string("provision", provision.key.description)
        string("version", provision.version.description)
    }
}

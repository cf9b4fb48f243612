internal import CivilTime
package import Exact
internal import Results
package import Writers

/// Writes the outcomes of one block: what is the same in all of them is put into words once.
struct JSONOutcomes {
    private let heads: ByVerdict<JSONMembers>
    private let measures: [JSONKey]
    private let outcomes: Outcomes
    /// The first that was not written.
    private var next = 0

    init(_ block: OutcomeBlock) {
        outcomes = block.outcomes
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

    func isNext(_ subject: Int) -> Bool { next < outcomes.count && outcomes.subject(next) == subject }

    /// Those of the next subject, if they are of this one.
    mutating func write(those subject: Int, _ json: inout JSONWriter) {
        while isNext(subject) {
            write(outcomes[next], &json)
            next += 1
        }
    }

    private func write(_ outcome: Outcome, _ json: inout JSONWriter) {
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

/// Writes what was found of a subject over the whole period under one provision.
struct JSONTotals {
    private let total: Totals
    private let provision: JSONMembers
    private let measures: [JSONKey]
    /// The first that was not written.
    private var next = 0

    init(_ total: Totals) {
        self.total = total
        provision = JSONMembers { $0.string("provision", total.provision.key.description) }
        measures = total.provision.measures.map { JSONKey($0.name) }
    }

    /// That of the next subject, if it is of this one.
    mutating func write(that subject: Int, _ json: inout JSONWriter) {
        while next < total.subjects.count, total.subjects[next] < subject { next += 1 }
        guard next < total.subjects.count, total.subjects[next] == subject else { return }
        let row = next
        json.object { json in
            json.members(provision)
            json.found(measures) { total.values[row, $0] }
        }
        next += 1
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

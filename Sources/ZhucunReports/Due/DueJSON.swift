internal import CivilTime
internal import PolicyYAML
internal import Rendering
internal import ZhucunKernel

/// Every item by itself. Its schema: `docs/schemas/due.schema.json`.
enum DueJSON {
    /// Grows when the shape changes.
    static let version = 1

    static func render(_ facts: DueFacts) -> [UInt8] {
        let list = facts.list
        var json = JSONWriter()
        json.object { json in
            json.number("version", version)
            json.string("as_of", list.asOf.description)
            json.string("since", list.since.description)
            json.string("until", list.until?.description)
            if let party = facts.options.party {
                json.object("for") { json in
                    write(party, facts, &json)
                    json.array("teams") { json in
                        list.teams(of: party).forEach { json.string(facts.world.identifier(of: $0)) }
                    }
                }
            }
            json.object("counts") { json in
                for state in DueState.allCases {
                    json.number(state.rawValue, list.items.count { DueState($0.owed.due, list.asOf) == state })
                }
            }
            json.array("items") { json in
                for item in list.items { json.object { write(item, facts, &$0) } }
            }
            json.array("unknown") { json in
                for unknown in list.unknown { json.object { write(unknown, facts, &$0) } }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ item: DueItem, _ facts: DueFacts, _ json: inout JSONWriter) {
        let provision = item.provision
        json.string("state", DueState(item.owed.due, facts.list.asOf).rawValue)
        json.string("due", item.owed.due.description)
        json.number("days_left", item.owed.due - facts.list.asOf)
        json.string("by", item.owed.by)
        json.array("owed_by") { json in
            for bearer in item.bearers { json.object { write(bearer, facts, &$0) } }
        }
        json.string("profile", item.profile.code)
        json.string("provision", provision.key.description)
        json.string("name", provision.name)
        json.string("unit", provision.per == nil ? nil : item.unit.description)
        json.object("subject") { write(item.subject, facts, &$0) }
        json.string("verdict", item.finding.verdict.rawValue)
        json.found(provision.measures.map { JSONKey($0.name) }) { item.finding.values[$0] }
        json.array("reasons") { json in item.finding.reasons.forEach { json.reason($0) } }
        json.string("document", provision.document.number)
        json.array("clauses") { json in provision.clauses.forEach { json.string($0) } }
        json.string("edition", provision.edition.description)
    }

    private static func write(_ unknown: DueUnknown, _ facts: DueFacts, _ json: inout JSONWriter) {
        json.string("profile", unknown.profile.code)
        json.string("provision", unknown.provision.key.description)
        if let reason = unknown.reason { json.reason("reason", reason) }
        json.array("subjects") { json in unknown.subjects.forEach { json.string(facts.world.identifier(of: $0)) } }
    }

    private static func write(_ subject: Subject, _ facts: DueFacts, _ json: inout JSONWriter) {
        json.string("kind", subject.kind.rawValue)
        json.string("id", facts.world.identifier(of: subject))
        json.string("name", facts.world.name(of: subject))
        let village = facts.world.village(of: subject, in: facts.list.days)
        json.string("village", village.map { facts.world.villages[$0].code })
    }
}

extension DueList {
    /// The days that were looked at.
    var days: DayRange { DayRange(since, max(since, until ?? asOf)) ?? DayRange(asOf) }
}

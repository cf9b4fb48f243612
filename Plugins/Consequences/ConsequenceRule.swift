internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// When something follows, what, by which record it is done, and what lasts from then on.
public struct ConsequenceRule: Sendable {
    let when: Condition
    let then: [Action]
    let effects: [Effect]
    /// What is only counted from presence holds once a person has found so.
    let needsFinding: Bool
    /// What is proposed until then.
    let untilFound: [Action]
    /// Nil: it is proposed in every unit in which the condition holds.
    let doneBy: Act?

    /// The record by which it is done.
    struct Act: Sendable {
        let records: CountedRecords
        /// What held before the edition is none of its business; else it is proposed if it still holds.
        let isOnlyAfterEdition: Bool
    }

    /// What lasts for some time.
    struct Effect: Sendable {
        let action: Action

        /// What it is in some days when it began with an act: with its first and last day; nil where it is over.
        func lasting(from act: Day, in unit: Period) -> Action? {
            guard act <= unit.last else { return nil }
            let last = action.details.first { $0.key == "lasting" }.flatMap { Window($0.value) }?.lastDay(
                from: act, months: unit.months)
            if let last, last < unit.first { return nil }
            let days = [("from", act.description)] + (last.map { [("until", $0.description)] } ?? [])
            return Action(kind: action.kind, details: action.details + days.map { (key: $0.0, value: $0.1) })
        }
    }
}

extension Window {
    /// The last day of what lasts so long from a day on; nil where that day is not known.
    fileprivate func lastDay(from day: Day, months: MonthRule) -> Day? {
        switch self {
        case .unit, .term, .beforeTerm, .newestPosting, .ever, .between: nil
        case .calendar(let unit): Period(containing: day, unit: unit, months: months).last
        case .rolling(let count, .day): day.advanced(by: count)
        case .rolling(let count, .week): day.advanced(by: 7 * count)
        case .rolling(let count, .year): day.addingYears(count)
        case .rolling(let count, _): day.addingMonths(count)
        }
    }
}

extension ConsequenceRule {
    init(_ settings: inout SettingsReader) {
        when = settings.required(
            "when", .condition, Text("条件", "the condition"),
            example: "{count: {leave: {type: 事假}}, within: year, at_least: 2}", asked: Text("条件", "when"))
        then = settings.required(
            "then", ValueType<Action>.action.listed(), Text("处理建议", "the actions proposed"),
            example: "[{remind: township_committee}]", asked: Text("处理", "then"))
        let lasting = settings.optional(
            "effects", ValueType<Action>.action.listed(),
            Text("处理的后果和期限：从办理之日起算", "what follows for how long: from the day on which it was done"),
            example: "[{bar: 评先评优, lasting: year}]", asked: Text("后果", "effects"))
        effects = (lasting ?? []).map { Effect(action: $0) }
        needsFinding =
            settings.optional(
                "on", .oneOf(["finding", "count"]),
                Text(
                    "仅凭在岗情况推算的：finding 经核实认定后才算，count 直接算",
                    "what is only counted from presence: on a person's finding, or on the count"),
                example: "finding") == "finding"
        untilFound =
            settings.optional(
                "until_found", ValueType<Action>.action.listed(),
                Text("核实之前的处理建议", "the actions proposed until it has been found"), example: "[{verify: township}]")
            ?? []
        let done = settings.optional(
            "done_by", .counted,
            Text(
                "哪种记录说明已经办理：条件成立起建议，办理前一直建议，办理后不再建议，又有新情况才再建议",
                "the record by which it is done: it is proposed from when the condition holds until then, and again for a new cause"
            ),
            example: "{leave: all}", asked: Text("办理记录", "done by"))
        let before = settings.optional(
            "begun_before", .oneOf(["counts_from_edition", "not_judged"]),
            Text(
                "文件印发前就有的情形：not_judged 不提出，省略为仍然成立的提出",
                "what held before the edition: is not judged, or, left out, proposed where it still holds"),
            example: "not_judged")
        if settings.node(of: "begun_before") != nil, settings.node(of: "done_by") == nil {
            settings.session.report(.beforeWhat(at: settings.keyLocation(of: "begun_before")))
        }
        doneBy = done.map { Act(records: $0, isOnlyAfterEdition: before == "not_judged") }
    }
}

extension Diagnostic {
    fileprivate static func beforeWhat(at location: Location?) -> Diagnostic {
        Diagnostic(
            "C201",
            Text(
                "没有写 done_by：每个时间单位各自判断，无所谓何时开始",
                "without done_by each unit is judged for itself: nothing began before"), at: location,
            expected: Text("done_by：哪种记录说明已经办理", "done_by: the record by which it is done"))
    }
}

internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// From which day, to which, within how long.
public struct DeadlineRule: Sendable {
    let from: DaySource
    let to: DaySource
    let limit: Limit
    /// Steps begun before the edition count from its day; else they are none of its business.
    let countsFromEdition: Bool
    /// A word of the vocabulary's group `office`.
    let owedBy: String?

    /// Where a day is found.
    enum DaySource: Sendable {
        /// A column of the subject's own record.
        case field(String)
        case termBegins, termEnds
        /// The first such record about the subject in the days that are looked at.
        case record(CountedRecords)

        /// `days`: from the start, or from the day on which the rule began to bind, to the day of asking.
        func day(_ subject: Subject, in days: DayRange, _ ask: Case<Deadlines>) -> FoundDay {
            let evaluation = ask.evaluation
            let found: Day?
            switch self {
            case .field(let column):
                found = evaluation.day(column, of: subject)
                if found == nil, evaluation.isUnknown(column, of: subject) {
                    let title = evaluation.title(of: column, subject.kind)
                    return .unknown([Reason(.dayNotGiven, ["column": .title(title)])])
                }
            // A term of before is none of these days'; a day in a record may well be early: repaid before it was due.
            case .termBegins:
                found = evaluation.termBegan(subject, by: days.last).flatMap { days.contains($0) ? $0 : nil }
            case .termEnds: found = evaluation.termEnds(subject, by: days.last).flatMap { days.contains($0) ? $0 : nil }
            case .record(let records):
                let counted = records.rows(of: subject.kind, evaluation)
                let facts = counted.facts(of: subject, in: days)
                found = facts.certain.compactMap { counted.day(of: $0) }.min()
                // What was done is done, however little else was kept.
                let doubts = facts.doubts(records.kind)
                if found == nil, !doubts.isEmpty { return .unknown(doubts) }
            }
            return found.map { $0 <= days.last ? .day($0) : .none } ?? .none
        }

        /// The first day that a record or a column says after another; what is planned of postings is no such day.
        func dayRecorded(after day: Day, _ subject: Subject, _ ask: Case<Deadlines>) -> Day? {
            switch self {
            case .termBegins, .termEnds: nil
            case .field, .record:
                DayRange(day.advanced(by: 1), .distantFuture).flatMap { self.day(subject, in: $0, ask).day }
            }
        }

        /// What would tell the day.
        func needs(of subject: Subject, _ ask: Case<Deadlines>) -> [Need] {
            switch self {
            case .field(let column): ask.evaluation.need(of: column, subject).map { [$0] } ?? []
            case .termBegins, .termEnds: []
            case .record(let records):
                records.rows(of: subject.kind, ask.evaluation).needs(
                    of: subject,
                    in: DayRange(min(ask.provision.edition, ask.unit.first), ask.unit.last) ?? ask.unit.days)
            }
        }

        /// Whether the records say for certain that nothing of it was in some days.
        func isWhole(_ subject: Subject, in days: DayRange, _ ask: Case<Deadlines>) -> Bool {
            switch self {
            case .field(let column):
                return ask.evaluation.day(column, of: subject) != nil || !ask.evaluation.isUnknown(column, of: subject)
            case .termBegins, .termEnds: return true
            case .record(let records):
                let facts = records.rows(of: subject.kind, ask.evaluation).facts(of: subject, in: days)
                return facts.isWhole && facts.possible.isEmpty
            }
        }
    }

    /// What the records say about a day.
    enum FoundDay {
        case day(Day), none
        /// Why it is not known.
        case unknown([Reason])

        var day: Day? { if case .day(let day) = self { day } else { nil } }
    }

    enum Limit: Sendable {
        case within(TimeLimit)
        /// The day in a column of the subject's own record.
        case field(String)

        /// Why the last day in time may not be known.
        var unknown: Reason {
            switch self {
            case .within: Reason(.noCalendar)
            case .field: Reason(.noDueDay)
            }
        }

        /// The last day in time; the day from which it is counted does not count.
        func due(from start: Day, _ subject: Subject, _ ask: Case<Deadlines>) -> Day? {
            switch self {
            case .field(let column): return ask.evaluation.day(column, of: subject)
            case .within(let limit): return limit.last(from: start, ask.evaluation.calendar)
            }
        }
    }
}

extension ReasonCode {
    /// `start`, `due`: from which day, and the last in time.
    static let doneOn = ReasonCode(
        "deadlines.done", "从 {start} 起，期限 {due}，{done} 完成", "from {start}, due on {due}, done on {done}")
    static let notDone = ReasonCode(
        "deadlines.not-done", "从 {start} 起，应于 {due} 前完成，尚未完成", "from {start}, due on {due}, not done")
    static let maybeInTime = ReasonCode(
        "deadlines.maybe-in-time", "期限内可能已经完成，有的记录没有保存", "it may have been done in time: some records were not kept")
    fileprivate static let dayNotGiven = ReasonCode("deadlines.day-not-given", "没有写明{column}", "{column} is not given")
    fileprivate static let noCalendar = ReasonCode(
        "deadlines.no-calendar", "没有那一年的节假日安排，不知道哪些是工作日",
        "there is no holiday calendar of that year: which days are worked is not known")
    fileprivate static let noDueDay = ReasonCode("deadlines.no-due-day", "没有写明期限", "no day is given by which it is due")
}

extension DeadlineRule {
    init(_ settings: inout SettingsReader) {
        from = settings.required(
            "from", .daySource, Text("从哪天起算", "from which day"), example: "{posting: begins}", asked: Text("起算", "from")
        )
        to = settings.required(
            "to", .daySource, Text("办完的日子", "the day on which it is done"), example: "{posting: ends}",
            asked: Text("办结", "to"))
        let within = settings.optional(
            "within", .timeLimit,
            Text("期限：15天、10个工作日、2年", "how long: 15 days, 10 working days, 2 years"),
            example: "15 days", asked: Text("期限", "within"))
        let field = settings.optional(
            "due", .fieldName, Text("期限写在记录的这一列", "the column that holds the last day"), example: "{field: due}",
            asked: Text("期限", "due"))
        let given = ["within", "due"].count { settings.node(of: $0) != nil }
        if given != 1, settings.node(of: "from") != nil {
            settings.session.report(.oneLimit(at: settings.keyLocation(of: "from")))
        }
        // Where neither can be read, the rule is not evaluated.
        limit = within.map { .within($0) } ?? .field(field ?? "")
        countsFromEdition =
            settings.optional(
                "begun_before", .oneOf(["counts_from_edition", "not_judged"]),
                Text(
                    "文件印发前就开始的：counts_from_edition 从印发之日起算，省略为不判断",
                    "what began before the edition: counts from its day, or, left out, is not judged"),
                example: "counts_from_edition") == "counts_from_edition"
        owedBy = settings.optional(
            "owed_by", .word("office"), Text("由谁办", "who owes it"), example: "county_office",
            asked: Text("由谁", "owed by"))
    }
}

extension ValueType where Value == DeadlineRule.DaySource {
    private static let form = Text(
        "{field: 列}、{posting: begins 或 ends} 或 {record: {记录种类: {字段: 值}}}",
        "{field: column}, {posting: begins or ends}, or {record: {kind: {field: value}}}")

    fileprivate static let daySource = ValueType(name: form) { node, session in
        guard let entries = node.entries, entries.count == 1, let entry = entries.first else {
            session.report(.wrongShape(node, expected: form))
            return nil
        }
        switch entry.key.text {
        case "field": return ValueType<String>.fieldName.read(node, session).map { .field($0) }
        case "posting":
            return ValueType<String>.oneOf(["begins", "ends"]).read(entry.value, session).map {
                $0 == "begins" ? .termBegins : .termEnds
            }
        case "record": return ValueType<CountedRecords>.counted.read(entry.value, session).map { .record($0) }
        default:
            session.report(.notOneOf(entry.key, entry.key.text ?? "", words: ["field", "posting", "record"]))
            return nil
        }
    }
}

extension ValueType where Value == String {
    /// `{field: due}`: a column of days of the subject's own record.
    fileprivate static let fieldName = ValueType(name: Text("{field: 列}", "{field: column}")) { node, session in
        guard let value = node["field"], let name = value.text, node.entries?.count == 1 else {
            session.report(.wrongShape(node, expected: Text("{field: 列}", "{field: column}")))
            return nil
        }
        guard !session.isDescribing else { return name }
        let columns = session.kinds[session.subject.rawValue]?.columns.filter { $0.type == .day }.map(\.name) ?? []
        guard columns.contains(name) else {
            session.report(.notOneOf(value, name, words: columns))
            return nil
        }
        return name
    }
}

extension Diagnostic {
    fileprivate static func oneLimit(at location: Location?) -> Diagnostic {
        Diagnostic(
            "D201", Text("要写明期限，且只能用一种写法", "it must say by when, in one way"), at: location,
            expected: Text("within 或 due", "within or due"))
    }
}

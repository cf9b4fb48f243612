internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What somebody may do and nobody must: not using it breaches nothing, only the answer to it can be late.
public struct Rights: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "rights", title: Text("权利", "rights"),
        summary: Text(
            "一件事之后多少天内可以申诉等，提出后须在期限内答复；不行使不算违反",
            "what may be done for so long after something, and how soon it must be answered; not using it breaches nothing"
        ),
        unitNeed: .none, hasDueDays: true, exemplary: ["answered"])

    public init() {}

    public func read(_ settings: inout SettingsReader) -> RightRule { RightRule(&settings) }

    public func measures(_ rule: RightRule) -> [MeasureDeclaration] {
        [
            MeasureDeclaration("taken", Text("答复用时", "days to the answer"), .days),
            MeasureDeclaration("overdue", Text("答复超期天数", "days the answer is overdue"), .days), .outcome,
        ]
    }

    public func judge(_ ask: Case<Rights>) throws -> [Finding] {
        let use = ask.rule.used.rows(of: ask.provision.subject, ask.evaluation)
        let given = Given(ask)
        return ask.subjects.flatMap { findings($0, use, given, ask) }
    }

    /// One for each use; where there is none, of the newest that gave the right.
    private func findings(_ subject: Subject, _ use: CountedRows, _ given: Given, _ ask: Case<Rights>) -> [Finding] {
        let today = ask.evaluation.asOf ?? max(ask.evaluation.period.last, ask.unit.last)
        guard let days = DayRange(ask.provision.edition, today) else { return [] }
        let facts = use.facts(of: subject, in: days)
        let uses = facts.certain.compactMap { row in use.day(of: row).map { (row: row, day: $0) } }.sorted {
            ($0.day, $0.row) < ($1.day, $1.row)
        }
        let judged = uses.enumerated().compactMap { index, one in
            let next = index + 1 < uses.count ? uses[index + 1].day : nil
            return finding(subject, on: one.day, before: next, "\(index + 1)", given, ask)
        }
        guard judged.isEmpty, let start = given.day(subject, in: days, ask), ask.unit.days.contains(start) else {
            return judged
        }
        return [unused(subject, since: start, uses.contains { $0.day >= start }, facts.isWhole, ask)].compactMap(\.self)
    }

    /// Nobody has used it: it is open, or over.
    private func unused(_ subject: Subject, since start: Day, _ isUsed: Bool, _ isKnown: Bool, _ ask: Case<Rights>)
        -> Finding?
    {
        guard !isUsed else { return nil }
        guard let last = ask.rule.limit.last(from: start, ask.evaluation.calendar) else {
            return Finding(subject, .notApplicable, values: values(.notApplicable), reasons: [Reason(.noCalendar)])
        }
        let isOpen = ask.evaluation.asOf.map { last >= $0 } ?? false
        let code: ReasonCode = isOpen ? .canBeUsed : isKnown ? .notUsed : .perhapsNotUsed
        return Finding(
            subject, .notApplicable, values: values(.notApplicable),
            reasons: [Reason(code, ["start": .day(start), "last": .day(last)])])
    }

    /// Nil for what was answered before the period.
    private func finding(
        _ subject: Subject, on day: Day, before next: Day?, _ number: String, _ given: Given, _ ask: Case<Rights>
    ) -> Finding? {
        let (calendar, over) = (ask.evaluation.calendar, ask.evaluation.lastDayOver(in: ask.unit))
        let record = "\(day) #\(number)"
        let start = DayRange(ask.provision.edition, day).flatMap { given.day(subject, in: $0, ask) }
        guard let start, let last = ask.rule.limit.last(from: start, calendar) else {
            guard ask.unit.days.contains(day) else { return nil }
            return Finding(
                subject, .notApplicable, values: values(.notApplicable), record: record,
                reasons: [start == nil ? Reason(.nothingGaveIt) : Reason(.noCalendar)])
        }
        guard day <= last else {
            guard ask.unit.days.contains(day) else { return nil }
            return Finding(
                subject, .notApplicable, values: values(.notApplicable), record: record,
                reasons: [Reason(.usedLate, ["day": .day(day), "last": .day(last)])])
        }
        guard let answer = ask.rule.answer else {
            guard ask.unit.days.contains(day) else { return nil }
            return Finding(
                subject, .met, values: values(.met), record: record,
                reasons: [Reason(.usedInTime, ["day": .day(day), "last": .day(last)])])
        }
        guard let due = answer.limit.last(from: day, calendar) else {
            return Finding(
                subject, .undetermined, values: values(.undetermined), record: record, reasons: [Reason(.noCalendar)])
        }
        let rows = answer.records.rows(of: ask.provision.subject, ask.evaluation)
        let until = min(ask.evaluation.asOf ?? .distantFuture, next.map { $0.advanced(by: -1) } ?? .distantFuture)
        let facts = DayRange(day, max(day, until)).map { rows.facts(of: subject, in: $0) }
        let done = facts?.certain.compactMap { rows.day(of: $0) }.min()
        if let done, done < ask.unit.first { return nil }
        let isOpen = due > over
        let reason =
            done.map { Reason(.answered, ["day": .day(day), "due": .day(due), "done": .day($0)]) }
            ?? Reason(isOpen ? .toBeAnswered : .notAnswered, ["day": .day(day), "due": .day(due)])
        var verdict: Verdict = done.map { $0 <= due ? .met : .breached } ?? (isOpen ? .notApplicable : .breached)
        // That it was not answered in time is known from the days until then.
        if verdict == .breached, let inTime = DayRange(day, due) {
            let known = rows.facts(of: subject, in: inTime)
            if !known.isWhole || !known.possible.isEmpty { verdict = .undetermined }
        }
        let taken = done.map { $0 - day }
        let overdue = verdict == .breached ? max(1, (done ?? over) - due) : 0
        return Finding(
            subject, verdict,
            values: [
                taken.map { .number(Fraction($0)) },
                verdict == .undetermined ? nil : .number(Fraction(max(0, done.map { $0 - due } ?? overdue))),
                .text(verdict.rawValue),
            ],
            record: record, reasons: [reason], owed: Owed(due: due, isDone: done != nil, by: ask.rule.owedBy))
    }

    private func values(_ verdict: Verdict) -> [MeasureValue?] { [nil, nil, .text(verdict.rawValue)] }

    public func needs(of finding: Finding, _ ask: Case<Rights>) throws -> [Need] {
        let days = DayRange(min(ask.provision.edition, ask.unit.first), ask.unit.last) ?? ask.unit.days
        return [ask.rule.used, ask.rule.answer?.records].compactMap(\.self).flatMap { records in
            records.rows(of: ask.provision.subject, ask.evaluation).needs(of: finding.subject, in: days)
        }
    }

    public func explain(_ subject: Subject, _ ask: Case<Rights>) throws -> [Explanation] {
        let own = ask.only(subject)
        return try judge(own).flatMap { found in found.reasons.map { Explanation($0.text) } }
    }
}

/// The records that give the right, of whoever they are about.
private struct Given {
    private let rows: CountedRows
    private let kind: SubjectKind?
    private let divisions: [String: Int]

    init(_ ask: Case<Rights>) {
        kind =
            switch ask.rule.whose {
            case .own: nil
            case .team: .team
            case .village: .village
            case .township, .county: .division
            }
        rows = ask.rule.after.rows(of: kind ?? ask.provision.subject, ask.evaluation)
        divisions =
            kind == .division
            ? Dictionary(
                ask.evaluation.world.divisions.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { a, _ in a })
            : [:]
    }

    /// The newest day of some days on which the right was given.
    func day(_ subject: Subject, in days: DayRange, _ ask: Case<Rights>) -> Day? {
        guard let whose = whose(subject, in: days, ask) else { return nil }
        return rows.facts(of: whose, in: days).certain.compactMap { rows.day(of: $0) }.max()
    }

    private func whose(_ subject: Subject, in days: DayRange, _ ask: Case<Rights>) -> Subject? {
        let (evaluation, lately) = (ask.evaluation, DayRange(days.last))
        let village = evaluation.village(of: subject, in: lately) ?? evaluation.village(of: subject, in: days)
        let place = village.map { evaluation.world.villages[$0] }
        return switch ask.rule.whose {
        case .own: subject
        case .team:
            subject.kind == .team
                ? subject
                : (evaluation.team(of: subject, in: lately) ?? evaluation.team(of: subject, in: days)).map {
                    Subject(.team, $0)
                }
        case .village: village.map { Subject(.village, $0) }
        case .township: place.flatMap { divisions[$0.township] }.map { Subject(.division, $0) }
        case .county: place.flatMap { divisions[$0.county] }.map { Subject(.division, $0) }
        }
    }
}

extension ReasonCode {
    // `start`: from when; `last`: the last day on which it can be used.
    fileprivate static let canBeUsed = ReasonCode(
        "rights.open", "{start} 起，{last} 前可以提出", "from {start}, open until {last}")
    fileprivate static let notUsed = ReasonCode("rights.not-used", "{last} 前没有提出", "not used by {last}")
    fileprivate static let perhapsNotUsed = ReasonCode(
        "rights.perhaps-not-used", "{last} 前没有提出的记录，有的日子没有保存",
        "no use is recorded by {last}; of some days nothing was kept")
    fileprivate static let nothingGaveIt = ReasonCode(
        "rights.nothing-gave-it", "没有可以提出的事由", "nothing that gives the right is recorded")
    fileprivate static let usedLate = ReasonCode(
        "rights.used-late", "{day} 提出，已过期限（{last}）", "used on {day}, after {last}")
    fileprivate static let usedInTime = ReasonCode(
        "rights.used", "{day} 提出（期限 {last}）", "used on {day}, open until {last}")
    fileprivate static let answered = ReasonCode(
        "rights.answered", "{day} 提出，应于 {due} 前答复，{done} 答复", "used on {day}, due on {due}, answered on {done}")
    fileprivate static let toBeAnswered = ReasonCode(
        "rights.to-be-answered", "{day} 提出，应于 {due} 前答复", "used on {day}, to be answered by {due}")
    fileprivate static let notAnswered = ReasonCode(
        "rights.not-answered", "{day} 提出，应于 {due} 前答复，没有答复", "used on {day}, due on {due}, not answered")
    fileprivate static let noCalendar = ReasonCode(
        "rights.no-calendar", "没有那一年的节假日安排，不知道哪些是工作日",
        "there is no holiday calendar of that year: which days are worked is not known")
}

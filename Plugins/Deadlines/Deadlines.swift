internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What must be done within so long of something: the steps of a case, a term of office, a replacement, a project's plan.
public struct Deadlines: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "deadlines", title: Text("时限", "deadlines"),
        summary: Text(
            "一件事发生后须在多少天（或工作日、月、年）内办完，或须在记录写明的日期前办完",
            "how long after one thing another must be done, or by which day that a record names"),
        unitNeed: .none, hasDueDays: true, runsToItsEnd: true, exemplary: ["within"])

    public init() {}

    public func read(_ settings: inout SettingsReader) -> DeadlineRule { DeadlineRule(&settings) }

    public func compare(_ provisions: [(provision: Provision, rule: DeadlineRule)], _ session: ReadingSession) {
        Cascades.check(provisions, session)
    }

    public func measures(_ rule: DeadlineRule) -> [MeasureDeclaration] {
        [
            MeasureDeclaration("taken", Text("用时", "days taken"), .days),
            MeasureDeclaration("overdue", Text("超期天数", "days overdue"), .days), .outcome,
        ]
    }

    public func judge(_ ask: Case<Deadlines>) throws -> [Finding] {
        ask.subjects.flatMap { findings($0, ask) }
    }

    /// None for what had not begun, and for what was over before the period.
    private func findings(_ subject: Subject, _ ask: Case<Deadlines>) -> [Finding] {
        let rule = ask.rule
        let over = ask.evaluation.lastDayOver(in: ask.unit)
        let today = ask.evaluation.asOf ?? over
        // What a document orders binds what begins under it; what begins after the period is not the period's.
        let last = max(ask.evaluation.period.last, ask.unit.last, ask.evaluation.through ?? .distantPast)
        let end = ask.evaluation.policy.lastDay(of: ask.provision)
        let (edition, known) = (ask.provision.edition, min(today, last, end))
        guard let bound = DayRange(rule.countsFromEdition ? .distantPast : edition, known) else { return [] }
        var begun: [Course] = []
        if case .each(let beginnings) = rule.from, case .record(let ends) = rule.to {
            begun = Pairs(beginnings, ends, by: rule.pairedBy, ask).courses(of: subject, by: known).filter {
                bound.contains($0.first)
            }
        }
        // Where no record says that it began, it may be that none was kept.
        if begun.isEmpty {
            switch rule.from.day(subject, in: bound, ask) {
            case .unknown(let reasons): return end < ask.unit.first ? [] : [undetermined(subject, reasons)]
            case .none: return []
            case .day(let first): begun = [Course(first: first, source: rule.to, subject, ask)]
            }
        }
        guard known >= edition else { return [] }
        return begun.filter { bound.contains($0.first) }.compactMap {
            finding(subject, $0, ask, over: over, today: today)
        }
    }

    private func finding(_ subject: Subject, _ course: Course, _ ask: Case<Deadlines>, over: Day, today: Day)
        -> Finding?
    {
        let (rule, edition) = (ask.rule, ask.provision.edition)
        if let before = DayRange(course.first, edition.advanced(by: -1)), course.end(before).day != nil { return nil }
        let start = max(course.first, edition)
        guard let since = DayRange(start, today) else { return nil }
        guard let due = rule.limit.due(from: start, subject, ask) else {
            return undetermined(subject, [rule.limit.unknown], course.record)
        }
        let ended = course.end(since)
        // Without a day of asking every record is known, of days after the period too.
        let done = ended.day ?? (ask.evaluation.asOf == nil ? course.endAfter(today) : nil)
        // What was done before the period was told then.
        if let done, done < ask.unit.first { return nil }
        let isOpen = due > over
        let isLate = !isOpen && (done.map { $0 > due } ?? true)
        // That it was not done in time is known from the days until then.
        if isLate, let inTime = DayRange(start, due), !course.isWhole(inTime) {
            if case .unknown(let reasons) = ended { return undetermined(subject, reasons, course.record) }
            return undetermined(subject, [Reason(.maybeInTime)], course.record)
        }
        let verdict: Verdict = done.map { $0 <= due ? .met : .breached } ?? (isOpen ? .notApplicable : .breached)
        let taken = done.map { $0 - start }
        // What was not done on its last day is late from then on.
        let least = verdict == .breached ? 1 : 0
        let late = max(least, (done ?? today) - due)
        let isKnown = if case .unknown = ended { isOpen } else { true }
        let overdue = MeasureValue(ValueRange(Fraction(isKnown ? late : least), Fraction(late)))
        let reason =
            if let done {
                Reason(.doneOn, ["start": .day(start), "due": .day(due), "done": .day(done)])
            } else {
                verdict == .breached
                    ? Reason(.notDone, ["start": .day(start), "due": .day(due)]) : Reason(.notDue, ["due": .day(due)])
            }
        return Finding(
            subject, verdict, values: [taken.map { .number(Fraction($0)) }, overdue, .text(verdict.rawValue)],
            record: course.record, reasons: [reason], owed: Owed(due: due, isDone: done != nil, by: rule.owedBy))
    }

    private func undetermined(_ subject: Subject, _ reasons: [Reason], _ record: String? = nil) -> Finding {
        Finding(
            subject, .undetermined, values: [nil, nil, .text(Verdict.undetermined.rawValue)], record: record,
            reasons: reasons)
    }

    public func needs(of finding: Finding, _ ask: Case<Deadlines>) throws -> [Need] {
        let sources = [ask.rule.from, ask.rule.to].flatMap { $0.needs(of: finding.subject, ask) }
        if case .field(let column) = ask.rule.limit {
            return sources + DeadlineRule.DaySource.field(column).needs(of: finding.subject, ask)
        }
        return sources
    }

    public func explain(_ subject: Subject, _ ask: Case<Deadlines>) throws -> [Explanation] {
        findings(subject, ask).flatMap { finding in
            finding.reasons.map { reason in
                guard let record = finding.record else { return Explanation(reason.text) }
                return Explanation(Text("\(record)：\(reason.zh)", "\(record): \(reason.en)"))
            }
        }
    }
}

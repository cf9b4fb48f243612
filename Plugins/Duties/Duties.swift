internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What is to be done so many times in each unit of time, by a cadre, a team or an office, for each household or village: judged
/// by the records of it.
public struct Duties: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "duties", title: Text("常规任务", "duties"),
        summary: Text("每周、每月等应完成的次数、学时，按记录判断", "how often or how long something must be done in each unit of time, judged by records"),
        hasDueDays: true)
    public static let records = [RecordKind(Activities.self)]

    public init() {}

    public func read(_ settings: inout SettingsReader) -> DutyRule {
        let subject = settings.session.subject
        return DutyRule(&settings, subject: subject)
    }

    public func measures(_ rule: DutyRule) -> [MeasureDeclaration] {
        let fixed = [
            MeasureDeclaration("done", Text("完成次数", "times done"), .count), MeasureDeclaration("asked", Text("应完成次数", "times asked"), .count), .outcome,
        ]
        guard case .totals(let totals) = rule.asked else { return fixed }
        return fixed + totals.map { MeasureDeclaration("total." + $0.name, Text("\($0.title.zh)合计", "\($0.title.en) in all"), $0.dimension) }
    }

    public func judge(_ ask: Case<Duties>) throws -> [Finding] {
        let asked: [MeasureValue?] = if case .measure(let measure) = ask.rule.asked { try ask.values(of: measure) } else { [] }
        return ask.subjects.enumerated().compactMap { index, subject in
            DutyJudgement(ask, subject, asked: index < asked.count ? asked[index]?.number : nil).finding
        }
    }

    public func explain(_ subject: Subject, _ ask: Case<Duties>) throws -> [Explanation] {
        (DutyJudgement(ask, subject, asked: nil).rows ?? []).map { Explanation(ask.evaluation.describe($0, ask.rule.records.kind)) }
    }
}

/// One subject's duty in one unit.
struct DutyJudgement {
    let ask: Case<Duties>
    let subject: Subject
    /// What a measure asks, for duties that go by one.
    let asked: Fraction?
    /// The last day that is over: what falls due later is open.
    private let over: Day
    private let due: Day

    init(_ ask: Case<Duties>, _ subject: Subject, asked: Fraction?) {
        self.ask = ask
        self.subject = subject
        self.asked = asked
        due = ask.rule.deadline?.date(in: ask.unit) ?? ask.unit.last
        over = ask.evaluation.lastDayOver(in: ask.unit)
    }

    /// Nil for a unit that has not begun and is not asked for ahead.
    var finding: Finding? {
        guard ask.evaluation.isAsked(ask.unit) else { return nil }
        return ask.rule.every.map(inEach) ?? inAll
    }

    /// Whether somebody is posted on every one of some days, where that matters.
    private func isPosted(_ days: DayRange) -> Bool { !ask.rule.whilePosted || ask.evaluation.isPosted(subject, throughout: days) }

    private var inAll: Finding {
        guard isPosted(ask.unit.days) else { return finding(.notApplicable, done: nil, asked: nil, [notPosted]) }
        guard let rows else { return finding(.undetermined, done: nil, asked: nil, [ask.notKept]) }
        switch ask.rule.asked {
        case .times(let times, let distinct): return judged(ask.rule.records.number(of: rows, distinct, ask.evaluation), of: Fraction(times))
        case .measure:
            guard let asked else { return finding(.undetermined, done: Fraction(rows.count), asked: nil, [Text("应完成次数无法计算", "how many are asked is not known")]) }
            return asked > .zero ? judged(Fraction(rows.count), of: asked) : finding(.notApplicable, done: Fraction(rows.count), asked: asked)
        case .totals(let totals):
            let says = { (row: Int, total: DutyRule.Total) in ask.rule.records.number(total.column, of: row, ask.evaluation) != nil }
            let sums = totals.map { total in ask.rule.records.sum(of: total.column, rows.filter { says($0, total) }, ask.evaluation) ?? .zero }
            let isDone = zip(totals, sums).contains { $0.1 >= $0.0.least }
            // A record that says nothing of how much could make it enough.
            let isSilent = rows.contains { row in !totals.contains { says(row, $0) } }
            if isSilent, !isDone { return finding(.undetermined, done: nil, asked: .one, [Text("有记录没有写明数量", "some records do not say how much")], sums) }
            return judged(isDone ? .one : .zero, of: .one, sums)
        }
    }

    /// In each part of the unit that is over and in which somebody was posted.
    private func inEach(_ every: TimeUnit) -> Finding {
        let parts = ask.unit.units(every).filter { isPosted($0.days) && (!ask.rule.workingDaysOnly || ask.evaluation.calendar.isWorkingDay($0.first)) }
        guard !parts.isEmpty else { return finding(.notApplicable, done: nil, asked: nil, [notPosted]) }
        guard let rows, case .times(let times, let distinct) = ask.rule.asked else { return finding(.undetermined, done: nil, asked: nil, [ask.notKept]) }
        let byDay = Dictionary(grouping: rows) { ask.rule.records.period(of: $0, ask.evaluation)?.last ?? ask.rule.records.day(of: $0, ask.evaluation) }
        let done = parts.map { part in
            let inside = part.days.days.flatMap { byDay[$0] ?? [] }.filter { row in
                ask.rule.records.period(of: row, ask.evaluation).map { $0.days.count <= part.days.count } ?? true
            }
            return ask.rule.records.number(of: inside, distinct, ask.evaluation) >= Fraction(times)
        }
        let past = zip(parts, done).filter { $0.0.last <= over }
        let missed = past.filter { !$0.1 }.map(\.0)
        let open = zip(parts, done).first { $0.0.last > over && !$0.1 }?.0
        let verdict: Verdict = !missed.isEmpty ? .breached : open != nil ? .notApplicable : .met
        let reasons = missed.isEmpty ? [] : [Text("缺 \(list(missed))", "missing: \(list(missed))")]
        return finding(
            verdict, done: Fraction(past.count { $0.1 }), asked: Fraction(past.count), reasons,
            owed: Owed(due: open?.last ?? missed.last?.last ?? due, isDone: missed.isEmpty && open == nil, by: ask.rule.owedBy))
    }

    private func judged(_ done: Fraction, of asked: Fraction, _ sums: [Fraction] = []) -> Finding {
        let isDone = done >= asked
        let verdict: Verdict = isDone ? .met : due > over ? .notApplicable : .breached
        let reasons = verdict == .notApplicable ? [Text("尚未到期（\(due)）", "not due before \(due)")] : []
        return finding(verdict, done: done, asked: asked, reasons, sums, owed: Owed(due: due, isDone: isDone, by: ask.rule.owedBy))
    }

    /// The records that count for the unit; nil where none were kept.
    var rows: [Int]? {
        let count = { ask.evaluation.countRecords(ask.rule.records.kind, ask.rule.records.filter, subject, $0)?.rows }
        // What is still open can be done after the last day on which records were kept.
        let found = DayRange(days.first, max(days.last, due)).flatMap(count) ?? (due > over ? count(days) : nil)
        return found?.filter { isOfUnit($0) }
    }

    /// Of the unit that the record itself names, else of its day: the unit's own, or one after it for what is due later.
    private func isOfUnit(_ row: Int) -> Bool {
        let day = ask.rule.records.day(of: row, ask.evaluation)
        if let day, !ask.rule.months.isEmpty, !ask.rule.months.contains(ask.unit.months.monthOfYear(of: day)) { return false }
        if let day, ask.rule.deadline != nil, day > due { return false }
        if let named = ask.rule.records.period(of: row, ask.evaluation) { return named.days.count <= ask.unit.days.count && named.last <= days.last }
        guard let day, due > days.last else { return true }
        return day > days.last
    }

    /// The unit's days; the weeks of a month may begin before it and end after it.
    private var days: DayRange {
        let parts = ask.rule.every.map { ask.unit.units($0) } ?? []
        return DayRange(parts.first?.first ?? ask.unit.first, parts.last?.last ?? ask.unit.last) ?? ask.unit.days
    }

    private var notPosted: Text { Text("派驻没有覆盖整个时间单位", "nobody is posted for the whole unit") }

    private func list(_ parts: [Period]) -> String {
        parts.prefix(5).map { $0.unit == .day ? $0.first.description : $0.description }.joined(separator: "、") + (parts.count > 5 ? " … (\(parts.count))" : "")
    }

    private func finding(
        _ verdict: Verdict, done: Fraction?, asked: Fraction?, _ reasons: [Text] = [], _ sums: [Fraction] = [], owed: Owed? = nil
    ) -> Finding {
        var values: [MeasureValue?] = [done.map { .number($0) }, asked.map { .number($0) }, .text(verdict.rawValue)]
        if case .totals(let totals) = ask.rule.asked { values += totals.indices.map { $0 < sums.count ? .number(sums[$0]) : nil } }
        return Finding(subject, verdict, values: values, reasons: reasons, owed: owed)
    }
}

extension Case where Plugin == Duties {
    fileprivate var notKept: Text { Text("没有保存\(rule.records.kind.about.title.zh)记录", "no \(rule.records.kind.about.title.en) were kept") }
}

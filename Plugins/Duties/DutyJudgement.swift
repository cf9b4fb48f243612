internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// One subject's duty in one unit.
struct DutyJudgement {
    let ask: Case<Duties>
    let subject: Subject
    let counted: CountedRows
    /// What a measure asks, for duties that go by one.
    let asked: ValueRange?
    /// The last day that is over: what falls due later is open.
    private let over: Day
    private let due: Day

    init(_ ask: Case<Duties>, _ subject: Subject, _ counted: CountedRows, asked: ValueRange?) {
        self.ask = ask
        self.subject = subject
        self.counted = counted
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
    private func isPosted(_ days: DayRange) -> Bool {
        !ask.rule.whilePosted || ask.evaluation.isPosted(subject, throughout: days)
    }

    private var inAll: Finding {
        guard isPosted(ask.unit.days) else { return notPosted }
        let facts = facts
        switch ask.rule.asked {
        case .times(let times, let distinct):
            return judged(counted.number(facts, distinct: distinct), of: ValueRange(Fraction(times)), facts)
        case .measure:
            guard let asked else {
                return finding(.undetermined, done: facts.number, asked: nil, [Reason(.askedUnknown)])
            }
            if let most = asked.high, most <= .zero { return finding(.notApplicable, done: facts.number, asked: asked) }
            return judged(facts.number, of: asked, facts)
        case .totals(let totals): return inTotals(totals, facts)
        }
    }

    /// Any one of several sums is enough. A record that says one of them says how much it was.
    private func inTotals(_ totals: [DutyRule.Total], _ facts: CountedFacts) -> Finding {
        let says = { (row: Int, total: DutyRule.Total) in counted.isSaid(total.column, of: row, facts) }
        let isSilent = facts.certain.contains { row in !totals.contains { says(row, $0) } }
        let sums = totals.map { total in counted.sum(of: total.column, facts.filter { says($0, total) }) ?? .atLeastZero
        }
        let isDone = zip(totals, sums).contains { $0.1.low.map { [least = $0.0.least] in $0 >= least } ?? false }
        let isMissed =
            !isSilent && zip(totals, sums).allSatisfy { $0.1.high.map { [least = $0.0.least] in $0 < least } ?? false }
        guard isDone || isMissed || due > over else {
            let silent = isSilent ? [Reason(.amountNotGiven)] : []
            return finding(.undetermined, done: nil, asked: .one, silent + doubts(facts), sums)
        }
        return judged(isDone ? .one : .zero, of: .one, facts, sums)
    }

    /// In each part of the unit that is over and in which somebody was posted.
    private func inEach(_ every: TimeUnit) -> Finding {
        let parts = ask.unit.units(every).filter {
            isPosted($0.days) && (!ask.rule.workingDaysOnly || ask.evaluation.calendar.isWorkingDay($0.first))
        }
        guard !parts.isEmpty, case .times(let times, let distinct) = ask.rule.asked else { return notPosted }
        let facts = facts
        let asked = Fraction(times)
        let done = parts.map { part -> (isDone: Bool, isMissed: Bool) in
            let inside = facts.filter { row in
                // What names a longer period says nothing of its parts; of what has no day it is not known of which part it is.
                if let named = counted.period(of: row) {
                    return named.days.count <= part.days.count && part.days.contains(named.last)
                }
                return counted.day(of: row).map(part.days.contains) ?? true
            }.keeping(counted.kept(of: subject, in: part.days))
            let number = counted.number(inside, distinct: distinct)
            return (number.low.map { $0 >= asked } ?? false, number.high.map { $0 < asked } ?? false)
        }
        let past = zip(parts, done).filter { $0.0.last <= over }
        let missed = past.filter(\.1.isMissed).map(\.0)
        let unknown = past.filter { !$0.1.isMissed && !$0.1.isDone }.map(\.0)
        let open = zip(parts, done).first { $0.0.last > over && !$0.1.isDone }?.0
        let verdict: Verdict =
            !missed.isEmpty ? .breached : !unknown.isEmpty ? .undetermined : open != nil ? .notApplicable : .met
        var reasons = missed.isEmpty ? [] : [Reason(.partsMissed, ["parts": list(missed)])]
        if verdict == .undetermined { reasons += doubts(facts.keeping(counted.kept(of: subject, in: days))) }
        let isKnown = past.count { $0.1.isDone }
        return finding(
            verdict, done: ValueRange(Fraction(isKnown), Fraction(isKnown + unknown.count)),
            asked: ValueRange(Fraction(past.count)), reasons,
            owed: verdict == .undetermined
                ? nil
                : Owed(
                    due: open?.last ?? missed.last?.last ?? due, isDone: missed.isEmpty && open == nil,
                    by: ask.rule.owedBy))
    }

    private func judged(_ done: ValueRange, of asked: ValueRange, _ facts: CountedFacts, _ sums: [ValueRange] = [])
        -> Finding
    {
        let isDone = done.low.flatMap { done in asked.high.map { done >= $0 } } ?? false
        let isMissed = done.high.flatMap { done in asked.low.map { done < $0 } } ?? false
        let isOpen = due > over
        // Of what is not due yet it is known that it is owed where all was kept so far.
        let isOwed = isOpen && (facts.isWhole || counted.kept(of: subject, in: days) == .all)
        let verdict: Verdict = isDone ? .met : isOwed ? .notApplicable : isMissed && !isOpen ? .breached : .undetermined
        let reasons =
            switch verdict {
            case .notApplicable: [Reason(.notDue, ["due": .day(due)])]
            case .undetermined: doubts(facts)
            default: [Reason]()
            }
        return finding(
            verdict, done: done, asked: asked, reasons, sums,
            owed: verdict == .undetermined ? nil : Owed(due: due, isDone: isDone, by: ask.rule.owedBy))
    }

    private func doubts(_ facts: CountedFacts) -> [Reason] { facts.doubts(ask.rule.records.kind) }

    /// The records that count for the unit.
    var facts: CountedFacts { counted.facts(of: subject, in: daysCounted).filter { isOfUnit($0) } }

    /// What is still open can be done after the last day on which records were kept.
    var daysCounted: DayRange { DayRange(days.first, max(days.last, due)) ?? days }

    /// Of the unit that the record itself names, else of its day: the unit's own, or one after it for what is due later.
    private func isOfUnit(_ row: Int) -> Bool {
        let day = counted.day(of: row)
        if let day, !ask.rule.months.isEmpty, !ask.rule.months.contains(ask.unit.months.monthOfYear(of: day)) {
            return false
        }
        if let day, ask.rule.deadline != nil, day > due { return false }
        if let named = counted.period(of: row) {
            return named.days.count <= ask.unit.days.count && named.last <= days.last
        }
        guard let day, due > ask.unit.last else { return true }
        return day > days.last
    }

    /// The unit's days; the weeks of a month may begin before it and end after it.
    private var days: DayRange {
        let parts = ask.rule.every.map { ask.unit.units($0) } ?? []
        return DayRange(parts.first?.first ?? ask.unit.first, parts.last?.last ?? ask.unit.last) ?? ask.unit.days
    }

    /// Of a unit that a posting covers in part a reason is given; where nobody was at all there is nothing to say.
    private var notPosted: Finding {
        let isPart = ask.evaluation.isPosted(subject, touching: ask.unit.days)
        return finding(
            .notApplicable, done: nil, asked: nil,
            isPart || [.cadre, .team].contains(subject.kind) ? [Reason(.notWholePosted)] : [])
    }

    /// The first of them, and how many there are.
    private func list(_ parts: [Period]) -> Detail {
        let first = Detail.list(parts.prefix(5).map(Detail.unit))
        return parts.count > 5 ? .phrase([first, .name("… (\(parts.count))")]) : first
    }

    private func finding(
        _ verdict: Verdict, done: ValueRange?, asked: ValueRange?, _ reasons: [Reason] = [], _ sums: [ValueRange] = [],
        owed: Owed? = nil
    ) -> Finding {
        var values: [MeasureValue?] = [
            done.flatMap { MeasureValue($0) }, asked.flatMap { MeasureValue($0) }, .text(verdict.rawValue),
        ]
        if case .totals(let totals) = ask.rule.asked {
            values += totals.indices.map { $0 < sums.count ? MeasureValue(sums[$0]) : nil }
        }
        return Finding(subject, verdict, values: values, reasons: reasons, owed: owed)
    }
}

extension ReasonCode {
    fileprivate static let askedUnknown = ReasonCode(
        "duties.asked-unknown", "应完成次数无法计算", "how many are asked is not known")
    fileprivate static let amountNotGiven = ReasonCode(
        "duties.amount-not-given", "有记录没有写明数量", "some records do not say how much")
    fileprivate static let partsMissed = ReasonCode("duties.parts-missed", "缺 {parts}", "missing: {parts}")
}

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
    private let unit: Period
    /// The last day that is over: what falls due later is open.
    private let over: Day
    private let due: Day

    /// `unit`: another one than the one that is asked about.
    init(_ ask: Case<Duties>, _ subject: Subject, _ counted: CountedRows, asked: ValueRange?, in unit: Period? = nil) {
        self.ask = ask
        self.subject = subject
        self.counted = counted
        self.asked = asked
        let unit = unit ?? ask.unit
        self.unit = unit
        due = ask.rule.deadline?.date(in: unit) ?? ask.rule.season?.last(of: unit) ?? unit.last
        over = ask.evaluation.lastDayOver(in: unit)
    }

    /// Nil for a unit that has not begun and is not asked for ahead.
    var finding: Finding? {
        guard ask.evaluation.isAsked(unit) else { return nil }
        return ask.rule.every.map(inEach) ?? inAll
    }

    /// Whether somebody is posted on every one of some days, where that matters.
    private func isPosted(_ days: DayRange) -> Bool {
        !ask.rule.whilePosted || ask.evaluation.isPosted(subject, throughout: days)
    }

    /// Parts of the unit in which the document was issued that lie before it are not asked.
    private func isBound(_ part: Period) -> Bool { ask.provision.atOnceFrom.map { part.first >= $0 } ?? true }

    private var inAll: Finding {
        guard isPosted(ask.rule.season?.days(of: unit) ?? unit.days) else { return notPosted }
        guard excuse != .yes else { return finding(.notApplicable, done: nil, asked: nil, [Reason(.wholeOnLeave)]) }
        guard isHeld != .no else { return finding(.notApplicable, done: nil, asked: nil, [Reason(.notHeld)]) }
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
        let parts = unit.units(every).filter {
            isPosted($0.days) && isBound($0)
                && (!ask.rule.workingDaysOnly || ask.evaluation.calendar.isWorkingDay($0.first))
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
        let maybe = excuse == .unknown ? Reason(.maybeOnLeave) : isHeld == .unknown ? Reason(.maybeNotHeld) : nil
        let isExcusable = isMissed && maybe != nil
        let verdict: Verdict =
            isDone ? .met : isOwed ? .notApplicable : isMissed && !isOpen && !isExcusable ? .breached : .undetermined
        let reasons =
            switch verdict {
            case .notApplicable: [Reason(.notDue, ["due": .day(due)])]
            case .undetermined: maybe.map { [$0] } ?? doubts(facts)
            default: [Reason]()
            }
        return finding(
            verdict, done: done, asked: asked, reasons, sums,
            owed: verdict == .undetermined ? nil : Owed(due: due, isDone: isDone, by: ask.rule.owedBy))
    }

    private func doubts(_ facts: CountedFacts) -> [Reason] { facts.doubts(ask.rule.records.kind) }

    /// The records that count for the unit: its own, and, where they are not enough, those after it that the next one can do without.
    var facts: CountedFacts {
        let all = counted.facts(of: subject, in: daysCounted).filter { isOfUnit($0) || isLater($0) }
        let lent = lent(of: all)
        let own = all.filter { isOfUnit($0) && !lent.contains($0) }
        return isDone(own) ? own : withSpared(all, without: lent)
    }

    private func withSpared(_ all: CountedFacts, without lent: Set<Int> = []) -> CountedFacts {
        let spared = spared(all.filter(isLater).rows)
        return all.filter { isOfUnit($0) ? !lent.contains($0) : spared.contains($0) }
    }

    /// Of an open unit's records those that the one before takes: nothing is missing of what can still be done.
    private func lent(of all: CountedFacts) -> Set<Int> {
        // What has nothing lends nothing: the units before are not asked, one by one, without end.
        guard due > over, all.rows.contains(where: isOfUnit), ask.rule.deadline != nil, let previous = unit.previous,
            previous.first >= ask.evaluation.period.first, isInForce(previous)
        else { return [] }
        let judgement = DutyJudgement(ask, subject, counted, asked: asked, in: previous)
        return judgement.isPosted(previous.days) ? Set(judgement.facts.rows.filter(judgement.isLater)) : []
    }

    /// What is still open can be done after the last day on which records were kept.
    var daysCounted: DayRange { DayRange(days.first, max(days.last, due)) ?? days }

    /// Whether a record is one of the unit: it names it, or its day lies in it, in the months and until the day that are asked.
    private func isOfUnit(_ row: Int) -> Bool {
        guard isInTime(row) else { return false }
        if let named = counted.period(of: row) {
            return named.days.count <= unit.days.count && named.last <= days.last
        }
        guard let day = counted.day(of: row), due > unit.last else { return true }
        return day <= days.last || ask.rule.season?.next.isEmpty == false
    }

    /// Whether a record that names no period was made after the unit, in time for it: it may be the next one's.
    private func isLater(_ row: Int) -> Bool {
        guard isInTime(row), due > unit.last, ask.rule.season?.next.isEmpty ?? true, counted.period(of: row) == nil
        else {
            return false
        }
        return counted.day(of: row).map { $0 > days.last } ?? false
    }

    private func isInTime(_ row: Int) -> Bool {
        guard let day = counted.day(of: row) else { return true }
        if let season = ask.rule.season, !season.contains(day, of: unit) { return false }
        return (ask.rule.deadline == nil && ask.rule.season == nil) || day <= due
    }

    /// Whether facts are as many as are asked.
    private func isDone(_ facts: CountedFacts) -> Bool {
        switch ask.rule.asked {
        case .times(let times, let distinct):
            counted.number(facts, distinct: distinct).low.map { $0 >= Fraction(times) } ?? false
        case .measure: facts.number.low.flatMap { low in asked?.high.map { low >= $0 } } ?? false
        case .totals(let totals):
            totals.contains { total in
                counted.sum(of: total.column, facts)?.low.map { $0 >= total.least } ?? false
            }
        }
    }

    /// Of records made after the unit those that the next one can do without: it takes its own first.
    private func spared(_ later: [Int]) -> Set<Int> {
        guard !later.isEmpty, let next = unit.next, isJudged(next) else { return Set(later) }
        let judgement = DutyJudgement(ask, subject, counted, asked: asked, in: next)
        guard judgement.due <= judgement.over, judgement.isPosted(next.days) else { return Set(later) }
        // It is over, so it lends nothing.
        let all = counted.facts(of: subject, in: judgement.daysCounted).filter {
            judgement.isOfUnit($0) || judgement.isLater($0)
        }
        let facts = judgement.withSpared(all)
        // The earlier a record the sooner it is the unit's before.
        for count in stride(from: later.count, to: 0, by: -1) {
            let taken = Set(later.prefix(count))
            if judgement.isDone(facts.filter { !taken.contains($0) }) { return taken }
        }
        return []
    }

    /// Whether the duty is judged in another unit of the period too.
    private func isJudged(_ next: Period) -> Bool {
        next.first <= ask.evaluation.period.last && isInForce(next)
    }

    private func isInForce(_ unit: Period) -> Bool {
        ask.evaluation.policy.provision(ask.provision.key, for: unit) != nil
    }

    /// Whether the subject is what the duty is about in the unit.
    private var isHeld: Truth { ask.rule.during?.truth(of: subject, in: unit, ask) ?? .yes }

    /// Whether every working day of the unit lies in leave that excuses, where there is such leave.
    private var excuse: Truth {
        guard let excusing = ask.rule.excusedBy, [.cadre, .team].contains(subject.kind) else { return .no }
        let working = unit.days.days.filter { ask.evaluation.calendar.isWorkingDay($0) }
        guard !working.isEmpty else { return .yes }
        let rows = excusing.rows(of: .cadre, ask.evaluation)
        let world = ask.evaluation.world
        let members = Set(world.postings(of: subject, touching: unit.days).map { world.postings[$0].cadre })
        return Truth.all(
            members.sorted().map { cadre in
                let since = DayRange(unit.first.advanced(by: -366), unit.last) ?? unit.days
                let facts = rows.facts(of: Subject(.cadre, cadre), in: since)
                let covers = { (found: [Int]) in
                    let spans = found.compactMap { rows.span(of: $0) }
                    return working.allSatisfy { day in spans.contains { $0.contains(day) } }
                }
                return covers(facts.certain) ? .yes : covers(facts.rows) || !facts.isWhole ? .unknown : .no
            })
    }

    /// The unit's days; the weeks of a month may begin before it and end after it.
    private var days: DayRange {
        let parts = ask.rule.every.map { unit.units($0) } ?? []
        return DayRange(parts.first?.first ?? unit.first, parts.last?.last ?? unit.last) ?? unit.days
    }

    /// Of a unit that a posting covers in part a reason is given; where nobody was at all there is nothing to say.
    private var notPosted: Finding {
        let isPart = ask.evaluation.isPosted(subject, touching: unit.days)
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
    fileprivate static let wholeOnLeave = ReasonCode(
        "duties.whole-on-leave", "没有一个工作日不在请假", "no working day without leave")
    fileprivate static let notHeld = ReasonCode(
        "duties.not-held", "这段时间没有处在所指的状态", "not so in these days")
    fileprivate static let maybeNotHeld = ReasonCode(
        "duties.maybe-not-held", "从何时起处在所指的状态没有写明", "since when it is so is not given")
    fileprivate static let maybeOnLeave = ReasonCode(
        "duties.maybe-on-leave", "可能全程请假，请假记录不全", "it may all have been leave: the records do not say")
    fileprivate static let partsMissed = ReasonCode("duties.parts-missed", "缺 {parts}", "missing: {parts}")
}

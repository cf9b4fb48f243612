internal import CivilTime
internal import ZhucunKernel

/// Follows a proposal from the day on which its condition begins to hold to the act that ends it: past the days of the records that the
/// condition counts, and the ends of the period's units.
struct Trigger {
    private let act: ConsequenceRule.Act
    private let ask: Case<Consequences>
    private let acts: CountedRows
    /// Units of the period before this one.
    private let earlier: [Period]
    /// For whom the condition held in one of them.
    private let heldEarlier: Set<Subject>

    init(_ act: ConsequenceRule.Act, _ ask: Case<Consequences>) throws {
        self.act = act
        self.ask = ask
        acts = act.records.rows(of: ask.provision.subject, ask.evaluation)
        earlier =
            ask.provision.per.map { ask.evaluation.period.units($0) }?.filter {
                $0.last < ask.unit.first && $0.first >= ask.provision.edition
            } ?? []
        heldEarlier = try Set(
            earlier.flatMap { unit in
                try zip(ask.subjects, ask.truths(of: ask.rule.when, in: unit)).filter { $0.1 == .yes }.map(\.0)
            })
    }

    /// How a proposal stands at the end of the unit.
    struct Outcome {
        let state: State
        /// Whether the condition holds then, as far as records or a person's finding say.
        let holdsNow: Truth
        /// Why an act may not be known.
        let doubts: [Reason]
    }

    enum State {
        case none
        case proposed(since: Day, because: [Reason])
        case done(since: Day, by: Done)
    }

    /// The act that ended it.
    struct Done {
        let day: Day
        let record: String
    }

    /// Whether there is anything to follow.
    func isTouched(_ subject: Subject, now: Truth) -> Bool {
        now != .no || heldEarlier.contains(subject) || !daysCounted(for: subject).isEmpty
    }

    func outcome(for subject: Subject) throws -> Outcome {
        let done = facts(of: subject).certain.compactMap { row in
            acts.day(of: row).map { Done(day: $0, record: acts.reference(of: row)) }
        }.sorted { ($0.day, $0.record) < ($1.day, $1.record) }
        let ends = Dictionary(uniqueKeysWithValues: (earlier + [ask.unit]).map { ($0.last, $0) })
        var course = Course(acts: done)
        var now = Truth.no
        for day in Set(daysCounted(for: subject) + done.map(\.day) + ends.keys).sorted() where day <= ask.unit.last {
            let unit = ends[day]
            let standing = try standing(subject, in: unit ?? cut(at: day), ofRecords: unit == nil)
            let truth = unit.map { settled(standing, subject, in: $0) } ?? standing.truth
            let isBefore = act.isOnlyAfterEdition && !isSinceEdition(standing)
            course.pass(day, isBefore && truth == .yes ? .no : truth, standing)
            if unit == ask.unit { now = truth }
        }
        return Outcome(state: course.state, holdsNow: now, doubts: doubts(course.state, subject))
    }

    /// The days of records by which it can have begun under the provision, in the subject's term.
    private func daysCounted(for subject: Subject) -> [Day] {
        guard let bound = DayRange(ask.provision.edition, ask.unit.last) else { return [] }
        let days = ask.daysCounted(by: ask.rule.when, for: subject, in: bound)
        guard !days.isEmpty, let term = ask.evaluation.termBegan(subject, by: ask.unit.last) else { return days }
        return days.filter { $0 >= term }
    }

    /// The unit that a day lies in, until that day.
    private func cut(at day: Day) -> Period {
        let first = ask.provision.per.map {
            Period(containing: day, unit: $0, months: ask.unit.months).first
        }
        return Period(DayRange(first ?? day, day) ?? DayRange(day), months: ask.unit.months)
    }

    private func standing(_ subject: Subject, in unit: Period, ofRecords: Bool) throws -> Standing {
        try ask.standing(of: ask.rule.when, for: subject, in: unit, ofRecords: ofRecords)
    }

    /// What is only counted from presence holds when a person has found so.
    private func settled(_ standing: Standing, _ subject: Subject, in unit: Period) -> Truth {
        guard standing.truth == .yes, ask.rule.needsFinding, standing.recorded != .yes else { return standing.truth }
        return switch Attested(ask, in: unit).finding(of: subject) {
        case .said(.met, _): .yes
        case .said(.notApplicable, _): .no
        default: .unknown
        }
    }

    private func isSinceEdition(_ standing: Standing) -> Bool {
        guard standing.measuredSince == nil, !standing.causes.isEmpty else { return true }
        return standing.causes.contains { $0.day.map { $0 >= ask.provision.edition } ?? true }
    }

    private func facts(of subject: Subject) -> CountedFacts {
        acts.facts(of: subject, in: DayRange(.distantPast, ask.unit.last) ?? ask.unit.days)
    }

    private func doubts(_ state: State, _ subject: Subject) -> [Reason] {
        guard case .proposed(let since, _) = state, let days = DayRange(since, ask.unit.last) else { return [] }
        return acts.facts(of: subject, in: days).doubts(act.records.kind)
    }

    func needs(of subject: Subject) -> [Need] { acts.needs(of: subject, in: ask.unit.days) }

    func steps(for subject: Subject) -> [Explanation] {
        ask.steps(facts(of: subject), of: act.records.kind, about: subject)
    }
}

/// A proposal's course, day by day.
private struct Course {
    let acts: [Trigger.Done]
    private(set) var state = Trigger.State.none
    /// The records by which it was proposed last, and whether a measure or only what is not there made it hold.
    private var causes: Set<CountedRecord> = []
    private var isMeasured = false
    private var held = Truth.unknown

    init(acts: [Trigger.Done]) { self.acts = acts }

    mutating func pass(_ day: Day, _ truth: Truth, _ standing: Standing) {
        switch (truth, state) {
        case (.yes, .none): open(day, standing)
        case (.yes, .done) where held == .no || isNew(standing, day): open(day, standing)
        case (.no, .proposed) where !isMeasured && causes.isSubset(of: standing.counted): state = .none
        default: break
        }
        held = truth
        if case .proposed(let since, _) = state, let act = acts.first(where: { $0.day == day }) {
            state = .done(since: since, by: act)
        }
    }

    /// A record of the day, or a measure of the unit that ends with it, is a cause of its own.
    private func isNew(_ standing: Standing, _ day: Day) -> Bool {
        standing.measuredSince == day || standing.causes.contains { $0.day == day }
    }

    private mutating func open(_ day: Day, _ standing: Standing) {
        (causes, isMeasured) = (standing.causes, standing.measuredSince != nil)
        let newest = standing.causes.compactMap(\.day).max().map { min($0, day) }
        // When a measure began to be what it is cannot be told: what was done within its window may have been for it.
        let earliest = standing.causes.contains { $0.day == day } ? day : standing.measuredSince ?? newest ?? day
        if let act = acts.last(where: { $0.day >= earliest && $0.day <= day }) {
            state = .done(since: min(newest ?? act.day, act.day), by: act)
        } else {
            state = .proposed(since: newest ?? day, because: standing.reasons)
        }
    }
}

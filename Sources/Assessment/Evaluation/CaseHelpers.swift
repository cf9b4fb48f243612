public import CivilTime
internal import PolicyYAML

extension Case {
    /// The same case for one subject.
    public func only(_ subject: Subject) -> Case { only([subject]) }

    /// The same case for some subjects.
    public func only(_ subjects: [Subject]) -> Case {
        Case(
            rule: rule, provision: provision, unit: unit, subjects: subjects, evaluation: evaluation, ledger: ledger,
            conditions: conditions)
    }

    /// The vocabulary that stands with the provision.
    public var words: Words { conditions.words }

    /// A measure's values for the case's subjects, in its unit.
    public func values(of measure: MeasureReference) throws -> [MeasureValue?] {
        try evaluation.values(of: measure, for: subjects, in: unit, as: provision)
    }

    /// The same in another unit, such as a half of the year that is judged.
    public func values(of measure: MeasureReference, in unit: Period) throws -> [MeasureValue?] {
        try evaluation.values(of: measure, for: subjects, in: unit, as: provision)
    }

    /// What the provision behind a measure found of somebody in the units that the case's unit holds.
    public func findings(behind measure: MeasureReference, for subject: Subject) throws -> [Finding] {
        guard let target = evaluation.rules(with: provision)?.targets[measure] else { return [] }
        let units = target.per.map { $0 == unit.unit ? [unit] : unit.units($0) } ?? [unit]
        return try units.flatMap { try evaluation.findings(of: target.key, in: $0, for: subject) }
    }

    /// Whether a condition holds for each of the case's subjects at the end of the unit.
    public func truths(of condition: Condition) throws -> [Truth] {
        try conditions.truths(of: condition, for: subjects)
    }

    /// Of a condition that does not hold in a unit that is not over: for each of the case's subjects, whether it still can when the unit
    /// ends. Counts and sums can grow, measures and fields change.
    public func canStillHold(_ condition: Condition) throws -> [Bool] {
        try ConditionEvaluation(evaluation, provision, unit, isLeavingOpen: true).truths(of: condition, for: subjects)
            .map { $0 != .no }
    }

    /// Rows of a kind, to be counted for one of the case's subjects after another.
    ///
    /// - Parameters:
    ///   - kind: whose rows are counted.
    ///   - filter: which of them; a setting of the type `.filter(of:)` gives one.
    public func rows(of kind: RecordKind, where filter: Filter = .everything) -> CountedRows {
        CountedRows(kind, filter, of: provision.subject, evaluation)
    }

    /// What the provision came to in the unit, of everybody: for explanations, which come after judgement.
    public func findings() throws -> [Finding] { try evaluation.findings(of: provision.key, in: unit) }

    /// Rows that told something of a subject, as steps of an explanation: each on a line.
    public func steps(_ facts: CountedFacts, of kind: RecordKind, about subject: Subject) -> [Explanation] {
        evaluation.steps(facts.told, of: kind, about: subject)
    }

    /// A kind of record that another module declares, by its name; nil when no module does.
    public func kind(named name: String) -> RecordKind? { evaluation.records.kinds[name] }

    /// Somebody whom a record names; nil when nobody has the identifier.
    public func subject(named name: Symbol) -> Subject? {
        evaluation.world.subject(named: evaluation.symbols.text(name))
    }

    /// Whether the unit is not over on the day on which it is asked: what can still be done is not breached.
    public var isOpen: Bool { evaluation.isOpen(unit) }

    /// Whether a condition holds for a subject at the end of the unit, and why.
    public func truth(of condition: Condition, for subject: Subject) throws -> Reasoned {
        try conditions.truth(of: condition, for: subject)
    }
}

extension Evaluation {
    /// Levels of the units that a cadre is sent by, on a day.
    public func unitLevels(of subject: Subject, on day: Day) -> [String] { unitLevels(of: subject, in: DayRange(day)) }

    /// The same in some days, in order of the postings.
    public func unitLevels(of subject: Subject, in days: DayRange) -> [String] {
        fieldValues("level", of: subject, in: days).map(\.exactText)
    }
}

extension Evaluation {
    /// The last day of a unit's surroundings that is over. On a day of asking that day itself is not over yet: what falls due on it
    /// is open. Without one, the period and the unit are.
    public func lastDayOver(in unit: Period) -> Day {
        asOf?.advanced(by: -1) ?? max(period.last, unit.last)
    }

    /// Whether a unit has begun, or is asked for though it has not.
    public func isAsked(_ unit: Period) -> Bool {
        unit.first <= max(lastDayOver(in: unit).advanced(by: 1), through ?? .distantPast)
    }

    /// The period of a name, as the profile's months make it.
    public func period(named name: String) -> Period? { Period(name)?.under(policy.months) }

    /// Whether postings cover every one of some days: a cadre's own under this profile, a team's members', those that a unit sent,
    /// anybody's in the villages of a division or in the village of anything else.
    public func isPosted(_ subject: Subject, throughout days: DayRange) -> Bool {
        guard !subject.kind.hasManyPostings else { return postedDays(of: subject).contains { $0.contains(days) } }
        var next = days.first
        for index in world.postings(of: subject, around: period)
        where subject.kind != .cadre || judges(world.postings[index]) {
            let range = world.postings[index].days
            if range.first > next { return false }
            next = max(next, range.last.advanced(by: 1))
            if next > days.last { return true }
        }
        return false
    }

    /// Whether postings cover any of some days.
    public func isPosted(_ subject: Subject, touching days: DayRange) -> Bool {
        guard !subject.kind.hasManyPostings else {
            return postedDays(of: subject).contains { $0.intersection(days) != nil }
        }
        return world.postings(of: subject, around: period).contains {
            world.postings[$0].days.intersection(days) != nil
        }
    }
}

private struct PostedDays: OnceKey {
    typealias Value = [DayRange]
    let subject: Subject
}

extension Evaluation {
    /// The days on which somebody is posted for a unit, or in a division, under this profile: in order, joined where they touch.
    private func postedDays(of subject: Subject) -> [DayRange] {
        once(PostedDays(subject: subject)) {
            world.postings(belongingTo: subject).filter(judges).map(\.days).joined
        }
    }
}

extension SubjectKind {
    fileprivate var hasManyPostings: Bool { self == .unit || self == .division }
}

extension MeasureDeclaration {
    /// How a provision came out, for other provisions to read.
    public static let outcome = MeasureDeclaration(
        "outcome", Text("结论", "the outcome"), .text, role: .outcome,
        values: [Verdict.met, .breached, .notApplicable, .undetermined].map(\.rawValue))
}

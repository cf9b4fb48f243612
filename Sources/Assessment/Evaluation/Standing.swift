public import CivilTime
internal import PolicyYAML

/// How a condition stands for somebody at the end of some days, and by which records.
public struct Standing {
    /// Whether it holds.
    public let truth: Truth
    /// The same without what is only counted from presence.
    public let recorded: Truth
    /// The records that the tests which hold counted.
    public fileprivate(set) var causes: Set<CountedRecord> = []
    /// The records that any test counted.
    public fileprivate(set) var counted: Set<CountedRecord> = []
    /// From when on a measure can have made it hold: the first day of the window over which it was read, or of the unit, or the unit's
    /// last where it is of units itself and has a value of its own in each; nil where no measure did.
    public fileprivate(set) var measuredSince: Day?
    /// The tests that hold, as reasons.
    public let reasons: [Reason]

    fileprivate init(_ found: Reasoned) {
        truth = found.truth
        recorded = found.recorded
        reasons = found.leaves(.yes)
    }
}

/// A record that a condition counted.
public struct CountedRecord: Hashable, Sendable {
    let kind: String
    let row: Int
    /// The day by which it counts; nil where it has none.
    public let day: Day?
}

extension Case {
    /// How a condition stood for a subject at the end of some days; where only records are to decide, what measures came to is unknown.
    public func standing(of condition: Condition, for subject: Subject, in days: Period, ofRecords: Bool) throws
        -> Standing
    {
        let conditions =
            days == unit && !ofRecords
            ? self.conditions : ConditionEvaluation(evaluation, provision, days, isOfRecords: ofRecords)
        return try conditions.standing(of: condition, for: subject)
    }

    /// Whether a condition holds for each of the case's subjects at the end of another unit.
    public func truths(of condition: Condition, in unit: Period) throws -> [Truth] {
        try ConditionEvaluation(evaluation, provision, unit).truths(of: condition, for: subjects)
    }

    /// The days, in order, of all records in some days that a condition may count.
    public func daysCounted(by condition: Condition, for subject: Subject, in days: DayRange) -> [Day] {
        let found = condition.countings.flatMap { counting in
            let rows = conditions.counted(counting, subject.kind)
            return rows.facts(of: subject, in: days).certain.compactMap { rows.countsOn($0) }
        }
        return Set(found).filter(days.contains).sorted()
    }
}

extension ConditionEvaluation {
    fileprivate func standing(of condition: Condition, for subject: Subject) throws -> Standing {
        var standing = Standing(try truth(of: condition, for: subject))
        try note(condition, subject, isCause: true, in: &standing)
        return standing
    }

    private func note(_ condition: Condition, _ subject: Subject, isCause: Bool, in standing: inout Standing) throws {
        switch condition {
        case .all(let parts, _), .any(let parts, _):
            for part in parts { try note(part, subject, isCause: isCause, in: &standing) }
        case .not(let part, _): try note(part, subject, isCause: false, in: &standing)
        case .field: break
        case .measure(let test):
            guard isCause, try truths(of: condition, for: [subject]) == [.yes] else { return }
            let since = test.window.map { days($0, subject).first } ?? (isOfUnits(test) ? unit.last : unit.first)
            standing.measuredSince = max(since, standing.measuredSince ?? since)
        case .compared:
            // Numbers of the whole unit: what holds by them has no day of its own.
            guard isCause, try truths(of: condition, for: [subject]) == [.yes] else { return }
            standing.measuredSince = max(unit.first, standing.measuredSince ?? unit.first)
        case .count, .sum:
            let holds = try truths(of: condition, for: [subject]) == [.yes]
            for counting in condition.countings {
                let rows = counted(counting, subject.kind)
                let days = counting.days(upTo: unit) ?? days(counting.window, subject)
                let found = rows.facts(of: subject, in: days, yearsEndInside: counting.window.yearsEndInside).certain
                    .map { CountedRecord(kind: counting.records.kind.name, row: $0, day: rows.countsOn($0)) }
                standing.counted.formUnion(found)
                if isCause, holds { standing.causes.formUnion(found) }
            }
        }
    }

    private func days(_ window: Window, _ subject: Subject) -> DayRange {
        evaluation.days(of: window, for: subject, upTo: unit)
    }
}

extension Condition {
    /// What its tests count, in the order of the profile.
    fileprivate var countings: [ConditionEvaluation.Counting] {
        switch self {
        case .all(let parts, _), .any(let parts, _): parts.flatMap(\.countings)
        case .not(let part, _): part.countings
        case .count(let test): [ConditionEvaluation.Counting(test)]
        case .sum(let test): [ConditionEvaluation.Counting(test)]
        case .measure, .field, .compared: []
        }
    }
}

extension CountedRows {
    /// The day by which a row counts: the last of the period or year that it is of, or its date.
    func countsOn(_ row: Int) -> Day? { period(of: row)?.last ?? day(of: row) ?? datedPeriod(of: row)?.last }

    /// What a row is called wherever it is named: `incident/I3`.
    public func reference(of row: Int) -> String { table.reference(row, evaluation.symbols).description }

    /// The row's own identifier; nil for a kind without one.
    public func identifier(of row: Int) -> String? { table.kind.identifier.flatMap { text(of: $0, row) } }

    /// The word or name in a column; nil where the row does not say.
    public func text(of column: Int, _ row: Int) -> String? { table.text(column, row, evaluation.symbols) }
}

internal import CivilTime
import PolicyYAML

/// Computes numbers of a provision for many subjects, at the end of one unit or of an earlier one. What is not known is nil, or a range.
final class ExpressionEvaluation {
    private let evaluation: Evaluation
    private let provision: Provision
    /// What the rest of the unit can bring is unknown.
    private let isLeavingOpen: Bool
    private var counted: [NodePlace: CountedRows] = [:]

    init(_ evaluation: Evaluation, _ provision: Provision, isLeavingOpen: Bool = false) {
        self.evaluation = evaluation
        self.provision = provision
        self.isLeavingOpen = isLeavingOpen
    }

    /// Compared: decided where it comes out the same on all that is known of both.
    func truths(of test: ComparedTest, for subjects: [Subject], in unit: Period) throws -> [Truth] {
        var span = Span(unit)
        span.asksRecords = test.parts.contains { if case .earlier = $0.right.term { true } else { false } }
        let left = try values(of: test.left, for: subjects, in: span)
        let rights = try test.parts.map {
            (word: $0.word, values: try values(of: $0.right, for: subjects, in: Span(unit)))
        }
        return subjects.indices.map { row in
            Truth.all(rights.map { $0.word.truth(left[row], $0.values[row]) })
        }
    }

    /// One number for each subject; nil where nothing is known of it.
    func values(of expression: Expression, for subjects: [Subject], in unit: Period) throws -> [ValueRange?] {
        try values(of: expression, for: subjects, in: Span(unit))
    }

    /// The unit that is looked at, and whether a number of before is compared: then no records are no number.
    private struct Span {
        let unit: Period
        var isSettled = false
        var asksRecords = false

        init(_ unit: Period) { self.unit = unit }

        func earlier(_ time: Earlier) -> Span? {
            guard let before = time.unit(before: unit) else { return nil }
            var span = Span(before)
            span.isSettled = true
            span.asksRecords = true
            return span
        }
    }

    private func values(of expression: Expression, for subjects: [Subject], in span: Span) throws -> [ValueRange?] {
        var values = try values(of: expression.term, at: expression.node, for: subjects, in: span)
        let add = { (others: [Expression], combine: (ValueRange, ValueRange) throws -> ValueRange) in
            for other in others {
                let found = try self.values(of: other, for: subjects, in: span)
                // What is too large to be exact is not known.
                values = zip(values, found).map { a, b in a.flatMap { a in b.flatMap { try? combine(a, $0) } } }
            }
        }
        try add(expression.plus, +)
        try add(expression.less, -)
        if let most = expression.capped { values = values.map { $0?.clamped(to: most) } }
        try add(expression.times, *)
        return values
    }

    private func values(of term: Expression.Term, at node: Node, for subjects: [Subject], in span: Span) throws
        -> [ValueRange?]
    {
        switch term {
        case .number(let quantity): return subjects.map { _ in ValueRange(quantity.value) }
        case .measure(let reference, let gathered):
            guard span.isSettled || !isLeavingOpen else { return subjects.map { _ in .unknown } }
            return try evaluation.values(
                of: reference, for: subjects, in: span.unit, gathered: gathered, as: provision
            ).map { $0?.range }
        case .count(let records, let distinct, let disagreeing, let window):
            return count(records, disagreeing, window, at: node, subjects, span) { facts, rows in
                rows.number(facts, distinct: distinct)
            }
        case .sum(let records, let of, let over, let disagreeing, let window):
            return count(records, disagreeing, window, at: node, subjects, span) { facts, rows in
                // What nobody recorded of a place is not nothing.
                guard !(span.asksRecords || records.about != nil) || !facts.rows.isEmpty,
                    let sum = rows.sum(of: of, facts)
                else { return nil }
                guard let over else { return sum }
                return rows.sum(of: over, facts).flatMap { (try? sum / $0) ?? nil }
            }
        case .field(let field):
            guard !isLeavingOpen else { return subjects.map { _ in .unknown } }
            return subjects.map { subject in
                evaluation.fieldValues(field.name, of: subject, in: span.unit.days).first?.range
            }
        case .days(let from, let until, let over):
            return subjects.map { subject in
                let days = evaluation.days(from: from.name, until: until.map(\.name), of: subject, in: span.unit.days)
                return over.map { over in days.flatMap { (try? $0 / ValueRange(over)) ?? nil } } ?? days
            }
        case .earlier(let other, let time):
            guard let span = span.earlier(time) else { return subjects.map { _ in nil } }
            return try values(of: other, for: subjects, in: span)
        case .growth(let grown, let time):
            guard let before = span.earlier(time) else { return subjects.map { _ in nil } }
            var now = span
            now.asksRecords = true
            let numbers = try values(of: grown, for: subjects, in: now)
            return zip(numbers, try values(of: grown, for: subjects, in: before)).map { number, before in
                number.flatMap { number in before.flatMap { number.growth(from: $0) } }
            }
        }
    }

    private func count(
        _ records: CountedRecords, _ disagreeing: Disagreeing, _ window: Window?, at node: Node,
        _ subjects: [Subject], _ span: Span, _ value: (CountedFacts, CountedRows) -> ValueRange?
    ) -> [ValueRange?] {
        guard let first = subjects.first else { return [] }
        let rows = rows(records, disagreeing, at: node, of: first.kind)
        let window = window ?? .unit
        return subjects.map { subject in
            let days = evaluation.days(of: window, for: subject, upTo: span.unit)
            // Before records were kept nothing was counted.
            if span.asksRecords, let from = evaluation.policy.recordsFrom, from > days.first { return nil }
            let facts = rows.facts(of: subject, in: days, yearsEndInside: window.yearsEndInside)
            return value(isLeavingOpen && !span.isSettled ? facts.keeping(.some) : facts, rows)
        }
    }

    private func rows(_ records: CountedRecords, _ disagreeing: Disagreeing, at node: Node, of kind: SubjectKind)
        -> CountedRows
    {
        if let known = counted[NodePlace(node)] { return known }
        let rows = records.rows(of: kind, evaluation, disagreeing: disagreeing)
        counted[NodePlace(node)] = rows
        return rows
    }
}

extension ExpressionEvaluation {
    /// The records behind a number, and what would tell what is not known of it.
    func ground(of expression: Expression, for subject: Subject, in unit: Period) throws -> (
        steps: [Explanation], needs: [Need]
    ) {
        var (steps, needs) = ([Explanation](), [Need]())
        func follow(_ expression: Expression, _ unit: Period) throws {
            for other in expression.plus + expression.less + expression.times { try follow(other, unit) }
            switch expression.term {
            case .number: break
            case .measure(let reference, _):
                needs += try evaluation.needs(
                    of: reference, for: subject, in: unit, window: reference.window, as: provision)
            case .count(let records, _, let disagreeing, let window),
                .sum(let records, _, _, let disagreeing, let window):
                let window = window ?? .unit
                let rows = rows(records, disagreeing, at: expression.node, of: subject.kind)
                let days = evaluation.days(of: window, for: subject, upTo: unit)
                let facts = rows.facts(of: subject, in: days, yearsEndInside: window.yearsEndInside)
                steps += evaluation.steps(facts.told, of: records.kind, about: subject)
                let missing = rows.needs(of: subject, in: days, yearsEndInside: window.yearsEndInside)
                needs +=
                    missing.isEmpty && facts.rows.isEmpty
                    ? [Need(records.kind, about: subject, days: [days])] : missing
            case .field(let field): needs += need(of: [field], subject)
            case .days(let from, let until, _): needs += need(of: [from] + until, subject)
            case .earlier(let other, let time):
                if let before = time.unit(before: unit) { try follow(other, before) }
            case .growth(let grown, let time):
                try follow(grown, unit)
                if let before = time.unit(before: unit) { try follow(grown, before) }
            }
        }
        try follow(expression, unit)
        return (steps, needs)
    }

    private func need(of fields: [SubjectField], _ subject: Subject) -> [Need] {
        evaluation.records.kinds[subject.kind.rawValue].map {
            [Need($0, about: subject, columns: fields.map(\.name))]
        } ?? []
    }
}

extension Earlier {
    /// The unit of that time; nil where there is none.
    func unit(before unit: Period) -> Period? {
        guard self == .lastYear else { return unit.previous }
        guard let size = unit.unit else {
            return DayRange(unit.first.addingYears(-1), unit.last.addingYears(-1)).map {
                Period($0, months: unit.months)
            }
        }
        // Weeks have no names that come again: 52 weeks before.
        let day = size == .week ? unit.first.advanced(by: -364) : unit.first.addingYears(-1)
        return Period(containing: day, unit: size, months: unit.months)
    }
}

extension ComparisonWord {
    /// Of two numbers that may not be known exactly; unknown of none.
    fileprivate func truth(_ left: ValueRange?, _ right: ValueRange?) -> Truth {
        guard let left, let right, let more = try? left - right else { return .unknown }
        switch self {
        case .atLeast: return more.isAtLeast(.zero)
        case .below: return more.isAtLeast(.zero).negated
        case .above: return more.isAtMost(.zero).negated
        case .atMost: return more.isAtMost(.zero)
        case .equals, .among: return more.exact == .zero ? .yes : more.contains(.zero) ? .unknown : .no
        }
    }
}

extension ValueRange {
    fileprivate func isAtMost(_ most: Fraction) -> Truth {
        if let high, high <= most { return .yes }
        if let low, low > most { return .no }
        return .unknown
    }

    /// The share of an earlier number by which this is more; nil from nothing, which nothing grows from.
    fileprivate func growth(from before: ValueRange) -> ValueRange? {
        guard let least = before.low, least > .zero, let ratio = (try? self / before) ?? nil else { return nil }
        return try? ratio - .one
    }
}

extension Evaluation {
    /// How many of some days lie from the day in one column of a subject to the eve of the first of the days in others, or go on where
    /// these have not come yet; nil where it does not say from when on.
    fileprivate func days(from: String, until: [String], of subject: Subject, in days: DayRange) -> ValueRange? {
        guard let first = day(from, of: subject) else { return isUnknown(from, of: subject) ? nil : .zero }
        let ends = until.compactMap { day($0, of: subject) }
        let last = min(days.last, ends.min().map { $0.advanced(by: -1) } ?? days.last)
        let most = Fraction(DayRange(max(first, days.first), last)?.count ?? 0)
        // One that is not given may have come before.
        return until.contains { isUnknown($0, of: subject) } ? ValueRange(.zero, most) : ValueRange(most)
    }
}

extension Case {
    /// What a computed number of a subject comes to, with the records behind it.
    public func explanation(of expression: Expression, for subject: Subject) throws -> Explanation {
        let numbers = ExpressionEvaluation(evaluation, provision)
        let value = try numbers.values(of: expression, for: [subject], in: unit).first ?? nil
        let ground = try numbers.ground(of: expression, for: subject, in: unit)
        return Explanation(
            ConditionWording(evaluation.rules(with: provision)).computed(expression, value), ground.steps)
    }

    /// A computed number for each of the case's subjects, in their order; nil where nothing is known of it.
    public func values(of expression: Expression) throws -> [ValueRange?] {
        try ExpressionEvaluation(evaluation, provision).values(of: expression, for: subjects, in: unit)
    }

    /// What would tell a computed number of a subject.
    public func needs(of expression: Expression, for subject: Subject) throws -> [Need] {
        try ExpressionEvaluation(evaluation, provision).ground(of: expression, for: subject, in: unit).needs
    }
}

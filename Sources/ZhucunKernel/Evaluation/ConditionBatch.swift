internal import CivilTime
internal import PolicyYAML

/// Decides a condition for many subjects at the end of one unit, without a reason: what they share is found once.
struct ConditionBatch {
    let evaluation: Evaluation
    /// Whose condition it is.
    let provision: Provision
    let unit: Period
    /// Of one kind.
    let subjects: [Subject]

    func truths(of condition: Condition) throws -> [Truth] {
        guard let first = subjects.first else { return [] }
        let found = switch condition {
        case .all(let parts, _): try joined(parts, Truth.both) { try truths(of: $0) }
        case .any(let parts, _): try joined(parts, Truth.either) { try truths(of: $0) }
        case .not(let part, _): try truths(of: part).map(\.negated)
        case .measure(let test): try measure(test)
        case .count(let test): count(test, of: first.kind)
        case .field(let test): field(test, of: first.kind)
        case .sum(let test): sum(test, of: first.kind)
        }
        if let recorder = evaluation.recorder {
            for truth in found { recorder.note(condition.node, truth) }
        }
        return found
    }

    private func joined<Part>(_ parts: [Part], _ combine: (Truth, Truth) -> Truth, _ truths: (Part) throws -> [Truth]) rethrows -> [Truth] {
        guard let first = parts.first else { return [] }
        return try parts.dropFirst().reduce(into: truths(first)) { joined, part in
            for (index, truth) in try truths(part).enumerated() { joined[index] = combine(joined[index], truth) }
        }
    }

    private var unknown: [Truth] { subjects.map { _ in .unknown } }

    private func measure(_ test: MeasureTest) throws -> [Truth] {
        let units = test.units(upTo: unit, evaluation.rules(with: provision)?.targets[test.measure])
        guard !units.isEmpty else { return unknown }
        var comparing = Comparing(test.comparison, evaluation.recorder)
        return try joined(units, Truth.both) { unit in
            try evaluation.values(of: test.measure, for: subjects, in: unit, window: test.window, as: provision).map { comparing.truth(of: $0) }
        }
    }

    private func count(_ test: CountTest, of kind: SubjectKind) -> [Truth] {
        let units = test.units(upTo: unit)
        let truths = joined(units, Truth.both) { count(test, of: kind, in: test.consecutive > 1 ? .unit : test.window ?? .unit, $0) }
        return units.count == test.consecutive ? truths : unknown
    }

    private func count(_ test: CountTest, of kind: SubjectKind, in window: Window, _ unit: Period) -> [Truth] {
        let counted = CountedRows(test.kind, test.filter, of: kind, evaluation, disagreeing: test.disagreeing)
        var comparing = Comparing(test.comparison, evaluation.recorder)
        return inWindow(window, unit) { subject, days in
            let facts = counted.facts(of: subject, in: days, yearsEndInside: window.yearsEndInside)
            return comparing.truth(of: MeasureValue(counted.number(facts, distinct: test.distinct)))
        }
    }

    private func sum(_ test: SumTest, of kind: SubjectKind) -> [Truth] {
        let counted = CountedRows(test.kind, test.filter, of: kind, evaluation, disagreeing: test.disagreeing)
        var comparing = Comparing(test.comparison, evaluation.recorder)
        let window = test.window ?? .unit
        return inWindow(window, unit) { subject, days in
            comparing.truth(of: test.value(of: counted.facts(of: subject, in: days, yearsEndInside: window.yearsEndInside), counted))
        }
    }

    private func field(_ test: FieldTest, of kind: SubjectKind) -> [Truth] {
        let truths = FieldTruths(test.field.name, test.test, of: kind, in: unit.days, evaluation)
        return subjects.map { truths.truth(of: $0) }
    }

    private func inWindow(_ window: Window, _ unit: Period, _ truth: (Subject, DayRange) -> Truth) -> [Truth] {
        guard window.isOfTerm else {
            let days = window.days(upTo: unit, termStart: nil)
            return subjects.map { truth($0, days) }
        }
        return subjects.map { truth($0, window.days(upTo: unit, termStart: evaluation.termStart(of: $0, in: unit.days))) }
    }
}

/// Whether values hold, one after another. Equal ones often follow each other: they are compared once.
private struct Comparing {
    private let comparison: Comparison
    private let recorder: BranchRecorder?
    private var last: (value: MeasureValue, truth: Truth)?

    init(_ comparison: Comparison, _ recorder: BranchRecorder?) {
        self.comparison = comparison
        self.recorder = recorder
    }

    /// Of no value, unknown.
    mutating func truth(of value: MeasureValue?) -> Truth {
        guard let value else { return .unknown }
        if let last, last.value == value { return last.truth }
        let truth = comparison.truth(of: value, recorder)
        last = (value, truth)
        return truth
    }
}

extension MeasureTest {
    /// The unit itself, or the last ones running, in the units of the measure; empty when there are not so many.
    func units(upTo unit: Period, _ target: MeasureTarget?) -> [Period] {
        guard consecutive > 1 else { return [unit] }
        var current: Period? = target?.per.map { $0 == unit.unit ? unit : unit.units($0).last } ?? unit
        var units: [Period] = []
        while let next = current, units.count < consecutive {
            units.append(next)
            current = next.previous
        }
        return units.count == consecutive ? units.reversed() : []
    }
}

extension CountTest {
    /// The unit itself and those before it, as many running as asked for and there are.
    func units(upTo unit: Period) -> [Period] {
        var units = [unit]
        while units.count < consecutive, let previous = units[0].previous { units.insert(previous, at: 0) }
        return units
    }
}

extension SumTest {
    /// The sum of some facts, or the share; nil where nothing is known of it. A share of nothing is not known.
    func value(of facts: CountedFacts, _ counted: CountedRows) -> MeasureValue? {
        guard let part = counted.sum(of: of, facts) else { return nil }
        guard let over else { return MeasureValue(part) }
        let share = counted.sum(of: over, facts).flatMap { (try? part / $0) ?? nil }
        return share.flatMap { MeasureValue($0) }
    }
}

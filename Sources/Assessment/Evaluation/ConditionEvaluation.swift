internal import CivilTime
import PolicyYAML

/// The interpreter of conditions: decides those of a provision for many subjects at the end of one unit, and says why when
/// somebody asks. What the subjects share is found and worded once.
final class ConditionEvaluation {
    let evaluation: Evaluation
    /// Whose conditions they are.
    private let provision: Provision
    let unit: Period
    /// What the rest of the unit can bring is unknown.
    private let isLeavingOpen: Bool
    /// What measures come to is unknown: records alone decide.
    private let isOfRecords: Bool
    private lazy var rules = evaluation.rules(with: provision)
    private lazy var wording = ConditionWording(rules)
    private lazy var expressions = ExpressionEvaluation(evaluation, provision, isLeavingOpen: isLeavingOpen)
    private var counted: [NodePlace: CountedRows] = [:]
    private var fromPresence: [NodePlace: Bool] = [:]

    var words: Words { wording.words }

    init(
        _ evaluation: Evaluation, _ provision: Provision, _ unit: Period, isLeavingOpen: Bool = false,
        isOfRecords: Bool = false
    ) {
        self.isLeavingOpen = isLeavingOpen
        self.isOfRecords = isOfRecords
        self.evaluation = evaluation
        self.provision = provision
        self.unit = unit
    }

    /// For each of some subjects of one kind, in their order.
    func truths(of condition: Condition, for subjects: [Subject]) throws -> [Truth] {
        subjects.isEmpty ? [] : try decide(condition, subjects).truths
    }

    func truth(of condition: Condition, for subject: Subject) throws -> Reasoned {
        try decide(condition, [subject]).why(0)
    }

    /// What a condition comes to for each subject, and the trace of one of them: put together only when asked for.
    private struct Decided {
        let truths: [Truth]
        let why: (_ row: Int) -> Reasoned
    }

    private func decide(_ condition: Condition, _ subjects: [Subject]) throws -> Decided {
        let decided =
            switch condition {
            case .all(let parts, _):
                try join(parts, subjects, Text("以下全部成立", "all of these hold"), Truth.both, Truth.all)
            case .any(let parts, _):
                try join(parts, subjects, Text("以下任一成立", "any of these holds"), Truth.either, Truth.any)
            case .not(let part, _): try negate(part, subjects)
            case .measure(let test): try measure(test, subjects)
            case .count(let test): count(test, subjects)
            case .field(let test): field(test, subjects)
            case .sum(let test): sum(test, subjects)
            case .compared(let test): try compared(test, subjects)
            }
        if isLeavingOpen {
            switch condition {
            case .measure, .field: return Decided(truths: subjects.map { _ in .unknown }, why: decided.why)
            default: return decided
            }
        }
        if let recorder = evaluation.recorder {
            for truth in decided.truths { recorder.note(condition.node, truth) }
        }
        return decided
    }

    private func join(
        _ parts: [Condition], _ subjects: [Subject], _ title: Text, _ combine: (Truth, Truth) -> Truth,
        _ combineAll: @escaping ([Truth]) -> Truth
    ) throws -> Decided {
        let decided = try parts.map { try decide($0, subjects) }
        return Decided(truths: decided.map(\.truths).joined(by: combine)) { row in
            Reasoned(joining: decided.map { $0.why(row) }, title, combineAll)
        }
    }

    private func negate(_ part: Condition, _ subjects: [Subject]) throws -> Decided {
        let decided = try decide(part, subjects)
        return Decided(truths: decided.truths.map(\.negated)) { row in
            Reasoned(joining: [decided.why(row)], Text("以下不成立", "this does not hold")) { $0.first?.negated ?? .unknown }
        }
    }

    private func measure(_ test: MeasureTest, _ subjects: [Subject]) throws -> Decided {
        let target = rules?.targets[test.measure]
        let units = isOfRecords ? [] : test.units(upTo: unit, target)
        guard !units.isEmpty else {
            return Decided(truths: subjects.map { _ in .unknown }) { [wording] _ in
                Reasoned(.unknown, at: test.node) { wording.noUnit(test, target) }
            }
        }
        let values = try units.map {
            try evaluation.values(of: test.measure, for: subjects, in: $0, gathered: test.gathered, as: provision)
        }
        // An outcome that is undetermined may be any: only a comparison that names it knows it.
        let open = MeasureValue.text(Verdict.undetermined.rawValue)
        let isOpen = target?.declaration.role == .outcome && test.comparison.truth(of: open) != .yes
        var comparing = Comparing(test.comparison, evaluation.recorder)
        let truths = values.map { $0.map { comparing.truth(of: isOpen && $0 == open ? nil : $0) } }.joined(
            by: Truth.both)
        let isFromPresence = isFromPresence(target, test.node)
        return Decided(truths: truths) { [self] row in
            Reasoned(truths[row], recorded: isFromPresence ? .unknown : truths[row], at: test.node) { [self] in
                wording.measured(
                    test, target,
                    zip(units, values).map { unit, values in
                        told(values[row], target, of: subjects[row], in: unit, test.window)
                    }, truths[row])
            } needs: { [self] in
                try units.flatMap {
                    try evaluation.needs(
                        of: test.measure, for: subjects[row], in: $0, window: test.window, as: provision)
                }
            }
        }
    }

    /// Whether a measure is judged by units of time.
    func isOfUnits(_ test: MeasureTest) -> Bool { rules?.targets[test.measure]?.per != nil }

    /// A value with what stands beside it in the finding: the parts of a share, the reasons of an outcome.
    private func told(
        _ value: MeasureValue?, _ target: MeasureTarget?, of subject: Subject, in unit: Period, _ window: Window?
    ) -> ToldValue {
        guard let value, let target else { return ToldValue(unit: unit, value: nil, detail: .name("?"), reasons: []) }
        let finding = window == nil ? evaluation.finding(of: target, in: unit, for: subject) : nil
        let measures = rules?.provision(target.key)?.measures ?? []
        let detail = Detail(value, target.declaration.role, target.declaration.dimension) { name in
            guard let finding, finding.values[target.measure] == value,
                let index = measures.firstIndex(where: { $0.name == name })
            else { return nil }
            return (finding.values[index], measures[index].dimension)
        }
        return ToldValue(unit: unit, value: value, detail: detail, reasons: finding?.reasons ?? [])
    }

    private func isFromPresence(_ target: MeasureTarget?, _ node: Node) -> Bool {
        if let known = fromPresence[NodePlace(node)] { return known }
        let isFrom = target.map { rules?.isFromPresence($0) ?? false } ?? false
        fromPresence[NodePlace(node)] = isFrom
        return isFrom
    }

    /// Counted in the window, or in each of the last units running.
    private func count(_ test: CountTest, _ subjects: [Subject]) -> Decided {
        let value = { (facts: CountedFacts, counted: CountedRows) in
            MeasureValue(counted.number(facts, distinct: test.distinct))
        }
        let reason = { [wording] (facts: CountedFacts, value: MeasureValue?, window: Window, truth: Truth) in
            wording.counted(test, facts, value, window, truth)
        }
        guard test.consecutive > 1 else {
            return records(Counting(test), test.window ?? .unit, unit, test.comparison, subjects, value, reason)
        }
        let units = test.units(upTo: unit)
        let decided = units.map { records(Counting(test), .unit, $0, test.comparison, subjects, value, reason) }
        let truths =
            units.count < test.consecutive
            ? subjects.map { _ in .unknown } : decided.map(\.truths).joined(by: Truth.both)
        return Decided(truths: truths) { [wording] row in
            let each = decided.map { $0.why(row) }
            return Reasoned(
                truths[row], at: test.node, { wording.running(test, units, truths[row]) }, { each.map(\.why) },
                needs: { try each.flatMap { try $0.needs } })
        }
    }

    private func sum(_ test: SumTest, _ subjects: [Subject]) -> Decided {
        records(Counting(test), test.window ?? .unit, unit, test.comparison, subjects, test.value) {
            [wording] facts, value, window, truth in
            wording.summed(test, facts, value, window, truth)
        }
    }

    private func compared(_ test: ComparedTest, _ subjects: [Subject]) throws -> Decided {
        let truths = try expressions.truths(of: test, for: subjects, in: unit)
        let measures = ([test.left] + test.parts.map(\.right)).flatMap(\.measures)
        let isFromPresence = measures.contains { self.isFromPresence(rules?.targets[$0], $0.node.node) }
        return Decided(truths: truths) { [expressions, wording, unit] row in
            let (subject, numbers) = (subjects[row], [test.left] + test.parts.map(\.right))
            let value = { (number: Expression) -> ValueRange? in
                (try? expressions.values(of: number, for: [subject], in: unit))?.first ?? nil
            }
            let ground = { try numbers.map { try expressions.ground(of: $0, for: subject, in: unit) } }
            return Reasoned(
                truths[row], recorded: isFromPresence ? .unknown : truths[row], at: test.node,
                { wording.compared(test, value(test.left), test.parts.map { value($0.right) }, truths[row]) },
                { (try? ground().flatMap(\.steps)) ?? [] }, needs: { try ground().flatMap(\.needs) })
        }
    }

    /// What is counted.
    struct Counting {
        let records: CountedRecords
        let disagreeing: Disagreeing
        let window: Window
        /// In each of the last so many units.
        let consecutive: Int
        let node: Node

        init(_ test: CountTest) {
            (records, disagreeing, node) = (test.records, test.disagreeing, test.node)
            (window, consecutive) = (test.window ?? .unit, test.consecutive)
        }
        init(_ test: SumTest) {
            (records, disagreeing, node) = (test.records, test.disagreeing, test.node)
            (window, consecutive) = (test.window ?? .unit, 1)
        }

        /// The days of all units running; nil where it is counted once.
        func days(upTo unit: Period) -> DayRange? {
            guard consecutive > 1 else { return nil }
            let first = sequence(first: unit) { $0.previous }.prefix(consecutive).reduce(unit) { $1 }.first
            return DayRange(first, unit.last)
        }
    }

    /// A value of the records in a window, compared.
    private func records(
        _ counting: Counting, _ window: Window, _ unit: Period, _ comparison: Comparison, _ subjects: [Subject],
        _ value: @escaping (CountedFacts, CountedRows) -> MeasureValue?,
        _ reason: @escaping (CountedFacts, MeasureValue?, Window, Truth) -> Reason
    ) -> Decided {
        let counted = counted(counting, subjects[0].kind)
        let shared = window.isOfSubject ? nil : window.days(upTo: unit, from: nil)
        let days = { [evaluation] (subject: Subject) in shared ?? evaluation.days(of: window, for: subject, upTo: unit)
        }
        var comparing = Comparing(comparison, evaluation.recorder)
        let truths = subjects.map { [isLeavingOpen] subject in
            let facts = counted.facts(of: subject, in: days(subject), yearsEndInside: window.yearsEndInside)
            return comparing.truth(of: value(isLeavingOpen ? facts.keeping(.some) : facts, counted))
        }
        return Decided(truths: truths) { [evaluation] row in
            let (subject, days) = (subjects[row], days(subjects[row]))
            let facts = counted.facts(of: subject, in: days, yearsEndInside: window.yearsEndInside)
            return Reasoned(
                truths[row], at: counting.node, { reason(facts, value(facts, counted), window, truths[row]) },
                { evaluation.steps(facts.told, of: counting.records.kind, about: subject) },
                needs: { counted.needs(of: subject, in: days, yearsEndInside: window.yearsEndInside) })
        }
    }

    func counted(_ counting: Counting, _ subject: SubjectKind) -> CountedRows {
        let place = NodePlace(counting.node)
        if let known = counted[place] { return known }
        let rows = counting.records.rows(of: subject, evaluation, disagreeing: counting.disagreeing)
        counted[place] = rows
        return rows
    }

    private func field(_ test: FieldTest, _ subjects: [Subject]) -> Decided {
        let fields = FieldTruths(test.field.name, test.test, of: subjects[0].kind, in: unit.days, evaluation)
        let truths = subjects.map { fields.truth(of: $0) }
        return Decided(truths: truths) { [evaluation, wording, unit] row in
            Reasoned(truths[row], at: test.node) {
                wording.field(
                    test, evaluation.fieldValues(test.field.name, of: subjects[row], in: unit.days), truths[row])
            } needs: {
                evaluation.records.kinds[subjects[row].kind.rawValue].map {
                    [Need($0, about: subjects[row], columns: [test.field.name])]
                } ?? []
            }
        }
    }
}

extension [[Truth]] {
    /// Row by row.
    fileprivate func joined(by combine: (Truth, Truth) -> Truth) -> [Truth] {
        guard var joined = first else { return [] }
        for truths in dropFirst() {
            for (row, truth) in truths.enumerated() { joined[row] = combine(joined[row], truth) }
        }
        return joined
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

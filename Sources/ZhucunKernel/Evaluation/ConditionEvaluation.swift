internal import CivilTime
import PolicyYAML

/// Decides the conditions of a provision for one subject after another at the end of one unit, and says why. What they share is
/// found and worded once.
final class ConditionEvaluation {
    private let evaluation: Evaluation
    /// Whose conditions they are.
    private let provision: Provision
    private let unit: Period
    private lazy var rules = evaluation.rules(with: provision)
    private(set) lazy var words = rules?.words ?? .none
    private var counted: [Place: CountedRows] = [:]
    private var worded: [Place: Text] = [:]
    private var fromPresence: [Place: Bool] = [:]

    /// A test of the profile, or a part of its words.
    private struct Place: Hashable {
        enum Part { case test, counted }

        let file: ObjectIdentifier
        let start: Int
        let part: Part

        init(_ node: Node, _ part: Part = .test) {
            file = ObjectIdentifier(node.file)
            start = node.start
            self.part = part
        }
    }

    init(_ evaluation: Evaluation, _ provision: Provision, _ unit: Period) {
        self.evaluation = evaluation
        self.provision = provision
        self.unit = unit
    }

    func truth(of condition: Condition, for subject: Subject) throws -> Reasoned {
        let result = try decide(condition, subject)
        evaluation.recorder?.note(condition.node, result.truth)
        return result
    }

    private func decide(_ condition: Condition, _ subject: Subject) throws -> Reasoned {
        switch condition {
        case .all(let parts, _): try join(parts, subject, Text("以下全部成立", "all of these hold"), Truth.all)
        case .any(let parts, _): try join(parts, subject, Text("以下任一成立", "any of these holds"), Truth.any)
        case .not(let part, _): try negate(part, subject)
        case .measure(let test): try measure(test, subject)
        case .count(let test): count(test, subject)
        case .field(let test): field(test, subject)
        case .sum(let test): sum(test, subject)
        }
    }

    private func join(_ parts: [Condition], _ subject: Subject, _ text: Text, _ combine: ([Truth]) -> Truth) throws -> Reasoned {
        let results = try parts.map { try truth(of: $0, for: subject) }
        return Reasoned(joining: results, text, combine)
    }

    private func negate(_ part: Condition, _ subject: Subject) throws -> Reasoned {
        let result = try truth(of: part, for: subject)
        return Reasoned(joining: [result], Text("以下不成立", "this does not hold")) { $0.first?.negated ?? .unknown }
    }

    private func measure(_ test: MeasureTest, _ subject: Subject) throws -> Reasoned {
        let target = rules?.targets[test.measure]
        let units = test.units(upTo: unit, target)
        guard !units.isEmpty else {
            return Reasoned(.unknown, at: test.node) { [self] in
                Reason(.unitsMissing, ["test": .title(title(of: target, test)), "holds": .truth(.unknown)])
            }
        }
        let values = try units.map { try evaluation.values(of: test.measure, for: [subject], in: $0, window: test.window, as: provision).first ?? nil }
        let truth = Truth.all(values.map { $0.map { test.comparison.truth(of: $0, evaluation.recorder) } ?? .unknown })
        let needs = { [self] in
            try units.flatMap { try evaluation.needs(of: test.measure, for: subject, in: $0, window: test.window, as: provision) }
        }
        return Reasoned(truth, recorded: isFromPresence(target, test.node) ? .unknown : truth, at: test.node, { [self] in
            let found = zip(units, values).map { unit, value -> Detail in
                let number = value.map { Detail.measured($0, target?.declaration.dimension ?? .count) } ?? .name("?")
                return units.count > 1 ? .phrase([.unit(unit), number]) : number
            }
            return Reason(test.consecutive > 1 ? .measureRunning : .measureTested, [
                "test": .title(title(of: target, test)), "within": .title(test.window?.text ?? Text("", "")),
                "found": found.count == 1 ? found[0] : .list(found), "times": .count(test.consecutive), "asked": test.comparison.asked, "holds": .truth(truth),
            ])
        }, needs: needs)
    }

    private func isFromPresence(_ target: MeasureTarget?, _ node: Node) -> Bool {
        if let known = fromPresence[Place(node)] { return known }
        let isFrom = target.map { rules?.isFromPresence($0) ?? false } ?? false
        fromPresence[Place(node)] = isFrom
        return isFrom
    }

    /// Counted in the window, or in each of the last units running.
    private func count(_ test: CountTest, _ subject: Subject) -> Reasoned {
        guard test.consecutive > 1 else { return count(test, subject, in: test.window ?? .unit, unit) }
        let units = test.units(upTo: unit)
        let results = units.map { count(test, subject, in: .unit, $0) }
        let truth = units.count < test.consecutive ? Truth.unknown : Truth.all(results.map(\.truth))
        return Reasoned(truth, at: test.node, {
            Reason(.countedRunning, ["times": .count(test.consecutive), "units": .phrase(units.map(Detail.unit)), "holds": .truth(truth)])
        }, { results.map(\.why) }, needs: { try results.flatMap { try $0.needs } })
    }

    private func count(_ test: CountTest, _ subject: Subject, in window: Window, _ unit: Period) -> Reasoned {
        let counted = counted(test.kind, test.filter, test.disagreeing, test.node, subject)
        let facts = facts(counted, subject, window, unit)
        let value = MeasureValue(counted.number(facts, distinct: test.distinct))
        let truth = value.map { test.comparison.truth(of: $0, evaluation.recorder) } ?? .unknown
        return Reasoned(truth, at: test.node, { [self] in
            guard let value, !facts.isSilent else { return notKept(facts, test.kind, window, truth) }
            let doubts = facts.doubts(test.kind)
            return Reason(doubts.isEmpty ? .recordsCounted : .recordsCountedInDoubt, [
                "test": .title(title(test.kind, test.filter, test.node)), "within": .title(window.text), "found": .measured(value, .count),
                "doubt": .doubts(doubts), "asked": test.comparison.asked, "holds": .truth(truth),
            ])
        }, { [evaluation] in evaluation.steps(facts.told, of: test.kind) }, needs: { [self] in
            counted.needs(of: subject, in: days(window, subject, unit), yearsEndInside: window.yearsEndInside)
        })
    }

    private func counted(_ kind: RecordKind, _ filter: Filter, _ disagreeing: Disagreeing, _ node: Node, _ subject: Subject) -> CountedRows {
        if let known = counted[Place(node)] { return known }
        let rows = CountedRows(kind, filter, of: subject.kind, evaluation, disagreeing: disagreeing)
        counted[Place(node)] = rows
        return rows
    }

    private func facts(_ counted: CountedRows, _ subject: Subject, _ window: Window, _ unit: Period) -> CountedFacts {
        counted.facts(of: subject, in: days(window, subject, unit), yearsEndInside: window.yearsEndInside)
    }

    private func days(_ window: Window, _ subject: Subject, _ unit: Period) -> DayRange {
        window.days(upTo: unit, termStart: evaluation.termStart(of: subject, in: unit.days))
    }

    /// That nothing is there, and that it was not kept.
    private func notKept(_ facts: CountedFacts, _ kind: RecordKind, _ window: Window, _ truth: Truth) -> Reason {
        Reason(.testNotKept, [
            "within": .title(window.text), "doubt": .doubts(facts.doubts(kind)), "file": .name(kind.file), "holds": .truth(truth),
        ])
    }

    private func field(_ test: FieldTest, _ subject: Subject) -> Reasoned {
        let values = evaluation.fieldValues(test.field.name, of: subject, in: unit.days)
        let titles = values.isEmpty ? [Text(same: "?")] : values.map { test.field.title(of: $0, words) }
        let asked = test.text(words)
        let meaning = evaluation.emptyMeaning(of: test.field.name, subject.kind)
        let truth = test.test.holds(values, ofEmpty: meaning, evaluation.recorder)
        return Reasoned(truth, at: test.node, {
            Reason(.fieldTested, [
                "test": .title(test.field.title), "found": .titles(titles), "asked": .title(asked), "holds": .truth(truth),
            ])
        }, needs: { [evaluation] in
            evaluation.records.kinds[subject.kind.rawValue].map { [Need($0, about: subject, columns: [test.field.name])] } ?? []
        })
    }

    private func sum(_ test: SumTest, _ subject: Subject) -> Reasoned {
        let window = test.window ?? .unit
        let counted = counted(test.kind, test.filter, test.disagreeing, test.node, subject)
        let facts = facts(counted, subject, window, unit)
        let value = test.value(of: facts, counted)
        let dimension = test.over == nil ? test.kind.columns[test.of].type.dimension ?? .count : .share
        let title = Text(test.kind.columns[test.of].chineseName, test.kind.columns[test.of].name)
        let truth = value.map { test.comparison.truth(of: $0, evaluation.recorder) } ?? .unknown
        return Reasoned(truth, at: test.node, { [self] in
            guard !facts.isSilent else { return notKept(facts, test.kind, window, truth) }
            let doubts = facts.doubts(test.kind)
            return Reason(doubts.isEmpty ? .recordsSummed : .recordsSummedInDoubt, [
                "test": .title(self.title(test.kind, test.filter, test.node)), "of": .title(title), "within": .title(window.text),
                "found": value.map { .measured($0, dimension) } ?? .name("?"), "doubt": .doubts(doubts),
                "asked": test.comparison.asked, "holds": .truth(truth),
            ])
        }, { [evaluation] in evaluation.steps(facts.told, of: test.kind) }, needs: { [self] in
            counted.needs(of: subject, in: days(window, subject, unit), yearsEndInside: window.yearsEndInside)
        })
    }

    /// What is counted, with its filter.
    private func title(_ kind: RecordKind, _ filter: Filter, _ node: Node) -> Text {
        worded(Place(node, .counted)) {
            let filter = filter.text(kind, words)
            return Text(kind.about.title.zh + filter.zh, kind.about.title.en + filter.en)
        }
    }

    private func worded(_ place: Place, _ make: () -> Text) -> Text {
        if let known = worded[place] { return known }
        let text = make()
        worded[place] = text
        return text
    }

    private func title(of target: MeasureTarget?, _ test: MeasureTest) -> Text {
        guard let target, let name = rules?.provision(target.key)?.name else { return Text(same: test.measure.name) }
        return Text("“\(name)”\(target.declaration.title.zh)", "\(target.declaration.title.en) of \(target.key)")
    }
}

extension SubjectField {
    /// A value for people: a word by its title, a number with its unit.
    fileprivate func title(of value: MeasureValue, _ words: Words) -> Text {
        if let dimension = type.dimension { return value.readable(as: dimension) }
        return type.group.map { words.title(value.exactText, in: $0) } ?? Text(same: value.exactText)
    }
}

extension FieldTest {
    fileprivate func text(_ words: Words) -> Text {
        switch test {
        case .oneOf(let values):
            let titles = values.map { value in field.type.group.map { words.title(value, in: $0) } ?? Text(same: value) }
            return Text(titles.map(\.zh).joined(separator: "或"), titles.map(\.en).joined(separator: " or "))
        case .flag(let flag): return Text(flag ? "是" : "否", String(flag))
        case .comparison(let comparison): return comparison.text
        case .isPresent(let present): return Text(present ? "有" : "没有", present ? "present" : "absent")
        }
    }
}

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
        enum Part { case test, counted, asked }

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
                let name = title(of: target, test)
                return Text("\(name.zh)：本期内没有完整的时间单位", "\(name.en): no whole unit in the period")
            }
        }
        let values = try units.map { try evaluation.values(of: test.measure, for: [subject], in: $0, window: test.window, as: provision).first ?? nil }
        let truth = Truth.all(values.map { $0.map { test.comparison.truth(of: $0, evaluation.recorder) } ?? .unknown })
        return Reasoned(truth, recorded: isFromPresence(target, test.node) ? .unknown : truth, at: test.node) { [self] in
            let asked = asked(test.comparison, test.node)
            let name = title(of: target, test)
            let found = zip(units, values).map { unit, value -> Text in
                let number = value?.readable(as: target?.declaration.dimension ?? .count) ?? Text(same: "?")
                return units.count > 1 ? Text("\(unit) \(number.zh)", "\(unit) \(number.en)") : number
            }
            let window = test.window?.text ?? Text("", "")
            let running = test.consecutive > 1 ? Text("连续 \(test.consecutive) 次", "\(test.consecutive) times running ") : Text("", "")
            return Text(
                "\(window.zh)\(name.zh) \(found.map(\.zh).joined(separator: "、"))（条件：\(running.zh)\(asked.zh)）",
                "\(name.en) \(window.en) \(found.map(\.en).joined(separator: ", ")) (asked: \(running.en)\(asked.en))")
        }
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
        let span = units.map(\.description).joined(separator: " ")
        return Reasoned(truth, at: test.node, { Text("连续 \(test.consecutive) 期（\(span)）", "\(test.consecutive) units running (\(span))") }, { results.map(\.why) })
    }

    private func count(_ test: CountTest, _ subject: Subject, in window: Window, _ unit: Period) -> Reasoned {
        let counted = counted(test.kind, test.filter, test.disagreeing, test.node, subject)
        let facts = facts(counted, subject, window, unit)
        let value = MeasureValue(counted.number(facts, distinct: test.distinct))
        return Reasoned(value.map { test.comparison.truth(of: $0, evaluation.recorder) } ?? .unknown, at: test.node, { [self] in
            guard let value, !facts.isSilent else { return notKept(facts, test.kind, window) }
            let (title, asked) = (title(test.kind, test.filter, test.node), asked(test.comparison, test.node))
            let (number, doubt) = (value.readable(as: .count), doubt(facts, test.kind))
            return Text(
                "\(window.text.zh)\(title.zh) \(number.zh) 次\(doubt.zh)（条件：\(asked.zh)）",
                "\(number.en) \(title.en) \(window.text.en)\(doubt.en) (asked: \(asked.en))")
        }, { [evaluation] in facts.told.map { Explanation(evaluation.describe($0, test.kind)) } })
    }

    private func counted(_ kind: RecordKind, _ filter: Filter, _ disagreeing: Disagreeing, _ node: Node, _ subject: Subject) -> CountedRows {
        if let known = counted[Place(node)] { return known }
        let rows = CountedRows(kind, filter, of: subject.kind, evaluation, disagreeing: disagreeing)
        counted[Place(node)] = rows
        return rows
    }

    private func facts(_ counted: CountedRows, _ subject: Subject, _ window: Window, _ unit: Period) -> CountedFacts {
        let days = window.days(upTo: unit, termStart: evaluation.termStart(of: subject, in: unit.days))
        return counted.facts(of: subject, in: days, yearsEndInside: window.yearsEndInside)
    }

    /// That nothing is there, and that it was not kept.
    private func notKept(_ facts: CountedFacts, _ kind: RecordKind, _ window: Window) -> Text {
        let doubt = facts.doubt(kind.about.title) ?? Text("", "")
        return Text("\(window.text.zh)\(doubt.zh)（\(kind.file)）", "\(doubt.en) \(window.text.en) (\(kind.file))")
    }

    /// Why the number is not known, behind it; nothing where it is.
    private func doubt(_ facts: CountedFacts, _ kind: RecordKind) -> Text {
        facts.doubt(kind.about.title).map { Text("，\($0.zh)", ", \($0.en)") } ?? Text("", "")
    }

    private func field(_ test: FieldTest, _ subject: Subject) -> Reasoned {
        let values = evaluation.fieldValues(test.field.name, of: subject, in: unit.days)
        let titles = values.isEmpty ? [Text(same: "?")] : values.map { test.field.title(of: $0, words) }
        let asked = test.text(words)
        let meaning = evaluation.emptyMeaning(of: test.field.name, subject.kind)
        return Reasoned(test.test.holds(values, ofEmpty: meaning, evaluation.recorder), at: test.node) {
            Text(
                "\(test.field.title.zh) \(titles.map(\.zh).joined(separator: "、"))（条件：\(asked.zh)）",
                "\(test.field.title.en) \(titles.map(\.en).joined(separator: ", ")) (asked: \(asked.en))")
        }
    }

    private func sum(_ test: SumTest, _ subject: Subject) -> Reasoned {
        let window = test.window ?? .unit
        let counted = counted(test.kind, test.filter, test.disagreeing, test.node, subject)
        let facts = facts(counted, subject, window, unit)
        let value = test.value(of: facts, counted)
        let dimension = test.over == nil ? test.kind.columns[test.of].type.dimension ?? .count : .share
        let title = Text(test.kind.columns[test.of].chineseName, test.kind.columns[test.of].name)
        return Reasoned(value.map { test.comparison.truth(of: $0, evaluation.recorder) } ?? .unknown, at: test.node, { [self] in
            guard !facts.isSilent else { return notKept(facts, test.kind, window) }
            let (counted, asked) = (self.title(test.kind, test.filter, test.node), asked(test.comparison, test.node))
            let (number, doubt) = (value?.readable(as: dimension) ?? Text(same: "?"), doubt(facts, test.kind))
            return Text(
                "\(window.text.zh)\(counted.zh)的\(title.zh)合计 \(number.zh)\(doubt.zh)（条件：\(asked.zh)）",
                "\(title.en) of \(counted.en) \(window.text.en): \(number.en) in all\(doubt.en) (asked: \(asked.en))")
        }, { [evaluation] in facts.told.map { Explanation(evaluation.describe($0, test.kind)) } })
    }

    /// What is counted, with its filter.
    private func title(_ kind: RecordKind, _ filter: Filter, _ node: Node) -> Text {
        worded(Place(node, .counted)) {
            let filter = filter.text(kind, words)
            return Text(kind.about.title.zh + filter.zh, kind.about.title.en + filter.en)
        }
    }

    private func asked(_ comparison: Comparison, _ node: Node) -> Text { worded(Place(node, .asked)) { comparison.text } }

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

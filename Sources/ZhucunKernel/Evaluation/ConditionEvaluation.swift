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
        return Reasoned(combine(results.map(\.truth)), joining: results, text)
    }

    private func negate(_ part: Condition, _ subject: Subject) throws -> Reasoned {
        let result = try truth(of: part, for: subject)
        return Reasoned(result.truth.negated, joining: [result], Text("以下不成立", "this does not hold"))
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
        return Reasoned(truth, at: test.node) { [self] in
            let asked = asked(test.comparison, test.node)
            let name = title(of: target, test)
            let found = zip(units, values).map { unit, value in (units.count > 1 ? "\(unit) " : "") + (value.map { $0.readable(as: target?.declaration.dimension ?? .count) } ?? "?") }
            let window = test.window?.text ?? Text("", "")
            let running = test.consecutive > 1 ? Text("连续 \(test.consecutive) 次", "\(test.consecutive) times running ") : Text("", "")
            return Text(
                "\(window.zh)\(name.zh) \(found.joined(separator: "、"))（条件：\(running.zh)\(asked.zh)）",
                "\(name.en) \(window.en) \(found.joined(separator: ", ")) (asked: \(running.en)\(asked.en))")
        }
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
        let counted = counted(test.kind, test.filter, test.node, subject)
        guard let rows = rows(counted, subject, window, unit) else { return notKept(test.kind, window, test.node) }
        let number = counted.number(of: rows, distinct: test.distinct)
        return Reasoned(Truth(test.comparison.holds(number, evaluation.recorder)), at: test.node, { [self] in
            let (title, asked) = (title(test.kind, test.filter, test.node), asked(test.comparison, test.node))
            return Text(
                "\(window.text.zh)\(title.zh) \(number.exactText) 次（条件：\(asked.zh)）",
                "\(number.exactText) \(title.en) \(window.text.en) (asked: \(asked.en))")
        }, { [evaluation] in rows.map { Explanation(evaluation.describe($0, test.kind)) } })
    }

    private func counted(_ kind: RecordKind, _ filter: Filter, _ node: Node, _ subject: Subject) -> CountedRows {
        if let known = counted[Place(node)] { return known }
        let rows = CountedRows(kind, filter, of: subject.kind, evaluation)
        counted[Place(node)] = rows
        return rows
    }

    private func rows(_ counted: CountedRows, _ subject: Subject, _ window: Window, _ unit: Period) -> [Int]? {
        let days = window.days(upTo: unit, termStart: evaluation.termStart(of: subject, in: unit.days))
        return counted.rows(of: subject, in: days, yearsEndInside: window.yearsEndInside)
    }

    private func notKept(_ kind: RecordKind, _ window: Window, _ node: Node) -> Reasoned {
        Reasoned(.unknown, at: node) {
            Text("\(window.text.zh)没有保存\(kind.about.title.zh)记录（\(kind.file)）", "no \(kind.about.title.en) were kept \(window.text.en) (\(kind.file))")
        }
    }

    private func field(_ test: FieldTest, _ subject: Subject) -> Reasoned {
        let values = evaluation.fieldValues(test.field.name, of: subject, in: unit.days)
        let titles = values.isEmpty ? [Text(same: "?")] : values.map { test.field.title(of: $0, words) }
        let asked = test.text(words)
        return Reasoned(test.test.holds(values, evaluation.recorder), at: test.node) {
            Text(
                "\(test.field.title.zh) \(titles.map(\.zh).joined(separator: "、"))（条件：\(asked.zh)）",
                "\(test.field.title.en) \(titles.map(\.en).joined(separator: ", ")) (asked: \(asked.en))")
        }
    }

    private func sum(_ test: SumTest, _ subject: Subject) -> Reasoned {
        let window = test.window ?? .unit
        let counted = counted(test.kind, test.filter, test.node, subject)
        guard let rows = rows(counted, subject, window, unit) else { return notKept(test.kind, window, test.node) }
        let value = test.value(of: rows, counted.table)
        let dimension = test.over == nil ? test.kind.columns[test.of].type.dimension ?? .count : .share
        let title = Text(test.kind.columns[test.of].chineseName, test.kind.columns[test.of].name)
        return Reasoned(value.map { Truth(test.comparison.holds($0, evaluation.recorder)) } ?? .unknown, at: test.node, { [self] in
            let (counted, asked) = (self.title(test.kind, test.filter, test.node), asked(test.comparison, test.node))
            let number = value.map { MeasureValue.number($0).readable(as: dimension) } ?? "?"
            return Text(
                "\(window.text.zh)\(counted.zh)的\(title.zh)合计 \(number)（条件：\(asked.zh)）",
                "\(title.en) of \(counted.en) \(window.text.en): \(number) in all (asked: \(asked.en))")
        }, { [evaluation] in rows.map { Explanation(evaluation.describe($0, test.kind)) } })
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
        if let dimension = type.dimension { return Text(same: value.readable(as: dimension)) }
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

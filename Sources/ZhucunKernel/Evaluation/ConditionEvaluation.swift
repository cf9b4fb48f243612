internal import CivilTime
public import PolicyYAML

/// Decides a condition for one subject at the end of one unit, and says why.
struct ConditionEvaluation {
    let evaluation: Evaluation
    /// Whose condition it is.
    let provision: Provision
    let unit: Period
    let subject: Subject
    let words: Words

    func truth(of condition: Condition) throws -> Reasoned {
        let result = try decide(condition)
        evaluation.recorder?.note(condition.node, result.truth)
        return result
    }

    private func decide(_ condition: Condition) throws -> Reasoned {
        switch condition {
        case .all(let parts, _): try join(parts, Text("以下全部成立", "all of these hold"), Truth.all)
        case .any(let parts, _): try join(parts, Text("以下任一成立", "any of these holds"), Truth.any)
        case .not(let part, _): try negate(part)
        case .measure(let test): try measure(test)
        case .count(let test): count(test)
        case .field(let test): field(test)
        case .sum(let test): sum(test)
        }
    }

    private func join(_ parts: [Condition], _ text: Text, _ combine: ([Truth]) -> Truth) throws -> Reasoned {
        let results = try parts.map { try self.truth(of: $0) }
        return Reasoned(combine(results.map(\.truth)), joining: results, text)
    }

    private func negate(_ part: Condition) throws -> Reasoned {
        let result = try self.truth(of: part)
        return Reasoned(result.truth.negated, joining: [result], Text("以下不成立", "this does not hold"))
    }

    private func measure(_ test: MeasureTest) throws -> Reasoned {
        let target = evaluation.rules(with: provision)?.targets[test.measure]
        let units = test.units(upTo: unit, target)
        guard !units.isEmpty else {
            return Reasoned(.unknown, at: test.node) {
                let name = title(of: target, test)
                return Text("\(name.zh)：本期内没有完整的时间单位", "\(name.en): no whole unit in the period")
            }
        }
        let values = try units.map { try evaluation.values(of: test.measure, for: [subject], in: $0, window: test.window, as: provision).first ?? nil }
        let truth = Truth.all(values.map { $0.map { Truth(test.comparison.holds($0, evaluation.recorder)) } ?? .unknown })
        return Reasoned(truth, at: test.node) {
            let name = title(of: target, test)
            let found = zip(units, values).map { unit, value in (units.count > 1 ? "\(unit) " : "") + (value.map { $0.readable(as: target?.declaration.dimension ?? .count) } ?? "?") }
            let window = (test.window ?? target?.declaration.defaultWindow)?.text ?? Text("", "")
            let running = test.consecutive > 1 ? Text("连续 \(test.consecutive) 次", "\(test.consecutive) times running ") : Text("", "")
            return Text(
                "\(window.zh)\(name.zh) \(found.joined(separator: "、"))（条件：\(running.zh)\(test.comparison.text.zh)）",
                "\(name.en) \(window.en) \(found.joined(separator: ", ")) (asked: \(running.en)\(test.comparison.text.en))")
        }
    }

    /// Counted in the window, or in each of the last units running.
    private func count(_ test: CountTest) -> Reasoned {
        guard test.consecutive > 1 else { return count(test, in: test.window ?? .unit, unit) }
        let units = test.units(upTo: unit)
        let results = units.map { count(test, in: .unit, $0) }
        let truth = units.count < test.consecutive ? Truth.unknown : Truth.all(results.map(\.truth))
        let span = units.map(\.description).joined(separator: " ")
        return Reasoned(truth, at: test.node, { Text("连续 \(test.consecutive) 期（\(span)）", "\(test.consecutive) units running (\(span))") }, { results.map(\.why) })
    }

    private func count(_ test: CountTest, in window: Window, _ unit: Period) -> Reasoned {
        let title = test.kind.about.title
        guard let found = rows(test.kind, test.filter, window, unit) else { return notKept(test.kind, window, test.node) }
        let rows = found.rows
        let number = CountedRecords(kind: test.kind, filter: test.filter).number(of: rows, test.distinct, evaluation)
        let text = {
            let filter = test.filter.text(test.kind, words)
            return Text(
                "\(window.text.zh)\(title.zh)\(filter.zh) \(number.exactText) 次（条件：\(test.comparison.text.zh)）",
                "\(number.exactText) \(title.en)\(filter.en) \(window.text.en) (asked: \(test.comparison.text.en))")
        }
        return Reasoned(Truth(test.comparison.holds(.number(number), evaluation.recorder)), at: test.node, text) {
            rows.map { Explanation(evaluation.describe($0, test.kind)) }
        }
    }

    private func rows(_ kind: RecordKind, _ filter: Filter, _ window: Window, _ unit: Period) -> (rows: [Int], table: RecordTable)? {
        let days = window.days(upTo: unit, termStart: evaluation.termStart(of: subject, in: unit.days))
        return evaluation.countRecords(kind, filter, subject, days, yearsEndInside: window.yearsEndInside)
    }

    private func notKept(_ kind: RecordKind, _ window: Window, _ node: Node) -> Reasoned {
        Reasoned(.unknown, at: node) {
            Text("\(window.text.zh)没有保存\(kind.about.title.zh)记录（\(kind.file)）", "no \(kind.about.title.en) were kept \(window.text.en) (\(kind.file))")
        }
    }

    private func field(_ test: FieldTest) -> Reasoned {
        let values = evaluation.fieldValues(test.field.name, of: subject, in: unit.days)
        let titles = values.isEmpty ? [Text(same: "?")] : values.map { test.field.title(of: $0, words) }
        let asked = test.text(words)
        return Reasoned(test.test.holds(values, evaluation.recorder), at: test.node) {
            Text(
                "\(test.field.title.zh) \(titles.map(\.zh).joined(separator: "、"))（条件：\(asked.zh)）",
                "\(test.field.title.en) \(titles.map(\.en).joined(separator: ", ")) (asked: \(asked.en))")
        }
    }

    private func sum(_ test: SumTest) -> Reasoned {
        let window = test.window ?? .unit
        guard let found = rows(test.kind, test.filter, window, unit) else { return notKept(test.kind, window, test.node) }
        let value = test.value(of: found.rows, found.table)
        let dimension = test.over == nil ? test.kind.columns[test.of].type.dimension ?? .count : .share
        let title = Text(test.kind.columns[test.of].chineseName, test.kind.columns[test.of].name)
        return Reasoned(value.map { Truth(test.comparison.holds(.number($0), evaluation.recorder)) } ?? .unknown, at: test.node, {
            let filter = test.filter.text(test.kind, words)
            let number = value.map { MeasureValue.number($0).readable(as: dimension) } ?? "?"
            return Text(
                "\(window.text.zh)\(test.kind.about.title.zh)\(filter.zh)的\(title.zh)合计 \(number)（条件：\(test.comparison.text.zh)）",
                "\(title.en) of \(test.kind.about.title.en)\(filter.en) \(window.text.en): \(number) in all (asked: \(test.comparison.text.en))")
        }, { found.rows.map { Explanation(evaluation.describe($0, test.kind)) } })
    }

    private func title(of target: MeasureTarget?, _ test: MeasureTest) -> Text {
        guard let target, let name = evaluation.rules(with: provision)?.provision(target.key)?.name else { return Text(same: test.measure.name) }
        return Text("“\(name)”\(target.declaration.title.zh)", "\(target.declaration.title.en) of \(target.key)")
    }
}

/// A truth, and why: put into words only when somebody asks.
public struct Reasoned {
    public let truth: Truth
    private let node: Node?
    private let text: () -> Text
    private let steps: () -> [Explanation]
    /// What it joins, if it is no test itself.
    private let parts: [Reasoned]

    init(_ truth: Truth, at node: Node, _ text: @escaping () -> Text, _ steps: @escaping () -> [Explanation] = { [] }) {
        self.truth = truth
        self.node = node
        self.text = text
        self.steps = steps
        parts = []
    }

    init(_ truth: Truth, joining parts: [Reasoned], _ text: Text) {
        self.truth = truth
        node = nil
        self.text = { text }
        steps = { parts.map(\.why) }
        self.parts = parts
    }

    private var worded: Text {
        let text = text()
        return Text("\(text.zh)：\(truth.title.zh)", "\(text.en): \(truth.title.en)")
    }

    public var why: Explanation { Explanation(worded, verdict: truth.verdict, location: node?.location, steps()) }

    /// The texts of the tests that came out so, without the words that join them.
    public func leaves(_ truth: Truth) -> [Text] {
        if node != nil { return self.truth == truth ? [worded] : [] }
        return parts.flatMap { $0.leaves(truth) }
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

extension Truth {
    var title: Text {
        switch self {
        case .yes: Text("成立", "holds")
        case .no: Text("不成立", "does not hold")
        case .unknown: Text("无法判断", "unknown")
        }
    }

    var verdict: Verdict {
        switch self {
        case .yes: .met
        case .no: .notApplicable
        case .unknown: .undetermined
        }
    }
}

internal import CivilTime
internal import PolicyYAML

/// Decides a condition for one subject at the end of one unit, and says why.
struct ConditionEvaluation {
    let evaluation: Evaluation
    /// Whose condition it is.
    let provision: Provision
    let unit: Period
    let subject: Subject
    let words: Words

    func truth(of condition: Condition) throws -> Reasoned {
        switch condition {
        case .all(let parts): try join(parts, Text("以下全部成立", "all of these hold"), Truth.all)
        case .any(let parts): try join(parts, Text("以下任一成立", "any of these holds"), Truth.any)
        case .not(let part): try negate(part)
        case .measure(let test): try measure(test)
        case .count(let test): count(test)
        }
    }

    private func join(_ parts: [Condition], _ text: Text, _ combine: ([Truth]) -> Truth) throws -> Reasoned {
        let results = try parts.map { try self.truth(of: $0) }
        return Reasoned(combine(results.map(\.truth)), at: nil, { text }, { results.map(\.why) })
    }

    private func negate(_ part: Condition) throws -> Reasoned {
        let result = try self.truth(of: part)
        return Reasoned(result.truth.negated, at: nil, { Text("以下不成立", "this does not hold") }, { [result.why] })
    }

    private func measure(_ test: MeasureTest) throws -> Reasoned {
        let target = evaluation.rules(with: provision)?.targets[test.measure]
        let units = units(of: test, target)
        guard !units.isEmpty else {
            return Reasoned(.unknown, at: test.node) {
                let name = title(of: target, test)
                return Text("\(name.zh)：本期内没有完整的时间单位", "\(name.en): no whole unit in the period")
            }
        }
        let values = try units.map { try evaluation.values(of: test.measure, for: [subject], in: $0, window: test.window, as: provision).first ?? nil }
        let truth = Truth.all(values.map { $0.map { Truth(test.comparison.holds($0)) } ?? .unknown })
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

    /// The unit itself, or the last ones running, in the units of the measure.
    private func units(of test: MeasureTest, _ target: MeasureTarget?) -> [Period] {
        guard test.consecutive > 1 else { return [unit] }
        var current: Period? = target?.per.map { $0 == unit.unit ? unit : unit.units($0).last } ?? unit
        var units: [Period] = []
        while let next = current, units.count < test.consecutive {
            units.append(next)
            current = next.previous
        }
        return units.count == test.consecutive ? units.reversed() : []
    }

    private func count(_ test: CountTest) -> Reasoned {
        let window = test.window ?? .unit
        let days = window.days(upTo: unit, termStart: evaluation.termStart(of: subject, in: unit.days))
        let title = test.kind.about.title
        guard let found = evaluation.countRecords(test.kind, test.filter, subject, days) else {
            return Reasoned(.unknown, at: test.node) {
                Text("\(window.text.zh)没有保存\(title.zh)记录（\(test.kind.file)）", "no \(title.en) were kept \(window.text.en) (\(test.kind.file))")
            }
        }
        let rows = found.rows
        let text = {
            let filter = test.filter.text(test.kind, words)
            return Text(
                "\(window.text.zh)\(title.zh)\(filter.zh) \(rows.count) 次（条件：\(test.comparison.text.zh)）",
                "\(rows.count) \(title.en)\(filter.en) \(window.text.en) (asked: \(test.comparison.text.en))")
        }
        return Reasoned(Truth(test.comparison.holds(.number(Fraction(rows.count)))), at: test.node, text) {
            rows.map { Explanation(evaluation.describe($0, test.kind)) }
        }
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

    init(_ truth: Truth, at node: Node?, _ text: @escaping () -> Text, _ steps: @escaping () -> [Explanation] = { [] }) {
        self.truth = truth
        self.node = node
        self.text = text
        self.steps = steps
    }

    public var why: Explanation {
        let text = text()
        return Explanation(
            Text("\(text.zh)：\(truth.title.zh)", "\(text.en): \(truth.title.en)"), verdict: truth.verdict, location: node?.location, steps())
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

internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// How long somebody must have been posted before a requirement binds.
enum PostedFor: Sendable, Equatable {
    case wholeUnit
    /// So many days of the term by the end of the unit.
    case days(Int)

    func isFulfilled(_ subject: Subject, _ ask: Case<Requirements>) -> Bool {
        switch self {
        case .wholeUnit: return ask.evaluation.isPosted(subject, throughout: ask.unit.days)
        case .days(let count):
            let last = min(ask.unit.last, ask.evaluation.lastDayOver(in: ask.unit))
            return ask.evaluation.termBegan(subject, by: last).map { last - $0 + 1 >= count } ?? false
        }
    }
}

extension ValueType where Value == PostedFor {
    static let postedFor = ValueType(
        name: Text("30 days，或 whole_unit", "30 days, or whole_unit"),
        node: { node, session in
            if node.text == "whole_unit" { return .wholeUnit }
            return ValueType<Int>.whole(.days, in: 1...3660).read(node, session).map { .days($0) }
        })
}

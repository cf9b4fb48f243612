internal import PolicyYAML
internal import ZhucunKernel

/// Steps of one case that follow each other: where a document gives the whole way and its parts, they must agree.
enum Cascades {
    /// One step from one column of a record to another, in days.
    struct Step {
        let provision: Provision
        let from: String
        let to: String
        let days: Int
    }

    static func check(_ provisions: [(provision: Provision, rule: DeadlineRule)], _ session: ReadingSession) {
        let kinds = Dictionary(grouping: provisions) { $0.provision.subject }
        for kind in kinds.keys.sorted() {
            let steps = (kinds[kind] ?? []).compactMap { item -> Step? in
                guard case .field(let from) = item.rule.from, case .field(let to) = item.rule.to,
                    case .within(let limit) = item.rule.limit, let days = limit.days
                else { return nil }
                return Step(provision: item.provision, from: from, to: to, days: days)
            }
            for whole in steps {
                for first in steps where first.from == whole.from && first.to != whole.to {
                    for second in steps
                    where second.from == first.to && second.to == whole.to && first.days + second.days != whole.days {
                        session.report(.stepsDisagree(whole, first, second))
                    }
                }
            }
        }
    }
}

extension Diagnostic {
    /// A note: the documents may say so themselves, and the office has to settle it.
    fileprivate static func stepsDisagree(_ whole: Cascades.Step, _ first: Cascades.Step, _ second: Cascades.Step)
        -> Diagnostic
    {
        let place = { (step: Cascades.Step) in (step.provision.node["within"] ?? step.provision.node).location }
        let sum = "\(first.days) + \(second.days) = \(first.days + second.days)"
        return Diagnostic(
            "D202", .note,
            Text(
                "从 \(whole.from) 到 \(whole.to) 写的是 \(whole.days) 天，分步相加是 \(sum) 天",
                "from \(whole.from) to \(whole.to) \(whole.days) days are given, the steps between make \(sum)"),
            at: place(whole), secondary: [Label(place(first), nil), Label(place(second), nil)])
    }
}

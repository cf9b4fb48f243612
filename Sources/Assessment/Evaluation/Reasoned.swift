internal import PolicyYAML

/// A truth, and why: put into data only when somebody asks.
public struct Reasoned {
    /// Whether it holds.
    public let truth: Truth
    /// The same without what is only counted from presence: unknown where it hangs on that.
    public let recorded: Truth
    private let what: What

    private enum What {
        case test(Node, () -> Reason, steps: () -> [Explanation], needs: () throws -> [Need])
        /// No test itself: what it joins, under a title.
        case joint(Text, [Reasoned])
    }

    init(
        _ truth: Truth, recorded: Truth? = nil, at node: Node, _ reason: @escaping () -> Reason,
        _ steps: @escaping () -> [Explanation] = { [] },
        needs: @escaping () throws -> [Need] = { [] }
    ) {
        self.truth = truth
        self.recorded = recorded ?? truth
        what = .test(node, reason, steps: steps, needs: needs)
    }

    init(joining parts: [Reasoned], _ title: Text, _ combine: ([Truth]) -> Truth) {
        truth = combine(parts.map(\.truth))
        recorded = combine(parts.map(\.recorded))
        what = .joint(title, parts)
    }

    /// As a step of an explanation, with those under it.
    public var why: Explanation {
        switch what {
        case .test(let node, let reason, let steps, _):
            step(reason().text, steps(), node)
        case .joint(let title, let parts):
            Explanation(
                Text("\(title.zh)：\(truth.title.zh)", "\(title.en): \(truth.title.en)"), verdict: truth.verdict,
                parts.map(\.why))
        }
    }

    private func step(_ text: Text, _ steps: [Explanation], _ node: Node) -> Explanation {
        Explanation(
            Text("\(text.zh)：\(truth.title.zh)", "\(text.en): \(truth.title.en)"), verdict: truth.verdict,
            location: node.location, steps)
    }

    /// The tests that came out so, without the words that join them.
    public func leaves(_ truth: Truth) -> [Reason] {
        switch what {
        case .test(_, let reason, _, _): self.truth == truth ? [reason()] : []
        case .joint(_, let parts): parts.flatMap { $0.leaves(truth) }
        }
    }
}

extension Reasoned {
    /// What would decide the tests that are not known.
    public var needs: [Need] {
        get throws {
            guard truth == .unknown else { return [] }
            switch what {
            case .test(_, _, _, let needs): return try needs()
            case .joint(_, let parts): return try parts.flatMap { try $0.needs }
            }
        }
    }
}

extension Truth {
    var verdict: Verdict {
        switch self {
        case .yes: .met
        case .no: .notApplicable
        case .unknown: .undetermined
        }
    }
}

public import PolicyYAML

/// A truth, and why: put into words only when somebody asks.
public struct Reasoned {
    public let truth: Truth
    /// The same without what is only counted from presence: unknown where it hangs on that.
    public let recorded: Truth
    private let node: Node?
    private let text: () -> Text
    private let steps: () -> [Explanation]
    /// What it joins, if it is no test itself.
    private let parts: [Reasoned]

    init(_ truth: Truth, recorded: Truth? = nil, at node: Node, _ text: @escaping () -> Text, _ steps: @escaping () -> [Explanation] = { [] }) {
        self.truth = truth
        self.recorded = recorded ?? truth
        self.node = node
        self.text = text
        self.steps = steps
        parts = []
    }

    init(joining parts: [Reasoned], _ text: Text, _ combine: ([Truth]) -> Truth) {
        truth = combine(parts.map(\.truth))
        recorded = combine(parts.map(\.recorded))
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

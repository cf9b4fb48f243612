public import Messages

/// How strong an order is, as its document words it.
public enum Strength: String, Sendable, CaseIterable {
    /// It binds.
    case must
    /// It binds in principle (原则上, 一般): a departure is counted and listed apart, and excused by a recorded reason.
    case inPrinciple = "in_principle"
    /// It is encouraged (鼓励): nobody falls short of it.
    case encouraged

    /// What people call it.
    public var title: Text {
        switch self {
        case .must: Text("必须", "must")
        case .inPrinciple: Text("原则上", "in principle")
        case .encouraged: Text("鼓励", "encouraged")
        }
    }

    /// What a verdict is called under an order of this strength: nobody breaks what binds in principle, who does otherwise departs from it.
    public func title(of verdict: Verdict) -> Text {
        self == .inPrinciple && verdict == .breached ? Text("偏离", "departure") : verdict.title
    }
}

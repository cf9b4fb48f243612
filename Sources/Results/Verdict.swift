public import Exact
public import Messages

/// A provision's verdict for a subject and unit.
public enum Verdict: String, Sendable, CaseIterable {
    case met, breached, undetermined
    case notApplicable = "not_applicable"

    /// Of what is asked: met where it holds, breached where it does not, else undetermined.
    public init(whether holds: Truth) {
        self =
            switch holds {
            case .yes: .met
            case .no: .breached
            case .unknown: .undetermined
            }
    }

    /// What it is called for people: 符合, met.
    public var title: Text {
        switch self {
        case .met: Text("符合", "met")
        case .breached: Text("不符合", "breached")
        case .notApplicable: Text("不适用", "not applicable")
        case .undetermined: Text("无法判断", "undetermined")
        }
    }
}

internal import Results

/// Something for each verdict.
struct ByVerdict<Value> {
    private var met, breached, undetermined, notApplicable: Value

    init(_ value: (Verdict) -> Value) {
        met = value(.met)
        breached = value(.breached)
        undetermined = value(.undetermined)
        notApplicable = value(.notApplicable)
    }

    subscript(verdict: Verdict) -> Value {
        get {
            switch verdict {
            case .met: met
            case .breached: breached
            case .undetermined: undetermined
            case .notApplicable: notApplicable
            }
        }
        set {
            switch verdict {
            case .met: met = newValue
            case .breached: breached = newValue
            case .undetermined: undetermined = newValue
            case .notApplicable: notApplicable = newValue
            }
        }
    }
}

internal import ZhucunKernel

/// Where a finding stands among those of a provision, block by block: findings are many, and none is copied to be told of.
struct FindingPlace {
    let block: Int
    let index: Int
}

/// What one pass over the findings of a provision tells of them.
struct FindingTally {
    private var met = 0
    private var breached = 0
    private var undetermined = 0
    private var notApplicable = 0
    private(set) var withActions: [FindingPlace] = []

    init(_ findings: [[Finding]]) {
        for (block, findings) in findings.enumerated() {
            // In a span a finding is looked at without a copy.
            let span = findings.span
            for index in span.indices {
                add(span[index].verdict)
                if !span[index].actions.isEmpty { withActions.append(FindingPlace(block: block, index: index)) }
            }
        }
    }

    private mutating func add(_ verdict: Verdict) {
        switch verdict {
        case .met: met += 1
        case .breached: breached += 1
        case .undetermined: undetermined += 1
        case .notApplicable: notApplicable += 1
        }
    }

    func count(_ verdict: Verdict) -> Int {
        switch verdict {
        case .met: met
        case .breached: breached
        case .undetermined: undetermined
        case .notApplicable: notApplicable
        }
    }

    var count: Int { met + breached + undetermined + notApplicable }
}

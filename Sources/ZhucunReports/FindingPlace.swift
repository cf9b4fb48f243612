internal import ZhucunKernel

/// Where a finding stands among those of a provision, block by block: findings are many, and none is copied to be told of.
struct FindingPlace {
    let block: Int
    let index: Int
}

/// What one pass over the findings of a provision tells of them.
struct FindingTally {
    private var counts = ByVerdict { _ in 0 }
    private(set) var count = 0
    private(set) var withActions: [FindingPlace] = []

    init(_ findings: [[Finding]]) {
        for (block, findings) in findings.enumerated() {
            // In a span a finding is looked at without a copy.
            let span = findings.span
            count += span.count
            for index in span.indices {
                counts[span[index].verdict] += 1
                if !span[index].actions.isEmpty { withActions.append(FindingPlace(block: block, index: index)) }
            }
        }
    }

    func count(_ verdict: Verdict) -> Int { counts[verdict] }
}

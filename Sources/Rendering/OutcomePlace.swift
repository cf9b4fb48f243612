internal import Results

/// Where an outcome stands among those of a provision, block by block.
struct OutcomePlace {
    let block: Int
    let index: Int
}

/// What one pass over the outcomes of a provision tells of them.
struct OutcomeTally {
    private var counts = ByVerdict { _ in 0 }
    private(set) var count = 0
    private(set) var withActions: [OutcomePlace] = []
    /// Whether records were judged one by one.
    private(set) var hasRecords = false

    init(_ outcomes: [Outcomes]) {
        for (block, outcomes) in outcomes.enumerated() {
            count += outcomes.count
            for index in outcomes.indices {
                counts[outcomes.verdict(index)] += 1
                guard let notes = outcomes.notes(index) else { continue }
                if !notes.actions.isEmpty { withActions.append(OutcomePlace(block: block, index: index)) }
                if notes.record != nil { hasRecords = true }
            }
        }
    }

    func count(_ verdict: Verdict) -> Int { counts[verdict] }
}

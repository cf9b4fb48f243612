internal import Exact
internal import Results

/// Those who have a rank in one unit.
struct RankedOutcomes {
    private struct Entry {
        let rank: Fraction
        /// The place among the outcomes.
        let index: Int
    }

    private let outcomes: Outcomes
    private let entries: [Entry]

    /// `rank` is the measure that it is.
    init(_ outcomes: Outcomes, by rank: Int) {
        self.outcomes = outcomes
        entries = outcomes.indices.compactMap { index in
            outcomes[index][rank]?.number.map { Entry(rank: $0, index: index) }
        }
    }

    private init(_ outcomes: Outcomes, _ entries: [Entry]) {
        self.outcomes = outcomes
        self.entries = entries
    }

    var count: Int { entries.count }

    func filter(_ isTaken: (Outcome) -> Bool) -> RankedOutcomes {
        RankedOutcomes(outcomes, entries.filter { isTaken(outcomes[$0.index]) })
    }

    /// The first first.
    var ordered: [Outcome] { entries.sorted(by: isBefore).map { outcomes[$0.index] } }

    func first(_ count: Int) -> [Outcome] { entries.sortedPrefix(count, by: isBefore).map { outcomes[$0.index] } }

    /// The last ones, the very last last.
    func last(_ count: Int) -> [Outcome] {
        entries.reversed().sortedPrefix(count) { isBefore($1, $0) }.reversed().map { outcomes[$0.index] }
    }

    /// Subjects of one rank stand in their order.
    private func isBefore(_ a: Entry, _ b: Entry) -> Bool {
        a.rank == b.rank ? outcomes[a.index].subject < outcomes[b.index].subject : a.rank < b.rank
    }
}

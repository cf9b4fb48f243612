import Exact
import Results
import Testing

@testable import Rendering

/// Ranks as reports list them.
@Suite struct RankedOutcomesTests {
    /// A module may find that whoever is last falls short: they are ranked all the same.
    @Test func `Whoever has a rank is listed, whatever the verdict`() {
        var made = Outcomes.Builder(width: 1)
        let found: [(Verdict, Int?)] = [
            (.breached, 3), (.met, 1), (.undetermined, nil), (.met, 2), (.notApplicable, nil),
        ]
        for (subject, (verdict, rank)) in found.enumerated() {
            made.add(subject: subject, verdict, [rank.map { .number(Fraction($0)) }])
        }
        let ranked = RankedOutcomes(made.outcomes, by: 0)
        #expect(ranked.count == 3)
        #expect(ranked.ordered.map(\.subject) == [1, 3, 0])
        #expect(ranked.last(1).map(\.subject) == [0])
        #expect(ranked.first(1).map(\.subject) == [1])
    }
}

import CivilTime
import Testing

@Suite struct DayRangeTests {
    private func range(_ first: Int32, _ last: Int32) -> DayRange? {
        DayRange(Day(number: first), Day(number: last))
    }

    @Test func basics() throws {
        let range = try #require(DayRange(day("2023-07-01"), day("2023-07-20")))
        #expect(range.count == 20)
        #expect(range.description == "2023-07-01..2023-07-20")
        #expect(range.contains(day("2023-07-01")) && range.contains(day("2023-07-20")))
        #expect(!range.contains(day("2023-06-30")) && !range.contains(day("2023-07-21")))
        #expect(Array(range.days).count == 20)
        #expect(range.days.first == range.first && range.days.last == range.last)
        #expect(DayRange(day("2023-07-02"), day("2023-07-01")) == nil)
        #expect(DayRange(day("2023-07-01")).count == 1)
    }

    /// Against sets of days.
    @Test func againstSets() {
        var random = Random(state: 5)
        for _ in 0..<3000 {
            let a = Int32.random(in: 0...20, using: &random)
            let b = Int32.random(in: 0...20, using: &random)
            let c = Int32.random(in: 0...20, using: &random)
            let d = Int32.random(in: 0...20, using: &random)
            guard let x = range(min(a, b), max(a, b)), let y = range(min(c, d), max(c, d)) else {
                Issue.record("ordered days make a range")
                return
            }
            let xs = Set(x.days)
            let ys = Set(y.days)
            #expect(xs.count == x.count)
            #expect(Set(x.intersection(y).map { Array($0.days) } ?? []) == xs.intersection(ys))
            #expect(x.contains(y) == xs.isSuperset(of: ys))
            #expect(x.union(y).first == xs.union(ys).min() && x.union(y).last == xs.union(ys).max())
        }
    }

    @Test func farEnds() throws {
        let all = try #require(range(.min, .max))
        #expect(all.count == 1 << 32)
        #expect(all.days.last == Day(number: .max))
        let end = try #require(range(.max - 1, .max))
        #expect(Array(end.days).map(\.number) == [.max - 1, .max])
    }
}

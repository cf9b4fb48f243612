import Testing

@testable import Rendering

/// A list shows the first few of many: those, and in that order, that a stable sort puts first.
@Suite struct SortedPrefixTests {
    @Test(arguments: 0..<300) func isWhereAStableSortBegins(seed: Int) {
        var state = UInt64(seed)
        func number(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let distinct = 1 + number(below: 12)
        let items = (0..<number(below: 60)).map { (key: number(below: distinct), place: $0) }
        let stable = items.sorted { ($0.key, $0.place) < ($1.key, $1.place) }
        for count in [0, 1, 5, 15, 100] {
            let first = items.sortedPrefix(count) { $0.key < $1.key }
            #expect(first.map(\.place) == stable.prefix(count).map(\.place))
            let last = items.reversed().sortedPrefix(count) { $1.key < $0.key }.reversed()
            #expect(last.map(\.place) == stable.suffix(count).map(\.place))
        }
    }
}

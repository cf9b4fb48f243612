internal import CivilTime

/// A set of days as bits, over a horizon that its owner knows.
struct DaySet: Sendable, Hashable {
    var words: [UInt64]

    init(days: Int) { words = Array(repeating: 0, count: (days + 63) / 64) }

    mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

    func contains(_ index: Int) -> Bool { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }

    mutating func insert(_ range: ClosedRange<Int>) {
        for index in range { insert(index) }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    static func & (a: DaySet, b: DaySet) -> DaySet { a.combined(b, &) }
    static func | (a: DaySet, b: DaySet) -> DaySet { a.combined(b, |) }
    static func - (a: DaySet, b: DaySet) -> DaySet { a.combined(b) { $0 & ~$1 } }

    private func combined(_ other: DaySet, _ combine: (UInt64, UInt64) -> UInt64) -> DaySet {
        var result = self
        for index in words.indices { result.words[index] = combine(words[index], other.words[index]) }
        return result
    }

    /// How many days of a range are in it.
    func count(in range: ClosedRange<Int>) -> Int {
        let first = range.lowerBound >> 6
        let last = range.upperBound >> 6
        var total = 0
        for word in first...last {
            var bits = words[word]
            if word == first { bits &= ~0 << UInt64(range.lowerBound & 63) }
            if word == last { bits &= ~0 >> UInt64(63 - range.upperBound & 63) }
            total += bits.nonzeroBitCount
        }
        return total
    }
}

/// The days that a ledger's sets are over.
struct DayAxis: Sendable, Hashable {
    let days: DayRange

    func index(_ day: Day) -> Int? { days.contains(day) ? day - days.first : nil }

    func day(_ index: Int) -> Day { days.first.advanced(by: index) }

    /// The indices of the part of a range that lies on the axis.
    func indices(_ range: DayRange) -> ClosedRange<Int>? {
        range.intersection(days).map { ($0.first - days.first)...($0.last - days.first) }
    }
}

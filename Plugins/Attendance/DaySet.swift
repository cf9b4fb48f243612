internal import CivilTime

/// A set of days as bits, over a horizon that its owner knows.
struct DaySet: Sendable, Hashable {
    var words: [UInt64]

    init(days: Int) { words = Array(repeating: 0, count: (days + 63) / 64) }

    mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

    func contains(_ index: Int) -> Bool { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }

    mutating func insert(_ range: ClosedRange<Int>) {
        for word in DaySet.words(of: range) { words[word] |= DaySet.bits(of: range, in: word) }
    }

    /// The words in which a range has days.
    static func words(of range: ClosedRange<Int>) -> ClosedRange<Int> {
        (range.lowerBound >> 6)...(range.upperBound >> 6)
    }

    /// The bits of a range's days in one of its words.
    static func bits(of range: ClosedRange<Int>, in word: Int) -> UInt64 {
        let first = max(range.lowerBound - word << 6, 0)
        let last = min(range.upperBound - word << 6, 63)
        return first > last ? 0 : ~0 << UInt64(first) & ~0 >> UInt64(63 - last)
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

internal import CivilTime
internal import ZhucunKernel

/// The longest runs of absence of cadres in some days, each day under the edition in force on it.
struct Absence {
    private let axis: DayAxis
    /// The days asked for that are over.
    private let range: ClosedRange<Int>
    /// Whether nothing before them counts.
    private let isCut: Bool
    private let parts: [(book: AttendanceBook, range: ClosedRange<Int>)]
    private let world: World
    // Of the cadre at hand, word by word from the axis's beginning: days of absence and idle holidays, for certain and possibly.
    private var absent: [UInt64]
    private var idle: [UInt64]
    private var possiblyAbsent: [UInt64]
    private var possiblyIdle: [UInt64]

    /// Nil where none of the days is over.
    init?(in days: DayRange, _ ask: Case<Attendance>) throws {
        axis = AttendanceBook.ground(ask).axis
        let last = ask.evaluation.asOf.map { min(days.last, $0.advanced(by: -1)) } ?? days.last
        guard let over = DayRange(days.first, last), let range = axis.indices(over), let looked = DayRange(axis.days.first, last) else { return nil }
        self.range = range
        isCut = ask.isWindow
        world = ask.evaluation.world
        parts = try ask.versions(in: looked).compactMap { days, ask in
            let book = try AttendanceBook.of(ask)
            return book.axis.indices(days).map { (book: book, range: $0) }
        }
        let words = Array(repeating: UInt64(0), count: range.upperBound >> 6 + 1)
        (absent, idle, possiblyAbsent, possiblyIdle) = (words, words, words, words)
    }

    /// Unknown where nothing is covered.
    mutating func longestRun(of cadre: Int) -> MeasureValue? {
        var isKnown = false
        for word in absent.indices { (absent[word], idle[word], possiblyAbsent[word], possiblyIdle[word]) = (0, 0, 0, 0) }
        for (book, days) in parts {
            let blocks = book.days(of: cadre)
            for word in DaySet.words(of: days) {
                let (block, bits) = (blocks.block(word), DaySet.bits(of: days, in: word))
                absent[word] |= block.absent & bits
                idle[word] |= block.idle & bits
                possiblyAbsent[word] |= block.possiblyAbsent & bits
                possiblyIdle[word] |= block.possiblyIdle & bits
                if block.posted & block.covered & bits & DaySet.bits(of: range, in: word) != 0 { isKnown = true }
            }
        }
        guard isKnown else { return nil }
        let low = Absence.longest(absent, idle, range, isCut: isCut)
        let high = Absence.longest(possiblyAbsent, possiblyIdle, range, isCut: isCut)
        // What begins with the axis may have begun before.
        let hasMore = high.isFromBeginning && world.cadres[cadre].postings.contains { world.postings[$0].days.contains(axis.days.first.advanced(by: -1)) }
        return MeasureValue(ValueRange(Fraction(low.days), hasMore ? nil : Fraction(high.days)))
    }

    /// The longest run of some days that touches a range, with what of it lies before it; others neither count nor break it.
    static func longest(_ days: [UInt64], _ passed: [UInt64], _ range: ClosedRange<Int>, isCut: Bool) -> (days: Int, isFromBeginning: Bool) {
        var (longest, run) = (0, 0)
        var isFromBeginning = false
        if !isCut, (days[range.lowerBound >> 6] | passed[range.lowerBound >> 6]) >> UInt64(range.lowerBound & 63) & 1 == 1 {
            var word = range.lowerBound >> 6
            var bits = UInt64(1) << UInt64(range.lowerBound & 63) &- 1
            repeat {
                let broken = ~(days[word] | passed[word]) & bits
                let first = 64 - broken.leadingZeroBitCount
                run += (first < 64 ? days[word] & bits & (~0 << UInt64(first)) : 0).nonzeroBitCount
                guard broken == 0 else { break }
                isFromBeginning = word == 0
                (word, bits) = (word - 1, ~0)
            } while word >= 0
        }
        for word in DaySet.words(of: range) {
            let asked = DaySet.bits(of: range, in: word)
            let unbroken = (days[word] | passed[word]) & asked
            // From one run of days that do not break an absence to the next.
            var bit = asked.trailingZeroBitCount
            let end = 64 - asked.leadingZeroBitCount
            while bit < end {
                let length = min((~(unbroken >> UInt64(bit))).trailingZeroBitCount, end - bit)
                let counted = length > 0 ? (days[word] & DaySet.bits(of: bit...(bit + length - 1), in: 0)).nonzeroBitCount : 0
                run += counted
                if counted > 0 { longest = max(longest, run) }
                bit += length
                guard bit < end else { break }
                run = 0
                bit += (unbroken >> UInt64(bit)).trailingZeroBitCount
            }
        }
        return (longest, isFromBeginning)
    }
}

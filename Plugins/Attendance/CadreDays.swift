internal import CivilTime
internal import ZhucunKernel

/// One cadre's days under one rule: which count, and on which the cadre was there.
struct CadreDays {
    /// 64 days each, along the axis.
    let blocks: ArraySlice<Block>

    /// A bit for each of 64 days.
    struct Block {
        var posted: UInt64 = 0
        var countable: UInt64 = 0
        /// Days on post, countable or not.
        var present: UInt64 = 0
        var nights: UInt64 = 0
        /// Days of approved leave of any kind.
        var onLeave: UInt64 = 0
        var excused: UInt64 = 0
        var covered: UInt64 = 0
        var holidays: UInt64 = 0

        /// Days without presence or leave, of those of which it is known.
        var absent: UInt64 { posted & covered & ~(holidays | onLeave | present) }
    }

    struct Tally {
        var countable = 0
        var onPost = 0
        var nights = 0
        var excused = 0
        var uncovered = 0

        /// The counts in one number: each fits in twelve bits, as no unit is longer than a year.
        var number: Int { (((countable << 12 | onPost) << 12 | nights) << 12 | excused) << 12 | uncovered }

        static func + (a: Tally, b: Tally) -> Tally {
            Tally(
                countable: a.countable + b.countable, onPost: a.onPost + b.onPost, nights: a.nights + b.nights, excused: a.excused + b.excused,
                uncovered: a.uncovered + b.uncovered)
        }
    }

    private subscript(_ word: Int) -> Block { blocks[blocks.startIndex + word] }

    /// Whether a day is in one of the sets.
    func contains(_ index: Int, _ set: (Block) -> UInt64) -> Bool { set(self[index >> 6]) >> UInt64(index & 63) & 1 == 1 }

    func tally(_ range: ClosedRange<Int>) -> Tally {
        var tally = Tally()
        for word in DaySet.words(of: range) {
            let block = self[word]
            let counted = block.countable & DaySet.bits(of: range, in: word)
            guard counted != 0 else { continue }
            tally.countable += counted.nonzeroBitCount
            tally.onPost += (counted & block.present).nonzeroBitCount
            tally.nights += (counted & block.nights).nonzeroBitCount
            tally.excused += (counted & block.excused & ~block.present).nonzeroBitCount
            tally.uncovered += (counted & ~block.covered).nonzeroBitCount
        }
        return tally
    }

    /// The longest run of days without presence or leave; holidays neither count nor break it. Nil when nothing is covered.
    func longestAbsence(_ range: ClosedRange<Int>) -> Int? {
        var isKnown = false
        var longest = 0
        var run = 0
        for word in DaySet.words(of: range) {
            let block = self[word]
            let asked = DaySet.bits(of: range, in: word)
            if block.posted & block.covered & asked != 0 { isKnown = true }
            let absent = block.absent & asked
            let unbroken = absent | block.posted & block.holidays & asked
            // From one run of days that do not break an absence to the next.
            var bit = asked.trailingZeroBitCount
            let end = 64 - asked.leadingZeroBitCount
            while bit < end {
                let length = min((~(unbroken >> UInt64(bit))).trailingZeroBitCount, end - bit)
                if length > 0 { run += (absent & DaySet.bits(of: bit...(bit + length - 1), in: 0)).nonzeroBitCount }
                longest = max(longest, run)
                bit += length
                guard bit < end else { break }
                run = 0
                bit += (unbroken >> UInt64(bit)).trailingZeroBitCount
            }
        }
        return isKnown ? longest : nil
    }
}

@testable import AttendancePlugin
import Testing

/// Days counted 64 at a time, against days counted one at a time.
@Suite struct CadreDaysTests {
    @Test(arguments: [0...0, 63...63, 64...64, 62...65, 0...63, 64...127, 5...5, 127...128, 0...190, 60...191] as [ClosedRange<Int>])
    func aRangeFillsItsWords(range: ClosedRange<Int>) {
        var set = DaySet(days: 192)
        set.insert(range)
        for day in 0..<192 { #expect(set.contains(day) == range.contains(day), "\(day) of \(range)") }
        #expect(DaySet.words(of: range) == (range.lowerBound / 64)...(range.upperBound / 64))
        set.insert(191)
        #expect(set.contains(191))
    }

    /// Long runs and short ones, over the edges of words.
    private func bits(_ dice: inout Dice) -> UInt64 {
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: 0
        case 1: ~0
        case 2: ~0 << UInt64.random(in: 0..<64, using: &dice) ^ ~0 << UInt64.random(in: 0..<64, using: &dice)
        default: .random(in: .min ... .max, using: &dice)
        }
    }

    private func days(_ dice: inout Dice) -> CadreDays {
        CadreDays(blocks: (0..<3).map { _ in
            CadreDays.Block(
                posted: bits(&dice) | bits(&dice), countable: bits(&dice), present: bits(&dice) & bits(&dice), nights: bits(&dice), onLeave: bits(&dice) & bits(&dice),
                excused: bits(&dice), covered: bits(&dice) | bits(&dice), holidays: bits(&dice) & bits(&dice))
        }[...])
    }

    private func range(_ dice: inout Dice) -> ClosedRange<Int> {
        let first = Int.random(in: 0..<192, using: &dice)
        return first...Int.random(in: first..<192, using: &dice)
    }

    @Test func talliesAreThoseOfTheDays() {
        var dice = Dice(1)
        for _ in 0..<2000 {
            let (days, range) = (days(&dice), range(&dice))
            let counted = range.filter { days.contains($0, \.countable) }
            let tally = days.tally(range)
            #expect(tally.countable == counted.count)
            #expect(tally.onPost == counted.count { days.contains($0, \.present) })
            #expect(tally.nights == counted.count { days.contains($0, \.nights) })
            #expect(tally.excused == counted.count { days.contains($0, \.excused) && !days.contains($0, \.present) })
            #expect(tally.uncovered == counted.count { !days.contains($0, \.covered) })
        }
    }

    @Test func theLongestAbsenceIsThatOfTheDays() {
        var dice = Dice(2)
        for _ in 0..<4000 {
            let (days, range) = (days(&dice), range(&dice))
            var (longest, run) = (0, 0)
            for day in range {
                if days.contains(day, \.posted), days.contains(day, \.holidays) { continue }
                run = days.contains(day, \.absent) ? run + 1 : 0
                longest = max(longest, run)
            }
            let isKnown = range.contains { days.contains($0, { $0.posted & $0.covered }) }
            #expect(days.longestAbsence(range) == (isKnown ? longest : nil))
        }
    }
}

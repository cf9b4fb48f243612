import CivilTime
import Testing
import ZhucunKernel

@testable import AttendancePlugin

/// Days counted 64 at a time, against days counted one at a time.
@Suite struct CadreDaysTests {
    @Test(
        arguments: [0...0, 63...63, 64...64, 62...65, 0...63, 64...127, 5...5, 127...128, 0...190, 60...191]
            as [ClosedRange<Int>])
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
        CadreDays(
            blocks: (0..<3).map { _ in
                CadreDays.Block(
                    posted: bits(&dice) | bits(&dice), countable: bits(&dice), present: bits(&dice) & bits(&dice),
                    nights: bits(&dice), onLeave: bits(&dice) & bits(&dice),
                    excused: bits(&dice), covered: bits(&dice) | bits(&dice), coveredNights: bits(&dice) | bits(&dice),
                    leaveKept: bits(&dice) | bits(&dice),
                    unreported: bits(&dice), holidays: bits(&dice) & bits(&dice))
            }[...])
    }

    /// Three words from a Wednesday on.
    private func week() throws -> (week: WorkWeek, axis: DayAxis, calendar: HolidayCalendar) {
        let calendar = ProfileStore(directory: shippedProfiles).calendar
        let first = try #require(Day("2023-08-02"))
        let axis = DayAxis(days: try #require(DayRange(first, first.advanced(by: 191))))
        return (WorkWeek(axis, calendar), axis, calendar)
    }

    private func range(_ dice: inout Dice) -> ClosedRange<Int> {
        let first = Int.random(in: 0..<192, using: &dice)
        return first...Int.random(in: first..<192, using: &dice)
    }

    @Test func talliesAreThoseOfTheDays() throws {
        var dice = Dice(1)
        let (week, axis, calendar) = try week()
        for round in 0..<2000 {
            let (days, range) = (days(&dice), range(&dice))
            let span = round.isMultiple(of: 2) ? nil : self.range(&dice)
            let counted = range.filter { days.contains($0, \.countable) && span?.contains($0) ?? true }
            let tally = days.tally(range, within: span, week)
            #expect(tally.countable == counted.count)
            #expect(tally.onPost == counted.count { days.contains($0, \.present) })
            #expect(tally.nights == counted.count { days.contains($0, \.nights) })
            #expect(tally.excused == counted.count { days.contains($0, \.excused) && !days.contains($0, \.present) })
            let open = counted.filter {
                !days.contains($0, \.present) && !days.contains($0, { $0.covered & $0.leaveKept })
            }
            #expect(tally.open == open.count)
            #expect(
                tally.openNights
                    == counted.count {
                        !days.contains($0, \.nights) && !days.contains($0, { $0.coveredNights & $0.leaveKept })
                    })
            #expect(tally.openExcused == open.count { days.contains($0, \.excused) })
            #expect(tally.leaveless == counted.count { !days.contains($0, \.leaveKept) })
            #expect(tally.openLeaveless == open.count { !days.contains($0, \.leaveKept) })
            #expect(tally.unreported == open.count { days.contains($0, \.unreported) })
            let lost = range.count { axis.day($0).weekday <= 5 && !counted.contains($0) }
            let made = counted.count { axis.day($0).weekday > 5 && calendar.isWorkingDay(axis.day($0)) }
            #expect(tally.lost == max(0, lost - made))
        }
    }

    /// Every run, one day after another.
    private func longest(
        _ range: ClosedRange<Int>, in limit: ClosedRange<Int>, isAbsent: (Int) -> Bool, isPassed: (Int) -> Bool
    ) -> Int {
        var (longest, run, touches) = (0, 0, false)
        for day in limit where !isPassed(day) {
            run = isAbsent(day) ? run + 1 : 0
            touches = run > 0 && (touches && run > 1 || range.contains(day))
            if touches { longest = max(longest, run) }
        }
        return longest
    }

    @Test func theLongestAbsenceIsThatOfTheDays() {
        var dice = Dice(2)
        for round in 0..<4000 {
            let (days, range) = (days(&dice), range(&dice))
            let limit = round.isMultiple(of: 2) ? range : 0...Int.random(in: range.upperBound..<192, using: &dice)
            let blocks = (0..<3).map(days.block)
            let certain = Absence.longest(blocks.map(\.absent), blocks.map(\.idle), range, in: limit)
            let expected = longest(
                range, in: limit, isAbsent: { days.contains($0, \.absent) }, isPassed: { days.contains($0, \.idle) })
            #expect(certain.days == expected, "\(range) \(limit)")
            let possible = Absence.longest(blocks.map(\.possiblyAbsent), blocks.map(\.possiblyIdle), range, in: limit)
            #expect(certain.days <= possible.days)
        }
    }
}

internal import CivilTime
internal import ZhucunKernel

/// One cadre's days under one rule: which count, and on which the cadre was there.
struct CadreDays {
    /// 64 days each, along the axis.
    let blocks: ArraySlice<Block>

    /// A bit for each of 64 days.
    struct Block {
        /// Days of postings that the rule is about.
        var posted: UInt64 = 0
        var countable: UInt64 = 0
        /// Days on post, countable or not.
        var present: UInt64 = 0
        var nights: UInt64 = 0
        /// Days of approved leave of any kind, half-days too.
        var onLeave: UInt64 = 0
        var excused: UInt64 = 0
        /// Days of which the check-ins tell whether the cadre was there, and nights.
        var covered: UInt64 = 0
        var coveredNights: UInt64 = 0
        /// Days of which leave was kept.
        var leaveKept: UInt64 = 0
        /// Days of months in which the whole team handed in nothing.
        var unreported: UInt64 = 0
        /// Days on post by one source while others place the cadre elsewhere.
        var disputed: UInt64 = 0
        /// Days that some sources prove and others do not, where they are compared.
        var mismatched: UInt64 = 0
        /// Days on which the first check-in was late, and days on post of which it is not known.
        var late: UInt64 = 0
        var possiblyLate: UInt64 = 0
        var holidays: UInt64 = 0

        /// Days of which it is known that there was neither presence nor leave.
        var absent: UInt64 { possiblyAbsent & covered & leaveKept }
        /// Days of which it may be so.
        var possiblyAbsent: UInt64 { posted & ~(holidays | onLeave | present) }
        /// Holidays on which it is known that nobody was there, and those on which it may be so.
        var idle: UInt64 { possiblyIdle & covered & leaveKept }
        var possiblyIdle: UInt64 { posted & holidays & ~(onLeave | present) }
    }

    func block(_ word: Int) -> Block { blocks[blocks.startIndex + word] }

    /// Whether a day is in one of the sets.
    func contains(_ index: Int, _ set: (Block) -> UInt64) -> Bool {
        set(block(index >> 6)) >> UInt64(index & 63) & 1 == 1
    }

    /// - Parameter span: the part of the unit whose days count; nil: all of it.
    func tally(_ unit: ClosedRange<Int>, within span: ClosedRange<Int>? = nil, _ week: WorkWeek) -> Tally {
        var tally = Tally()
        var (lost, made) = (0, 0)
        for word in DaySet.words(of: unit) {
            let block = block(word)
            let days = DaySet.bits(of: unit, in: word)
            let posted = block.posted & (span.map { days & DaySet.bits(of: $0, in: word) } ?? days)
            tally.leaveDays += (posted & block.onLeave).nonzeroBitCount
            tally.absent += (posted & block.absent).nonzeroBitCount
            tally.leaveUnknown += (posted & ~(block.onLeave | block.leaveKept)).nonzeroBitCount
            let openAbsent = posted & block.possiblyAbsent & ~block.absent
            tally.openAbsent += openAbsent.nonzeroBitCount
            tally.absentUnlessOnLeave += (openAbsent & block.covered).nonzeroBitCount
            let counted = block.countable & (span.map { days & DaySet.bits(of: $0, in: word) } ?? days)
            lost += (days & week.workdays.words[word] & ~counted).nonzeroBitCount
            guard counted != 0 else { continue }
            made += (counted & week.madeUp.words[word]).nonzeroBitCount
            let open = counted & ~(block.present | block.covered & block.leaveKept)
            tally.countable += counted.nonzeroBitCount
            tally.onPost += (counted & block.present).nonzeroBitCount
            tally.nights += (counted & block.nights).nonzeroBitCount
            tally.disputed += (counted & block.disputed).nonzeroBitCount
            tally.mismatched += (counted & block.mismatched).nonzeroBitCount
            tally.late += (counted & block.late & ~block.onLeave).nonzeroBitCount
            tally.openLate += (counted & block.possiblyLate & ~block.onLeave).nonzeroBitCount
            tally.excused += (counted & block.excused & ~block.present).nonzeroBitCount
            tally.openNights += (counted & ~(block.nights | block.coveredNights & block.leaveKept)).nonzeroBitCount
            tally.leaveless += (counted & ~block.leaveKept).nonzeroBitCount
            guard open != 0 else { continue }
            tally.open += open.nonzeroBitCount
            tally.openExcused += (open & block.excused).nonzeroBitCount
            tally.openLeaveless += (open & ~block.leaveKept).nonzeroBitCount
            tally.openUnlessOnLeave += (open & block.covered & ~block.excused).nonzeroBitCount
            tally.unreported += (open & block.unreported).nonzeroBitCount
        }
        tally.lost = max(0, lost - made)
        return tally
    }
}

/// Which days are worked, by their weekday and against it.
struct WorkWeek {
    /// Mondays to Fridays.
    let workdays: DaySet
    /// Saturdays and Sundays that are worked for a holiday.
    let madeUp: DaySet

    init(_ axis: DayAxis, _ calendar: HolidayCalendar) {
        var (workdays, madeUp) = (DaySet(days: axis.days.count), DaySet(days: axis.days.count))
        for (index, day) in axis.days.days.enumerated() {
            if day.weekday <= 5 { workdays.insert(index) } else if calendar.isWorkingDay(day) { madeUp.insert(index) }
        }
        self.workdays = workdays
        self.madeUp = madeUp
    }
}

/// What is known of a cadre's days in a unit.
struct Tally: Hashable {
    var countable = 0
    var onPost = 0
    var nights = 0
    /// Days of absence that are excused.
    var excused = 0
    /// Countable days of which it is not known whether the cadre was there, and nights.
    var open = 0
    var openNights = 0
    /// Countable days of which no leave was kept.
    var leaveless = 0
    /// Of the open days those that are excused at least, those of which no leave was kept, and those of which the team handed in nothing.
    var openExcused = 0
    var openLeaveless = 0
    /// Of the open days those on which the cadre is known not to have been there: leave alone could excuse them.
    var openUnlessOnLeave = 0
    var unreported = 0
    /// Days on post of which sources disagree.
    var disputed = 0
    var mismatched = 0
    /// Days on which the first check-in was late, and days on post of which it is not known.
    var late = 0
    var openLate = 0
    /// Days of leave of any kind, and others of which no leave was kept.
    var leaveDays = 0
    var leaveUnknown = 0
    /// Days without presence or leave, and those of which it is not known.
    var absent = 0
    var openAbsent = 0
    /// Of these the days on which the cadre is known not to have been there.
    var absentUnlessOnLeave = 0
    /// Mondays to Fridays that do not count, less the weekend days worked for them.
    var lost = 0

    /// Most of what tells one from another, in one number: no unit is longer than a year.
    func hash(into hasher: inout Hasher) {
        hasher.combine(
            (((countable << 9 | onPost) << 9 | nights) << 9 | excused) << 9 | (open << 9 ^ openNights ^ lost << 4))
    }
}

extension Tally {
    /// Without what only spans have: more of them are the same then.
    var ofUnit: Tally {
        var tally = self
        (tally.leaveDays, tally.leaveUnknown) = (0, 0)
        (tally.absent, tally.openAbsent, tally.absentUnlessOnLeave) = (0, 0, 0)
        return tally
    }

    /// Late days that count as absence are days on post no more; of those that may be late it is not known.
    func counting(_ late: Late?) -> Tally {
        guard let late else { return self }
        let least = min(onPost, late.absences(self.late))
        let most = min(onPost, late.absences(self.late + openLate))
        var tally = self
        tally.onPost -= most
        tally.open += most - least
        return tally
    }
}

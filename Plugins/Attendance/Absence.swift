internal import CivilTime
internal import ZhucunKernel

/// The longest runs of absence of cadres in some days, each day under the edition in force in its unit.
struct Absence {
    private let axis: DayAxis
    /// The days asked for that are over.
    private let range: ClosedRange<Int>
    /// The days in which a run that touches them may lie: those of a window that a rule names, or all.
    private let limit: ClosedRange<Int>
    private let window: DayRange?
    /// Days after it do not enter.
    private let lastOver: Day
    private let parts: [(book: AttendanceBook, range: ClosedRange<Int>, ask: Case<Attendance>)]
    // Of the cadre at hand, word by word from the axis's beginning: days of absence and idle holidays, for certain and possibly.
    private var absent: [UInt64]
    private var idle: [UInt64]
    private var possiblyAbsent: [UInt64]
    private var possiblyIdle: [UInt64]

    /// Nil where none of the days is over. Without a window the days are those of the units that belong to what is asked for.
    init?(in days: DayRange, _ ask: Case<Attendance>) throws {
        let axis = AttendanceBook.ground(ask).axis
        let units = ask.isWindow ? [] : ask.units(in: days).map(\.unit.days)
        let asked = units.dropFirst().reduce(units.first ?? days) { $0.union($1) }
        let yesterday = ask.evaluation.asOf.map { $0.advanced(by: -1) } ?? .distantFuture
        let window = ask.isWindow ? days : nil
        let around = window ?? axis.days
        guard let range = DayRange(asked.first, min(asked.last, yesterday)).flatMap(axis.indices),
            let looked = DayRange(around.first, min(around.last, yesterday)), let limit = axis.indices(looked)
        else { return nil }
        self.axis = axis
        self.range = range
        self.limit = limit
        self.window = window
        lastOver = yesterday
        parts = try ask.versions(in: looked).compactMap { days, ask in
            let book = try AttendanceBook.of(ask)
            return axis.indices(days).map { (book: book, range: $0, ask: ask) }
        }
        let words = Array(repeating: UInt64(0), count: limit.upperBound >> 6 + 1)
        (absent, idle, possiblyAbsent, possiblyIdle) = (words, words, words, words)
    }

    /// Unknown where nothing is known of the days asked for.
    mutating func longestRun(of cadre: Int) -> MeasureValue? {
        var (known, unknown): (UInt64, UInt64) = (0, 0)
        for word in absent.indices {
            (absent[word], idle[word], possiblyAbsent[word], possiblyIdle[word]) = (0, 0, 0, 0)
        }
        for (book, days, _) in parts {
            let blocks = book.days(of: cadre)
            for word in DaySet.words(of: days) {
                let (block, bits) = (blocks.block(word), DaySet.bits(of: days, in: word))
                absent[word] |= block.absent & bits
                idle[word] |= block.idle & bits
                possiblyAbsent[word] |= block.possiblyAbsent & bits
                possiblyIdle[word] |= block.possiblyIdle & bits
                let asked = block.posted & bits & DaySet.bits(of: range, in: word)
                let isTold = block.covered | block.present | block.onLeave
                known |= asked & isTold
                unknown |= asked & ~isTold
            }
        }
        guard known != 0 || unknown == 0 else { return nil }
        let low = Absence.longest(absent, idle, range, in: limit)
        let high = Absence.longest(possiblyAbsent, possiblyIdle, range, in: limit)
        // What begins or ends with the axis may have begun before, or go on, as far as the postings do.
        let before = high.from == 0 ? postedDays(of: cadre, from: axis.days.first.advanced(by: -1), by: -1) : 0
        let after =
            high.to == axis.days.count - 1 ? postedDays(of: cadre, from: axis.days.last.advanced(by: 1), by: 1) : 0
        guard let before, let after else { return MeasureValue(ValueRange(Fraction(low.days), nil)) }
        let edges = high.isOne ? [high.first + before + after] : [high.first + before, high.last + after]
        return MeasureValue(ValueRange(Fraction(low.days), Fraction(max(high.days, edges.max() ?? 0))))
    }

    /// How many days on end a cadre is posted under the rule, of those that a run may have and that count; nil where there is no end to them.
    private func postedDays(of cadre: Int, from start: Day, by step: Int) -> Int? {
        guard let ask = step < 0 ? parts.first?.ask : parts.last?.ask else { return 0 }
        let evaluation = ask.evaluation
        let postings = evaluation.world.cadres[cadre].postings.map { evaluation.world.postings[$0] }
            .filter { evaluation.judges($0) && evaluation.isAbout(ask.provision, $0) }.map(\.days)
        var (count, day) = (0, start)
        while day <= lastOver, window?.contains(day) ?? true, let days = postings.first(where: { $0.contains(day) }) {
            let end =
                step < 0
                ? max(days.first, window?.first ?? days.first) : min(days.last, lastOver, window?.last ?? days.last)
            if end == .distantFuture || end == .distantPast { return nil }
            let holidays =
                ask.rule.excludesHolidays
                ? DayRange(min(day, end), max(day, end)).map(evaluation.calendar.holidays) : nil
            count += (end - day) * step + 1 - (holidays ?? 0)
            day = end.advanced(by: step)
        }
        return count
    }

    /// The longest run of some days that touches a range, with what of it lies around it; others neither count nor break it. And where the
    /// runs begin and end that touch the range over its edges, with how long they are, and whether they are one.
    static func longest(
        _ days: [UInt64], _ passed: [UInt64], _ range: ClosedRange<Int>, in limit: ClosedRange<Int>
    ) -> (days: Int, from: Int?, to: Int?, first: Int, last: Int, isOne: Bool) {
        func goesOn(_ day: Int) -> Bool { (days[day >> 6] | passed[day >> 6]) >> UInt64(day & 63) & 1 == 1 }
        var (first, last) = (range.lowerBound, range.upperBound)
        if goesOn(first) { while first > limit.lowerBound, goesOn(first - 1) { first -= 1 } }
        if goesOn(last) { while last < limit.upperBound, goesOn(last + 1) { last += 1 } }
        var (longest, run, inside) = (0, 0, 0)
        var (isFirst, from, firstRun) = (true, nil as Int?, 0)
        for word in DaySet.words(of: first...last) {
            let asked = DaySet.bits(of: first...last, in: word)
            let unbroken = (days[word] | passed[word]) & asked
            // From one run of days that do not break an absence to the next.
            var bit = asked.trailingZeroBitCount
            let end = 64 - asked.leadingZeroBitCount
            while bit < end {
                let length = min((~(unbroken >> UInt64(bit))).trailingZeroBitCount, end - bit)
                let counted = length > 0 ? days[word] & DaySet.bits(of: bit...(bit + length - 1), in: 0) : 0
                run += counted.nonzeroBitCount
                inside += (counted & DaySet.bits(of: range, in: word)).nonzeroBitCount
                if inside > 0 {
                    longest = max(longest, run)
                    if isFirst { (from, firstRun) = (first, run) }
                }
                bit += length
                guard bit < end else { break }
                (run, inside, isFirst) = (0, 0, false)
                bit += (unbroken >> UInt64(bit)).trailingZeroBitCount
            }
        }
        return (longest, from, inside > 0 ? last : nil, firstRun, inside > 0 ? run : 0, isFirst)
    }
}

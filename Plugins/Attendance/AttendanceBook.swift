internal import CivilTime
internal import ZhucunKernel

/// The days of a county's cadres under one rule, in the postings that it is about.
final class AttendanceBook {
    let axis: DayAxis
    private let provision: Provision
    private let rule: AttendanceRule
    /// One for each definition of evidence that is looked at by itself.
    private let presences: [Presence]
    /// Where the axis begins in that of the presences, in words.
    private let offset: Int
    private let covered: [CoveredDays]
    private let leaveCoverage: LeaveCoverage
    private let holidays: DaySet
    let week: WorkWeek
    private unowned let evaluation: Evaluation
    /// Of days before it nothing is asked.
    private let recordsFrom: Day
    private let wordCount: Int
    private let dayAspects: [Int]
    private let nightAspect: Int
    /// The aspect of a check-in that is in time; nil where nothing is late.
    private let onTimeAspect: Int?
    private let aspectCount: Int
    private var countedLeave: CountedLeave
    /// All cadres' blocks, one cadre after another: the county's in order, then those of others who were asked for.
    private var blocks: [CadreDays.Block] = []
    private let cadres: [Int]
    private var others: [Int: Int] = [:]
    private var last = -1
    /// Of the cadre at hand, definition by definition and word by word the days of which each aspect is covered.
    private var coveredAspects: [UInt64]

    init(_ ask: Case<Attendance>, _ presences: [Presence], _ ground: Ground) {
        evaluation = ask.evaluation
        recordsFrom = ask.evaluation.policy.recordsFrom ?? .distantPast
        provision = ask.provision
        rule = ask.rule
        self.presences = presences
        axis = ground.axis
        offset = ground.offset
        holidays = ground.holidays
        week = ground.week
        leaveCoverage = ground.leave
        let ledgerAxis = axis
        let county = evaluation
        covered = presences.map { CoveredDays($0.coverage, $0.evidence, ledgerAxis, county) }
        wordCount = (axis.days.count + 63) / 64
        let names = rule.evidence.aspects.map(\.name)
        dayAspects = rule.day.aspects.compactMap { names.firstIndex(of: $0) }
        nightAspect = names.firstIndex(of: rule.night) ?? 0
        aspectCount = names.count
        onTimeAspect = rule.late == nil ? nil : names.lastIndex(of: Late.aspect)
        coveredAspects = Array(repeating: 0, count: wordCount * names.count * presences.count)
        countedLeave = CountedLeave(rule.leave, evaluation)
        cadres = (evaluation.subjects[.cadre] ?? []).map(\.index)
        blocks.reserveCapacity(cadres.count * wordCount)
        for cadre in cadres { add(cadre) }
    }

    func days(of cadre: Int) -> CadreDays {
        last = place(of: cadre)
        return CadreDays(blocks: blocks[(last * wordCount)..<((last + 1) * wordCount)])
    }

    /// What is known of a cadre's days in a unit; late days that count as absence are none on post.
    func tally(of cadre: Int, _ unit: ClosedRange<Int>, within span: ClosedRange<Int>? = nil) -> Tally {
        days(of: cadre).tally(unit, within: span, week).counting(rule.late)
    }

    func days(of range: ClosedRange<Int>) -> DayRange {
        DayRange(axis.day(range.lowerBound), axis.day(range.upperBound)) ?? axis.days
    }

    func leave(of cadre: Int) -> [Leave] { countedLeave.leave(of: cadre) }

    private func place(of cadre: Int) -> Int {
        // Cadres are mostly asked for in their order, but for a few.
        for place in max(0, last)..<max(last + 1, min(last + 9, cadres.count))
        where place < cadres.count && cadres[place] == cadre { return place }
        var (low, high) = (0, cadres.count)
        while low < high {
            let middle = (low + high) / 2
            if cadres[middle] < cadre { low = middle + 1 } else { high = middle }
        }
        if low < cadres.count, cadres[low] == cadre { return low }
        if let place = others[cadre] { return place }
        let place = blocks.count / wordCount
        others[cadre] = place
        add(cadre)
        return place
    }

    /// Puts a cadre's days together from postings, check-ins, leave and holidays.
    private func add(_ cadre: Int) {
        let start = blocks.count
        blocks.append(contentsOf: repeatElement(CadreDays.Block(), count: wordCount))
        for index in coveredAspects.indices { coveredAspects[index] = 0 }
        for index in evaluation.world.cadres[cadre].postings { add(evaluation.world.postings[index], start) }
        for word in 0..<wordCount where blocks[start + word].posted != 0 {
            let night = known(nightAspect, of: cadre, word)
            blocks[start + word].nights = night.mark
            blocks[start + word].coveredNights = night.cover
            let (present, covered) = onPost { known($0, of: cadre, word) }
            blocks[start + word].present = present
            blocks[start + word].covered = covered
            blocks[start + word].disputed =
                present & presences.reduce(0) { $0 | $1.elsewhere(cadre, in: word + offset) }
            if presences.count > 1 { blocks[start + word].mismatched = mismatches(of: cadre, word) }
            if let onTimeAspect { markLate(onTimeAspect, of: cadre, word, &blocks[start + word]) }
            if rule.excludesHolidays { blocks[start + word].holidays = holidays.words[word] }
            blocks[start + word].countable = blocks[start + word].posted & ~blocks[start + word].holidays
        }
        let leave = countedLeave.leave(of: cadre)
        guard !leave.isEmpty else { return }
        for leave in leave where leave.effect != .present {
            if let days = leave.wholeDays { add(leave.effect, days, leave.nights, start) }
        }
        // Last: where two overlap, a leave that counts as presence stands.
        for leave in leave where leave.effect == .present {
            if let days = leave.wholeDays { add(.present, days, leave.nights, start) }
        }
        guard leave.contains(where: \.hasHalfDays) else { return }
        for day in Set(leave.flatMap(\.halfDays)).sorted() { addHalf(day, leave, cadre, start) }
    }

    private func add(_ posting: Posting, _ start: Int) {
        guard let days = DayRange(max(posting.days.first, recordsFrom), posting.days.last),
            let range = axis.indices(days), evaluation.judges(posting),
            evaluation.isAbout(provision, posting)
        else { return }
        let covered = covered.map { $0.days(of: posting) }
        let leave = leaveCoverage.days(of: posting)
        for word in DaySet.words(of: range) {
            let span = DaySet.bits(of: range, in: word)
            blocks[start + word].posted |= span
            blocks[start + word].leaveKept |= leave.map { $0.words[word] & span } ?? span
            let unseen = covered.reduce(span) { $0 & ($1.seen.map { ~$0.words[word] } ?? 0) }
            blocks[start + word].unreported |= unseen
            for (part, found) in covered.enumerated() {
                for (aspect, days) in found.aspects.enumerated() {
                    coveredAspects[(part * aspectCount + aspect) * wordCount + word] |= days.words[word] & span
                }
            }
        }
    }

    /// The days on post in a word, and those of which it is known whether they are.
    private func onPost(_ known: (_ aspect: Int) -> Known) -> (present: UInt64, covered: UInt64) {
        guard let first = dayAspects.first.map(known) else { return (0, ~0) }
        var (present, covered) = (first.mark, first.cover)
        // Where all aspects are asked, one that is missed decides.
        var missed = covered & ~present
        for aspect in dayAspects.dropFirst() {
            let (mark, cover) = known(aspect)
            present = rule.day.needsAll ? present & mark : present | mark
            covered &= cover
            missed |= cover & ~mark
        }
        return (present, rule.day.needsAll ? covered | missed : covered)
    }

    private typealias Known = (mark: UInt64, cover: UInt64)

    /// The days of an aspect in a word, and those of which it is known, by all definitions of evidence together.
    @inline(__always)
    private func known(_ aspect: Int, of cadre: Int, _ word: Int) -> Known {
        var (mark, cover) = known(0, aspect, of: cadre, word)
        for part in presences.indices.dropFirst() {
            let other = known(part, aspect, of: cadre, word)
            if rule.evidence.combination == .all {
                // Where all sources are asked, one that has nothing decides.
                cover = cover & other.cover | cover & ~mark | other.cover & ~other.mark
                mark &= other.mark
            } else {
                (mark, cover) = (mark | other.mark, cover & other.cover)
            }
        }
        return (mark, cover)
    }

    @inline(__always)
    private func known(_ part: Int, _ aspect: Int, of cadre: Int, _ word: Int) -> Known {
        (
            presences[part].days(aspect, of: cadre, in: word + offset),
            coveredAspects[(part * aspectCount + aspect) * wordCount + word]
        )
    }

    /// Days that one source proves and another, of which it is known, does not.
    private func mismatches(of cadre: Int, _ word: Int) -> UInt64 {
        var (some, all, told): (UInt64, UInt64, UInt64) = (0, ~0, ~0)
        for part in presences.indices {
            let (present, covered) = onPost { known(part, $0, of: cadre, word) }
            (some, all, told) = (some | present, all & present, told & (present | covered))
        }
        return some & ~all & told
    }

    /// A day is late when a check-in of a place proves it and none came in time: what was registered says nothing of when.
    private func markLate(_ onTime: Int, of cadre: Int, _ word: Int, _ block: inout CadreDays.Block) {
        let placed = presences.reduce(0) { $0 | $1.placed(cadre, in: word + offset) }
        let inTime = presences.indices.reduce(0) { $0 | known($1, onTime, of: cadre, word).mark }
        let told = presences.indices.reduce(~0) { $0 & known($1, onTime, of: cadre, word).cover }
        let candidates = block.present & placed & ~inTime
        (block.late, block.possiblyLate) = (candidates & told, candidates & ~told)
    }

    private func add(_ effect: AttendanceRule.LeaveEffect, _ days: DayRange, _ nights: DayRange?, _ start: Int) {
        guard let range = axis.indices(days) else { return }
        for word in DaySet.words(of: range) {
            let bits = DaySet.bits(of: range, in: word)
            blocks[start + word].onLeave |= bits
            switch effect {
            case .excluded: blocks[start + word].countable &= ~bits
            case .excused: blocks[start + word].excused |= bits
            case .present:
                blocks[start + word].present |= bits
                blocks[start + word].countable |= bits & blocks[start + word].posted & ~blocks[start + word].holidays
            }
        }
        guard effect == .present, let nights = nights.flatMap(axis.indices) else { return }
        for word in DaySet.words(of: nights) { blocks[start + word].nights |= DaySet.bits(of: nights, in: word) }
    }

    /// A day on which a leave begins or ends in the middle. With two that make it whole it is a day of the stronger one.
    private func addHalf(_ day: Day, _ all: [Leave], _ cadre: Int, _ start: Int) {
        let leave = all.filter { $0.contains(day) }
        guard let index = axis.index(day), let effect = leave.map(\.effect).min(),
            !leave.contains(where: { $0.half(on: day) == nil })
        else { return }
        let halves = Set(leave.compactMap { $0.half(on: day) })
        let nights = leave.first { $0.effect == .present && $0.nights?.contains(day) == true }.map { _ in DayRange(day)
        }
        guard halves.count == 1, let half = halves.first, !rule.halfDaysAreLeave else {
            return add(effect, DayRange(day), nights, start)
        }
        let (word, bit) = (index >> 6, UInt64(1) << UInt64(index & 63))
        let other: DayHalf = half == .morning ? .afternoon : .morning
        let proofs = presences.map { presence in
            dayAspects.contains { presence.days($0, of: cadre, in: word + offset, half: other) & bit != 0 }
        }
        let isPresent = rule.evidence.combination == .all ? proofs.allSatisfy(\.self) : proofs.contains(true)
        blocks[start + word].onLeave |= bit
        if isPresent { blocks[start + word].present |= bit } else { blocks[start + word].present &= ~bit }
        if nights != nil { blocks[start + word].nights |= bit }
    }
}

internal import CivilTime
internal import ZhucunKernel

/// The days of a county's cadres under one rule, in the postings that it is about.
final class AttendanceBook {
    let axis: DayAxis
    private let provision: Provision
    private let rule: AttendanceRule
    private let presence: Presence
    /// Where the axis begins in that of the presences, in words.
    private let offset: Int
    private let covered: CoveredDays
    private let leaveCoverage: LeaveCoverage
    private let holidays: DaySet
    let week: WorkWeek
    private unowned let evaluation: Evaluation
    /// Of days before it nothing is asked.
    private let recordsFrom: Day
    private let wordCount: Int
    private let dayAspects: [Int]
    private let nightAspect: Int
    private var countedLeave: CountedLeave
    /// All cadres' blocks, one cadre after another: the county's in order, then those of others who were asked for.
    private var blocks: [CadreDays.Block] = []
    private let cadres: [Int]
    private var others: [Int: Int] = [:]
    private var last = -1
    /// Of the cadre at hand, word by word the days of which each aspect is covered.
    private var coveredAspects: [UInt64]

    private init(_ ask: Case<Attendance>, _ presence: Presence, _ ground: Ground) {
        evaluation = ask.evaluation
        recordsFrom = ask.evaluation.policy.recordsFrom ?? .distantPast
        provision = ask.provision
        rule = ask.rule
        self.presence = presence
        axis = ground.axis
        offset = ground.offset
        holidays = ground.holidays
        week = ground.week
        leaveCoverage = ground.leave
        covered = CoveredDays(presence.coverage, rule.evidence, axis, evaluation)
        wordCount = (axis.days.count + 63) / 64
        let names = rule.evidence.aspects.map(\.name)
        dayAspects = rule.day.aspects.compactMap { names.firstIndex(of: $0) }
        nightAspect = names.firstIndex(of: rule.night) ?? 0
        coveredAspects = Array(repeating: 0, count: wordCount * names.count)
        countedLeave = CountedLeave(rule.leave, evaluation)
        cadres = (evaluation.subjects[.cadre] ?? []).map(\.index)
        blocks.reserveCapacity(cadres.count * wordCount)
        for cadre in cadres { add(cadre) }
    }

    func days(of cadre: Int) -> CadreDays {
        last = place(of: cadre)
        return CadreDays(blocks: blocks[(last * wordCount)..<((last + 1) * wordCount)])
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
            blocks[start + word].nights = marks(nightAspect, of: cadre, word)
            blocks[start + word].coveredNights = coveredAspects[nightAspect * wordCount + word]
            let (present, covered) = onPost(cadre, word)
            blocks[start + word].present = present
            blocks[start + word].covered = covered
            blocks[start + word].disputed = present & presence.elsewhere(cadre, in: word + offset)
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
        let (aspects, seen) = covered.days(of: posting)
        let leave = leaveCoverage.days(of: posting)
        for word in DaySet.words(of: range) {
            let span = DaySet.bits(of: range, in: word)
            blocks[start + word].posted |= span
            blocks[start + word].leaveKept |= leave.map { $0.words[word] & span } ?? span
            if let seen { blocks[start + word].unreported |= span & ~seen.words[word] }
            for (aspect, days) in aspects.enumerated() {
                coveredAspects[aspect * wordCount + word] |= days.words[word] & span
            }
        }
    }

    /// The days on post in a word, and those of which it is known whether they are.
    private func onPost(_ cadre: Int, _ word: Int) -> (present: UInt64, covered: UInt64) {
        guard let first = dayAspects.first else { return (0, ~0) }
        var (present, covered) = (marks(first, of: cadre, word), coveredAspects[first * wordCount + word])
        // Where all aspects are asked, one that is missed decides.
        var missed = covered & ~present
        for aspect in dayAspects.dropFirst() {
            let (mark, cover) = (marks(aspect, of: cadre, word), coveredAspects[aspect * wordCount + word])
            present = rule.day.needsAll ? present & mark : present | mark
            covered &= cover
            missed |= cover & ~mark
        }
        return (present, rule.day.needsAll ? covered | missed : covered)
    }

    @inline(__always)
    private func marks(_ aspect: Int, of cadre: Int, _ word: Int) -> UInt64 {
        presence.days(aspect, of: cadre, in: word + offset)
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
        let isPresent = dayAspects.contains { presence.days($0, of: cadre, in: word + offset, half: other) & bit != 0 }
        blocks[start + word].onLeave |= bit
        if isPresent { blocks[start + word].present |= bit } else { blocks[start + word].present &= ~bit }
        if nights != nil { blocks[start + word].nights |= bit }
    }
}

extension AttendanceBook {
    /// What all books of a county share.
    final class Ground {
        let axis: DayAxis
        let offset: Int
        let holidays: DaySet
        let week: WorkWeek
        let leave: LeaveCoverage

        init(_ ledger: PresenceLedger, _ evaluation: Evaluation) {
            // Far from the judged days there is only what was kept.
            let kept = (evaluation.coverage[CheckIns.about.name] ?? []).map(\.days)
            let first = min(
                ledger.judged.first, kept.map(\.first).min() ?? .distantFuture,
                Day(number: Int32(clamping: ledger.taken.first)))
            let last = max(
                ledger.judged.last, kept.map(\.last).max() ?? .distantPast,
                Day(number: Int32(clamping: ledger.taken.last)))
            offset = max(0, first - ledger.axis.days.first) >> 6
            axis = DayAxis(
                days: DayRange(ledger.axis.day(offset << 6), min(last, ledger.axis.days.last)) ?? ledger.axis.days)
            var holidays = DaySet(days: axis.days.count)
            for (index, day) in axis.days.days.enumerated() where evaluation.calendar.isHoliday(day) {
                holidays.insert(index)
            }
            self.holidays = holidays
            week = WorkWeek(axis, evaluation.calendar)
            leave = LeaveCoverage(axis, evaluation)
        }
    }

    static func ground(_ ask: Case<Attendance>) -> Ground {
        ask.evaluation.once(GroundKey()) { Ground(ask.ledger, ask.evaluation) }
    }

    /// The book of a provision as it stands in its version, kept by the county's evaluation.
    static func of(_ ask: Case<Attendance>) throws -> AttendanceBook {
        try ask.evaluation.once(BookKey(provision: ask.provision.key, version: ask.provision.version)) {
            guard let presence = ask.ledger.presence(ask.rule.evidence) else { throw MissingPresence() }
            return AttendanceBook(ask, presence, ground(ask))
        }
    }
}

private struct GroundKey: OnceKey { typealias Value = AttendanceBook.Ground }
private struct BookKey: OnceKey {
    typealias Value = AttendanceBook
    let provision: ProvisionKey
    let version: Day
}

/// Where and when leave was kept: everywhere as soon as there is a file, or where `coverage.csv` says.
final class LeaveCoverage {
    private let declared: [Coverage]
    private let isKept: Bool
    private let world: World
    private let axis: DayAxis
    private var known: [PostingPlace: DaySet] = [:]

    init(_ axis: DayAxis, _ evaluation: Evaluation) {
        self.axis = axis
        declared = evaluation.coverage[RecordKind.leaves.name] ?? []
        isKept = evaluation.records.table(.leaves).isPresent
        world = evaluation.world
    }

    /// Nil: every day.
    func days(of posting: Posting) -> DaySet? {
        guard !declared.isEmpty else { return isKept ? nil : DaySet(days: axis.days.count) }
        let place = PostingPlace(village: posting.village, team: posting.team)
        if let days = known[place] { return days }
        let days = declared.days(of: posting, in: world, axis)
        known[place] = days
        return days
    }
}

/// A rule's evidence was not among those the ledger was made for: a fault of the run, not of any input.
struct MissingPresence: Error {}

internal import CivilTime
internal import ZhucunKernel

/// The days of a county's cadres under one rule.
final class AttendanceBook {
    let axis: DayAxis
    private let rule: AttendanceRule
    private let presence: Presence
    private let covered: CoveredDays
    private let holidays: DaySet
    private let world: World
    private let wordCount: Int
    private var countedLeave: CountedLeave
    /// All cadres' blocks, one cadre after another: the county's in order, then those of others who were asked for.
    private var blocks: [CadreDays.Block] = []
    private let cadres: [Int]
    private var others: [Int: Int] = [:]
    private var last = -1

    private init(_ rule: AttendanceRule, _ presence: Presence, covered: CoveredDays, holidays: DaySet, _ evaluation: Evaluation) {
        self.rule = rule
        self.presence = presence
        self.covered = covered
        self.holidays = holidays
        world = evaluation.world
        axis = presence.axis
        wordCount = (axis.days.count + 63) / 64
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
        for place in (last + 1)..<max(last + 1, min(last + 9, cadres.count)) where cadres[place] == cadre { return place }
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
        for index in world.cadres[cadre].postings {
            let posting = world.postings[index]
            guard let range = axis.indices(posting.days) else { continue }
            let covered = covered.days(at: posting.village)
            for word in DaySet.words(of: range) {
                let span = DaySet.bits(of: range, in: word)
                blocks[start + word].posted |= span
                blocks[start + word].covered |= span & covered.words[word]
            }
        }
        let nights = presence.days(rule.night, of: cadre)
        let aspects = rule.day.aspects.map { $0 == rule.night ? nights : presence.days($0, of: cadre) }
        for word in 0..<wordCount {
            let first = aspects.first?.words[word] ?? 0
            blocks[start + word].present = aspects.dropFirst().reduce(first) { rule.day.needsAll ? $0 & $1.words[word] : $0 | $1.words[word] }
            blocks[start + word].nights = nights.words[word]
            if rule.excludesHolidays { blocks[start + word].holidays = holidays.words[word] }
            blocks[start + word].countable = blocks[start + word].posted & ~blocks[start + word].holidays
        }
        let leave = countedLeave.leave(of: cadre)
        for leave in leave where leave.effect != .present { add(leave, start) }
        // Last: where two overlap, a leave that counts as presence stands.
        for leave in leave where leave.effect == .present { add(leave, start) }
    }

    private func add(_ leave: Leave, _ start: Int) {
        guard let range = axis.indices(leave.days) else { return }
        // A night when the same leave covers the next day too.
        let nights = range.lowerBound...max(range.lowerBound, min(range.upperBound, leave.days.last - axis.days.first - 1))
        let hasNight = leave.days.contains(axis.day(range.lowerBound).advanced(by: 1))
        for word in DaySet.words(of: range) {
            let days = DaySet.bits(of: range, in: word)
            blocks[start + word].onLeave |= days
            switch leave.effect {
            case .excluded: blocks[start + word].countable &= ~days
            case .excused: blocks[start + word].excused |= days
            case .present:
                blocks[start + word].present |= days
                blocks[start + word].countable |= days & blocks[start + word].posted & ~blocks[start + word].holidays
                if hasNight { blocks[start + word].nights |= DaySet.bits(of: nights, in: word) }
            }
        }
    }

    /// The book of a provision as it stands in its version, kept by the county's evaluation.
    static func of(_ ask: Case<Attendance>) throws -> AttendanceBook {
        let evaluation = ask.evaluation
        return try evaluation.once("attendance/book/\(ask.provision.key.id)/\(ask.provision.version)") {
            guard let presence = ask.ledger.presence(ask.rule.evidence) else { throw MissingPresence() }
            let axis = presence.axis
            let covered = evaluation.once("attendance/covered") { CoveredDays(ask.ledger.coverage, axis, evaluation) }
            let holidays = evaluation.once("attendance/holidays") {
                var set = DaySet(days: axis.days.count)
                for (index, day) in axis.days.days.enumerated() where evaluation.calendar.isHoliday(day) { set.insert(index) }
                return set
            }
            return AttendanceBook(ask.rule, presence, covered: covered, holidays: holidays, evaluation)
        }
    }
}

/// A rule's evidence was not among those the ledger was made for: a fault of the run, not of any input.
struct MissingPresence: Error {}

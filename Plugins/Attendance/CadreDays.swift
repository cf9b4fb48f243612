internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// One cadre's days under one rule: which count, and on which the cadre was there.
struct CadreDays {
    let posted: DaySet
    let countable: DaySet
    /// Days on post, countable or not.
    let present: DaySet
    let nights: DaySet
    /// Days of approved leave of any kind.
    let onLeave: DaySet
    let excused: DaySet
    let covered: DaySet
    let holidays: DaySet

    struct Tally {
        var countable = 0
        var onPost = 0
        var nights = 0
        var excused = 0
        var uncovered = 0

        static func + (a: Tally, b: Tally) -> Tally {
            Tally(
                countable: a.countable + b.countable, onPost: a.onPost + b.onPost, nights: a.nights + b.nights, excused: a.excused + b.excused,
                uncovered: a.uncovered + b.uncovered)
        }
    }

    /// Counts over a range; `within` narrows to the days of some postings.
    func tally(_ range: ClosedRange<Int>, within mask: DaySet? = nil) -> Tally {
        let counted = mask.map { countable & $0 } ?? countable
        let there = counted & present
        return Tally(
            countable: counted.count(in: range), onPost: there.count(in: range), nights: (counted & nights).count(in: range),
            excused: ((counted & excused) - present).count(in: range), uncovered: (counted - covered).count(in: range))
    }

    /// The longest run of days without presence or leave; holidays neither count nor break it. Nil when nothing is covered.
    func longestAbsence(_ range: ClosedRange<Int>) -> Int? {
        guard (posted & covered).count(in: range) > 0 else { return nil }
        var longest = 0
        var run = 0
        for day in range {
            if !posted.contains(day) {
                run = 0
            } else if holidays.contains(day) {
                continue
            } else if !covered.contains(day) || onLeave.contains(day) || present.contains(day) {
                run = 0
            } else {
                run += 1
                longest = max(longest, run)
            }
        }
        return longest
    }
}

extension AttendanceRule {
    /// Puts a cadre's days together from postings, check-ins, leave and holidays.
    func days(of cadre: Int, _ presence: Presence, covered villages: [DaySet], holidays: DaySet, _ evaluation: Evaluation) -> CadreDays {
        let axis = presence.axis
        let empty = DaySet(days: axis.days.count)
        var posted = empty
        var covered = empty
        for index in evaluation.world.cadres[cadre].postings {
            let posting = evaluation.world.postings[index]
            guard let range = axis.indices(posting.days) else { continue }
            var span = empty
            span.insert(range)
            posted = posted | span
            covered = covered | (span & villages[posting.village])
        }
        var byEffect: [LeaveEffect: DaySet] = [:]
        var presentNights = empty
        for leave in Leave.counted(of: cadre, self, evaluation) {
            guard let range = axis.indices(leave.days) else { continue }
            byEffect[leave.effect, default: empty].insert(range)
            if leave.effect == .present {
                // A night when the same leave covers the next day too.
                for day in range where leave.days.contains(axis.day(day).advanced(by: 1)) { presentNights.insert(day) }
            }
        }
        let presentLeave = byEffect[.present] ?? empty
        let excludedLeave = (byEffect[.excluded] ?? empty) - presentLeave
        let excusedLeave = byEffect[.excused] ?? empty
        let aspects = day.aspects.map { presence.days($0, of: cadre) }
        let first = aspects.first ?? empty
        let there = aspects.dropFirst().reduce(first) { day.needsAll ? $0 & $1 : $0 | $1 }
        let counted = (excludesHolidays ? posted - holidays : posted) - excludedLeave
        return CadreDays(
            posted: posted, countable: counted, present: there | presentLeave, nights: presence.days(night, of: cadre) | presentNights,
            onLeave: presentLeave | excludedLeave | excusedLeave, excused: excusedLeave, covered: covered,
            holidays: excludesHolidays ? holidays : empty)
    }
}

/// A leave that counts, and what it does.
struct Leave {
    let id: String
    let type: String
    let days: DayRange
    let effect: AttendanceRule.LeaveEffect

    private static let columns = Leaves.declared()

    /// The approved leave of a cadre, each to the day before the return.
    static func counted(of cadre: Int, _ rule: AttendanceRule, _ evaluation: Evaluation) -> [Leave] {
        let table = evaluation.records.table(.leaves)
        guard let symbol = evaluation.world.symbolOf[.cadre]?[cadre] else { return [] }
        return table.rows(of: symbol).compactMap { row in
            guard let from = table[columns.from, row], let to = table[columns.to, row], let type = table[columns.type, row],
                let status = table[columns.status, row], rule.leave.states.contains(evaluation.symbols.text(status)),
                let days = DayRange(from, min(to, table[columns.returned, row]?.advanced(by: -1) ?? to))
            else { return nil }
            let name = evaluation.symbols.text(type)
            return Leave(
                id: table[columns.leave, row].map(evaluation.symbols.text) ?? "", type: name, days: days,
                effect: rule.leave.byType[name] ?? rule.leave.other)
        }
    }
}

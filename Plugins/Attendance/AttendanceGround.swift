internal import CivilTime
internal import ZhucunKernel

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
            let presences = ask.rule.evidence.parts.compactMap(ask.ledger.presence)
            guard presences.count == ask.rule.evidence.parts.count else { throw MissingPresence() }
            return AttendanceBook(ask, presences, ground(ask))
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

internal import CivilTime
internal import ZhucunKernel

/// The days of a county's cadres under one rule, each cadre's put together when first asked for.
final class AttendanceBook {
    let axis: DayAxis
    private let rule: AttendanceRule
    private let presence: Presence
    private let covered: [DaySet]
    private let holidays: DaySet
    private let evaluation: Evaluation
    private var known: [Int: CadreDays] = [:]

    private init(_ rule: AttendanceRule, _ presence: Presence, covered: [DaySet], holidays: DaySet, _ evaluation: Evaluation) {
        self.rule = rule
        self.presence = presence
        self.covered = covered
        self.holidays = holidays
        self.evaluation = evaluation
        axis = presence.axis
    }

    func days(of cadre: Int) -> CadreDays {
        if let days = known[cadre] { return days }
        let days = rule.days(of: cadre, presence, covered: covered, holidays: holidays, evaluation)
        known[cadre] = days
        return days
    }

    /// The book of a provision as it stands in its version, kept by the county's evaluation.
    static func of(_ ask: Case<Attendance>) throws -> AttendanceBook {
        let evaluation = ask.evaluation
        return try evaluation.once("attendance/book/\(ask.provision.key.id)/\(ask.provision.version)") {
            guard let presence = ask.ledger.presence(ask.rule.evidence) else { throw MissingPresence() }
            let axis = presence.axis
            let covered = evaluation.once("attendance/covered") { ask.ledger.coverage.coveredDays(evaluation) }
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

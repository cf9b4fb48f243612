internal import CivilTime
internal import ZhucunKernel

/// A number of days between two bounds.
struct DayCount {
    var low = 0
    var high = 0

    static func += (a: inout DayCount, b: DayCount) {
        a.low += b.low
        a.high += b.high
    }

    var value: MeasureValue { low == high ? .number(Fraction(low)) : .range(ValueRange(Fraction(low), Fraction(high))) }
}

/// What is known of a subject's days over units, summed. Units that are not over give what is known already, without doubt.
struct DaySums {
    private(set) var countable = DayCount()
    private(set) var onPost = DayCount()
    private(set) var nights = DayCount()
    private(set) var excused = DayCount()
    private(set) var required = DayCount()
    /// Nil where no unit asks for nights.
    private(set) var requiredNights: DayCount?
    private(set) var short = DayCount()
    private(set) var leaveDays = DayCount()
    private(set) var offPost = DayCount()
    private(set) var late = DayCount()
    /// Whether any leave was not kept: then nobody knows which days count.
    private var isWithoutLeave = false
    /// Whether any unit asks for anything, or the rule only measures: what nobody is asked for has no share.
    private var hasShare = false
    /// What may still be reached in units that are not over: of these there is no share yet.
    private var ahead = 0
    private var nightsAhead = 0

    /// Nights are asked for, of however many units.
    mutating func askForNights() { requiredNights = requiredNights ?? DayCount() }

    mutating func add(_ tally: Tally, _ rule: AttendanceRule, isOpen: Bool, _ freed: AttendanceRule.Freedom) throws {
        let doubt = isOpen ? 0 : 1
        if tally.leaveless > 0 { isWithoutLeave = true }
        countable += DayCount(low: tally.countable, high: tally.countable)
        onPost += DayCount(low: tally.onPost, high: tally.onPost + tally.open * doubt)
        nights += DayCount(low: tally.nights, high: tally.nights + tally.openNights * doubt)
        excused += DayCount(
            low: tally.excused - tally.openExcused, high: tally.excused - tally.openExcused * (1 - doubt))
        ahead += tally.open * (1 - doubt)
        nightsAhead += tally.openNights * (1 - doubt)
        leaveDays += DayCount(low: tally.leaveDays, high: tally.leaveDays + tally.leaveUnknown)
        offPost += DayCount(
            low: tally.absent, high: tally.absent + (isOpen ? tally.absentUnlessOnLeave : tally.openAbsent))
        if rule.asksNothing { hasShare = true }
        late += DayCount(low: tally.late, high: tally.late + (tally.openLate + tally.open) * doubt)
        guard freed.reason == nil else { return }
        let asked = try rule.days.asked(of: tally.countable, lost: tally.lost)
        if asked > 0 { hasShare = true }
        required += DayCount(low: asked, high: asked)
        let missing = asked - tally.onPost - tally.excused
        let fewest = missing - tally.open + tally.openExcused
        short += DayCount(
            low: max(0, fewest), high: max(0, isOpen ? fewest + tally.openUnlessOnLeave : missing))
        guard !freed.fromNights, let nights = try rule.nights?.asked(of: tally.countable, lost: tally.lost) else {
            return
        }
        if nights > 0 { hasShare = true }
        let isDoubtful = freed.doubt?.freedom.fromNights ?? false
        requiredNights = DayCount(
            low: (requiredNights?.low ?? 0) + (isDoubtful ? 0 : nights), high: (requiredNights?.high ?? 0) + nights)
    }

    func value(of measure: Attendance.Measure) -> MeasureValue? {
        guard !isWithoutLeave || [.absentDays, .offPostDays, .leaveDays].contains(measure) else { return nil }
        return switch measure {
        case .countable: countable.value
        case .onPost: onPost.value
        case .nights: nights.value
        case .excused: excused.value
        case .requiredDays: required.value
        case .requiredNights: requiredNights?.value
        case .shortfall, .absentDays: short.value
        case .rate: share(onPost, ahead)
        case .nightRate: share(nights, nightsAhead)
        case .leaveDays: leaveDays.value
        case .offPostDays: offPost.value
        case .lateDays: late.value
        case .longestRun: nil
        }
    }

    /// Nil where nothing is asked, and where all or nothing of it may be true.
    private func share(_ part: DayCount, _ ahead: Int) -> MeasureValue? {
        let (days, most) = (countable.low, part.high + ahead)
        guard hasShare, part.low > 0 || most < days, let low = Fraction(part.low, over: days),
            let high = Fraction(most, over: days)
        else { return nil }
        return MeasureValue(ValueRange(low, high))
    }
}

/// The sums of subjects over some days, each found once while they are asked for.
final class SpanSums {
    private struct Unit {
        let period: Period
        let range: ClosedRange<Int>
        let isOpen: Bool
        /// Who is excepted in the unit; nil where nobody is.
        let selection: Selection?
    }

    /// Units under one edition.
    private struct Stretch {
        let provision: Provision
        let rule: AttendanceRule
        let book: AttendanceBook
        let units: [Unit]
    }

    private let days: DayRange
    private let stretches: [Stretch]
    private unowned let evaluation: Evaluation
    private var known: [Subject: DaySums] = [:]

    /// Nil where no unit belongs to the days.
    private init?(_ days: DayRange, _ ask: Case<Attendance>) throws {
        evaluation = ask.evaluation
        self.days = days
        let cases = ask.units(in: days)
        guard !cases.isEmpty else { return nil }
        stretches = try Dictionary(grouping: cases, by: \.provision.version).sorted { $0.key < $1.key }.compactMap {
            _, cases in
            guard let first = cases.first else { return nil }
            let book = try AttendanceBook.of(first)
            let units = cases.compactMap { one in
                book.axis.indices(one.unit.days).map {
                    Unit(
                        period: one.unit, range: $0, isOpen: one.evaluation.isOpen(one.unit),
                        selection: one.provision.exceptions.isEmpty
                            ? nil : one.evaluation.selection(by: one.provision, in: one.unit.days))
                }
            }
            return Stretch(provision: first.provision, rule: first.rule, book: book, units: units)
        }
    }

    static func of(_ days: DayRange, _ ask: Case<Attendance>) throws -> SpanSums? {
        try ask.evaluation.once(NewestSums.Key()) { NewestSums() }.sums(
            of: NewestSums.Asked(provision: ask.provision.key, days: days)
        ) { try SpanSums(days, ask) }
    }

    func sums(of subject: Subject) throws -> DaySums {
        if let sums = known[subject] { return sums }
        var sums = DaySums()
        for stretch in stretches {
            if stretch.rule.nights != nil { sums.askForNights() }
            try add(subject, stretch, &sums)
        }
        known[subject] = sums
        return sums
    }

    /// A cadre's own days, or a team's members' in the team.
    private func add(_ subject: Subject, _ stretch: Stretch, _ sums: inout DaySums) throws {
        guard subject.kind == .team else { return try add(subject, within: nil, stretch, &sums) }
        let selection = evaluation.selection(by: stretch.provision, in: days)
        for index in evaluation.world.postingsOfTeam[subject.index] {
            let posting = evaluation.world.postings[index]
            guard let span = stretch.book.axis.indices(posting.days), selection.takes(Subject(.cadre, posting.cadre))
            else { continue }
            try add(Subject(.cadre, posting.cadre), within: span, stretch, &sums)
        }
    }

    private func add(_ cadre: Subject, within span: ClosedRange<Int>?, _ stretch: Stretch, _ sums: inout DaySums) throws
    {
        for unit in stretch.units where span.map({ $0.overlaps(unit.range) }) ?? true {
            if unit.selection?.excepts(cadre) == true { continue }
            let tally = stretch.book.tally(of: cadre.index, unit.range, within: span)
            guard tally.countable > 0 || tally.leaveDays + tally.leaveUnknown > 0 else { continue }
            let freed = stretch.rule.freedom(of: cadre, in: unit.period, evaluation)
            try sums.add(tally, stretch.rule, isOpen: unit.isOpen, freed)
        }
    }
}

/// The sums that were asked for last: one measure of a provision is mostly asked for after another, and those of a county are large.
private final class NewestSums {
    struct Key: OnceKey { typealias Value = NewestSums }

    struct Asked: Hashable {
        let provision: ProvisionKey
        let days: DayRange
    }

    private static let most = 4
    private var kept: [(asked: Asked, sums: SpanSums?)] = []

    func sums(of asked: Asked, _ make: () throws -> SpanSums?) rethrows -> SpanSums? {
        if let known = kept.first(where: { $0.asked == asked }) { return known.sums }
        let sums = try make()
        if kept.count == NewestSums.most { kept.removeFirst() }
        kept.append((asked, sums))
        return sums
    }
}

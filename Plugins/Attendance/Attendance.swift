public import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// Ratio rules over days and nights on post, per week, month or any unit, with leave, holidays, fences and absence measures.
public struct Attendance: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "attendance", title: Text("考勤", "attendance"),
        summary: Text("按周、月等单位判断在岗天数和驻村夜数，并给出缺勤指标", "days and nights on post against a share or a number, and measures of absence"),
        subjects: [.cadre], rollsUp: [.team])
    public static let records = [RecordKind(CheckIns.self), .leaves]

    public init() {}

    public func read(_ settings: inout SettingsReader) -> AttendanceRule { AttendanceRule(&settings) }

    /// The measures, in the order of the values.
    enum Measure: Int, CaseIterable {
        case rate, countable, onPost, requiredDays, nights, requiredNights, nightRate, excused, shortfall, longestRun, absentDays

        var declaration: MeasureDeclaration {
            switch self {
            case .rate: MeasureDeclaration("rate", Text("在岗率", "attendance rate"), .share)
            case .countable: MeasureDeclaration("countable_days", Text("应计天数", "countable days"), .days)
            case .onPost: MeasureDeclaration("days_on_post", Text("在岗天数", "days on post"), .days)
            case .requiredDays: MeasureDeclaration("required_days", Text("应在岗天数", "days asked"), .days)
            case .nights: MeasureDeclaration("nights", Text("驻村夜数", "nights"), .nights)
            case .requiredNights: MeasureDeclaration("required_nights", Text("应驻村夜数", "nights asked"), .nights)
            case .nightRate: MeasureDeclaration("night_rate", Text("驻村夜率", "night rate"), .share)
            case .excused: MeasureDeclaration("excused_days", Text("有理由缺勤天数", "excused days"), .days)
            case .shortfall: MeasureDeclaration("shortfall", Text("欠勤天数", "days short"), .days)
            case .longestRun:
                MeasureDeclaration("absence.longest_run", Text("最长连续缺勤天数", "longest run of absence"), .days, defaultWindow: .calendar(.year))
            case .absentDays:
                MeasureDeclaration("absence.days", Text("累计缺勤天数", "days of absence in all"), .days, defaultWindow: .calendar(.year))
            }
        }
    }

    public func measures(_ rule: AttendanceRule) -> [MeasureDeclaration] { Measure.allCases.map(\.declaration.fromPresence) }

    public func makeLedger(_ rules: [AttendanceRule], _ scope: LedgerScope) -> PresenceLedger {
        var definitions: [Evidence] = []
        for rule in rules where !definitions.contains(rule.evidence) { definitions.append(rule.evidence) }
        return PresenceLedger(definitions, scope)
    }

    public func judge(_ ask: Case<Attendance>) throws -> [Finding] {
        guard let range = ask.ledger.axis.indices(ask.unit.days) else { return [] }
        let book = try AttendanceBook.of(ask)
        // Who has the same days and freedom has the same finding.
        var known = Remembered<Int, Finding>()
        return try ask.subjects.map { subject in
            let tally = book.days(of: subject.index).tally(range)
            let freed = freedom(of: subject, ask)
            guard freed.reason == nil else { return try finding(subject, tally, freed, ask) }
            return try known.answer(to: tally.number << 1 | (freed.fromNights ? 1 : 0)) { try finding(subject, tally, freed, ask) }.of(subject)
        }
    }

    private func finding(_ subject: Subject, _ tally: CadreDays.Tally, _ freed: Freedom, _ ask: Case<Attendance>) throws -> Finding {
        let asked = try ask.rule.days.asked(of: tally.countable)
        let askedNights = freed.fromNights ? nil : try ask.rule.nights?.asked(of: tally.countable)
        var reasons: [Text] = []
        let verdict: Verdict
        if tally.countable == 0 {
            verdict = .notApplicable
            reasons.append(Text("没有应计天数", "no countable day"))
        } else if let reason = freed.reason {
            verdict = .notApplicable
            reasons.append(reason)
        } else if tally.uncovered > 0 {
            verdict = .undetermined
            reasons.append(Text("有 \(tally.uncovered) 天没有保存打卡记录", "for \(tally.uncovered) days no check-ins were kept"))
        } else {
            verdict = tally.onPost >= asked && tally.nights >= (askedNights ?? 0) ? .met : .breached
        }
        return Finding(subject, verdict, values: values(tally, asked, askedNights), reasons: reasons)
    }

    private typealias Freedom = (fromNights: Bool, reason: Text?)

    /// Whether a cadre is freed from the rule in a unit, or from its nights.
    private func freedom(of subject: Subject, _ ask: Case<Attendance>) -> Freedom {
        guard ask.rule.canFree else { return (false, nil) }
        let world = ask.evaluation.world
        let postings = world.postings(of: subject, touching: ask.unit.days).map { world.postings[$0] }
        let roles = postings.map { ask.evaluation.symbols.text($0.role) }
        let exemptions = ask.rule.exemptions.filter { $0.roles.contains(where: roles.contains) }
        if exemptions.contains(where: { [ask.unit.first, ask.unit.last].map(ask.unit.months.monthOfYear).allSatisfy($0.months.contains) }) {
            return (true, Text("本月免除", "freed in this month"))
        }
        if case .days = ask.rule.days, !postings.contains(where: { $0.days.contains(ask.unit.days) }) {
            return (true, Text("派驻没有覆盖整个时间单位", "the posting does not cover the whole unit"))
        }
        return (exemptions.contains { $0.fromNights }, nil)
    }

    private func values(_ tally: CadreDays.Tally, _ asked: Int, _ askedNights: Int?) -> [MeasureValue?] {
        let isKnown = tally.uncovered == 0
        return Measure.allCases.map { measure in
            let number: Fraction? = switch measure {
            case .rate: isKnown ? Fraction(tally.onPost, over: tally.countable) : nil
            case .countable: Fraction(tally.countable)
            case .onPost: Fraction(tally.onPost)
            case .requiredDays: Fraction(asked)
            case .nights: Fraction(tally.nights)
            case .requiredNights: askedNights.map { Fraction($0) }
            case .nightRate: isKnown ? Fraction(tally.nights, over: tally.countable) : nil
            case .excused: Fraction(tally.excused)
            case .shortfall: isKnown ? Fraction(max(0, asked - tally.onPost - tally.excused)) : nil
            case .longestRun, .absentDays: nil
            }
            return number.map { .number($0) }
        }
    }

    public func values(of measure: Int, over days: DayRange, for subjects: [Subject], _ ask: Case<Attendance>) throws -> [MeasureValue?]? {
        guard let measure = Measure(rawValue: measure), let range = ask.ledger.axis.indices(days) else { return nil }
        let book = try AttendanceBook.of(ask)
        let selection = ask.evaluation.selection(by: ask.provision, in: days)
        let units = ask.provision.per.map { ask.unit.units($0).compactMap { ask.ledger.axis.indices($0.days) } }
        return try subjects.map { subject in
            let number: Fraction? = switch measure {
            case .requiredDays, .requiredNights, .shortfall: nil
            case .longestRun:
                subject.kind == .cadre ? book.days(of: subject.index).longestAbsence(range).map { Fraction($0) } : nil
            case .absentDays: try units.flatMap { try absentDays(of: subject, in: $0, book, ask.rule) }.map { Fraction($0) }
            case .rate, .countable, .onPost, .nights, .nightRate, .excused:
                value(measure, tally(of: subject, days, book, selection, ask))
            }
            return number.map { .number($0) }
        }
    }

    private func value(_ measure: Measure, _ tally: CadreDays.Tally) -> Fraction? {
        switch measure {
        case .rate: tally.uncovered == 0 ? Fraction(tally.onPost, over: tally.countable) : nil
        case .nightRate: tally.uncovered == 0 ? Fraction(tally.nights, over: tally.countable) : nil
        case .countable: Fraction(tally.countable)
        case .onPost: Fraction(tally.onPost)
        case .nights: Fraction(tally.nights)
        default: Fraction(tally.excused)
        }
    }

    /// A cadre's own days, or a team's members' in the team.
    private func tally(of subject: Subject, _ days: DayRange, _ book: AttendanceBook, _ selection: Selection, _ ask: Case<Attendance>) -> CadreDays.Tally {
        guard subject.kind == .team else { return book.axis.indices(days).map { book.days(of: subject.index).tally($0) } ?? CadreDays.Tally() }
        let world = ask.evaluation.world
        return world.postingsOfTeam[subject.index].reduce(CadreDays.Tally()) { sum, index in
            let posting = world.postings[index]
            guard let span = posting.days.intersection(days).flatMap({ book.axis.indices($0) }), selection.takes(Subject(.cadre, posting.cadre)) else { return sum }
            return sum + book.days(of: posting.cadre).tally(span)
        }
    }

    /// The sum of the units' shortfalls; nil while any unit with countable days is unknown.
    private func absentDays(of subject: Subject, in units: [ClosedRange<Int>], _ book: AttendanceBook, _ rule: AttendanceRule) throws -> Int? {
        guard subject.kind == .cadre else { return nil }
        var total = 0
        for range in units {
            let tally = book.days(of: subject.index).tally(range)
            guard tally.uncovered == 0 else { return nil }
            total += max(0, try rule.days.asked(of: tally.countable) - tally.onPost - tally.excused)
        }
        return total
    }
}

public import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// Ratio rules over days and nights on post, per week, month or any unit, with leave, holidays, fences and absence measures.
public struct Attendance: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "attendance", title: Text("考勤", "attendance"),
        summary: Text(
            "按周、月等单位判断在岗天数和驻村夜数，并给出缺勤指标", "days and nights on post against a share or a number, and measures of absence"
        ),
        subjects: [.cadre], rollsUp: [.team], hasDueDays: true, isOwedAfterwards: false,
        exemplary: ["per: week", "days"])
    public static let records = [RecordKind(CheckIns.self), .leaves]

    public init() {}

    public func read(_ settings: inout SettingsReader) -> AttendanceRule { AttendanceRule(&settings) }

    /// The measures, in the order of the values.
    enum Measure: Int, CaseIterable {
        case rate, countable, onPost, requiredDays, nights, requiredNights, nightRate, excused, shortfall, longestRun,
            absentDays

        /// A unit has no run, and what is short in it is its shortfall.
        var isOfSpan: Bool { self == .longestRun || self == .absentDays }

        var declaration: MeasureDeclaration {
            switch self {
            case .rate:
                MeasureDeclaration(
                    "rate", Text("在岗率", "attendance rate"), .share,
                    role: .rate(of: "days_on_post", in: "countable_days"))
            case .countable: MeasureDeclaration("countable_days", Text("应计天数", "countable days"), .days)
            case .onPost: MeasureDeclaration("days_on_post", Text("在岗天数", "days on post"), .days)
            case .requiredDays:
                MeasureDeclaration(
                    "required_days", Text("应在岗天数", "days asked"), .days, role: .bound(of: "days_on_post"))
            case .nights: MeasureDeclaration("nights", Text("驻村夜数", "nights"), .nights)
            case .requiredNights:
                MeasureDeclaration(
                    "required_nights", Text("应驻村夜数", "nights asked"), .nights, role: .bound(of: "nights"))
            case .nightRate:
                MeasureDeclaration(
                    "night_rate", Text("驻村夜率", "night rate"), .share, role: .rate(of: "nights", in: "countable_days"))
            case .excused: MeasureDeclaration("excused_days", Text("有理由缺勤天数", "excused days"), .days)
            case .shortfall:
                MeasureDeclaration("shortfall", Text("欠勤天数", "days short"), .days, role: .shortfall(of: "days_on_post"))
            case .longestRun:
                MeasureDeclaration(
                    "absence.longest_run", Text("最长连续缺勤天数", "longest run of absence"), .days, isOfSpan: isOfSpan,
                    reach: .rolling(1, .year))
            case .absentDays:
                MeasureDeclaration("absence.days", Text("累计缺勤天数", "days of absence in all"), .days, isOfSpan: isOfSpan)
            }
        }
    }

    public func measures(_ rule: AttendanceRule) -> [MeasureDeclaration] {
        Measure.allCases.map(\.declaration.fromPresence)
    }

    public func makeLedger(_ rules: [AttendanceRule], _ scope: LedgerScope) -> PresenceLedger {
        var definitions: [Evidence] = []
        for rule in rules where !definitions.contains(rule.evidence) { definitions.append(rule.evidence) }
        return PresenceLedger(definitions, scope)
    }

    public func judge(_ ask: Case<Attendance>) throws -> [Finding] {
        let book = try AttendanceBook.of(ask)
        guard let range = book.axis.indices(ask.unit.days) else { return [] }
        let isOpen = ask.evaluation.isOpen(ask.unit)
        // Who has the same days and freedom has the same finding.
        var known = Remembered<Tally, Finding>()
        var knownByDay = Remembered<Tally, Finding>()
        return try ask.subjects.map { subject in
            let tally = book.days(of: subject.index).tally(range, book.week)
            let freed = ask.rule.freedom(of: subject, in: ask.unit, ask.evaluation)
            guard freed.reason == nil else { return try finding(subject, tally, freed, isOpen, ask) }
            let found =
                try freed.fromNights
                ? knownByDay.answer(to: tally) { try finding(subject, tally, freed, isOpen, ask) }
                : known.answer(to: tally) { try finding(subject, tally, freed, isOpen, ask) }
            return found.of(subject)
        }
    }

    private func finding(
        _ subject: Subject, _ tally: Tally, _ freed: AttendanceRule.Freedom, _ isOpen: Bool, _ ask: Case<Attendance>
    ) throws -> Finding {
        var sums = DaySums()
        try sums.add(tally, ask.rule, isOpen: isOpen, isFreed: freed.reason != nil, fromNights: freed.fromNights)
        let values = Measure.allCases.map { $0.isOfSpan ? nil : sums.value(of: $0) }
        let standing = try Standing(tally, ask.rule, fromNights: freed.fromNights)
        if tally.countable == 0 {
            return Finding(subject, .notApplicable, values: values, reasons: [Reason(.noCountableDay)])
        }
        if let reason = freed.reason { return Finding(subject, .notApplicable, values: values, reasons: [reason]) }
        if standing.asksNothing {
            return Finding(subject, .notApplicable, values: values, reasons: [Reason(.nothingAsked)])
        }
        switch standing.verdict {
        case .met?: return Finding(subject, .met, values: values, reasons: tally.doubts)
        case .breached?:
            return Finding(
                subject, .breached, values: values,
                reasons: (isOpen || tally.isOpen ? standing.reasons : []) + tally.doubts)
        case _ where isOpen:
            let owed =
                ask.evaluation.isAsked(ask.unit)
                ? Owed(due: ask.unit.last, isDone: false, by: ask.rule.owedBy, standing: standing.reasons) : nil
            return Finding(
                subject, .notApplicable, values: values, reasons: standing.reasons + tally.doubts, owed: owed)
        default: return Finding(subject, .undetermined, values: values, reasons: tally.gaps + tally.doubts)
        }
    }

    public func values(of measure: Int, over days: DayRange, for subjects: [Subject], _ ask: Case<Attendance>) throws
        -> [MeasureValue?]?
    {
        guard let measure = Measure(rawValue: measure) else { return nil }
        guard measure != .longestRun else {
            var absence = try Absence(in: days, ask)
            return subjects.map { $0.kind == .cadre ? absence?.longestRun(of: $0.index) : nil }
        }
        guard let sums = try SpanSums.of(days, ask) else { return subjects.map { _ in nil } }
        return try subjects.map { try sums.sums(of: $0).value(of: measure) }
    }
}

extension AttendanceRule {
    typealias Freedom = (fromNights: Bool, reason: Reason?)

    /// Whether a cadre is freed from the rule in a unit, or from its nights.
    func freedom(of subject: Subject, in unit: Period, _ evaluation: Evaluation) -> Freedom {
        guard canFree else { return (false, nil) }
        let world = evaluation.world
        let postings = world.postings(of: subject, touching: unit.days).map { world.postings[$0] }
        let roles = postings.map { evaluation.symbols.text($0.role) }
        let exemptions = exemptions.filter { $0.roles.contains(where: roles.contains) }
        if exemptions.contains(where: {
            [unit.first, unit.last].map(unit.months.monthOfYear).allSatisfy($0.months.contains)
        }) {
            return (true, Reason(.freedInMonth))
        }
        if case .days = days, !postings.contains(where: { $0.days.contains(unit.days) }) {
            return (true, Reason(.notWholePosted))
        }
        return (exemptions.contains { $0.fromNights }, nil)
    }
}

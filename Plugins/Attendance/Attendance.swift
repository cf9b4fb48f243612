public import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// Ratio rules over days and nights on post, per week, month or any unit, with leave, holidays, fences and absence measures.
public struct Attendance: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "attendance", title: Text("考勤", "attendance"),
        summary: Text(
            "按周、月等单位判断在岗天数和驻村夜数、工作队每天在村人数，并给出迟到、缺勤指标",
            "days and nights on post, and how many of a team are there each day, with measures of lateness and absence"
        ),
        subjects: [.cadre, .team], rollsUp: [.team], hasDueDays: true, isOwedAfterwards: false,
        exemplary: ["per: week", "days"])
    public static let records = [RecordKind(CheckIns.self), .leaves]

    public init() {}

    public func read(_ settings: inout SettingsReader) -> AttendanceRule { AttendanceRule(&settings) }

    /// The measures, in the order of the values.
    enum Measure: Int, CaseIterable {
        case rate, countable, onPost, requiredDays, nights, requiredNights, nightRate, excused, shortfall, longestRun,
            absentDays, offPostDays, leaveDays, lateDays

        /// A unit has no run, and what is short in it is its shortfall.
        var isOfSpan: Bool { [.longestRun, .absentDays, .offPostDays, .leaveDays].contains(self) }

        /// Those that a rule gives.
        static func given(by rule: AttendanceRule) -> [Measure] {
            allCases.filter { $0 != .lateDays || rule.late != nil }
        }

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
            case .excused:
                MeasureDeclaration(
                    "excused_days", Text("有理由缺勤天数", "excused days"), .days, role: .excuse(of: "days_on_post"))
            case .shortfall:
                MeasureDeclaration("shortfall", Text("还差天数", "days short"), .days, role: .shortfall(of: "days_on_post"))
            case .longestRun:
                MeasureDeclaration(
                    "absence.longest_run", Text("最长连续缺勤天数", "longest run of absence"), .days, isOfSpan: isOfSpan,
                    reach: .rolling(1, .year))
            case .absentDays:
                MeasureDeclaration("absence.days", Text("累计缺勤天数", "days of absence in all"), .days, isOfSpan: isOfSpan)
            case .offPostDays:
                MeasureDeclaration(
                    "absence.off_post_days", Text("既不在岗也未请假的日历天数", "calendar days without presence or leave"), .days,
                    isOfSpan: isOfSpan)
            case .leaveDays:
                MeasureDeclaration("leave_days", Text("请假天数", "days of leave"), .days, isOfSpan: isOfSpan)
            case .lateDays: MeasureDeclaration("late_days", Text("迟到天数", "late days"), .count)
            }
        }
    }

    public func measures(_ rule: AttendanceRule) -> [MeasureDeclaration] {
        rule.everyDay == nil ? Measure.given(by: rule).map(\.declaration.fromPresence) : Attendance.teamMeasures
    }

    public func makeLedger(_ rules: [AttendanceRule], _ scope: LedgerScope) -> PresenceLedger {
        var definitions: [Evidence] = []
        for part in rules.flatMap(\.evidence.parts) where !definitions.contains(part) { definitions.append(part) }
        return PresenceLedger(definitions, scope)
    }

    public func judge(_ ask: Case<Attendance>) throws -> [Finding] {
        if let everyDay = ask.rule.everyDay { return try judgeTeams(everyDay, ask) }
        let book = try AttendanceBook.of(ask)
        guard let range = book.axis.indices(ask.unit.days) else { return [] }
        let makingUp = try MakingUp(ask)
        // Who has the same days and freedom has the same finding.
        var known = Remembered<Tally, Finding>()
        var knownByDay = Remembered<Tally, Finding>()
        return try ask.subjects.map { subject in
            let tally = book.tally(of: subject.index, range).ofUnit
            let freed = ask.rule.freedom(of: subject, in: ask.unit, ask.evaluation)
            guard freed.reason == nil, freed.doubt == nil, makingUp == nil else {
                return try finding(subject, tally, freed, makingUp, ask)
            }
            let found =
                try freed.fromNights
                ? knownByDay.answer(to: tally) { try finding(subject, tally, freed, nil, ask) }
                : known.answer(to: tally) { try finding(subject, tally, freed, nil, ask) }
            return found.of(subject)
        }
    }

    /// Where it is not known whether somebody is freed, what comes out either way.
    private func finding(
        _ subject: Subject, _ tally: Tally, _ freed: AttendanceRule.Freedom, _ makingUp: MakingUp?,
        _ ask: Case<Attendance>
    ) throws -> Finding {
        let found = try decided(subject, tally, freed, makingUp, ask)
        guard let doubt = freed.doubt else { return found }
        let other = try decided(subject, tally, doubt.freedom, makingUp, ask)
        guard found.verdict != other.verdict else { return found }
        return Finding(
            subject, .undetermined, values: found.values,
            reasons: [Reason(.groupUnknown, ["group": .name(doubt.group)])])
    }

    private func decided(
        _ subject: Subject, _ tally: Tally, _ freed: AttendanceRule.Freedom, _ makingUp: MakingUp?,
        _ ask: Case<Attendance>
    ) throws -> Finding {
        let isUnitOpen = ask.evaluation.isOpen(ask.unit)
        var sums = DaySums()
        try sums.add(tally, ask.rule, isOpen: isUnitOpen, freed)
        let values = Measure.given(by: ask.rule).map { $0.isOfSpan ? nil : sums.value(of: $0) }
        if tally.countable == 0 {
            return Finding(subject, .notApplicable, values: values, reasons: [Reason(.noCountableDay)])
        }
        if let reason = freed.reason { return Finding(subject, .notApplicable, values: values, reasons: [reason]) }
        if ask.rule.asksNothing { return counted(subject, tally, values, isOpen: isUnitOpen, ask) }
        var standing = try Standing(tally, ask.rule, fromNights: freed.fromNights)
        if standing.asksNothing {
            return Finding(subject, .notApplicable, values: values, reasons: [Reason(.nothingAsked)])
        }
        var doubts = tally.doubts(ask.rule)
        var (isOpen, due) = (isUnitOpen, ask.unit.last)
        if let makingUp, !standing.hasDays {
            let made = try makingUp.days(of: subject.index)
            standing = standing.adding(made)
            if made.low > 0 {
                doubts.append(Reason(.madeUp, ["days": .count(made.low), "until": .day(makingUp.until)]))
            }
            due = max(due, makingUp.until)
            isOpen = isOpen || ask.evaluation.asOf.map { makingUp.until >= $0 } ?? false
            if isOpen { doubts.append(Reason(.canBeMadeUp, ["until": .day(makingUp.until)])) }
        }
        switch standing.verdict {
        case .met?: return Finding(subject, .met, values: values, reasons: doubts)
        case .breached?:
            return Finding(
                subject, .breached, values: values,
                reasons: (isOpen || tally.isOpen ? standing.reasons : []) + doubts)
        case _ where isOpen:
            let owed =
                ask.evaluation.isAsked(ask.unit)
                ? Owed(due: due, isDone: false, by: ask.rule.owedBy, standing: standing.reasons) : nil
            return Finding(
                subject, .notApplicable, values: values, reasons: standing.reasons + doubts, owed: owed)
        default: return Finding(subject, .undetermined, values: values, reasons: tally.gaps + doubts)
        }
    }

    /// Of a rule that only measures.
    private func counted(
        _ subject: Subject, _ tally: Tally, _ values: [MeasureValue?], isOpen: Bool, _ ask: Case<Attendance>
    ) -> Finding {
        if isOpen {
            return Finding(
                subject, .notApplicable, values: values, reasons: [Reason(.notOver, ["until": .day(ask.unit.last)])])
        }
        let doubts = tally.doubts(ask.rule)
        return tally.isOpen
            ? Finding(subject, .undetermined, values: values, reasons: tally.gaps + doubts)
            : Finding(subject, .met, values: values, reasons: doubts)
    }

    public func values(of measure: Int, over days: DayRange, for subjects: [Subject], _ ask: Case<Attendance>) throws
        -> [MeasureValue?]?
    {
        guard ask.rule.everyDay == nil else { return try teamValues(of: measure, over: days, for: subjects, ask) }
        let given = Measure.given(by: ask.rule)
        guard given.indices.contains(measure) else { return nil }
        let measure = given[measure]
        guard measure != .longestRun else {
            var absence = try Absence(in: days, ask)
            return subjects.map { $0.kind == .cadre ? absence?.longestRun(of: $0.index) : nil }
        }
        guard let sums = try SpanSums.of(days, ask) else { return subjects.map { _ in nil } }
        return try subjects.map { try sums.sums(of: $0).value(of: measure) }
    }
}

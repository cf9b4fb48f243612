internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// Who must approve a leave, by its length and the level of the sending unit, and who did.
public struct Leave: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "leave", title: Text("请假审批", "leave"),
        summary: Text(
            "按请假长短和派出单位层级核对审批人", "checks who approved a leave against its length and the sending unit's level"),
        subjects: [.cadre], unitNeed: .none, isOfRecords: true)
    public static let records: [RecordKind] = [.leaves]

    public init() {}

    public struct Rule: Sendable {
        /// Kinds of leave that the document speaks of; empty: all.
        let types: [String]
        /// Leaves with no working day between them are one.
        let runsTogether: Bool
        /// A leave is as long as it took until the return; else as it was asked for.
        let untilReturn: Bool
        let table: [Step]
        /// States in which an approval is looked at.
        let judged: [String]
    }

    /// One row of the routing table.
    struct Step: Sendable {
        let length: Comparison
        /// Empty: units of every level.
        let levels: [String]
        /// Of each of these somebody must approve.
        let approve: [[String]]

        /// Whether those who approved are those who must.
        func isFulfilled(by offices: [String]) -> Bool {
            approve.allSatisfy { $0.contains(where: offices.contains) }
        }
    }

    public func read(_ settings: inout SettingsReader) -> Rule {
        let errors = settings.session.diagnostics.errorCount
        let table = settings.list("table", .required, Text("审批权限表", "the routing table")) { row in
            Step(
                length: row.required(
                    "length", .comparison(.days), Text("请假天数", "length of the leave"),
                    example: "{above: 7 days, at_most: 15 days}"),
                levels: row.optional(
                    "unit_level", ValueType<String>.word("level").listed(),
                    Text("派出单位层级；省略为各级", "level of the sending unit; all when left out"),
                    example: "[city]") ?? [],
                approve: row.required(
                    "approve", .approvers,
                    Text("由谁批准（须全部批准；列表里的列表，其中之一即可）", "who must approve, all of them; of a list in the list any"),
                    example: "[county_office]"))
        }
        let types = settings.optional(
            "types", ValueType<String>.word("leave_type").listed(),
            Text("文件说的哪些请假；省略为全部", "the kinds of leave it speaks of; all when left out"), example: "[事假]",
            asked: Text("请假", "leave"))
        let runs = settings.optional(
            "runs", .oneOf(["together", "apart"]),
            Text("相连的几次请假：together 合起来算，省略为各算各的", "leaves that follow each other: together, or each by itself"),
            example: "together")
        let counted = settings.optional(
            "counted", .oneOf(["until_return", "as_asked"]),
            Text("天数：until_return 算到销假，省略为按请假单", "days until the return, or as asked for"), example: "until_return")
        // A row that could not be read has been reported; who decides what says nothing then.
        let isRead = settings.session.diagnostics.errorCount == errors
        let judged = settings.required(
            "judged", ValueType<String>.word("leave_status").listed(),
            Text("核对哪些状态的请假", "states in which an approval is checked"),
            example: "[approved, closed]")
        let rule = Rule(
            types: types ?? [], runsTogether: runs == "together", untilReturn: counted == "until_return", table: table,
            judged: judged)
        if isRead { rule.check(settings) }
        return rule
    }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] {
        [MeasureDeclaration("days", Text("请假天数", "length of the leave"), .days)]
    }

    public func judge(_ ask: Case<Leave>) throws -> [Finding] {
        let counted = CountedRows(.leaves, .everything, of: ask.provision.subject, ask.evaluation)
        return ask.subjects.flatMap { findings(of: $0, counted, ask) }
    }

    private func findings(of subject: Subject, _ counted: CountedRows, _ ask: Case<Leave>) -> [Finding] {
        let reach = ask.rule.runsTogether ? ask.unit.first.advanced(by: -366) : ask.unit.first
        let rows = counted.facts(of: subject, in: DayRange(reach, ask.unit.last) ?? ask.unit.days).told
        let leaves = rows.compactMap { TakenLeave($0, counted, ask) }.sorted { $0.days.first < $1.days.first }
        var findings: [Finding] = []
        var run: [TakenLeave] = []
        for leave in leaves {
            let follows = run.last.map { ask.rule.runsTogether && leave.follows($0, ask.evaluation.calendar) } ?? false
            run = (follows ? run : []) + [leave]
            guard ask.unit.days.contains(leave.days.first) else { continue }
            let length = run.dropFirst().reduce(run[0].length) { (try? $0 + $1.length) ?? $0 }
            if let finding = finding(of: subject, leave, length, counted, ask) { findings.append(finding) }
        }
        return findings
    }

    /// By the length of the leave with those that it follows.
    private func finding(
        of subject: Subject, _ leave: TakenLeave, _ length: Fraction, _ counted: CountedRows, _ ask: Case<Leave>
    ) -> Finding? {
        let (evaluation, columns, table) = (ask.evaluation, Leaves.declared(), counted.table)
        let values: [MeasureValue?] = [.number(length)]
        // Judged where the cadre was when it began, or came during it.
        let posted = evaluation.firstDayPosted(subject, in: leave.days)
        guard posted.map({ evaluation.judges(subject, on: $0) }) ?? evaluation.judges(subject, in: ask.unit.days) else {
            return nil
        }
        guard let posted else {
            return Finding(
                subject, .notApplicable, values: values, record: leave.id, reasons: [Reason(.notPostedDuringLeave)])
        }
        let levels = evaluation.unitLevels(of: subject, on: posted)
        let did =
            table[columns.approvedBy, leave.row].map {
                evaluation.symbols.text($0).split(separator: ";").map(String.init)
            } ?? []
        let (verdict, reason) = judge(length, levels, did, ask)
        let late = table[columns.approvedOn, leave.row].map { $0 - leave.days.first } ?? 0
        let afterwards = late > 0 ? [Reason(.approvedAfterwards, ["days": .count(late)])] : []
        return Finding(subject, verdict, values: values, record: leave.id, reasons: [reason] + afterwards)
    }

    /// The leaves that are looked at.
    public func explain(_ subject: Subject, _ ask: Case<Leave>) throws -> [Explanation] {
        ask.steps(ask.rows(of: .leaves).facts(of: subject, in: ask.unit.days), of: .leaves, about: subject)
    }

    public func needs(of finding: Finding, _ ask: Case<Leave>) throws -> [Need] {
        [Need(.leaves, about: finding.subject, columns: ["approved_by"], holding: ["leave": finding.record ?? ""])]
    }

    private func judge(_ length: Fraction, _ levels: [String], _ did: [String], _ ask: Case<Leave>) -> (Verdict, Reason)
    {
        let steps = ask.rule.table.filter {
            $0.length.holds(length, ask.evaluation.recorder)
                && ($0.levels.isEmpty || $0.levels.contains(where: levels.contains))
        }
        guard let step = steps.first else {
            return (.undetermined, Reason(.noRouteForLength, ["days": .number(length)]))
        }
        let asked = step.text(ask.words)
        guard !did.isEmpty else {
            return (.undetermined, Reason(.approverNotGiven, ["asked": asked]))
        }
        let found = Detail.titles(did.map { ask.words.title($0, in: "office") })
        return (step.isFulfilled(by: did) ? .met : .breached, Reason(.approvedBy, ["asked": asked, "found": found]))
    }
}

extension ReasonCode {
    fileprivate static let notPostedDuringLeave = ReasonCode(
        "leave.not-posted", "请假期间没有派驻", "no posting in the days of the leave")
    fileprivate static let noRouteForLength = ReasonCode(
        "leave.no-route", "文件没有写明 {days} 天的请假由谁批准", "the document names no approver for {days} days")
    fileprivate static let approverNotGiven = ReasonCode(
        "leave.approver-not-given", "应由{asked}批准，没有记录由谁批准",
        "to be approved by {asked}; the record does not say by whom it was")
    fileprivate static let approvedBy = ReasonCode(
        "leave.approved-by", "应由{asked}批准，实由{found}批准", "to be approved by {asked}, approved by {found}")
    fileprivate static let approvedAfterwards = ReasonCode(
        "leave.approved-afterwards", "补假：开始后第 {days} 天才批准", "approved {days} {days|day|days} after it began")
}

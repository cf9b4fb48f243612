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
        let table: [Step]
        /// States in which an approval is looked at.
        let judged: [String]
    }

    /// One row of the routing table.
    struct Step: Sendable {
        let length: Comparison
        /// Empty: units of every level.
        let levels: [String]
        let approve: [String]
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
                    "approve", ValueType<String>.word("office").listed(),
                    Text("由谁批准（须全部批准）", "who must approve, all of them"), example: "[county_office]"))
        }
        // A row that could not be read has been reported; who decides what says nothing then.
        let isRead = settings.session.diagnostics.errorCount == errors
        let judged = settings.required(
            "judged", ValueType<String>.word("leave_status").listed(),
            Text("核对哪些状态的请假", "states in which an approval is checked"),
            example: "[approved, closed]")
        let rule = Rule(table: table, judged: judged)
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
        let evaluation = ask.evaluation
        let columns = Leaves.declared()
        let table = counted.table
        return counted.facts(of: subject, in: ask.unit.days).told.compactMap { row in
            guard let from = table[columns.from, row], let to = table[columns.to, row],
                let id = table[columns.leave, row].map(evaluation.symbols.text),
                let status = table[columns.status, row].map(evaluation.symbols.text), ask.rule.judged.contains(status)
            else { return nil }
            let halves = [table[columns.fromHalf, row] == .afternoon, table[columns.toHalf, row] == .morning].count {
                $0
            }
            guard let length = Fraction(2 * (to - from + 1) - halves, over: 2) else { return nil }
            let values: [MeasureValue?] = [.number(length)]
            // Judged where the cadre was when it began, or came during it.
            let posted = DayRange(from, max(from, to)).flatMap { evaluation.firstDayPosted(subject, in: $0) }
            guard posted.map({ evaluation.judges(subject, on: $0) }) ?? evaluation.judges(subject, in: ask.unit.days)
            else { return nil }
            guard let posted else {
                return Finding(
                    subject, .notApplicable, values: values, record: id, reasons: [Reason(.notPostedDuringLeave)])
            }
            let levels = evaluation.unitLevels(of: subject, on: posted)
            let did =
                table[columns.approvedBy, row].map {
                    evaluation.symbols.text($0).split(separator: ";").map(String.init)
                } ?? []
            let (verdict, reason) = judge(length, levels, did, ask)
            let late = table[columns.approvedOn, row].map { $0 - from } ?? 0
            let afterwards = late > 0 ? [Reason(.approvedAfterwards, ["days": .count(late)])] : []
            return Finding(subject, verdict, values: values, record: id, reasons: [reason] + afterwards)
        }
    }

    /// The leaves that are looked at.
    public func explain(_ subject: Subject, _ ask: Case<Leave>) throws -> [Explanation] {
        ask.steps(ask.rows(of: .leaves).facts(of: subject, in: ask.unit.days), of: .leaves)
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
        let asked = titles(step.approve, ask.words)
        guard !did.isEmpty else {
            return (.undetermined, Reason(.approverNotGiven, ["asked": asked]))
        }
        let isMet = step.approve.allSatisfy(did.contains)
        return (isMet ? .met : .breached, Reason(.approvedBy, ["asked": asked, "found": titles(did, ask.words)]))
    }

    private func titles(_ offices: [String], _ words: Words) -> Detail {
        .titles(offices.map { words.title($0, in: "office") })
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

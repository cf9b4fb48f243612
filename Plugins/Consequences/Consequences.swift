internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What follows from what happened: a condition over measures and counted records, and the actions proposed when it holds.
public struct Consequences: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "consequences", title: Text("结果运用", "consequences"),
        summary: Text("条件成立时提出处理建议，由人决定", "proposes actions when a condition holds, for a person to decide"),
        unitNeed: .optional,
        answer: .holds)
    public static let records = [
        RecordKind(Incidents.self), RecordKind(AnnualGrades.self), RecordKind(Polls.self), .attestations,
    ]

    public init() {}

    public struct Rule: Sendable {
        let when: Condition
        let then: [Action]
        /// What is only counted from presence holds once a person has found so.
        let needsFinding: Bool
        /// What is proposed until then.
        let untilFound: [Action]
    }

    public func read(_ settings: inout SettingsReader) -> Rule {
        Rule(
            when: settings.required(
                "when", .condition, Text("条件", "the condition"),
                example: "{count: {leave: {type: 事假}}, within: year, at_least: 2}", asked: Text("条件", "when")),
            then: settings.required(
                "then", ValueType<Action>.action.listed(), Text("处理建议", "the actions proposed"),
                example: "[{remind: township_committee}]", asked: Text("处理", "then")),
            needsFinding: settings.optional(
                "on", .oneOf(["finding", "count"]),
                Text(
                    "仅凭在岗情况推算的：finding 经核实认定后才算，count 直接算",
                    "what is only counted from presence: on a person's finding, or on the count"),
                example: "finding") == "finding",
            untilFound: settings.optional(
                "until_found", ValueType<Action>.action.listed(),
                Text("核实之前的处理建议", "the actions proposed until it has been found"), example: "[{verify: township}]")
                ?? [])
    }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] {
        [MeasureDeclaration("proposed", Text("提出的处理建议数", "actions proposed"), .count, role: .proposals)]
    }

    public func judge(_ ask: Case<Consequences>) throws -> [Finding] {
        let attested = Attested(ask)
        return try zip(ask.subjects, ask.truths(of: ask.rule.when)).map { subject, truth in
            guard truth != .no else { return Finding(subject, .notApplicable, values: [.number(.zero)]) }
            let found = try ask.truth(of: ask.rule.when, for: subject)
            let reasons = found.leaves(truth)
            guard truth == .yes else { return Finding(subject, .undetermined, values: [nil], reasons: reasons) }
            guard ask.rule.needsFinding, found.recorded != .yes else { return holds(subject, reasons, ask.rule) }
            return counted(subject, reasons, attested.finding(of: subject), ask)
        }
    }

    private func holds(_ subject: Subject, _ reasons: [Reason], _ rule: Rule) -> Finding {
        Finding(subject, .met, values: [.number(Fraction(rule.then.count))], actions: rule.then, reasons: reasons)
    }

    /// What holds by a count of presence alone: nothing before somebody has looked, then as was found.
    private func counted(
        _ subject: Subject, _ reasons: [Reason], _ finding: Attested.Finding, _ ask: Case<Consequences>
    ) -> Finding {
        let by = [finding.reason(ask.words)].compactMap(\.self)
        if case .said(.met, _) = finding { return holds(subject, reasons + by, ask.rule) }
        if case .said(.notApplicable, _) = finding {
            return Finding(subject, .notApplicable, values: [.number(.zero)], reasons: [Reason(.foundNotToHold)] + by)
        }
        let open = if case .said = finding { Reason(.findingUnclear) } else { Reason(.toBeVerified) }
        return Finding(
            subject, .undetermined, values: [nil], actions: ask.rule.untilFound, reasons: reasons + [open] + by)
    }

    public func needs(of finding: Finding, _ ask: Case<Consequences>) throws -> [Need] {
        let found = try ask.truth(of: ask.rule.when, for: finding.subject)
        return found.truth == .yes ? [Attested.need(of: finding.subject, ask)] : try found.needs
    }

    public func explain(_ subject: Subject, _ ask: Case<Consequences>) throws -> [Explanation] {
        [try ask.truth(of: ask.rule.when, for: subject).why]
    }
}

extension ValueType where Value == Action {
    /// `{remind: township_committee}`, `{cap_grade: 称职, for: year}`, `{recall: sending_unit, opinion: county_office}`.
    fileprivate static let action = ValueType(
        name: Text("处理：{处理: 谁}，可附加期限等", "an action: {action: who}, with its parts"),
        node: { node, session in ActionReader.read(node, session) })
}

/// Reads one action: its first key names it, the rest are its parts. Which of them name an office, a grade or a span of time
/// is said by the vocabulary's groups `takes_office`, `takes_grade` and `takes_span`.
enum ActionReader {
    static func read(_ node: Node, _ session: ReadingSession) -> Action? {
        guard let entries = node.entries, let first = entries.first else {
            session.report(.wrongShape(node, expected: Text("{处理: 谁}", "{action: who}")))
            return nil
        }
        guard let kind = ValueType<String>.word("action").read(first.key, session) else { return nil }
        var details: [(key: String, value: String)] = []
        var isGood = true
        func add(_ key: String, _ value: Node, of name: String) {
            if let text = type(of: name, session).read(value, session) {
                details.append((key, text))
            } else {
                isGood = false
            }
        }
        add("", first.value, of: kind)
        for entry in entries.dropFirst() {
            if let part = ValueType<String>.word("action_part").read(entry.key, session) {
                add(part, entry.value, of: part)
            } else {
                isGood = false
            }
        }
        return isGood ? Action(kind: kind, details: details) : nil
    }

    /// What an action or a part of one must be, as the vocabulary says.
    private static func type(of name: String, _ session: ReadingSession) -> ValueType<String> {
        let takes = { (group: String) in session.words.names(in: group).contains(name) }
        if takes("takes_office") { return .word("office") }
        if takes("takes_grade") { return .word("grade") }
        return takes("takes_span") ? .span : .text
    }
}

extension ReasonCode {
    fileprivate static let foundNotToHold = ReasonCode("consequences.found-not-to-hold", "经核实不成立", "found not to hold")
    fileprivate static let findingUnclear = ReasonCode(
        "consequences.finding-unclear", "核实结论须为符合或不适用", "what was found must be met or not applicable")
    fileprivate static let toBeVerified = ReasonCode(
        "consequences.to-be-verified", "仅凭在岗情况推算，须经核实", "only counted from presence: to be verified")
}

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

    public func read(_ settings: inout SettingsReader) -> ConsequenceRule { ConsequenceRule(&settings) }

    public func measures(_ rule: ConsequenceRule) -> [MeasureDeclaration] {
        [MeasureDeclaration("proposed", Text("提出的处理建议数", "actions proposed"), .count, role: .proposals)]
    }

    public func judge(_ ask: Case<Consequences>) throws -> [Finding] {
        let attested = Attested(ask)
        let trigger = try ask.rule.doneBy.map { try Trigger($0, ask) }
        return try zip(ask.subjects, ask.truths(of: ask.rule.when)).map { subject, truth in
            if let trigger, trigger.isTouched(subject, now: truth) {
                return try standing(try trigger.outcome(for: subject), of: subject, attested, ask)
            }
            guard truth != .no else { return nothing(subject) }
            let found = try ask.truth(of: ask.rule.when, for: subject)
            let reasons = found.leaves(truth)
            guard truth == .yes else { return Finding(subject, .undetermined, values: [nil], reasons: reasons) }
            guard ask.rule.needsFinding, found.recorded != .yes else {
                return proposing(ask.rule.then + ask.rule.effects.map(\.action), subject, reasons)
            }
            return counted(subject, reasons, attested.finding(of: subject), ask)
        }
    }

    /// How a proposal stands that ends with an act.
    private func standing(
        _ outcome: Trigger.Outcome, of subject: Subject, _ attested: Attested, _ ask: Case<Consequences>
    ) throws -> Finding {
        switch outcome.state {
        case .proposed(let since, let causes):
            let found = attested.finding(of: subject)
            let reasons = causes + (found.isThere ? [found.reason(ask.words)].compactMap(\.self) : [])
            if !outcome.doubts.isEmpty {
                return Finding(
                    subject, .undetermined, values: [nil],
                    reasons: reasons + [Reason(.perhapsDone, ["since": .day(since)])] + outcome.doubts)
            }
            return proposing(
                ask.rule.then + ask.rule.effects.map(\.action), subject,
                reasons + [Reason(.proposedSince, ["since": .day(since)])])
        case .done(let since, let act):
            let reason = Reason(
                .doneOn, ["since": .day(since), "done": .day(act.day), "record": .name(act.record)])
            let lasting = ask.rule.effects.compactMap { $0.lasting(from: act.day, in: ask.unit) }
            if !lasting.isEmpty { return proposing(lasting, subject, [reason]) }
            let isTold = ask.unit.days.contains(act.day) || outcome.holdsNow == .yes
            return nothing(subject, isTold ? [reason] : [])
        case .none:
            let found = try ask.truth(of: ask.rule.when, for: subject)
            guard found.truth == .yes, ask.rule.needsFinding, found.recorded != .yes else {
                return found.truth == .unknown
                    ? Finding(subject, .undetermined, values: [nil], reasons: found.leaves(.unknown))
                    : nothing(subject)
            }
            return counted(subject, found.leaves(.yes), attested.finding(of: subject), ask)
        }
    }

    private func proposing(_ actions: [Action], _ subject: Subject, _ reasons: [Reason]) -> Finding {
        Finding(subject, .met, values: [.number(Fraction(actions.count))], actions: actions, reasons: reasons)
    }

    private func nothing(_ subject: Subject, _ reasons: [Reason] = []) -> Finding {
        Finding(subject, .notApplicable, values: [.number(.zero)], reasons: reasons)
    }

    /// What holds by a count of presence alone: nothing before somebody has looked, then as was found.
    private func counted(
        _ subject: Subject, _ reasons: [Reason], _ finding: Attested.Finding, _ ask: Case<Consequences>
    ) -> Finding {
        let by = [finding.reason(ask.words)].compactMap(\.self)
        if case .said(.met, _) = finding {
            return proposing(ask.rule.then + ask.rule.effects.map(\.action), subject, reasons + by)
        }
        if case .said(.notApplicable, _) = finding { return nothing(subject, [Reason(.foundNotToHold)] + by) }
        let open = if case .said = finding { Reason(.findingUnclear) } else { Reason(.toBeVerified) }
        return Finding(
            subject, .undetermined, values: [nil], actions: ask.rule.untilFound, reasons: reasons + [open] + by)
    }

    public func needs(of finding: Finding, _ ask: Case<Consequences>) throws -> [Need] {
        let found = try ask.truth(of: ask.rule.when, for: finding.subject)
        let acts = try ask.rule.doneBy.map { try Trigger($0, ask).needs(of: finding.subject) } ?? []
        return found.truth == .yes
            ? [Attested.need(of: finding.subject, ask)].filter { _ in acts.isEmpty } + acts : try found.needs + acts
    }

    public func explain(_ subject: Subject, _ ask: Case<Consequences>) throws -> [Explanation] {
        let acts = try ask.rule.doneBy.map { try Trigger($0, ask).steps(for: subject) } ?? []
        return [try ask.truth(of: ask.rule.when, for: subject).why] + acts
    }
}

extension ReasonCode {
    fileprivate static let foundNotToHold = ReasonCode("consequences.found-not-to-hold", "经核实不成立", "found not to hold")
    fileprivate static let findingUnclear = ReasonCode(
        "consequences.finding-unclear", "核实结论须为符合或不适用", "what was found must be met or not applicable")
    fileprivate static let toBeVerified = ReasonCode(
        "consequences.to-be-verified", "仅凭在岗情况推算，须经核实", "only counted from presence: to be verified")
    /// `since`: the day on which it began to hold.
    fileprivate static let proposedSince = ReasonCode(
        "consequences.proposed", "自 {since} 起建议，尚未办理", "proposed since {since}, not done yet")
    fileprivate static let perhapsDone = ReasonCode(
        "consequences.perhaps-done", "自 {since} 起建议，是否已经办理无法判断",
        "proposed since {since}; whether it was done is not known")
    /// `record`: the record of the act, `done`: its day.
    fileprivate static let doneOn = ReasonCode(
        "consequences.done", "自 {since} 起建议，已于 {done} 办理（{record}）", "proposed since {since}, done on {done} ({record})"
    )
}

internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What must hold of a subject by the records of it: who may be sent, what a ledger's entry must say, what a household must have,
/// what share must be reached. A condition, judged as met, breached, or undetermined where the records do not say.
public struct Requirements: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "requirements", title: Text("要求", "requirements"),
        summary: Text(
            "对象应满足的条件，按记录判断：选派资格、台账要素、到户措施、比例指标等",
            "what must hold of a subject by its records: eligibility, ledger entries, measures in place, targets"),
        unitNeed: .optional)
    public static let records = RequirementRecords.all

    public init() {}

    public struct Rule: Sendable {
        /// Whom it is about, beyond `for`; nil for all.
        let when: Condition?
        let must: Condition
        /// What the records must say before «met» may be said.
        let knownWhen: Condition?
        /// Only in units in which the subject was open; nil: in all.
        let during: During?
        /// How long somebody must have been posted before it binds; nil: from the first day.
        let postedFor: PostedFor?
    }

    public func read(_ settings: inout SettingsReader) -> Rule {
        let example = "{count: {leave: {type: 事假}}, within: year, at_most: 2}"
        let rule = Rule(
            when: settings.optional(
                "when", .condition, Text("什么情况下适用", "when it applies"), example: example, asked: Text("适用", "when")),
            must: settings.required(
                "must", .condition, Text("应满足的条件", "what must hold"), example: example, asked: Text("要求", "must")),
            knownWhen: settings.optional(
                "known_when", .condition, Text("记录齐全到什么程度才能认定符合", "what the records must show before it is met"),
                example: example),
            during: settings.during(),
            postedFor: settings.optional(
                "posted_for", .postedFor,
                Text(
                    "派驻多久才适用：30 days 为到期末派驻满30天，whole_unit 为全程派驻",
                    "how long one must be posted: 30 days by the unit's end, or whole_unit"), example: "30 days",
                asked: Text("派驻满", "posted for")))
        // Shown with the result; a requirement has no day by which it is due.
        _ = settings.optional(
            "owed_by", .word("office"), Text("由谁落实", "who owes it"), example: "county_office",
            asked: Text("由谁", "owed by"))
        return rule
    }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] { [.outcome] }

    public func judge(_ ask: Case<Requirements>) throws -> [Finding] {
        var findings = ask.subjects.map { open($0, ask) }
        var left = findings.indices.filter { findings[$0].verdict == .met }
        // Only whom one condition leaves open is asked for the next.
        for (condition, otherwise) in [
            (ask.rule.when, Verdict.notApplicable), (ask.rule.must, .breached), (ask.rule.knownWhen, .undetermined),
        ] {
            guard let condition else { continue }
            let truths = try ask.only(left.map { ask.subjects[$0] }).truths(of: condition)
            for (index, truth) in zip(left, truths) where truth != .yes {
                findings[index] = try finding(
                    ask.subjects[index], truth == .no ? otherwise : .undetermined, truth, condition, ask)
            }
            left = zip(left, truths).filter { $0.1 == .yes }.map(\.0)
        }
        return try leavingOpen(findings.map { bound($0, ask) }, ask)
    }

    /// A newcomer is not bound before having been posted so long.
    private func bound(_ finding: Finding, _ ask: Case<Requirements>) -> Finding {
        guard let postedFor = ask.rule.postedFor, finding.verdict != .notApplicable,
            !postedFor.isFulfilled(finding.subject, ask)
        else { return finding }
        if finding.verdict == .met, postedFor != .wholeUnit { return finding }
        return open(finding, Reason(.notWholePosted))
    }

    /// What a unit that is not over can still bring is not breached.
    private func leavingOpen(_ findings: [Finding], _ ask: Case<Requirements>) throws -> [Finding] {
        guard ask.isOpen, ask.provision.per != nil || ask.provision.once != nil else { return findings }
        let breached = findings.filter { $0.verdict == .breached }.map(\.subject)
        var canHold = try ask.only(breached).canStillHold(ask.rule.must).makeIterator()
        return findings.map { finding in
            guard finding.verdict == .breached, canHold.next() == true else { return finding }
            return open(finding, Reason(.notDue, ["due": .day(ask.unit.last)]))
        }
    }

    /// Met so far, where the subject was open in the unit.
    private func open(_ subject: Subject, _ ask: Case<Requirements>) -> Finding {
        let verdict: Verdict =
            switch ask.rule.during?.truth(of: subject, ask) ?? .yes {
            case .yes: .met
            case .no: .notApplicable
            case .unknown: .undetermined
            }
        return Finding(
            subject, verdict, values: [.text(verdict.rawValue)],
            reasons: verdict == .undetermined ? [Reason(.spanUnknown)] : [])
    }

    private func open(_ finding: Finding, _ reason: Reason) -> Finding {
        Finding(
            finding.subject, .notApplicable, values: [.text(Verdict.notApplicable.rawValue)], reasons: [reason])
    }

    private func finding(
        _ subject: Subject, _ verdict: Verdict, _ truth: Truth, _ condition: Condition, _ ask: Case<Requirements>
    ) throws -> Finding {
        let reasons = verdict == .notApplicable ? [] : try ask.truth(of: condition, for: subject).leaves(truth)
        return Finding(subject, verdict, values: [.text(verdict.rawValue)], reasons: reasons)
    }

    public func needs(of finding: Finding, _ ask: Case<Requirements>) throws -> [Need] {
        for condition in [ask.rule.when, ask.rule.must, ask.rule.knownWhen].compactMap(\.self) {
            let found = try ask.truth(of: condition, for: finding.subject)
            if found.truth == .unknown { return try found.needs }
        }
        // What is known does not show that the records are complete: of which kind there may be more.
        let kinds = ask.countedKinds
        let missing = kinds.flatMap { ask.rows(of: $0).needs(of: finding.subject, in: ask.unit.days) }
        return missing.isEmpty ? kinds.map { Need($0, about: finding.subject) } : missing
    }

    public func explain(_ subject: Subject, _ ask: Case<Requirements>) throws -> [Explanation] {
        try [ask.rule.when, ask.rule.must, ask.rule.knownWhen].compactMap(\.self).map {
            try ask.truth(of: $0, for: subject).why
        }
    }
}

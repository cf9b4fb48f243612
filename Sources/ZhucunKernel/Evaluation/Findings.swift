public import PolicyYAML

/// One verdict: for a subject in a unit, and for one record of it where the provision judges records.
public struct Finding: Sendable {
    public let subject: Subject
    public let verdict: Verdict
    /// One for each measure of the provision; nil where the records do not give it.
    public let values: [MeasureValue?]
    package let notes: OutcomeNotes?

    /// The record that was judged.
    public var record: String? { notes?.record }
    public var actions: [Action] { notes?.actions ?? [] }
    /// Why it is so, where the numbers do not say: reasons for «undetermined», ties, missing approvals.
    public var reasons: [Reason] { notes?.reasons ?? [] }
    /// What somebody owes, for provisions that ask for something to be done by a day.
    public var owed: Owed? { notes?.owed }

    public init(
        _ subject: Subject, _ verdict: Verdict, values: [MeasureValue?], record: String? = nil, actions: [Action] = [], reasons: [Reason] = [],
        owed: Owed? = nil
    ) {
        self.init(subject, verdict, values, OutcomeNotes(record: record, actions: actions, reasons: reasons, owed: owed))
    }

    init(_ subject: Subject, _ verdict: Verdict, _ values: [MeasureValue?], _ notes: OutcomeNotes?) {
        self.subject = subject
        self.verdict = verdict
        self.values = values
        self.notes = notes
    }

    /// The same of another subject.
    public func of(_ subject: Subject) -> Finding { Finding(subject, verdict, values, notes) }
}

extension Outcomes {
    /// Findings of one kind of subject, kept by the subjects' places in the world.
    static func kept(_ findings: [Finding], width: Int) -> Outcomes {
        var builder = Builder(width: width)
        builder.reserve(findings.count)
        for finding in findings { builder.add(subject: finding.subject.index, finding.verdict, finding.values, finding.notes) }
        return builder.outcomes
    }

    /// The same as findings again.
    func findings(of kind: SubjectKind) -> [Finding] { indices.map { finding($0, of: kind) } }

    func finding(_ row: Int, of kind: SubjectKind) -> Finding {
        Finding(Subject(kind, subject(row)), verdict(row), values(row), notes(row))
    }
}

/// A step of an explanation, with the steps under it.
public struct Explanation: Sendable {
    public let text: Text
    public let verdict: Verdict?
    /// Where the rule's number stands.
    public let location: Location?
    public let children: [Explanation]

    public init(_ text: Text, verdict: Verdict? = nil, location: Location? = nil, _ children: [Explanation] = []) {
        self.text = text
        self.verdict = verdict
        self.location = location
        self.children = children
    }
}

public import CivilTime
public import PolicyYAML

/// One verdict: for a subject in a unit, and for one record of it where the provision judges records.
public struct Finding: Sendable {
    /// Who or what was judged.
    public let subject: Subject
    /// How it came out.
    public let verdict: Verdict
    /// One for each measure of the provision; nil where the records do not give it.
    public let values: [MeasureValue?]
    package let notes: OutcomeNotes?

    /// The record that was judged.
    public var record: String? { notes?.record }
    /// Proposals to offices, never carried out by the machine.
    public var actions: [Action] { notes?.actions ?? [] }
    /// Why it is so, where the numbers do not say: reasons for «undetermined», ties, missing approvals.
    public var reasons: [Reason] { notes?.reasons ?? [] }
    /// What somebody owes, for provisions that ask for something to be done by a day.
    public var owed: Owed? { notes?.owed }

    /// A finding of a subject.
    ///
    /// - Parameters:
    ///   - subject: whom it is about.
    ///   - verdict: how the provision came out.
    ///   - values: one for each measure of the provision, in its order; nil where the records do not give it.
    ///   - record: the record that was judged; needed where a subject has several findings in a unit.
    ///   - actions: what follows from it.
    ///   - reasons: why it is so, where the numbers do not say.
    ///   - owed: what somebody is to do by a day; nil where nothing is asked to be done.
    public init(
        _ subject: Subject, _ verdict: Verdict, values: [MeasureValue?], record: String? = nil, actions: [Action] = [],
        reasons: [Reason] = [],
        owed: Owed? = nil
    ) {
        self.init(
            subject, verdict, values, OutcomeNotes(record: record, actions: actions, reasons: reasons, owed: owed))
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

extension Provision {
    /// The values of a finding that comes out so: the outcome says it, other measures are as they were, or unknown.
    func values(saying verdict: Verdict, others: [MeasureValue?]? = nil) -> [MeasureValue?] {
        measures.indices.map { measures[$0].role == .outcome ? .text(verdict.rawValue) : others?[$0] }
    }
}

extension Outcomes {
    /// Findings of one kind of subject, kept by the subjects' places in the world.
    static func kept(_ findings: [Finding], width: Int) -> Outcomes {
        var builder = Builder(width: width)
        builder.reserve(findings.count)
        for finding in findings {
            builder.add(subject: finding.subject.index, finding.verdict, finding.values, finding.notes)
        }
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
    /// What was counted, compared or decided, in one sentence.
    public let text: Text
    /// How the step came out; nil for a step that only tells.
    public let verdict: Verdict?
    /// Where the rule's number stands.
    public let location: Location?
    /// The steps that it follows from, in the order of telling.
    public let children: [Explanation]
    /// Of a step that tells of one day, that day with its marks; nil for all others.
    public let day: ExplainedDay?

    /// A step, and those that it follows from.
    public init(
        _ text: Text, verdict: Verdict? = nil, location: Location? = nil, day: ExplainedDay? = nil,
        _ children: [Explanation] = []
    ) {
        self.text = text
        self.verdict = verdict
        self.location = location
        self.day = day
        self.children = children
    }
}

/// How a day is shown in a calendar.
public struct ExplainedDay: Sendable {
    /// What stands for a state of a day.
    public struct Mark: Sendable, Hashable {
        /// A sign or a short word.
        public let sign: Text
        /// What it stands for.
        public let meaning: Text

        /// A sign with its meaning, which the legend tells.
        public init(_ sign: Text, _ meaning: Text) {
            self.sign = sign
            self.meaning = meaning
        }
    }

    /// The day.
    public let day: Day
    /// One for each aspect of it, in the same order on every day.
    public let marks: [Mark]

    /// A day with its marks.
    public init(_ day: Day, _ marks: [Mark]) {
        self.day = day
        self.marks = marks
    }
}

public import CivilTime
public import PolicyYAML

/// A provision's verdict for a subject and unit.
public enum Verdict: String, Sendable, CaseIterable {
    case met, breached, undetermined
    case notApplicable = "not_applicable"

    public var title: Text {
        switch self {
        case .met: Text("符合", "met")
        case .breached: Text("不符合", "breached")
        case .notApplicable: Text("不适用", "not applicable")
        case .undetermined: Text("无法判断", "undetermined")
        }
    }
}

/// What follows from a provision: a proposal to an office, never executed by the machine.
public struct Action: Sendable, Hashable {
    /// A word of the vocabulary's group `action`.
    public let kind: String
    /// Its parts in the order of the profile: who, what, for how long.
    public let details: [(key: String, value: String)]

    public init(kind: String, details: [(key: String, value: String)]) {
        self.kind = kind
        self.details = details
    }

    public static func == (a: Action, b: Action) -> Bool {
        a.kind == b.kind && a.details.elementsEqual(b.details) { $0.key == $1.key && $0.value == $1.value }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        for detail in details {
            hasher.combine(detail.key)
            hasher.combine(detail.value)
        }
    }
}

/// One verdict: for a subject in a unit, and for one record of it where the provision judges records.
public struct Finding: Sendable {
    public let subject: Subject
    public let verdict: Verdict
    /// One for each measure of the provision; nil where the records do not give it.
    public let values: [MeasureValue?]
    /// The record that was judged.
    public let record: String?
    public let actions: [Action]
    /// Why it is so, where the numbers do not say: reasons for «undetermined», ties, missing approvals.
    public let reasons: [Text]
    /// What somebody owes, for provisions that ask for something to be done by a day.
    public let owed: Owed?

    public init(
        _ subject: Subject, _ verdict: Verdict, values: [MeasureValue?], record: String? = nil, actions: [Action] = [], reasons: [Text] = [],
        owed: Owed? = nil
    ) {
        self.subject = subject
        self.verdict = verdict
        self.values = values
        self.record = record
        self.actions = actions
        self.reasons = reasons
        self.owed = owed
    }
}

/// Something to be done by a day.
public struct Owed: Sendable, Hashable {
    /// The last day on which it is in time.
    public let due: Day
    public let isDone: Bool
    /// A word of the vocabulary's group `office`: who owes it.
    public let by: String?

    public init(due: Day, isDone: Bool, by: String?) {
        self.due = due
        self.isDone = isDone
        self.by = by
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

extension Explanation {
    /// The texts of the tests that came out so, without the words that join them.
    public func leaves(_ verdict: Verdict) -> [Text] {
        if location != nil { return self.verdict == verdict ? [text] : [] }
        return children.flatMap { $0.leaves(verdict) }
    }
}

/// Three-valued truth (Kleene): unknown stays unknown unless the rest decides.
public enum Truth: Sendable {
    case yes, no, unknown

    init(_ value: Bool) { self = value ? .yes : .no }

    static func all(_ parts: [Truth]) -> Truth {
        parts.contains(.no) ? .no : parts.contains(.unknown) ? .unknown : .yes
    }

    static func any(_ parts: [Truth]) -> Truth {
        parts.contains(.yes) ? .yes : parts.contains(.unknown) ? .unknown : .no
    }

    var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}

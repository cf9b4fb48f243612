public import CivilTime
public import PolicyYAML

/// A provision's verdict for a subject and unit.
public enum Verdict: String, Sendable, CaseIterable {
    case met, breached, undetermined
    case notApplicable = "not_applicable"

    /// Of what is asked: met where it holds, breached where it does not, else undetermined.
    public init(whether holds: Truth) {
        self = switch holds {
        case .yes: .met
        case .no: .breached
        case .unknown: .undetermined
        }
    }

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
    private let more: More?

    /// The record that was judged.
    public var record: String? { more?.record }
    public var actions: [Action] { more?.actions ?? [] }
    /// Why it is so, where the numbers do not say: reasons for «undetermined», ties, missing approvals.
    public var reasons: [Reason] { more?.reasons ?? [] }
    /// What somebody owes, for provisions that ask for something to be done by a day.
    public var owed: Owed? { more?.owed }
    /// What would decide it where it is undetermined, if somebody asked.
    public var needs: [Need] { more?.needs ?? [] }

    /// What most findings do not have, kept apart: findings are many.
    private final class More: Sendable {
        let record: String?
        let actions: [Action]
        let reasons: [Reason]
        let owed: Owed?
        let needs: [Need]

        init(_ record: String?, _ actions: [Action], _ reasons: [Reason], _ owed: Owed?, _ needs: [Need] = []) {
            self.record = record
            self.actions = actions
            self.reasons = reasons
            self.owed = owed
            self.needs = needs
        }
    }

    public init(
        _ subject: Subject, _ verdict: Verdict, values: [MeasureValue?], record: String? = nil, actions: [Action] = [], reasons: [Reason] = [],
        owed: Owed? = nil
    ) {
        self.subject = subject
        self.verdict = verdict
        self.values = values
        more = record == nil && actions.isEmpty && reasons.isEmpty && owed == nil ? nil : More(record, actions, reasons, owed)
    }

    private init(_ subject: Subject, _ verdict: Verdict, _ values: [MeasureValue?], _ more: More?) {
        self.subject = subject
        self.verdict = verdict
        self.values = values
        self.more = more
    }

    /// The same of another subject.
    public func of(_ subject: Subject) -> Finding { Finding(subject, verdict, values, more) }

    /// The same with what would decide it.
    func needing(_ needs: [Need]) -> Finding {
        needs.isEmpty ? self : Finding(subject, verdict, values, More(record, actions, reasons, owed, needs))
    }
}

/// Something to be done by a day.
public struct Owed: Sendable, Hashable {
    /// The last day on which it is in time.
    public let due: Day
    public let isDone: Bool
    /// A word of the vocabulary's group `office`: who owes it.
    public let by: String?
    /// How it stands, where no count tells.
    public let standing: [Reason]

    public init(due: Day, isDone: Bool, by: String?, standing: [Reason] = []) {
        self.due = due
        self.isDone = isDone
        self.by = by
        self.standing = standing
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

/// Three-valued truth (Kleene): unknown stays unknown unless the rest decides.
public enum Truth: Sendable {
    case yes, no, unknown

    /// As in the JSON.
    public var name: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .unknown: "unknown"
        }
    }

    init(_ value: Bool) { self = value ? .yes : .no }

    static func all(_ parts: [Truth]) -> Truth { parts.reduce(.yes, both) }

    static func any(_ parts: [Truth]) -> Truth { parts.reduce(.no, either) }

    static func both(_ a: Truth, _ b: Truth) -> Truth {
        a == .no || b == .no ? .no : a == .unknown || b == .unknown ? .unknown : .yes
    }

    static func either(_ a: Truth, _ b: Truth) -> Truth {
        a == .yes || b == .yes ? .yes : a == .unknown || b == .unknown ? .unknown : .no
    }

    var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}

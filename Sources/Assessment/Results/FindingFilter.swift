internal import CivilTime
package import Results

/// Which findings a reader asked for; what is not named is not filtered by.
package struct FindingFilter: Sendable {
    /// An identifier.
    package var subject: String?
    /// A division's code or a village's.
    package var division: String?
    /// Kinds of subject; empty: every kind.
    package var kinds: [SubjectKind]
    /// Verdicts; empty: every one.
    package var verdicts: [Verdict]
    /// Names of provisions; no others were judged.
    package var provisions: [String]

    /// A filter that takes what passes all that is named.
    package init(
        subject: String? = nil, division: String? = nil, kinds: [SubjectKind] = [], verdicts: [Verdict] = [],
        provisions: [String] = []
    ) {
        self.subject = subject
        self.division = division
        self.kinds = kinds
        self.verdicts = verdicts
        self.provisions = provisions
    }

    /// Whether it takes everything.
    package var isEmpty: Bool {
        subject == nil && division == nil && kinds.isEmpty && verdicts.isEmpty && provisions.isEmpty
    }

    /// The same as data, with what the records say of its places.
    func described(in world: World) -> ResultFilter? {
        guard !isEmpty else { return nil }
        return ResultFilter(
            subject: subject, area: division.map(world.area), kinds: kinds, verdicts: verdicts, provisions: provisions)
    }
}

/// The same, looked up in the records.
struct FindingTest: Sendable {
    private let filter: FindingFilter
    private let subject: Subject?
    private let members: DivisionMembers?

    init(_ filter: FindingFilter, _ world: World, _ days: DayRange) {
        self.filter = filter
        subject = filter.subject.flatMap { world.subject(named: $0) }
        members = filter.division.flatMap { DivisionMembers($0, in: world, days) }
    }

    func accepts(_ subject: Subject, _ verdict: Verdict) -> Bool {
        if filter.subject != nil, subject != self.subject { return false }
        if !filter.kinds.isEmpty, !filter.kinds.contains(subject.kind) { return false }
        if !filter.verdicts.isEmpty, !filter.verdicts.contains(verdict) { return false }
        return filter.division == nil || members?.holds(subject) == true
    }
}

extension World {
    /// What kinds of subject are called that records list.
    var listedTitles: [SubjectKind: Text] { listed.mapValues(\.title) }

    /// What is known of a code; of one without its zeros nothing.
    package func area(_ code: String) -> Area {
        guard let subject = subject(named: code) else { return Area(code: code, kind: nil, level: nil, name: "") }
        let level = subject.kind == .division ? divisions[subject.index].level : nil
        return Area(code: code, kind: subject.kind, level: level, name: name(of: subject))
    }
}

internal import CivilTime
internal import PolicyYAML

/// Which findings a reader asked for; what is not named is not filtered by.
public struct FindingFilter: Sendable {
    /// An identifier.
    public var subject: String?
    /// A division's code or a village's.
    public var division: String?
    /// Kinds of subject; empty: every kind.
    public var kinds: [SubjectKind]
    /// Verdicts; empty: every one.
    public var verdicts: [Verdict]
    /// Names of provisions; no others were judged.
    public var provisions: [String]

    /// A filter that takes what passes all that is named.
    public init(
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
    public var isEmpty: Bool {
        subject == nil && division == nil && kinds.isEmpty && verdicts.isEmpty && provisions.isEmpty
    }

    /// What was asked for, in the reader's words. `sections` are those that were asked for beside provisions.
    func text(_ world: World, _ words: Words, sections: [Text]) -> Text {
        var parts: [Text] = []
        func add(_ title: Text, _ values: [Text]) {
            guard !values.isEmpty else { return }
            parts.append(
                Text(
                    "\(title.zh) \(values.map(\.zh).joined(separator: "、"))",
                    "\(title.en) \(values.map(\.en).joined(separator: ", "))"))
        }
        add(Text("对象", "subject"), subject.map { [Text(same: $0)] } ?? [])
        add(Text("行政区", "division"), division.map { [world.placeName($0, words)] } ?? [])
        add(Text("部分", "section"), sections)
        add(Text("条款", "provision"), provisions.map { Text(same: $0) })
        add(Text("种类", "kind"), kinds.map(\.title))
        add(Text("结论", "verdict"), verdicts.map(\.title))
        return Text(parts.map(\.zh).joined(separator: "，"), parts.map(\.en).joined(separator: ", "))
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

    /// `乡镇 140622100`, `村 140622100201 测试村`; a code without its zeros as it is.
    package func placeName(_ code: String, _ words: Words) -> Text {
        guard let subject = subject(named: code) else { return Text(same: code) }
        let name = self.name(of: subject)
        let title =
            subject.kind == .division
            ? words.title(divisions[subject.index].level, in: "level") : title(of: subject.kind)
        return name.isEmpty
            ? Text("\(title.zh) \(code)", "\(title.en) \(code)")
            : Text("\(title.zh) \(code) \(name)", "\(title.en) \(code) \(name)")
    }
}

import PolicyYAML

/// Subjects under a name, such as 本地干部: what a profile's section `groups` declares, so that a list of who is meant stands once and an
/// exception says whose it is.
public struct NamedGroup: Sendable {
    /// The name, as the profile writes it.
    public let name: String
    /// What kind of subject is in it.
    public let subject: SubjectKind
    package let filter: Filter

    /// Equal for groups that take the same; nil where numbers are compared.
    package var filterName: String? { filter.name }
}

/// The groups of a profile, by their names: a child's takes the place of its parent's of the same name.
struct Groups {
    private(set) var byName: [String: NamedGroup] = [:]
    /// Names of those that cannot be read, which has been reported.
    private(set) var lost: Set<String> = []

    /// None.
    init() {}

    init(_ node: Node?, _ session: ReadingSession) {
        guard let node else { return }
        guard let entries = node.entries else {
            session.report(.wrongShape(node, expected: Groups.form))
            return
        }
        for entry in entries {
            guard let name = entry.key.text, !name.isEmpty else { continue }
            if let (subject, filter) = SubjectReader.read(entry.value, session.subjectKinds, form: Groups.form, session)
            {
                byName[name] = NamedGroup(name: name, subject: subject, filter: filter)
            } else {
                lost.insert(name)
            }
        }
    }

    /// One that could not be read is not unknown.
    func reportUnknown(_ node: Node, _ name: String, _ session: ReadingSession) {
        if !lost.contains(name) { session.report(.unknownGroup(node, name, known: byName.keys.sorted())) }
    }

    private static let form = Text("名称: {cadre: {字段: 值}}", "name: {cadre: {field: value}}")
}

/// Reads `{cadre: all}` and `{cadre: {role: member}}`.
enum SubjectReader {
    static func read(_ node: Node, _ allowed: [SubjectKind], form: Text, _ session: ReadingSession) -> (
        kind: SubjectKind, filter: Filter
    )? {
        guard let entries = node.entries, entries.count == 1, let entry = entries.first else {
            session.report(.wrongShape(node, expected: form))
            return nil
        }
        guard let kind = allowed.first(where: { $0.rawValue == entry.key.text }) else {
            session.report(.notOneOf(entry.key, entry.key.text ?? "", words: allowed.map(\.rawValue)))
            return nil
        }
        if entry.value.text == "all" { return (kind, .everything) }
        return Filter(entry.value, fields: session.fields(of: kind), of: kind.rawValue, ofSubjects: true, session).map {
            (kind, $0)
        }
    }
}

extension ValueType where Value == NamedGroup {
    /// A group of the profile's section `groups`, of the kind of subject that the provision is about.
    public static let group = ValueType(
        name: Text("groups 中的名称", "a name of the section 'groups'"),
        node: { node, session in
            guard let name = node.text else {
                session.report(.wrongShape(node, expected: Text("groups 中的名称", "a name of the section 'groups'")))
                return nil
            }
            guard !session.isDescribing else {
                return NamedGroup(name: name, subject: session.subject, filter: .everything)
            }
            guard let group = session.groups.byName[name] else {
                session.groups.reportUnknown(node, name, session)
                return nil
            }
            guard group.subject == session.subject else {
                session.report(.groupOfOthers(node, group, asked: session.subject))
                return nil
            }
            return group
        })
}

extension Diagnostic {
    static func unknownGroup(_ node: Node, _ name: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "P250", Text("没有名为“\(name)”的人群", "there is no group named '\(name)'"), at: node.location,
            expected: known.isEmpty
                ? Text("先在 groups 中写明", "one that the section 'groups' declares") : oneOf(known, near: name),
            found: Text(same: name), help: didYouMean(name, known))
    }

    static func groupOfOthers(_ node: Node, _ group: NamedGroup, asked: SubjectKind) -> Diagnostic {
        Diagnostic(
            "P251",
            Text(
                "“\(group.name)”是\(group.subject.title.zh)，这一条的对象是\(asked.title.zh)",
                "'\(group.name)' are of the kind '\(group.subject.rawValue)', the provision is about '\(asked.rawValue)'"
            ),
            at: node.location, expected: Text(same: asked.rawValue), found: Text(same: group.subject.rawValue))
    }
}

extension ReasonCode {
    /// `group`: the name of the group that a provision excepts.
    package static let excepted = ReasonCode("excepted", "{group}除外", "{group} are excepted")
}

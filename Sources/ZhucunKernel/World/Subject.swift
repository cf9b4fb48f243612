public import PolicyYAML

/// What a provision can be about.
public enum SubjectKind: String, Sendable, CaseIterable, Comparable {
    case cadre, team, village, unit

    public var title: Text {
        switch self {
        case .cadre: Text("驻村干部", "cadre")
        case .team: Text("驻村工作队", "team")
        case .village: Text("村", "village")
        case .unit: Text("派出单位", "sending unit")
        }
    }

    public static func < (a: SubjectKind, b: SubjectKind) -> Bool { a.rawValue < b.rawValue }
}

/// One subject: its kind and its place in the world's list of that kind, which is in order of identifiers.
public struct Subject: Hashable, Sendable, Comparable {
    public let kind: SubjectKind
    public let index: Int

    public init(_ kind: SubjectKind, _ index: Int) {
        self.kind = kind
        self.index = index
    }

    public static func < (a: Subject, b: Subject) -> Bool { (a.kind, a.index) < (b.kind, b.index) }
}

/// Something about a subject that a filter can ask for.
struct SubjectField: Sendable {
    let name: String
    let type: ColumnType
    let title: Text
}

extension SubjectKind {
    /// The fields of `for:` filters. A cadre's role, unit and village are those of the postings in the unit that is judged.
    var fields: [SubjectField] {
        let level = SubjectField(name: "level", type: .word(group: "level", many: false), title: Text("派出层级", "sending level"))
        let unitKind = SubjectField(name: "unit_kind", type: .word(group: "unit_kind", many: false), title: Text("单位性质", "kind of unit"))
        let villageKinds = SubjectField(name: "village_kinds", type: .word(group: "village_kind", many: true), title: Text("村的类别", "kinds of village"))
        return switch self {
        case .cadre:
            [
                SubjectField(name: "role", type: .word(group: "role", many: false), title: Text("驻村职务", "role")),
                SubjectField(name: "employment", type: .word(group: "employment", many: false), title: Text("人员身份", "kind of employment")),
                SubjectField(name: "education", type: .word(group: "education", many: false), title: Text("学历", "education")),
                SubjectField(name: "party_member", type: .flag, title: Text("党员", "party member")),
                SubjectField(name: "seconded", type: .flag, title: Text("挂职", "seconded")),
                level, unitKind, villageKinds,
            ]
        case .team: [level, unitKind, villageKinds]
        case .village: [villageKinds]
        case .unit: [level, unitKind]
        }
    }
}

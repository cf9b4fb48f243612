public import PolicyYAML

/// What a provision can be about: a kind that the kernel knows, or any kind of record whose rows are subjects of their own
/// (a household, a case, a project), as the module that declares it says.
public struct SubjectKind: Hashable, Sendable, Comparable {
    /// As `for:` names it.
    public let rawValue: String

    /// A stationed person (驻村干部), whatever the role.
    public static let cadre = SubjectKind("cadre")
    /// A team that is stationed in a village (驻村工作队).
    public static let team = SubjectKind("team")
    /// A village in which somebody is stationed.
    public static let village = SubjectKind("village")
    /// A unit that sends cadres (派出单位).
    public static let unit = SubjectKind("unit")
    /// A province, city, county or township, by its division code: what its offices owe is judged of it.
    public static let division = SubjectKind("division")

    /// Those that every assessment knows.
    public static let world: [SubjectKind] = [.cadre, .division, .team, .unit, .village]

    private static let titles: [SubjectKind: Text] = [
        .cadre: Text("驻村干部", "cadre"), .division: Text("行政区", "division"), .team: Text("驻村工作队", "team"),
        .unit: Text("派出单位", "sending unit"), .village: Text("村", "village"),
    ]

    private init(_ rawValue: String) { self.rawValue = rawValue }

    /// The kind of subject that a kind of record lists, whether of the world or a module's own.
    public init(_ kind: RecordKind) { rawValue = kind.name }

    /// For people; of what a module's records list, the name alone (the record kind has the title).
    public var title: Text { SubjectKind.titles[self] ?? Text(same: rawValue) }

    /// Those of the world, and what records list.
    static func all(of kinds: [RecordKind]) -> [SubjectKind] {
        world + kinds.filter(\.about.isSubject).map(SubjectKind.init).filter { !world.contains($0) }.sorted()
    }

    public static func == (a: SubjectKind, b: SubjectKind) -> Bool { a.rawValue == b.rawValue }
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
    public static func < (a: SubjectKind, b: SubjectKind) -> Bool { a.rawValue < b.rawValue }
}

/// One subject: its kind and its place in the world's list of that kind, which is in order of identifiers.
public struct Subject: Hashable, Sendable, Comparable {
    /// What the subject is.
    public let kind: SubjectKind
    /// Its place in the world's list of that kind: ``World/cadres``, ``World/teams`` and so on.
    public let index: Int

    /// The subject at a place of the world's list of a kind.
    ///
    /// - Precondition: the list has that place.
    public init(_ kind: SubjectKind, _ index: Int) {
        self.kind = kind
        self.index = index
    }

    /// Subjects that are looked up together are of one kind: the place alone tells them apart.
    public func hash(into hasher: inout Hasher) { hasher.combine(index) }

    public static func < (a: Subject, b: Subject) -> Bool { a.kind == b.kind ? a.index < b.index : a.kind < b.kind }
}

extension SubjectKind {
    /// The kind of subject that a kind of record lists, whether of the world or a module's own.
    public init(_ kind: RecordKind) { self.init(named: kind.name) }

    /// Those of the world, and what records list.
    package static func all(of kinds: [RecordKind]) -> [SubjectKind] {
        world + kinds.filter(\.about.isSubject).map { SubjectKind($0) }.filter { !world.contains($0) }.sorted()
    }
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

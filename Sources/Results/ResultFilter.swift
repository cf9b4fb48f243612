/// What a reader asked for, of all that was judged; what is not named is not filtered by.
public struct ResultFilter: Sendable {
    /// The identifier of a subject.
    public let subject: String?
    /// A division, or a village.
    public let area: Area?
    /// Kinds of subject; empty: every kind.
    public let kinds: [SubjectKind]
    /// Verdicts; empty: every one.
    public let verdicts: [Verdict]
    /// Names of provisions, as they were given. A report then tells as well which of them have no whole unit in the
    /// period.
    public let provisions: [String]

    /// What a reader asked for.
    public init(subject: String?, area: Area?, kinds: [SubjectKind], verdicts: [Verdict], provisions: [String]) {
        self.subject = subject
        self.area = area
        self.kinds = kinds
        self.verdicts = verdicts
        self.provisions = provisions
    }
}

/// A place by its code, with what the records say of it.
public struct Area: Sendable, Hashable {
    /// As it was given: a division's, with or without its zeros, or a village's.
    public let code: String
    /// Nil where the records have nothing of that code.
    public let kind: SubjectKind?
    /// Of a division: a word of the vocabulary's group `level`.
    public let level: String?
    /// Empty where the records give none.
    public let name: String

    /// A place by its code.
    public init(code: String, kind: SubjectKind?, level: String?, name: String) {
        self.code = code
        self.kind = kind
        self.level = level
        self.name = name
    }
}

/// What a reader asked for, of all that was judged; what is not named is not filtered by.
package struct ResultFilter: Sendable {
    /// The identifier of a subject.
    package let subject: String?
    /// A division, or a village.
    package let area: Area?
    /// Kinds of subject; empty: every kind.
    package let kinds: [SubjectKind]
    /// Verdicts; empty: every one.
    package let verdicts: [Verdict]
    /// Names of provisions, as they were given. A report then tells as well which of them have no whole unit in the
    /// period.
    package let provisions: [String]

    /// What a reader asked for.
    package init(subject: String?, area: Area?, kinds: [SubjectKind], verdicts: [Verdict], provisions: [String]) {
        self.subject = subject
        self.area = area
        self.kinds = kinds
        self.verdicts = verdicts
        self.provisions = provisions
    }
}

/// A place by its code, with what the records say of it.
package struct Area: Sendable, Hashable {
    /// As it was given: a division's, with or without its zeros, or a village's.
    package let code: String
    /// Nil where the records have nothing of that code.
    package let kind: SubjectKind?
    /// Of a division: a word of the vocabulary's group `level`.
    package let level: String?
    /// Empty where the records give none.
    package let name: String

    /// A place by its code.
    package init(code: String, kind: SubjectKind?, level: String?, name: String) {
        self.code = code
        self.kind = kind
        self.level = level
        self.name = name
    }
}

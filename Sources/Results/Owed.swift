public import CivilTime

/// Something to be done by a day.
public struct Owed: Sendable, Hashable {
    /// The last day on which it is in time.
    public let due: Day
    /// Whether the records say that it was done.
    public let isDone: Bool
    /// A word of the vocabulary's group `office`: who owes it.
    public let by: String?
    /// How it stands, where no count tells.
    public let standing: [Reason]

    /// Something to be done.
    ///
    /// - Parameters:
    ///   - due: the last day on which it is in time.
    ///   - isDone: whether it has been done.
    ///   - by: a word of the vocabulary's group `office`; nil where the profile names none.
    ///   - standing: how it stands, where no count tells.
    public init(due: Day, isDone: Bool, by: String?, standing: [Reason] = []) {
        self.due = due
        self.isDone = isDone
        self.by = by
        self.standing = standing
    }
}

/// What most outcomes do not have.
public final class OutcomeNotes: Sendable {
    public let record: String?
    public let actions: [Action]
    public let reasons: [Reason]
    public let owed: Owed?
    public let needs: [NeededRecords]

    /// Nil when there is nothing to note.
    public init?(record: String? = nil, actions: [Action] = [], reasons: [Reason] = [], owed: Owed? = nil, needs: [NeededRecords] = []) {
        guard record != nil || !actions.isEmpty || !reasons.isEmpty || owed != nil || !needs.isEmpty else { return nil }
        self.record = record
        self.actions = actions
        self.reasons = reasons
        self.owed = owed
        self.needs = needs
    }

    /// Whether they say the same; what records and needs name differs from row to row and is not looked into.
    static func == (a: OutcomeNotes, b: OutcomeNotes) -> Bool {
        a.record == nil && b.record == nil && a.needs.isEmpty && b.needs.isEmpty && a.reasons == b.reasons && a.actions == b.actions && a.owed == b.owed
    }
}

/// What most outcomes do not have.
package final class OutcomeNotes: Sendable {
    /// The identifier of the record that was judged; nil where the provision does not judge records one by one.
    package let record: String?
    /// Proposals to offices.
    package let actions: [Action]
    /// Why it is so, where the numbers do not say.
    package let reasons: [Reason]
    /// What somebody is to do by a day; nil where the provision asks for no such thing.
    package let owed: Owed?
    /// Records that would decide what is undetermined; empty also where nobody asked for them.
    package let needs: [NeededRecords]

    /// Nil when there is nothing to note.
    package init?(
        record: String? = nil, actions: [Action] = [], reasons: [Reason] = [], owed: Owed? = nil,
        needs: [NeededRecords] = []
    ) {
        guard record != nil || !actions.isEmpty || !reasons.isEmpty || owed != nil || !needs.isEmpty else { return nil }
        self.record = record
        self.actions = actions
        self.reasons = reasons
        self.owed = owed
        self.needs = needs
    }

    /// Whether they say the same; what records and needs name differs from row to row and is not looked into.
    func saysTheSame(as other: OutcomeNotes) -> Bool {
        record == nil && other.record == nil && needs.isEmpty && other.needs.isEmpty && reasons == other.reasons
            && actions == other.actions && owed == other.owed
    }
}

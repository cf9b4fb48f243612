/// What one document to be drawn up holds: a bulletin, a ranking, a filing list, proposals. How it looks is the writers'.
public struct ReportLayout: Sendable {
    /// The kinds of document, by what they show of the provisions' findings.
    public enum Form: String, Sendable, CaseIterable {
        /// Sums by county and township, and those who fell short.
        case attendance
        /// Ranks in order.
        case ranking
        /// Subjects with their bands, to be filed above.
        case list
        /// Proposed actions, each with an opinion form.
        case proposals
        /// Every measure of whatever provision, subject by subject.
        case table

        /// Whether a provision with such measures has what the form shows.
        package func canShow(_ roles: [MeasureRole]) -> Bool {
            roles.contains { role in
                switch (self, role) {
                case (.attendance, .rate), (.ranking, .rank), (.list, .rank), (.proposals, .proposals), (.table, _):
                    true
                default: false
                }
            }
        }
    }

    /// What kind of document it is.
    public let form: Form
    /// `{period}` stands for the period.
    public let title: String
    /// The provisions whose findings it shows, `section/id`.
    public let of: [String]
    /// Who issues it, a word of the vocabulary's group `office`.
    public let issuer: String
    /// Whom it is addressed to (主送), words of the group `office`.
    public let addressees: [String]
    /// Who gets a copy (抄送), words of the group `office`.
    public let copies: [String]
    /// Only actions of these kinds; empty: all.
    public let actions: [String]

    /// Lays out a document; `of` names provisions as `section/id`, an empty `actions` takes actions of every kind.
    public init(
        form: Form, title: String, of: [String], issuer: String, addressees: [String], copies: [String],
        actions: [String]
    ) {
        self.form = form
        self.title = title
        self.of = of
        self.issuer = issuer
        self.addressees = addressees
        self.copies = copies
        self.actions = actions
    }
}

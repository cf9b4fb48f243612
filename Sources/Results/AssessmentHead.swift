public import CivilTime
public import Messages

/// What holds for a whole assessment: asked when, of whom, under which documents.
public struct AssessmentHead: Sendable {
    /// As all policies have it; where their months begin on different days, the calendar's.
    public let period: Period
    /// The day on which it was asked what is open; nil: when everything judged was over.
    public let asOf: Day?
    /// Sections that were asked for by name; empty: none was.
    public let sections: [Section]
    public let policies: [JudgedPolicy]
    /// What kinds of subject are called where records list them.
    public let kindTitles: [SubjectKind: Text]
    /// In the order in which a report tells of them.
    public let counties: [CountyHead]
    public let files: [FileCount]
    /// What results were left out by; nil: by nothing.
    public let filter: ResultFilter?

    public struct Section: Sendable {
        public let id: String
        public let title: Text

        public init(id: String, title: Text) {
            self.id = id
            self.title = title
        }
    }

    /// A file that was read.
    public struct FileCount: Sendable {
        public let file: String
        /// Read, good or bad.
        public let rows: Int
        /// Those that could not be used.
        public let refused: Int

        public init(file: String, rows: Int, refused: Int) {
            self.file = file
            self.rows = rows
            self.refused = refused
        }
    }

    public init(
        period: Period, asOf: Day?, sections: [Section], policies: [JudgedPolicy], kindTitles: [SubjectKind: Text], counties: [CountyHead],
        files: [FileCount], filter: ResultFilter?
    ) {
        self.period = period
        self.asOf = asOf
        self.sections = sections
        self.policies = policies
        self.kindTitles = kindTitles
        self.counties = counties
        self.files = files
        self.filter = filter
    }

    /// What a kind of subject is called; what records list, in the plural.
    public func title(of kind: SubjectKind) -> Text { kindTitles[kind] ?? kind.title }
}

/// What a reader asked for, of all that was judged.
public struct ResultFilter: Sendable {
    /// In the reader's words.
    public let text: Text
    public let namesProvisions: Bool

    public init(text: Text, namesProvisions: Bool) {
        self.text = text
        self.namesProvisions = namesProvisions
    }
}

/// A profile with what of it was in force.
public struct JudgedPolicy: Sendable {
    /// The profile's code.
    public let profile: String
    public let name: Text
    /// Six digits.
    public let division: String
    /// The day on which its months begin.
    public let months: MonthRule
    public let documents: [Document]
    /// What outcomes refer to, in order of keys and versions.
    public let provisions: [JudgedProvision]
    public let titles: WordTitles

    /// A document in force in the period.
    public struct Document: Sendable {
        public let number: String
        public let issuer: String
        public let inForceFrom: Day

        public init(number: String, issuer: String, inForceFrom: Day) {
            self.number = number
            self.issuer = issuer
            self.inForceFrom = inForceFrom
        }
    }

    public init(
        profile: String, name: Text, division: String, months: MonthRule, documents: [Document], provisions: [JudgedProvision], titles: WordTitles
    ) {
        self.profile = profile
        self.name = name
        self.division = division
        self.months = months
        self.documents = documents
        self.provisions = provisions
        self.titles = titles
    }
}

/// What the words of a vocabulary are called, group by group.
public struct WordTitles: Sendable {
    /// Each group's words in their order.
    public let groups: [String: [(word: String, title: Text)]]

    public init(_ groups: [String: [(word: String, title: Text)]] = [:]) { self.groups = groups }

    /// The word itself where the vocabulary has none.
    public func title(_ word: String, in group: String) -> Text { known(word, in: group) ?? Text(same: word) }

    /// Nil where the group has no such word.
    public func known(_ word: String, in group: String) -> Text? { groups[group]?.first { $0.word == word }?.title }

    public func words(in group: String) -> [String] { groups[group]?.map(\.word) ?? [] }
}

/// What is known of a county before it is judged.
public struct CountyHead: Sendable {
    /// Six digits.
    public let county: String
    /// The place of its policy among the assessment's.
    public let policy: Int
    /// Provisions in force that have no whole unit in the period.
    public let withoutUnit: [JudgedProvision]
    /// Names of all measures, in the order in which they first come.
    public let measures: [String]

    public init(county: String, policy: Int, withoutUnit: [JudgedProvision], measures: [String]) {
        self.county = county
        self.policy = policy
        self.withoutUnit = withoutUnit
        self.measures = measures
    }
}

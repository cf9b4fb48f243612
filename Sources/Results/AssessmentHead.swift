package import CivilTime
package import Messages

/// What holds for a whole assessment: asked when, of whom, under which documents.
package struct AssessmentHead: Sendable {
    /// As all policies have it; where their months begin on different days, the calendar's.
    package let period: Period
    /// The day on which it was asked what is open; nil: when everything judged was over.
    package let asOf: Day?
    /// Sections that were asked for by name; empty: none was.
    package let sections: [Section]
    /// The profiles judged by, in the order in which ``CountyHead/policy`` counts them.
    package let policies: [JudgedPolicy]
    /// What kinds of subject are called where records list them.
    package let kindTitles: [SubjectKind: Text]
    /// In the order in which a report tells of them.
    package let counties: [CountyHead]
    /// The record files that were read, by name.
    package let files: [FileCount]
    /// What results were left out by; nil: by nothing.
    package let filter: ResultFilter?

    /// A section of profiles: one module's provisions.
    package struct Section: Sendable {
        /// The module's id, which is the section's key in a profile: `attendance`.
        package let id: String
        /// What the section is called for people.
        package let title: Text

        /// A section by its key, and what it is called.
        package init(id: String, title: Text) {
            self.id = id
            self.title = title
        }
    }

    /// A file that was read.
    package struct FileCount: Sendable {
        /// The file's name, such as `checkins.csv`.
        package let file: String
        /// Read, good or bad.
        package let rows: Int
        /// Those that could not be used.
        package let refused: Int

        /// How many rows of a file were read, and how many of these could not be used.
        package init(file: String, rows: Int, refused: Int) {
            self.file = file
            self.rows = rows
            self.refused = refused
        }
    }

    /// What holds for a whole assessment.
    ///
    /// - Parameters:
    ///   - period: what was assessed.
    ///   - asOf: the day on which it was asked what is open; nil: when everything judged was over.
    ///   - sections: those that were asked for by name; empty: none was.
    ///   - policies: in the order in which the counties count them.
    ///   - kindTitles: what kinds of subject are called.
    ///   - counties: in the order in which a report tells of them.
    ///   - files: how many rows each file had.
    ///   - filter: what results were left out by; nil: by nothing.
    package init(
        period: Period, asOf: Day?, sections: [Section], policies: [JudgedPolicy], kindTitles: [SubjectKind: Text],
        counties: [CountyHead],
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
    package func title(of kind: SubjectKind) -> Text { kindTitles[kind] ?? kind.title }
}

/// A profile with what of it was in force.
package struct JudgedPolicy: Sendable {
    /// The profile's code.
    package let profile: String
    /// What the profile is called for people.
    package let name: Text
    /// Six digits.
    package let division: String
    /// The day on which its months begin.
    package let months: MonthRule
    /// The documents whose editions were in force on a day of the period, in the order of the policy's editions.
    package let documents: [Document]
    /// What outcomes refer to, in order of keys and versions.
    package let provisions: [JudgedProvision]
    /// What the words are called that outcomes use: actions, offices, levels.
    package let titles: WordTitles

    /// A document in force in the period.
    package struct Document: Sendable {
        /// The document's number: `渝委农办〔2023〕23号`.
        package let number: String
        /// Who issued it, as the profile names it.
        package let issuer: String
        /// The day from which its edition is in force.
        package let inForceFrom: Day

        /// A document by its number and issuer, and the day from which its edition was in force.
        package init(number: String, issuer: String, inForceFrom: Day) {
            self.number = number
            self.issuer = issuer
            self.inForceFrom = inForceFrom
        }
    }

    /// A profile with what of it was in force.
    ///
    /// - Parameters:
    ///   - profile: the profile's code.
    ///   - name: what it is called for people.
    ///   - division: six digits.
    ///   - months: on which day its months begin.
    ///   - documents: those in force on a day of the period.
    ///   - provisions: what outcomes refer to, in order of keys and versions.
    ///   - titles: what the words of its vocabulary are called.
    package init(
        profile: String, name: Text, division: String, months: MonthRule, documents: [Document],
        provisions: [JudgedProvision], titles: WordTitles
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
package struct WordTitles: Sendable {
    /// Each group's words in their order.
    package let groups: [String: [(word: String, title: Text)]]

    /// The titles of some groups, each group's words in their order.
    package init(_ groups: [String: [(word: String, title: Text)]] = [:]) { self.groups = groups }

    /// The word itself where the vocabulary has none.
    package func title(_ word: String, in group: String) -> Text { known(word, in: group) ?? Text(same: word) }

    /// Nil where the group has no such word.
    package func known(_ word: String, in group: String) -> Text? { groups[group]?.first { $0.word == word }?.title }

    /// The words of a group in their order; none where the vocabulary has no such group.
    package func words(in group: String) -> [String] { groups[group]?.map(\.word) ?? [] }
}

/// What is known of a county before it is judged.
package struct CountyHead: Sendable {
    /// Six digits.
    package let county: String
    /// What the division is called; empty where nobody says.
    public let name: String
    /// The place of its policy among the assessment's.
    package let policy: Int
    /// Provisions in force that have no whole unit in the period.
    package let withoutUnit: [JudgedProvision]
    /// Names of all measures, in the order in which they first come.
    package let measures: [String]

    /// What is known of a county before it is judged.
    ///
    /// - Parameters:
    ///   - county: six digits.
    ///   - name: what the division is called; empty where nobody says.
    ///   - policy: the place of its policy among the assessment's.
    ///   - withoutUnit: provisions in force that have no whole unit in the period.
    ///   - measures: names of all measures, in the order in which they first come.
    public init(county: String, name: String = "", policy: Int, withoutUnit: [JudgedProvision], measures: [String]) {
        self.county = county
        self.name = name
        self.policy = policy
        self.withoutUnit = withoutUnit
        self.measures = measures
    }

    /// `应县 140622`; the code alone without a name.
    package var label: String { name.isEmpty ? county : "\(name) \(county)" }
}

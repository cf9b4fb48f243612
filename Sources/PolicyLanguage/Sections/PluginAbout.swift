public import Facts

/// The kernel's interface version; a module for another one is refused at start.
public let kernelVersion = 2

/// What a module is.
public struct PluginAbout: Sendable {
    /// The section's name in profiles: lower-case ASCII letters, `_` and `-`, such as `attendance`.
    public let id: String
    /// What the module is called for people: `考勤`, `attendance`.
    public let title: Text
    /// What its provisions judge, in one sentence for `plugin list`.
    public let summary: Text
    /// What its provisions can be about; nil for anything.
    public let subjects: [SubjectKind]?
    /// Other kinds of subject for which it can sum its measures (a team from its members).
    public let rollsUp: [SubjectKind]
    /// Whether its provisions are judged by units of time.
    public let unitNeed: UnitNeed
    /// What its provisions can come out as, which is what tests of them have to show.
    public let answer: Answer
    /// Whether its provisions ask for something to be done by a day: they are looked through for what is owed.
    public let hasDueDays: Bool
    /// Whether it judges records one by one, each in the county where its day belongs: it is asked for whoever is in the county on
    /// some day of the unit.
    public let isOfRecords: Bool
    /// Whether what was not done in its unit can still be done afterwards: what is not known of units that are over is listed too.
    public let isOwedAfterwards: Bool
    /// Whether what began while its provision was in force is judged to its end, though the provision has ended since.
    public let runsToItsEnd: Bool
    /// Optional settings that an example of a provision shows: of those of which it must have one, the commonest; as
    /// `key: value` where the setting's own example does not fit.
    public let exemplary: [String]
    /// The version of the kernel's interface that it was written for; a module for another one is left out and
    /// reported.
    public let kernelVersion: Int

    /// What a provision comes out as: met or breached (`verdict`); holding or not (`holds`); or numbers and names alone
    /// (`values`).
    public enum Answer: String, Sendable { case verdict, holds, values }

    /// Whether a provision's `per:` must stand (`required`), may stand (`optional`), or has no meaning (`none`).
    public enum UnitNeed: Sendable { case required, optional, none }

    /// Describes a module; what is left out is as for one that judges anybody, unit by unit, as met or breached.
    ///
    /// - Parameters:
    ///   - id: the section's name in profiles.
    ///   - title: what the module is called for people.
    ///   - summary: what its provisions judge, in one sentence.
    ///   - subjects: what its provisions can be about; nil for anything.
    ///   - rollsUp: other kinds of subject for which it sums its measures.
    ///   - unitNeed: whether its provisions are judged by units of time.
    ///   - answer: what its provisions can come out as.
    ///   - hasDueDays: whether its provisions ask for something to be done by a day.
    ///   - isOwedAfterwards: whether what was not done in its unit can still be done afterwards.
    ///   - isOfRecords: whether it judges records one by one.
    ///   - exemplary: optional settings that an example of a provision shows.
    ///   - runsToItsEnd: whether what has begun under a provision is judged to its end, after the provision has ended.
    ///   - kernelVersion: leave it out, so that a module that is compiled for another kernel is found.
    public init(
        id: String, title: Text, summary: Text, subjects: [SubjectKind]? = nil, rollsUp: [SubjectKind] = [],
        unitNeed: UnitNeed = .required,
        answer: Answer = .verdict, hasDueDays: Bool = false, isOwedAfterwards: Bool = true, isOfRecords: Bool = false,
        runsToItsEnd: Bool = false, exemplary: [String] = [],
        kernelVersion: Int = PolicyLanguage.kernelVersion
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.subjects = subjects
        self.rollsUp = rollsUp
        self.unitNeed = unitNeed
        self.answer = answer
        self.hasDueDays = hasDueDays
        self.isOfRecords = isOfRecords
        self.runsToItsEnd = runsToItsEnd
        self.exemplary = exemplary
        self.isOwedAfterwards = isOwedAfterwards
        self.kernelVersion = kernelVersion
    }
}

public import CivilTime
public import PolicyYAML

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
        kernelVersion: Int = ZhucunKernel.kernelVersion
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

/// A number or name that a provision gives for each subject and unit: shown in results, read by other provisions.
public struct MeasureDeclaration: Sendable {
    /// The name by which other provisions refer to it, behind the section or the provision's id: `days_on_post`.
    public let name: String
    /// What the measure is called for people.
    public let title: Text
    /// What its numbers count; ``Dimension/text`` for names.
    public let dimension: Dimension
    /// What it is among the measures of its provision.
    public let role: MeasureRole
    /// For names: all that it can be, when that is known.
    public let values: [String]?
    /// It is only counted from presence: what crosses a limit by it accuses nobody before somebody has looked.
    public private(set) var isFromPresence = false
    /// It has a value over any span of days, not only in the units of its provision.
    public private(set) var hasSpans = false
    /// Whether it is of a span of days, not of a unit: findings do not have it.
    public let isOfSpan: Bool
    /// How far around the span it looks for where something began and ended; nil: it looks at the span alone.
    public let reach: Window?

    /// Declares a measure.
    ///
    /// - Parameters:
    ///   - name: by which other provisions refer to it.
    ///   - title: what it is called for people.
    ///   - dimension: what its numbers count.
    ///   - role: nil for what its dimension suggests: points, an amount, a rank, a name, else a quantity.
    ///   - values: for names, all that it can be; nil when that is not known.
    ///   - isOfSpan: whether only spans of days have it, and findings do not.
    ///   - reach: how far around a span records are needed; nil for the span alone.
    public init(
        _ name: String, _ title: Text, _ dimension: Dimension, role: MeasureRole? = nil, values: [String]? = nil,
        isOfSpan: Bool = false,
        reach: Window? = nil
    ) {
        self.name = name
        self.title = title
        self.dimension = dimension
        self.role = role ?? MeasureRole(of: dimension)
        self.values = values
        self.isOfSpan = isOfSpan
        self.reach = reach
    }
}

extension MeasureDeclaration {
    /// The same, counted from presence over any span of days.
    public var fromPresence: MeasureDeclaration {
        var declaration = self
        declaration.isFromPresence = true
        declaration.hasSpans = true
        return declaration
    }
}

/// One kind of provision: its settings, the measures it gives, and its judgement over a batch of subjects.
///
/// Obligations, tested by `ZhucunTesting.PluginConformance`:
/// - `read` asks for every setting unconditionally, so that running it over nothing lists them all;
/// - `judge` gives at most one finding for each subject (or one for each record named), in the order of the subjects,
///   with one value for each measure of `measures`, and depends on nothing but its case;
/// - what the records do not say is `undetermined` or a missing value, never met, breached or zero.
public protocol AssessmentPlugin: Sendable {
    /// One provision's settings, read.
    associatedtype Rule: Sendable
    /// What it keeps of records too many to keep.
    associatedtype Ledger: RecordLedger = NoLedger

    /// What the module is; the same for all its provisions.
    static var about: PluginAbout { get }
    /// Kinds of record that its verdicts rest on, besides those that say who is where.
    static var records: [RecordKind] { get }

    /// A module that knows no settings yet; the kernel makes as many as it needs, so a module keeps nothing of its own.
    init()

    /// Reads one provision's settings, asking for every one unconditionally; what is wrong is reported by the reader.
    ///
    /// - Returns: a rule in any case: where a setting is missing or wrong its example stands in, and the rule is not
    ///   evaluated.
    func read(_ settings: inout SettingsReader) -> Rule
    /// Reports, once all have been read, what its provisions say against each other.
    func compare(_ provisions: [(provision: Provision, rule: Rule)], _ session: ReadingSession)
    /// Reports rows that its provisions, those of all policies and editions, cannot have been meant to read.
    func review(_ provisions: [(provision: Provision, rule: Rule)], _ review: inout RecordReview)
    /// What the rule gives; the first is the provision's principal measure, meant by `section.id`.
    func measures(_ rule: Rule) -> [MeasureDeclaration]
    /// Judges one provision in one unit.
    ///
    /// - Returns: at most one finding for each subject, or one for each record named, in the order of
    ///   ``Case/subjects``.
    /// - Throws: anything; every subject is undetermined then, with the failure as the reason, and the run goes on.
    func judge(_ ask: Case<Self>) throws -> [Finding]
    /// A measure over any span of days, for subjects of the provision's kind or one it rolls up to; nil when it has no such meaning.
    func values(of measure: Int, over days: DayRange, for subjects: [Subject], _ ask: Case<Self>) throws
        -> [MeasureValue?]?
    /// How the finding for one subject came about, for a person.
    func explain(_ subject: Subject, _ ask: Case<Self>) throws -> [Explanation]
    /// What would decide a finding that is undetermined: which records are missing, for whom and which days. Without it, the days of
    /// which none of the kinds were kept that the provision looks at, and what the measures need that it reads.
    func needs(of finding: Finding, _ ask: Case<Self>) throws -> [Need]
    /// For modules whose provisions say what a document to be drawn up holds.
    func layout(_ rule: Rule) -> ReportLayout?
    /// Makes an empty ledger for the rules of one policy, of all its editions; rows then go by, and ``Case/ledger`` has
    /// what was kept.
    func makeLedger(_ rules: [Rule], _ scope: LedgerScope) -> Ledger
}

extension AssessmentPlugin {
    /// No kinds but those that say who is where.
    public static var records: [RecordKind] { [] }
    /// Nil: the measure has no meaning over spans of days.
    public func values(of measure: Int, over days: DayRange, for subjects: [Subject], _ ask: Case<Self>) throws
        -> [MeasureValue?]?
    { nil }
    /// No steps: the finding's own reasons are all there is to say.
    public func explain(_ subject: Subject, _ ask: Case<Self>) throws -> [Explanation] { [] }
    /// The days of which none of the kinds were kept that the provision looks at, and what the measures need that it
    /// reads.
    public func needs(of finding: Finding, _ ask: Case<Self>) throws -> [Need] {
        try ask.needsOfRecords(finding.subject)
    }
    /// Nil: the module judges.
    public func layout(_ rule: Rule) -> ReportLayout? { nil }
    /// Nothing to report.
    public func compare(_ provisions: [(provision: Provision, rule: Rule)], _ session: ReadingSession) {}
    /// Nothing to report.
    public func review(_ provisions: [(provision: Provision, rule: Rule)], _ review: inout RecordReview) {}
}

extension AssessmentPlugin where Ledger == NoLedger {
    /// The ledger that keeps nothing.
    public func makeLedger(_ rules: [Rule], _ scope: LedgerScope) -> NoLedger { NoLedger() }
}

/// What a module keeps of a streamed kind: rows go by once, in batches.
public protocol RecordLedger: Sendable {
    /// The kind it wants to see, by name; nil for none.
    var kind: String? { get }
    /// Takes rows of its kind as they go by, in the order of the file or of a part of it; what it keeps must not depend
    /// on that order, nor on how rows are cut into batches.
    mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols)
    /// Adds what another, made for the same, has taken: large files are read in parts, several at a time.
    mutating func join(_ other: Self)
    /// Writes all it has taken, so that a ledger made for the same or for more records can go on from it.
    func save(_ writer: inout SnapshotWriter)
    /// Takes over what another has saved; throws when that was made under rules or records that say something else now.
    /// `isExcerpt`: only some of the subjects are there, those that are missing are passed over.
    mutating func restore(_ reader: inout SnapshotReader, isExcerpt: Bool) throws(SnapshotProblem)
    /// Of those to be explained: in which zones of the file (``RecordBatch/zones``) rows are that were taken in a run before.
    var zonesOfTraced: UInt64 { get }
}

/// The ledger of a module that reads no streamed kind.
public struct NoLedger: RecordLedger {
    /// Nil: it wants to see no rows.
    public var kind: String? { nil }
    /// The ledger; there is nothing in it.
    public init() {}
    /// Passes over the rows.
    public mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols) {}
    /// Adds nothing.
    public mutating func join(_ other: NoLedger) {}
    /// Writes nothing.
    public func save(_ writer: inout SnapshotWriter) {}
    /// 0: no rows have to be seen again.
    public var zonesOfTraced: UInt64 { 0 }
    /// Reads nothing.
    public mutating func restore(_ reader: inout SnapshotReader, isExcerpt: Bool) {}
}

/// What a ledger is made for.
public struct LedgerScope: Sendable {
    /// Who is where.
    public let world: World
    /// The texts behind the symbols of the world and of the rows that are taken.
    public let symbols: Symbols
    /// The days whose records any rule may look at, those included that only tell where something began or ended.
    public let horizon: DayRange
    /// Of these days, those that count: periods, the weeks at their edges, and how far back conditions look.
    public let judged: DayRange
    /// What comes after it is not known yet; nil: every record is known.
    public let asOf: Day?
    /// The cadres whose records matter, by index.
    public let includes: [Bool]
    /// Cadres whose rows are to be kept for an explanation.
    public let traced: Set<Int>
}

/// Everything a module may use to judge one provision in one unit.
public struct Case<Plugin: AssessmentPlugin> {
    /// The provision's settings, as ``AssessmentPlugin/read(_:)`` read them.
    public let rule: Plugin.Rule
    /// The provision as it stands under the edition in force for the unit.
    public let provision: Provision
    /// The unit that is judged; for values over any span of days, that span.
    public let unit: Period
    /// Whom to judge: subjects of the provision's kind that its filter takes, each once, in ascending order.
    public let subjects: [Subject]
    /// The county that is judged: its records, and what other provisions find in it.
    public let evaluation: Evaluation
    /// What the module kept of the streamed kind.
    public let ledger: Plugin.Ledger
    /// Whether the days asked for are a window that a rule names: what lies before it does not count then.
    public var isWindow = false
    let conditions: ConditionEvaluation
}

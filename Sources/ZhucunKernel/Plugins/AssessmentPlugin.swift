public import CivilTime
public import PolicyYAML

/// The kernel's interface version; a module for another one is refused at start.
public let kernelVersion = 1

/// What a module is.
public struct PluginAbout: Sendable {
    /// The section's name in profiles.
    public let id: String
    public let title: Text
    public let summary: Text
    /// What its provisions can be about; nil for anything.
    public let subjects: [SubjectKind]?
    /// Other kinds of subject for which it can sum its measures (a team from its members).
    public let rollsUp: [SubjectKind]
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
    public let kernelVersion: Int

    /// Met or breached; holding or not; or numbers and names alone.
    public enum Answer: String, Sendable { case verdict, holds, values }

    /// Whether `per:` must stand, may stand, or has no meaning.
    public enum UnitNeed: Sendable { case required, optional, none }

    public init(
        id: String, title: Text, summary: Text, subjects: [SubjectKind]? = nil, rollsUp: [SubjectKind] = [], unitNeed: UnitNeed = .required,
        answer: Answer = .verdict, hasDueDays: Bool = false, isOwedAfterwards: Bool = true, isOfRecords: Bool = false,
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
        self.isOwedAfterwards = isOwedAfterwards
        self.kernelVersion = kernelVersion
    }
}

/// A number or name that a provision gives for each subject and unit: shown in results, read by other provisions.
public struct MeasureDeclaration: Sendable {
    public let name: String
    public let title: Text
    public let dimension: Dimension
    public let role: MeasureRole
    /// For names: all that it can be, when that is known.
    public let values: [String]?
    /// It is only counted from presence: what crosses a limit by it accuses nobody before somebody has looked.
    public private(set) var isFromPresence = false
    /// It has a value over any span of days, not only in the units of its provision.
    public private(set) var hasSpans = false
    /// Whether it is of a span of days, not of a unit: findings do not have it.
    public let isOfSpan: Bool
    /// How far around the span it looks for where something began and ended.
    public let reach: Window?

    public init(
        _ name: String, _ title: Text, _ dimension: Dimension, role: MeasureRole? = nil, values: [String]? = nil, isOfSpan: Bool = false,
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

    static var about: PluginAbout { get }
    /// Kinds of record that its verdicts rest on, besides those that say who is where.
    static var records: [RecordKind] { get }

    init()

    func read(_ settings: inout SettingsReader) -> Rule
    /// Reports, once all have been read, what its provisions say against each other.
    func compare(_ provisions: [(provision: Provision, rule: Rule)], _ session: ReadingSession)
    /// Reports rows that its provisions, those of all policies and editions, cannot have been meant to read.
    func review(_ provisions: [(provision: Provision, rule: Rule)], _ review: inout RecordReview)
    /// What the rule gives; the first is the provision's principal measure, meant by `section.id`.
    func measures(_ rule: Rule) -> [MeasureDeclaration]
    func judge(_ ask: Case<Self>) throws -> [Finding]
    /// A measure over any span of days, for subjects of the provision's kind or one it rolls up to; nil when it has no such meaning.
    func values(of measure: Int, over days: DayRange, for subjects: [Subject], _ ask: Case<Self>) throws -> [MeasureValue?]?
    /// How the finding for one subject came about, for a person.
    func explain(_ subject: Subject, _ ask: Case<Self>) throws -> [Explanation]
    /// What would decide a finding that is undetermined: which records are missing, for whom and which days. Without it, the days of
    /// which none of the kinds were kept that the provision looks at, and what the measures need that it reads.
    func needs(of finding: Finding, _ ask: Case<Self>) throws -> [Need]
    /// For modules whose provisions say what a document to be drawn up holds.
    func layout(_ rule: Rule) -> ReportLayout?
    func makeLedger(_ rules: [Rule], _ scope: LedgerScope) -> Ledger
}

extension AssessmentPlugin {
    public static var records: [RecordKind] { [] }
    public func values(of measure: Int, over days: DayRange, for subjects: [Subject], _ ask: Case<Self>) throws -> [MeasureValue?]? { nil }
    public func explain(_ subject: Subject, _ ask: Case<Self>) throws -> [Explanation] { [] }
    public func needs(of finding: Finding, _ ask: Case<Self>) throws -> [Need] { try ask.needsOfRecords(finding.subject) }
    public func layout(_ rule: Rule) -> ReportLayout? { nil }
    public func compare(_ provisions: [(provision: Provision, rule: Rule)], _ session: ReadingSession) {}
    public func review(_ provisions: [(provision: Provision, rule: Rule)], _ review: inout RecordReview) {}
}

extension AssessmentPlugin where Ledger == NoLedger {
    public func makeLedger(_ rules: [Rule], _ scope: LedgerScope) -> NoLedger { NoLedger() }
}

/// What a module keeps of a streamed kind: rows go by once, in batches.
public protocol RecordLedger: Sendable {
    /// The kind it wants to see, by name; nil for none.
    var kind: String? { get }
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
    public var kind: String? { nil }
    public init() {}
    public mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols) {}
    public mutating func join(_ other: NoLedger) {}
    public func save(_ writer: inout SnapshotWriter) {}
    public var zonesOfTraced: UInt64 { 0 }
    public mutating func restore(_ reader: inout SnapshotReader, isExcerpt: Bool) {}
}

/// What a ledger is made for.
public struct LedgerScope: Sendable {
    public let world: World
    public let symbols: Symbols
    /// The days that any rule may look at, and those of them that are not only there to tell where something began or ended.
    public let horizon: DayRange
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
    public let rule: Plugin.Rule
    public let provision: Provision
    public let unit: Period
    public let subjects: [Subject]
    public let evaluation: Evaluation
    public let ledger: Plugin.Ledger
    /// Whether the days asked for are a window that a rule names: what lies before it does not count then.
    public var isWindow = false
    let conditions: ConditionEvaluation
}

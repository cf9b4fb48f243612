public import CivilTime
internal import PolicyYAML

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

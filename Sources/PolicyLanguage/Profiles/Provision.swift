public import CivilTime
public import PolicyYAML

/// One rule as it stands on a day: the head that every provision has, and the body that its module read.
///
/// A class, because it is read once and handed to everything that judges and reports.
public final class Provision: Sendable {
    /// Its section and id.
    public let key: ProvisionKey
    /// A short name for people; the id where the profile gives none.
    public let name: String
    /// The clauses of the document that it follows from, as cited: `三（十一）`.
    public let clauses: [String]
    /// What it carries out, by the ids of the register of provisions.
    public let orders: [String]
    /// The document the clause is in.
    public let document: Document
    /// Effective day of the edition that set the clause.
    public let edition: Day
    /// The day from which it stands exactly so: that of the newest edition in force.
    public let version: Day
    /// What kind of subject it is about (`for:`).
    public let subject: SubjectKind
    package let filter: Filter
    /// Groups of those it would be about that it is not about (`except:`).
    public let exceptions: [NamedGroup]
    /// The unit of time that it is judged in; nil: it is judged once, over the whole period.
    public let per: TimeUnit?
    /// The first day from which it applies, where the profile gives one; nil: from the edition's day.
    package let appliesFrom: Day?
    /// The last day on which it applies; nil: it has no end of its own.
    public let until: Day?
    /// The edition's day, for a provision that binds the rest of the unit in which it was issued; nil: it binds from the next unit on.
    public let atOnceFrom: Day?
    /// The days of its only judgement, with the last day on which it can be done in time; nil for what is judged unit by unit.
    public let once: DayRange?
    /// How strong it is: a departure from what binds in principle is excused by a recorded reason, and nobody falls short of what is
    /// encouraged.
    public let strength: Strength
    /// Settings the document leaves open, each with its reason.
    public let discretion: [(setting: String, reason: String, node: Node)]
    /// A note of the profile for its reader.
    public let note: String?
    /// The provision's map, editions and defaults merged, every value with its place.
    public let node: Node
    /// What is shown to people as asked, in short.
    public let asked: [AskedNode]
    /// All that it asks: every setting of its module that the profile gives, in the profile's order.
    public let settings: [Node.Entry]
    /// What it gives for each subject and unit; the first is its principal measure.
    public let measures: [MeasureDeclaration]
    /// Its conditions, each before those inside it.
    package let branches: [ConditionBranch]
    /// The numbers that its comparisons compare with, in the order of reading.
    public let thresholds: [Threshold]
    package let rule: any SectionRule
    package let references: [MeasureReference]
    /// What must be so of its computed numbers.
    package let computed: [ExpressionCheck]
    /// Names of the record kinds that it counts.
    package let counted: Set<String>
    /// Its module, name and place, in bytes that a crash handler can write.
    package let label: [UInt8]

    init(
        key: ProvisionKey, name: String, clauses: [String], orders: [String], document: Document, edition: Day,
        version: Day, subject: SubjectKind,
        filter: Filter, exceptions: [NamedGroup], per: TimeUnit?, appliesFrom: Day?, until: Day?, atOnceFrom: Day?,
        once: DayRange?, strength: Strength,
        discretion: [(setting: String, reason: String, node: Node)], note: String?,
        node: Node, asked: [AskedNode], settings: [Node.Entry], measures: [MeasureDeclaration],
        branches: [ConditionBranch], thresholds: [Threshold], rule: any SectionRule,
        references: [MeasureReference], computed: [ExpressionCheck], counted: Set<String>
    ) {
        self.key = key
        self.name = name
        self.clauses = clauses
        self.orders = orders
        self.document = document
        self.edition = edition
        self.version = version
        self.subject = subject
        self.filter = filter
        self.exceptions = exceptions
        self.per = per
        self.appliesFrom = appliesFrom
        self.until = until
        self.atOnceFrom = atOnceFrom
        self.once = once
        self.strength = strength
        self.discretion = discretion
        self.note = note
        self.node = node
        self.asked = asked
        self.settings = settings
        self.measures = measures
        self.branches = branches
        self.thresholds = thresholds
        self.rule = rule
        self.references = references
        self.computed = computed
        self.counted = counted
        label = Array("\(key)（\(node.location.path):\(node.location.line)）".utf8)
    }

    /// What the document it orders to be drawn up holds; nil for provisions that judge.
    public var layout: ReportLayout? { rule.layout }

    /// `渝委农办〔2023〕23号 三（十一）`.
    public var citation: String { document.number + " " + clauses.joined(separator: "、") }

    /// Whether a span of days is a unit of its own; what has none is judged over the whole period.
    package func isJudged(in unit: Period, of period: Period) -> Bool {
        if let once { return unit.unit == nil && unit.days == once }
        return per.map { $0 == unit.unit } ?? (unit == period)
    }

    /// Whether it is judged at all on the day that decides for a unit.
    func applies(on day: Day) -> Bool {
        (appliesFrom.map { day >= $0 } ?? true) && (until.map { day <= $0 } ?? true)
    }
}

extension Provision {
    /// The keys that every provision can have: no module may have a setting of that name.
    public static let headKeys: Set<String> = [
        "id", "name", "clause", "clauses", "document", "orders", "strength", "for", "except", "per", "once", "starts",
        "applies_from", "until", "discretion", "note", "remove",
    ]
}

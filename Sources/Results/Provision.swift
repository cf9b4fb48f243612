public import CivilTime
public import Exact
public import Messages

/// A provision's name: its section and its id, stable over editions.
public struct ProvisionKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let section: String
    public let id: String
    public var description: String { section + "/" + id }

    package init(section: String, id: String) {
        self.section = section
        self.id = id
    }

    public static func < (a: ProvisionKey, b: ProvisionKey) -> Bool { (a.section, a.id) < (b.section, b.id) }
}

/// A number or name that a provision gives for each subject and unit.
public struct Measure: Sendable {
    public let name: String
    public let title: Text
    public let dimension: Dimension
    public let role: MeasureRole
    /// For names: all that it can be, when that is known.
    public let values: [String]?

    public init(name: String, title: Text, dimension: Dimension, role: MeasureRole, values: [String]?) {
        self.name = name
        self.title = title
        self.dimension = dimension
        self.role = role
        self.values = values
    }
}

/// A provision as it stands from a day on: what outcomes were judged under.
///
/// A class, because there are few and all that is told of them refers to them.
public final class JudgedProvision: Sendable {
    public let key: ProvisionKey
    /// The day from which it stands exactly so.
    public let version: Day
    /// A short name for people.
    public let name: String
    public let subject: SubjectKind
    /// The unit it is judged in; nil: once, at the end of the period.
    public let per: TimeUnit?
    /// The document's number.
    public let document: String
    public let clauses: [String]
    /// What it carries out, by the ids of the register.
    public let orders: [String]
    /// The day of the edition that set the clause.
    public let edition: Day
    public let path: String
    public let line: Int
    /// Every setting that the profile gives, in its order.
    public let asked: [AskedSetting]
    /// The keys of those that outcomes tell of as what was asked, in the order in which they tell them.
    public let told: [String]
    public let measures: [Measure]
    /// Why the office chose what the document leaves open.
    public let discretion: [String]
    /// What the document that it orders to be drawn up holds; nil for provisions that judge.
    public let layout: ReportLayout?

    public init(
        key: ProvisionKey, version: Day, name: String, subject: SubjectKind, per: TimeUnit?, document: String, clauses: [String], orders: [String],
        edition: Day, path: String, line: Int, asked: [AskedSetting], told: [String], measures: [Measure], discretion: [String], layout: ReportLayout? = nil
    ) {
        self.key = key
        self.version = version
        self.name = name
        self.subject = subject
        self.per = per
        self.document = document
        self.clauses = clauses
        self.orders = orders
        self.edition = edition
        self.path = path
        self.line = line
        self.asked = asked
        self.told = told
        self.measures = measures
        self.discretion = discretion
        self.layout = layout
    }

    /// `渝委农办〔2023〕23号 三（十一）`.
    public var citation: String { document + " " + clauses.joined(separator: "、") }
}

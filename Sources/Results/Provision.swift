package import CivilTime
public import Exact
public import Messages

/// A provision's name: its section and its id, stable over editions.
public struct ProvisionKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The module's id, under which a profile lists the provision: `attendance`.
    public let section: String
    /// The provision's own name, unique in its section: `three-in-village`.
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
    /// The measure's name, unique in its provision: `days_on_post`.
    public let name: String
    /// What the measure is called for people.
    public let title: Text
    /// What its numbers count; `Dimension.text` where it gives names.
    public let dimension: Dimension
    /// What it is among the provision's measures.
    public let role: MeasureRole
    /// For names: all that it can be, when that is known.
    public let values: [String]?

    /// A measure of a provision.
    ///
    /// - Parameters:
    ///   - name: by which other provisions refer to it.
    ///   - title: what it is called for people.
    ///   - dimension: what its numbers count.
    ///   - role: what it is among the measures of its provision.
    ///   - values: for names all that it can be; nil where that is not known, and for numbers.
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
package final class JudgedProvision: Sendable {
    /// The provision's section and id.
    package let key: ProvisionKey
    /// The day from which it stands exactly so.
    package let version: Day
    /// A short name for people.
    package let name: String
    /// What kind of subject is judged.
    package let subject: SubjectKind
    /// The unit it is judged in; nil: once, at the end of the period.
    package let per: TimeUnit?
    /// The document's number.
    package let document: String
    /// The clauses of the document that it stands on, as the profile cites them: `三（十一）`.
    package let clauses: [String]
    /// What it carries out, by the ids of the register.
    package let orders: [String]
    /// How strong it is: what people call a verdict follows from it.
    package let strength: Strength
    /// The day of the edition that set the clause.
    package let edition: Day
    /// The file of the profile that it is written in, as people are shown it.
    package let path: String
    /// The line on which it begins there, counted from 1.
    package let line: Int
    /// Every setting that the profile gives, in its order.
    package let asked: [AskedSetting]
    /// The keys of those that outcomes tell of as what was asked, in the order in which they tell them.
    package let told: [String]
    /// What it gives for each subject and unit; values come in this order.
    package let measures: [Measure]
    /// Why the office chose what the document leaves open.
    package let discretion: [String]
    /// What the document that it orders to be drawn up holds; nil for provisions that judge.
    package let layout: ReportLayout?

    /// A provision as it stands from a day on.
    ///
    /// - Parameters:
    ///   - key: its section and its id.
    ///   - version: the day from which it stands exactly so.
    ///   - name: a short name for people.
    ///   - subject: the kind of subject that it is about.
    ///   - per: the unit it is judged in; nil: once, at the end of the period.
    ///   - document: the number of the document that it stands on.
    ///   - clauses: where in the document.
    ///   - orders: what it carries out, by the ids of the register.
    ///   - strength: how strong it is.
    ///   - edition: the day of the edition that set the clause.
    ///   - path: the file that it is written in.
    ///   - line: counted from 1.
    ///   - asked: every setting that the profile gives, in its order.
    ///   - told: the keys of those that outcomes tell of as what was asked, in the order of telling.
    ///   - measures: what it gives, the principal one first.
    ///   - discretion: why the office chose what the document leaves open.
    ///   - layout: what the document that it orders to be drawn up holds; nil for provisions that judge.
    package init(
        key: ProvisionKey, version: Day, name: String, subject: SubjectKind, per: TimeUnit?, document: String,
        clauses: [String], orders: [String], strength: Strength = .must,
        edition: Day, path: String, line: Int, asked: [AskedSetting], told: [String], measures: [Measure],
        discretion: [String], layout: ReportLayout? = nil
    ) {
        self.key = key
        self.version = version
        self.name = name
        self.subject = subject
        self.per = per
        self.document = document
        self.clauses = clauses
        self.orders = orders
        self.strength = strength
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
    package var citation: String { document + " " + clauses.joined(separator: "、") }
}

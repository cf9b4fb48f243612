public import PolicyYAML

/// A measure, as a profile refers to it: `attendance.rate`, `scoring.quarter-score`, `absence.longest_run`.
public struct MeasureReference: Sendable, Hashable {
    /// The name as written: `section.measure`, `section.id.measure`, or `section.id` for a provision's principal
    /// measure.
    public let name: String
    let subject: SubjectKind
    /// Which provision refers to it.
    let provision: String
    package let node: ReferenceNode
    /// Compared with this, if anything: checked once it is known what the measure is.
    let comparison: Comparison?
    /// Any dimension will do when nil.
    let asked: Dimension?
    /// How far back it is read: a window, or so many units running.
    package var window: Window?
    package var consecutive = 1
    /// How many years before that it is read too.
    package var yearsBack = 0
    /// Its own units are gathered: it must have some.
    var isGathered = false
    /// A name will not do.
    var mustBeNumber = false
    /// What gives it must be judged by units that the reader's hold: its findings are looked up, not its values.
    var mustHaveUnits = false
    /// Of the comparison only the unit matters, not whether it can hold.
    var comparesUnitsOnly = false

    /// Whether it is read of days before the judged unit.
    var looksBack: Bool { consecutive > 1 || window != nil || yearsBack > 0 }

    public static func == (a: MeasureReference, b: MeasureReference) -> Bool {
        a.name == b.name && a.subject == b.subject
    }
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(subject)
    }
}

/// A node is not hashable; only its place matters here.
package struct ReferenceNode: Sendable {
    package let node: Node
}

/// What must hold for something to follow. Three-valued: what the records do not say is unknown.
/// A tree: `all`, `any` and `not` join conditions, each with its place in the profile; a leaf compares a measure, the
/// number of some records, a field of the subject, a sum over records, or numbers computed from these.
public indirect enum Condition: Sendable {
    case all([Condition], Node)
    case any([Condition], Node)
    case not(Condition, Node)
    case measure(MeasureTest)
    case count(CountTest)
    case field(FieldTest)
    case sum(SumTest)
    case compared(ComparedTest)
}

extension Condition {
    /// Where it stands.
    package var node: Node {
        switch self {
        case .all(_, let node), .any(_, let node), .not(_, let node): node
        case .measure(let test): test.node
        case .count(let test): test.node
        case .field(let test): test.node
        case .sum(let test): test.node
        case .compared(let test): test.node
        }
    }
}

/// A measure compared, over a window or in each of several units running.
public struct MeasureTest: Sendable {
    /// The measure that is compared.
    package let measure: MeasureReference
    /// What its value must fulfil.
    package let comparison: Comparison
    /// Nil: the unit itself.
    package let window: Window?
    /// What its values in the window's units come to; nil: its value over the window.
    package let gathered: Gathered?
    /// In each of the last so many units.
    package let consecutive: Int
    /// The condition's map in the profile.
    package let node: Node
}

/// Records of a kind counted, with a filter and a window, and the count compared.
public struct CountTest: Sendable {
    /// The records that are counted.
    public let records: CountedRecords
    /// The index of the column of which only the different values count; nil: every row counts.
    package let distinct: Int?
    /// What counts of a fact that is told in ways that disagree.
    package let disagreeing: Disagreeing
    /// What the count must fulfil.
    package let comparison: Comparison
    /// The days in which a row must lie; nil: the unit itself.
    package let window: Window?
    /// In each of the last so many units.
    package let consecutive: Int
    /// The condition's map in the profile.
    package let node: Node
}

/// A field of the subject itself.
public struct FieldTest: Sendable {
    package let field: SubjectField
    package let test: Filter.Test
    /// The condition's map in the profile.
    package let node: Node
}

/// A column summed over records with a filter and a window, or one sum over another, compared.
public struct SumTest: Sendable {
    /// The records that are summed.
    public let records: CountedRecords
    package let of: Int
    /// The column that the sum is a share of.
    package let over: Int?
    /// What counts of a fact that is told in ways that disagree.
    package let disagreeing: Disagreeing
    /// What the sum, or the share of the second sum, must fulfil.
    package let comparison: Comparison
    /// The days in which a row must lie; nil: the unit itself.
    package let window: Window?
    /// The condition's map in the profile.
    package let node: Node
}

extension ValueType where Value == Condition {
    /// A condition, as `{measure: attendance.rate, below: 2/3}` or `{all: […]}`; what it refers to is noted in the
    /// session.
    public static let condition = ValueType(
        name: Text(
            "条件：all、any、not、measure、count、sum、field 或 growth",
            "a condition: all, any, not, measure, count, sum, field or growth"),
        node: { node, session in ConditionReader.read(node, session) })
}

extension ValueType where Value == MeasureReference {
    /// A measure of any dimension.
    public static let measure = measure(nil)

    /// A measure that must have this dimension.
    ///
    /// - Parameters:
    ///   - asked: the dimension; nil for any.
    ///   - subject: whose measure it is; nil: of those whom the provision is about.
    public static func measure(_ asked: Dimension?, of subject: SubjectKind? = nil) -> ValueType {
        ValueType(name: Text("指标，如 attendance.rate", "a measure such as attendance.rate")) { node, session in
            guard let name = node.text, !name.isEmpty else {
                session.report(.wrongShape(node, expected: Text("指标名称", "a measure's name")))
                return nil
            }
            let reference = MeasureReference(
                name: name, subject: subject ?? session.subject, provision: session.provision,
                node: ReferenceNode(node: node), comparison: nil, asked: asked)
            session.references.append(reference)
            return reference
        }
    }

    /// A provision of a section, by its id: its principal measure.
    public static func provision(of section: String) -> ValueType {
        let name = Text("\(section) 中条款的 id", "the id of a provision of '\(section)'")
        return ValueType(name: name) { node, session in
            guard let id = node.text, !id.isEmpty else {
                session.report(.wrongShape(node, expected: name))
                return nil
            }
            var reference = MeasureReference(
                name: "\(section).\(id)", subject: session.subject, provision: session.provision,
                node: ReferenceNode(node: node), comparison: nil, asked: nil)
            reference.mustHaveUnits = true
            session.references.append(reference)
            return reference
        }
    }
}

extension ReadingSession {
    /// Asks that a measure be a number, in the unit of one written elsewhere: a full mark, a threshold.
    /// Whether it is so is known, and reported, once the measure has been found.
    public func expectNumber(_ measure: MeasureReference, like node: Node? = nil) {
        let quantity = node?.text.flatMap { Quantity($0) }
        let part = quantity.flatMap { quantity in
            node.map { Comparison.Part(word: .equals, operands: [.number(quantity)], node: $0) }
        }
        expect(measure, isNumber: true, part.map { Comparison(parts: [$0]) })
    }

    /// Asks that a measure can have these names: the bands of a ranking.
    public func expectNames(_ measure: MeasureReference, in node: Node) {
        for node in node.items ?? [node] {
            guard let text = node.text else { continue }
            expect(
                measure, isNumber: false,
                Comparison(parts: [Comparison.Part(word: .equals, operands: [.text(text)], node: node)]))
        }
    }

    private func expect(_ measure: MeasureReference, isNumber: Bool, _ comparison: Comparison?) {
        // The stand-in for a measure that could not be read is no measure of the profile.
        guard references.contains(where: { $0.node.node.file === measure.node.node.file }) else { return }
        var reference = MeasureReference(
            name: measure.name, subject: measure.subject, provision: measure.provision, node: measure.node,
            comparison: comparison, asked: nil)
        reference.mustBeNumber = isNumber
        reference.comparesUnitsOnly = true
        references.append(reference)
    }
}

extension ValueType where Value == Comparison {
    /// A comparison of its own, such as a step of a table: `{above: 7 days, at_most: 15 days}`.
    public static func comparison(_ dimension: Dimension) -> ValueType {
        let name = Text(
            "比较：at_least、at_most、above、below、equals、in（\(dimension.title.zh)）",
            "a comparison: at_least, at_most, above, below, equals, in (\(dimension.title.en))")
        return ValueType(name: name) { node, session in
            guard node.entries != nil else {
                session.report(.wrongShape(node, expected: name))
                return nil
            }
            for entry in node.entries ?? [] where !Comparison.keys.contains(entry.key.text ?? "") {
                session.report(
                    .notOneOf(entry.key, entry.key.text ?? "", words: Comparison.Word.allCases.map(\.rawValue)))
            }
            guard let comparison = Comparison(node, session) else { return nil }
            comparison.check(against: dimension, values: nil, session)
            return comparison
        }
    }
}

public import PolicyYAML

/// A number that is computed for a subject: what a measure, a count, a sum or a field of it comes to, with others added, taken off and
/// multiplied: `{fixed: 7000 yuan, less: {field: income_per_head}, times: {field: members}}`.
public struct Expression: Sendable {
    package indirect enum Term: Sendable {
        case number(Quantity)
        case measure(MeasureReference, Gathered?)
        case count(CountedRecords, distinct: Int?, Disagreeing, Window?)
        case sum(CountedRecords, of: Int, over: Int?, Disagreeing, Window?)
        case field(SubjectField)
        /// The days of the unit from the one in a column of the subject to the eve of the first in others; over so many, as a share.
        case days(from: SubjectField, until: [SubjectField], over: Fraction?)
        /// By what share of the earlier number the other is more than it.
        case growth(Expression, since: Earlier)
        case earlier(Expression, Earlier)
    }

    package let term: Term
    package let plus: [Expression]
    package let less: [Expression]
    /// Only so much counts, before it is multiplied.
    package let capped: Fraction?
    package let times: [Expression]
    /// Where it stands in the profile.
    public let node: Node

    init(
        _ term: Term, plus: [Expression] = [], less: [Expression] = [], capped: Fraction? = nil,
        times: [Expression] = [], node: Node
    ) {
        self.term = term
        self.plus = plus
        self.less = less
        self.capped = capped
        self.times = times
        self.node = node
    }
}

/// An earlier time with which the judged unit is compared.
package enum Earlier: String, Sendable, CaseIterable {
    /// The unit of the same name a year before.
    case lastYear = "last_year"
    /// The unit that ended on the eve.
    case unitBefore = "unit_before"

    /// As part of a sentence: `上年同期的`, `last year's`.
    package var text: Text {
        switch self {
        case .lastYear: Text("上年同期", "last year")
        case .unitBefore: Text("上一期", "the unit before")
        }
    }
}

/// What a measure over a span comes to, of its values in its own units.
public enum Gathered: String, Sendable, CaseIterable {
    /// Their sum over their number.
    case mean
    /// The least of them.
    case lowest
    /// The greatest of them.
    case highest
    /// Their sum.
    case total

    package var text: Text {
        switch self {
        case .mean: Text("平均", "mean")
        case .lowest: Text("最低", "lowest")
        case .highest: Text("最高", "highest")
        case .total: Text("合计", "total")
        }
    }
}

/// Computed numbers compared: `{growth: {…}, at_least: {growth: {…}}}`.
public struct ComparedTest: Sendable {
    package let left: Expression
    package let parts: [(word: ComparisonWord, right: Expression)]
    /// The condition's map in the profile.
    public let node: Node
}

/// What must be so of computed numbers, checked once it is known what the measures in them are.
package struct ExpressionCheck: Sendable {
    let expression: Expression
    /// What it is compared with; nil: it must be of the dimension.
    let other: Expression?
    let dimension: Dimension?
}

extension ValueType where Value == Gathered {
    /// `mean`, `lowest`, `highest` or `total`.
    public static let gathered = ValueType<String>.oneOf(Gathered.allCases.map(\.rawValue)).map {
        Gathered(rawValue: $0)
    }
}

extension ReadingSession {
    /// Asks that a measure be judged by units of time, which are gathered.
    public func expectUnits(_ measure: MeasureReference) {
        guard references.contains(where: { $0.node.node.file === measure.node.node.file }) else { return }
        var reference = measure
        reference.isGathered = true
        references.append(reference)
    }
}

extension ValueType where Value == Expression {
    /// A number of this dimension that is computed for each subject.
    public static func expression(_ dimension: Dimension) -> ValueType {
        let name = Text(
            "算式（\(dimension.title.zh)）：fixed、measure、count、sum、field 或 days_from，可加 plus、less、capped、times",
            "a computed number (\(dimension.title.en)): fixed, measure, count, sum, field or days_from, with plus, less, capped, times"
        )
        return ValueType(name: name) { node, session in
            guard let read = ExpressionReader.operand(node, of: nil, session) else { return nil }
            session.computed.append(ExpressionCheck(expression: read, other: nil, dimension: dimension))
            return read
        }
    }
}

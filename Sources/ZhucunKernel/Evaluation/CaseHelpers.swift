public import CivilTime
internal import PolicyYAML

extension Case {
    /// The same case for one subject.
    public func only(_ subject: Subject) -> Case {
        Case(rule: rule, provision: provision, unit: unit, subjects: [subject], evaluation: evaluation, ledger: ledger)
    }

    /// The vocabulary that stands with the provision.
    public var words: Words { evaluation.rules(with: provision)?.words ?? .none }

    /// A measure's values for the case's subjects, in its unit.
    public func values(of measure: MeasureReference) throws -> [MeasureValue?] {
        try evaluation.values(of: measure, for: subjects, in: unit, as: provision)
    }

    /// Whether a condition holds for a subject at the end of the unit, and why.
    public func truth(of condition: Condition, for subject: Subject) throws -> Reasoned {
        try ConditionEvaluation(evaluation: evaluation, provision: provision, unit: unit, subject: subject, words: words).truth(of: condition)
    }
}

extension Evaluation {
    /// Levels of the units that a cadre is sent by, on a day.
    public func unitLevels(of subject: Subject, on day: Day) -> [String] {
        fieldValues("level", of: subject, in: DayRange(day))
    }
}

/// A kind of record and a filter over its fields.
public struct CountedRecords: Sendable {
    public let kind: RecordKind
    public let filter: Filter
}

extension ValueType where Value == CountedRecords {
    /// `{incident: {kind: off_post}}`.
    public static let counted = ValueType(
        name: Text("{记录种类: {字段: 值}}", "{kind of record: {field: value}}"),
        node: { node, session in ConditionReader.counted(node, session) })
}

public import PolicyYAML

/// A kind of record and a filter over its fields.
public struct CountedRecords: Sendable {
    public let kind: RecordKind
    public let filter: Filter

    /// A column by its name; nil, and reported, when the kind has none.
    public func column(_ node: Node, _ session: ReadingSession) -> Int? {
        ConditionReader.column(node, of: kind, session)
    }

    /// A column that holds numbers; nil, and reported, when there is none of that name.
    public func numberColumn(_ node: Node, _ session: ReadingSession) -> Int? { ConditionReader.column(node, of: kind, session) { $0.dimension != nil } }

    /// A column that holds names; nil, and reported, when there is none of that name.
    public func nameColumn(_ node: Node, _ session: ReadingSession) -> Int? { ConditionReader.column(node, of: kind, session) { $0.isSymbol } }

    /// What the numbers of a column count; nil for a column without numbers.
    public func dimension(of column: Int) -> Dimension? { kind.columns[column].type.dimension }

    public func title(of column: Int) -> Text { Text(kind.columns[column].chineseName, kind.columns[column].name) }

    /// The rows that pass, for subjects of a kind.
    public func rows(of subjects: SubjectKind, _ evaluation: Evaluation) -> CountedRows { CountedRows(kind, filter, of: subjects, evaluation) }
}

extension ValueType where Value == CountedRecords {
    /// `{incident: {kind: off_post}}`.
    public static let counted = ValueType(
        name: Text("{记录种类: {字段: 值}}", "{kind of record: {field: value}}"),
        node: { node, session in ConditionReader.counted(node, session) })
}

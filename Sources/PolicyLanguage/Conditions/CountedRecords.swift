public import PolicyYAML

/// A kind of record and a filter over its fields.
public struct CountedRecords: Sendable {
    /// The kind whose rows are meant; it names subjects, so that its rows can be counted for them.
    public let kind: RecordKind
    /// Only rows that pass it are meant.
    public let filter: Filter
    /// Where the subject is: records about this are meant; nil: records about the subject itself.
    package let about: RecordPlace?
    /// Only what stands on the last day counts, since whenever: it was begun, and has not ended.
    package let standsAtEnd: Bool

    /// The index of a column that a profile names; nil, and reported, when the kind has none of that name.
    public func column(_ node: Node, _ session: ReadingSession) -> Int? {
        ConditionReader.column(node, of: kind, session)
    }

    /// The index of a column that holds numbers; nil, and reported, when there is none of that name.
    public func numberColumn(_ node: Node, _ session: ReadingSession) -> Int? {
        ConditionReader.column(node, of: kind, session) { $0.dimension != nil }
    }

    /// The index of a column that holds names; nil, and reported, when there is none of that name.
    public func nameColumn(_ node: Node, _ session: ReadingSession) -> Int? {
        ConditionReader.column(node, of: kind, session) { $0.isSymbol }
    }

    /// What the numbers of a column count; nil for a column without numbers.
    public func dimension(of column: Int) -> Dimension? { kind.columns[column].type.dimension }

    /// What a column is called: its Chinese header, and in English its name in the file.
    public func title(of column: Int) -> Text { Text(kind.columns[column].chineseName, kind.columns[column].name) }
}

extension ValueType where Value == CountedRecords {
    /// `{incident: {kind: off_post}}`; `{activity: {kind: award}, about: village}`: about the village where the subject is then;
    /// `{commitment: {kind: plan}, held: at_end}`: which stands at the end.
    public static let counted = ValueType(
        name: Text(
            "{记录种类: {字段: 值}}，可加 about: village（所在村的记录）、held: at_end（期末还在的）",
            "{kind of record: {field: value}}, with about: village for those about where one is, held: at_end for what stands at the end"
        ),
        node: { node, session in ConditionReader.counted(node, session) })
}

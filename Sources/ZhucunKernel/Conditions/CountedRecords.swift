public import CivilTime
public import PolicyYAML

/// A kind of record and a filter over its fields.
public struct CountedRecords: Sendable {
    public let kind: RecordKind
    public let filter: Filter

    public func text(_ words: Words) -> Text {
        let filter = self.filter.text(kind, words)
        return Text(kind.about.title.zh + filter.zh, kind.about.title.en + filter.en)
    }

    /// A column by its name; nil, and reported, when the kind has none.
    public func column(_ node: Node, _ session: ReadingSession) -> Int? {
        ConditionReader.column(node, of: kind, session)
    }

    /// What the numbers of a column count; nil for a column without numbers.
    public func dimension(of column: Int) -> Dimension? { kind.columns[column].type.dimension }

    public func title(of column: Int) -> Text { Text(kind.columns[column].chineseName, kind.columns[column].name) }

    /// How many rows, or how many different values of a column they hold.
    public func number(of rows: [Int], _ distinct: Int?, _ evaluation: Evaluation) -> Fraction {
        guard let distinct else { return Fraction(rows.count) }
        let table = evaluation.records.table(kind)
        return Fraction(Set(rows.map { table.columns[distinct][$0] }.filter { $0 != RecordTable.missing }).count)
    }

    /// The sum of a column; nil when it is too large to be exact.
    public func sum(of column: Int, _ rows: [Int], _ evaluation: Evaluation) -> Fraction? {
        let table = evaluation.records.table(kind)
        return try? rows.compactMap { table.number(column, $0) }.reduce(.zero) { try $0 + $1 }
    }

    /// The day of a row; nil for a kind that is not dated by days.
    public func day(of row: Int, _ evaluation: Evaluation) -> Day? {
        guard let date = kind.date, case .day = kind.columns[date].type else { return nil }
        let raw = evaluation.records.table(kind).columns[date][row]
        return raw == RecordTable.missing ? nil : Day(raw: raw)
    }

    /// The period that a row says it stands for.
    public func period(of row: Int, _ evaluation: Evaluation) -> Period? {
        kind.period.flatMap { evaluation.records.table(kind).text($0, row, evaluation.symbols) }.flatMap { Period($0) }
    }

    /// A text in a row.
    public func text(_ column: Int, of row: Int, _ evaluation: Evaluation) -> String? {
        evaluation.records.table(kind).text(column, row, evaluation.symbols)
    }
}

extension ValueType where Value == CountedRecords {
    /// `{incident: {kind: off_post}}`.
    public static let counted = ValueType(
        name: Text("{记录种类: {字段: 值}}", "{kind of record: {field: value}}"),
        node: { node, session in ConditionReader.counted(node, session) })
}

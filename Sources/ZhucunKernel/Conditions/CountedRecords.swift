public import CivilTime
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

    /// How many rows, or how many different values of a column they hold.
    public func number(of rows: [Int], _ distinct: Int?, _ evaluation: Evaluation) -> Fraction {
        distinct.map { evaluation.records.table(kind).number(of: rows, distinct: $0) } ?? Fraction(rows.count)
    }

    /// The number in a row; nil where it does not say.
    public func number(_ column: Int, of row: Int, _ evaluation: Evaluation) -> Fraction? { evaluation.records.table(kind).number(column, row) }

    /// The sum of a column; nil where a row does not say, or when it is too large to be exact.
    public func sum(of column: Int, _ rows: [Int], _ evaluation: Evaluation) -> Fraction? {
        evaluation.records.table(kind).sum(of: column, rows)
    }

    /// The day of a row; nil for a kind that is not dated by days.
    public func day(of row: Int, _ evaluation: Evaluation) -> Day? {
        guard let date = kind.date, case .day = kind.columns[date].type else { return nil }
        let raw = evaluation.records.table(kind).columns[date][row]
        return raw == RecordTable.missing ? nil : Day(raw: raw)
    }

    /// The period that a row says it stands for.
    public func period(of row: Int, _ evaluation: Evaluation) -> Period? {
        kind.period.flatMap { evaluation.records.table(kind).text($0, row, evaluation.symbols) }.flatMap { evaluation.period(named: $0) }
    }

    /// A text in a row.
    public func text(_ column: Int, of row: Int, _ evaluation: Evaluation) -> String? {
        evaluation.records.table(kind).text(column, row, evaluation.symbols)
    }
}

extension RecordTable {
    /// How many different values of a column some rows hold.
    func number(of rows: [Int], distinct column: Int) -> Fraction {
        // Few rows are sooner compared with each other than put in a set.
        let values = columns[column]
        guard rows.count > 8 else {
            return Fraction(rows.indices.count { place in
                let value = values[rows[place]]
                return value != RecordTable.missing && !rows[..<place].contains { values[$0] == value }
            })
        }
        return Fraction(Set(rows.lazy.map { values[$0] }.filter { $0 != RecordTable.missing }).count)
    }

    /// The sum of a column; nil where a row does not say, or when it is too large to be exact.
    func sum(of column: Int, _ rows: [Int]) -> Fraction? {
        var sum = Fraction.zero
        for row in rows {
            guard let number = number(column, row), let next = try? sum + number else { return nil }
            sum = next
        }
        return sum
    }
}

extension ValueType where Value == CountedRecords {
    /// `{incident: {kind: off_post}}`.
    public static let counted = ValueType(
        name: Text("{记录种类: {字段: 值}}", "{kind of record: {field: value}}"),
        node: { node, session in ConditionReader.counted(node, session) })
}

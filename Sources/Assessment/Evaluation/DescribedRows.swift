internal import CivilTime
public import PolicyYAML

extension Evaluation {
    /// Rows as steps of an explanation.
    public func steps(_ rows: [Int], of kind: RecordKind) -> [Explanation] {
        rows.map { Explanation(describe($0, kind)) }
    }

    /// One row on a line, without whom it is first about.
    public func describe(_ row: Int, _ kind: RecordKind) -> Text {
        let table = records.table(kind)
        let parts = kind.columns.indices.compactMap { index -> (zh: String, en: String)? in
            let column = kind.columns[index]
            guard index != kind.naming.first, let value = value(table, index, row) else { return nil }
            return ("\(column.chineseName) \(value)", "\(column.name) \(value)")
        }
        return Text(parts.map(\.zh).joined(separator: "，"), parts.map(\.en).joined(separator: ", "))
    }

    private func value(_ table: RecordTable, _ column: Int, _ row: Int) -> String? {
        if case .day = table.kind.columns[column].type {
            let raw = table.columns[column][row]
            return raw == RecordTable.missing ? nil : Day(raw: raw).description
        }
        return table.kind.columns[column].type.isSymbol
            ? table.text(column, row, symbols) : table.number(column, row)?.exactText
    }
}

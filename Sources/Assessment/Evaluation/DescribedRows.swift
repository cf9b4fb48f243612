internal import CivilTime
public import PolicyYAML

extension Evaluation {
    /// Rows as steps of an explanation of a subject.
    public func steps(_ rows: [Int], of kind: RecordKind, about subject: Subject) -> [Explanation] {
        rows.map { Explanation(describe($0, kind, about: subject)) }
    }

    /// One row on a line, without the columns that say that it is about the subject.
    public func describe(_ row: Int, _ kind: RecordKind, about subject: Subject) -> Text {
        let table = records.table(kind)
        let (own, words) = (world.identifier(of: subject), policy.snapshot(on: period.last)?.words ?? .none)
        let parts = kind.columns.indices.compactMap { index -> Text? in
            let column = kind.columns[index]
            guard let value = value(table, index, row, words), !(kind.naming.contains(index) && value.zh == own) else {
                return nil
            }
            return Text("\(column.chineseName) \(value.zh)", "\(column.name) \(value.en)")
        }
        return Text(parts.map(\.zh).joined(separator: "，"), parts.map(\.en).joined(separator: ", "))
    }

    /// A field for people: words by their titles, numbers with their units.
    private func value(_ table: RecordTable, _ column: Int, _ row: Int, _ words: Words) -> Text? {
        let type = table.kind.columns[column].type
        switch type {
        case .day, .flag:
            let raw = table.columns[column][row]
            guard raw != RecordTable.missing else { return nil }
            return type == .flag
                ? raw == 1 ? Text("是", "yes") : Text("否", "no") : Text(same: Day(raw: raw).description)
        case _ where type.isSymbol: return table.text(column, row, symbols).map { words.title($0, of: type) }
        default:
            return table.number(column, row).map { MeasureValue.number($0).readable(as: type.dimension ?? .count) }
        }
    }
}

extension Words {
    /// What stands in a column, for people: each of its words by its title.
    func title(_ text: String, of type: ColumnType) -> Text {
        guard let group = type.group else { return Text(same: text) }
        let titles = text.split(separator: ";").map { title(String($0), in: group) }
        return Text(titles.map(\.zh).joined(separator: "、"), titles.map(\.en).joined(separator: ", "))
    }
}

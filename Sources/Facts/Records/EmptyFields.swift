package import Messages

/// How many fields of a column are empty that say: nobody wrote it down.
package struct EmptyFields: Sendable {
    /// The file's name, such as `leaves.csv`.
    package let file: String
    /// The column's English name.
    package let column: String
    /// What the column is called for people.
    package let title: Text
    /// How many fields are empty, at least 1.
    package let count: Int

    /// Of the columns of a table whose empty fields leave open what hangs on them.
    static func count(_ table: RecordTable) -> [EmptyFields] {
        table.kind.columns.enumerated().compactMap { index, column in
            guard !column.isRequired, !column.type.isDerived, column.empty == .unknown else { return nil }
            let count = (0..<table.count).count { table.columns[index][$0] == RecordTable.missing }
            return count == 0
                ? nil
                : EmptyFields(
                    file: table.kind.file, column: column.name, title: Text(column.chineseName, column.name),
                    count: count)
        }
    }
}

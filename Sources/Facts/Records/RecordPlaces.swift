import Messages

/// Where a row is, and what it is called.
extension RecordImport {
    /// The same, with the record that it is about.
    func about(_ reader: borrowing CSVReader, _ diagnostic: Diagnostic) -> Diagnostic {
        func text(_ column: Int) -> String {
            header.positions[column].flatMap { $0 < reader.fields.count ? reader.text(reader.fields[$0]) : nil } ?? ""
        }
        let own = kind.identifier.map(text) ?? ""
        var copy = diagnostic
        copy.record =
            (own.isEmpty
            ? RecordReference(kind, content: kind.columns.indices.map(text)) : RecordReference(kind, identifier: own))
            .description
        return copy
    }

    /// Where the row has a column.
    func place(_ column: Int, _ reader: borrowing CSVReader) -> Location {
        location(reader, header.positions[column].flatMap { $0 < reader.fields.count ? reader.fields[$0] : nil })
    }

    func location(_ reader: borrowing CSVReader, _ field: CSVField?) -> Location {
        reader.location(of: field, in: shownPath)
    }
}

extension CSVReader {
    /// Where a field of the row stands in a file; nil: the row.
    borrowing func location(of field: CSVField?, in path: String) -> Location {
        let shown = lineText
        guard let field else { return Location(path: path, line: line, column: 1, endColumn: 1, lineText: shown) }
        let column = column(of: field)
        let width = max(1, text(field).unicodeScalars.count + (field.isScratch ? 2 : 0))
        return Location(path: path, line: line, column: column, endColumn: column + width, lineText: shown)
    }
}

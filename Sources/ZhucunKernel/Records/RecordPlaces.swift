import PolicyYAML

/// Where a row is, and what it is called.
extension RecordImport {
    /// The same, with the record that it is about.
    func about(_ reader: borrowing CSVReader, _ diagnostic: Diagnostic) -> Diagnostic {
        func text(_ column: Int) -> String { positions[column].flatMap { $0 < reader.fields.count ? reader.text(reader.fields[$0]) : nil } ?? "" }
        let own = kind.identifier.map(text) ?? ""
        var copy = diagnostic
        copy.record = (own.isEmpty ? RecordReference(kind, content: kind.columns.indices.map(text)) : RecordReference(kind, identifier: own)).description
        return copy
    }

    /// Where the row has a column.
    func place(_ column: Int, _ reader: borrowing CSVReader) -> Location {
        location(reader, positions[column].flatMap { $0 < reader.fields.count ? reader.fields[$0] : nil })
    }

    func location(_ reader: borrowing CSVReader, _ field: CSVField?) -> Location {
        let line = reader.lineText
        guard let field else { return Location(path: shownPath, line: reader.line, column: 1, endColumn: 1, lineText: line) }
        let column = reader.column(of: field)
        let width = max(1, reader.text(field).unicodeScalars.count + (field.isScratch ? 2 : 0))
        return Location(path: shownPath, line: reader.line, column: column, endColumn: column + width, lineText: line)
    }
}

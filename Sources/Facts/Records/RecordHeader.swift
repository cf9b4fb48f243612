import Messages

/// The first line of a record file: where it has each column of its kind.
struct RecordHeader {
    /// One for each column of the kind; nil where the file does not have it.
    private(set) var positions: [Int?] = []
    /// How many columns the line names.
    private(set) var count = 0

    /// Nil when rows cannot be read by it; reported then, as are names that nobody knows.
    static func read(
        _ reader: borrowing CSVReader, _ kind: RecordKind, _ path: String, _ diagnostics: inout Diagnostics,
        _ faults: inout Faults
    ) -> RecordHeader? {
        var header = RecordHeader()
        header.positions = Array(repeating: nil, count: kind.columns.count)
        // Empty names at the end are columns that a spreadsheet once had.
        header.count = reader.fields.reversed().drop { $0.start == $0.end }.count
        var isComplete = true
        let names = kind.columnsByPlainName
        let unnamed = reader.fields[..<header.count].indices.filter {
            reader.fields[$0].start == reader.fields[$0].end
        }
        if let first = unnamed.first {
            diagnostics.report(.unnamedColumns(unnamed.count, at: reader.location(of: reader.fields[first], in: path)))
        }
        for (index, field) in reader.fields.enumerated() where field.start < field.end {
            let name = reader.text(field)
            guard let column = names[HeaderName.plain(name)] else {
                let cause = Faults.Cause(kind: .header)
                if faults.count(cause, name) {
                    faults.show(cause, name, .unknownColumn(name, kind, at: reader.location(of: field, in: path)))
                }
                continue
            }
            if header.positions[column] != nil {
                diagnostics.report(.repeatedColumn(name, at: reader.location(of: field, in: path)))
                isComplete = false
            }
            header.positions[column] = index
        }
        for (index, column) in kind.columns.enumerated()
        where column.isRequired && header.positions[index] == nil && !column.type.isDerived {
            diagnostics.report(.missingColumn(column, at: reader.location(of: nil, in: path)))
            isComplete = false
        }
        return isComplete ? header : nil
    }
}

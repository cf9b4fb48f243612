package import Messages

/// Lines of text, padded by display width. What data could break or forge a line with is spelled out.
package struct TextPage {
    package let language: Language
    package private(set) var bytes: [UInt8] = []

    package init(language: Language) { self.language = language }

    package mutating func line(_ text: Text) { line(text(language)) }
    package mutating func line(_ string: String) {
        bytes.add(onOneLine(string))
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The same without the columns that are empty for all.
    package mutating func compactTable(_ rows: [[String]], indent: String) {
        let columns = (rows.first?.indices ?? 0..<0).filter { column in rows.contains { !$0[column].isEmpty } }
        table(rows.map { row in columns.map { row[$0] } }, indent: indent)
    }

    /// Columns of a table; the last is not padded.
    package mutating func table(_ rows: [[String]], indent: String) {
        guard let columns = rows.first?.count else { return }
        let rows = rows.map { $0.map(onOneLine) }
        let widths = rows.map { $0.dropLast().map { displayWidth($0) } }
        let widest = (0..<max(0, columns - 1)).map { column in widths.map { $0[column] }.max() ?? 0 }
        for (row, widths) in zip(rows, widths) {
            bytes.add(indent)
            for column in row.indices {
                bytes.add(row[column])
                if column < columns - 1 {
                    bytes.append(
                        contentsOf: repeatElement(UInt8(ascii: " "), count: widest[column] - widths[column] + 2))
                }
            }
            while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
            line("")
        }
    }
}

internal import CLibXLSXWriter
package import Messages

/// The tables of a file as they came, with the cells marked that stand in the way and a last column that says why: to be mended and
/// imported again.
package enum MarkedWorkbook {
    private static let notes = HeaderNotes.name

    /// Nil when it cannot be written.
    package static func bytes(_ path: String, _ problems: [ImportPlan.Problem], _ language: Language) -> [UInt8]? {
        guard let file = try? ForeignFile(path: path), let book = WorkbookFile() else { return nil }
        let bad = book.format { format_set_bg_color($0, 0xFFC7CE) }
        let own = Dictionary(grouping: problems.filter { $0.file == path && $0.cell != nil }) { $0.cell?.sheet ?? "" }
        for table in file.tables {
            guard let sheet = book.sheet(table.name) else { return nil }
            let faults = Dictionary(grouping: own[table.name] ?? []) { $0.cell?.row ?? 0 }
            // A file that was marked before has the column already.
            let width = table.rows.map(\.cells.count).max() ?? 0
            let before = table.rows.lazy.compactMap { $0.cells.firstIndex(of: notes) }.first
            let column = before ?? width
            var hasTitle = before != nil
            for row in table.rows {
                let line = UInt32(clamping: row.number - 1)
                let marked = Set((faults[row.number] ?? []).compactMap { $0.cell?.column })
                for (place, text) in row.cells.enumerated() where !text.isEmpty && (place != before || text == notes) {
                    worksheet_write_string(
                        sheet, line, UInt16(clamping: place), text, marked.contains(place) ? bad : nil)
                }
                for place in marked where row[place].isEmpty {
                    worksheet_write_blank(sheet, line, UInt16(clamping: place), bad)
                }
                let said = (faults[row.number] ?? []).map { fault in
                    fault.reason(language)
                        + (fault.proposal.map { language == .zh ? "；建议：\($0)" : "; proposal: \($0)" } ?? "")
                }
                guard !said.isEmpty else { continue }
                if !hasTitle, let first = table.rows.first(where: { $0.cells.count * 2 > width }) {
                    worksheet_write_string(
                        sheet, UInt32(clamping: first.number - 1), UInt16(clamping: column), notes, nil)
                    hasTitle = true
                }
                worksheet_write_string(
                    sheet, line, UInt16(clamping: column), String(said.joined(separator: "\n").prefix(2000)), bad)
            }
            worksheet_set_column(sheet, UInt16(clamping: column), UInt16(clamping: column), 60, nil)
        }
        return book.finish()
    }
}

/// The header of the column in which a marked workbook says what is wrong; nothing is imported of it.
enum HeaderNotes {
    static let name = "导入备注"
}

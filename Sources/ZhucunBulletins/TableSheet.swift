internal import CLibXLSXWriter
internal import Messages

/// A table on a sheet: title, head, rows, totals, remark.
struct TableSheet {
    let table: Bulletin.Table
    let title: Text
    let language: Language

    init(_ table: Bulletin.Table, title: Text, _ language: Language) {
        self.table = table
        self.title = title
        self.language = language
    }

    private static let titleRow = 0
    private static let headRow = 1

    func fill(_ sheet: Sheet) throws(BulletinFailure) {
        let rows = TableSheet.headRow + 1 + table.allRows.count + (table.note == nil ? 0 : 1)
        guard rows <= Sheet.mostRows, table.columns.count <= Sheet.mostColumns else {
            let found = Text("\(rows) 行、\(table.columns.count) 列", "\(rows) rows, \(table.columns.count) columns")
            throw BulletinFailure(diagnostic: BulletinMessages.tooLargeForExcel(sheet.name, found))
        }
        let layout = ColumnLayout(table, language)
        // The button of the filter needs its room.
        for (column, width) in layout.widths.enumerated() { try sheet.setWidth(max(7, width + 1), column: column) }
        try sheet.setPaper(isLandscape: layout.paper == .landscape)
        try write(sheet, layout.widths)
        try read(sheet)
    }

    private func write(_ sheet: Sheet, _ widths: [Int]) throws(BulletinFailure) {
        let width = widths.reduce(0, +)
        let last = table.columns.count - 1
        let text = title(language)
        try sheet.merge(
            .text(text), rows: TableSheet.titleRow...TableSheet.titleRow, columns: 0...last,
            Style(size: 16, isBold: true, horizontal: .center, lines: []))
        // Type of 16 points is about one and a half times as wide as the columns count.
        try sheet.setHeight(8 + 22 * lineCount(text, width: width * 2 / 3), row: TableSheet.titleRow)
        let head = Style(isBold: true, isFilled: true, horizontal: .center)
        let heads = table.columns.map { $0.title(language) }
        for (column, text) in heads.enumerated() { try sheet.put(text, TableSheet.headRow, column, head) }
        try sheet.setHeight(height(heads, widths), row: TableSheet.headRow)
        var row = TableSheet.headRow + 1
        for (index, cells) in table.allRows.enumerated() {
            let isTotal = index == table.rows.count
            for (column, cell) in cells.enumerated() {
                try sheet.put(cell, row, column, Style(isBold: isTotal, horizontal: table.columns[column].alignment))
            }
            try sheet.setHeight(height(cells.map(\.shown), widths), row: row)
            row += 1
        }
        guard let note = table.note?(language) else { return }
        try sheet.merge(.text(note), rows: row...row, columns: 0...last, Style(size: 10, vertical: .top, lines: []))
        try sheet.setHeight(4 + 14 * lineCount(note, width: width), row: row)
    }

    /// Points of a row: not every program that opens the file makes rows fit their text.
    private func height(_ texts: [String], _ widths: [Int]) -> Int {
        4 + 14 * (zip(texts, widths).map { lineCount($0, width: $1 - 1) }.max() ?? 1)
    }

    /// What helps to read it on a screen and on paper.
    private func read(_ sheet: Sheet) throws(BulletinFailure) {
        let head = UInt32(TableSheet.headRow)
        worksheet_freeze_panes(sheet.pointer, head + 1, 0)
        try sheet.check(worksheet_repeat_rows(sheet.pointer, UInt32(TableSheet.titleRow), head))
        guard !table.rows.isEmpty else { return }
        try sheet.check(
            worksheet_autofilter(
                sheet.pointer, head, 0, head + UInt32(table.rows.count), UInt16(table.columns.count - 1)))
    }
}

/// Lines that a text takes in a cell; merged cells do not grow by themselves.
func lineCount(_ text: String, width: Int) -> Int {
    let lines = visible(text).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.reduce(0) { $0 + max(1, (displayWidth($1) + width - 1) / max(1, width)) }
}

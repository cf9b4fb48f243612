internal import CLibXLSXWriter
internal import Messages

/// A form on a sheet of four columns: label, entry, label, entry.
struct FormSheet {
    let form: Bulletin.Form
    let language: Language

    init(_ form: Bulletin.Form, _ language: Language) {
        self.form = form
        self.language = language
    }

    private static let widths = [16, 28, 16, 28]
    private static let wide = 1...3
    private static let whole = 0...3
    /// Columns of a text over three cells.
    private static let room = 68

    func fill(_ sheet: Sheet) throws(BulletinFailure) {
        for (column, width) in FormSheet.widths.enumerated() { try sheet.setWidth(width, column: column) }
        try sheet.setPaper(pagesHigh: 1)
        let title = form.title(language)
        try sheet.merge(
            .text(title), rows: 0...0, columns: FormSheet.whole,
            Style(size: 18, isBold: true, horizontal: .center, lines: []))
        try sheet.setHeight(14 + 26 * lineCount(title, width: 50), row: 0)
        var row = 1
        if let number = form.number {
            try sheet.merge(
                .text(number), rows: row...row, columns: FormSheet.whole, Style(horizontal: .end, lines: []))
            row += 1
        }
        for fields in form.grid {
            try write(fields, sheet, row)
            row += 1
        }
        for box in form.boxes { try write(box, sheet, &row) }
        for note in form.notes {
            let text = note(language)
            try sheet.merge(.text(text), rows: row...row, columns: FormSheet.whole, Style(size: 10, lines: []))
            try sheet.setHeight(4 + 14 * lineCount(text, width: FormSheet.room + 16), row: row)
            row += 1
        }
    }

    private func write(_ fields: [Bulletin.Form.Field], _ sheet: Sheet, _ row: Int) throws(BulletinFailure) {
        let label = Style(isBold: true, horizontal: .center)
        var lines = 1
        for (index, field) in fields.enumerated() {
            try sheet.put(field.label(language), row, index * 2, label)
            if fields.count == 1 {
                try sheet.merge(field.value, rows: row...row, columns: FormSheet.wide, Style())
                lines = max(lines, lineCount(field.value.shown, width: FormSheet.room))
            } else {
                try sheet.put(field.value, row, index * 2 + 1, Style())
                lines = max(lines, lineCount(field.value.shown, width: FormSheet.widths[1] - 2))
            }
            lines = max(lines, lineCount(field.label(language), width: FormSheet.widths[0] - 2))
        }
        try sheet.setHeight(14 + 15 * lines, row: row)
    }

    /// A row for the opinion and, without a line between, one for the signature.
    private func write(_ box: Bulletin.Form.Box, _ sheet: Sheet, _ row: inout Int) throws(BulletinFailure) {
        let content = box.content.map { $0(language) }.joined(separator: "\n")
        let last = row + (box.signing.line == nil ? 0 : 1)
        try sheet.merge(
            .text(box.label(language)), rows: row...last, columns: 0...0, Style(isBold: true, horizontal: .center))
        try sheet.merge(
            .text(content), rows: row...row, columns: FormSheet.wide,
            Style(vertical: .top, lines: last == row ? .all : [.top, .sides]))
        try sheet.setHeight(max(boxHeight, 6 + 15 * lineCount(content, width: FormSheet.room)), row: row)
        if let line = box.signing.line {
            try sheet.merge(
                .text(line(language)), rows: last...last, columns: FormSheet.wide,
                Style(horizontal: .end, lines: [.bottom, .sides]))
            try sheet.setHeight(24, row: last)
        }
        row = last + 1
    }

    /// Points: the boxes share what the entries leave of a page.
    private var boxHeight: Int {
        let left = 640 - 32 * form.grid.count - 18 * form.notes.count - 24 * form.boxes.count
        return max(50, min(180, left / max(1, form.boxes.count)))
    }
}

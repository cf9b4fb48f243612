internal import Messages

/// Running text on a sheet, for a bulletin that has neither table nor form: a title, and a row for each paragraph.
struct TextSheet {
    let bulletin: Bulletin

    /// About the width of a page of A4, in characters of a terminal.
    private static let width = 90

    func fill(_ sheet: Sheet) throws(BulletinFailure) {
        let language = bulletin.language
        try sheet.setWidth(TextSheet.width, column: 0)
        try sheet.setPaper()
        try write(
            bulletin.title(language), Style(size: 16, isBold: true, horizontal: .center, lines: []), at: 0,
            width: TextSheet.width * 2 / 3, points: 22, sheet)
        var row = 1
        for block in bulletin.body {
            guard let (text, style) = TextSheet.line(block) else { continue }
            try write(text(language), style, at: row, width: TextSheet.width, points: 14, sheet)
            row += 1
        }
    }

    private static func line(_ block: Bulletin.Block) -> (Text, Style)? {
        switch block {
        case .paragraph(let text): (text, Style(lines: []))
        case .heading(let text): (text, Style(isBold: true, lines: []))
        case .note(let text): (text, Style(size: 10, lines: []))
        case .table, .form: nil
        }
    }

    private func write(_ text: String, _ style: Style, at row: Int, width: Int, points: Int, _ sheet: Sheet)
        throws(BulletinFailure)
    {
        try sheet.put(text, row, 0, style)
        try sheet.setHeight(8 + points * lineCount(text, width: width), row: row)
    }
}

internal import Messages

/// One page that prints on A4 as papers of Chinese offices are laid out. It needs nothing beside itself and runs nothing.
public struct HTMLBulletinWriter: BulletinWriter {
    public static let name = "html"

    public init() {}

    public func write(_ bulletin: Bulletin) throws(BulletinFailure) -> [UInt8] {
        try bulletin.check()
        let language = bulletin.language
        let title = bulletin.title(language)
        let number: HTML = if let number = bulletin.number { "<p class=\"number\">\(number)</p>\n" } else { "" }
        let address: HTML = if let line = bulletin.addressLine { "<p class=\"to\">\(line)</p>\n" } else { "" }
        let copies: HTML = if let line = bulletin.copyLine { "<p class=\"copies\">\(line)</p>\n" } else { "" }
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="\(language == .zh ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            \(HTMLBulletinStyle.sheet)</style>
            </head>
            <body>
            <header>
            \(number)<h1>\(title)</h1>
            </header>
            \(address)\(bulletin.main.map { html($0, language) })\(signature(bulletin))\(copies)\(bulletin.annexes.map { html($0, language) })</body>
            </html>

            """
        return Array(page.markup.utf8)
    }

    private func html(_ block: Bulletin.Block, _ language: Language) -> HTML {
        switch block {
        case .paragraph(let text): "<p>\(text(language))</p>\n"
        case .heading(let text): "<h2>\(text(language))</h2>\n"
        case .note(let text): "<p class=\"note\">\(text(language))</p>\n"
        case .table(let table): html(table, language)
        case .form(let form): form.html(language)
        }
    }

    private func signature(_ bulletin: Bulletin) -> HTML {
        let lines = [bulletin.issuer, bulletin.dateText].compactMap(\.self)
        return lines.isEmpty ? "" : "<footer><div>\(lines.map { "<p>\($0)</p>" as HTML })</div></footer>\n"
    }

    private func html(_ table: Bulletin.Table, _ language: Language) -> HTML {
        let layout = ColumnLayout(table, language)
        let whole = layout.widths.reduce(0, +)
        let widths = layout.widths.map { "<col style=\"width:\(percent($0, of: whole))\">" as HTML }
        let title: HTML =
            if let title = table.title {
                "<tr class=\"title\"><th colspan=\"\(table.columns.count)\">\(title(language))</th></tr>\n"
            } else { "" }
        let head = table.columns.map { "<th scope=\"col\">\($0.title(language))</th>" as HTML }
        let rows = table.rows.map { row(table, $0) }
        let totals: HTML = if let totals = table.totals { row(table, totals, style: "total") } else { "" }
        let note: HTML = if let note = table.note { "<p class=\"note\">\(note(language))</p>\n" } else { "" }
        return """
            <section class="table \(layout.paper.rawValue)\(table.allRows.count <= HTMLBulletinWriter.fewRows ? " short" : "")">
            <table>
            <colgroup>\(widths)</colgroup>
            <thead>
            \(title)<tr>\(head)</tr>
            </thead>
            <tbody>
            \(rows)\(totals)</tbody>
            </table>
            \(note)</section>

            """
    }

    private func row(_ table: Bulletin.Table, _ cells: [Bulletin.Cell], style: String? = nil) -> HTML {
        let cells = zip(table.columns, cells).map { column, cell -> HTML in
            switch column.alignment {
            case .start: "<td>\(cell.shown)</td>"
            case .center: "<td class=\"c\">\(cell.shown)</td>"
            case .end: "<td class=\"r\">\(cell.shown)</td>"
            }
        }
        return if let style { "<tr class=\"\(style)\">\(cells)</tr>\n" } else { "<tr>\(cells)</tr>\n" }
    }

    /// So few rows stay on one page.
    private static let fewRows = 12

    /// With two decimals, in integers.
    private func percent(_ part: Int, of whole: Int) -> String {
        let parts = part * 10000 / max(1, whole)
        return "\(parts / 100).\(parts / 10 % 10)\(parts % 10)%"
    }
}

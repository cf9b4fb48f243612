internal import Messages
internal import Writers

/// One page that prints on A4 as papers of Chinese offices are laid out. It needs nothing beside itself and runs nothing.
public struct HTMLBulletinWriter: BulletinWriter {
    public static let name = "html"

    public init() {}

    public func write(_ bulletin: Bulletin) throws(BulletinFailure) -> [UInt8] {
        try bulletin.check()
        var page = HTMLWriter(bulletin.language)
        let title = visible(bulletin.title(bulletin.language))
        page.begin(title: title, style: HTMLBulletinStyle.sheet)
        page.element("header") { page in
            page.paragraph(bulletin.number, "number")
            page.element("h1", title)
        }
        page.paragraph(bulletin.addressLine, "to")
        for block in bulletin.main { write(block, &page) }
        let signature = [bulletin.issuer, bulletin.dateText].compactMap(\.self)
        if !signature.isEmpty {
            page.element("footer") { page in
                page.element("div") { page in for line in signature { page.paragraph(line) } }
            }
        }
        page.paragraph(bulletin.copyLine, "copies")
        for block in bulletin.annexes { write(block, &page) }
        page.end()
        return page.bytes
    }

    private func write(_ block: Bulletin.Block, _ page: inout HTMLWriter) {
        switch block {
        case .paragraph(let text): page.paragraph(text(page.language))
        case .heading(let text): page.element("h2", visible(text(page.language)))
        case .note(let text): page.paragraph(text(page.language), "note")
        case .table(let table): write(table, &page)
        case .form(let form): form.write(&page)
        }
    }

    private func write(_ table: Bulletin.Table, _ page: inout HTMLWriter) {
        let layout = ColumnLayout(table, page.language)
        let whole = layout.widths.reduce(0, +)
        let isShort = table.allRows.count <= HTMLBulletinWriter.fewRows
        page.element("section", ["class": "table \(layout.paper.rawValue)\(isShort ? " short" : "")"]) { page in
            page.element("table") { page in
                page.element("colgroup") { page in
                    for width in layout.widths { page.void("col", ["style": "width:\(percent(width, of: whole))"]) }
                }
                page.element("thead") { page in
                    if let title = table.title {
                        page.element("tr", ["class": "title"]) {
                            $0.element("th", ["colspan": "\(table.columns.count)"], visible(title($0.language)))
                        }
                    }
                    page.element("tr") { page in
                        for column in table.columns {
                            page.element("th", ["scope": "col"], visible(column.title(page.language)))
                        }
                    }
                }
                page.element("tbody") { page in
                    for row in table.rows { write(row, of: table, &page) }
                    if let totals = table.totals { write(totals, of: table, style: "total", &page) }
                }
            }
            page.paragraph(table.note?(page.language), "note")
        }
    }

    private func write(_ cells: [Bulletin.Cell], of table: Bulletin.Table, style: String = "", _ page: inout HTMLWriter)
    {
        page.element("tr", ["class": style]) { page in
            for (column, cell) in zip(table.columns, cells) {
                let style =
                    switch column.alignment {
                    case .start: ""
                    case .center: "c"
                    case .end: "r"
                    }
                page.element("td", ["class": style], visible(cell.shown))
            }
        }
    }

    /// So few rows stay on one page.
    private static let fewRows = 12

    /// With two decimals, in integers.
    private func percent(_ part: Int, of whole: Int) -> String {
        let parts = part * 10000 / max(1, whole)
        return "\(parts / 100).\(parts / 10 % 10)\(parts % 10)%"
    }
}

extension HTMLWriter {
    /// Nothing where there is no text.
    mutating func paragraph(_ text: String?, _ style: String = "") {
        if let text { element("p", ["class": style], visible(text)) }
    }
}

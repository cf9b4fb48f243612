internal import Messages

/// Markdown, with tables as GitHub reads them.
public struct MarkdownWriter: BulletinWriter {
    public static let name = "md"

    public init() {}

    public func write(_ bulletin: Bulletin) throws(BulletinFailure) -> [UInt8] {
        try bulletin.check()
        let language = bulletin.language
        var parts = ["# " + line(bulletin.title(language))]
        for text in [bulletin.number, bulletin.addressLine] { if let text { parts.append(markdown(text)) } }
        for block in bulletin.main { parts += self.parts(block, language) }
        let signature = [bulletin.issuer, bulletin.dateText].compactMap(\.self)
        if !signature.isEmpty { parts.append(signature.map(line).joined(separator: "\\\n")) }
        if let copies = bulletin.copyLine { parts += ["---", markdown(copies)] }
        for block in bulletin.annexes { parts += self.parts(block, language) }
        return Array((parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n").utf8)
    }

    private func parts(_ block: Bulletin.Block, _ language: Language) -> [String] {
        switch block {
        case .paragraph(let text): [markdown(text(language))]
        case .heading(let text): ["## " + line(text(language))]
        case .note(let text): [note(text(language))]
        case .table(let table): parts(table, language)
        case .form(let form): parts(form, language)
        }
    }

    private func parts(_ table: Bulletin.Table, _ language: Language) -> [String] {
        var parts: [String] = []
        if let title = table.title { parts.append("**\(line(title(language)))**") }
        let rules = table.columns.map { column in
            switch column.alignment {
            case .start: ":---"
            case .center: ":---:"
            case .end: "---:"
            }
        }
        var rows = [table.columns.map { cell($0.title(language)) }, rules]
        rows += table.rows.map { $0.map { cell($0.shown) } }
        if let totals = table.totals { rows.append(totals.map { $0.shown.isEmpty ? "" : "**\(cell($0.shown))**" }) }
        parts.append(grid(rows))
        if let text = table.note { parts.append(note(text(language))) }
        return parts
    }

    private func parts(_ form: Bulletin.Form, _ language: Language) -> [String] {
        var parts = ["## " + line(form.title(language))]
        if let number = form.number { parts.append(markdown(number)) }
        var rows = [[Text("项目", "Item")(language), Text("内容", "Entry")(language)], [":---", ":---"]]
        rows += form.fields.map { [cell($0.label(language)), cell($0.value.shown)] }
        rows += form.boxes.map { box in
            let lines = box.content + (box.signing.line.map { [$0] } ?? [])
            return [cell(box.label(language)), lines.map { cell($0(language)) }.joined(separator: "<br><br>")]
        }
        parts.append(grid(rows))
        for text in form.notes { parts.append(note(text(language))) }
        return parts
    }

    private func grid(_ rows: [[String]]) -> String {
        rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    private func note(_ text: String) -> String {
        "> " + markdown(text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n> ")
    }

    private func cell(_ text: String) -> String { markdown(text, break: "<br>") }

    /// On one line, for headings.
    private func line(_ text: String) -> String { markdown(text, break: " ") }
}

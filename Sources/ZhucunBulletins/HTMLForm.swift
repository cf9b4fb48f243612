internal import Messages

extension Bulletin.Form {
    /// A page of its own: the entries, then the boxes over the rest of the page.
    func html(_ language: Language) -> HTML {
        let number: HTML = if let number { "<p class=\"number\">\(number)</p>\n" } else { "" }
        let height = boxHeight
        let notes = self.notes.map { "<p class=\"note\">\($0(language))</p>\n" as HTML }
        return """
            <section class="form">
            <h2>\(title(language))</h2>
            \(number)<table>
            <colgroup><col style="width:20%"><col style="width:30%"><col style="width:20%"><col style="width:30%"></colgroup>
            <tbody>
            \(grid.map { row($0, language) })\(boxes.map { box($0, height, language) })</tbody>
            </table>
            \(notes)</section>

            """
    }

    private func row(_ fields: [Field], _ language: Language) -> HTML {
        let cells = fields.map { field -> HTML in
            let span: HTML = fields.count == 1 ? " colspan=\"3\"" : ""
            return "<th scope=\"row\">\(field.label(language))</th><td\(span)>\(field.value.shown)</td>"
        }
        return "<tr>\(cells)</tr>\n"
    }

    private func box(_ box: Box, _ height: Int, _ language: Language) -> HTML {
        let content = box.content.map { "<p>\($0(language))</p>" as HTML }
        let line: HTML = if let line = box.signing.line { "<p class=\"line\">\(line(language))</p>" } else { "" }
        return """
            <tr class="box"><th scope="row">\(box.label(language))</th><td colspan="3" style="height:\(height)mm">\(content)\(line)</td></tr>

            """
    }

    /// Millimetres: the boxes share what the entries leave of the page, but none is too low to write in.
    private var boxHeight: Int {
        let left = 195 - 11 * grid.count - 8 * notes.count - (number == nil ? 0 : 8)
        return max(24, min(60, left / max(1, boxes.count)))
    }
}

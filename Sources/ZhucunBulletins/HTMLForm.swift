internal import Messages
internal import Writers

extension Bulletin.Form {
    /// A page of its own: the entries, then the boxes over the rest of the page.
    func write(_ page: inout HTMLWriter) {
        page.element("section", ["class": "form"]) { page in
            page.element("h2", visible(title(page.language)))
            page.paragraph(number, "number")
            page.element("table") { page in
                page.element("colgroup") { page in
                    for width in [20, 30, 20, 30] { page.void("col", ["style": "width:\(width)%"]) }
                }
                page.element("tbody") { page in
                    for fields in grid { write(fields, &page) }
                    for box in boxes { write(box, &page) }
                }
            }
            for note in notes { page.paragraph(note(page.language), "note") }
        }
    }

    private func write(_ fields: [Field], _ page: inout HTMLWriter) {
        page.element("tr") { page in
            for field in fields {
                page.element("th", ["scope": "row"], visible(field.label(page.language)))
                page.element("td", ["colspan": fields.count == 1 ? "3" : ""], visible(field.value.shown))
            }
        }
    }

    private func write(_ box: Box, _ page: inout HTMLWriter) {
        page.element("tr", ["class": "box"]) { page in
            page.element("th", ["scope": "row"], visible(box.label(page.language)))
            page.element("td", ["colspan": "3", "style": "height:\(boxHeight)mm"]) { page in
                for text in box.content { page.paragraph(text(page.language)) }
                page.paragraph(box.signing.line?(page.language), "line")
            }
        }
    }

    /// Millimetres: the boxes share what the entries leave of the page, but none is too low to write in.
    private var boxHeight: Int {
        let left = 195 - 11 * grid.count - 8 * notes.count - (number == nil ? 0 : 8)
        return max(24, min(60, left / max(1, boxes.count)))
    }
}

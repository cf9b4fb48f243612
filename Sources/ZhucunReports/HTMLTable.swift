internal import PolicyYAML

/// A table for screen and paper: groups of entries, where narrow entries stand several in a row.
struct HTMLTable {
    struct Column {
        let title: String
        /// Under the title, smaller.
        var detail = ""
        /// Its class, said once for the head; cells have their own.
        var style = ""
        /// Millimetres that it takes on paper.
        let width: Int
    }

    struct Cell {
        let text: String
        var style = ""
        /// Shown when the pointer rests on it.
        var hint = ""
    }

    /// What fits beside each other on A4 landscape.
    static let pageWidth = 270

    let columns: [Column]
    /// Groups without a title have no row of their own above them.
    let groups: [(title: String, rows: [[Cell]])]
    var style = ""

    /// Entries in a row: as many as the page holds, but no more than the longest group needs.
    private var folds: Int {
        let width = max(1, columns.reduce(0) { $0 + $1.width })
        let longest = groups.map(\.rows.count).max() ?? 0
        return max(1, min(HTMLTable.pageWidth / width, (longest + HTMLTable.unfolded - 1) / HTMLTable.unfolded))
    }

    /// A list of so few entries stays one below the other.
    private static let unfolded = 4

    func write(_ page: inout HTMLWriter) {
        guard groups.contains(where: { !$0.rows.isEmpty }) else { return }
        let folds = folds
        let isWide = columns.reduce(0) { $0 + $1.width } * folds > HTMLTable.pageWidth / 2
        page.element("div", ["class": "scroll"]) { page in
            page.element("table", ["class": [style, isWide ? "wide" : ""].filter { !$0.isEmpty }.joined(separator: " ")]) { page in
                writeHead(folds, &page)
                for group in groups where !group.rows.isEmpty { write(group.title, group.rows, folds, &page) }
            }
        }
    }

    private func writeHead(_ folds: Int, _ page: inout HTMLWriter) {
        page.element("thead") { page in
            page.element("tr") { page in
                for fold in 0..<folds {
                    for (index, column) in columns.enumerated() {
                        page.element("th", ["class": styled(column.style, fold, index), "scope": "col"]) { page in
                            page.text(column.title)
                            if !column.detail.isEmpty { page.element("small", column.detail) }
                        }
                    }
                }
            }
        }
    }

    private func write(_ title: String, _ rows: [[Cell]], _ folds: Int, _ page: inout HTMLWriter) {
        page.element("tbody") { page in
            if !title.isEmpty {
                page.element("tr", ["class": "group"]) { page in
                    page.element("th", ["colspan": "\(columns.count * folds)", "scope": "rowgroup"]) { $0.element("span", title) }
                }
            }
            for start in stride(from: 0, to: rows.count, by: folds) {
                page.element("tr") { page in
                    for fold in 0..<folds {
                        let cells = start + fold < rows.count ? rows[start + fold] : columns.map { _ in Cell(text: "") }
                        for (index, cell) in cells.enumerated() {
                            page.element("td", ["class": styled(cell.style, fold, index), "title": cell.hint], cell.text)
                        }
                    }
                }
            }
        }
    }

    /// The first column of every entry but the first has a line before it.
    private func styled(_ style: String, _ fold: Int, _ column: Int) -> String {
        fold > 0 && column == 0 ? (style.isEmpty ? "f" : style + " f") : style
    }
}

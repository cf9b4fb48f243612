internal import Messages
internal import Writers

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

    /// Entries under a title; without one there is no row of its own above them.
    struct Group {
        var title = ""
        let count: Int
        /// Writes the cells of one entry.
        let write: (_ entry: Int, inout HTMLWriter) -> Void
    }

    /// What fits beside each other on A4 landscape.
    static let pageWidth = 270

    let columns: [Column]
    let groups: [Group]
    var style = ""

    /// Entries in a row: as many as the page holds, but no more than the longest group needs.
    private var folds: Int {
        let width = max(1, columns.reduce(0) { $0 + $1.width })
        let longest = groups.map(\.count).max() ?? 0
        return max(1, min(HTMLTable.pageWidth / width, (longest + HTMLTable.unfolded - 1) / HTMLTable.unfolded))
    }

    /// A list of so few entries stays one below the other.
    private static let unfolded = 4

    func write(_ page: inout HTMLWriter) {
        guard groups.contains(where: { $0.count > 0 }) else { return }
        let folds = folds
        let isWide = columns.reduce(0) { $0 + $1.width } * folds > HTMLTable.pageWidth / 2
        page.element("div", ["class": "scroll"]) { page in
            page.element(
                "table", ["class": [style, isWide ? "wide" : ""].filter { !$0.isEmpty }.joined(separator: " ")]
            ) { page in
                writeHead(folds, &page)
                for group in groups where group.count > 0 { write(group, folds, &page) }
            }
        }
    }

    private func writeHead(_ folds: Int, _ page: inout HTMLWriter) {
        page.element("thead") { page in
            page.element("tr") { page in
                for fold in 0..<folds {
                    for (index, column) in columns.enumerated() {
                        page.element(
                            "th",
                            [
                                "class": fold > 0 && index == 0 ? HTMLWriter.besideStyle(column.style) : column.style,
                                "scope": "col",
                            ]
                        ) { page in
                            page.text(column.title)
                            if !column.detail.isEmpty { page.element("small", column.detail) }
                        }
                    }
                }
            }
        }
    }

    private func write(_ group: Group, _ folds: Int, _ page: inout HTMLWriter) {
        page.element("tbody") { page in
            if !group.title.isEmpty {
                page.element("tr", ["class": "group"]) { page in
                    page.element("th", ["colspan": "\(columns.count * folds)", "scope": "rowgroup"]) {
                        $0.element("span", group.title)
                    }
                }
            }
            for start in stride(from: 0, to: group.count, by: folds) {
                page.element("tr") { page in
                    for fold in 0..<folds {
                        page.beginsBeside = fold > 0
                        if start + fold < group.count {
                            group.write(start + fold, &page)
                        } else {
                            for _ in columns { page.cell("") }
                        }
                    }
                }
            }
        }
    }
}

internal import ZhucunKernel

/// The header of a table, wherever it stands: in one row, or in two of which the lower one divides columns of the upper.
struct TableHeader {
    /// The places of its rows among the table's.
    let rows: Range<Int>
    /// Of each column its plain name, and its upper and lower name where there are two.
    let names: [String]
    let uppers: [String]
    let texts: [String]

    /// Rows above which no header stands.
    static let deepest = 40

    /// A header that begins at a row of the table.
    init(_ table: SheetTable, at place: Int) {
        let upper = table.rows[place].cells.map(WrittenField.trimmed)
        let plain = upper.map(HeaderName.plain)
        let below = place + 1 < table.rows.count ? table.rows[place + 1].cells.map(WrittenField.trimmed) : []
        guard TableHeader.divides(below, plain) else {
            rows = place..<(place + 1)
            (names, uppers, texts) = (plain, plain, upper)
            return
        }
        rows = place..<(place + 2)
        let count = max(upper.count, below.count)
        var carried = ""
        var names: [String] = []
        var uppers: [String] = []
        var texts: [String] = []
        for column in 0..<count {
            let above = column < upper.count ? upper[column] : ""
            let under = column < below.count ? below[column] : ""
            if !above.isEmpty { carried = above }
            let name =
                under.isEmpty || under == above ? above : above.isEmpty && carried.isEmpty ? under : carried + under
            names.append(HeaderName.plain(name))
            uppers.append(HeaderName.plain(above.isEmpty && !under.isEmpty ? carried : above))
            texts.append(name)
        }
        (self.names, self.uppers, self.texts) = (names, uppers, texts)
    }

    /// Whether a row divides the columns of the one above: it says nothing new under the first, and nothing in it is a value.
    private static func divides(_ below: [String], _ upper: [String]) -> Bool {
        guard let first = upper.firstIndex(where: { !$0.isEmpty }), below.contains(where: { !$0.isEmpty }) else {
            return false
        }
        let under = first < below.count ? HeaderName.plain(below[first]) : ""
        guard under.isEmpty || under == upper[first] else { return false }
        return below.allSatisfy { text in text.count <= 12 && !text.contains { $0.isNumber } }
    }

    /// The first header of which the columns satisfy a test.
    static func first(in table: SheetTable, where fits: (TableHeader) -> Bool) -> TableHeader? {
        for place in table.rows.indices.prefix(deepest) {
            let header = TableHeader(table, at: place)
            if header.names.count > 1, fits(header) { return header }
        }
        return nil
    }

    /// Where a column of one of these names stands; the first name that is there counts.
    func place(of names: [String]) -> Int? {
        for name in names {
            let plain = HeaderName.plain(name)
            if let place = self.names.firstIndex(of: plain) { return place }
        }
        return nil
    }

    func has(_ names: [String]) -> Bool { place(of: names) != nil }

    /// The rows behind it that are records; of the others, those that say something.
    func records(of table: SheetTable) -> (rows: ArraySlice<SheetRow>, leftOut: [ImportedTable.LeftOut]) {
        var leftOut: [ImportedTable.LeftOut] = []
        let rows = table.rows[rows.upperBound...].filter { row in
            switch LeftOutRow.of(row.cells) {
            case nil: return true
            case .blank?: return false
            case .note(let text)?:
                leftOut.append(ImportedTable.LeftOut(row: row.number, text: text))
                return false
            }
        }
        return (rows[...], leftOut)
    }

    /// The text above the header, in which apps say the days of a report.
    func title(of table: SheetTable) -> String {
        table.rows[..<rows.lowerBound].flatMap(\.cells).joined(separator: " ")
    }
}

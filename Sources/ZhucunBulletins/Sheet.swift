internal import CLibXLSXWriter
internal import Messages

/// One sheet of a workbook, filled cell by cell.
struct Sheet {
    let workbook: Workbook
    let pointer: UnsafeMutablePointer<lxw_worksheet>
    let name: String

    /// Rows and columns of Excel.
    static let mostRows = 1_048_576
    static let mostColumns = 16_384
    private static let a4: UInt8 = 9
    private static let longestText = 32_767
    /// Excel keeps no more digits of a number.
    private static let digits = 15

    /// The rows are within `mostRows` when this is called.
    func put(_ cell: Bulletin.Cell, _ row: Int, _ column: Int, _ style: Style) throws(BulletinFailure) {
        switch cell {
        case .empty: try put("", row, column, style)
        case .text(let text): try put(text, row, column, style)
        case .whole(let number):
            if String(number.magnitude).utf8.count > Sheet.digits { return try put(cell.shown, row, column, style) }
            try put(Double(number), "0", row, column, style)
        case .share(_, 0): try put(cell.shown, row, column, style)
        case .share(let numerator, let denominator):
            try put(Double(numerator) / Double(denominator), "0.0%", row, column, style)
        case .decimal(let digits):
            guard digits.utf8.count(where: { 0x30...0x39 ~= $0 }) <= Sheet.digits, let number = Double(digits) else {
                return try put(digits, row, column, style)
            }
            let decimals = Bulletin.Cell.decimals(of: digits) ?? 0
            try put(number, decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals), row, column, style)
        }
    }

    func put(_ text: String, _ row: Int, _ column: Int, _ style: Style) throws(BulletinFailure) {
        let text = visible(text)
        let format = workbook.format(style)
        if text.isEmpty { return try check(worksheet_write_blank(pointer, UInt32(row), UInt16(column), format)) }
        let length = text.utf16.count
        guard length <= Sheet.longestText else {
            throw BulletinFailure(
                diagnostic: BulletinMessages.tooLargeForExcel(
                    name, Text("一格 \(length) 字", "a cell of \(length) characters")))
        }
        try check(worksheet_write_string(pointer, UInt32(row), UInt16(column), Sheet.literal(text), format))
    }

    private func put(_ number: Double, _ format: String, _ row: Int, _ column: Int, _ style: Style)
        throws(BulletinFailure)
    {
        var style = style
        style.numbers = format
        try check(worksheet_write_number(pointer, UInt32(row), UInt16(column), number, workbook.format(style)))
    }

    /// One cell over several columns of a row, and over several rows.
    func merge(_ cell: Bulletin.Cell, rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ style: Style)
        throws(BulletinFailure)
    {
        if rows.count > 1 || columns.count > 1 {
            try check(
                worksheet_merge_range(
                    pointer, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
                    UInt16(columns.upperBound),
                    "", workbook.format(style)))
        }
        try put(cell, rows.lowerBound, columns.lowerBound, style)
    }

    func setHeight(_ points: Int, row: Int) throws(BulletinFailure) {
        try check(worksheet_set_row(pointer, UInt32(row), Double(min(points, 409)), nil))
    }

    func setWidth(_ width: Int, column: Int) throws(BulletinFailure) {
        try check(worksheet_set_column(pointer, UInt16(column), UInt16(column), Double(width), nil))
    }

    /// A4, one page wide and as many high as it takes or as told; page numbers at the foot.
    func setPaper(isLandscape: Bool = false, pagesHigh: Int = 0) throws(BulletinFailure) {
        worksheet_set_paper(pointer, Sheet.a4)
        if isLandscape { worksheet_set_landscape(pointer) } else { worksheet_set_portrait(pointer) }
        worksheet_fit_to_pages(pointer, 1, UInt16(pagesHigh))
        worksheet_center_horizontally(pointer)
        worksheet_set_margins(pointer, 0.6, 0.6, 0.75, 0.75)
        try check(worksheet_set_footer(pointer, Text("&C第 &P 页，共 &N 页", "&CPage &P of &N")(workbook.language)))
    }

    func check(_ error: lxw_error) throws(BulletinFailure) {
        guard error == LXW_NO_ERROR else {
            throw BulletinFailure(diagnostic: BulletinMessages.notWritten("\(name): \(reason(error))"))
        }
    }

    /// Text that the library or a reader of the file would take for something else: _x0041_ for an A, <r>…</r> for markup.
    private static func literal(_ text: String) -> String {
        var rest = text[...]
        var result = ""
        while let mark = rest.firstIndex(of: "_") {
            result += rest[..<mark]
            rest = rest[mark...]
            let code = rest.utf8.prefix(7)
            let isEscape =
                code.count == 7 && rest.hasPrefix("_x") && code.last == UInt8(ascii: "_")
                && code.dropFirst(2).dropLast().allSatisfy(isHexadecimal)
            result += isEscape ? "_x005F_" : "_"
            rest.removeFirst()
        }
        // The library writes such text as it is; a blank at the end keeps it text.
        let isMarkup = text.utf8.starts(with: "<r>".utf8) && text.utf8.suffix(4).elementsEqual("</r>".utf8)
        return result + rest + (isMarkup ? " " : "")
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || 0x41...0x46 ~= byte & 0xDF }
}

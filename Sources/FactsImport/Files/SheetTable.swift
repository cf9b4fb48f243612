/// A table as a file of somebody else's has it: a sheet of a workbook, a text with separators, a list of a program's interface.
public struct SheetTable: Sendable {
    /// What the sheet is called; empty for a file that is one table.
    public let name: String
    /// The rows that hold something, from the top.
    public var rows: [SheetRow]
    /// Whether days without a date's style are counted from 1904, as old Macintosh programs did.
    public let isFrom1904: Bool

    /// A table of rows.
    public init(name: String = "", rows: [SheetRow], isFrom1904: Bool = false) {
        self.name = name
        self.rows = rows
        self.isFrom1904 = isFrom1904
    }

    /// Where a cell stands, as a person finds it: `Sheet1!C14`, or `14:3` (line and column) in a text.
    ///
    /// - Parameters:
    ///   - row: the row's number in the file.
    ///   - column: the cell's place in its row, from 0; nil for the row as a whole.
    /// - Returns: the place in words.
    public func place(row: Int, column: Int?) -> String {
        guard !name.isEmpty else { return column.map { "\(row):\($0 + 1)" } ?? "\(row)" }
        return "\(name)!\(column.map(SheetTable.letters) ?? "")\(row)"
    }

    /// A, B, … Z, AA, AB …
    static func letters(_ column: Int) -> String {
        var (left, letters) = (column + 1, "")
        while left > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (left - 1) % 26))) + letters
            left = (left - 1) / 26
        }
        return letters
    }
}

/// A row of a table, as text.
public struct SheetRow: Sendable {
    /// The line or row in the file, from 1.
    public let number: Int
    /// The texts of its cells, from the left; cells behind the last one are empty.
    public var cells: [String]

    /// A row of texts.
    public init(number: Int, cells: [String]) {
        self.number = number
        self.cells = cells
    }

    /// The text of a cell; empty where there is none.
    public subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
}

public import Messages

extension Bulletin {
    /// A table: every row has one cell for each column.
    public struct Table: Hashable, Sendable {
        public var title: Text?
        public var columns: [Column]
        public var rows: [[Cell]]
        /// The last row, 合计; it is not sorted or filtered with the others.
        public var totals: [Cell]?
        /// A remark under the table.
        public var note: Text?
        /// The name of its sheet in a workbook; the title when nil. Made fit for Excel and unique by the writer.
        public var sheet: String?

        public init(
            title: Text? = nil, columns: [Column], rows: [[Cell]], totals: [Cell]? = nil, note: Text? = nil,
            sheet: String? = nil
        ) {
            self.title = title
            self.columns = columns
            self.rows = rows
            self.totals = totals
            self.note = note
            self.sheet = sheet
        }

        /// The rows, then the totals.
        var allRows: [[Cell]] { rows + (totals.map { [$0] } ?? []) }
    }

    /// A column and how its cells stand.
    public struct Column: Hashable, Sendable {
        public var title: Text
        public var alignment: Alignment

        public init(_ title: Text, _ alignment: Alignment = .start) {
            self.title = title
            self.alignment = alignment
        }
    }

    public enum Alignment: String, Hashable, Sendable, CaseIterable {
        case start, center, end
    }
}

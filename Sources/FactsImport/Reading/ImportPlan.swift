package import Messages

/// What an import would do: shown by a dry run, carried out by an import.
package struct ImportPlan: Sendable {
    /// One table of a file, and what was made of it.
    package struct Table: Sendable {
        package let file: String
        package let name: String
        /// The importer's name; nil when nothing knows the layout.
        package let layout: String?
        package let title: Text
        package let headerRow: Int
        package let columns: [ImportedColumn]
        package let leftOut: [(place: String, text: String)]
        package let notes: [Text]
    }

    /// What becomes of the rows of a kind.
    package struct Kind: Sendable {
        package let file: String
        package let title: Text
        package var new = 0
        package var same = 0
        package var changed = 0
        package var refused = 0
        /// The whole file as it will be; nil when nothing changes.
        package var content: [UInt8]?
    }

    /// Something that stands in the way of a row, or of a file.
    package struct Problem: Sendable {
        package let code: String
        package let file: String
        /// `Sheet1!C14`; nil for the file as a whole.
        package let place: String?
        /// The sheet, row and column of the cell, to mark it.
        package let cell: (sheet: String, row: Int, column: Int?)?
        package let value: String?
        package let reason: Text
        /// What must be meant, to be confirmed by whoever knows.
        package let proposal: String?
    }

    /// A record as it will be written, by the names of its columns.
    package struct Sample: Sendable {
        package let file: String
        package let place: String
        package let values: [(column: String, value: String)]
    }

    package internal(set) var tables: [Table] = []
    package internal(set) var kinds: [Kind] = []
    package internal(set) var problems: [Problem] = []
    package internal(set) var samples: [Sample] = []

    /// Whether a file could not be read, or none of its tables.
    package internal(set) var hasUnreadFile = false

    /// Rows of samples that are shown.
    static let sampleRows = 12
}

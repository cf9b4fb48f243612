public import Messages
public import ZhucunKernel

/// A layout in which records come from somewhere else: one app's export, a sheet with a kind's own columns.
///
/// Obligations, tested by `ZhucunTesting.RecordImporterConformance`: a table is recognised by its content alone and read the same each
/// time; rows of titles above it and blank ones below change nothing; what is read is of declared kinds and columns, and each record
/// says its row. A table of another layout gives nil.
public protocol RecordImporter: Sendable {
    /// A stable name, which mappings use: `dingtalk-daily`.
    var name: String { get }
    /// What it is called for people.
    var title: Text { get }

    /// The records of a table; nil when the table is of another layout.
    func read(_ table: SheetTable, _ context: ImportContext) -> ImportedTable?
}

/// What importers are told besides the table.
public struct ImportContext: Sendable {
    /// The kinds of record that there are.
    public let kinds: [RecordKind]
    /// The kind that a table is known to be of; nil where it is to be found out.
    public let kind: RecordKind?
    /// By the plain names of headers, the columns that a mapping names.
    let named: [String: String]

    /// The kinds that there are, and which one a table is known to be of.
    public init(kinds: [RecordKind], kind: RecordKind? = nil) {
        self.init(kinds: kinds, kind: kind, named: [:])
    }

    init(kinds: [RecordKind], kind: RecordKind?, named: [String: String]) {
        self.kinds = kinds
        self.kind = kind
        self.named = named
    }
}

/// What an importer read of a table.
public struct ImportedTable: Sendable {
    /// Its records, in the order of the rows.
    public var records: [ImportedRecord] = []
    /// What each column of the table became.
    public var columns: [ImportedColumn] = []
    /// Rows that are none of the records, by the words that they begin with.
    public var leftOut: [LeftOut] = []
    /// The row of the header.
    public var headerRow = 0
    /// What whoever imports it should know.
    public var notes: [Text] = []

    /// A table of which nothing has been read yet.
    public init() {}

    /// A row that is no record, and why it is not.
    public struct LeftOut: Sendable {
        /// Its number in the file.
        public let row: Int
        /// What it begins with, or what stands against it.
        public let text: String
    }
}

/// A column of a table, and what it became.
public struct ImportedColumn: Sendable {
    /// Its place in the table, from 0.
    public let place: Int
    /// Its header, as it stands there.
    public let header: String
    /// The kind of record and the column that it fills; nil when it is not read.
    public let target: (kind: String, column: String)?
}

/// One record as it came: texts by the columns of its kind.
public struct ImportedRecord: Sendable {
    /// The kind's name: `checkin`.
    public let kind: String
    /// The row that it came from.
    public let row: Int
    /// By the names of columns; those that are missing are empty.
    public var fields: [String: Field]
    /// Who it is about, where the file says it by an app's number or a name.
    public var person: Person?

    /// A record of a kind.
    public init(kind: String, row: Int, fields: [String: Field] = [:], person: Person? = nil) {
        self.kind = kind
        self.row = row
        self.fields = fields
        self.person = person
    }

    /// The text of one column, and where it stood.
    public struct Field: Sendable {
        /// The text as it came, or as the layout means it.
        public let text: String
        /// The place in the row; nil for what follows from the layout.
        public let column: Int?

        /// A text from a place.
        public init(_ text: String, _ column: Int? = nil) {
            self.text = text
            self.column = column
        }
    }

    /// Somebody, as an app calls him.
    public struct Person: Sendable, Hashable {
        /// The app's number of the user; empty where it has none.
        public let number: String
        /// The name; empty where it is not told.
        public let name: String
        /// Where the number or else the name stands.
        public let column: Int?

        /// Somebody by number, name or both.
        public init(number: String, name: String, column: Int?) {
            self.number = number
            self.name = name
            self.column = column
        }
    }
}

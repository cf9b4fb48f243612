package import CivilTime
public import Messages

/// Records that are missing or incomplete and would decide an outcome: of what kind, about whom and of which days.
public struct NeededRecords: Hashable, Sendable {
    /// The record kind's name, such as `checkin`.
    package let kind: String
    /// Its file, such as `checkins.csv`.
    package let file: String
    /// What the records are called.
    public let title: Text
    /// What kind of subject they would be about.
    package let subjectKind: SubjectKind
    /// The identifier of whom they would be about.
    package let subject: String
    /// The name of whom they would be about; empty where the records give none.
    package let name: String
    /// Of which days there are none, in order; empty where days do not matter.
    package let days: [DayRange]
    /// Columns that a record which is there leaves open.
    package let columns: [String]
    /// What these columns are called, in their order.
    public let columnTitles: [Text]
    /// What the record would hold, or holds.
    package let holding: [Holding]

    /// A column with what stands in it.
    public struct Holding: Hashable, Sendable {
        /// The column's name.
        package let column: String
        /// What stands in it, as a record file writes it.
        package let value: String
        /// The column with what stands in it, as people say it: `维度 工作`.
        public let text: Text

        /// A column's name with what stands in it; `text` as people say it, else the two.
        public init(column: String, value: String, text: Text? = nil) {
            self.column = column
            self.value = value
            self.text = text ?? Text(same: "\(column) \(value)")
        }
    }

    /// Records that would decide an outcome.
    ///
    /// - Parameters:
    ///   - kind: the record kind's name, such as `checkin`.
    ///   - file: its file, such as `checkins.csv`.
    ///   - title: what the records are called.
    ///   - subjectKind: the kind of whom they would be about.
    ///   - subject: the identifier of whom they would be about.
    ///   - name: the name of whom they would be about; empty where the records give none.
    ///   - days: of which days there are none, in order; empty where days do not matter.
    ///   - columns: columns that a record which is there leaves open.
    ///   - columnTitles: what these columns are called, in their order.
    ///   - holding: what the record would hold, or holds.
    package init(
        kind: String, file: String, title: Text, subjectKind: SubjectKind, subject: String, name: String,
        days: [DayRange], columns: [String], columnTitles: [Text], holding: [Holding]
    ) {
        self.kind = kind
        self.file = file
        self.title = title
        self.subjectKind = subjectKind
        self.subject = subject
        self.name = name
        self.days = days
        self.columns = columns
        self.columnTitles = columnTitles
        self.holding = holding
    }
}

/// The columns of one kind of record, as handles. Declaring them is declaring the kind.
public protocol RecordColumns: Sendable {
    /// What the kind is, apart from its columns.
    static var about: RecordAbout { get }
    /// Declares every column and keeps the handles; a file may have the columns in any order.
    init(_ declarations: inout ColumnDeclarations)
    /// The rows of a day in a sample county, by the names of columns; an identifier that is left out is given. Nil, the usual case, where
    /// rows made from the columns' declarations will do.
    static func samples(of day: SampleDay) -> [[String: String]]?
}

extension RecordColumns {
    /// The handles; they fit every table of this kind.
    public static func declared() -> Self {
        var declarations = ColumnDeclarations()
        return Self(&declarations)
    }

    /// Nil: rows are made from the columns' declarations, about one in ten days.
    public static func samples(of day: SampleDay) -> [[String: String]]? { nil }
}

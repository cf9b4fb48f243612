/// A place that a person can go to in an editor.
public struct Location: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The path as it is shown to people.
    public var path: String
    /// The line, counted from 1.
    public var line: Int
    /// The first marked character, counted from 1 in Unicode scalars: a Chinese character counts one,
    /// and a byte order mark at the start of a file counts nothing.
    public var column: Int
    /// The column after the last marked character; equal to `column` where nothing is there to mark.
    public var endColumn: Int
    /// The line without its line break; empty when it is not known.
    public var lineText: String

    /// A place of which everything is known already; `SourceFile.location(start:end:)` finds it from offsets of bytes.
    public init(path: String, line: Int, column: Int, endColumn: Int, lineText: String) {
        self.path = path
        self.line = line
        self.column = column
        self.endColumn = endColumn
        self.lineText = lineText
    }

    /// `path:line:column`, the form that editors and terminals make a link of.
    public var description: String {
        "\(path):\(line):\(column)"
    }

    /// The order of reading: by path, then from the top of the file to its end.
    public static func < (left: Location, right: Location) -> Bool {
        (left.path, left.line, left.column, left.endColumn) < (right.path, right.line, right.column, right.endColumn)
    }
}

public import PolicyYAML

/// A text with the place that matters marked in it, so that tests never count columns: `days: ⟪8 of 7⟫`.
public struct MarkedText: Sendable {
    /// The text without its markers.
    public let text: String
    /// Line, column and end column of each marked place, in order.
    public let marks: [(line: Int, column: Int, endColumn: Int)]

    /// Reads a text in which `⟪` and `⟫` stand around each place. Lines and columns count from 1, in Unicode scalars of
    /// the text without its markers; of a place over several lines only the first character is marked.
    public init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var marks: [(line: Int, column: Int, endColumn: Int)] = []
        var line = 1
        var column = 1
        var open: (line: Int, column: Int)?
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟪": open = (line, column)
            case "⟫":
                if let begin = open {
                    marks.append((begin.line, begin.column, begin.line == line ? column : begin.column + 1))
                }
                open = nil
            default:
                text.append(scalar)
                if scalar == "\n" {
                    line += 1
                    column = 1
                } else {
                    column += 1
                }
            }
        }
        self.text = String(text)
        self.marks = marks
    }

    /// Whether a location is the first marked place.
    public func isMarked(_ location: Location?) -> Bool {
        guard let location, let mark = marks.first else { return false }
        return location.line == mark.line && location.column == mark.column && location.endColumn == mark.endColumn
    }
}

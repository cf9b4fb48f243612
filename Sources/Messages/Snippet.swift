/// A line of a file with marks under some of its characters, fit for a terminal.
struct Snippet {
    /// The line as it is shown: tabs are spaces, and what does not show itself is spelled out.
    let line: String
    /// The columns before the marks.
    let indent: Int
    /// The columns of the marks; at least one.
    let width: Int

    /// Wider lines are cut at both sides of the mark.
    private static let columns = 100
    /// What is kept before the mark of a wide line.
    private static let before = 40

    init(_ location: Location) {
        let cells = location.lineText.unicodeScalars.map(Cell.init)
        let first = min(max(location.column - 1, 0), cells.count)
        let last = min(max(location.endColumn - 1, first), cells.count)
        let window = Self.window(cells, around: first, last)
        let isCutBefore = window.lowerBound > 0
        let isCutAfter = window.upperBound < cells.count
        let visible = cells[window].map(\.text).joined()
        line = (isCutBefore ? "…" : "") + visible + (isCutAfter ? "…" : "")
        let marked = (first..<last).clamped(to: window)
        indent = Self.width(cells[window.lowerBound..<first]) + (isCutBefore ? 1 : 0)
        width = max(1, Self.width(cells[marked]))
    }

    private struct Cell {
        let text: String
        let width: Int

        init(_ scalar: Unicode.Scalar) {
            if scalar == "\t" {
                (text, width) = (" ", 1)
            } else if scalar.isUnprintable {
                text = scalar.escaped
                width = text.unicodeScalars.count
            } else {
                (text, width) = (String(scalar), scalar.displayWidth)
            }
        }
    }

    private static func width(_ cells: ArraySlice<Cell>) -> Int {
        cells.reduce(0) { $0 + $1.width }
    }

    /// The part of the line to show, with room before the mark and more after it.
    private static func window(_ cells: [Cell], around first: Int, _ last: Int) -> Range<Int> {
        guard width(cells[...]) > columns else { return 0..<cells.count }
        var start = first
        var used = 0
        while start > 0, used + cells[start - 1].width <= before {
            start -= 1
            used += cells[start].width
        }
        var end = first
        while end < cells.count, used + cells[end].width <= columns {
            used += cells[end].width
            end += 1
        }
        // A mark at the end of the line leaves room that is better used for what comes before it.
        while start > 0, used + cells[start - 1].width <= columns {
            start -= 1
            used += cells[start].width
        }
        return start..<end
    }
}

/// A text of a message as it is shown on one line, cut where it is too long.
func printable(_ text: String, columns: Int = 1000) -> String { onOneLine(clipped(text, to: columns)) }

/// A text as it is shown on one line: what drives a terminal, ends a line, hides or turns the direction of writing is spelled out
/// (escape sequences, line breaks, bidirectional overrides), and a tab is a blank.
public func onOneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isUnprintable) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
        if scalar == "\t" {
            shown += " "
        } else if scalar.isUnprintable {
            shown += scalar.escaped
        } else {
            shown.unicodeScalars.append(scalar)
        }
    }
    return shown
}

/// The text, cut with … where it takes more columns than given.
package func clipped(_ text: String, to columns: Int) -> String {
    var width = 0
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        width += scalar.displayWidth
        if width > columns { return String(result) + "…" }
        result.append(scalar)
    }
    return text
}

internal import Messages

/// How wide the columns of a table are, and on which paper, so that rows are as low as can be.
struct ColumnLayout {
    /// In columns of a terminal, with what the lines between cells take.
    let widths: [Int]
    let paper: Paper

    /// What a table asks for, from the least to the most.
    enum Paper: String {
        case portrait, dense, landscape

        /// Columns across A4 within the margins: type of 10.5 points upright, of 9 points upright and lying.
        var room: Int {
            switch self {
            case .portrait: 84
            case .dense: 98
            case .landscape: 141
            }
        }
    }

    init(_ table: Bulletin.Table, _ language: Language) {
        let columns = table.columns.enumerated().map { index, column in
            Column(title: column.title(language), cells: table.allRows.map { $0[index].shown })
        }
        func lines(_ paper: Paper) -> Int { ColumnLayout.lines(of: columns, into: paper.room) }
        // Smaller type or turned paper only where rows become much lower by it.
        let upright = lines(.portrait) * 4 <= lines(.dense) * 5 ? Paper.portrait : .dense
        let isTurned = lines(upright) == ColumnLayout.mostLines || lines(upright) > max(3, lines(.landscape) * 2)
        paper = isTurned ? .landscape : upright
        let fewest = lines(paper)
        widths = columns.map { $0.width(fewest) }
    }

    /// Past this, cells are as narrow as their words allow.
    private static let mostLines = 60

    /// The fewest lines into which cells must break to fit.
    private static func lines(of columns: [Column], into room: Int) -> Int {
        (1..<mostLines).first { lines in columns.reduce(0) { $0 + $1.width(lines) } <= room } ?? mostLines
    }

    private struct Column {
        /// As its longest line.
        let wish: Int
        /// Below this a number, a word or a name would break.
        let least: Int

        init(title: String, cells: [String]) {
            let title = visible(title)
            let cells = cells.map(visible)
            let longest = cells.map { $0.split(separator: "\n").map { displayWidth($0) }.max() ?? 0 }.max() ?? 0
            let word = min(24, ([title] + cells).map(longestWord).max() ?? 0)
            // A long head breaks into two lines.
            wish = max(4, longest, min(displayWidth(title), max(8, displayWidth(title) / 2 + 1)))
            // Latin letters are somewhat wider than half a Chinese character.
            least = max(4, word + word / 6, min(wish, 10))
        }

        func width(_ lines: Int) -> Int { max(least, (wish + lines - 1) / lines) + 2 }
    }
}

/// From here on Unicode holds Chinese signs and characters, between which lines may break.
private let firstWide: UInt32 = 0x2E80

/// The longest run that does not break: no blank and no wide character within.
private func longestWord(_ text: String) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
        run = scalar == " " || scalar == "\n" || scalar.value >= firstWide ? 0 : run + 1
        longest = max(longest, run)
    }
    return longest
}

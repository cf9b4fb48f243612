internal import Messages

/// A table in a text: fields separated by a comma, semicolon, tab or bar, lines by LF, CRLF or CR.
enum DelimitedText {
    private static let separators = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")]
    private static let quote = UInt8(ascii: "\"")

    /// `text`: UTF-8. Blank lines are no rows.
    static func table(_ text: [UInt8]) throws(ImportProblem) -> SheetTable {
        let (separator, start) = separator(of: text)
        var reader = Reader(text: text, separator: separator, position: start.offset, line: start.line)
        var rows: [SheetRow] = []
        var cells = 0
        while let row = try reader.next() {
            cells += row.cells.count
            guard row.cells.count <= FileLimits.columns, cells <= FileLimits.cells * 8 else {
                throw FileLimits.tooLarge("列或单元格太多", "too many columns or cells")
            }
            if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
        }
        return SheetTable(rows: rows)
    }

    /// What separates fields, told by a line `sep=;` or by the lines at the beginning, and where the rows begin.
    static func separator(of text: [UInt8]) -> (separator: UInt8, start: (offset: Int, line: Int)) {
        let lines = text.prefix(1 << 16).split(maxSplits: 40, omittingEmptySubsequences: true) {
            $0 == 0x0A || $0 == 0x0D
        }.prefix(40)
        if let first = lines.first, first.count == 5,
            String(decoding: first.prefix(4), as: UTF8.self).lowercased() == "sep=",
            let mark = first.last
        {
            var end = first.endIndex
            while end < text.count, text[end] == 0x0D || text[end] == 0x0A, end < first.endIndex + 2 { end += 1 }
            return (mark, (end, 2))
        }
        var best = (mark: separators[0], lines: 0, count: 0)
        for mark in separators {
            let counts = lines.map { count(mark, $0) }.filter { $0 > 0 }
            let found = (mark: mark, lines: counts.count, count: counts.reduce(0, +))
            if (found.lines, found.count) > (best.lines, best.count) { best = found }
        }
        return (best.mark, (0, 1))
    }

    /// How often a mark stands outside quotes.
    private static func count(_ mark: UInt8, _ line: ArraySlice<UInt8>) -> Int {
        var isQuoted = false
        return line.count { byte in
            if byte == quote { isQuoted.toggle() }
            return byte == mark && !isQuoted
        }
    }

    private struct Reader {
        let text: [UInt8]
        let separator: UInt8
        var position: Int
        var line: Int

        mutating func next() throws(ImportProblem) -> SheetRow? {
            guard position < text.count else { return nil }
            let number = line
            var cells: [String] = []
            while true {
                let (cell, isLast) = try field(number)
                cells.append(cell)
                if isLast { return SheetRow(number: number, cells: cells) }
            }
        }

        private mutating func field(_ row: Int) throws(ImportProblem) -> (String, isLast: Bool) {
            var content: [UInt8] = []
            if position < text.count, text[position] == quote {
                position += 1
                while true {
                    guard position < text.count else {
                        throw ImportProblem(
                            Text(
                                "第 \(row) 行的引号没有闭合，直到文件结尾",
                                "a quote of line \(row) is not closed before the end of the file"), line: row,
                            help: Text("从这一行起检查双引号", "check the quotes from this line on"))
                    }
                    let byte = text[position]
                    position += 1
                    if byte == quote {
                        guard position < text.count, text[position] == quote else { break }
                        position += 1
                    }
                    if byte == 0x0A { line += 1 }
                    content.append(byte)
                }
            }
            let start = position
            while position < text.count, text[position] != separator, text[position] != 0x0A, text[position] != 0x0D {
                position += 1
            }
            let plain = text[start..<position]
            let cell =
                content.isEmpty
                ? String(decoding: plain, as: UTF8.self) : String(decoding: content + plain, as: UTF8.self)
            guard position < text.count else { return (cell, true) }
            let end = text[position]
            position += 1
            guard end != separator else { return (cell, false) }
            if end == 0x0D, position < text.count, text[position] == 0x0A { position += 1 }
            line += 1
            return (cell, true)
        }
    }
}

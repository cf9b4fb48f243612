/// Tables of HTML and of XML spreadsheets (2003), as programs save them under the name of a workbook. Tags need not match: what is read is
/// where rows and cells begin.
struct MarkupTables {
    private var tables: [SheetTable] = []
    private var name = ""
    private var rows: [SheetRow] = []
    private var cells: [String] = []
    private var text: [UInt8] = []
    private var isInCell = false
    private var isInRow = false
    private var rowNumber = 0
    private var cellCount = 0
    /// Of cells that reach into rows below: by column, their text and how many rows are left.
    private var hanging: [Int: (text: String, rows: Int)] = [:]
    private var span = (columns: 1, rows: 1)

    /// `text`: UTF-8.
    static func tables(_ text: [UInt8]) throws(ImportProblem) -> [SheetTable] {
        var reader = MarkupTables()
        try reader.read(text)
        reader.endTable()
        return reader.tables
    }

    private mutating func read(_ bytes: [UInt8]) throws(ImportProblem) {
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                if isInCell { text.append(bytes[index]) }
                index += 1
                continue
            }
            if bytes[index...].starts(with: Array("<!--".utf8)) {
                index = find("-->", in: bytes, from: index + 4)
                continue
            }
            let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
            let tag = String(decoding: bytes[(index + 1)..<end].prefix(2048), as: UTF8.self)
            index = min(end + 1, bytes.count)
            try take(tag)
            if ["script", "style"].contains(MarkupTag(tag).name) {
                index = find("</", in: bytes, from: index)
            }
            guard cellCount <= FileLimits.cells else { throw FileLimits.tooLarge("单元格太多", "too many cells") }
        }
    }

    private func find(_ mark: String, in bytes: [UInt8], from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
                return index + (mark[0] == 0x3C ? 0 : mark.count)
            }
            index += 1
        }
        return bytes.count
    }

    private mutating func take(_ text: String) throws(ImportProblem) {
        let tag = MarkupTag(text)
        switch tag.name {
        case "worksheet": name = tag["name"] ?? ""
        case "table":
            endTable()
        case "tr", "row":
            endRow()
            isInRow = true
            rowNumber = tag["index"].flatMap { Int($0) } ?? rowNumber + 1
        case "/tr", "/row": endRow()
        case "td", "th", "cell":
            endCell()
            if let index = tag["index"].flatMap({ Int($0) }), index <= FileLimits.columns {
                while cells.count < index - 1 { cells.append("") }
            }
            fillHanging()
            span = (
                bounded(tag["colspan"].flatMap { Int($0) } ?? (tag["mergeacross"].flatMap { Int($0) } ?? 0) + 1),
                bounded(tag["rowspan"].flatMap { Int($0) } ?? (tag["mergedown"].flatMap { Int($0) } ?? 0) + 1)
            )
            isInCell = true
            self.text = []
            if tag.isClosed { endCell() }
        case "/td", "/th", "/cell": endCell()
        case "br", "/p":
            if isInCell { self.text.append(0x0A) }
        case "/table", "/worksheet": endTable()
        default: break
        }
    }

    private func bounded(_ number: Int) -> Int { min(max(1, number), 1000) }

    private mutating func fillHanging() {
        while let above = hanging[cells.count] {
            hanging[cells.count] = above.rows > 1 ? (above.text, above.rows - 1) : nil
            cells.append(above.text)
            cellCount += 1
        }
    }

    private mutating func endCell() {
        guard isInCell else { return }
        isInCell = false
        let content = MarkupTag.unescaped(text)
        for _ in 0..<span.columns where cells.count < FileLimits.columns {
            if span.rows > 1 { hanging[cells.count] = (content, span.rows - 1) }
            cells.append(content)
            cellCount += 1
        }
    }

    private mutating func endRow() {
        endCell()
        guard isInRow else { return }
        isInRow = false
        fillHanging()
        if cells.contains(where: { !$0.isEmpty }) { rows.append(SheetRow(number: max(1, rowNumber), cells: cells)) }
        cells = []
    }

    private mutating func endTable() {
        endRow()
        if !rows.isEmpty, tables.count < FileLimits.sheets {
            tables.append(SheetTable(name: name.isEmpty ? "Sheet\(tables.count + 1)" : name, rows: rows))
        }
        (rows, rowNumber, hanging) = ([], 0, [:])
    }
}

/// A tag without its angle brackets.
struct MarkupTag {
    /// Small, without a prefix.
    let name: String
    let isClosed: Bool
    private let rest: Substring

    init(_ text: String) {
        let end = text.firstIndex { $0.isWhitespace || $0.isNewline } ?? text.endIndex
        let word = text[..<end].lowercased()
        isClosed = text.hasSuffix("/")
        let isEnd = word.hasPrefix("/")
        let local = word.drop { $0 == "/" }.split(separator: ":").last.map(String.init) ?? ""
        name = (isEnd ? "/" : "") + (local.hasSuffix("/") ? String(local.dropLast()) : local)
        rest = text[end...]
    }

    /// The value of an attribute, whatever its prefix.
    subscript(attribute: String) -> String? {
        var left = rest[...]
        while let equals = left.firstIndex(of: "=") {
            let key = left[..<equals].split { $0.isWhitespace || $0 == ":" }.last?.lowercased()
            left = left[left.index(after: equals)...].drop { $0.isWhitespace }
            let quote = left.first
            let isQuoted = quote == "\"" || quote == "'"
            if isQuoted { left.removeFirst() }
            let end = left.firstIndex { isQuoted ? $0 == quote : $0.isWhitespace } ?? left.endIndex
            if key == attribute { return MarkupTag.unescaped(Array(left[..<end].utf8)) }
            left = end < left.endIndex ? left[left.index(after: end)...] : ""
        }
        return nil
    }

    /// With the characters that `&amp;` and the like stand for, and blanks at the ends left out.
    static func unescaped(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("&") else { return text.trimmingBlanks }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            guard let end = rest.prefix(12).firstIndex(of: ";") else {
                result.append("&")
                rest.removeFirst()
                continue
            }
            result += character(rest[rest.index(after: rest.startIndex)..<end]) ?? String(rest[...end])
            rest = rest[rest.index(after: end)...]
        }
        return (result + rest).trimmingBlanks
    }

    private static func character(_ name: Substring) -> String? {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let number =
                digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
        }
        return ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " "][String(name)]
    }
}

extension String {
    /// Without white space at both ends.
    var trimmingBlanks: String {
        guard let first, let last, first.isWhitespace || last.isWhitespace else { return self }
        return String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

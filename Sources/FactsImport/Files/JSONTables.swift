internal import Messages

/// The lists of objects in what an app's interface answers, each as a table: a member is a column.
struct JSONTables {
    private let bytes: [UInt8]
    private var place = 0
    private var tables: [SheetTable] = []
    private var cells = 0

    static func tables(_ bytes: [UInt8]) throws(ImportProblem) -> [SheetTable] {
        var reader = JSONTables(bytes)
        // Several answers may stand in one file, one behind the other.
        while reader.skipBlanks() { _ = try reader.value("", depth: 0) }
        return reader.tables
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What an item of a list is, as far as a table can hold it.
    private enum Value {
        case text(String)
        case object([(key: String, text: String)])
        case other
    }

    private mutating func skipBlanks() -> Bool {
        while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
        return place < bytes.count
    }

    private func problem() -> ImportProblem {
        let line = bytes[..<min(place, bytes.count)].count { $0 == 0x0A } + 1
        return ImportProblem(Text("第 \(line) 行不是 JSON", "line \(line) is no JSON"), line: line)
    }

    private mutating func value(_ name: String, depth: Int) throws(ImportProblem) -> Value {
        guard depth <= FileLimits.depth, skipBlanks() else { throw problem() }
        switch bytes[place] {
        case UInt8(ascii: "{"): return .object(try object(name, depth))
        case UInt8(ascii: "["):
            try list(name, depth)
            return .other
        case UInt8(ascii: "\""): return .text(try string())
        default:
            let start = place
            while place < bytes.count, !",]}".utf8.contains(bytes[place]), bytes[place] > 0x20 { place += 1 }
            let word = String(decoding: bytes[start..<place], as: UTF8.self)
            guard !word.isEmpty, ["true", "false", "null"].contains(word) || Double(word) != nil else {
                throw problem()
            }
            return .text(word == "null" ? "" : word)
        }
    }

    private mutating func object(_ name: String, _ depth: Int) throws(ImportProblem) -> [(key: String, text: String)] {
        var members: [(key: String, text: String)] = []
        place += 1
        while try !ends(UInt8(ascii: "}"), isFirst: members.isEmpty && bytes[place - 1] == UInt8(ascii: "{")) {
            guard skipBlanks(), bytes[place] == UInt8(ascii: "\"") else { throw problem() }
            let key = try string()
            guard skipBlanks(), bytes[place] == UInt8(ascii: ":") else { throw problem() }
            place += 1
            switch try value(key, depth: depth + 1) {
            case .text(let text): members.append((key, text))
            case .object(let inner): members += inner
            case .other: break
            }
            cells += 1
            guard cells <= FileLimits.cells else { throw FileLimits.tooLarge("值太多", "too many values") }
        }
        return members
    }

    private mutating func list(_ name: String, _ depth: Int) throws(ImportProblem) {
        var objects: [[(key: String, text: String)]] = []
        place += 1
        var isFirst = true
        while try !ends(UInt8(ascii: "]"), isFirst: isFirst) {
            isFirst = false
            if case .object(let members) = try value(name, depth: depth + 1), !members.isEmpty {
                objects.append(members)
            }
        }
        guard !objects.isEmpty else { return }
        var columns: [String: Int] = [:]
        var header: [String] = []
        var rows: [SheetRow] = []
        for (index, members) in objects.enumerated() {
            var cells = [String](repeating: "", count: header.count)
            for member in members {
                let column = columns[member.key] ?? header.count
                if column == header.count {
                    columns[member.key] = column
                    header.append(member.key)
                    cells.append("")
                }
                while cells.count <= column { cells.append("") }
                cells[column] = member.text
            }
            rows.append(SheetRow(number: index + 2, cells: cells))
        }
        tables.append(SheetTable(name: name, rows: [SheetRow(number: 1, cells: header)] + rows))
    }

    /// Passes the end, or the comma before the next.
    private mutating func ends(_ end: UInt8, isFirst: Bool) throws(ImportProblem) -> Bool {
        guard skipBlanks() else { throw problem() }
        if bytes[place] == end {
            place += 1
            return true
        }
        guard !isFirst else { return false }
        guard bytes[place] == UInt8(ascii: ",") else { throw problem() }
        place += 1
        return false
    }

    private mutating func string() throws(ImportProblem) -> String {
        var text: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            guard place < bytes.count else { break }
            place += 1
            switch bytes[place - 1] {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): break
            case UInt8(ascii: "u"): text += try Array(String(decoding: units(), as: UTF16.self).utf8)
            case let other: text.append(other)
            }
        }
        throw problem()
    }

    /// The unit of UTF-16 behind `\u`, with that behind a further one where two make a character.
    private mutating func units() throws(ImportProblem) -> [UInt16] {
        let first = try unit()
        guard 0xD800...0xDBFF ~= first, bytes[place...].starts(with: [0x5C, 0x75]) else { return [first] }
        place += 2
        return [first, try unit()]
    }

    private mutating func unit() throws(ImportProblem) -> UInt16 {
        let digits = bytes[place..<min(place + 4, bytes.count)]
        guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw problem()
        }
        place += 4
        return unit
    }
}

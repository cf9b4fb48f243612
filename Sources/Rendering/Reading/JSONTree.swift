package import Messages

/// A JSON text as a tree that keeps the order of members, which results have for a reason, and takes whole numbers only, as results
/// have no others.
package indirect enum JSONTree: Sendable {
    case null
    case flag(Bool)
    case number(Int64)
    case text(String)
    case list([JSONTree])
    case object([(key: String, value: JSONTree)])

    /// - Throws: ``JSONProblem`` with the byte at which it is no JSON.
    package init(_ bytes: [UInt8]) throws(JSONProblem) {
        var reader = JSONTreeReader(bytes: bytes)
        self = try reader.document()
    }

    /// A member of an object; nil where there is none, or where it is null.
    package subscript(key: String) -> JSONTree? {
        guard case .object(let members) = self, let found = members.first(where: { $0.key == key })?.value else {
            return nil
        }
        if case .null = found { return nil }
        return found
    }
}

/// Where a text is no JSON of the kind that results are.
package struct JSONProblem: Error {
    package let offset: Int
    package let expected: Text
}

private struct JSONTreeReader {
    let bytes: [UInt8]
    private var place = 0
    private var depth = 0

    /// Results are nested less.
    private static let deepest = 64

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONProblem) -> JSONTree {
        let tree = try value()
        skipBlanks()
        guard place == bytes.count else { throw problem(Text("文件结尾", "the end of the file")) }
        return tree
    }

    private mutating func value() throws(JSONProblem) -> JSONTree {
        skipBlanks()
        switch place < bytes.count ? bytes[place] : 0 {
        case UInt8(ascii: "{"): return .object(try members())
        case UInt8(ascii: "["): return .list(try items())
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw problem(Text("一个值", "a value"))
        }
    }

    private mutating func members() throws(JSONProblem) -> [(key: String, value: JSONTree)] {
        var members: [(key: String, value: JSONTree)] = []
        try enter()
        while try !ends(UInt8(ascii: "}"), isFirst: members.isEmpty) {
            skipBlanks()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
                throw problem(Text("成员的名称", "a member's name"))
            }
            let key = try string()
            skipBlanks()
            try take(UInt8(ascii: ":"), Text("冒号", "a colon"))
            members.append((key, try value()))
        }
        depth -= 1
        return members
    }

    private mutating func items() throws(JSONProblem) -> [JSONTree] {
        var items: [JSONTree] = []
        try enter()
        while try !ends(UInt8(ascii: "]"), isFirst: items.isEmpty) { items.append(try value()) }
        depth -= 1
        return items
    }

    private mutating func enter() throws(JSONProblem) {
        place += 1
        depth += 1
        guard depth <= JSONTreeReader.deepest else {
            throw problem(Text("不超过 \(JSONTreeReader.deepest) 层", "at most \(JSONTreeReader.deepest) levels"))
        }
    }

    /// Passes the end, or the comma before the next.
    private mutating func ends(_ end: UInt8, isFirst: Bool) throws(JSONProblem) -> Bool {
        skipBlanks()
        if place < bytes.count, bytes[place] == end {
            place += 1
            return true
        }
        if !isFirst { try take(UInt8(ascii: ","), Text("逗号或结尾", "a comma or the end")) }
        return false
    }

    private mutating func take(_ byte: UInt8, _ expected: Text) throws(JSONProblem) {
        guard place < bytes.count, bytes[place] == byte else { throw problem(expected) }
        place += 1
    }

    private mutating func word(_ word: StaticString, _ value: JSONTree) throws(JSONProblem) -> JSONTree {
        let isThere = word.withUTF8Buffer { bytes[place...].starts(with: $0) }
        guard isThere else { throw problem(Text("一个值", "a value")) }
        place += word.utf8CodeUnitCount
        return value
    }

    private mutating func number() throws(JSONProblem) -> Int64 {
        let start = place
        place += 1
        while place < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[place] { place += 1 }
        let isWhole =
            place == bytes.count || ![UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[place])
        guard isWhole, let number = Int64(String(decoding: bytes[start..<place], as: UTF8.self)) else {
            place = start
            throw problem(Text("整数（分数写作 \"19/31\"）", "a whole number (a fraction is written \"19/31\")"))
        }
        return number
    }

    private mutating func string() throws(JSONProblem) -> String {
        place += 1
        var text: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += try escaped()
            case 0..<0x20:
                place -= 1
                throw problem(Text("写成 \\u00XX 的控制字符", "control characters as \\u00XX"))
            default: text.append(byte)
            }
        }
        throw problem(Text("结束的引号", "the closing quote"))
    }

    private mutating func escaped() throws(JSONProblem) -> [UInt8] {
        guard place < bytes.count else { throw problem(Text("转义字符", "an escaped character")) }
        place += 1
        switch bytes[place - 1] {
        case UInt8(ascii: "n"): return [UInt8(ascii: "\n")]
        case UInt8(ascii: "t"): return [UInt8(ascii: "\t")]
        case UInt8(ascii: "r"): return [UInt8(ascii: "\r")]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"): return try unicode()
        case let byte where [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(byte): return [byte]
        default:
            place -= 1
            throw problem(Text("转义字符", "an escaped character"))
        }
    }

    /// Of a pair of surrogates, both.
    private mutating func unicode() throws(JSONProblem) -> [UInt8] {
        let first = try unit()
        guard UTF16.isLeadSurrogate(first), bytes[place...].starts(with: "\\u".utf8) else {
            return Array(String(decoding: [first], as: UTF16.self).utf8)
        }
        place += 2
        return Array(String(decoding: [first, try unit()], as: UTF16.self).utf8)
    }

    private mutating func unit() throws(JSONProblem) -> UInt16 {
        let digits = bytes[place...].prefix(4)
        guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw problem(Text("四位十六进制数字", "four hexadecimal digits"))
        }
        place += 4
        return unit
    }

    private mutating func skipBlanks() {
        while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
    }

    private func problem(_ expected: Text) -> JSONProblem { JSONProblem(offset: place, expected: expected) }
}

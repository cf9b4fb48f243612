import PolicyYAML

/// What came of a text.
struct Outcome {
    let file: SourceFile
    let node: Node?
    let diagnostics: Diagnostics

    var codes: [String] { diagnostics.all.map(\.code) }
}

func parse(_ bytes: [UInt8], limits: YAMLLimits = .profile) -> Outcome {
    let file = SourceFile(path: "a.yaml", bytes: bytes)
    var diagnostics = Diagnostics()
    let node = parseYAML(file, limits: limits, into: &diagnostics)
    return Outcome(file: file, node: node, diagnostics: diagnostics)
}

func parse(_ text: String, limits: YAMLLimits = .profile) -> Outcome {
    parse(Array(text.utf8), limits: limits)
}

/// A text with places marked in it: `⟪the place⟫`, and another one as `⟦place⟧`.
struct Marked {
    var text = ""
    /// Byte offsets of the marked places.
    var place = 0..<0
    var otherPlace: Range<Int>?

    init(_ marked: String) {
        var bytes: [UInt8] = []
        var start = 0
        var otherStart = 0
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟪": start = bytes.count
            case "⟫": place = start..<bytes.count
            case "⟦": otherStart = bytes.count
            case "⟧": otherPlace = otherStart..<bytes.count
            default: bytes += Array(String(scalar).utf8)
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// Line, column and end column, counted in a way that has nothing in common with `SourceFile`.
    static func position(_ range: Range<Int>, in text: String) -> [Int] {
        var (line, column) = (1, 1)
        var offset = 0
        var result: [Int] = []
        var endColumn = 0
        for scalar in text.unicodeScalars {
            if offset == range.lowerBound { result = [line, column] }
            if offset == range.upperBound { endColumn = column }
            offset += UTF8.width(scalar)
            if scalar == "\n" { (line, column) = (line + 1, 1) } else if scalar != "\u{FEFF}" { column += 1 }
        }
        if offset == range.lowerBound { result = [line, column] }
        if offset == range.upperBound { endColumn = column }
        return result + [endColumn]
    }
}

extension Location {
    var position: [Int] { [line, column, endColumn] }
}

extension Node {
    /// The value in one line: `{key: [plain, "quoted"]}`, line breaks as `\n`.
    var shown: String {
        switch content {
        case .scalar(let scalar):
            let text = scalar.text.replacing("\n", with: #"\n"#).replacing("\t", with: #"\t"#)
            return scalar.isQuoted ? "\"\(text)\"" : text
        case .sequence(let items):
            return "[" + items.map(\.shown).joined(separator: ", ") + "]"
        case .mapping(let entries):
            return "{" + entries.map { "\($0.key.shown): \($0.value.shown)" }.joined(separator: ", ") + "}"
        }
    }

    /// This value and all within it.
    var all: [Node] {
        let children = (items ?? []) + (entries ?? []).flatMap { [$0.key, $0.value] }
        return [self] + children.flatMap(\.all)
    }
}

extension String {
    func replacing(_ part: Character, with other: String) -> String {
        reduce(into: "") { $0 += $1 == part ? other : String($1) }
    }
}

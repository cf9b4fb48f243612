import Foundation

/// The declarations of a source text that other modules can see: those that say `public` or `open`, the requirements of
/// public protocols, and the members of public extensions.
struct PublicDeclarations {
    /// The lines, counted from 1, of those without a doc comment above them; attributes may stand between.
    let undocumented: [Int]
    /// Each as it is written, on one line and without its body.
    let signatures: [String]

    private static let modifiers: Set = [
        "public", "open", "static", "final", "mutating", "nonmutating", "nonisolated", "indirect", "override",
        "required", "convenience", "lazy", "weak", "unowned", "prefix", "postfix", "infix", "consuming", "borrowing",
        "dynamic", "private(set)", "fileprivate(set)", "internal(set)", "package(set)",
    ]
    private static let keywords: Set = [
        "actor", "associatedtype", "class", "enum", "func", "init", "let", "macro", "protocol", "struct", "subscript",
        "typealias", "var",
    ]
    /// Members that only witness a protocol of the standard library say nothing of their own. So do operators, which
    /// are told by their first character.
    private static let witnesses = [
        "func hash(into", "func encode(to", "init(from decoder", "var description:", "var debugDescription:",
        "var startIndex:", "var endIndex:", "subscript(position:", "func index(after", "func index(before",
        "func makeIterator(",
    ]

    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var found: [Int] = []
        var signatures: [String] = []
        var isInText = false
        /// How far the protocol or extension is indented whose members need not say `public`.
        var opened: Int?
        for (index, line) in lines.enumerated() {
            let quotes = line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count - 1
            defer { if !quotes.isMultiple(of: 2) { isInText.toggle() } }
            guard !isInText, !line.isEmpty else { continue }
            let indentation = line.prefix { $0 == " " }.count
            if let outer = opened, indentation <= outer { opened = nil }
            let words = Self.withoutAttributes(line).split(separator: " ")
            let modifiers = words.prefix { Self.modifiers.contains(String($0)) }
            let declaration = words.dropFirst(modifiers.count)
            let isImplied = opened.map { indentation == $0 + 4 } ?? false
            guard isImplied || modifiers.contains("public") || modifiers.contains("open") else { continue }
            let keyword = String(declaration.first?.prefix { $0.isLetter } ?? "")
            if keyword == "protocol" || keyword == "extension", line.hasSuffix("{") { opened = indentation }
            guard Self.keywords.contains(keyword), !Self.isWitness(declaration.joined(separator: " ")) else { continue }
            signatures.append(Self.signature(lines[index...]))
            let above = lines[..<index].last { !$0.contains("@") || !Self.withoutAttributes($0).isEmpty }
            let isDocumented = above?.drop { $0 == " " }.hasPrefix("///") ?? false
            if !isDocumented { found.append(index + 1) }
        }
        undocumented = found
        self.signatures = signatures
    }

    /// Up to where its brackets are closed, without what stands in braces or behind an equals sign.
    private static func signature(_ lines: ArraySlice<Substring>) -> String {
        var (words, depth) = ([String](), 0)
        for line in lines {
            let text = line.drop { $0 == " " }
            words.append(String(text))
            for character in text { depth += "([".contains(character) ? 1 : ")]".contains(character) ? -1 : 0 }
            if depth <= 0 { break }
        }
        let whole = words.joined(separator: " ")
        let end = [" {", " = "].compactMap { whole.range(of: $0)?.lowerBound }.min() ?? whole.endIndex
        return String(whole[..<end])
    }

    /// What stands in a line behind its attributes and what these hold in brackets.
    private static func withoutAttributes(_ line: Substring) -> Substring {
        var rest = line.drop { $0 == " " }
        while rest.hasPrefix("@") {
            rest = rest.dropFirst().drop { $0.isLetter || $0 == "_" || $0 == "." }
            var depth = 0
            while let character = rest.first, depth > 0 || character == "(" {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
                rest = rest.dropFirst()
            }
            rest = rest.drop { $0 == " " }
        }
        return rest
    }

    private static func isWitness(_ declaration: String) -> Bool {
        if declaration.hasPrefix("func "), let first = declaration.dropFirst(5).first, !first.isLetter, first != "_" {
            return true
        }
        return witnesses.contains { declaration.hasPrefix($0) }
    }
}

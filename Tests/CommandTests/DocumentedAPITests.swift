import Foundation
import Testing

/// What other packages can call says above it what it is.
@Suite struct DocumentedAPITests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    /// The libraries that a module's author, or a report's, reads.
    private static let libraries = [
        "Sources/CivilTime", "Sources/Exact", "Sources/Messages", "Sources/PolicyYAML", "Sources/Results",
        "Sources/ZhucunKernel", "Sources/ZhucunTesting",
    ]

    @Test(arguments: libraries) func everyPublicDeclarationIsDocumented(library: String) throws {
        let folder = Self.root.appending(path: library).path(percentEncoded: false)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).map { "\(library)/\($0)" }
        let files = paths.filter { $0.hasSuffix(".swift") }
        #expect(!files.isEmpty, "\(library) holds no sources")
        let missing = try files.sorted().flatMap { path in
            let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
            return PublicDeclarations(text).undocumented.map { "\(path):\($0)" }
        }
        #expect(missing.isEmpty, "\(missing.count) without a doc comment:\n\(missing.joined(separator: "\n"))")
    }

    /// The scan finds what it should, and takes nothing else for a declaration.
    @Test func theScanTellsDeclarationsApart() {
        let text = #"""
            public import Foundation

            /// Documented.
            @frozen
            public struct Place: Hashable {
                public let name: String
                @inlinable public var count: Int { 1 }
                @available(*, deprecated) public private(set) var kept = 0
                /// Documented, with attributes between.
                @discardableResult @available(*, deprecated, message: "write (it) down")
                public mutating func keep() -> Int { 1 }

                @inlinable
                public init?(_ text: String) {
                    var open = 0
                    open += 1
                    let written = """
                        public func inText() {}
                        """
                }
                public static func + (a: Place, b: Place) -> Place { a }
                // A remark is no documentation.
                public static func make() -> Place { Place() }
                public func hash(into hasher: inout Hasher) {}
                public var description: String { name }
                func own() {}
                private let secret = 1
            }

            /// Documented.
            public protocol Judge {
                associatedtype Rule
                /// Documented.
                func judge(_ rule: Rule) -> Bool
                static var all: [Self] { get }
            }

            extension Judge {
                public func again() {}
                func inside() {}
            }

            open class Office {}

            public extension Place {
                func implied() {}
                private func hidden() {}
            }
            """#
        #expect(PublicDeclarations(text).undocumented == [6, 7, 8, 14, 23, 32, 35, 39, 43, 46])
    }
}

/// The declarations of a source text that other modules can see: those that say `public` or `open`, the requirements of
/// public protocols, and the members of public extensions.
private struct PublicDeclarations {
    /// The lines, counted from 1, of those without a doc comment above them; attributes may stand between.
    let undocumented: [Int]

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
            let above = lines[..<index].last { !$0.contains("@") || !Self.withoutAttributes($0).isEmpty }
            let isDocumented = above?.drop { $0 == " " }.hasPrefix("///") ?? false
            if !isDocumented { found.append(index + 1) }
        }
        undocumented = found
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

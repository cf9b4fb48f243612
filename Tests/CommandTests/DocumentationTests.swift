import Foundation
import Testing

/// What the documents show of Swift stands in files that are compiled and tested.
@Suite struct DocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    private static let compiled = [
        "Tests/CommandTests/ExampleModule.swift", "Examples/FloodPatrol/Sources/zhucun-flood/main.swift",
        "Examples/FloodPatrol/Sources/FloodPatrol/FloodPatrol.swift", "Sources/ZhucunCommand/Zhucun.swift",
    ]

    private func lines(_ path: String) throws -> [String] {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: true
        )
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The Swift blocks of a document, line by line.
    private func snippets(_ path: String) throws -> [[String]] {
        var (blocks, block) = ([[String]](), nil as [String]?)
        for line in try lines(path) {
            if line == "```swift" {
                block = []
            } else if line == "```", let whole = block {
                blocks.append(whole)
                block = nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    @Test(arguments: ["docs/modules.md"]) func everySnippetIsCompiled(document: String) throws {
        let sources = try Self.compiled.map(lines)
        let blocks = try snippets(document)
        #expect(blocks.count >= 2)
        for block in blocks {
            let isThere = sources.contains { source in
                source.indices.contains { start in source[start...].starts(with: block) }
            }
            #expect(isThere, "no compiled file holds: \(block.first ?? "")")
        }
    }

    /// What the table of calls names exists: each is written in a module of this repository or in the example.
    @Test func everyCallIsWrittenSomewhere() throws {
        let folders = [
            "Plugins", "Examples/FloodPatrol/Sources", "Sources/ZhucunCommand/NewPlugin", "Tests/PluginTests",
            "Examples/FloodPatrol/Tests",
        ]
        let text = try folders.flatMap { folder in
            let files = FileManager.default.enumerator(
                at: Self.root.appending(path: folder), includingPropertiesForKeys: nil)
            return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.map {
                try String(contentsOf: $0, encoding: .utf8)
            }
        }.joined()
        let rows = try lines("docs/modules.md").filter { $0.hasPrefix("| ") && $0.contains("`") }
        #expect(rows.count > 10)
        for row in rows {
            // The names that are called, such as `isAtLeast(` of a longer call.
            for call in row.matches(of: /\.?([a-zA-Z]+)\(/) {
                let isWritten = text.contains("\(call.output.1)(")
                #expect(isWritten, "\(call.output.1) of \(row)")
            }
        }
    }
}

internal import Foundation
internal import PolicyYAML
internal import Testing

/// One mistake made in a profile, and what a person is told about it, word for word: a `.yaml` and a `.txt` of `Mistakes`.
struct Mistake: Sendable, CustomTestStringConvertible {
    /// What the `.yaml` says.
    struct Change: Hashable {
        /// Below `Profiles`.
        let file: String
        /// The profile that is resolved: by default the one that the file belongs to.
        let profile: String
        /// The file's new path, for mistakes of naming.
        let renamed: String?
        let old: String
        let new: String
    }

    /// The path of its files below `Mistakes`, without their endings, such as `YAML/key-written-twice`.
    let name: String

    static let inputs = ProfileFiles("Tests/ProfileTests/Mistakes")
    static let texts = ProfileFiles("Tests/ProfileTests/Mistakes", ending: ".txt")
    static let all = inputs.files.keys.sorted().map { Mistake(name: String($0.dropLast(".yaml".count))) }

    /// Whether the texts are written instead of compared.
    static let isRewriting = ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1"

    /// Between what is told in Chinese and in English.
    static let separator = "\n---\n"

    var testDescription: String { name }

    /// What is expected to be told, with a line break at its end; empty if there is no such file.
    var text: String { Self.texts.files[name + ".txt"] ?? "" }

    func change() throws -> Change {
        let input = try #require(Self.inputs.files[name + ".yaml"])
        var diagnostics = Diagnostics()
        let node = parseYAML(SourceFile(path: name + ".yaml", bytes: Array(input.utf8)), into: &diagnostics)
        try #require(diagnostics.isEmpty, "\(DiagnosticRenderer(language: .en).render(diagnostics))")
        let root = try #require(node)
        let keys = (root.entries ?? []).compactMap(\.key.text)
        let unknown = keys.filter { !["file", "profile", "renamed", "from", "to"].contains($0) }
        try #require(unknown == [], "a mistake has no such keys")
        let file = try #require(root["file"]?.text, "no file")
        let renamed = root["renamed"]?.text
        // A file that only gets another name has no text replaced.
        let isOnlyRenamed = renamed != nil && root["from"] == nil && root["to"] == nil
        return try Change(
            file: file, profile: root["profile"]?.text ?? String(file.prefix { $0 != "/" }), renamed: renamed,
            old: isOnlyRenamed ? "" : Self.replaced(root["from"]), new: isOnlyRenamed ? "" : Self.replaced(root["to"]))
    }

    /// The one character that is needed and that no file may hold is written as Swift writes it.
    private static func replaced(_ node: Node?) throws -> String {
        try #require(node?.text, "from and to are needed").replacing(#"\u{200B}"#, with: "\u{200B}")
    }

    /// Makes the mistake, which must fit exactly one place of the file, and reads the profiles.
    private func reading() throws -> Reading {
        let change = try change()
        var text = try #require(Fixture.files[change.file], "no file \(change.file)")
        if !(change.old.isEmpty && change.new.isEmpty) {
            let places = text.ranges(of: change.old).count
            try #require(places == 1, "the text to replace stands \(places) times in \(change.file)")
            text = text.replacing(change.old, with: change.new)
        }
        var files = change.file.hasPrefix("calendars/") ? Fixture.files : Fixture.policies
        files[change.file] = nil
        files[change.renamed ?? change.file] = text
        return try Reading(files, of: change.profile)
    }

    /// What is told, in the languages of the text that there is; in both where there is none.
    func told() throws -> String {
        let reading = try reading()
        try #require(reading.diagnostics.hasErrors, "it loads")
        let languages: [Language] = text.isEmpty || text.contains(Self.separator) ? [.zh, .en] : [.zh]
        return languages.map { reading.rendered($0) }.joined(separator: Self.separator) + "\n"
    }

    /// Puts what is told into the `.txt`.
    func rewrite(_ told: String) throws {
        try Data(told.utf8).write(to: URL(filePath: Self.texts.folder + "/" + name + ".txt"))
    }

    /// The expected text and another one, line by line: `-` is expected only, `+` is told only.
    func difference(from told: String) -> String {
        let old = text.split(separator: "\n", omittingEmptySubsequences: false)
        let new = told.split(separator: "\n", omittingEmptySubsequences: false)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var lines: [String] = []
        var (before, after) = (0, 0)
        while before < old.count || after < new.count {
            if removed.contains(before) {
                lines.append("- \(old[before])")
                before += 1
            } else if inserted.contains(after) {
                lines.append("+ \(new[after])")
                after += 1
            } else {
                lines.append("  \(new[after])")
                before += 1
                after += 1
            }
        }
        return lines.joined(separator: "\n")
    }
}

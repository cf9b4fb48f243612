internal import PolicyYAML

/// What the profile language's own keys and fixed words are called in another language: `每: 周` for `per: week`.
///
/// The names stand in `Profiles/keys/*.yaml`, one meaning for each, so that a text is read without asking where it stands. Files are
/// rewritten as they are read; everything behind that, and every message but for its place, knows the one set of keys.
package struct KeyNames: Sendable {
    private var keys: [String: String] = [:]
    private var words: [String: String] = [:]
    /// Keys whose values are words of the language, such as `per`.
    private var takesWords: Set<String> = []
    /// Keys under which stand names of the writer's own, such as the dimensions of a score.
    private var holdsNames: Set<String> = []
    /// Keys under which stands free text.
    private var holdsText: Set<String> = []
    private var keyNames: [String: String] = [:]
    private var wordNames: [String: String] = [:]

    init() {}

    /// Adds the names of a file; what is wrong in it is reported.
    mutating func add(_ root: Node, into diagnostics: inout Diagnostics) {
        for entry in root.entries ?? [] {
            switch entry.key.text {
            case "keys": KeyNames.read(entry.value, &keys, &keyNames, into: &diagnostics)
            case "words": KeyNames.read(entry.value, &words, &wordNames, into: &diagnostics)
            case "takes_words": takesWords.formUnion(KeyNames.list(entry.value, into: &diagnostics))
            case "holds_names": holdsNames.formUnion(KeyNames.list(entry.value, into: &diagnostics))
            case "holds_text": holdsText.formUnion(KeyNames.list(entry.value, into: &diagnostics))
            default:
                diagnostics.report(
                    .unknownKey(
                        entry.key, entry.key.text ?? "",
                        known: ["keys", "words", "takes_words", "holds_names", "holds_text"]))
            }
        }
    }

    private static func list(_ node: Node, into diagnostics: inout Diagnostics) -> [String] {
        guard let items = node.items else {
            diagnostics.report(.wrongShape(node, expected: Text("键的列表", "a list of keys")))
            return []
        }
        return items.compactMap(\.text)
    }

    private static func read(
        _ node: Node, _ names: inout [String: String], _ shown: inout [String: String],
        into diagnostics: inout Diagnostics
    ) {
        guard let entries = node.entries else {
            diagnostics.report(.wrongShape(node, expected: Text("映射：键 → 名称", "a map of keys to names")))
            return
        }
        for entry in entries {
            guard let key = entry.key.text else { continue }
            for (place, item) in (entry.value.items ?? [entry.value]).enumerated() {
                guard let name = item.text, !name.isEmpty else {
                    diagnostics.report(.wrongShape(item, expected: Text("名称", "a name")))
                    continue
                }
                if let other = names[name], other != key {
                    diagnostics.report(.nameOfTwoKeys(item, name, [other, key]))
                }
                names[name] = key
                if place == 0 { shown[key] = name }
            }
        }
    }

    /// What a key is called; itself where it has no name.
    package func name(ofKey key: String) -> String { keyNames[key] ?? key }

    /// What a word or a key of the language is called; nil where it has no name.
    package func name(ofWord word: String) -> String? { wordNames[word] ?? keyNames[word] }

    /// The keys that have a name.
    package var named: Set<String> { Set(keyNames.keys) }

    /// The tree with the language's own keys and words, but for the vocabulary. A key that stands twice, once by each name, is
    /// reported.
    func translated(_ node: Node, into diagnostics: inout Diagnostics) -> Node {
        guard !keys.isEmpty else { return node }
        var tally = 0
        count(node, Place(), &tally)
        // Messages speak of keys by the names that most of the file's are written in.
        let root = tally > 0 ? inFile(SourceFile(node.file, keysNamed: keyNames, byName: keys), node) : node
        return translated(root, Place(), into: &diagnostics)
    }

    /// One more for each key that is called by a name, one less for each that has one and is not.
    private func count(_ node: Node, _ place: Place, _ tally: inout Int) {
        for item in node.items ?? [] { count(item, place, &tally) }
        guard place.key != "words" else { return }
        for entry in node.entries ?? [] {
            let key = entry.key.text ?? ""
            let known = keys[key]
            if !holdsNames.contains(place.key) { tally += known != nil ? 1 : keyNames[key] != nil ? -1 : 0 }
            count(entry.value, inside(known ?? key, place), &tally)
        }
    }

    private func inFile(_ file: SourceFile, _ node: Node) -> Node {
        var result = node
        result.file = file
        switch node.content {
        case .scalar: break
        case .sequence(let items): result.content = .sequence(items.map { inFile(file, $0) })
        case .mapping(let entries):
            result.content = .mapping(
                entries.map { Node.Entry(key: inFile(file, $0.key), value: inFile(file, $0.value)) })
        }
        return result
    }

    /// Where in a file a value stands.
    private struct Place {
        /// The key that it stands under.
        var key = ""
        /// Whether it, or what it stands in, is free text, or may be a word of the language.
        var isText = false
        var takesWords = false
    }

    private func place(under key: String, in outer: Place) -> Place {
        Place(
            key: key, isText: outer.isText || holdsText.contains(key),
            takesWords: outer.takesWords || takesWords.contains(key))
    }

    private func translated(_ node: Node, _ place: Place, into diagnostics: inout Diagnostics) -> Node {
        var result = node
        switch node.content {
        case .scalar(var scalar):
            guard !scalar.isQuoted, !place.isText else { return node }
            let word = place.takesWords ? words[scalar.text] : nil
            guard let written = word ?? ChineseNumber.written(scalar.text) else { return node }
            scalar.text = written
            result.content = .scalar(scalar)
        case .sequence(let items):
            result.content = .sequence(items.map { translated($0, place, into: &diagnostics) })
        case .mapping(let entries):
            guard place.key != "words" else { return node }
            var seen: [String: Node] = [:]
            result.content = .mapping(
                entries.map { entry in
                    var entry = entry
                    if !holdsNames.contains(place.key) { translateKey(&entry.key) }
                    let key = entry.key.text ?? ""
                    if let first = seen.updateValue(entry.key, forKey: key) {
                        diagnostics.report(.keyByTwoNames(entry.key, first, key))
                    }
                    entry.value = translated(entry.value, inside(key, place), into: &diagnostics)
                    return entry
                })
        }
        return result
    }

    /// The place under a key of a map; a name of the writer's own is no key.
    private func inside(_ key: String, _ outer: Place) -> Place {
        holdsNames.contains(outer.key)
            ? Place(isText: outer.isText, takesWords: outer.takesWords) : place(under: key, in: outer)
    }

    private func translateKey(_ key: inout Node) {
        guard case .scalar(var scalar) = key.content, let known = keys[scalar.text] else { return }
        scalar.text = known
        key.content = .scalar(scalar)
    }

    /// The tree with the names that people read, for printing.
    package func shown(_ node: Node) -> Node { shown(node, Place()) }

    private func shown(_ node: Node, _ place: Place) -> Node {
        var result = node
        switch node.content {
        case .scalar(var scalar):
            guard !scalar.isQuoted, !place.isText, place.takesWords, let name = wordNames[scalar.text] else {
                return node
            }
            scalar.text = name
            result.content = .scalar(scalar)
        case .sequence(let items): result.content = .sequence(items.map { shown($0, place) })
        case .mapping(let entries):
            guard place.key != "words" else { return node }
            result.content = .mapping(
                entries.map { entry in
                    var entry = entry
                    entry.value = shown(entry.value, inside(entry.key.text ?? "", place))
                    guard !holdsNames.contains(place.key), case .scalar(var scalar) = entry.key.content else {
                        return entry
                    }
                    scalar.text = name(ofKey: scalar.text)
                    entry.key.content = .scalar(scalar)
                    return entry
                })
        }
        result.replaced = node.replaced.map { shown($0, place) }
        return result
    }
}

extension Diagnostic {
    fileprivate static func nameOfTwoKeys(_ node: Node, _ name: String, _ keys: [String]) -> Diagnostic {
        Diagnostic(
            "P260",
            Text(
                "“\(name)”是两个键的名称：\(keys.joined(separator: "、"))",
                "'\(name)' is the name of two keys: \(keys.joined(separator: ", "))"),
            at: node.location, help: [Text("给其中一个换一个名称", "give one of them another name")])
    }

    fileprivate static func keyByTwoNames(_ node: Node, _ first: Node, _ key: String) -> Diagnostic {
        Diagnostic(
            "P261", Text("同一个设置（\(key)）写了两次", "the same setting (\(key)) stands twice"), at: node.location,
            secondary: [Diagnostic.Label(first.location, Text("先写在这里", "first here"))],
            help: [Text("留一个，中文键或英文键都可以", "keep one; either name will do")])
    }
}

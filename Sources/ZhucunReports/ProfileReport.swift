package import CivilTime
public import PolicyYAML
internal import Rendering
public import ZhucunKernel

/// Profiles for people: the list, the resolved policy with origins, the outcome of a check.
public enum ProfileReport {
    public static func list(_ store: ProfileStore, _ language: Language, asJSON: Bool) -> [UInt8] {
        if asJSON {
            var json = JSONWriter()
            json.array { json in
                for profile in store.profiles {
                    json.object { json in
                        json.string("profile", profile.code)
                        json.string("name", profile.name.zh)
                        json.string("division", profile.division)
                        json.string("extends", profile.parent)
                        json.array("aliases") { json in profile.aliases.forEach { json.string($0) } }
                    }
                }
            }
            return json.bytes + [10]
        }
        var page = TextPage(language: language)
        page.table(
            store.profiles.map {
                [
                    $0.code, $0.division, $0.name(language), $0.parent.map { "← \($0)" } ?? "",
                    $0.aliases.joined(separator: " "),
                ]
            },
            indent: "")
        return page.bytes
    }

    /// Every provision as it is judged, defaults included, each value with the file and line that set it and what it took the
    /// place of. `keys`: what the language's keys are called; nil for the keys themselves.
    package static func show(
        _ policy: Policy, _ snapshot: PolicySnapshot, _ day: Day, keys: KeyNames?, _ language: Language, asJSON: Bool
    ) -> [UInt8] {
        let named = { (node: Node) in keys?.shown(snapshot.withTitles(node)) ?? node }
        if asJSON {
            var json = JSONWriter()
            json.array { json in
                snapshot.provisions.forEach { provision in
                    json.object { json in
                        json.string("provision", provision.key.description)
                        json.array("settings") { json in write(named(provision.node), &json) }
                    }
                }
            }
            return json.bytes + [10]
        }
        var page = TextPage(language: language)
        page.line("# \(policy.profile.name(language))（\(policy.profile.code)） \(day)")
        for edition in policy.editions where edition.isInForce(in: DayRange(day)) {
            let ends = edition.ends.map { Text("，至 \($0)", ", until \($0)")(language) } ?? ""
            page.line("# \(edition.effective)\(ends) \(edition.document?.number ?? "") \(edition.file.path)")
        }
        let root = snapshot.root
        let general = Node(
            content: .mapping((root.entries ?? []).filter { $0.key.text == "general" }), file: root.file,
            start: root.start, end: root.end)
        for entry in named(general).entries ?? [] { write(entry, "", &page) }
        var section = ""
        for provision in snapshot.provisions {
            if provision.key.section != section {
                section = provision.key.section
                page.line("\(keys?.name(ofKey: section) ?? section):")
            }
            var node = provision.node
            node.content = .mapping(inReadingOrder(node.entries ?? []))
            for (index, child) in (named(node).entries ?? []).enumerated() {
                write(child, index == 0 ? "- " : "  ", &page)
            }
        }
        return page.bytes
    }

    /// The head first, the module's settings next, what is open last, whichever edition set them.
    private static func inReadingOrder(_ entries: [Node.Entry]) -> [Node.Entry] {
        let head = ["id", "name", "clause", "clauses", "document", "for", "per", "applies_from", "until"]
        let last = ["discretion", "note"]
        let place = { (entry: Node.Entry) -> Int in
            let key = entry.key.text ?? ""
            return head.firstIndex(of: key) ?? (last.firstIndex(of: key).map { $0 + 100 } ?? 50)
        }
        return entries.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(
            \.element)
    }

    private static func write(_ entry: Node.Entry, _ indent: String, _ page: inout TextPage) {
        let key = entry.key.text ?? ""
        if isShort(entry.value) {
            page.line("\(indent)\(key): \(inline(entry.value))\(origin(entry.value, page.language))")
            return
        }
        page.line("\(indent)\(key):\(entry.value.replaced.isEmpty ? "" : origin(entry.value, page.language))")
        for child in entry.value.entries ?? [] { write(child, indent + "  ", &page) }
        for item in entry.value.items ?? [] {
            if let entries = item.entries, !isShort(item) {
                for (index, child) in entries.enumerated() { write(child, indent + (index == 0 ? "- " : "  "), &page) }
            } else {
                page.line("\(indent)- \(inline(item))\(origin(item, page.language))")
            }
        }
    }

    /// Fits on a line: a text, or a small collection of one file without history.
    private static func isShort(_ node: Node) -> Bool {
        node.text != nil || (displayWidth(inline(node)) <= 90 && isOfOneOrigin(node, node.file))
    }

    private static func isOfOneOrigin(_ node: Node, _ file: SourceFile) -> Bool {
        let parts = (node.items ?? []) + (node.entries ?? []).map(\.value)
        return node.file === file && parts.allSatisfy { $0.replaced.isEmpty && isOfOneOrigin($0, file) }
    }

    private static func origin(_ node: Node, _ language: Language) -> String {
        let place = { (node: Node) in "\(node.file.path):\(node.location.line)" }
        let old = node.replaced.filter { inline($0) != inline(node) }.map {
            Text("，取代 \(inline($0))（\(place($0))）", ", in place of \(inline($0)) (\(place($0)))")(language)
        }
        return "    # \(place(node))" + old.joined()
    }

    /// A node on one line, as YAML.
    static func inline(_ node: Node) -> String {
        switch node.content {
        case .scalar(let scalar): scalar.text
        case .sequence(let items): "[" + items.map(inline).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key.text ?? ""): \(inline($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    private static func write(_ node: Node, _ json: inout JSONWriter) {
        json.object { json in
            json.string("path", node.file.path)
            json.number("line", node.location.line)
            switch node.content {
            case .scalar(let scalar): json.string("value", scalar.text)
            case .sequence(let items): json.array("items") { json in items.forEach { write($0, &json) } }
            case .mapping(let entries):
                json.array("entries") { json in
                    for entry in entries {
                        json.object { json in
                            json.string("key", entry.key.text)
                            json.array("value") { json in write(entry.value, &json) }
                        }
                    }
                }
            }
            if !node.replaced.isEmpty { json.array("replaced") { json in node.replaced.forEach { write($0, &json) } } }
        }
    }

    /// What a check says when it is done.
    public static func checked(_ policies: [Policy], _ diagnostics: Diagnostics, discretion: Bool, _ language: Language)
        -> [UInt8]
    {
        var page = TextPage(language: language)
        for policy in policies {
            let count = policy.keys.count
            let state = policy.diagnostics.hasErrors ? Text("有误", "wrong") : Text("可用", "good")
            page.line(
                Text(
                    "\(policy.profile.code)（\(policy.profile.name.zh)）：\(policy.editions.count) 个版本，\(count) 条，\(state.zh)",
                    "\(policy.profile.code): \(policy.editions.count) editions, \(count) provisions, \(state.en)"))
            guard discretion, let snapshot = policy.snapshots.last else { continue }
            for provision in snapshot.provisions {
                for item in provision.discretion {
                    page.line(
                        "  \(provision.key) \(item.setting)：\(item.reason)（\(item.node.file.path):\(item.node.location.line)）"
                    )
                }
            }
        }
        return page.bytes
    }
}

internal import PolicyYAML
internal import ZhucunKernel

/// Finds everything in a profile's own editions that can be changed by one step: numbers, units, comparisons, choices.
struct MutantMaker {
    /// The profile itself, then those that stand on it.
    let benches: [TestBench]
    /// What could stand instead of a word of the language, by section and settings; found out once for each.
    private var choices: [String: [String]] = [:]
    /// Provisions that say how a document is drawn up, and judge nothing.
    private var documents: Set<String> = []
    private(set) var mutants: [Mutant] = []

    /// Names, sources and texts for people are not rules.
    private static let untouched: Set = [
        "id", "name", "clause", "clauses", "document", "orders", "applies_from", "until", "discretion", "note", "title",
        "question", "remove", "form",
    ]
    /// Where a text says a unit of time or a length of it.
    private static let timed: Set = ["per", "every", "within", "for"]

    init(_ benches: [TestBench]) {
        self.benches = benches
        guard let bench = benches.first else { return }
        documents = Set(bench.policy.snapshots.flatMap(\.provisions).filter { $0.layout != nil }.map(\.key.description))
        let folder = bench.policy.profile.folder + "/"
        for edition in bench.policy.editions where edition.file.path.hasPrefix(folder) { read(edition.root) }
    }

    private mutating func read(_ root: Node) {
        for (index, section) in (root.entries ?? []).enumerated() {
            guard let name = section.key.text else { continue }
            let path = NodePath().then(.value(index))
            if ["defaults", "own_defaults"].contains(name) {
                for (index, module) in (section.value.entries ?? []).enumerated() {
                    visit(
                        module.value, path.then(.value(index)), [],
                        Place(root: root, section: module.key.text ?? "", id: nil))
                }
            } else if benches[0].plugins.plugin(name) != nil {
                for (index, item) in (section.value.items ?? []).enumerated()
                where item["remove"] == nil && !documents.contains("\(name)/\(item["id"]?.text ?? "")") {
                    visit(item, path.then(.item(index)), [], Place(root: root, section: name, id: item["id"]?.text))
                }
            }
        }
    }

    private struct Place {
        let root: Node
        let section: String
        let id: String?
    }

    private mutating func visit(_ node: Node, _ path: NodePath, _ settings: [String], _ place: Place) {
        switch node.content {
        case .scalar(let scalar): change(node, scalar.text, path, settings, place)
        case .sequence(let items):
            for (index, item) in items.enumerated() { visit(item, path.then(.item(index)), settings, place) }
        case .mapping(let entries):
            for (index, entry) in entries.enumerated() {
                guard let key = entry.key.text, !(settings.isEmpty && MutantMaker.untouched.contains(key)),
                    key != "question"
                else { continue }
                let at = settings + [key]
                if let other = TextChanges.comparisons[key] {
                    add(.comparison, entry.key, key, other, path.then(.key(index)), at, place)
                }
                if let other = TextChanges.joins[key] {
                    add(.other, entry.key, key, other, path.then(.key(index)), at, place)
                }
                visit(entry.value, path.then(.value(index)), at, place)
            }
        }
    }

    private mutating func change(_ node: Node, _ text: String, _ path: NodePath, _ settings: [String], _ place: Place) {
        for (kind, other) in TextChanges.numbers(text) { add(kind, node, text, other, path, settings, place) }
        if MutantMaker.timed.contains(settings.last ?? "") {
            for other in TextChanges.units(text) { add(.unit, node, text, other, path, settings, place) }
            guard TextChanges.units(text).isEmpty else { return }
        }
        guard TextChanges.numbers(text).isEmpty else { return }
        for other in choices(node, text, path, settings, place) where other != text {
            add(.other, node, text, other, path, settings, place)
        }
    }

    private mutating func add(
        _ kind: Mutant.Kind, _ node: Node, _ from: String, _ to: String, _ path: NodePath, _ settings: [String],
        _ place: Place
    ) {
        mutants.append(
            Mutant(
                kind: kind, section: place.section, id: place.id, setting: settings.joined(separator: "."), from: from,
                to: to, location: node.location,
                root: place.root.replacing(path.steps[...], with: to)))
    }

    /// What else could stand where a word of the language itself stands: the reader of the policy says it of one that is none.
    private mutating func choices(_ node: Node, _ text: String, _ path: NodePath, _ settings: [String], _ place: Place)
        -> [String]
    {
        if text == "true" || text == "false" { return [text == "true" ? "false" : "true"] }
        let key = place.section + "." + settings.joined(separator: ".")
        if let known = choices[key] { return known }
        let root = place.root.replacing(path.steps[...], with: "?")
        let found = benches.lazy.map { MutantMaker.choices(node, root, place, $0) }.first { !$0.isEmpty } ?? []
        choices[key] = found
        return found
    }

    private static func choices(_ node: Node, _ root: Node, _ place: Place, _ bench: TestBench) -> [String] {
        var diagnostics = Diagnostics()
        _ = bench.policy.changed(
            root, in: bench.policy.keys(in: place.section, place.id), bench.plugins, into: &diagnostics)
        let said = diagnostics.all.first { $0.code == "S108" && $0.primary?.location == node.location }
        return said?.expected?.zh.split(separator: "、").map(String.init) ?? []
    }
}

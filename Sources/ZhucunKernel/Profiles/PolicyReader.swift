import CivilTime
import PolicyYAML

/// Reads the editions in force on a day into a snapshot.
struct PolicyReader {
    let editionOfFile: [String: Edition]
    let plugins: PluginRegistry
    /// How far from the outermost profile a file's profile stands.
    let depthOfFile: [String: Int]

    /// `layers`: the editions of each profile, the outermost first.
    init(layers: [[Edition]], plugins: PluginRegistry) {
        editionOfFile = Dictionary(layers.flatMap(\.self).map { ($0.file.path, $0) }, uniquingKeysWith: { a, _ in a })
        depthOfFile = Dictionary(
            layers.enumerated().flatMap { depth, editions in editions.map { ($0.file.path, depth) } }, uniquingKeysWith: { a, _ in a })
        self.plugins = plugins
    }

    func read(_ editions: [Edition], _ days: DayRange) -> PolicySnapshot {
        var diagnostics = Diagnostics()
        let root = merge(editions, &diagnostics)
        let words = Words(root["words"], into: &diagnostics)
        let kinds = Dictionary(plugins.kinds.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
        let session = ReadingSession(words: words, kinds: kinds)
        session.merge(diagnostics)
        var provisions: [Provision] = []
        let modules = plugins.plugins.map(\.about.id)
        let notRead = editions.flatMap(\.sectionsNotRead)
        let misspelt = editions.flatMap { $0.sections.entries ?? [] }.compactMap(\.key.text).filter { !modules.contains($0) }
        var lost = LostMeasures(sections: notRead + misspelt.compactMap { suggestion(for: $0, among: modules) }, names: [])
        for entry in root.entries ?? [] {
            guard let name = entry.key.text, let plugin = plugins.plugin(name) else { continue }
            let defaults = root["defaults"]?[name]
            let reader = ProvisionReader(section: plugin, editions: editionOfFile, version: days.first)
            for item in entry.value.items ?? [] where item["id"]?.text != nil {
                let whole = defaults.map { Layering.lay(item, over: $0) } ?? item
                if let provision = reader.read(whole, session, &lost) { provisions.append(provision) }
            }
        }
        provisions.sort { $0.key < $1.key }
        let resolver = MeasureResolver(provisions: provisions, plugins: plugins, depthOfFile: depthOfFile, lost: lost)
        let targets = resolver.resolve(session)
        return PolicySnapshot(
            days: days, root: root, words: words, provisions: provisions,
            byKey: Dictionary(provisions.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { a, _ in a }),
            targets: targets, diagnostics: session.diagnostics)
    }

    private func merge(_ editions: [Edition], _ diagnostics: inout Diagnostics) -> Node {
        guard let first = editions.first else { return Node(content: .mapping([]), file: SourceFile(path: "", bytes: []), start: 0, end: 0) }
        let nothing = Node(content: .mapping([]), file: first.file, start: first.sections.start, end: first.sections.end)
        return editions.reduce(nothing) { below, edition in
            checkRemovals(edition, below, &diagnostics)
            let sections = edition.readableSections
            return Layering.lay(sections, over: Layering.emptySections(of: sections, in: below))
        }
    }

    /// An edition can only take out what was there.
    private func checkRemovals(_ edition: Edition, _ below: Node, _ diagnostics: inout Diagnostics) {
        for section in edition.sections.entries ?? [] {
            let known = below[section.key.text ?? ""]?.items?.compactMap { $0["id"]?.text } ?? []
            for item in section.value.items ?? [] {
                guard let remove = item["remove"] else { continue }
                guard remove.text == "true" else {
                    diagnostics.report(.notOneOf(remove, remove.text ?? "", words: ["true"]))
                    continue
                }
                if let id = item["id"], let text = id.text, !known.contains(text) {
                    diagnostics.report(.removesNothing(id, id: text, known: known))
                }
            }
        }
    }
}

/// Measures that would exist if what gives them had been read: what refers to them is not wrong for that.
struct LostMeasures {
    /// Sections with items that could not be read at all.
    var sections: Set<String>
    var names: Set<String>

    init(sections: [String], names: Set<String>) {
        self.sections = Set(sections)
        self.names = names
    }

    func holds(_ name: String) -> Bool {
        names.contains(name) || sections.contains(String(name.prefix { $0 != "." }))
    }
}

extension MeasureDeclaration {
    /// Every name by which a provision's measure can be meant; `index` is its place in the provision.
    func names(in key: ProvisionKey, at index: Int) -> Set<String> {
        var names: Set<String> = ["\(key.section).\(key.id).\(name)", "\(key.section).\(name)"]
        if name.contains(".") { names.insert(name) }
        if index == 0 { names.insert("\(key.section).\(key.id)") }
        return names
    }
}

/// Finds what every reference to a measure means, and checks what it is compared with.
struct MeasureResolver {
    let provisions: [Provision]
    let plugins: PluginRegistry
    let depthOfFile: [String: Int]
    let lost: LostMeasures
    /// Every name that a reference may use, and the measures it may mean, each with its full name.
    private let byName: [String: [(name: String, target: MeasureTarget)]]

    init(provisions: [Provision], plugins: PluginRegistry, depthOfFile: [String: Int], lost: LostMeasures) {
        self.provisions = provisions
        self.plugins = plugins
        self.depthOfFile = depthOfFile
        self.lost = lost
        var byName: [String: [(name: String, target: MeasureTarget)]] = [:]
        for provision in provisions {
            for (index, measure) in provision.measures.enumerated() {
                let target = MeasureTarget(key: provision.key, measure: index, declaration: measure, subject: provision.subject, per: provision.per)
                let full = "\(provision.key.section).\(provision.key.id).\(measure.name)"
                for name in measure.names(in: provision.key, at: index) { byName[name, default: []].append((full, target)) }
            }
        }
        self.byName = byName
    }

    func resolve(_ session: ReadingSession) -> [MeasureReference: MeasureTarget] {
        var targets: [MeasureReference: MeasureTarget] = [:]
        var edges: [ProvisionKey: [(ProvisionKey, MeasureReference)]] = [:]
        for provision in provisions {
            for reference in provision.references {
                guard let target = target(of: reference, session) else { continue }
                targets[reference] = target
                edges[provision.key, default: []].append((target.key, reference))
                if let asked = reference.asked, asked != target.declaration.dimension {
                    session.report(.wrongDimension(reference, expected: asked, found: target.declaration.dimension))
                }
                if reference.consecutive > 1, target.per == nil, provision.per == nil { session.report(.notRunning(reference, of: target.key)) }
                if reference.mustBeNumber, target.declaration.dimension == .text {
                    session.report(.notANumber(reference, target.declaration))
                    continue
                }
                reference.comparison?.check(
                    against: target.declaration.dimension, values: target.declaration.values, unitsOnly: reference.comparesUnitsOnly, session)
            }
        }
        reportCircles(edges, session)
        return targets
    }

    private func target(of reference: MeasureReference, _ session: ReadingSession) -> MeasureTarget? {
        let found = byName[reference.name] ?? []
        let fitting = inScope(found.filter { fits($0.target, reference.subject) }, of: reference)
        if found.isEmpty {
            if !lost.holds(reference.name) { session.report(.unknownMeasure(reference, known: byName.keys.sorted())) }
        } else if fitting.isEmpty, let first = found.first {
            session.report(.measureOfOtherSubject(reference, about: first.target.subject))
        } else if fitting.count > 1 {
            session.report(.ambiguousMeasure(reference, candidates: fitting.map(\.name)))
        }
        return fitting.count == 1 ? fitting[0].target : nil
    }

    /// A reference means what it meant where it was written: the nearest profile, from its own outwards, that has such a
    /// measure. A county that adds a rule does not change what its province's documents speak of.
    private func inScope(_ found: [(name: String, target: MeasureTarget)], of reference: MeasureReference) -> [(name: String, target: MeasureTarget)] {
        let own = depthOfFile[reference.node.node.file.path] ?? .max
        let depths = found.map { item in provisions.first { $0.key == item.target.key }.flatMap(depth) ?? 0 }
        let nearest = depths.filter { $0 <= own }.max() ?? depths.min()
        return zip(found, depths).filter { $0.1 == nearest }.map(\.0)
    }

    /// The profile that introduced a provision, whoever amended it later.
    private func depth(_ provision: Provision) -> Int? {
        guard let id = provision.node["id"] else { return nil }
        return ([id] + id.replaced).compactMap { depthOfFile[$0.file.path] }.min()
    }

    /// Its own subject, a team's members' measure where the module sums it, or a cadre's team's.
    private func fits(_ target: MeasureTarget, _ subject: SubjectKind) -> Bool {
        if target.subject == subject { return true }
        if plugins.plugin(target.key.section)?.about.rollsUp.contains(subject) == true, target.subject == .cadre { return true }
        return subject == .cadre && target.subject == .team
    }

    private func reportCircles(_ edges: [ProvisionKey: [(ProvisionKey, MeasureReference)]], _ session: ReadingSession) {
        var done: Set<ProvisionKey> = []
        var path: [ProvisionKey] = []
        func visit(_ key: ProvisionKey) {
            guard !done.contains(key) else { return }
            path.append(key)
            for (next, reference) in edges[key] ?? [] {
                if let start = path.firstIndex(of: next) {
                    session.report(.circularMeasures(reference, circle: (path[start...] + [next]).map(\.description)))
                } else {
                    visit(next)
                }
            }
            path.removeLast()
            done.insert(key)
        }
        for key in edges.keys.sorted() { visit(key) }
    }
}

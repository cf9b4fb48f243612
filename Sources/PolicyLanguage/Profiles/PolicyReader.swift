import CivilTime
import PolicyYAML

/// Reads the editions in force on a day into a snapshot.
struct PolicyReader {
    let editionOfFile: [String: Edition]
    let plugins: PluginRegistry
    /// How far from the outermost profile a file's profile stands.
    let depthOfFile: [String: Int]
    /// What provisions of any of the profiles were called before.
    let former: [FormerProvision]

    /// `layers`: the editions of each profile, the outermost first.
    init(layers: [[Edition]], of chain: [Profile], plugins: PluginRegistry) {
        former = chain.flatMap(\.renamed)
        editionOfFile = Dictionary(layers.flatMap(\.self).map { ($0.file.path, $0) }, uniquingKeysWith: { a, _ in a })
        depthOfFile = Dictionary(
            layers.enumerated().flatMap { depth, editions in editions.map { ($0.file.path, depth) } },
            uniquingKeysWith: { a, _ in a })
        self.plugins = plugins
    }

    /// `kept`: provisions that are known to be as they were, and are not read again.
    func read(_ editions: [Edition], _ days: DayRange, kept: (ProvisionKey) -> Provision? = { _ in nil })
        -> PolicySnapshot
    {
        var diagnostics = Diagnostics()
        let root = merge(editions, days, &diagnostics)
        let words = Words(root["words"], into: &diagnostics)
        let kinds = Dictionary(plugins.kinds.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
        let session = ReadingSession(words: words, kinds: kinds)
        session.editionDays = editionOfFile.mapValues(\.effective)
        session.merge(diagnostics)
        let general = GeneralSettings(root["general"], session)
        session.groups = Groups(root["groups"], session)
        var provisions: [Provision] = []
        let modules = plugins.plugins.map(\.about.id)
        let notRead = editions.flatMap(\.sectionsNotRead)
        let misspelt = editions.flatMap { $0.sections.entries ?? [] }.compactMap(\.key.text).filter {
            !(modules + Edition.ownSections).contains($0)
        }
        var lost = LostMeasures(
            sections: notRead + misspelt.compactMap { suggestion(for: $0, among: modules) }, names: [])
        for entry in root.entries ?? [] {
            guard let name = entry.key.text, let plugin = plugins.plugin(name) else { continue }
            let defaults = root["defaults"]?[name]
            let reader = ProvisionReader(section: plugin, editions: editionOfFile, version: days.first)
            for item in entry.value.items ?? [] {
                guard let id = item["id"]?.text else { continue }
                if let provision = kept(ProvisionKey(section: name, id: id)) {
                    provisions.append(provision)
                    continue
                }
                let whole = defaults.map { Layering.lay(item, over: $0) } ?? item
                if let provision = reader.read(whole, session, &lost) { provisions.append(provision) }
            }
        }
        provisions.sort { $0.key < $1.key }
        checkLayouts(provisions, session)
        let bySection = Dictionary(grouping: provisions, by: \.key.section)
        for plugin in plugins.plugins { plugin.compare(bySection[plugin.about.id] ?? [], session) }
        let resolver = MeasureResolver(
            provisions: provisions, plugins: plugins, depthOfFile: depthOfFile, lost: lost, former: former)
        let targets = resolver.resolve(session)
        return PolicySnapshot(
            days: days, root: root, words: words, wordPlaces: session.wordPlaces, general: general,
            provisions: provisions,
            byKey: Dictionary(provisions.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { a, _ in a }),
            targets: targets,
            lookingBack: provisions.flatMap(\.references).compactMap { reference in
                targets[reference].map { (reference, $0) }
            }
            .filter { reference, target in reference.looksBack },
            reaches: Set(provisions.flatMap(\.measures).compactMap(\.reach)),
            diagnostics: session.diagnostics)
    }

    /// A document can only show what some provision finds.
    private func checkLayouts(_ provisions: [Provision], _ session: ReadingSession) {
        let layouts = provisions.filter { $0.node["of"] != nil && $0.layout != nil }
        guard !layouts.isEmpty else { return }
        let known = Dictionary(
            provisions.filter { $0.layout == nil }.map { ($0.key.description, $0) }, uniquingKeysWith: { a, _ in a })
        for provision in layouts {
            guard let layout = provision.layout, let node = provision.node["of"] else { continue }
            for (name, item) in zip(layout.of, node.items ?? [node]) {
                guard let shown = known[name] else {
                    session.report(.showsNothing(item, name, known: known.keys.sorted()))
                    continue
                }
                if let form = provision.node["form"], !layout.form.canShow(shown.measures.map(\.role)) {
                    session.report(.cannotShow(form, layout.form, name, at: item))
                }
            }
        }
    }

    private func merge(_ editions: [Edition], _ days: DayRange, _ diagnostics: inout Diagnostics) -> Node {
        guard let first = editions.first else {
            return Node(content: .mapping([]), file: SourceFile(path: "", bytes: []), start: 0, end: 0)
        }
        let nothing = Node(
            content: .mapping([]), file: first.file, start: first.sections.start, end: first.sections.end)
        return editions.reduce(nothing) { below, edition in
            checkRemovals(edition, below, days, &diagnostics)
            let sections = edition.sections(over: below)
            return Layering.lay(sections, over: Layering.emptySections(of: sections, in: below))
        }
    }

    /// An edition can only take out what was there, though that may have ended since.
    private func checkRemovals(_ edition: Edition, _ below: Node, _ days: DayRange, _ diagnostics: inout Diagnostics) {
        let ended = editionOfFile.values.filter { $0.effective < days.first && !$0.isInForce(in: days) }
        for section in edition.sections.entries ?? [] {
            for item in section.value.items ?? [] {
                let name = "\(section.key.text ?? "")/\(item["id"]?.text ?? "")"
                if let id = item["id"], let provision = former.first(where: { $0.former == name }) {
                    let section = provision.now.prefix { $0 != "/" }
                    diagnostics.report(
                        .formerProvision(id, provision, isMoved: section != name.prefix { $0 != "/" }))
                    continue
                }
                guard let remove = item["remove"] else { continue }
                let known = below[section.key.text ?? ""]?.items?.compactMap { $0["id"]?.text } ?? []
                guard remove.text == "true" else {
                    diagnostics.report(.notOneOf(remove, remove.text ?? "", words: ["true"]))
                    continue
                }
                if let id = item["id"], let text = id.text, !known.contains(text),
                    !ended.contains(where: { $0.declares(text, in: section.key.text) })
                {
                    diagnostics.report(.removesNothing(id, id: text, known: known))
                }
            }
        }
    }
}

internal import PolicyYAML

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
    private let former: [FormerProvision]
    /// The measures that can be referred to, by their sections; those whose own name has a dot, which can be meant by it alone.
    private let bySection: [String: [Candidate]]
    private let dotted: [Candidate]

    private struct Candidate {
        let target: MeasureTarget
        /// In the order of the provisions.
        let place: Int
        /// How far from the outermost profile the one stands that introduced its provision.
        let depth: Int

        var key: ProvisionKey { target.key }
        var names: Set<String> { target.declaration.names(in: key, at: target.measure) }
        var fullName: String { "\(key.section).\(key.id).\(target.declaration.name)" }
    }

    init(
        provisions: [Provision], plugins: PluginRegistry, depthOfFile: [String: Int], lost: LostMeasures,
        former: [FormerProvision]
    ) {
        self.former = former
        self.provisions = provisions
        self.plugins = plugins
        self.depthOfFile = depthOfFile
        self.lost = lost
        var candidates: [Candidate] = []
        for provision in provisions {
            let depth = MeasureResolver.depth(provision, depthOfFile) ?? 0
            for (index, measure) in provision.measures.enumerated() {
                let target = MeasureTarget(
                    key: provision.key, measure: index, declaration: measure, subject: provision.subject,
                    per: provision.per)
                candidates.append(Candidate(target: target, place: candidates.count, depth: depth))
            }
        }
        bySection = Dictionary(grouping: candidates, by: \.key.section)
        dotted = candidates.filter { $0.target.declaration.name.contains(".") }
    }

    func resolve(_ session: ReadingSession) -> [MeasureReference: MeasureTarget] {
        var targets: [MeasureReference: MeasureTarget] = [:]
        var edges: [ProvisionKey: [(ProvisionKey, MeasureReference)]] = [:]
        let errors = session.diagnostics.errorCount
        var empty: [Diagnostic] = []
        for provision in provisions {
            for reference in provision.references {
                guard let target = target(of: reference, session) else { continue }
                targets[reference] = target
                edges[provision.key, default: []].append((target.key, reference))
                if let asked = reference.asked, asked != target.declaration.dimension {
                    session.report(.wrongDimension(reference, expected: asked, found: target.declaration.dimension))
                }
                if reference.consecutive > 1, target.per == nil, provision.per == nil {
                    session.report(.notRunning(reference, of: target.key))
                }
                if reference.isGathered, target.per == nil {
                    session.report(.gathersNoUnits(reference, of: target.key))
                }
                if reference.mustHaveUnits, let per = provision.per, target.per.map({ $0 > per }) ?? true {
                    session.report(.notJudgedInUnits(reference, of: target.key, per))
                }
                if reference.mustBeNumber, target.declaration.dimension == .text {
                    session.report(.notANumber(reference, target.declaration))
                    continue
                }
                reference.comparison?.check(
                    against: target.declaration.dimension, values: target.declaration.values,
                    unitsOnly: reference.comparesUnitsOnly, session)
                if let reason = never(reference, target, provision) { empty.append(.neverHasValue(reference, reason)) }
            }
            for check in provision.computed { check.report(session) { targets[$0]?.declaration.dimension } }
        }
        reportCircles(edges, session)
        // What is wrong otherwise may be why.
        if session.diagnostics.errorCount == errors { for diagnostic in empty { session.report(diagnostic) } }
        return targets
    }

    /// Why a measure can never have a value where it is read; nil where it can.
    private func never(_ reference: MeasureReference, _ target: MeasureTarget, _ provision: Provision) -> Text? {
        guard !target.declaration.hasSpans, !reference.isGathered else { return nil }
        if let window = reference.window {
            return Text(
                "它只按自己的时间单位有值，不能看\(window.text.zh)", "it has values in its own units only, not \(window.text.en)")
        }
        guard let own = target.per, let per = provision.per, own > per else { return nil }
        return Text(
            "它按\(own.title.zh)有值，而这一条按\(per.title.zh)判断",
            "it has a value for each \(own.title.en), and this is judged for each \(per.title.en)")
    }

    private func target(of reference: MeasureReference, _ session: ReadingSession) -> MeasureTarget? {
        let found = candidates(named: reference.name)
        let fitting = inScope(found.filter { fits($0.target, reference.subject) }, of: reference)
        if found.isEmpty {
            if let provision = former.first(where: { $0.current(reference.name) != nil }) {
                session.report(.formerProvision(reference.node.node, provision))
            } else if !lost.holds(reference.name) {
                session.report(
                    .unknownMeasure(reference, known: Set(bySection.values.joined().flatMap(\.names)).sorted()))
            }
        } else if fitting.isEmpty, let first = found.first {
            session.report(.measureOfOtherSubject(reference, about: first.target.subject))
        } else if fitting.count > 1 {
            session.report(.ambiguousMeasure(reference, candidates: fitting.map(\.fullName)))
        }
        return fitting.count == 1 ? fitting[0].target : nil
    }

    /// Everything that a reference of this name may mean, in order of the provisions.
    private func candidates(named name: String) -> [Candidate] {
        guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return [] }
        let section = String(name[..<dot])
        let rest = name[name.utf8.index(after: dot)...]
        let isFull = rest.utf8.contains(UInt8(ascii: "."))
        let own = (bySection[section] ?? []).filter { candidate in
            let (id, measure) = (candidate.key.id, candidate.target.declaration.name)
            return rest == measure || (rest == id && candidate.target.measure == 0)
                || (isFull && rest == "\(id).\(measure)")
        }
        let others = dotted.filter { candidate in
            candidate.target.declaration.name == name && !own.contains { $0.place == candidate.place }
        }
        return others.isEmpty ? own : (own + others).sorted { $0.place < $1.place }
    }

    /// A reference means what it meant where it was written: the nearest profile, from its own outwards, that has such a
    /// measure. A county that adds a rule does not change what its province's documents speak of.
    private func inScope(_ found: [Candidate], of reference: MeasureReference) -> [Candidate] {
        let own = depthOfFile[reference.node.node.file.path] ?? .max
        let depths = found.map(\.depth)
        let nearest = depths.filter { $0 <= own }.max() ?? depths.min()
        return found.filter { $0.depth == nearest }
    }

    /// The profile that introduced a provision, whoever amended it later.
    private static func depth(_ provision: Provision, _ depthOfFile: [String: Int]) -> Int? {
        guard let id = provision.node["id"] else { return nil }
        return ([id] + id.replaced).compactMap { depthOfFile[$0.file.path] }.min()
    }

    /// Its own subject, a team's members' measure where the module sums it, or a cadre's team's.
    private func fits(_ target: MeasureTarget, _ subject: SubjectKind) -> Bool {
        if target.subject == subject { return true }
        if plugins.plugin(target.key.section)?.about.rollsUp.contains(subject) == true, target.subject == .cadre {
            return true
        }
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

public import CivilTime
public import PolicyYAML

/// All rules in force in a span of days without a new edition.
public struct PolicySnapshot: Sendable {
    /// The days on which these rules are in force; the last snapshot's end in the distant future.
    package let days: DayRange
    /// The merged tree, every value with its place.
    package let root: Node
    /// The vocabulary, merged over the editions.
    package let words: Words
    /// Where words of the vocabulary stand in the editions, each with its group.
    let wordPlaces: [NodePlace: String]
    /// What holds for all modules together.
    public let general: GeneralSettings
    /// In order of their keys.
    package let provisions: [Provision]
    let byKey: [ProvisionKey: Int]
    /// What each reference means.
    package let targets: [MeasureReference: MeasureTarget]
    /// Those that look back beyond their own unit.
    package let lookingBack: [(reference: MeasureReference, target: MeasureTarget)]
    /// How far around a span measures look.
    package let reaches: Set<Window>
    /// What was wrong when these editions were read together.
    package var diagnostics: Diagnostics

    /// The provision of a name; nil when it is not in force in these days.
    package func provision(_ key: ProvisionKey) -> Provision? { byKey[key].map { provisions[$0] } }

    /// The tree with the names that people read for the vocabulary's words in it, for printing.
    package func withTitles(_ node: Node) -> Node {
        var result = node
        switch node.content {
        case .scalar(var scalar):
            guard !scalar.isQuoted, let group = wordPlaces[NodePlace(node)] else { return node }
            scalar.text = words.title(scalar.text, in: group).zh
            result.content = .scalar(scalar)
        case .sequence(let items): result.content = .sequence(items.map(withTitles))
        case .mapping(let entries):
            result.content = .mapping(
                entries.map { Node.Entry(key: withTitles($0.key), value: withTitles($0.value)) })
        }
        return result
    }

    /// Whether a measure is only counted from presence: by what gives it itself, or because nothing else is behind it.
    package func isFromPresence(_ target: MeasureTarget) -> Bool {
        if target.declaration.isFromPresence { return true }
        guard let provision = provision(target.key), provision.counted.isEmpty, !provision.references.isEmpty else {
            return false
        }
        return provision.references.allSatisfy { targets[$0].map(isFromPresence) ?? false }
    }
}

/// The measure that a reference means.
package struct MeasureTarget: Sendable {
    package let key: ProvisionKey
    package let measure: Int
    package let declaration: MeasureDeclaration
    package let subject: SubjectKind
    package let per: TimeUnit?
}

/// A profile over a span of days: its snapshots in order.
public struct Policy: Sendable {
    /// The profile whose rules these are.
    public let profile: Profile
    /// The profile and those it stands on, outermost first.
    package let chain: [Profile]
    /// The time zone, the nearest profile's that names one.
    package let zone: CivilZone
    /// When months begin, as the nearest profile says; the calendar's own where none does.
    public let months: MonthRule
    /// The editions of the whole chain, the outermost profile's first, each profile's by their effective days.
    public let editions: [Edition]
    /// The rules over time, by their days; one for each day on which an edition begins or has ended.
    package let snapshots: [PolicySnapshot]
    /// What was wrong with the editions, each problem once.
    public let diagnostics: Diagnostics
    /// Of all snapshots, by section.
    package let rules: [String: [any SectionRule]]
    /// Every provision in force at some time, once, in order.
    public let keys: [ProvisionKey]
    /// Those that bind the rest of the unit in which they were issued, as each edition that says so made them.
    private let atOnce: [ProvisionKey: [Provision]]

    init(
        profile: Profile, chain: [Profile], zone: CivilZone, editions: [Edition], snapshots: [PolicySnapshot],
        diagnostics: Diagnostics
    ) {
        self.profile = profile
        self.chain = chain
        self.zone = zone
        months = chain.reversed().compactMap(\.months).first ?? .calendar
        self.editions = editions
        self.snapshots = snapshots
        self.diagnostics = diagnostics
        var rules: [String: [any SectionRule]] = [:]
        for snapshot in snapshots {
            for provision in snapshot.provisions { rules[provision.key.section, default: []].append(provision.rule) }
        }
        self.rules = rules
        keys = Set(snapshots.flatMap(\.byKey.keys)).sorted()
        atOnce = Dictionary(
            grouping: snapshots.flatMap(\.provisions).filter { $0.atOnceFrom == $0.version }, by: \.key)
    }

    /// Every provision as it stands at some time in a period or in a unit that belongs to it, in the order of keys and time.
    public func provisions(in period: Period) -> [Provision] {
        let units = Set(snapshots.flatMap { $0.provisions.compactMap(\.per) })
        let days = units.flatMap { period.units($0).prefix(1) }.reduce(period.days) { $0.union($1.days) }
        return snapshots.filter { $0.days.intersection(days) != nil }.flatMap(\.provisions).sorted {
            ($0.key, $0.version) < ($1.key, $1.version)
        }
    }

    /// From which day records were kept; nil: nobody says.
    public var recordsFrom: Day? { chain.reversed().lazy.compactMap(\.recordsFrom).first }

    /// The vocabulary by which records of all times are read: the newest names, and what words were called or meant before.
    public var recordWords: Words { Words.union(snapshots.reversed().map(\.words)) }

    /// The rules in force on a day; nil before the first edition.
    public func snapshot(on day: Day) -> PolicySnapshot? {
        snapshots.first { $0.days.contains(day) }
    }

    /// A provision as it stands for a unit: under the edition in force on the unit's first day, or one of its later days that says
    /// that it binds at once. What has no unit of its own is judged once, at the end of the period, under the edition in force then.
    public func provision(_ key: ProvisionKey, for unit: Period) -> Provision? {
        let issued = atOnce[key]?.last { $0.per == unit.unit && $0.version > unit.first && $0.version <= unit.last }
        if let issued { return issued.applies(on: issued.version) ? issued : nil }
        if let provision = snapshot(on: unit.first)?.provision(key), provision.per != nil {
            return provision.applies(on: unit.first) ? provision : nil
        }
        let standing = snapshot(on: unit.last)?.provision(key)
        guard standing == nil || standing?.per == nil else { return nil }
        if let standing, standing.applies(on: unit.last) { return standing }
        return ended(key, before: unit.last)
    }

    /// A provision of which what began under it runs to its end, as it last stood before it ended.
    private func ended(_ key: ProvisionKey, before day: Day) -> Provision? {
        guard let last = snapshots.last(where: { $0.days.first <= day && $0.byKey[key] != nil })?.provision(key),
            last.per == nil, last.rule.runsToItsEnd, lastDay(of: last) < day
        else { return nil }
        // What a later edition took out has not ended: it is no more.
        let end = lastDay(of: last)
        return last.until == end || editions.contains { $0.ends == end } ? last : nil
    }

    /// The last day on which a provision is in force: that of its editions, or its own.
    public func lastDay(of provision: Provision) -> Day {
        let inForce = snapshots.drop { $0.days.first < provision.version }.prefix { $0.byKey[provision.key] != nil }
        return min(inForce.last?.days.last ?? provision.version, provision.until ?? .distantFuture)
    }

    /// Resolves a profile over all its editions. Nil when it cannot be used at all.
    public static func resolve(
        _ profile: Profile, in store: ProfileStore, plugins: PluginRegistry, into diagnostics: inout Diagnostics
    ) -> Policy? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let chain = store.chain(of: profile, into: &found)
        let added = store.profiles.flatMap(\.columns)
        for column in (chain ?? [profile]).flatMap(\.columns) {
            if let problem = column.problem(among: plugins.kinds, added) { found.report(problem) }
        }
        // Records are read once for all profiles: columns stand in the same places whoever asks.
        let plugins = plugins.adding(added)
        let folders = (chain ?? [profile]).map { store.editions(of: $0, into: &found) }
        let layers = folders.map(\.editions)
        // What comes after an edition that could not be read, or stands on a profile that could not, would be judged without it: only what
        // is wrong whatever it says is told.
        let end = chain == nil ? .distantPast : folders.compactMap(\.unreadFrom).min() ?? .distantFuture
        let editions = layers.flatMap(\.self)
        for edition in editions { checkSections(edition, plugins, &found) }
        let zone = chain?.reversed().compactMap(\.zone).first
        if chain != nil, zone == nil { found.report(.noZone(profile.code)) }
        let starts = Set(editions.map(\.effective) + editions.compactMap { $0.ends?.advanced(by: 1) }).sorted()
        var snapshots: [PolicySnapshot] = []
        var said: Set<Finding> = []
        for (index, start) in starts.enumerated() {
            let isKnown = start < end
            let end = index + 1 < starts.count ? starts[index + 1].advanced(by: -1) : Day.distantFuture
            guard let span = DayRange(start, end) else { continue }
            let inForce = layers.flatMap { $0.filter { $0.isInForce(in: DayRange(start)) } }
            let snapshot = PolicyReader(layers: layers, of: chain ?? [profile], plugins: plugins).read(inForce, span)
            for diagnostic in snapshot.diagnostics.all where isKnown || wrongByThemselves.contains(diagnostic.code) {
                if said.insert(Finding(diagnostic)).inserted { found.report(diagnostic) }
            }
            if isKnown { snapshots.append(snapshot) }
        }
        guard let chain, let zone else { return nil }
        if !profile.renamed.isEmpty, !found.hasErrors {
            let known = Set(snapshots.flatMap { $0.provisions.map(\.key.description) })
            for provision in profile.renamed where !known.contains(provision.now) {
                found.report(.renamedToNothing(provision))
            }
        }
        checkOrders(of: snapshots, editions, in: store, into: &found)
        return Policy(
            profile: profile, chain: chain, zone: zone, editions: editions, snapshots: snapshots, diagnostics: found)
    }

    /// Codes of what no other file could make right: a shape, a value that cannot be read, a unit, a share, a setting that no module has.
    private static let wrongByThemselves: Set = ["S101", "S102", "S103", "S104", "S106", "S109"]

    /// What is wrong in several snapshots is said once, whatever else could stand there in each of them.
    private struct Finding: Hashable {
        let code: String
        let message: Text
        let place: Location?

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            message = diagnostic.message
            place = diagnostic.primary?.location
        }
    }

    /// Sections no module reads, items without an id or with the same one.
    private static func checkSections(_ edition: Edition, _ plugins: PluginRegistry, _ diagnostics: inout Diagnostics) {
        let modules = plugins.plugins.map(\.about.id)
        for entry in edition.sections.entries ?? [] {
            guard let name = entry.key.text, !["words", "general", "groups"].contains(name) else { continue }
            if name == "defaults" || name == Edition.ownDefaults {
                for module in entry.value.entries ?? [] where !modules.contains(module.key.text ?? "") {
                    diagnostics.report(.unknownSection(module.key, module.key.text ?? "", known: modules))
                }
                for module in entry.value.entries ?? [] where module.value.entries == nil {
                    diagnostics.report(.wrongShape(module.value, expected: Text("{设置: 值}", "{setting: value}")))
                }
                continue
            }
            guard modules.contains(name) else {
                diagnostics.report(
                    .unknownSection(entry.key, name, known: modules + Edition.ownSections + Edition.head.sorted()))
                continue
            }
            guard let items = entry.value.items else {
                diagnostics.report(.sectionIsNotList(entry.value, name))
                continue
            }
            var seen: [String: Node] = [:]
            for item in items {
                guard let id = item["id"], let text = id.text, !text.isEmpty else {
                    diagnostics.report(.noIdentifier(item, section: name))
                    continue
                }
                if let first = seen[text] { diagnostics.report(.repeatedIdentifier(id, first, id: text)) }
                seen[text] = id
            }
        }
    }
}

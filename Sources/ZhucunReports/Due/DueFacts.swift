internal import CivilTime
public import PolicyYAML
internal import Rendering
public import ZhucunKernel

/// What a reader asked of a list of what is owed.
public struct DueOptions: Sendable {
    public var language: Language
    /// Whose list it is; nil: everybody's.
    public var party: Subject?

    public init(language: Language, party: Subject? = nil) {
        self.language = language
        self.party = party
    }
}

/// Where an item stands on the day of asking.
enum DueState: String, CaseIterable {
    case overdue, today, open

    init(_ due: Day, _ asOf: Day) { self = due < asOf ? .overdue : due == asOf ? .today : .open }

    var title: Text {
        switch self {
        case .overdue: Text("已超期", "overdue")
        case .today: Text("今天到期", "due today")
        case .open: Text("未到期", "not yet due")
        }
    }
}

/// What one party, or nobody who is known, owes under one provision in one unit: for many subjects, one entry.
struct DueEntry {
    /// In the order of the list; never empty.
    let items: [DueItem]
    let first: DueItem

    var due: Day { first.owed.due }
    var provision: Provision { first.provision }
}

/// What every format needs to say about what is owed.
struct DueFacts {
    let list: DueList
    let options: DueOptions

    var world: World { list.records.world }
    var language: Language { options.language }

    func words(_ item: DueItem) -> Words {
        list.policies.first { $0.profile.code == item.profile.code }?.snapshot(on: item.provision.version)?.words
            ?? .none
    }

    private struct Group: Hashable {
        let profile: String
        let key: ProvisionKey
        let by: String?
        let bearers: [Subject]
        /// What has no unit of its own is due on a day of its own.
        let unit: Period

        init(_ item: DueItem) {
            profile = item.profile.code
            key = item.provision.key
            by = item.owed.by
            bearers = item.bearers
            unit = item.provision.per == nil ? Period(containing: item.owed.due, unit: .day) : item.unit
        }
    }

    /// In the order of each one's first item, which is the first due.
    var entries: [DueEntry] {
        var places: [Group: Int] = [:]
        var groups: [[DueItem]] = []
        for item in list.items {
            let group = Group(item)
            if let place = places[group] {
                groups[place].append(item)
            } else {
                places[group] = groups.count
                groups.append([item])
            }
        }
        return groups.compactMap { items in items.first.map { DueEntry(items: items, first: $0) } }
    }

    func state(_ entry: DueEntry) -> DueState { DueState(entry.due, list.asOf) }

    /// `超期 12 天`, `今天`, `还有 3 天`.
    func distance(_ due: Day) -> Text {
        let days = due - list.asOf
        if days == 0 { return Text("今天", "today") }
        let count = abs(days) == 1 ? "1 day" : "\(abs(days)) days"
        return days < 0 ? Text("超期 \(-days) 天", "\(count) over") : Text("还有 \(days) 天", "\(count) left")
    }

    /// Nil where the provision does not say who owes it.
    func office(_ entry: DueEntry) -> String? {
        entry.first.owed.by.map { words(entry.first).title($0, in: "office")(language) }
    }

    /// `驻村工作队 T0007 王家村`: the office and who bears it.
    func who(_ entry: DueEntry) -> String {
        guard let office = office(entry) else { return Text("未写明由谁", "nobody named")(language) }
        let bearers = entry.first.bearers.map(label).joined(separator: separator)
        return bearers.isEmpty ? office : "\(office) \(bearers)"
    }

    /// The first few of those it is owed to, and how many they are.
    func whom(_ entry: DueEntry) -> String {
        let labels = entry.items.prefix(DueFacts.named).map { label($0.subject) }
        guard entry.items.count > 1 else { return labels.joined() }
        let counted = Rendering.counted(entry.items.count, world.title(of: entry.first.subject.kind))(language)
        let rest = entry.items.count > DueFacts.named ? " …" : ""
        return counted + Text("：", ": ")(language) + labels.joined(separator: separator) + rest
    }

    /// `1/2`, or how a single one stands; where nothing is counted, or all that was to be done by now is, that it is not done.
    func progress(_ entry: DueEntry) -> String {
        let counts = entry.items.compactMap { DueFacts.counts($0) }
        guard counts.count == entry.items.count, entry.items.count == 1 || DueFacts.addUp(entry.provision),
            let done = sum(counts.map(\.done)),
            let asked = sum(counts.map(\.asked)), done < asked
        else {
            let standing = entry.items.count == 1 ? entry.first.owed.standing : []
            return standing.isEmpty
                ? Text("未办", "not done")(language) : standing.map { $0(language) }.joined(separator: separator)
        }
        return "\(done.exactText)/\(asked.exactText)"
    }

    /// Points of several are no sum of anything.
    private static func addUp(_ provision: Provision) -> Bool {
        provision.bounds.first.map { ![.points, .share, .places].contains(provision.measures[$0.measure].dimension) }
            ?? false
    }

    static func counts(_ item: DueItem) -> (done: Fraction, asked: Fraction)? {
        let bounds = item.provision.bounds
        guard let pair = bounds.first, bounds.count == 1, let done = item.finding.values[pair.measure]?.range?.low,
            let asked = item.finding.values[pair.bound]?.range?.low
        else { return nil }
        return (done, asked)
    }

    private func sum(_ numbers: [Fraction]) -> Fraction? { try? numbers.reduce(.zero) { try $0 + $1 } }

    /// How many are named of those that one entry is about.
    private static let named = 3
    private var separator: String { language == .zh ? "、" : ", " }

    /// `H0012 王某某`; a division has its code.
    func label(_ subject: Subject) -> String { world.label(of: subject) }

    /// Whose list it is, with its teams.
    var partyText: Text? {
        guard let party = options.party else { return nil }
        let teams = list.teams(of: party).map { world.identifier(of: $0) }
        let words = list.policies.last?.snapshots.last?.words ?? .none
        let name = world.area(world.identifier(of: party)).label(
            level: { words.title($0, in: "level") }, kind: world.title(of:))
        guard !teams.isEmpty else { return name }
        let joined = teams.joined(separator: separator)
        return Text("\(name.zh)，包括所在工作队 \(joined) 的事项", "\(name.en), with what the cadre's team \(joined) owes")
    }
}

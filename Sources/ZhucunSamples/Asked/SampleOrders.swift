internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// All that the provisions of one policy ask, by whom they are about.
struct SampleOrders {
    struct OfKind {
        fileprivate(set) var duties: [SampleDuty] = []
        fileprivate(set) var checks: [SampleCheck] = []
        /// Soonest first.
        fileprivate(set) var wants: [SampleWant] = []
        fileprivate(set) var deadlines: [SampleDeadline] = []
        fileprivate(set) var dimensions: [SampleDimension] = []
    }

    private var kinds: [String: OfKind] = [:]

    /// Of a more special policy only what means something under the one that was asked for as well, so that the sample is right under both.
    init(_ policy: Policy?, under known: KnownNames? = nil, _ asked: DayRange) {
        for provision in policy?.snapshot(on: asked.last)?.provisions ?? [] {
            let kind = provision.subject.rawValue
            var orders = kinds[kind] ?? OfKind()
            if let duty = SampleDuty(provision), known?.knows(duty.ask) ?? true { orders.duties.append(duty) }
            if let check = SampleCheck(provision), known?.items.contains(check.item) ?? true {
                orders.checks.append(check)
            }
            if let deadline = SampleDeadline(provision), known?.knows(deadline.ask) ?? true {
                orders.deadlines.append(deadline)
            }
            orders.wants += SampleWant.all(provision, asked).filter { known?.knows($0.ask) ?? true }
            for dimension in SampleDimension.all(provision) where known?.dimensions.contains(dimension.name) ?? true {
                orders.add(dimension)
            }
            kinds[kind] = orders
        }
        for kind in kinds.keys { kinds[kind]?.sortWants() }
    }

    func about(_ kind: String) -> OfKind { kinds[kind] ?? OfKind() }
}

extension SampleOrders.OfKind {
    fileprivate mutating func sortWants() {
        let ordered = wants.enumerated().sorted { ($0.element.soonest, $0.offset) < ($1.element.soonest, $1.offset) }
        wants = ordered.map(\.element)
    }

    /// What several rules score is scored once, of everybody.
    fileprivate mutating func add(_ dimension: SampleDimension) {
        guard let same = dimensions.firstIndex(where: { $0.name == dimension.name && $0.per == dimension.per }) else {
            dimensions.append(dimension)
            return
        }
        dimensions[same].filter.fields = []
    }
}

/// The names that records may use under a policy.
struct KnownNames {
    let items: Set<String>
    let dimensions: Set<String>
    private let words: Words

    init?(_ policy: Policy?, on day: Day) {
        guard let snapshot = policy?.snapshot(on: day) else { return nil }
        items = Set(snapshot.provisions.map(\.key.id))
        dimensions = Set(snapshot.provisions.flatMap(SampleDimension.all).map(\.name))
        words = snapshot.words
    }

    func knows(_ ask: SampleAsk) -> Bool { ask.kinds.allSatisfy { words.key(of: $0, in: ask.record.rawValue) != nil } }
}

/// What is asked in each county of a sample: by the most special policy there is for it.
struct SamplePolicies {
    private var orders: [SampleOrders] = []
    private let places: [Int]

    /// `special`: by the codes of counties; the others are under `policy`.
    init(_ policy: Policy?, _ special: [String: Policy], _ world: SampleWorld, _ asked: DayRange) {
        orders = [SampleOrders(policy, asked)]
        let known = KnownNames(policy, on: asked.last)
        var places: [Int] = []
        var read: [String: Int] = [:]
        for county in world.counties {
            guard let own = special[county.code] else {
                places.append(0)
                continue
            }
            if read[own.profile.code] == nil {
                read[own.profile.code] = orders.count
                orders.append(SampleOrders(own, under: known, asked))
            }
            places.append(read[own.profile.code] ?? 0)
        }
        self.places = places
    }

    func orders(_ subject: SampleSubject) -> SampleOrders.OfKind { orders[places[subject.county]].about(subject.kind) }
}

public import CivilTime
import PolicyYAML

/// Judges the provisions of one county under one profile; provisions ask it for the measures of others.
///
/// Each finding is computed once, when first asked for, which is the order that the measures read and given demand (circles
/// were refused at load). An evaluation stays on the thread that made it.
public final class Evaluation {
    /// The profile's rules over all their editions.
    public let policy: Policy
    /// The records that are judged.
    public let records: Records
    /// Who is where, as the records say.
    public let world: World
    /// The texts behind the symbols that record tables hold.
    public let symbols: Symbols
    /// Public holidays and make-up working days.
    public let calendar: HolidayCalendar
    /// The assessed period.
    public let period: Period
    /// The day on which it is asked what is open and what is overdue: later facts are not known yet. Nil: the last day of what
    /// is judged.
    public let asOf: Day?
    /// Units that begin by this day are asked for though they have not begun.
    public let through: Day?
    /// The county's subjects of each kind, in order.
    public let subjects: [SubjectKind: [Subject]]
    let ledgers: [String: any RecordLedger]
    let seat: CountySeat
    /// Evaluations of the same profile's other counties, for what was found there of those who came from them: kept by the first.
    private unowned let first: Evaluation?
    private let makeNeighbour: (_ place: Int, _ first: Evaluation) -> Evaluation?
    private var neighbours: [Int: Evaluation] = [:]
    /// Takes what goes wrong in modules.
    let faults: FaultLog
    /// Notes which branches were taken, where somebody asks.
    public var recorder: BranchRecorder?
    private var found: [FoundKey: IndexedOutcomes] = [:]
    /// What was computed once, by its key.
    private var memo: [AnyHashable: Any] = [:]
    /// On the way from one provision to others, those that have been asked what would decide them.
    var needsAsked: [NeedAsked] = []
    /// Where and when records of a kind were kept, as `coverage.csv` says.
    public private(set) lazy var coverage = Coverage.spans(records)

    private struct FoundKey: Hashable {
        let key: ProvisionKey
        let unit: Period
    }

    /// Outcomes by the subjects' places in the world, and, once somebody asks for one of them, where each subject's first one stands.
    private final class IndexedOutcomes {
        let outcomes: Outcomes
        private lazy var places = {
            let outcomes = outcomes
            var places = [Int32](
                repeating: -1, count: (outcomes.indices.lazy.map { outcomes.subject($0) }.max() ?? -1) + 1)
            for row in outcomes.indices.reversed() { places[outcomes.subject(row)] = Int32(row) }
            return places
        }()

        init(_ outcomes: Outcomes) { self.outcomes = outcomes }

        /// Those of one subject of the kind that they are about.
        func rows(of subject: Subject) -> Range<Int> {
            guard let first = first(subject) else { return 0..<0 }
            return
                first..<(outcomes.indices[first...].first { outcomes.subject($0) != subject.index } ?? outcomes.endIndex)
        }

        /// A measure's values for subjects of the kind that the outcomes are about.
        func values(of measure: Int, for subjects: [Subject]) -> [MeasureValue?] {
            guard measure < outcomes.width else { return subjects.map { _ in nil } }
            return subjects.map { subject in first(subject).flatMap { outcomes.value($0, measure) } }
        }

        private func first(_ subject: Subject) -> Int? {
            guard subject.index < places.count, places[subject.index] >= 0 else { return nil }
            return Int(places[subject.index])
        }
    }

    init(
        policy: Policy, records: Records, calendar: HolidayCalendar, period: Period, asOf: Day?, through: Day? = nil,
        subjects: [SubjectKind: [Subject]], ledgers: [String: any RecordLedger], seat: CountySeat, faults: FaultLog,
        besides first: Evaluation?,
        neighbour makeNeighbour: @escaping (_ place: Int, _ first: Evaluation) -> Evaluation?
    ) {
        self.policy = policy
        self.records = records
        world = records.world
        symbols = records.symbols
        self.calendar = calendar
        self.period = period
        self.asOf = asOf
        self.through = through
        self.subjects = subjects
        self.ledgers = ledgers
        self.seat = seat
        self.faults = faults
        self.first = first
        self.makeNeighbour = makeNeighbour
        recorder = first?.recorder
    }

    /// What another county of the profile finds; nil where no county of it does.
    private func neighbour(at place: Int) -> Evaluation? {
        let first = self.first ?? self
        if first.seat.place == place { return first }
        if let known = first.neighbours[place] { return known }
        let made = makeNeighbour(place, first)
        first.neighbours[place] = made
        return made
    }

    /// Something that is computed once for a county and kept.
    public func once<Key: OnceKey>(_ key: Key, _ make: () throws -> Key.Value) rethrows -> Key.Value {
        if let known = memo[key] as? Key.Value { return known }
        let value = try make()
        memo[key] = value
        return value
    }

    /// The provision as it stands for a unit.
    func provision(_ key: ProvisionKey, for unit: Period) -> Provision? {
        let found = policy.provision(key, for: unit)
        return found.map { $0.isJudged(in: unit, of: period) || unit == period } == true ? found : nil
    }

    /// All that is found of a provision in a unit, by the subjects' places in the world; empty when it is not in force then.
    func outcomes(of key: ProvisionKey, in unit: Period) throws -> Outcomes { try indexed(key, unit).outcomes }

    /// The same as findings.
    func findings(of key: ProvisionKey, in unit: Period) throws -> [Finding] {
        guard let kind = provision(key, for: unit)?.subject else { return [] }
        return try outcomes(of: key, in: unit).findings(of: kind)
    }

    /// The same of one subject, of the kind that the provision is about.
    func findings(of key: ProvisionKey, in unit: Period, for subject: Subject) throws -> [Finding] {
        let indexed = try indexed(key, unit)
        return indexed.rows(of: subject).map { indexed.outcomes.finding($0, of: subject.kind) }
    }

    /// What was found of one subject in a unit, where the provision that gives a measure is about it and judged by such units.
    func finding(of target: MeasureTarget, in unit: Period, for subject: Subject) -> Finding? {
        guard subject.kind == target.subject else { return nil }
        return try? findings(of: target.key, in: unit, for: subject).first
    }

    /// What no other provision reads need not be kept once it has been reported.
    func forget(_ key: ProvisionKey, _ unit: Period) {
        if !read.contains(key) { found[FoundKey(key: key, unit: unit)] = nil }
    }

    /// Provisions whose measures others read.
    private lazy var read = Set(policy.snapshots.flatMap { $0.targets.values.map(\.key) })

    private func indexed(_ key: ProvisionKey, _ unit: Period) throws -> IndexedOutcomes {
        let foundKey = FoundKey(key: key, unit: unit)
        if let known = found[foundKey] { return known }
        guard let provision = provision(key, for: unit) else { return IndexedOutcomes(.kept([], width: 0)) }
        let chosen = chosen(by: provision, in: unit.days)
        var rows = try handedOver(provision, unit, chosen.taken)
        if provision.layout == nil, !chosen.open.isEmpty || !chosen.excepted.isEmpty {
            rows += chosen.open.map { undecided($0, provision, unit) }
            rows += chosen.excepted.map { excepted($0.subject, $0.group, provision) }
            rows.sort { $0.subject < $1.subject }
        }
        rows = weighed(doubting(awaiting(rows, provision, unit), provision, unit), provision, unit)
        let kept = IndexedOutcomes(.kept(rows, width: provision.measures.count))
        found[foundKey] = kept
        return kept
    }

    /// The subjects that a provision is about in some days, of this county.
    package func selected(by provision: Provision, in days: DayRange) -> [Subject] {
        chosen(by: provision, in: days).taken
    }

    /// A provision's filter, for subjects as they were in some days.
    public func selection(by provision: Provision, in days: DayRange) -> Selection {
        Selection(provision.filter, except: provision.exceptions, of: provision.subject, in: days, self)
    }

    /// The rules that stand together with a provision.
    func rules(with provision: Provision) -> PolicySnapshot? { policy.snapshot(on: provision.version) }

    /// The values of a measure for subjects, in a unit or over a window that ends with it, as a provision reads it.
    func values(
        of reference: MeasureReference, for subjects: [Subject], in unit: Period, window: Window? = nil,
        as provision: Provision
    ) throws -> [MeasureValue?] {
        guard let first = subjects.first else { return [] }
        guard let rules = rules(with: provision), let target = rules.targets[reference] else {
            return subjects.map { _ in nil }
        }
        if first.kind == .cadre, target.subject == .team {
            return try teamValues(of: reference, for: subjects, in: unit, window: window, as: provision)
        }
        if let window {
            return try window.gathered(subjects, upTo: unit, self) { days, subjects in
                try rangeValues(target, days, isWindow: true, subjects, rules) ?? subjects.map { _ in nil }
            }
        }
        let isUnit = target.per.map { $0 == unit.unit } ?? (unit == period)
        if first.kind == target.subject, isUnit, !target.declaration.isOfSpan {
            return try unitValues(target, unit, subjects)
        }
        if let values = try rangeValues(target, unit.days, isWindow: false, subjects, rules) { return values }
        // A measure that only units have: the last one that ends within what is asked.
        guard first.kind == target.subject, let last = target.per.flatMap({ unit.units($0).last }) else {
            return subjects.map { _ in nil }
        }
        return try unitValues(target, last, subjects)
    }

    private func unitValues(_ target: MeasureTarget, _ unit: Period, _ subjects: [Subject]) throws -> [MeasureValue?] {
        var values = try indexed(target.key, unit).values(of: target.measure, for: subjects)
        guard [.cadre, .team].contains(target.subject) else { return values }
        for (index, subject) in subjects.enumerated() where values[index] == nil {
            guard let place = place(of: subject, in: unit.days), place != seat.place else { continue }
            values[index] =
                try neighbour(at: place)?.indexed(target.key, unit).values(of: target.measure, for: [subject]).first
                ?? nil
        }
        return values
    }

    private func rangeValues(
        _ target: MeasureTarget, _ days: DayRange, isWindow: Bool, _ subjects: [Subject], _ rules: PolicySnapshot
    ) throws -> [MeasureValue?]? {
        guard let provision = rules.provision(target.key) else { return nil }
        return doubting(
            try handedOver(target.measure, over: days, isWindow: isWindow, of: provision, for: subjects), provision,
            days, subjects)
    }

    /// A cadre's team's value: of the team of most days in the unit.
    private func teamValues(
        of reference: MeasureReference, for subjects: [Subject], in unit: Period, window: Window?,
        as provision: Provision
    ) throws -> [MeasureValue?] {
        let teams = subjects.map { team(of: $0, in: unit.days) }
        let asked = Set(teams.compactMap(\.self)).sorted()
        let found = try values(
            of: reference, for: asked.map { Subject(.team, $0) }, in: unit, window: window, as: provision)
        let byTeam = Dictionary(zip(asked, found), uniquingKeysWith: { a, _ in a })
        return teams.map { team in team.flatMap { byTeam[$0] ?? nil } }
    }
}

/// What an evaluation keeps in its memo: the key's type and its fields name all that the value depends on.
public protocol OnceKey: Hashable {
    /// What is kept under it.
    associatedtype Value
}

extension Window {
    /// What is asked of subjects in the days of a window, in their order: once for all whose days are the same.
    func gathered<Value>(
        _ subjects: [Subject], upTo unit: Period, _ evaluation: Evaluation,
        _ ask: (DayRange, [Subject]) throws -> [Value?]
    ) rethrows -> [Value?] {
        guard isOfSubject else { return try ask(days(upTo: unit, from: nil), subjects) }
        let places = Dictionary(grouping: subjects.indices) { evaluation.days(of: self, for: subjects[$0], upTo: unit) }
        var values = [Value?](repeating: nil, count: subjects.count)
        for (days, places) in places {
            for (place, value) in zip(places, try ask(days, places.map { subjects[$0] })) { values[place] = value }
        }
        return values
    }
}

public import CivilTime
import PolicyYAML

/// Judges the provisions of one county under one profile; provisions ask it for the measures of others.
///
/// Each finding is computed once, when first asked for, which is the order that the measures read and given demand (circles
/// were refused at load). An evaluation stays on the thread that made it.
public final class Evaluation {
    public let policy: Policy
    public let records: Records
    public let calendar: HolidayCalendar
    /// The assessed period.
    public let period: Period
    /// The day on which it is asked what is open and what is overdue: later facts are not known yet. Nil: the last day of what
    /// is judged.
    public let asOf: Day?
    /// Units that begin by this day are asked for though they have not begun.
    let through: Day?
    /// The county's subjects of each kind, in order.
    public let subjects: [SubjectKind: [Subject]]
    let ledgers: [String: any RecordLedger]
    /// Notes which branches were taken, where somebody asks.
    public var recorder: BranchRecorder?
    private var findings: [FindingKey: IndexedFindings] = [:]
    private var notes: [String: Any] = [:]
    /// Where and when records of a kind were kept, as `coverage.csv` says.
    public private(set) lazy var coverage = Coverage.spans(records)

    private struct FindingKey: Hashable {
        let key: ProvisionKey
        let unit: Period
    }

    /// Findings, and, once somebody asks for one of them, where each subject's first one stands.
    private final class IndexedFindings {
        let rows: [Finding]
        private(set) lazy var bySubject = Dictionary(rows.enumerated().map { ($1.subject, $0) }, uniquingKeysWith: { a, _ in a })

        init(_ rows: [Finding]) { self.rows = rows }
    }

    public var world: World { records.world }
    public var symbols: Symbols { records.symbols }

    init(
        policy: Policy, records: Records, calendar: HolidayCalendar, period: Period, asOf: Day?, through: Day? = nil,
        subjects: [SubjectKind: [Subject]], ledgers: [String: any RecordLedger]
    ) {
        self.policy = policy
        self.records = records
        self.calendar = calendar
        self.period = period
        self.asOf = asOf
        self.through = through
        self.subjects = subjects
        self.ledgers = ledgers
    }

    /// Something a module computes once for a county and keeps: the key must name all that it depends on.
    public func once<Value>(_ key: String, _ make: () throws -> Value) rethrows -> Value {
        if let known = notes[key] as? Value { return known }
        let value = try make()
        notes[key] = value
        return value
    }

    /// The provision as it stands for a unit.
    func provision(_ key: ProvisionKey, for unit: Period) -> Provision? {
        let found = policy.provision(key, for: unit)
        return found.map { $0.per == unit.unit || unit == period } == true ? found : nil
    }

    /// All findings of a provision in a unit; empty when it is not in force then.
    func findings(of key: ProvisionKey, in unit: Period) throws -> [Finding] { try indexed(key, unit).rows }

    /// Findings that no other provision reads need not be kept once they have been reported.
    func forget(_ key: ProvisionKey, _ unit: Period) {
        if !read.contains(key) { findings[FindingKey(key: key, unit: unit)] = nil }
    }

    /// Provisions whose measures others read.
    private lazy var read = Set(policy.snapshots.flatMap { $0.targets.values.map(\.key) })

    private func indexed(_ key: ProvisionKey, _ unit: Period) throws -> IndexedFindings {
        let findingKey = FindingKey(key: key, unit: unit)
        if let known = findings[findingKey] { return known }
        guard let provision = provision(key, for: unit) else { return IndexedFindings([]) }
        let found = IndexedFindings(try provision.rule.judge(provision, unit, selected(by: provision, in: unit.days), self))
        findings[findingKey] = found
        return found
    }

    /// The subjects that a provision is about in some days, of this county.
    public func selected(by provision: Provision, in days: DayRange) -> [Subject] {
        let all = subjects[provision.subject] ?? []
        guard !SubjectKind.world.contains(provision.subject) else { return all.filter { isActive($0, in: days) && selects(provision, $0, in: days) } }
        // What records list is the same on every day.
        guard !provision.filter.entries.isEmpty else { return all }
        return once("selected \(provision.key) \(provision.version)") { all.filter { selects(provision, $0, in: days) } }
    }

    /// Whether a provision's filter takes a subject, by what it was in those days.
    public func selects(_ provision: Provision, _ subject: Subject, in days: DayRange) -> Bool {
        guard !provision.filter.entries.isEmpty else { return true }
        return provision.filter.accepts(recorder) { fieldValues($0, of: subject, in: days) }
    }

    private func isActive(_ subject: Subject, in days: DayRange) -> Bool {
        switch subject.kind {
        case .cadre, .team: !world.postings(of: subject, touching: days).isEmpty
        default: true
        }
    }

    /// The rules that stand together with a provision.
    func rules(with provision: Provision) -> PolicySnapshot? { policy.snapshot(on: provision.version) }

    /// The values of a measure for subjects, in a unit or over a window that ends with it, as a provision reads it.
    func values(
        of reference: MeasureReference, for subjects: [Subject], in unit: Period, window: Window? = nil, as provision: Provision
    ) throws -> [MeasureValue?] {
        guard let first = subjects.first else { return [] }
        guard let rules = rules(with: provision), let target = rules.targets[reference] else { return subjects.map { _ in nil } }
        if first.kind == .cadre, target.subject == .team {
            return try teamValues(of: reference, for: subjects, in: unit, window: window, as: provision)
        }
        if let window = window ?? target.declaration.defaultWindow {
            return try subjects.map { subject in
                let days = window.days(upTo: unit, termStart: termStart(of: subject, in: unit.days))
                return try rangeValues(target, days, [subject], rules)?.first ?? nil
            }
        }
        let isUnit = target.per.map { $0 == unit.unit } ?? (unit == period)
        if first.kind == target.subject, isUnit { return try unitValues(target, unit, subjects) }
        if let values = try rangeValues(target, unit.days, subjects, rules) { return values }
        // A measure that only units have: the last one that ends within what is asked.
        guard first.kind == target.subject, let last = target.per.flatMap({ unit.units($0).last }) else { return subjects.map { _ in nil } }
        return try unitValues(target, last, subjects)
    }

    private func unitValues(_ target: MeasureTarget, _ unit: Period, _ subjects: [Subject]) throws -> [MeasureValue?] {
        let found = try indexed(target.key, unit)
        return subjects.map { subject in
            guard let values = found.bySubject[subject].map({ found.rows[$0].values }), values.indices.contains(target.measure) else { return nil }
            return values[target.measure]
        }
    }

    private func rangeValues(_ target: MeasureTarget, _ days: DayRange, _ subjects: [Subject], _ rules: PolicySnapshot) throws -> [MeasureValue?]? {
        guard let provision = rules.provision(target.key) else { return nil }
        return try provision.rule.values(of: target.measure, over: days, for: subjects, provision, self)
    }

    /// A cadre's team's value, each cadre by its last posting in the unit.
    private func teamValues(
        of reference: MeasureReference, for subjects: [Subject], in unit: Period, window: Window?, as provision: Provision
    ) throws -> [MeasureValue?] {
        try subjects.map { subject in
            guard let posting = world.postings(of: subject, touching: unit.days).last, let team = world.postings[posting].team else { return nil }
            return try values(of: reference, for: [Subject(.team, team)], in: unit, window: window, as: provision).first ?? nil
        }
    }

    /// The first day of the posting a subject is at, at the end of some days.
    func termStart(of subject: Subject, in days: DayRange) -> Day? {
        world.postings(of: subject, touching: days).last.map { world.postings[$0].days.first }
    }
}

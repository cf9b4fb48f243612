public import CivilTime
public import PolicyYAML

/// Something that somebody owes and has not done.
public struct DueItem: Sendable {
    public let profile: Profile
    public let provision: Provision
    /// The unit for which it is owed; for what has no unit the days that were looked at.
    public let unit: Period
    public let finding: Finding
    public let owed: Owed
    /// The parties that bear the office that owes it.
    public let bearers: [Subject]

    public var subject: Subject { finding.subject }
}

/// What is owed on a day, by the day on which it is due.
public struct DueList: Sendable {
    public let asOf: Day
    /// From which day on what fell due is listed.
    public let since: Day
    /// Units that begin by this day are listed too; nil: those that have begun.
    public let until: Day?
    public internal(set) var items: [DueItem]
    /// Whether something is owed is not known where the records do not say; a provision counts once for each reason.
    public internal(set) var unknown: [DueUnknown]
    public let policies: [Policy]
    public let records: Records
}

/// How often the records do not say whether something is owed.
public struct DueUnknown: Sendable {
    public let profile: Profile
    public let provision: Provision
    public let reason: Text
    public internal(set) var subjects: [Subject]
}

extension Assessor {
    /// What somebody owes in the county parts of a request that asks for it; what several counties share is listed once.
    public func due(_ prepared: Prepared, jobs: Int) async throws -> DueList {
        let asOf = prepared.asOf ?? prepared.period.last
        let parts = try await Assessor.inEach(prepared.parts, jobs: jobs) { try $0.due(prepared, asOf: asOf) }
        var seen: Set<DueIdentity> = []
        var list = DueList(
            asOf: asOf, since: prepared.period.first, until: prepared.through.flatMap { $0 > asOf ? $0 : nil },
            items: parts.flatMap(\.items).filter { seen.insert(DueIdentity($0)).inserted }, unknown: [], policies: prepared.policies, records: prepared.records)
        list.unknown = DueUnknown.united(parts.flatMap(\.unknown))
        let world = prepared.records.world
        list.items = list.items.map { (DueOrder($0, world), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        return list
    }
}

extension DueUnknown {
    /// One for each provision and reason, each subject once.
    fileprivate static func united(_ all: [DueUnknown]) -> [DueUnknown] {
        struct Key: Hashable {
            let profile: String
            let key: ProvisionKey
            let reason: Text
        }
        var places: [Key: Int] = [:]
        var united: [DueUnknown] = []
        for unknown in all {
            let key = Key(profile: unknown.profile.code, key: unknown.provision.key, reason: unknown.reason)
            if let place = places[key] {
                united[place].subjects += unknown.subjects
            } else {
                places[key] = united.count
                united.append(unknown)
            }
        }
        for index in united.indices { united[index].subjects = Set(united[index].subjects).sorted() }
        return united
    }
}

/// What makes two items one: a unit of two counties, a province of two profiles.
private struct DueIdentity: Hashable {
    let key: ProvisionKey
    let unit: Period
    let subject: Subject
    let record: String?
    let due: Day
    let document: String

    init(_ item: DueItem) {
        key = item.provision.key
        unit = item.unit
        subject = item.subject
        record = item.finding.record
        due = item.owed.due
        document = item.provision.citation
    }
}

/// By the day, then by who owes it, for which provision, to whom.
private struct DueOrder: Comparable {
    let due: Day
    let by: String
    let bearers: [Subject]
    let key: ProvisionKey
    let subject: Subject
    let unit: Period
    let record: String

    init(_ item: DueItem, _ world: World) {
        due = item.owed.due
        by = item.owed.by ?? ""
        bearers = item.bearers
        key = item.provision.key
        subject = item.subject
        unit = item.unit
        record = item.finding.record ?? ""
    }

    static func < (a: DueOrder, b: DueOrder) -> Bool {
        if (a.due, a.by) != (b.due, b.by) { return (a.due, a.by) < (b.due, b.by) }
        if a.bearers != b.bearers { return a.bearers.lexicographicallyPrecedes(b.bearers) }
        return (a.key, a.subject, a.unit, a.record) < (b.key, b.subject, b.unit, b.record)
    }
}

extension CountyPart {
    /// What is owed in the units that touch the period or begin by the last day asked for, and in those before of which
    /// something falls due in it.
    fileprivate func due(_ prepared: Assessor.Prepared, asOf: Day) throws -> (items: [DueItem], unknown: [DueUnknown]) {
        let evaluation = evaluation(prepared)
        let policy = prepared.policies[policy]
        var items: [DueItem] = []
        var unknown: [DueUnknown] = []
        for key in policy.keys where prepared.only?.contains(key) ?? true {
            for (unit, provision, findings) in try Judging.due(of: key, evaluation) {
                let bearers = Bearers(evaluation, provision, on: min(max(asOf, unit.first), unit.last))
                for finding in findings {
                    if let owed = finding.owed {
                        guard !owed.isDone else { continue }
                        let parties = owed.by.map { bearers.parties($0, for: finding.subject) } ?? []
                        items.append(DueItem(profile: policy.profile, provision: provision, unit: unit, finding: finding, owed: owed, bearers: parties))
                    } else if finding.verdict == .undetermined, unit.first <= asOf {
                        let reason = finding.reasons.first ?? Text("", "")
                        unknown.append(DueUnknown(profile: policy.profile, provision: provision, reason: reason, subjects: [finding.subject]))
                    }
                }
            }
        }
        return (items, unknown)
    }
}

extension Judging {
    /// Units with their findings, in time.
    fileprivate static func due(of key: ProvisionKey, _ evaluation: Evaluation) throws -> [(unit: Period, provision: Provision, findings: [Finding])] {
        let period = evaluation.period
        let last = max(period.last, evaluation.through ?? period.last)
        let policy = evaluation.policy
        var found: [(unit: Period, provision: Provision, findings: [Finding])] = []
        func judge(_ unit: Period) throws -> Bool {
            guard let provision = evaluation.provision(key, for: unit) else { return false }
            let findings = try evaluation.findings(of: key, in: unit)
            found.append((unit, provision, findings))
            return findings.contains { $0.owed.map { $0.due >= period.first } ?? false }
        }
        for per in Set(policy.snapshots.compactMap { $0.provision(key).map(\.per) }) {
            guard let per else {
                _ = try judge(period)
                continue
            }
            var unit = Period(containing: period.first, unit: per)
            // What is due after its unit's end.
            var earlier = unit.previous
            while let before = earlier {
                let isOpen = try judge(before)
                if !isOpen, found.last?.unit == before { found.removeLast() }
                earlier = isOpen ? before.previous : nil
            }
            while unit.first <= last {
                _ = try judge(unit)
                guard let next = unit.next else { break }
                unit = next
            }
        }
        return found.sorted { $0.unit < $1.unit }
    }
}

package import CivilTime

/// Something that somebody owes and has not done.
package struct DueItem: Sendable {
    /// The profile under which it is owed.
    package let profile: Profile
    /// The provision that asks for it, as it stands for the unit.
    package let provision: Provision
    /// The unit for which it is owed; for what has no unit the days that were looked at.
    package let unit: Period
    /// What was found of the provision: for whom it is owed, and for which record.
    package let finding: Finding
    /// By which day it is to be done, and by which office.
    package let owed: Owed
    /// The parties that bear the office that owes it.
    package let bearers: [Subject]

    /// For whom it is owed: the subject of the finding.
    package var subject: Subject { finding.subject }
}

/// What is owed on a day, by the day on which it is due.
public struct DueList: Sendable {
    /// The day on which it is asked what is owed.
    package let asOf: Day
    /// From which day on what fell due is listed.
    package let since: Day
    /// Units that begin by this day are listed too; nil: those that have begun.
    package let until: Day?
    /// What is owed: by the day, then by the office that owes it, by who bears that, by provision and subject.
    package internal(set) var items: [DueItem]
    /// Whether something is owed is not known where the records do not say; a provision counts once for each reason.
    package internal(set) var unknown: [DueUnknown]
    /// The profiles judged by.
    package let policies: [Policy]
    /// The records that were judged.
    package let records: Records
}

/// How often the records do not say whether something is owed.
package struct DueUnknown: Sendable {
    /// The profile under which it may be owed.
    package let profile: Profile
    /// The provision that would ask for it.
    package let provision: Provision
    /// Nil where its module gives none.
    package let reason: Reason?
    /// Of whom it is not known, each once, in order.
    package internal(set) var subjects: [Subject]
}

extension Assessor {
    /// What somebody owes in the county parts of a request that asks for it; what several counties share is listed once.
    /// `onCounty` hears how many counties are done.
    public func due(_ prepared: Prepared, jobs: Int, onCounty: (_ done: Int, _ total: Int) -> Void = { _, _ in })
        async throws -> DueList
    {
        let asOf = prepared.asOf ?? prepared.period.last
        var parts: [(items: [DueItem], unknown: [DueUnknown])] = []
        let passing = Set(plugins.plugins.map(\.about).filter { !$0.isOwedAfterwards }.map(\.id))
        onCounty(0, prepared.parts.count)
        try await inOrder(prepared.parts, jobs: jobs) { part in
            try prepared.times.measure(PhaseTimes.judging, .counties, count: { _ in 1 }) {
                try part.due(prepared, asOf: asOf, passing: passing)
            }
        } take: { part in
            parts.append(part)
            onCounty(parts.count, prepared.parts.count)
        }
        var seen: Set<DueIdentity> = []
        var list = DueList(
            asOf: asOf, since: prepared.period.first, until: prepared.through.flatMap { $0 > asOf ? $0 : nil },
            items: parts.flatMap(\.items).filter { seen.insert(DueIdentity($0)).inserted }, unknown: [],
            policies: prepared.policies, records: prepared.records)
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
            let reason: Reason?
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

public import CivilTime

/// What an assessment found, county by county.
public struct Assessment: Sendable {
    /// What was judged, and by what.
    public let prepared: Assessor.Prepared
    /// What was found, in the order of `Prepared.outlines`.
    public let counties: [CountyResult]

    /// The records that were judged.
    public var records: Records { prepared.records }
}

/// One county under one profile.
public struct CountyResult: Sendable {
    /// The profile that the county was judged under.
    package let profile: Profile
    /// Six digits.
    package let county: String
    /// Who was judged, by kind, each kind in order of identifiers.
    package let subjects: [SubjectKind: [Subject]]
    /// Every provision in every unit, provisions in order of their keys, units in time.
    package let blocks: [ProvisionBlock]
    /// Measures over the whole period, of provisions that can say them.
    package let totals: [ProvisionTotals]
    /// Provisions in force that have no whole unit in the period.
    package let withoutUnit: [Provision]
}

/// What was found of one provision in one unit, in one county.
public struct ProvisionBlock: Sendable {
    /// The provision as it stood for the unit.
    public let provision: Provision
    /// The unit of time that was judged; for a provision without units the whole period.
    public let unit: Period
    /// By the subjects' places in the world.
    public let outcomes: Outcomes
    /// Of what records list by the hundred thousand (households, cases), those that it does not apply to are counted, not kept.
    public let leftOut: Int

    /// The same one by one.
    public var findings: [Finding] { outcomes.findings(of: provision.subject) }
}

/// A provision's measures over the whole period, in one county.
package struct ProvisionTotals: Sendable {
    /// The provision as it stood for its last unit in the period.
    package let provision: Provision
    /// Whom the values are about, in order of identifiers.
    package let subjects: [Subject]
    /// One row for each subject, one value for each measure.
    package let values: PackedValues
}

extension Assessor {
    /// Judges every county, `jobs` at a time, and hands on what `make` makes of each, in the order of `Prepared.outlines`. Few
    /// counties are under way at once, and their findings are held no longer than that takes.
    public func assess<Part: Sendable>(
        _ prepared: Prepared, jobs: Int,
        make: @escaping @Sendable (_ county: CountyResult, _ place: Int) throws -> Part, take: (Part) throws -> Void
    ) async throws {
        let counties = prepared.outlines.enumerated().map { (place: $0, outline: $1) }
        try await inOrder(counties, jobs: jobs) { place, outline in
            try make(
                prepared.times.measure(PhaseTimes.judging, .counties, count: { _ in 1 }) {
                    try outline.part.judge(outline.agenda, prepared)
                }, place)
        } take: {
            try take($0)
        }
    }

    /// The same with all findings at once, which a country has no room for.
    public func assess(_ prepared: Prepared, jobs: Int) async throws -> Assessment {
        var counties: [CountyResult] = []
        try await assess(prepared, jobs: jobs, make: { county, _ in county }, take: { counties.append($0) })
        return Assessment(prepared: prepared, counties: counties)
    }
}

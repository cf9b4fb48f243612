internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Invents what was done, drawn up, paid, attested and scored, for everything that the policy of each county asks.
struct SampleDeeds {
    private let world: SampleWorld
    private let span: SampleSpan
    private let policies: SamplePolicies
    private let scores: SampleScores
    private let scoreFile: SampleFile
    private var writer: DeedWriter
    /// What is in no file that was asked for is not even invented.
    private let hasDeeds: Bool
    private let hasScores: Bool

    init(
        _ world: SampleWorld, _ span: SampleSpan, _ policies: SamplePolicies, _ registers: RegisterFiles,
        scores: SampleFile, _ folder: SampleFolder
    ) {
        self.world = world
        self.span = span
        self.policies = policies
        self.scores = SampleScores(world, span)
        scoreFile = scores
        writer = DeedWriter(registers, span.asked)
        hasDeeds = folder.asks(for: .activities, .attestations, .commitments, .amounts)
        hasScores = folder.asks(for: .scores)
    }

    var isAsked: Bool { hasDeeds || hasScores }
    /// The quarter in which a team lacks a score.
    var incompleteQuarter: Period? { scores.incompleteQuarter }

    /// What concerns divisions, units, villages and teams.
    mutating func writePlaces() throws(SampleError) {
        guard isAsked else { return }
        try writeDivisions()
        for unit in 0..<world.unitCount {
            let fields = ["level": [world.level(ofUnit: unit)], "unit_kind": [world.kind(ofUnit: unit)]]
            try write(
                SampleSubject(
                    kind: "unit", id: world.unitID(unit), index: unit, county: world.countyIndex(ofUnit: unit),
                    fields: fields))
        }
        for team in 0..<world.teamCount {
            let village = world.village(team)
            let county = world.countyIndex(ofTeam: team)
            let kinds = ["village_kinds": village.kinds]
            try write(SampleSubject(kind: "village", id: village.code, index: team, county: county, fields: kinds))
            let fields = kinds.merging(["level": [world.level(ofUnit: world.unit(ofTeam: team))]]) { own, _ in own }
            try write(SampleSubject(kind: "team", id: world.teamID(team), index: team, county: county, fields: fields))
        }
    }

    /// Provinces and cities once, under the policy of the first of their counties.
    private mutating func writeDivisions() throws(SampleError) {
        var index = 0
        var written: Set<String> = []
        for (place, county) in world.counties.enumerated() {
            let codes = [
                ("province", county.code.prefix(2) + "0000"), ("city", county.code.prefix(4) + "00"),
                ("county", county.code),
            ]
            for (level, code) in codes where written.insert(String(code)).inserted {
                try write(
                    SampleSubject(
                        kind: "division", id: String(code), index: index, county: place, fields: ["level": [level]]))
                index += 1
            }
            for township in county.townships {
                if county.hasVillages(township) {
                    try write(
                        SampleSubject(
                            kind: "division", id: county.townshipCode(township), index: index, county: place,
                            fields: ["level": ["township"]]))
                }
                index += 1
            }
        }
    }

    mutating func write(_ plan: CadrePlan) throws(SampleError) {
        guard isAsked, let first = plan.postings.first, let last = plan.postings.last else { return }
        let fields = ["role": [plan.role], "level": [world.level(ofUnit: plan.unit)], "employment": [plan.employment]]
        try write(
            SampleSubject(
                kind: "cadre", id: plan.id, index: plan.index, county: world.countyIndex(ofTeam: first.team),
                fields: fields, posted: DayRange(first.days.first, last.days.last),
                points: plan.diligence.points))
    }

    /// All that is asked of one subject.
    mutating func write(_ subject: SampleSubject) throws(SampleError) {
        let orders = policies.orders(subject)
        if hasScores { try scores.write(subject, orders.dimensions, into: scoreFile) }
        guard hasDeeds else { return }
        let share = SampleShare.of(subject.kind)
        writer.begin()
        for (number, duty) in orders.duties.enumerated() where duty.filter.accepts(subject) {
            var random = RandomNumbers(seed: world.seed, .activities, subject.stream &* 257 &+ number)
            for unit in duty.units(in: span.asked) { try writer.write(duty, unit, subject, &random) }
        }
        for (number, check) in orders.checks.enumerated() where check.filter.accepts(subject) {
            var random = RandomNumbers(seed: world.seed, .attestations, subject.stream &* 257 &+ number)
            for unit in check.per.map(span.asked.units) ?? [Period(span.asked)]
            where random.chance(percent: share.attested) {
                try writer.attest(check, unit, subject.id, isMet: random.chance(percent: share.met))
            }
        }
        for (number, want) in orders.wants.enumerated() where want.filter.accepts(subject) {
            var random = RandomNumbers(seed: world.seed, .wants, subject.stream &* 257 &+ number)
            for days in want.days(of: subject, span.asked) {
                try writer.write(want.ask, subject, isWhole: random.chance(percent: share.done), in: days, &random)
            }
        }
        for (number, deadline) in orders.deadlines.enumerated() where deadline.filter.accepts(subject) {
            guard let from = subject.days[deadline.from] else { continue }
            var random = RandomNumbers(seed: world.seed, .deadlines, subject.stream &* 257 &+ number)
            try writer.write(deadline, from, subject, isInTime: random.chance(percent: share.done), &random)
        }
    }
}

/// How many of a hundred do what is asked, have an attestation, and are attested well. Divisions are few: what one of them leaves
/// undone nobody of its kind has done.
struct SampleShare {
    let done: Int
    let attested: Int
    let met: Int

    private static let usual = SampleShare(done: 88, attested: 92, met: 90)
    private static let kinds = ["division": SampleShare(done: 94, attested: 98, met: 94)]

    static func of(_ kind: String) -> SampleShare { kinds[kind] ?? usual }
}

internal import CivilTime
internal import ZhucunKernel

/// Invents what was done and what was attested, for everything that the policy in force asks.
struct SampleActivities {
    let world: SampleWorld
    let span: SampleSpan
    let households: SampleHouseholds
    let duties: [SampleDuty]
    let checks: [SampleCheck]

    init(_ world: SampleWorld, _ span: SampleSpan, _ households: SampleHouseholds, _ policy: Policy?) {
        self.world = world
        self.span = span
        self.households = households
        let provisions = policy?.snapshot(on: span.asked.last)?.provisions ?? []
        duties = provisions.compactMap(SampleDuty.init)
        checks = provisions.compactMap(SampleCheck.init)
    }

    /// What concerns villages, teams, units, households and divisions.
    func writePlaces(_ writer: inout ActivityWriter) throws(SampleError) {
        try writeDivisions(&writer)
        for unit in 0..<world.unitCount {
            let fields = ["level": [world.level(ofUnit: unit)], "unit_kind": [world.kind(ofUnit: unit)]]
            try write("unit", fields, world.unitID(unit), unit, &writer)
        }
        for team in 0..<world.teamCount {
            let village = world.village(team)
            try write("village", ["village_kinds": village.kinds], village.code, team, &writer)
            try write(
                "team", ["level": [world.level(ofUnit: world.unit(ofTeam: team))], "village_kinds": village.kinds],
                world.teamID(team), team, &writer)
        }
        for index in 0..<households.count {
            let household = households.household(index)
            try write("household", ["classes": [household.classes]], household.id, index, &writer)
        }
    }

    /// Provinces and cities once, with the first of their counties.
    private func writeDivisions(_ writer: inout ActivityWriter) throws(SampleError) {
        var index = 0
        var written: Set<String> = []
        for county in world.counties {
            let codes = [
                ("province", county.code.prefix(2) + "0000"), ("city", county.code.prefix(4) + "00"),
                ("county", county.code),
            ]
            for (level, code) in codes where written.insert(String(code)).inserted {
                try write("division", ["level": [level]], String(code), index, &writer)
                index += 1
            }
            for township in county.townships {
                if county.hasVillages(township) {
                    try write("division", ["level": ["township"]], county.townshipCode(township), index, &writer)
                }
                index += 1
            }
        }
    }

    func write(_ plan: CadrePlan, _ writer: inout ActivityWriter) throws(SampleError) {
        let fields = ["role": [plan.role], "level": [world.level(ofUnit: plan.unit)], "employment": [plan.employment]]
        try write("cadre", fields, plan.id, plan.index, &writer)
    }

    private func write(
        _ kind: String, _ fields: [String: [String]], _ id: String, _ index: Int, _ writer: inout ActivityWriter
    ) throws(SampleError) {
        for (number, duty) in duties.enumerated() where duty.subject == kind && isAbout(duty.filter, fields) {
            var random = RandomNumbers(seed: world.seed, .activities, index &* 257 &+ number)
            for unit in units(duty.per) { try writer.write(duty, unit, span.asked, id, &random) }
        }
        for (number, check) in checks.enumerated() where check.subject == kind && isAbout(check.filter, fields) {
            var random = RandomNumbers(seed: world.seed, .attestations, index &* 257 &+ number)
            for unit in check.per.map(units) ?? [Period(span.asked)] where random.chance(percent: 85) {
                try writer.attest(check, unit, span.asked, id, isMet: random.chance(percent: 92))
            }
        }
    }

    private func units(_ per: TimeUnit) -> [Period] {
        var units: [Period] = []
        var unit = Period(containing: span.asked.first, unit: per)
        while unit.first <= span.asked.last {
            units.append(unit)
            guard let next = unit.next else { break }
            unit = next
        }
        return units
    }

    /// Fields that a sample does not know of accept everybody.
    private func isAbout(_ filter: [String: [String]], _ fields: [String: [String]]) -> Bool {
        filter.allSatisfy { field, wanted in fields[field].map { $0.contains { wanted.contains($0) } } ?? true }
    }
}

/// Writes activities and attestations, numbering the former.
struct ActivityWriter {
    let files: RegisterFiles
    private var count = 0

    init(_ files: RegisterFiles) { self.files = files }

    /// As often as asked; one time less now and then.
    mutating func write(
        _ duty: SampleDuty, _ unit: Period, _ asked: DayRange, _ id: String, _ random: inout RandomNumbers
    ) throws(SampleError) {
        for part in duty.every.map(unit.units) ?? [unit] {
            guard let days = part.days.intersection(asked) else { continue }
            let last = duty.dueDay == nil ? days.last : duty.lastDay(unit)
            let isAfter = last > unit.last
            let first = isAfter ? unit.last.advanced(by: 1) : days.first
            guard last >= first else { continue }
            let misses = random.number(0...999) < (duty.every == nil ? 40 : 4)
            for time in 0..<max(0, duty.times - (misses ? 1 : 0)) {
                count += 1
                let day = first.advanced(by: random.number(0...(last - first)))
                try files.activities.write(
                    "A\(count)", duty.kind, day.description, isAfter ? unit.description : "", id,
                    time < duty.topics.count ? duty.topics[time] : "", duty.level, duty.hours, duty.days)
            }
        }
    }

    func attest(_ check: SampleCheck, _ unit: Period, _ asked: DayRange, _ id: String, isMet: Bool) throws(SampleError)
    {
        let day = min(unit.last, asked.last)
        try files.attestations.write(
            check.item, id, "", isMet ? SampleWords.met : SampleWords.breached, check.by, day.description)
    }
}

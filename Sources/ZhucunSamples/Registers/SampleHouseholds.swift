internal import CivilTime

/// Invents the households of each village, with their workers, cases, loans and fields.
struct SampleHouseholds {
    private typealias Words = SampleWords.Household

    let world: SampleWorld
    let span: SampleSpan
    let each: Int

    struct Household {
        let id: String
        let village: Int
        let classes: String

        var isMonitored: Bool { SampleWords.Household.monitored.contains(classes) }
    }

    /// All follow from an index.
    var count: Int { world.teamCount * each }

    func household(_ index: Int) -> Household {
        var random = RandomNumbers(seed: world.seed, .households, index)
        let classes =
            switch random.number(0...999) {
            case ..<15: Words.monitored[0]
            case ..<25: Words.monitored[1]
            case ..<30: Words.monitored[2]
            case ..<180: Words.lifted
            default: Words.ordinary
            }
        return Household(
            id: SampleWorld.identifier("H", index + 1, of: count, digits: 7), village: index / each, classes: classes)
    }

    func write(_ files: RegisterFiles, _ deeds: inout SampleDeeds) throws(SampleError) {
        for index in 0..<count {
            let household = household(index)
            var random = RandomNumbers(seed: world.seed, .households, -1 - index)
            try write(household, index, &random, files, &deeds)
        }
    }

    private func write(
        _ household: Household, _ index: Int, _ random: inout RandomNumbers, _ files: RegisterFiles,
        _ deeds: inout SampleDeeds
    ) throws(SampleError) {
        let county = world.countyIndex(ofTeam: household.village)
        let labour = random.number(0...3)
        let needsCare = random.chance(percent: 3)
        let flag = { (isTrue: Bool) in isTrue ? "true" : "false" }
        let income = household.isMonitored ? random.number(6800...9500) : random.number(7500...28_000)
        // Who lacks something is mostly monitored.
        func isGuaranteed() -> String { flag(random.number(0...1999) >= (household.isMonitored ? 160 : 1)) }
        try files.households.write(
            household.id, world.village(household.village).code, household.classes, "\(labour + random.number(1...3))",
            "\(labour)",
            flag(labour > 0 && random.chance(percent: 80)), "\(income)", isGuaranteed(), isGuaranteed(), isGuaranteed(),
            isGuaranteed(),
            flag(needsCare), needsCare ? flag(random.chance(percent: 92)) : "")
        if household.classes != Words.ordinary {
            for worker in 0..<labour {
                let place = random.pick(Words.workplaces)
                let isAway = place == Words.workplaces[0] || place == Words.workplaces[1]
                let id = "\(household.id)-\(worker + 1)"
                try files.workers.write(
                    id, household.id, place, flag(place != Words.workplaces[3] && random.chance(percent: 90)),
                    flag(isAway))
                let fields = ["works": [place], "entitled": [flag(isAway)]]
                try deeds.write(
                    SampleSubject(kind: "worker", id: id, index: index * 8 + worker, county: county, fields: fields))
            }
        }
        if household.isMonitored { try writeCase(household, index, labour, &random, files, &deeds) }
        if household.classes == Words.lifted, random.chance(percent: 10) {
            try writeLoan(household, index, &random, files, &deeds)
        }
        if household.classes == Words.lifted, random.chance(percent: 4) { try writeHouse(household, &random, files) }
        let grown = random.chance(percent: 4) ? [random.pick(SampleWords.plantings)] : []
        for kind in grown {
            try files.plantings.write(
                household.id, kind, span.day(percent: random.number(5...95)).description, "\(random.number(1...12))")
        }
        let fields = ["classes": [household.classes], "planting": grown]
        try deeds.write(
            SampleSubject(
                kind: "household", id: household.id, index: index, county: county, fields: fields,
                visitor: world.cadreID(world.firstCadre(ofTeam: household.village))))
    }

    /// Steps in time for most, late for a few, open where the sample ends first.
    private func writeCase(
        _ household: Household, _ index: Int, _ labour: Int, _ random: inout RandomNumbers, _ files: RegisterFiles,
        _ deeds: inout SampleDeeds
    ) throws(SampleError) {
        let detected = span.asked.first.advanced(by: random.number(-60...max(1, span.asked.count - 1)))
        let last = span.asked.last
        let isLate = random.chance(percent: 8)
        let identified = detected.advanced(by: isLate ? random.number(16...24) : random.number(2...15))
        let planned = identified.advanced(by: random.number(1...10) + (random.chance(percent: 6) ? 4 : 0))
        let measured = identified.advanced(by: random.number(11...25) + (random.chance(percent: 6) ? 5 : 0))
        let known = { (day: Day) in day <= last ? day.description : "" }
        let help = labour > 0 ? random.pick(Words.help) : Words.relief
        let isRemoved = labour > 0 && random.chance(percent: 25) && measured.advanced(by: 30) <= last
        let id: String = "K" + household.id.dropFirst()
        try files.cases.write(
            id, household.id, known(detected), known(identified), known(planned), known(measured),
            isRemoved ? measured.advanced(by: 30).description : "", measured <= last ? help : "",
            measured <= last ? "true" : "",
            isRemoved ? (random.chance(percent: 90) ? "true" : "false") : "")
        let days = identified <= last ? ["detected": detected, "identified": identified] : ["detected": detected]
        try deeds.write(
            SampleSubject(
                kind: "case", id: id, index: index, county: world.countyIndex(ofTeam: household.village), days: days))
    }

    /// Rebuilt before the sample ends; the subsidy is late now and then, and an old house stays.
    private func writeHouse(_ household: Household, _ random: inout RandomNumbers, _ files: RegisterFiles)
        throws(SampleError)
    {
        let approved = span.asked.first.advanced(by: random.number(-200...(-60)))
        let finished = approved.advanced(by: random.number(60...150))
        let paid = finished.advanced(by: random.chance(percent: 92) ? random.number(1...30) : random.number(31...60))
        let removed = finished.advanced(by: random.number(1...30))
        let known = { (day: Day) in day <= self.span.asked.last ? day.description : "" }
        try files.houses.write(
            "F" + household.id.dropFirst(), household.id, approved.description, known(finished), known(paid),
            random.chance(percent: 95) ? known(removed) : "")
    }

    private func writeLoan(
        _ household: Household, _ index: Int, _ random: inout RandomNumbers, _ files: RegisterFiles,
        _ deeds: inout SampleDeeds
    ) throws(SampleError) {
        let applied = span.asked.first.advanced(by: random.number(-300...0))
        let isGranted = random.chance(percent: 95)
        let id: String = "D" + household.id.dropFirst()
        try files.loans.write(
            id, household.id, applied.description, "true",
            isGranted ? applied.advanced(by: random.number(5...20)).description : "",
            isGranted ? "\(random.number(1...10) * 10_000)" : "",
            isGranted ? (random.chance(percent: 97) ? "true" : "false") : "",
            isGranted ? applied.addingYears(2).description : "", "")
        guard isGranted else { return }
        try deeds.write(
            SampleSubject(kind: "loan", id: id, index: index, county: world.countyIndex(ofTeam: household.village)))
    }
}

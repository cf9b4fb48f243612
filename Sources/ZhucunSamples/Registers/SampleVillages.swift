internal import CivilTime

/// Invents what villages have on their books, and what each cadre has taken on.
struct SampleVillages {
    private typealias Words = SampleWords.Village

    let world: SampleWorld
    let span: SampleSpan

    func write(_ files: RegisterFiles, _ deeds: inout SampleDeeds) throws(SampleError) {
        for village in 0..<world.teamCount {
            var random = RandomNumbers(seed: world.seed, .registers, village)
            let code = world.village(village).code
            try writeProblems(village, code, &random, files)
            try writePosts(village, code, &random, files)
            for (index, kind) in Words.assets.enumerated() {
                let isKept = random.chance(percent: 96)
                try files.assets.write(
                    "Z\(village + 1)-\(index + 1)", code, kind, isKept ? "村委会" : "", isKept ? "true" : "false",
                    random.chance(percent: 1) ? "true" : "false",
                    kind == Words.assets[2] ? Words.household : "")
            }
            let start = span.asked.first.advanced(by: -random.number(30...300))
            let model = SampleProject(
                id: "P\(village + 1)", index: 2 * village, county: world.countyIndex(ofTeam: village), village: code,
                kind: Words.model, leader: "O\(village + 1)", goal: "建成投产",
                responsible: "村支书", start: start, due: start.advanced(by: random.number(200...500)))
            try model.write(files, span, seed: world.seed, &deeds)
            var names = RandomNumbers(seed: world.seed, .registers, -100_000_000 - village)
            try files.officers.write("O\(village + 1)", SampleNames.person(&names), code, Words.secretary)
            if village % 4 == 0 { try writeWorkshop(village, code, files, &deeds) }
            if world.county(ofTeam: village).teams.lowerBound == village {
                try writeDepartments(world.countyIndex(ofTeam: village), files, &deeds)
            }
            if random.chance(percent: 3) {
                let arose = span.day(percent: random.number(10...80))
                try files.vacancies.write(
                    "V\(village + 1)", code, world.unitID(world.unit(ofTeam: village)), random.pick(Words.vacancies),
                    arose.description,
                    arose.advanced(by: random.number(2...7)).description)
            }
        }
    }

    private func writeWorkshop(
        _ village: Int, _ code: String, _ files: RegisterFiles, _ deeds: inout SampleDeeds
    ) throws(SampleError) {
        var random = RandomNumbers(seed: world.seed, .registers, -1 - village)
        let workers = random.number(8...60)
        let id = "E\(village + 1)"
        try files.enterprises.write(
            id, code, Words.workshop, "\(workers)", "\(workers / 2)", "true", "true",
            span.asked.first.advanced(by: -random.number(200...900)).description,
            span.day(percent: random.number(10...90)).description)
        try deeds.write(
            SampleSubject(
                kind: "enterprise", id: id, index: village, county: world.countyIndex(ofTeam: village),
                fields: ["kind": [Words.workshop], "entitled": ["true"]]))
    }

    /// One that leads a policy and one of a trade, in each county.
    private func writeDepartments(_ county: Int, _ files: RegisterFiles, _ deeds: inout SampleDeeds)
        throws(SampleError)
    {
        for (place, department) in Words.departments.enumerated() {
            let id = "B\(county + 1)-\(place + 1)"
            try files.departments.write(
                id, department.name, world.counties[county].code, SampleWords.Level.county,
                department.roles.joined(separator: ";"))
            try deeds.write(
                SampleSubject(
                    kind: "department", id: id, index: county * Words.departments.count + place, county: county,
                    fields: ["roles": department.roles, "level": [SampleWords.Level.county]]))
        }
    }

    private func writeProblems(_ village: Int, _ code: String, _ random: inout RandomNumbers, _ files: RegisterFiles)
        throws(SampleError)
    {
        for index in 0..<2 {
            let matter = random.pick(Words.matters)
            let found = span.day(percent: random.number(0...90))
            let due = found.advanced(by: random.number(10...30))
            let closed = due.advanced(by: random.number(-8...2))
            let isClosed = closed <= span.asked.last
            try files.problems.write(
                "Q\(village + 1)-\(index + 1)", code, random.pick(Words.areas), matter.0,
                random.chance(percent: 95) ? matter.1 : "",
                random.pick(Words.urgencies), random.pick(Words.sources), found.description,
                random.chance(percent: 97) ? "包村干部" : "", "整改到位",
                due.description, isClosed ? closed.description : "", isClosed ? closed.description : "")
        }
    }

    private func writePosts(_ village: Int, _ code: String, _ random: inout RandomNumbers, _ files: RegisterFiles)
        throws(SampleError)
    {
        for index in 0..<2 {
            let isComplete = random.chance(percent: 96) ? "true" : "false"
            try files.posts.write(
                "G\(village + 1)-\(index + 1)", code, "", "true", "true", isComplete, "true", isComplete)
        }
    }

    /// Insured year by year while posted, now and then not; a promotion in rank falls due for a few.
    private func writeInsurance(_ plan: CadrePlan, _ files: RegisterFiles) throws(SampleError) {
        var random = RandomNumbers(seed: world.seed, .registers, plan.index &* 31 &+ 7)
        guard let first = plan.postings.first?.days.first else { return }
        var from = first
        while from <= span.asked.last {
            let next = from.addingYears(1)
            if random.chance(percent: 96) {
                try files.insurances.write(
                    plan.id, Words.insurance, from.description, next.advanced(by: -1).description)
            }
            from = next
        }
        guard random.chance(percent: 5) else { return }
        let due = span.day(percent: random.number(0...60))
        let given = due.advanced(by: random.chance(percent: 85) ? random.number(0...30) : random.number(31...50))
        try files.ranks.write(
            "R\(plan.index + 1)", plan.id, due.description, given <= span.asked.last ? given.description : "")
    }

    /// The project that a cadre has claimed.
    func write(_ plan: CadrePlan, _ files: RegisterFiles, _ deeds: inout SampleDeeds) throws(SampleError) {
        try writeInsurance(plan, files)
        var random = RandomNumbers(seed: world.seed, .projects, plan.index)
        guard let posting = plan.postings.first, random.chance(percent: 95) else { return }
        let start = posting.days.first.advanced(by: 10)
        let claimed = SampleProject(
            id: "PC\(plan.index + 1)", index: 2 * plan.index + 1, county: world.countyIndex(ofTeam: posting.team),
            village: world.village(posting.village).code,
            kind: Words.industry, leader: plan.id, goal: "增收", responsible: plan.name, start: start,
            due: start.advanced(by: random.number(200...700)))
        try claimed.write(files, span, seed: world.seed, &deeds)
    }
}

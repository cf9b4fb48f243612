internal import CivilTime

/// Invents what villages, units and divisions have on their books, and what each cadre has drawn up.
struct SampleVillages {
    private typealias Words = SampleWords.Village

    let world: SampleWorld
    let span: SampleSpan

    func write(_ files: RegisterFiles) throws(SampleError) {
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
            try files.projects.write(
                "P\(village + 1)", code, Words.model, "\(random.number(5...90) * 10_000)", code, "建成投产", "村支书",
                "一项目一标准", start.description,
                start.advanced(by: random.number(200...500)).description, "",
                random.chance(percent: 95) ? "true" : "false")
            for kind in Words.ledgers where random.chance(percent: 97) {
                try files.commitments.write(
                    code, kind, "", span.asked.first.description, span.asked.first.advanced(by: 5).description)
            }
            if random.chance(percent: 3) {
                let arose = span.day(percent: random.number(10...80))
                try files.vacancies.write(
                    "V\(village + 1)", code, world.unitID(world.unit(ofTeam: village)), random.pick(Words.vacancies),
                    arose.description,
                    arose.advanced(by: random.number(2...7)).description)
            }
        }
        try writeMoney(files)
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

    /// What sending units bought and sold, and what counties and provinces report.
    private func writeMoney(_ files: RegisterFiles) throws(SampleError) {
        for unit in 0..<world.unitCount {
            var random = RandomNumbers(seed: world.seed, .registers, -1 - unit)
            let day = span.day(percent: random.number(20...80)).description
            try files.amounts.write(
                world.unitID(unit), SampleWords.Amount.salesHelp, day, "\(random.number(8...50) * 1000)", "")
            for kind in SampleWords.Amount.purchases {
                try files.amounts.write(world.unitID(unit), kind, day, "\(random.number(80...400) * 100)", "100000")
            }
        }
        let day = span.day(percent: 50).description
        for county in world.counties {
            try files.amounts.write(county.code, SampleWords.Amount.industry, day, "6200000", "10000000")
        }
        for province in Set(world.counties.map { "\($0.code.prefix(2))0000" }).sorted() {
            try files.amounts.write(province, SampleWords.Amount.tapWater, day, "961000", "1000000")
        }
    }

    /// The lists of a cadre, and the project that the cadre has claimed.
    func write(_ plan: CadrePlan, _ files: RegisterFiles) throws(SampleError) {
        var random = RandomNumbers(seed: world.seed, .lists, plan.index)
        guard let posting = plan.postings.first else { return }
        let day = posting.days.first.advanced(by: 10)
        for kind in Words.lists where random.chance(percent: 97) {
            try files.commitments.write(
                plan.id, kind, "", day.description, random.chance(percent: 97) ? day.advanced(by: 3).description : "")
        }
        guard random.chance(percent: 95) else { return }
        try files.projects.write(
            "PC\(plan.index + 1)", world.village(posting.village).code, Words.industry, "", plan.id, "增收", plan.name,
            "一项目一标准", day.description,
            day.advanced(by: random.number(200...700)).description, "", "")
    }
}

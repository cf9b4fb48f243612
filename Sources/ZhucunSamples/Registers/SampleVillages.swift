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
                kind: Words.model, leader: code, goal: "建成投产",
                responsible: "村支书", start: start, due: start.advanced(by: random.number(200...500)))
            try model.write(files, span, seed: world.seed, &deeds)
            if random.chance(percent: 3) {
                let arose = span.day(percent: random.number(10...80))
                try files.vacancies.write(
                    "V\(village + 1)", code, world.unitID(world.unit(ofTeam: village)), random.pick(Words.vacancies),
                    arose.description,
                    arose.advanced(by: random.number(2...7)).description)
            }
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

    /// The project that a cadre has claimed.
    func write(_ plan: CadrePlan, _ files: RegisterFiles, _ deeds: inout SampleDeeds) throws(SampleError) {
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

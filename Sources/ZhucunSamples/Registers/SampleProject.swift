internal import CivilTime

/// A project of a village or of a cadre, and how it goes.
struct SampleProject {
    let id: String
    let index: Int
    let county: Int
    let village: String
    let kind: String
    let leader: String
    let goal: String
    let responsible: String
    let start: Day
    let due: Day

    /// Finished about when it is due and reported soon after a risk, but for one in eight; what comes after the sample is not known.
    func write(_ files: RegisterFiles, _ span: SampleSpan, seed: UInt64, _ deeds: inout SampleDeeds) throws(SampleError)
    {
        var random = RandomNumbers(seed: seed, .projects, -1 - index)
        let known = { (day: Day) in day <= span.asked.last ? day.description : "" }
        let investment = random.number(5...90) * 10_000
        let accepted = due.advanced(by: random.chance(percent: 88) ? -random.number(0...20) : random.number(1...30))
        let hasRisk = random.chance(percent: 30)
        let risk = span.day(percent: random.number(5...95))
        let reported = risk.advanced(by: random.chance(percent: 88) ? random.number(0...3) : random.number(4...12))
        try files.projects.write(
            id, village, kind, "\(investment)", leader, goal, responsible, "一项目一标准", start.description, due.description,
            known(accepted),
            random.chance(percent: 90) ? "true" : "false", hasRisk && risk >= start ? known(risk) : "",
            hasRisk && risk >= start ? known(reported) : "")
        try deeds.write(
            SampleSubject(
                kind: "project", id: id, index: index, county: county, fields: ["kind": [kind]],
                days: ["start": start, "due": due]))
    }
}

import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// What happened once and is told in two ways happened once.
@Suite struct SameFactTests {
    private static func remind(_ when: String) -> String {
        "for: {cadre: all}, when: {\(when)}, then: [{remind: township}]"
    }

    /// Rows of incidents: their numbers, days, levels and lengths.
    struct Told: Sendable {
        let rows: [(id: String, date: String, level: String, days: String)]
        let filter: String
        let asked: String
        let verdict: Verdict
    }

    @Test(arguments: [
        // Two lists with one incident.
        Told(
            rows: [("A", "2023-07-03", "county", ""), ("B", "2023-07-03", "county", "")], filter: "",
            asked: "at_least: 2", verdict: .notApplicable),
        Told(
            rows: [("A", "2023-07-03", "county", ""), ("B", "2023-07-03", "county", "")], filter: "",
            asked: "equals: 1", verdict: .met),
        Told(
            rows: [("A", "2023-07-03", "county", ""), ("B", "2023-07-03", "city", "")], filter: "",
            asked: "at_least: 2", verdict: .met),
        Told(
            rows: [("A", "2023-07-03", "county", ""), ("B", "2023-07-04", "county", "")], filter: "",
            asked: "at_least: 2", verdict: .met),
        // They disagree in one column: it happened once all the same.
        Told(
            rows: [("A", "2023-07-03", "county", "3"), ("B", "2023-07-03", "county", "5")], filter: "",
            asked: "equals: 1", verdict: .met),
        Told(
            rows: [("A", "2023-07-03", "county", "3"), ("B", "2023-07-03", "county", "5")],
            filter: ", days: {at_least: 4}", asked: "at_least: 1", verdict: .undetermined),
        Told(
            rows: [("A", "2023-07-03", "county", "3"), ("B", "2023-07-03", "county", "5")],
            filter: ", days: {at_least: 3}", asked: "at_least: 1", verdict: .met),
        Told(
            rows: [("A", "2023-07-03", "county", "3"), ("B", "2023-07-03", "county", "5")],
            filter: ", days: {at_least: 6}", asked: "at_least: 1", verdict: .notApplicable),
        // A part of what makes them one is empty: they may be one, and may not.
        Told(
            rows: [("A", "2023-07-03", "county", ""), ("B", "2023-07-03", "", "")], filter: "", asked: "at_least: 2",
            verdict: .undetermined),
        Told(
            rows: [("A", "2023-07-03", "county", ""), ("B", "2023-07-03", "", "")], filter: "", asked: "at_least: 1",
            verdict: .met),
        Told(
            rows: [("A", "2023-07-03", "", ""), ("B", "2023-07-03", "", "")], filter: "", asked: "at_least: 2",
            verdict: .undetermined),
        Told(
            rows: [("A", "2023-07-03", "", ""), ("B", "2023-07-03", "", "")], filter: "", asked: "at_least: 1",
            verdict: .met),
        Told(
            rows: [("A", "2023-07-03", "", ""), ("B", "2023-07-03", "", "")], filter: "", asked: "at_least: 3",
            verdict: .notApplicable),
        Told(
            rows: [("A", "2023-07-03", "", ""), ("B", "2023-07-04", "", "")], filter: "", asked: "at_least: 2",
            verdict: .met),
    ])
    func incidents(told: Told) async throws {
        let when = "count: {incident: {kind: off_post\(told.filter)}}, within: month, \(told.asked)"
        let profile = try SmallProfile("consequences:\n  - {id: it, clause: 一, \(Self.remind(when))}")
        for isReversed in [false, true] {
            var county = try profile.county()
            county.cadre("C", from: "2021-05-01")
            county.present("C", on: "2023-07-01")
            for row in isReversed ? told.rows.reversed() : told.rows {
                county.add("incidents.csv", "\(row.id),C,\(row.date),off_post,\(row.level),\(row.days)")
            }
            let found = try await county.assess("test", "2023-07")
            #expect(found.verdict("consequences/it", "C", "2023-07") == told.verdict)
        }
    }

    /// Two grades of one year.
    @Test(arguments: [
        ("", "称职", "不称职", Verdict.undetermined), ("", "不称职", "不称职", .met), ("", "不合格", "不称职", .met),
        ("", "称职", "优秀", .notApplicable),
        (", disagreeing: lowest", "称职", "不称职", .met), (", disagreeing: highest", "称职", "不称职", .notApplicable),
        (", disagreeing: undetermined", "称职", "不称职", .undetermined),
    ])
    func grades(setting: String, first: String, second: String, verdict: Verdict) async throws {
        let when = "count: {annual_grade: {grade: [不称职, 不合格]}}, within: year, at_least: 1\(setting)"
        let found = try await judge("consequences", Self.remind(when), in: "2022") { county in
            for grade in [first, second] { county.add("annual_grades.csv", "C,2022,\(grade)") }
        }
        #expect(found.verdict("consequences/it", "C", "2022") == verdict)
    }

    /// Of two givers both count; an empty one is the home unit.
    @Test(arguments: [("home_unit", "1"), ("county", "2")])
    func givers(giver: String, number: String) async throws {
        let found = try await judge(
            "consequences", Self.remind("count: {annual_grade: all}, within: year, equals: \(number)"), in: "2022"
        ) { county in
            county.add("annual_grades.csv", "C,2022,称职,")
            county.add("annual_grades.csv", "C,2022,称职,\(giver)")
        }
        #expect(found.verdict("consequences/it", "C", "2022") == .met)
    }

    @Test func latestNeedsATimeOfEntry() async throws {
        let count = { (kind: String) in
            Self.remind("count: {\(kind): all}, within: year, at_least: 1, disagreeing: latest")
        }
        #expect(try await faults("consequences", count("incident")) == ["S108"])
        #expect(try await faults("consequences", count("attestation")) == [])
    }

    // MARK: scores

    private static let scoring = "for: {cadre: all}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}"

    @Test(arguments: [
        ("", ["甲 80", "甲 80"], "80"), ("", ["甲 80", "甲 90"], "80–90"), ("", ["甲 80", "甲 90", "乙 70"], "75–80"),
        ("", ["甲 80", "乙 80"], "80"),
        (", disagreeing: lowest", ["甲 80", "甲 90", "乙 70"], "75"),
        (", disagreeing: highest", ["甲 80", "甲 90", "乙 70"], "80"),
        // Villagers are many: each row is another one's.
        ("", ["群众 80", "群众 80", "群众 50"], "70"), ("", ["villagers 80", "villagers 50"], "65"),
    ])
    func scores(setting: String, given: [String], total: String) async throws {
        let found = try await judge("scoring", Self.scoring + setting, in: "2023-07") { county in
            for score in given {
                let parts = score.split(separator: " ").map(String.init)
                county.score("C", "2023-07", "工作", parts[1], rater: parts[0])
            }
        }
        #expect(found.measure("scoring/it", "C", "2023-07", "total") == total)
        let isExact = !total.contains("–")
        #expect(found.verdict("scoring/it", "C", "2023-07") == (isExact ? .met : .undetermined))
        #expect(found.reasons("scoring/it", "C", "2023-07") == (isExact ? [] : ["不能确定：工作"]))
    }

    /// What is not known exactly is not ranked, and graded where it does not matter.
    @Test func rankedAndGraded() async throws {
        let rules = """
            scoring:
              - {id: it, clause: 一, \(Self.scoring)}
            ranking:
              - {id: it, clause: 二, for: {cadre: all}, per: month, by: scoring.it, within: county}
            grading:
              - {id: it, clause: 三, for: {cadre: all}, per: month, by: scoring.it, within: county, grades: {优秀: {at_least: 85}, 称职: {at_least: 60}, 不称职: {}}}
            """
        var county = try SmallProfile(rules).county()
        for (id, scores) in [("A", ["90"]), ("B", ["80", "90"]), ("D", ["70", "80"]), ("E", ["75"])] {
            county.cadre(id, from: "2021-05-01")
            for score in scores { county.score(id, "2023-07", "工作", score) }
        }
        county.present("A", on: "2023-07-03")
        let found = try await county.assess("test", "2023-07")
        #expect(
            ["A", "B", "D", "E"].map { found.measure("ranking/it", $0, "2023-07", "rank") } == ["1", nil, nil, "2"])
        #expect(found.verdict("ranking/it", "B", "2023-07") == .undetermined)
        #expect(found.reasons("ranking/it", "B", "2023-07") == ["总分不能确定，不参加排名"])
        #expect(
            ["A", "B", "D", "E"].map { found.measure("grading/it", $0, "2023-07", "grade") } == ["优秀", nil, "称职", "称职"])
        #expect(found.reasons("grading/it", "B", "2023-07") == ["评定等次所需的指标不能确定"])
    }
}

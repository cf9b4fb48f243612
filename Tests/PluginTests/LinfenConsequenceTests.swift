import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// The eight causes of Linfen's ninth article, at their edges.
@Suite struct LinfenConsequenceTests {
    private static let period = "2018-07-30..2018-09-23"
    private static let rules = [
        "left-office", "health", "failed-annual-grade", "absent-without-leave", "criticised-twice", "low-satisfaction",
        "discipline", "unfit",
    ]

    /// The rules that a cadre falls under, or, where that is only counted from presence, will once somebody has looked.
    private func causes(_ assessment: Assessment, _ subject: String) -> [String] {
        Self.rules.filter { rule in
            let finding = assessment.finding("consequences/" + rule, subject, Self.period)
            return finding?.verdict == .met || finding?.actions.map(\.kind) == ["verify"]
        }
    }

    private func county() throws -> TestCounty {
        var county = try olderCounty()
        county.covered("2018-01-01..2018-09-23")
        return county
    }

    /// Incidents as `kind level date`, and the rule that a cadre with them falls under.
    private static let incidents: [(incidents: [String], cause: String?)] = [
        (["transferred - 2018-08-01"], "left-office"), (["resigned - 2018-08-01"], "left-office"),
        (["dismissed - 2018-08-01"], "left-office"),
        (["health - 2018-09-23"], "health"), (["health - 2018-09-24"], nil), (["self_criticism - 2018-08-01"], nil),
        (["admonition - 2018-07-30"], nil),
        (["self_criticism - 2018-08-01", "self_criticism - 2018-09-01"], "criticised-twice"),
        (["self_criticism - 2018-08-01", "admonition - 2018-09-01"], "criticised-twice"),
        (["interview - 2018-08-01", "interview - 2018-08-02"], nil),
        (["discipline - 2018-08-01"], "discipline"), (["discipline - 2018-07-29"], nil),
        (["unfit county 2018-08-01"], "unfit"),
        (["unfit township 2018-08-01"], "unfit"), (["unfit city 2018-08-01"], nil), (["unfit - 2018-08-01"], nil),
    ]

    @Test func incidentsOneByOne() async throws {
        var county = try county()
        for (index, known) in Self.incidents.enumerated() {
            county.cadre("C\(index)", from: "2018-07-30")
            county.present("C\(index)", on: Self.period, at: ["08:00"])
            for incident in known.incidents {
                let parts = incident.split(separator: " ").map(String.init)
                county.incident("C\(index)", parts[2], parts[0], level: parts[1] == "-" ? "" : parts[1])
            }
        }
        let assessment = try await county.assess("linfen", Self.period)
        for (index, known) in Self.incidents.enumerated() {
            #expect(causes(assessment, "C\(index)") == (known.cause.map { [$0] } ?? []), "\(known.incidents)")
        }
    }

    @Test func whatFollows() async throws {
        var county = try county()
        county.cadre("C", from: "2018-07-30")
        county.incident("C", "2018-08-01", "discipline")
        county.incident("C", "2018-08-01", "health")
        let assessment = try await county.assess("linfen", Self.period)
        let recalled = try #require(assessment.finding("consequences/discipline", "C", Self.period)).actions
        #expect(recalled.map(\.kind) == ["recall", "bar", "bar", "enter"])
        #expect(recalled[0].details.map(\.key) == ["", "opinion", "notice", "to"])
        #expect(
            recalled[0].details.map(\.value) == ["sending_unit", "county_office", "office_of_level", "sending_unit"])
        #expect(recalled[2].details.map(\.value) == ["提拔使用", "2 years"])
        let adjusted = try #require(assessment.finding("consequences/health", "C", Self.period)).actions
        #expect(adjusted.map(\.kind) == ["adjust"])
        #expect(adjusted[0].details.map(\.value) == ["sending_unit", "self", "sending_unit", "office_of_level"])
    }

    @Test func grades() async throws {
        var county = try county()
        for (index, grade) in ["不称职", "不合格", "基本称职", "基本合格", "优秀"].enumerated() {
            county.cadre("C\(index)", from: "2018-07-30")
            county.present("C\(index)", on: Self.period, at: ["08:00"])
            county.add("annual_grades.csv", "C\(index),2018,\(grade)")
        }
        county.cadre("before", from: "2018-07-30")
        county.present("before", on: Self.period, at: ["08:00"])
        county.add("annual_grades.csv", "before,2017,不称职")
        let assessment = try await county.assess("linfen", Self.period)
        let found = ["C0", "C1", "C2", "C3", "C4", "before"].map { causes(assessment, $0) }
        #expect(found == [["failed-annual-grade"], ["failed-annual-grade"], [], [], [], []])
    }

    @Test func polls() async throws {
        let polls: [(satisfied: Int, asked: Int, isLow: Bool)] = [
            (599, 1000, true), (600, 1000, false), (3, 5, false), (2, 3, false), (0, 1, true), (0, 0, false),
            (59_999, 100_000, true), (60_000, 100_000, false),
        ]
        var county = try county()
        for (index, poll) in polls.enumerated() {
            county.cadre("C\(index)", from: "2018-07-30")
            county.present("C\(index)", on: Self.period, at: ["08:00"])
            county.add("polls.csv", "C\(index),2018-01-01,villagers,\(poll.satisfied),\(poll.asked)")
            county.add("polls.csv", "C\(index),2017-12-31,villagers,0,10")
            county.add("polls.csv", "C\(index),2018-09-01,assessment,10,10")
        }
        let assessment = try await county.assess("linfen", Self.period)
        for (index, poll) in polls.enumerated() {
            #expect(causes(assessment, "C\(index)") == (poll.isLow ? ["low-satisfaction"] : []), "\(poll)")
        }
    }

    @Test func fifteenDaysInARowAndThirtyInAll() async throws {
        var county = try county()
        // Posted from Monday 30 July; no holiday lies in the eight weeks.
        func add(_ id: String, absent: [String]) throws {
            county.cadre(id, from: "2018-07-30")
            let away = absent.compactMap { Period($0)?.days }
            for day in try #require(Period(Self.period)).days.days where !away.contains(where: { $0.contains(day) }) {
                county.present(id, on: day.description, at: ["08:00"])
            }
        }
        /// Seven weeks with one day on post each, four short, and an eighth with so many.
        func weeks(_ short: Int) -> [String] {
            let mondays = (0..<8).compactMap { Day("2018-07-30")?.advanced(by: 7 * $0) }
            return mondays.prefix(7).flatMap {
                ["\($0)..\($0.advanced(by: 2))", "\($0.advanced(by: 4))..\($0.advanced(by: 6))"]
            }
                + mondays.suffix(1).map { "\($0)..\($0.advanced(by: short + 1))" }
        }
        try add("run-15", absent: ["2018-07-30..2018-08-13"])
        try add("run-16", absent: ["2018-07-30..2018-08-14"])
        try add("all-30", absent: weeks(2))
        try add("all-31", absent: weeks(3))
        try add("last-day", absent: ["2018-09-08..2018-09-23"])
        let assessment = try await county.assess("linfen", Self.period)
        func measures(_ subject: String) -> [String?] {
            ["absence.longest_run", "absence.days"].map { assessment.total("attendance/log-and-register", subject, $0) }
        }
        #expect(measures("run-15") == ["15", "10"])
        #expect(measures("run-16") == ["16", "10"])
        #expect(measures("all-30") == ["7", "30"])
        #expect(measures("all-31") == ["8", "31"])
        // It may go on: nothing was kept behind the last day.
        #expect(measures("last-day").first == "≥16")
        let found = ["run-15", "run-16", "all-30", "all-31", "last-day"].map { !causes(assessment, $0).isEmpty }
        #expect(found == [false, true, false, true, true])
        #expect(causes(assessment, "all-31") == ["absent-without-leave"])
        #expect(
            assessment.reasons("consequences/absent-without-leave", "run-16", Self.period).first
                == "年内“日志与到岗登记”最长连续缺勤天数 16 天，超过 15 天")
    }

    /// One more day, known or not: a long run is enough.
    @Test func anUnknownSumDoesNotHideALongRun() async throws {
        var county = try olderCounty()
        county.covered("2018-07-30..2018-09-16")
        for (id, back) in [("run", "2018-08-15"), ("short", "2018-08-14")] {
            county.cadre(id, from: "2018-07-30")
            county.present(id, on: "\(back)..2018-09-16", at: ["08:00"])
        }
        let assessment = try await county.assess("linfen", Self.period)
        #expect(causes(assessment, "run") == ["absent-without-leave"])
        // Ten days short, or fifteen with the last week.
        #expect(assessment.verdict("consequences/absent-without-leave", "short", Self.period) == .notApplicable)
    }
}

import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// What Shanxi proposes since July 2023, and truth in three values.
@Suite struct ConsequenceTests {
    /// What is not known of another provision's outcome decides nothing, unless it is asked whether it is known.
    @Test func anOutcomeThatIsUndetermined() async throws {
        let duty =
            "duties: [{id: visits, clause: 一, for: {cadre: all}, per: month, records: {activity: {kind: household_visit}}, at_least: 1}]"
        func verdicts(_ comparison: String, kept: Bool) async throws -> [Verdict?] {
            let rule =
                "for: {cadre: all}, per: month, when: {measure: duties.visits.outcome, \(comparison)}, then: [{remind: township}]"
            let found = try await judge("consequences", rule, besides: duty, in: "2023-07") {
                if kept { $0.keep("activity") }
            }
            return ["duties/visits", "consequences/it"].map { found.verdict($0, "C", "2023-07") }
        }
        #expect(try await verdicts("equals: breached", kept: true) == [.breached, .met])
        #expect(try await verdicts("equals: breached", kept: false) == [.undetermined, .undetermined])
        #expect(try await verdicts("in: [met, breached]", kept: false) == [.undetermined, .undetermined])
        #expect(try await verdicts("equals: undetermined", kept: false) == [.undetermined, .met])
    }

    /// A name, such as how a month's duty came out, is read over several units as that of the last of them.
    @Test func anOutcomeOverSeveralUnitsIsThatOfTheLast() async throws {
        let duty =
            "duties: [{id: visits, clause: 一, for: {cadre: all}, per: month, records: {activity: {kind: household_visit}}, at_least: 1}]"
        func verdict(_ per: String, visited months: [String]) async throws -> Verdict? {
            let rule =
                "for: {cadre: all}, \(per)when: {measure: duties.visits.outcome, equals: breached}, then: [{remind: township}]"
            let found = try await judge("consequences", rule, besides: duty, in: "2023-Q3") { county in
                county.keep("activity")
                for month in months {
                    try county.record(
                        "activity",
                        [
                            "activity": "A" + month, "kind": "household_visit", "date": "2023-\(month)-05",
                            "subject": "C",
                            "actors": "C",
                        ])
                }
            }
            return found.verdict("consequences/it", "C", "2023-Q3")
        }
        for per in ["", "per: quarter, "] {
            #expect(try await verdict(per, visited: ["07", "08"]) == .met)
            #expect(try await verdict(per, visited: ["08", "09"]) == .notApplicable)
        }
    }

    private func actions(_ assessment: Assessment, _ rule: String, _ subject: String, _ unit: String) -> [String] {
        (assessment.finding("consequences/" + rule, subject, unit)?.actions ?? []).map { action in
            ([action.kind] + action.details.map { $0.key.isEmpty ? $0.value : "\($0.key)=\($0.value)" }).joined(
                separator: " ")
        }
    }

    private func verdicts(_ assessment: Assessment, _ rule: String, _ subjects: [String], _ unit: String) -> [Verdict?]
    {
        subjects.map { assessment.verdict("consequences/" + rule, $0, unit) }
    }

    @Test func offPostOnceAndTwice() async throws {
        var county = try olderCounty()
        for (id, days) in [
            ("none", []), ("once", ["2023-08-31"]), ("twice", ["2023-01-01", "2023-08-31"]),
            ("thrice", ["2023-02-01", "2023-03-01", "2023-08-01"]), ("old", ["2022-12-31", "2023-09-01"]),
        ] {
            county.cadre(id, from: "2022-01-01")
            for day in days { county.incident(id, day, "off_post") }
        }
        county.cadre("graduate", from: "2022-01-01", role: "graduate")
        county.incident("graduate", "2023-08-01", "off_post")
        let assessment = try await county.assess("shanxi", "2023-08")
        let subjects = ["none", "once", "twice", "thrice", "old", "graduate"]
        #expect(
            verdicts(assessment, "off-post-first", subjects, "2023-08") == [
                .notApplicable, .met, .notApplicable, .notApplicable, .notApplicable, nil,
            ])
        #expect(
            verdicts(assessment, "off-post-again", subjects, "2023-08") == [
                .notApplicable, .notApplicable, .met, .met, .notApplicable, nil,
            ])
        #expect(actions(assessment, "off-post-first", "once", "2023-08") == ["remind township_committee"])
        #expect(
            actions(assessment, "off-post-again", "twice", "2023-08") == [
                "cap_grade 称职 lasting=year", "recall sending_unit", "organisational_handling sending_unit",
            ])
        #expect(actions(assessment, "off-post-again", "once", "2023-08").isEmpty)
        #expect(
            assessment.reasons("consequences/off-post-again", "twice", "2023-08") == ["年内事件（种类 无故脱岗） 2 次，不少于 2 次"])
        #expect(assessment.measure("consequences/off-post-again", "twice", "2023-08", "proposed") == "3")
    }

    @Test func bulletinsAndInterviewsTwice() async throws {
        var county = try olderCounty()
        let bulletins: [(String, [(String, String)])] = [
            ("county", [("2023-01-01", "county"), ("2023-08-31", "city")]),
            ("province", [("2023-05-01", "province"), ("2023-06-01", "province")]),
            ("once", [("2023-08-01", "county")]), ("township", [("2023-05-01", "township"), ("2023-06-01", "county")]),
            ("no-level", [("2023-05-01", ""), ("2023-06-01", "")]),
        ]
        for (id, days) in bulletins {
            county.cadre(id, from: "2022-01-01")
            for (day, level) in days {
                county.incident(id, day, "named_in_bulletin", level: level)
                county.incident(id, day, "interview")
            }
        }
        let assessment = try await county.assess("shanxi", "2023-08")
        let subjects = bulletins.map(\.0)
        // The ranking of July is not known, so who was named less than twice may still be at its end.
        #expect(
            verdicts(assessment, "back-of-monthly-ranking", subjects, "2023-08") == [
                .met, .met, .undetermined, .undetermined, .undetermined,
            ])
        #expect(
            verdicts(assessment, "interviewed-twice", subjects, "2023-08") == [.met, .met, .notApplicable, .met, .met])
        #expect(
            actions(assessment, "back-of-monthly-ranking", "county", "2023-08") == [
                "interview county_organisation_department feedback=sending_unit"
            ])
        #expect(
            actions(assessment, "interviewed-twice", "county", "2023-08") == ["organisational_handling sending_unit"])
    }

    @Test func lastInTwoMonthsRunning() async throws {
        var county = try olderCounty()
        // A month is its weeks: of those at its edges all days are asked.
        county.covered("2023-07-31..2023-11-05")
        let last = ["2023-08": 9, "2023-09": 9, "2023-10": 8]
        for index in 0..<10 {
            county.cadre("C\(index)", from: "2023-01-01")
            for (month, cadre) in last {
                county.score("C\(index)", month, "月任务", index == cadre ? "10" : "\(90 - index)")
            }
        }
        for (period, expected) in [("2023-09", 9), ("2023-10", nil)] {
            let assessment = try await county.assess("shanxi", period)
            let found = (0..<10).filter {
                assessment.verdict("consequences/back-of-monthly-ranking", "C\($0)", period) == .met
            }
            #expect(found == (expected.map { [$0] } ?? []), "\(period)")
            let unknown = (0..<10).filter {
                assessment.verdict("consequences/back-of-monthly-ranking", "C\($0)", period) == .undetermined
            }
            #expect(unknown.isEmpty, "\(period)")
        }
        let quarter = try await county.assess("shanxi", "2023-08-01..2023-10-31")
        #expect(quarter.verdict("consequences/back-of-monthly-ranking", "C9", "2023-09") == .met)
        #expect(quarter.verdict("consequences/back-of-monthly-ranking", "C9", "2023-10") == .notApplicable)
        #expect(quarter.verdict("consequences/back-of-monthly-ranking", "C8", "2023-10") == .notApplicable)
        #expect(quarter.verdict("consequences/back-of-monthly-ranking", "C9", "2023-08") == .undetermined)
    }

    @Test(arguments: ["unfit", "accountability", "resigned", "no_effort", "complaints", "discipline"])
    func eachOfChongqingsCauses(kind: String) async throws {
        let rules = [
            "unfit": "recall-unfit", "accountability": "recall-accountability", "resigned": "recall-resigned",
            "no_effort": "recall-no-effort", "complaints": "recall-complaints",
            "discipline": "recall-discipline-or-grade",
        ]
        var county = try olderCounty()
        county.cadre("C", from: "2022-05-01")
        county.cadre("before", from: "2022-05-01")
        county.present("C", on: "2023-10-09")
        county.incident("C", "2022-05-01", kind)
        county.incident("before", "2022-04-30", kind)
        let assessment = try await county.assess("chongqing", "2023-10")
        for rule in rules.values {
            let isCause = rule == rules[kind]
            #expect(
                verdicts(assessment, rule, ["C", "before"], "2023-10") == [
                    isCause ? .met : .notApplicable, .notApplicable,
                ])
            #expect(
                actions(assessment, rule, "C", "2023-10")
                    == (isCause ? ["recall sending_unit", "accountability sending_unit"] : []))
        }
    }

    @Test func aFailedYearIsACauseInChongqing() async throws {
        var county = try olderCounty()
        for (id, grade) in [("failed", "不称职"), ("basic", "基本称职"), ("none", "")] {
            county.cadre(id, from: "2022-05-01")
            if !grade.isEmpty { county.add("annual_grades.csv", "\(id),2022,\(grade)") }
        }
        let assessment = try await county.assess("chongqing", "2023-10")
        #expect(
            verdicts(assessment, "recall-discipline-or-grade", ["failed", "basic", "none"], "2023-10") == [
                .met, .notApplicable, .notApplicable,
            ])
    }

    /// Week 53 of 2020 ends in January 2021, but its year is 2020.
    @Test func theYearOfAWeekIsItsThursdays() async throws {
        let rules = """
            consequences: [{id: year, clause: 一, for: {cadre: all}, per: week, when: {count: {incident: all}, within: year, at_least: 1}, then: [{remind: township}]}]
            """
        var county = try SmallProfile(rules).county()
        county.cadre("A", from: "2020-01-01")
        county.incident("A", "2020-12-29", "praise")
        let assessment = try await county.assess("test", "2020-12-28..2021-01-31")
        #expect(
            ["2020-W53", "2021-W01"].map { assessment.verdict("consequences/year", "A", $0) } == [.met, .notApplicable])
    }

    // MARK: What is not known

    @Test func oneTrueAndOneUnknown() async throws {
        var county = try olderCounty()
        for id in ["disciplined", "clean"] { county.cadre(id, from: "2022-05-01") }
        county.present("clean", on: "2023-10-09")
        county.incident("disciplined", "2023-05-01", "discipline")
        try county.write()
        try county.removeFile("annual_grades.csv")
        let first = try await assess(county.folder, under: "chongqing", by: shipped, "2023-10")
        let rule = "consequences/recall-discipline-or-grade"
        #expect(first.verdict(rule, "disciplined", "2023-10") == .met)
        #expect(first.verdict(rule, "clean", "2023-10") == .undetermined)
        #expect(first.reasons(rule, "clean", "2023-10") == ["任期内没有保存年度考核等次记录（annual_grades.csv）"])
        #expect(first.measure(rule, "clean", "2023-10", "proposed") == nil)
        #expect(first.verdict("consequences/recall-unfit", "clean", "2023-10") == .notApplicable)
        try county.removeFile("incidents.csv")
        let second = try await assess(county.folder, under: "chongqing", by: shipped, "2023-10")
        #expect(second.verdict(rule, "disciplined", "2023-10") == .undetermined)
        #expect(second.verdict("consequences/recall-unfit", "clean", "2023-10") == .undetermined)
    }

    @Test func allAndNotWithAnUnknown() async throws {
        let rules = """
            consequences:
              - {id: all, clause: 一, for: {cadre: all}, when: {all: [{count: {leave: all}, within: month, at_least: 1}, {count: {incident: all}, within: month, at_least: 1}]}, then: [{remind: township}]}
              - {id: none, clause: 二, for: {cadre: all}, when: {not: {count: {incident: all}, within: month, at_least: 1}}, then: [{remind: township}]}
              - {id: neither, clause: 三, for: {cadre: all}, when: {not: {any: [{count: {leave: all}, within: month, at_least: 1}, {count: {incident: all}, within: month, at_least: 1}]}}, then: [{remind: township}]}
            """
        var county = try SmallProfile(rules).county()
        for id in ["leave", "both", "clean"] { county.cadre(id, from: "2022-05-01") }
        for id in ["leave", "both"] { county.leave("L-" + id, id, "事假", "2023-07-03", "2023-07-04") }
        county.incident("both", "2023-07-05", "praise")
        let known = try await county.assess("test", "2023-07")
        let subjects = ["leave", "both", "clean"]
        #expect(verdicts(known, "all", subjects, "2023-07") == [.notApplicable, .met, .notApplicable])
        #expect(verdicts(known, "none", subjects, "2023-07") == [.met, .notApplicable, .met])
        #expect(verdicts(known, "neither", subjects, "2023-07") == [.notApplicable, .notApplicable, .met])
        county.add("coverage.csv", "incident,140622,,2023-07-02,2023-07-31")
        let unknown = try await county.assess("test", "2023-07")
        // One was found, whatever else was not kept.
        #expect(verdicts(unknown, "all", subjects, "2023-07") == [.undetermined, .met, .notApplicable])
        #expect(verdicts(unknown, "none", subjects, "2023-07") == [.undetermined, .notApplicable, .undetermined])
        #expect(verdicts(unknown, "neither", subjects, "2023-07") == [.notApplicable, .notApplicable, .undetermined])
    }
}

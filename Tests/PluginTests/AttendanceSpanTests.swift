import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Measures over longer spans: sums over units, each under its own edition.
@Suite struct AttendanceSpanTests {
    private static let rule = "attendance/week"

    private func county(_ editions: [(day: String, sections: String)], from: String = "2023-01-01", to: String = "")
        throws -> TestCounty
    {
        var county = try SmallProfile(editions: editions).county()
        county.covered("2022-01-01..2023-12-31")
        county.cadre("C", from: from, to: to)
        return county
    }

    private static func weekly(_ asked: String) -> String {
        "attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, \(asked)}]"
    }

    /// What lies before the first edition counts for nothing: neither weeks nor days of a run.
    @Test func beforeTheDocument() async throws {
        let county = try county([("2023-07-05", Self.weekly("days: 5 of 7"))], to: "2023-07-31")
        let found = try await county.assess("test", "2023-07-01..2023-07-31")
        // Weeks 28 to 30 and, with its Thursday on 3 August, not 31; the document is of a Wednesday.
        #expect(found.units(Self.rule) == ["2023-W28", "2023-W29", "2023-W30"])
        #expect(found.total(Self.rule, "C", "absence.days") == "15")
        // From the first day of the first week that is judged.
        #expect(found.total(Self.rule, "C", "absence.longest_run") == "22")
        #expect(found.total(Self.rule, "C", "countable_days") == "21")
    }

    /// 5 of 7 up to week 28, 3 of 7 with another evidence from week 29 on.
    @Test func eachUnitUnderItsOwnEdition() async throws {
        var county = try county(
            [
                ("2023-01-01", Self.weekly("days: 5 of 7")),
                ("2023-07-12", Self.weekly("days: 3 of 7, nights: 2 of 7, evidence: [log]")),
            ], to: "2023-07-23")
        county.present("C", on: "2023-07-10..2023-07-11", at: ["08:00"])
        county.present("C", on: "2023-07-17..2023-07-18", at: ["08:00"], source: "log")
        county.present("C", on: "2023-07-19..2023-07-21", at: ["08:00"])
        let found = try await county.assess("test", "2023-07-10..2023-07-23")
        #expect(["2023-W28", "2023-W29"].map { found.measure(Self.rule, "C", $0, "shortfall") } == ["3", "1"])
        #expect(found.total(Self.rule, "C", "absence.days") == "4")
        #expect(found.total(Self.rule, "C", "required_days") == "8")
        #expect(found.total(Self.rule, "C", "required_nights") == "2")
        #expect(found.total(Self.rule, "C", "days_on_post") == "4")
        #expect(found.total(Self.rule, "C", "rate") == "2/7")
        // 12 to 16 July under the first edition; from the 17th on the register is no evidence: 19 to 23 July.
        #expect(found.total(Self.rule, "C", "absence.longest_run") == "5")
    }

    /// A month's numbers under a weekly rule are those of the weeks whose Thursday lies in it.
    @Test func aMonthIsItsWeeks() async throws {
        let rules =
            Self.weekly("days: 5 of 7") + """

                scoring: [{id: month, clause: 二, for: {cadre: all}, per: month, dimensions: {在岗: {weight: 100, measure: attendance.rate, full_at: 100%}}}]
                consequences:
                  - {id: run, clause: 三, for: {cadre: all}, per: month, when: {measure: absence.longest_run, above: 9 days}, then: [{remind: township}], on: count}
                  - {id: window, clause: 四, for: {cadre: all}, per: month, when: {measure: absence.longest_run, within: month, above: 9 days}, then: [{remind: township}], on: count}
                """
        var county = try county([("2023-01-01", rules)], from: "2023-06-26")
        county.present("C", on: "2023-07-03..2023-07-09", at: ["08:00"])
        county.present("C", on: "2023-07-20..2023-08-06", at: ["08:00"])
        let found = try await county.assess("test", "2023-07")
        // Weeks 27 to 30: seven days, none, four of seven, seven.
        #expect(found.measure("scoring/month", "C", "2023-07", "total") == "450/7")
        // From 10 to 19 July; within a month asked for by name nothing else counts.
        #expect(["run", "window"].map { found.verdict("consequences/" + $0, "C", "2023-07") } == [.met, .met])
        var cut = county
        cut.cadre("D", from: "2023-06-20")
        cut.present("D", on: "2023-07-06..2023-07-31", at: ["08:00"])
        let other = try await cut.assess("test", "2023-07")
        // From 20 June to 5 July without three holidays; in the month itself five days.
        #expect(
            ["run", "window"].map { other.verdict("consequences/" + $0, "D", "2023-07") } == [.met, .notApplicable])
    }

    /// More than the limit is known, though four weeks are not: whatever they were.
    @Test(arguments: [
        ("2023-07-03..2023-08-27", Verdict.met), ("2023-07-03..2023-08-13", .undetermined),
        ("2023-07-03..2023-07-16", .undetermined),
    ])
    func whatIsKnownAlready(kept: String, verdict: Verdict) async throws {
        var county = try SmallProfile(
            Self.weekly("days: 5 of 7") + """

                consequences: [{id: absent, clause: 二, for: {cadre: all}, when: {measure: absence.days, within: year, above: 30 days}, then: [{recall: sending_unit}], on: count}]
                """
        ).county()
        county.covered(kept)
        county.cadre("C", from: "2023-07-03")
        county.cadre("back", from: "2023-07-03")
        county.present("back", on: "2023-07-10..2023-12-31", at: ["08:00"])
        let found = try await county.assess("test", "2023-07-03..2023-09-24")
        #expect(found.verdict("consequences/absent", "C", "2023-07-03..2023-09-24") == verdict)
        let weeks = (try #require(Period(kept)).days.count) / 7
        #expect(found.total(Self.rule, "C", "absence.days") == "\(weeks * 5)–60")
        // Present for all that is left: five days at most, which is below the limit.
        #expect(found.verdict("consequences/absent", "back", "2023-07-03..2023-09-24") == .notApplicable)
    }

    @Test func aTeamsSumsAreItsMembers() async throws {
        let rules =
            Self.weekly("days: 5 of 7") + """

                ranking: [{id: r, clause: 二, for: {team: all}, per: month, by: attendance.week.shortfall, within: county}]
                """
        var county = try county([("2023-01-01", rules)])
        county.cadre("D", from: "2023-01-01")
        county.present("C", on: "2023-07-03..2023-07-30", at: ["08:00"])
        county.present("D", on: "2023-07-05..2023-07-30", at: ["08:00"])
        let found = try await county.assess("test", "2023-07")
        #expect(found.measure("ranking/r", "T1", "2023-07", "rank") == "1")
    }
}

import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Which units belong to a period, and which edition judges them.
@Suite struct AttendanceTimeTests {
    private static let weekly = "attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7}]"

    @Test(arguments: [
        ("2020-12", ["2020-W49", "2020-W50", "2020-W51", "2020-W52", "2020-W53"]),
        ("2021-01", ["2021-W01", "2021-W02", "2021-W03", "2021-W04"]),
        ("2020-W53", ["2020-W53"]), ("2021-01-01..2021-01-10", ["2021-W01"]), ("2020-12-31..2021-01-03", ["2020-W53"]),
    ])
    func weeksBelongToTheMonthOfTheirThursday(period: String, weeks: [String]) async throws {
        var county = try SmallProfile(Self.weekly).county()
        county.cadre("C", from: "2020-01-01")
        county.present("C", on: "2020-11-28..2021-02-07", at: ["08:00"])
        #expect(try await county.assess("test", period).units("attendance/week") == weeks)
    }

    @Test(arguments: [
        ("2020-Q4", "2020-W40", "2020-W53", 14), ("2021-Q1", "2021-W01", "2021-W12", 12),
        ("2020", "2020-W01", "2020-W53", 53), ("2021", "2021-W01", "2021-W52", 52),
    ])
    func weeksBelongToTheQuarterAndYearOfTheirThursday(period: String, first: String, last: String, count: Int)
        async throws
    {
        var county = try SmallProfile(Self.weekly).county()
        county.cadre("C", from: "2020-01-01")
        county.present("C", on: "2020-12-28..2021-01-10", at: ["08:00"])
        let units = try await county.assess("test", period).units("attendance/week")
        #expect(units.first == first)
        #expect(units.last == last)
        #expect(units.count == count)
    }

    @Test func daysBehindThePeriodCountForItsLastWeek() async throws {
        let counted =
            "attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, holidays: counted}]"
        var county = try SmallProfile(counted).county()
        county.covered("2020-12-01..2021-01-31")
        county.cadre("both", from: "2020-01-01")
        county.present("both", on: "2020-12-30..2021-01-03", at: ["08:00"])
        county.cadre("december", from: "2020-01-01")
        county.present("december", on: "2020-12-28..2020-12-31", at: ["08:00"])
        let assessment = try await county.assess("test", "2020-12")
        #expect(assessment.verdict("attendance/week", "both", "2020-W53") == .met)
        #expect(assessment.verdict("attendance/week", "december", "2020-W53") == .breached)

        // With 1 to 3 January off, four days count, of which all are asked: there were four workdays.
        var off = try SmallProfile(Self.weekly).county()
        off.covered("2020-12-01..2021-01-31")
        off.cadre("C", from: "2020-01-01")
        off.present("C", on: "2020-12-28..2020-12-30", at: ["08:00"])
        off.cadre("all", from: "2020-01-01")
        off.present("all", on: "2020-12-28..2020-12-31", at: ["08:00"])
        let excluded = try await off.assess("test", "2020-Q4")
        #expect(excluded.verdict("attendance/week", "C", "2020-W53") == .breached)
        #expect(excluded.verdict("attendance/week", "all", "2020-W53") == .met)
        #expect(excluded.measure("attendance/week", "C", "2020-W53", "rate") == "3/4")
    }

    @Test func shanxiOfJuly2023() async throws {
        var county = try shippedCounty()
        county.cadre("C", from: "2023-01-01")
        county.present("C", on: "2023-06-26..2023-10-01")
        let assessment = try await county.assess("shanxi", "2023-Q3")
        let attendance = "attendance/five-days-four-nights"
        #expect(assessment.block(attendance, "2023-W28")?.provision.citation == "晋驻村办〔2021〕2号 一（五）")
        #expect(
            assessment.block(attendance, "2023-W29")?.provision.citation
                == "晋巩固衔接组〔2023〕6号 附件1 二（七）、附件1 四（四）、附件3 二（六）、附件3 三（三）")
        #expect(assessment.block("scoring/quarter-score", "2023-Q3")?.provision.version.description == "2021-10-19")
        #expect(assessment.units("scoring/month-score") == ["2023-08", "2023-09"])
        #expect(
            assessment.block("consequences/off-post-first", "2023-Q3")?.provision.version.description == "2023-07-11")
        #expect(
            assessment.counties.first { $0.county == "140622" }?.withoutUnit.map(\.key.description).contains(
                "scoring/annual-basis") == true)
        let before = try await county.assess("shanxi", "2023-07-03..2023-07-10")
        #expect(before.block("consequences/off-post-first", "2023-07-03..2023-07-10") == nil)
        let after = try await county.assess("shanxi", "2023-07-03..2023-07-11")
        #expect(after.block("consequences/off-post-first", "2023-07-03..2023-07-11") != nil)
    }

    @Test func eachUnitIsJudgedUnderTheEditionOfItsFirstDay() async throws {
        let profile = try SmallProfile(editions: [
            (
                "2023-01-01",
                """
                attendance:
                  - {id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7}
                  - {id: quarter, clause: 二, for: {cadre: all}, per: quarter, days: 5/7}
                consequences:
                  - {id: leave, clause: 三, for: {cadre: all}, when: {count: {leave: all}, at_least: 1}, then: [{remind: township}]}
                """
            ),
            (
                "2023-07-12",
                """
                attendance: [{id: week, clause: 四, days: 7 of 7}, {id: quarter, clause: 五, days: 7/7}]
                consequences: [{id: leave, clause: 六, when: {count: {leave: all}, at_least: 2}}]
                """
            ),
        ])
        var county = try profile.county()
        county.covered("2023-06-26..2023-10-01")
        county.cadre("C", from: "2023-01-01")
        county.leave("L", "C", "事假", "2023-07-09", "2023-07-09")
        for days in [
            "2023-07-03..2023-07-07", "2023-07-10..2023-07-14", "2023-07-17..2023-07-21", "2023-07-24..2023-09-30",
        ] {
            county.present("C", on: days, at: ["08:00"])
        }
        let assessment = try await county.assess("test", "2023-Q3")
        #expect(assessment.verdict("attendance/week", "C", "2023-W28") == .met)
        #expect(assessment.verdict("attendance/week", "C", "2023-W29") == .breached)
        #expect(assessment.verdict("attendance/week", "C", "2023-W30") == .met)
        #expect(assessment.verdict("attendance/quarter", "C", "2023-Q3") == .met)
        #expect(assessment.block("attendance/quarter", "2023-Q3")?.provision.clauses == ["二"])
        // Without a unit of its own a rule stands as it is at the end of the period: one leave is not enough any more.
        #expect(assessment.verdict("consequences/leave", "C", "2023-Q3") == .notApplicable)
        let before = try await county.assess("test", "2023-07-03..2023-07-11")
        #expect(before.verdict("consequences/leave", "C", "2023-07-03..2023-07-11") == .met)
    }

    @Test func aProvisionsOwnFirstAndLastDay() async throws {
        let profile = try SmallProfile(
            """
            attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, applies_from: 2023-07-12, until: 2023-07-24}]
            consequences:
              - {id: end, clause: 二, for: {cadre: all}, applies_from: 2023-07-31, when: {count: {leave: all}, at_least: 1}, then: [{remind: township}]}
            """)
        var county = try profile.county()
        county.cadre("C", from: "2023-01-01")
        county.present("C", on: "2023-07-01..2023-08-06", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-07")
        #expect(assessment.units("attendance/week") == ["2023-W29", "2023-W30"])
        #expect(assessment.units("consequences/end") == ["2023-07"])
        #expect(try await county.assess("test", "2023-07-01..2023-07-30").units("consequences/end").isEmpty)
    }

    @Test func postingsOfPartOfAWeek() async throws {
        var county = try SmallProfile(Self.weekly).county()
        county.covered("2023-07-03..2023-07-09")
        county.add("villages.csv", "140622100202,另一村,,39.6,113.2,,500")
        county.add("teams.csv", "T2,140622100202,county,U-county,1")
        county.cadre("day", from: "2023-07-05", to: "2023-07-05")
        county.present("day", on: "2023-07-03..2023-07-09", at: ["08:00"])
        county.cadre("wednesday", from: "2023-07-05")
        county.present("wednesday", on: "2023-07-03..2023-07-07", at: ["08:00"])
        county.cadre("two", from: "2023-07-03", to: "2023-07-04")
        county.add("postings.csv", "two,T2,140622100202,member,U-county,2023-07-07,,false")
        for (day, place) in [
            ("03", "39.55,113.18"), ("04", "39.6,113.2"), ("05", "39.55,113.18"), ("07", "39.6,113.2"),
            ("08", "39.55,113.18"), ("09", "39.6,113.2"),
        ] {
            county.add("checkins.csv", "two,2023-07-\(day) 08:00,\(place),10,app")
        }
        let assessment = try await county.assess("test", "2023-W27")
        func found(_ subject: String) -> [String?] {
            ["countable_days", "days_on_post", "required_days"].map {
                assessment.measure("attendance/week", subject, "2023-W27", $0)
            }
        }
        #expect(found("day") == ["1", "1", "1"])
        #expect(found("wednesday") == ["5", "3", "3"])
        // Each day under its own village's fence: the 4th and the 8th were spent in the other one.
        #expect(found("two") == ["5", "3", "3"])
        #expect(assessment.verdict("attendance/week", "day", "2023-W27") == .met)
        #expect(assessment.verdict("attendance/week", "wednesday", "2023-W27") == .met)
    }
}

import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// What other counties order, as of a day: what is open and who owes it. What comes out at the end stands in `Examples/profiles`.
@Suite struct CountyRuleTests {
    private static let appeals = """
        rights:
          - id: appeal
            clause: 一
            for: {cadre: all}
            after: {activity: {kind: bulletin}}
            time_limit: 5 working days
            used: {activity: {kind: appeal}}
            answered: {by: {activity: {kind: appeal_answer}}, time_limit: 10 working days}
            owed_by: county_office
        """

    private func appeal(asOf: String, _ deeds: [(kind: String, day: String)]) async throws -> Finding? {
        var county = try SmallProfile(Self.appeals).county()
        county.cadre("A", from: "2023-01-01")
        for (index, deed) in deeds.enumerated() {
            try county.record(
                "activity", ["activity": "D\(index)", "subject": "A", "kind": deed.kind, "date": deed.day])
        }
        return try await county.assess("test", "2023-08", asOf: asOf).finding("rights/appeal", "A", "2023-08")
    }

    @Test func aRightIsOpenAndOwedByNobody() async throws {
        let open = try await appeal(asOf: "2023-08-08", [("bulletin", "2023-08-01")])
        #expect(open?.verdict == .notApplicable && open?.owed == nil)
        #expect(open?.reasons.map(\.code.name) == ["rights.open"])
        let over = try await appeal(asOf: "2023-08-09", [("bulletin", "2023-08-01")])
        #expect(over?.verdict == .notApplicable && over?.owed == nil)
        #expect(over?.reasons.map(\.code.name) == ["rights.not-used"])
    }

    @Test func theAnswerIsOwedByTheOffice() async throws {
        let deeds = [("bulletin", "2023-08-01"), ("appeal", "2023-08-08")]
        let due = Day("2023-08-22")
        let open = try await appeal(asOf: "2023-08-22", deeds)
        #expect(open?.verdict == .notApplicable)
        #expect(open?.owed?.due == due && open?.owed?.isDone == false && open?.owed?.by == "county_office")
        #expect(try await appeal(asOf: "2023-08-23", deeds)?.verdict == .breached)
        #expect(try await appeal(asOf: "2023-08-23", deeds + [("appeal_answer", "2023-08-22")])?.verdict == .met)
    }

    private static let weeks = """
        attendance:
          - id: week
            clause: 一
            for: {cadre: all}
            per: week
            days: 5 of 7
            made_up: {after: unit, within: 7 days}
        """

    /// Four days in the week of 3 July 2023, and some in the next.
    private func week(asOf: String, next: String) async throws -> Finding? {
        var county = try SmallProfile(Self.weeks).county()
        county.cadre("A", from: "2023-01-01")
        county.covered("2023-07-01..2023-07-31")
        county.present("A", on: "2023-07-03..2023-07-06")
        county.present("A", on: next)
        return try await county.assess("test", "2023-W27", asOf: asOf).finding("attendance/week", "A", "2023-W27")
    }

    @Test func aShortWeekIsOpenUntilItCanBeMadeUpNoMore() async throws {
        let open = try await week(asOf: "2023-07-14", next: "2023-07-10..2023-07-12")
        #expect(open?.verdict == .notApplicable && open?.owed?.due == Day("2023-07-16"))
        #expect(try await week(asOf: "2023-07-16", next: "2023-07-10..2023-07-15")?.verdict == .met)
        let short = try await week(asOf: "2023-07-20", next: "2023-07-10..2023-07-14")
        #expect(short?.verdict == .breached && short?.owed == nil)
    }

    private static let teams = """
        attendance:
          - id: two
            clause: 一
            for: {team: all}
            per: week
            every_day: {present: 2 people}
        """

    @Test func aTeamsWeekIsOpenUntilADayIsShort() async throws {
        func team(_ other: String) async throws -> Finding? {
            var county = try SmallProfile(Self.teams).county()
            county.covered("2023-07-01..2023-07-31")
            for id in ["A", "B"] { county.cadre(id, from: "2023-01-01") }
            county.present("A", on: "2023-07-10..2023-07-12")
            county.present("B", on: other)
            return try await county.assess("test", "2023-W28", asOf: "2023-07-13").finding(
                "attendance/two", "T1", "2023-W28")
        }
        let open = try await team("2023-07-10..2023-07-12")
        #expect(open?.verdict == .notApplicable && open?.owed?.due == Day("2023-07-16"))
        #expect(try await team("2023-07-10..2023-07-11")?.verdict == .breached)
    }

    private static let quarters = """
        consequences:
          - id: off-post
            clause: 一
            for: {cadre: all}
            per: quarter
            when: {count: {incident: {kind: off_post}}, at_least: 2}
            then: [{cap_grade: 称职, lasting: year}]
        scoring: [{id: year, clause: 一, for: {cadre: all}, per: year, dimensions: {年: {weight: 100, scores: 年}}}]
        grading:
          - id: year
            clause: 一
            for: {cadre: all}
            per: year
            by: scoring.year
            grades: {优秀: {at_least: 90}, 称职: {at_least: 60}, 不称职: {}}
            caps: [{consequence: off-post}]
        """

    /// A consequence of any of the year's quarters caps its grade.
    @Test(arguments: [
        (days: ["2023-02-01", "2023-03-31"], grade: "称职"), (days: ["2023-03-31", "2023-04-01"], grade: "优秀"),
        (days: ["2023-11-01", "2023-12-31"], grade: "称职"), (days: ["2022-12-31", "2023-02-01"], grade: "优秀"),
    ])
    func aConsequenceOfAQuarterCapsTheYear(days: [String], grade: String) async throws {
        var county = try SmallProfile(Self.quarters).county()
        county.cadre("A", from: "2022-01-01")
        county.score("A", "2023", "年", "95")
        for day in days { county.incident("A", day, "off_post") }
        let assessment = try await county.assess("test", "2023")
        #expect(assessment.measure("grading/year", "A", "2023", "grade") == grade)
        let reasons = assessment.finding("grading/year", "A", "2023")?.reasons.map(\.code.name) ?? []
        #expect(reasons == (grade == "称职" ? ["grading.capped-by"] : []))
    }

    private static let sites = """
        attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, evidence: [app], also_at: {seasonal_site: {months: [12, 1]}}}]
        """

    /// The site lies a degree north of the village; without being its own it is the township's.
    @Test(arguments: [
        (week: "2023-W50", owner: "", days: "1"), (week: "2023-W50", owner: TestCounty.village, days: "1"),
        (week: "2023-W50", owner: "140622100203", days: "0"), (week: "2023-W46", owner: "", days: "0"),
    ])
    func aSeasonalSiteCountsInItsMonths(week: String, owner: String, days: String) async throws {
        var county = try SmallProfile(Self.sites).county()
        county.cadre("A", from: "2023-01-01")
        county.covered("2023-01-01..2023-12-31")
        county.add("villages.csv", "140622100202,冬季点,seasonal_site,40.55,113.18,,500,\(owner)")
        let monday = try #require(Period(week)).first
        county.add("checkins.csv", "A,\(monday)T12:00:00+08:00,40.55,113.18,10,app")
        let assessment = try await county.assess("test", week)
        #expect(assessment.measure("attendance/week", "A", week, "days_on_post") == days)
    }

    /// Of the units in which somebody is excepted nothing enters a sum.
    @Test func exceptedUnitsEnterNoSum() async throws {
        let rules = """
            groups: {休病假的: {cadre: {on_leave: 病假}}}
            attendance: [{id: week, clause: 一, for: {cadre: all}, except: [休病假的], per: week, days: 5 of 7}]
            requirements:
              - {id: days, clause: 二, for: {cadre: all}, per: month, must: {measure: attendance.days_on_post, equals: 14 days}}
            """
        var county = try SmallProfile(rules).county()
        county.covered("2023-07-01..2023-07-31")
        county.cadre("A", from: "2023-01-01")
        county.present("A", on: "2023-07-03..2023-07-23")
        county.leave("L1", "A", "病假", "2023-07-28", "2023-07-28", "approved")
        county.leave("L2", "A", "病假", "2023-07-10", "2023-07-10", "approved")
        let assessment = try await county.assess("test", "2023-07")
        #expect(assessment.verdict("attendance/week", "A", "2023-W28") == .notApplicable)
        #expect(assessment.verdict("requirements/days", "A", "2023-07") == .met)
    }

    /// Whom a group leaves open is undetermined, and says by which column.
    @Test func whoMayBeExceptedIsUndetermined() async throws {
        let rules = """
            groups: {党员: {cadre: {party_member: true}}}
            attendance: [{id: week, clause: 一, for: {cadre: all}, except: [党员], per: week, days: 5 of 7}]
            """
        var county = try SmallProfile(rules).county()
        county.covered("2023-07-01..2023-07-31")
        for (id, party) in [("A", "true"), ("B", "false"), ("C", "")] {
            county.add("cadres.csv", "\(id),\(id),1980-01-01,bachelor,civil_servant,\(party)")
            county.add("postings.csv", "\(id),T1,\(TestCounty.village),member,U-county,2023-01-01,,false")
        }
        let assessment = try await county.assess("test", "2023-W28")
        #expect(
            ["A", "B", "C"].map { assessment.verdict("attendance/week", $0, "2023-W28") } == [
                .notApplicable, .breached, .undetermined,
            ])
        #expect(assessment.reasons("attendance/week", "A", "2023-W28") == ["党员除外"])
        #expect(assessment.reasons("attendance/week", "C", "2023-W28") == ["没有写明党员，不知道是否适用"])
    }
}

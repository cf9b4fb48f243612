import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// What is known on a day: days to come accuse nobody, and what is known decides as soon as it can.
@Suite struct AttendanceAsOfTests {
    private static let rules = """
        attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, nights: 4 of 7}]
        consequences:
          - {id: absent, clause: 二, for: {cadre: all}, when: {any: [{measure: absence.longest_run, within: year, above: 15 days}, {measure: absence.days, within: year, above: 30 days}]}, then: [{recall: sending_unit}], on: count}
        """
    private static let rule = "attendance/week"

    private func assess(asOf: String, _ period: String = "2023-W28", _ fill: (inout TestCounty) -> Void) async throws
        -> Assessment
    {
        var county = try SmallProfile(Self.rules).county()
        county.covered("2023-01-01..2023-12-31")
        county.cadre("C", from: "2023-07-10")
        fill(&county)
        return try await county.assess("test", period, asOf: asOf)
    }

    @Test func anOpenWeekSaysHowItStands() async throws {
        let found = try await assess(asOf: "2023-07-12") {
            $0.present("C", on: "2023-07-10..2023-07-11", at: ["08:00", "21:00"])
        }
        #expect(found.verdict(Self.rule, "C", "2023-W28") == .notApplicable)
        #expect(found.reasons(Self.rule, "C", "2023-W28") == ["在岗天数还差 3 天（2，要求 5）", "驻村夜数还差 2 夜（2，要求 4）"])
        let owed = try #require(found.finding(Self.rule, "C", "2023-W28")?.owed)
        #expect(owed.due.description == "2023-07-16")
        #expect(owed.by == "self")
        #expect(owed.standing.map(\.zh) == found.reasons(Self.rule, "C", "2023-W28"))
        #expect(
            ["days_on_post", "nights", "shortfall", "absence.days"].map {
                found.measure(Self.rule, "C", "2023-W28", $0)
            } == ["2", "2", "0", nil])
        #expect(found.measure(Self.rule, "C", "2023-W28", "rate") == "2/7–1")
    }

    /// What was done on the day itself is known, what was done later is not.
    @Test(arguments: [
        ("2023-07-11 08:00", "3"), ("2023-07-12 23:59", "2"), ("2023-07-13 00:00", "2"), ("2023-07-13 08:00", "2"),
    ])
    func theDayItself(moment: String, days: String) async throws {
        let found = try await assess(asOf: "2023-07-12") {
            $0.present("C", on: "2023-07-10", at: ["08:00"])
            $0.present("C", on: "2023-07-15..2023-07-16", at: ["08:00"])
            $0.present("C", on: "2023-07-14", at: ["08:00"])
            $0.add("checkins.csv", "C,2023-07-12 08:00,,,,register")
            $0.add("checkins.csv", "C,\(moment),,,,register")
        }
        #expect(found.measure(Self.rule, "C", "2023-W28", "days_on_post") == days)
        #expect(found.measure(Self.rule, "C", "2023-W28", "nights") == (moment == "2023-07-12 23:59" ? "1" : "0"))
    }

    @Test func whatIsKnownDecides() async throws {
        let found = try await assess(asOf: "2023-07-15") { county in
            for id in ["reached", "days", "nights"] { county.cadre(id, from: "2023-01-01") }
            county.present("reached", on: "2023-07-10..2023-07-14", at: ["08:00", "21:00"])
            county.present("days", on: "2023-07-10..2023-07-11", at: ["08:00", "21:00"])
            county.present("nights", on: "2023-07-10..2023-07-14", at: ["08:00"])
            county.present("nights", on: "2023-07-10", at: ["21:00"])
        }
        #expect(
            ["reached", "days", "nights"].map { found.verdict(Self.rule, $0, "2023-W28") } == [
                .met, .breached, .breached,
            ])
        #expect(found.reasons(Self.rule, "days", "2023-W28") == ["在岗天数已无法达到（至多 4，要求 5）", "驻村夜数还差 2 夜（2，要求 4）"])
        #expect(found.reasons(Self.rule, "nights", "2023-W28") == ["在岗天数已达到（5，要求 5）", "驻村夜数已无法达到（至多 3，要求 4）"])
        #expect(found.finding(Self.rule, "reached", "2023-W28")?.owed == nil)
    }

    /// A week that has not begun asks nobody, and leave that was planned is known.
    @Test func weeksToCome() async throws {
        let found = try await assess(asOf: "2023-07-12", "2023-07") {
            $0.leave("L", "C", "事假", "2023-07-17", "2023-07-21")
        }
        #expect(
            ["2023-W28", "2023-W29", "2023-W30"].map { found.verdict(Self.rule, "C", $0) } == [
                .notApplicable, .notApplicable, .notApplicable,
            ])
        #expect(found.reasons(Self.rule, "C", "2023-W29") == ["应计天数太少，不作要求"])
        #expect(found.finding(Self.rule, "C", "2023-W30")?.owed == nil)
        #expect(found.total(Self.rule, "C", "absence.days") == "0")
        #expect(found.total(Self.rule, "C", "absence.longest_run") == "2")
    }

    /// Leave that was asked for or approved later is not known yet; nor is a return.
    @Test(arguments: [
        ("2023-07-12", "2023-07-12", "", "5"), ("2023-07-13", "", "", "7"), ("2023-07-10", "2023-07-13", "", "7"),
        ("", "", "2023-07-13", "2"), ("", "", "2023-07-12", "5"),
    ])
    func leaveAsOfADay(requested: String, approved: String, returned: String, countable: String) async throws {
        let found = try await assess(asOf: "2023-07-12") {
            $0.leave(
                "L", "C", "事假", "2023-07-10", returned.isEmpty ? "2023-07-11" : "2023-07-14", requested: requested,
                approved: approved, returned: returned)
        }
        #expect(found.measure(Self.rule, "C", "2023-W28", "countable_days") == countable)
    }

    /// Half a year that is asked for in July: nobody is recalled for days to come.
    @Test func absenceToComeIsNone() async throws {
        let found = try await assess(asOf: "2023-07-20", "2023-H2") {
            $0.present("C", on: "2023-07-10..2023-12-31", at: ["08:00", "21:00"])
        }
        #expect(found.verdict("consequences/absent", "C", "2023-H2") == .notApplicable)
        #expect(found.total(Self.rule, "C", "absence.longest_run") == "0")
        #expect(found.total(Self.rule, "C", "absence.days") == "0")
    }

    /// A later run of absence is counted, without a day of doubt of those that are not over.
    @Test func absenceUpToTheDay() async throws {
        let found = try await assess(asOf: "2023-08-01", "2023-H2") {
            $0.present("C", on: "2023-07-10..2023-07-15", at: ["08:00"])
        }
        // 16 to 31 July.
        #expect(found.total(Self.rule, "C", "absence.longest_run") == "16")
        #expect(found.verdict("consequences/absent", "C", "2023-H2") == .met)
        #expect(found.total(Self.rule, "C", "absence.days") == "10")
    }
}

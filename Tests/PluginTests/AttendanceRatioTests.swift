import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Shares of countable days and counts of a week, exactly met and one below.
@Suite struct AttendanceRatioTests {
    /// Week 27 of 2023 has no holiday; leave takes days out of the count, from Sunday back.
    struct Week: Sendable, CustomTestStringConvertible {
        let rule: String
        let asked: [(countable: Int, days: Int, nights: Int)]
        var testDescription: String { rule }
    }

    private static let weeks = [
        Week(
            rule: "by_workdays", asked: [(7, 5, 4), (6, 5, 4), (5, 5, 4), (4, 4, 3), (3, 3, 2), (2, 2, 1), (1, 1, 0)]),
        Week(
            rule: "proportional", asked: [(7, 5, 4), (6, 5, 4), (5, 4, 3), (4, 3, 3), (3, 3, 2), (2, 2, 2), (1, 1, 1)]),
    ]

    @Test(arguments: weeks) func fiveOfSevenAndFourNightsForEveryCountOfDays(week: Week) async throws {
        let profile = try SmallProfile(
            """
            attendance:
              - {id: days, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, short_week: \(week.rule)}
              - {id: nights, clause: 二, for: {cadre: all}, per: week, days: 1%, nights: 4 of 7, short_week: \(week.rule)}
            """)
        var county = try profile.county()
        county.covered("2023-07-03..2023-07-09")
        func add(_ id: String, countable: Int, days: Int, nights: Int) {
            county.cadre(id, from: "2023-01-01")
            if countable < 7 { county.leave("L-" + id, id, "事假", "2023-07-0\(3 + countable)", "2023-07-09") }
            for day in 0..<days { county.present(id, on: "2023-07-0\(3 + day)", at: ["08:00"]) }
            for night in 0..<nights { county.present(id, on: "2023-07-0\(3 + night)", at: ["21:00"]) }
        }
        for (countable, days, nights) in week.asked {
            add("days-\(countable)", countable: countable, days: days, nights: 0)
            add("days-short-\(countable)", countable: countable, days: days - 1, nights: 0)
            add("nights-\(countable)", countable: countable, days: countable, nights: nights)
            if nights > 0 {
                add("nights-short-\(countable)", countable: countable, days: countable, nights: nights - 1)
            }
        }
        add("none", countable: 0, days: 0, nights: 0)
        let assessment = try await county.assess("test", "2023-W27")
        func measure(_ subject: String, _ name: String, of rule: String = "attendance/days") -> String? {
            assessment.measure(rule, subject, "2023-W27", name)
        }
        for (countable, days, nights) in week.asked {
            #expect(assessment.verdict("attendance/days", "days-\(countable)", "2023-W27") == .met, "\(countable)")
            #expect(
                assessment.verdict("attendance/days", "days-short-\(countable)", "2023-W27") == .breached,
                "\(countable)")
            #expect(assessment.verdict("attendance/nights", "nights-\(countable)", "2023-W27") == .met, "\(countable)")
            #expect(
                assessment.verdict("attendance/nights", "nights-short-\(countable)", "2023-W27")
                    == (nights > 0 ? .breached : nil), "\(countable)")
            #expect(measure("days-\(countable)", "countable_days") == "\(countable)")
            #expect(measure("days-\(countable)", "required_days") == "\(days)")
            #expect(measure("days-\(countable)", "rate") == Fraction(days, over: countable)?.exactText)
            #expect(measure("days-short-\(countable)", "shortfall") == "1")
            #expect(measure("nights-\(countable)", "required_nights", of: "attendance/nights") == "\(nights)")
            #expect(
                measure("nights-\(countable)", "night_rate", of: "attendance/nights")
                    == Fraction(nights, over: countable)?.exactText)
        }
        #expect(assessment.verdict("attendance/days", "none", "2023-W27") == .notApplicable)
        #expect(measure("none", "rate") == nil)
        #expect(measure("none", "countable_days") == "0")
    }

    @Test(arguments: [
        ("2023-06", 20, "counted"), ("2023-07", 21, "counted"), ("2023-02", 19, "counted"), ("2024-02", 20, "counted"),
        ("2023-06", 18, "excluded"), ("2023-07", 21, "excluded"),
    ])
    func twoThirdsOfAMonth(month: String, asked: Int, holidays: String) async throws {
        let profile = try SmallProfile(
            """
            attendance:
              - {id: month, clause: 一, for: {cadre: all}, per: month, days: 2/3, holidays: \(holidays)}
            """)
        var county = try profile.county()
        let days = try #require(Period(month)).days
        county.covered("\(days.first)..\(days.last)")
        let calendar = ProfileStore(directory: shippedProfiles).calendar
        let countable = days.days.filter { holidays == "counted" || !calendar.isHoliday($0) }
        for (id, count) in [("met", asked), ("short", asked - 1)] {
            county.cadre(id, from: "2023-01-01")
            for day in countable.prefix(count) { county.present(id, on: day.description, at: ["08:00"]) }
        }
        let assessment = try await county.assess("test", month)
        #expect(assessment.verdict("attendance/month", "met", month) == .met)
        #expect(assessment.verdict("attendance/month", "short", month) == .breached)
        #expect(
            assessment.measure("attendance/month", "met", month, "rate")
                == Fraction(asked, over: countable.count)?.exactText)
    }

    @Test func aDayOnAHolidayCountsForNothing() async throws {
        let profile = try SmallProfile(
            "attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7}]")
        var county = try profile.county()
        county.cadre("C", from: "2023-01-01")
        county.covered("2023-06-19..2023-06-25")
        // 22 to 24 June are the Dragon Boat holiday; Sunday the 25th is worked.
        county.present("C", on: "2023-06-20..2023-06-24", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-W25")
        #expect(assessment.verdict("attendance/week", "C", "2023-W25") == .breached)
        #expect(assessment.measure("attendance/week", "C", "2023-W25", "rate") == "1/2")
        // Two workdays of three are made up for on Sunday.
        #expect(assessment.measure("attendance/week", "C", "2023-W25", "required_days") == "4")
    }

    /// What a week asks, from a cadre posted at all its countable days.
    @Test(arguments: [
        ("2023-W14", "2023-01-01", "", "4", "3"),  // Qingming on Wednesday
        ("2023-W40", "2023-01-01", "", "2", "1"),  // National Day, Saturday and Sunday worked
        ("2023-W39", "2023-01-01", "", "4", "3"),  // its first day, a Friday
        ("2023-W27", "2023-07-05", "", "3", "2"), ("2023-W27", "2023-01-01", "2023-07-04", "2", "1"),
        ("2023-W27", "2023-07-08", "", "0", "0"),
        ("2023-W04", "2023-01-01", "", "2", "1"),  // Spring Festival, Saturday and Sunday worked
    ])
    func aShortWeekAsksForItsWorkdays(week: String, from: String, to: String, days: String, nights: String) async throws
    {
        var county = try SmallProfile(
            "attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, nights: 4 of 7}]"
        ).county()
        county.cadre("C", from: from, to: to)
        let unit = try #require(Period(week))
        county.covered("\(unit.first)..\(unit.last)")
        county.present("C", on: "\(unit.first)..\(unit.last)")
        let assessment = try await county.assess("test", week)
        #expect(assessment.measure("attendance/week", "C", week, "required_days") == days)
        #expect(assessment.measure("attendance/week", "C", week, "required_nights") == nights)
        #expect(assessment.verdict("attendance/week", "C", week) == (days == "0" ? .notApplicable : .met))
    }

    @Test func approvedLeaveOfAllWorkdaysLeavesNothingToAsk() async throws {
        var county = try SmallProfile(
            "attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, nights: 4 of 7}]"
        ).county()
        county.covered("2023-07-03..2023-07-09")
        county.cadre("C", from: "2023-01-01")
        county.leave("L", "C", "事假", "2023-07-03", "2023-07-07")
        let assessment = try await county.assess("test", "2023-W27")
        #expect(assessment.verdict("attendance/week", "C", "2023-W27") == .notApplicable)
        #expect(assessment.reasons("attendance/week", "C", "2023-W27") == ["应计天数太少，不作要求"])
        #expect(assessment.measure("attendance/week", "C", "2023-W27", "countable_days") == "2")
    }

    @Test(arguments: [
        ("per: month, days: 5 of 7", ["T105"]), ("per: week, days: 5 of 6", ["T105"]), ("per: month, days: 5/7", []),
        ("per: week, days: 8 of 7", ["S104"]),
        ("per: month, days: 2/3, nights: 4 of 7", ["T105"]), ("per: week, days: 5 of 7, short_week: never", ["S108"]),
    ])
    func onlyAWeekHasACount(settings: String, codes: [String]) async throws {
        #expect(try await faults("attendance", "for: {cadre: all}, \(settings)") == codes)
    }

    /// Days in a role that the rule is not about do not count, and lower what is asked.
    @Test func aRoleThatChangesInMidWeek() async throws {
        var county = try SmallProfile(
            "attendance: [{id: week, clause: 一, for: {cadre: {role: member}}, per: week, days: 5 of 7}]"
        ).county()
        county.covered("2023-07-03..2023-07-09")
        county.cadre("C", from: "2023-01-01", to: "2023-07-05", role: "graduate")
        county.add("postings.csv", "C,T1,\(TestCounty.village),member,U-county,2023-07-06,,false")
        county.present("C", on: "2023-07-03..2023-07-07", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-W27")
        func found(_ name: String) -> String? { assessment.measure("attendance/week", "C", "2023-W27", name) }
        #expect(["countable_days", "days_on_post", "required_days"].map(found) == ["4", "2", "2"])
        #expect(assessment.verdict("attendance/week", "C", "2023-W27") == .met)
    }

    @Test func daysAsNumbers() async throws {
        let profile = try SmallProfile(
            """
            attendance:
              - {id: month, clause: 一, for: {cadre: all}, per: month, days: 20 days}
              - {id: year, clause: 二, for: {cadre: all}, per: year, days: 200 days}
            """)
        var county = try profile.county()
        county.covered("2023-01-01..2023-12-31")
        // 26 holidays of 2023 lie in the year: 1 and 2 January, then 7, 1, 5, 3 and 8.
        for (id, from, days) in [
            ("met", "2023-01-01", "2023-07-01..2023-07-20"), ("short", "2023-01-01", "2023-07-01..2023-07-19"),
            ("late", "2023-07-02", "2023-07-02..2023-07-31"),
        ] {
            county.cadre(id, from: from)
            county.present(id, on: days, at: ["08:00"])
        }
        county.cadre("left", from: "2022-01-01", to: "2023-07-30")
        county.present("left", on: "2023-07-01..2023-07-30", at: ["08:00"])
        let calendar = ProfileStore(directory: shippedProfiles).calendar
        let workable = try #require(Period("2023")).days.days.filter { !calendar.isHoliday($0) }
        for (id, count) in [("year-met", 200), ("year-short", 199)] {
            county.cadre(id, from: "2022-01-01")
            for day in workable.prefix(count) { county.present(id, on: day.description, at: ["08:00"]) }
        }
        let assessment = try await county.assess("test", "2023")
        #expect(assessment.verdict("attendance/month", "met", "2023-07") == .met)
        #expect(assessment.verdict("attendance/month", "short", "2023-07") == .breached)
        #expect(assessment.verdict("attendance/month", "late", "2023-07") == .notApplicable)
        #expect(assessment.verdict("attendance/month", "left", "2023-07") == .notApplicable)
        #expect(assessment.verdict("attendance/year", "year-met", "2023") == .met)
        #expect(assessment.verdict("attendance/year", "year-short", "2023") == .breached)
        #expect(assessment.verdict("attendance/year", "left", "2023") == .notApplicable)
        #expect(assessment.measure("attendance/month", "met", "2023-07", "required_days") == "20")
    }

    @Test func someAreFreedFromNightsOrMonths() async throws {
        let profile = try SmallProfile(
            """
            attendance:
              - id: month
                clause: 一
                for: {cadre: all}
                per: month
                days: 2/3
                nights: 2/3
                exempt: [{role: [graduate], nights: true}, {role: [selected_graduate], months: [7, 8]}]
            """)
        var county = try profile.county()
        county.covered("2023-07-01..2023-09-30")
        for role in ["graduate", "selected_graduate", "member"] {
            county.cadre(role, from: "2023-01-01", role: role)
            county.present(role, on: "2023-07-01..2023-09-30", at: ["08:00"])
        }
        let assessment = try await county.assess("test", "2023-Q3")
        for month in ["2023-07", "2023-08", "2023-09"] {
            #expect(assessment.verdict("attendance/month", "graduate", month) == .met)
            #expect(assessment.verdict("attendance/month", "member", month) == .breached)
            #expect(
                assessment.verdict("attendance/month", "selected_graduate", month)
                    == (month == "2023-09" ? .breached : .notApplicable))
        }
        #expect(assessment.reasons("attendance/month", "selected_graduate", "2023-07") == ["本月免除"])
        #expect(assessment.measure("attendance/month", "graduate", "2023-07", "required_nights") == nil)
    }
}

import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Shares of countable days, exactly met and one below.
@Suite struct AttendanceRatioTests {
    /// Week 27 of 2023 has no holiday; leave takes days out of the count.
    private static let asked: [(countable: Int, days: Int, nights: Int)] = [
        (7, 5, 4), (6, 5, 4), (5, 4, 3), (4, 3, 3), (3, 3, 2), (2, 2, 2), (1, 1, 1),
    ]

    @Test func fiveOfSevenAndFourNightsForEveryCountOfDays() async throws {
        let profile = try SmallProfile("""
            attendance:
              - {id: days, clause: 一, for: {cadre: all}, per: week, days: 5 of 7}
              - {id: nights, clause: 二, for: {cadre: all}, per: week, days: 1%, nights: 4 of 7}
            """)
        var county = try profile.county()
        county.covered("2023-07-03..2023-07-09")
        func add(_ id: String, countable: Int, days: Int, nights: Int) {
            county.cadre(id, from: "2023-01-01")
            if countable < 7 { county.leave("L-" + id, id, "事假", "2023-07-0\(3 + countable)", "2023-07-09") }
            for day in 0..<days { county.present(id, on: "2023-07-0\(3 + day)", at: ["08:00"]) }
            for night in 0..<nights { county.present(id, on: "2023-07-0\(3 + night)", at: ["21:00"]) }
        }
        for (countable, days, nights) in Self.asked {
            add("days-\(countable)", countable: countable, days: days, nights: 0)
            add("days-short-\(countable)", countable: countable, days: days - 1, nights: 0)
            add("nights-\(countable)", countable: countable, days: countable, nights: nights)
            add("nights-short-\(countable)", countable: countable, days: countable, nights: nights - 1)
        }
        add("none", countable: 0, days: 0, nights: 0)
        let assessment = try await county.assess("test", "2023-W27")
        func measure(_ subject: String, _ name: String, of rule: String = "attendance/days") -> String? {
            assessment.measure(rule, subject, "2023-W27", name)
        }
        for (countable, days, nights) in Self.asked {
            #expect(assessment.verdict("attendance/days", "days-\(countable)", "2023-W27") == .met, "\(countable)")
            #expect(assessment.verdict("attendance/days", "days-short-\(countable)", "2023-W27") == .breached, "\(countable)")
            #expect(assessment.verdict("attendance/nights", "nights-\(countable)", "2023-W27") == .met, "\(countable)")
            #expect(assessment.verdict("attendance/nights", "nights-short-\(countable)", "2023-W27") == .breached, "\(countable)")
            #expect(measure("days-\(countable)", "countable_days") == "\(countable)")
            #expect(measure("days-\(countable)", "required_days") == "\(days)")
            #expect(measure("days-\(countable)", "rate") == Fraction(days, over: countable)?.exactText)
            #expect(measure("days-short-\(countable)", "shortfall") == "1")
            #expect(measure("nights-\(countable)", "required_nights", of: "attendance/nights") == "\(nights)")
            #expect(measure("nights-\(countable)", "night_rate", of: "attendance/nights") == Fraction(nights, over: countable)?.exactText)
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
        let profile = try SmallProfile("""
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
        #expect(assessment.measure("attendance/month", "met", month, "rate") == Fraction(asked, over: countable.count)?.exactText)
    }

    @Test func aDayOnAHolidayCountsForNothing() async throws {
        let profile = try SmallProfile("attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7}]")
        var county = try profile.county()
        county.cadre("C", from: "2023-01-01")
        county.covered("2023-06-19..2023-06-25")
        // 22 to 24 June are the Dragon Boat holiday; Sunday the 25th is worked.
        county.present("C", on: "2023-06-20..2023-06-24", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-W25")
        #expect(assessment.verdict("attendance/week", "C", "2023-W25") == .breached)
        #expect(assessment.measure("attendance/week", "C", "2023-W25", "rate") == "1/2")
        #expect(assessment.measure("attendance/week", "C", "2023-W25", "required_days") == "3")
    }

    @Test func daysAsNumbers() async throws {
        let profile = try SmallProfile("""
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
        let profile = try SmallProfile("""
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
            #expect(assessment.verdict("attendance/month", "selected_graduate", month) == (month == "2023-09" ? .breached : .notApplicable))
        }
        #expect(assessment.reasons("attendance/month", "selected_graduate", "2023-07") == ["本月免除"])
        #expect(assessment.measure("attendance/month", "graduate", "2023-07", "required_nights") == nil)
    }
}

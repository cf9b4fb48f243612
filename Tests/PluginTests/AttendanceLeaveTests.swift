import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Leave in the count, and runs and sums of absence.
@Suite struct AttendanceLeaveTests {
    private static let rules = """
        attendance:
          - {id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, nights: 4 of 7}
          - {id: excused, clause: 二, for: {cadre: all}, per: week, days: 5 of 7, leave: {公出: present, other: excused}}
        """

    /// Leave, and what it leaves of week 27: countable days, days on post, nights, excused days (the last under the second rule).
    struct LeaveCase: Sendable, CustomTestStringConvertible {
        let name: String
        let leaves: [(type: String, from: Int, to: Int, status: String, returned: String)]
        let found: [String]
        let excused: [String]
        var testDescription: String { name }
    }

    private static let cases = [
        LeaveCase(name: "none", leaves: [], found: ["7", "0", "0", "0"], excused: ["7", "0", "0", "0"]),
        LeaveCase(
            name: "personal leave", leaves: [("事假", 3, 5, "approved", "")], found: ["4", "0", "0", "0"],
            excused: ["7", "0", "0", "3"]),
        LeaveCase(
            name: "an errand is presence", leaves: [("公出", 3, 9, "approved", "")], found: ["7", "7", "6", "0"],
            excused: ["7", "7", "6", "0"]),
        LeaveCase(
            name: "the night between two errands is not one's own",
            leaves: [("公出", 3, 4, "approved", ""), ("公出", 5, 6, "approved", "")],
            found: ["7", "4", "2", "0"], excused: ["7", "4", "2", "0"]),
        LeaveCase(
            name: "returned early", leaves: [("事假", 3, 7, "closed", "2023-07-05")], found: ["5", "0", "0", "0"],
            excused: ["7", "0", "0", "2"]),
        LeaveCase(
            name: "returned on the first day", leaves: [("事假", 3, 7, "closed", "2023-07-03")],
            found: ["7", "0", "0", "0"], excused: ["7", "0", "0", "0"]),
        LeaveCase(
            name: "returned late", leaves: [("事假", 3, 4, "closed", "2023-07-08")], found: ["5", "0", "0", "0"],
            excused: ["7", "0", "0", "2"]),
        LeaveCase(
            name: "an errand returned early", leaves: [("公出", 3, 9, "closed", "2023-07-06")],
            found: ["7", "3", "2", "0"], excused: ["7", "3", "2", "0"]),
        LeaveCase(
            name: "rejected", leaves: [("事假", 3, 9, "rejected", "")], found: ["7", "0", "0", "0"],
            excused: ["7", "0", "0", "0"]),
        LeaveCase(
            name: "requested", leaves: [("公出", 3, 9, "requested", "")], found: ["7", "0", "0", "0"],
            excused: ["7", "0", "0", "0"]),
        LeaveCase(
            name: "cancelled", leaves: [("公出", 3, 9, "cancelled", "")], found: ["7", "0", "0", "0"],
            excused: ["7", "0", "0", "0"]),
        LeaveCase(
            name: "overlapping, one of them presence",
            leaves: [("事假", 3, 6, "approved", ""), ("公出", 5, 8, "approved", "")],
            found: ["5", "4", "3", "0"], excused: ["7", "4", "3", "2"]),
        LeaveCase(
            name: "overlapping, both excluded", leaves: [("事假", 3, 6, "approved", ""), ("病假", 5, 8, "approved", "")],
            found: ["1", "0", "0", "0"], excused: ["7", "0", "0", "6"]),
        LeaveCase(
            name: "training, which the second rule leaves as it was", leaves: [("培训", 8, 9, "approved", "")],
            found: ["7", "2", "1", "0"], excused: ["7", "2", "1", "0"]),
    ]

    @Test func leaveInTheCount() async throws {
        var county = try SmallProfile(Self.rules).county()
        county.covered("2023-07-03..2023-07-09")
        for (index, leaveCase) in Self.cases.enumerated() {
            county.cadre("C\(index)", from: "2023-01-01")
            for (number, leave) in leaveCase.leaves.enumerated() {
                county.leave(
                    "L\(index)-\(number)", "C\(index)", leave.type, "2023-07-0\(leave.from)", "2023-07-0\(leave.to)",
                    leave.status, returned: leave.returned)
            }
        }
        let assessment = try await county.assess("test", "2023-W27")
        let names = ["countable_days", "days_on_post", "nights", "excused_days"]
        for (index, leaveCase) in Self.cases.enumerated() {
            #expect(
                names.map { assessment.measure("attendance/week", "C\(index)", "2023-W27", $0) } == leaveCase.found,
                "\(leaveCase.name)")
            #expect(
                names.map { assessment.measure("attendance/excused", "C\(index)", "2023-W27", $0) }
                    == leaveCase.excused, "\(leaveCase.name)")
        }
        // Excused days lower what is owed, but are no presence.
        #expect(assessment.verdict("attendance/excused", "C1", "2023-W27") == .breached)
        #expect(assessment.measure("attendance/excused", "C1", "2023-W27", "shortfall") == "2")
    }

    @Test func anErrandThatGoesOnBehindTheWeekGivesItsLastNight() async throws {
        var county = try SmallProfile(Self.rules).county()
        county.covered("2023-07-03..2023-07-16")
        county.cadre("C", from: "2023-01-01")
        county.leave("L", "C", "公出", "2023-07-08", "2023-07-10")
        let assessment = try await county.assess("test", "2023-W27")
        #expect(assessment.measure("attendance/week", "C", "2023-W27", "nights") == "2")
    }

    // MARK: Half-days

    /// Leave up to noon of Tuesday or from noon of Wednesday, check-ins, and what is found: countable, on post, nights.
    @Test(arguments: [
        ("事假", "2023-07-03", "2023-07-04 上午", ["15:00"], ["6", "1", "0"]),
        ("事假", "2023-07-03", "2023-07-04 上午", ["08:00"], ["6", "0", "0"]),
        ("事假", "2023-07-03", "2023-07-04 上午", ["21:00"], ["6", "1", "1"]),
        ("事假", "2023-07-04 下午", "2023-07-04 下午", ["11:59"], ["7", "1", "0"]),
        ("事假", "2023-07-04 下午", "2023-07-04 下午", ["12:00"], ["7", "0", "0"]),
        ("公出", "2023-07-04 下午", "2023-07-06", ["08:00"], ["7", "3", "2"]),
        ("公出", "2023-07-04 下午", "2023-07-05 上午", [], ["7", "0", "1"]),
    ])
    func halfADay(type: String, from: String, to: String, times: [String], expected: [String]) async throws {
        var county = try SmallProfile(Self.rules).county()
        county.covered("2023-07-03..2023-07-09")
        county.cadre("C", from: "2023-01-01")
        county.present("C", on: "2023-07-04", at: times)
        county.leave("L", "C", type, from, to)
        let assessment = try await county.assess("test", "2023-W27")
        #expect(
            ["countable_days", "days_on_post", "nights"].map {
                assessment.measure("attendance/week", "C", "2023-W27", $0)
            } == expected)
    }

    @Test func halvesThatMakeADay() async throws {
        var county = try SmallProfile(
            Self.rules + "\n  - {id: whole, clause: 三, for: {cadre: all}, per: week, days: 2/3, half_day: leave}"
        ).county()
        county.covered("2023-07-03..2023-07-09")
        county.cadre("both", from: "2023-01-01")
        county.leave("A", "both", "事假", "2023-07-04 上午", "2023-07-04 上午")
        county.leave("B", "both", "病假", "2023-07-04 下午", "2023-07-04 下午")
        county.cadre("half", from: "2023-01-01")
        county.leave("C", "half", "事假", "2023-07-04 下午", "2023-07-05")
        let assessment = try await county.assess("test", "2023-W27")
        #expect(assessment.measure("attendance/week", "both", "2023-W27", "countable_days") == "6")
        #expect(assessment.measure("attendance/week", "half", "2023-W27", "countable_days") == "6")
        #expect(assessment.measure("attendance/whole", "half", "2023-W27", "countable_days") == "5")
    }

    // MARK: Absence

    private static let absence =
        "attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, leave: {公出: present, 病假: excused, other: excluded}}]"

    private func longestRun(_ period: String, covered: String? = nil, _ fill: (inout TestCounty) -> Void) async throws
        -> String?
    {
        var county = try SmallProfile(Self.absence).county()
        // Up to the end of what is asked for: a run that touches it goes on as long as check-ins were kept.
        let last = try #require(Period(period)).last
        county.covered(covered ?? "2023-01-01..\(last)")
        county.cadre("other", from: "2023-01-01")
        county.present("other", on: "2023-07-01", at: ["08:00"])
        fill(&county)
        return try await county.assess("test", period).total("attendance/week", "C", "absence.longest_run")
    }

    private func present(_ county: inout TestCounty, _ days: String...) {
        for range in days { county.present("C", on: range, at: ["08:00"]) }
    }

    @Test(arguments: [("2023-07-17", "15"), ("2023-07-18", "16")])
    func aRunOfAbsence(last: String, run: String) async throws {
        let next = try #require(Day(last)).advanced(by: 1)
        let found = try await longestRun("2023-07") { county in
            county.cadre("C", from: "2023-01-01")
            present(&county, "2023-07-01..2023-07-02", "\(next)..2023-07-31")
        }
        #expect(found == run)
    }

    @Test func holidaysNeitherCountNorBreakARun() async throws {
        let found = try await longestRun("2023-09-01..2023-10-31") { county in
            county.cadre("C", from: "2023-01-01")
            // 22 to 28 September and 7 to 14 October; between them eight days of holiday.
            present(&county, "2023-09-01..2023-09-21", "2023-10-15..2023-10-31")
        }
        #expect(found == "15")
    }

    @Test(arguments: ["公出", "事假", "病假"])
    func leaveOfAnyKindBreaksARun(type: String) async throws {
        let found = try await longestRun("2023-07") { county in
            county.cadre("C", from: "2023-01-01")
            present(&county, "2023-07-01..2023-07-02", "2023-07-21..2023-07-31")
            county.leave("L", "C", type, "2023-07-12", "2023-07-12")
        }
        #expect(found == "9")
    }

    @Test func leaveThatWasNotApprovedDoesNotBreakARun() async throws {
        let found = try await longestRun("2023-07") { county in
            county.cadre("C", from: "2023-01-01")
            present(&county, "2023-07-01..2023-07-02", "2023-07-21..2023-07-31")
            county.leave("L", "C", "事假", "2023-07-12", "2023-07-12", "rejected")
        }
        #expect(found == "18")
    }

    @Test(arguments: [("2023-07-12", "20"), ("2023-07-11", "31")])
    func onlyADayWithoutAPostingBreaksARun(second: String, run: String) async throws {
        let found = try await longestRun("2023-07") { county in
            county.cadre("C", from: "2023-07-01", to: "2023-07-10")
            county.add("postings.csv", "C,T1,\(TestCounty.village),member,U-county,\(second),2023-07-31,false")
        }
        #expect(found == run)
    }

    @Test func theEndOfAPostingEndsARun() async throws {
        let found = try await longestRun("2023-07") { county in county.cadre("C", from: "2023-07-01", to: "2023-07-13")
        }
        #expect(found == "13")
    }

    /// Before and behind what was kept it may have gone on: from 4 July, and up to the month's end.
    @Test func daysThatWereNotKeptEndARun() async throws {
        let found = try await longestRun("2023-07", covered: "2023-07-08..2023-07-18") {
            $0.cadre("C", from: "2023-07-04", to: "2023-07-31")
        }
        #expect(found == "11–28")
    }

    @Test func withNothingKeptItIsUnknown() async throws {
        #expect(
            try await longestRun("2023-07", covered: "2023-06-01..2023-06-30") { $0.cadre("C", from: "2023-06-20") }
                == nil)
    }

    /// Back to where it began: after a presence in June, without the holidays of 22 to 24 June, or with the posting.
    @Test(arguments: [("2023-01-01", "2023-06-05..2023-06-10", "29"), ("2023-06-25", "2023-07-13", "18")])
    func aRunCountsFromWhereItBegan(posted: String, there: String, run: String) async throws {
        let found = try await longestRun("2023-07-05..2023-07-20", covered: "2021-01-01..2023-07-23") { county in
            county.cadre("C", from: posted)
            self.present(&county, there, "2023-07-13..2023-07-23")
        }
        #expect(found == run)
    }

    /// Behind the days that are asked for it goes on as long as check-ins were kept.
    @Test func aRunGoesOnBehind() async throws {
        let found = try await longestRun("2023-07", covered: "2023-07-01..2023-08-10") { county in
            county.cadre("C", from: "2023-07-01", to: "2023-08-10")
            self.present(&county, "2023-07-01..2023-07-20")
        }
        #expect(found == "21")
    }

    /// Nobody looks farther back than a year: of the 931 days those read are known, less 29 holidays, and the postings bound the rest, less its 52.
    @Test func aRunOfMoreThanAYear() async throws {
        let found = try await longestRun("2023-07-05..2023-07-20", covered: "2021-01-01..2023-07-20") { county in
            county.cadre("C", from: "2021-01-01", to: "2023-07-20")
            county.present("other", on: "2023-07-10", at: ["08:00"])
        }
        #expect(found == "354–850")
    }

    /// What is all over before the days that are asked for does not touch them.
    @Test func aRunThatIsOverDoesNotCount() async throws {
        let found = try await longestRun("2023-07-05..2023-07-20") { county in
            county.cadre("C", from: "2023-06-01", to: "2023-07-20")
            self.present(&county, "2023-07-03..2023-07-18")
        }
        #expect(found == "2")
    }

    /// A half-day of leave breaks a run, and counts as absence itself unless the cadre was there in the other half.
    @Test func halfADayBreaksARun() async throws {
        let found = try await longestRun("2023-07") { county in
            county.cadre("C", from: "2023-07-01", to: "2023-07-31")
            county.leave("L", "C", "事假", "2023-07-12 上午", "2023-07-12 上午")
        }
        #expect(found == "19")
    }

    @Test func absenceIsSummedOverTheWeeks() async throws {
        var county = try SmallProfile(Self.absence).county()
        county.covered("2023-07-03..2023-07-30")
        county.cadre("C", from: "2023-07-03")
        county.present("C", on: "2023-07-03..2023-07-05", at: ["08:00"])  // two short
        county.present("C", on: "2023-07-10..2023-07-16", at: ["08:00"])  // two more than asked, which makes up for nothing
        county.leave("L1", "C", "病假", "2023-07-17", "2023-07-18")  // two excused: three short
        county.leave("L2", "C", "事假", "2023-07-24", "2023-07-30")  // nothing asked
        let assessment = try await county.assess("test", "2023-07-03..2023-07-30")
        #expect(assessment.total("attendance/week", "C", "absence.days") == "5")
        let first = try await county.assess("test", "2023-07-03..2023-07-16")
        #expect(first.total("attendance/week", "C", "absence.days") == "2")
    }

    @Test func aSumOfAbsenceLiesBetweenWhatIsKnownAndWhatIsPossible() async throws {
        var county = try SmallProfile(Self.absence).county()
        county.covered("2023-07-03..2023-07-15")
        county.cadre("C", from: "2023-07-03")
        county.present("C", on: "2023-07-03..2023-07-09", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-07-03..2023-07-16")
        // Without the Sunday four days are missing, or five.
        #expect(assessment.total("attendance/week", "C", "absence.days") == "4–5")
        #expect(assessment.verdict("attendance/week", "C", "2023-W28") == .breached)
    }
}

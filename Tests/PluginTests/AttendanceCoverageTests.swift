import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Missing is not met: what was not kept is undetermined. And teams, which are their members' sums.
@Suite struct AttendanceCoverageTests {
    private static let weekly = "attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7}]"

    private func county(_ rules: String = weekly) throws -> TestCounty {
        var county = try SmallProfile(rules).county()
        county.add("villages.csv", "140622100202,同乡村,,39.6,113.2,500")
        county.add("villages.csv", "140622101201,别乡村,,39.7,113.3,500")
        county.cadre("seen", from: "2023-01-01")
        county.cadre("neighbour", from: "2023-01-01", team: "", village: "140622100202")
        county.cadre("unseen", from: "2023-01-01", team: "", village: "140622101201")
        return county
    }

    @Test func aTownshipsMonthWithoutAnyCheckIn() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-01..2023-08-06", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-W27")
        #expect(assessment.verdict("attendance/week", "seen", "2023-W27") == .met)
        #expect(assessment.verdict("attendance/week", "neighbour", "2023-W27") == .breached)
        #expect(assessment.verdict("attendance/week", "unseen", "2023-W27") == .undetermined)
        #expect(assessment.reasons("attendance/week", "unseen", "2023-W27") == ["有 7 天没有保存打卡记录"])
        #expect(assessment.measure("attendance/week", "unseen", "2023-W27", "rate") == nil)
        #expect(assessment.measure("attendance/week", "unseen", "2023-W27", "countable_days") == "7")
    }

    /// A code that is cut short is a township of its own, not the beginning of all that follow.
    @Test func aCodeCutShortHoldsNobodyElse() async throws {
        var county = try county()
        county.add("villages.csv", "14,短码村,,39.55,113.18,500")
        county.present("seen", on: "2023-07-03..2023-07-09", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-W27")
        #expect(["seen", "neighbour", "unseen"].map { assessment.verdict("attendance/week", $0, "2023-W27") } == [.met, .breached, .undetermined])
    }

    @Test func keptMonthByMonth() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-01..2023-08-31", at: ["08:00"])
        county.present("unseen", on: "2023-08-31", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-07-24..2023-08-13")
        // Week 31 begins on the last day of July.
        #expect(["2023-W30", "2023-W31", "2023-W32"].map { assessment.verdict("attendance/week", "unseen", $0) } == [.undetermined, .undetermined, .breached])
        #expect(assessment.reasons("attendance/week", "unseen", "2023-W31") == ["有 1 天没有保存打卡记录"])
    }

    @Test func notBeforeTheFirstCheckInNorBehindTheLast() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-04..2023-07-15", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-07-03..2023-07-23")
        #expect(assessment.units("attendance/week").map { assessment.verdict("attendance/week", "seen", $0) } == [.undetermined, .undetermined, .undetermined])
        #expect(assessment.reasons("attendance/week", "seen", "2023-W27") == ["有 1 天没有保存打卡记录"])
        #expect(assessment.reasons("attendance/week", "seen", "2023-W28") == ["有 1 天没有保存打卡记录"])
    }

    @Test func aDayThatDoesNotCountNeedsNoRecords() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-04..2023-07-15", at: ["08:00"])
        county.leave("L", "seen", "事假", "2023-07-03", "2023-07-03")
        let assessment = try await county.assess("test", "2023-W27")
        #expect(assessment.verdict("attendance/week", "seen", "2023-W27") == .met)
        #expect(assessment.measure("attendance/week", "seen", "2023-W27", "countable_days") == "6")
    }

    @Test func coverageSaysWhatWasKept() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-03..2023-07-09", at: ["08:00"])
        county.add("coverage.csv", "checkin,140622101,2023-07-03,2023-07-06")
        county.add("coverage.csv", "checkin,140622101201,2023-07-07,2023-07-09")
        county.add("coverage.csv", "checkin,140622100201,2023-07-03,2023-07-08")
        county.add("coverage.csv", "incident,140622,2023-01-01,2023-12-31")
        let assessment = try await county.assess("test", "2023-W27")
        #expect(assessment.verdict("attendance/week", "unseen", "2023-W27") == .breached)
        #expect(assessment.verdict("attendance/week", "seen", "2023-W27") == .undetermined)
        #expect(assessment.verdict("attendance/week", "neighbour", "2023-W27") == .undetermined)
        #expect(assessment.reasons("attendance/week", "seen", "2023-W27") == ["有 1 天没有保存打卡记录"])
    }

    @Test func nothingToCountComesBeforeNothingKept() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-03..2023-07-09", at: ["08:00"])
        county.leave("L", "unseen", "事假", "2023-07-03", "2023-07-09")
        let assessment = try await county.assess("test", "2023-W27")
        #expect(assessment.verdict("attendance/week", "unseen", "2023-W27") == .notApplicable)
    }

    @Test func withoutAnyCheckInAtAll() async throws {
        let assessment = try await county().assess("test", "2023-W27")
        for subject in ["seen", "neighbour", "unseen"] { #expect(assessment.verdict("attendance/week", subject, "2023-W27") == .undetermined) }
    }

    // MARK: Teams

    private static let teams = """
        attendance: [{id: week, clause: 一, for: {cadre: {role: [member, team_leader]}}, per: week, days: 5 of 7}]
        scoring:
          - {id: team, clause: 二, for: {team: all}, per: week, dimensions: {在岗: {weight: 100, measure: attendance.rate, full_at: 100%}}}
        """

    @Test func aTeamsRateIsItsMembersDaysInIt() async throws {
        var county = try SmallProfile(Self.teams).county()
        county.covered("2023-07-03..2023-07-09")
        county.add("teams.csv", "T2,\(TestCounty.village),county,U-county,1")
        county.add("teams.csv", "T3,\(TestCounty.village),county,U-county,1")
        county.cadre("A", from: "2023-01-01")
        county.present("A", on: "2023-07-03..2023-07-07", at: ["08:00"])
        county.cadre("B", from: "2023-01-01", to: "2023-07-05")
        county.add("postings.csv", "B,T2,\(TestCounty.village),member,U-county,2023-07-06,,false")
        county.present("B", on: "2023-07-04..2023-07-08", at: ["08:00"])
        // Not a role that the rule is about.
        county.cadre("graduate", from: "2023-01-01", role: "graduate")
        // On leave all week, alone in a team: nothing to count.
        county.cadre("D", from: "2023-01-01", team: "T3")
        county.leave("L", "D", "事假", "2023-07-03", "2023-07-09")
        let assessment = try await county.assess("test", "2023-W27")
        // T1: five of seven and two of three; T2: three of four.
        #expect(assessment.measure("scoring/team", "T1", "2023-W27", "total") == "70")
        #expect(assessment.measure("scoring/team", "T2", "2023-W27", "total") == "75")
        #expect(assessment.verdict("scoring/team", "T3", "2023-W27") == .notApplicable)
        #expect(assessment.finding("attendance/week", "graduate", "2023-W27") == nil)
    }

    @Test func aTeamWithUnknownDaysHasNoRate() async throws {
        var county = try SmallProfile(Self.teams).county()
        county.covered("2023-07-03..2023-07-08")
        county.cadre("A", from: "2023-01-01")
        county.present("A", on: "2023-07-03..2023-07-07", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-W27")
        #expect(assessment.verdict("scoring/team", "T1", "2023-W27") == .undetermined)
        #expect(assessment.reasons("scoring/team", "T1", "2023-W27") == ["缺少：在岗"])
    }
}

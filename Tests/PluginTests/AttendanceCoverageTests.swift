import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Missing is not met: what was not kept is undetermined, unless what is known decides. And teams, which are their members' sums.
@Suite struct AttendanceCoverageTests {
    private static let weekly = "attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7}]"

    /// Two teams of one village, one of another township, and somebody without a team in a village of his own.
    private func county(_ rules: String = weekly) throws -> TestCounty {
        var county = try SmallProfile(rules).county()
        county.add("villages.csv", "140622100202,同乡村,,39.6,113.2,,500")
        county.add("villages.csv", "140622101201,别乡村,,39.7,113.3,,500")
        for team in ["T2", "T3"] { county.add("teams.csv", "\(team),\(TestCounty.village),county,U-county,1") }
        county.cadre("seen", from: "2023-01-01")
        county.cadre("fellow", from: "2023-01-01")
        county.cadre("neighbour", from: "2023-01-01", team: "T2")
        county.cadre("unseen", from: "2023-01-01", team: "", village: "140622101201")
        return county
    }

    private func verdicts(_ assessment: Assessment, _ unit: String = "2023-W27") -> [Verdict?] {
        ["seen", "fellow", "neighbour", "unseen"].map { assessment.verdict("attendance/week", $0, unit) }
    }

    @Test func aTeamsMonthWithoutAnyCheckIn() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-01..2023-08-06", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-W27")
        #expect(verdicts(assessment) == [.met, .breached, .undetermined, .undetermined])
        #expect(
            assessment.reasons("attendance/week", "unseen", "2023-W27") == ["有 7 天没有保存打卡记录", "其中 7 天所在的月份全队没有上报（未报）"])
        #expect(assessment.measure("attendance/week", "unseen", "2023-W27", "rate") == nil)
        #expect(assessment.measure("attendance/week", "unseen", "2023-W27", "days_on_post") == "0–7")
        #expect(assessment.measure("attendance/week", "unseen", "2023-W27", "countable_days") == "7")
    }

    /// A code that is cut short is no village: it would be the beginning of all that follow.
    @Test func aCodeCutShortIsRefused() async throws {
        var county = try county()
        county.add("villages.csv", "14,短码村,,39.55,113.18,,500")
        county.present("seen", on: "2023-07-03..2023-07-09", at: ["08:00"])
        let wrong = await #expect(throws: FoundWrong.self) { try await county.assess("test", "2023-W27") }
        #expect(wrong?.diagnostics.all.filter { $0.severity == .error }.map(\.message.zh) == ["“village”不能是“14”"])
    }

    /// A member's check-in elsewhere, or one that proves nothing for its place, says that the team's were kept all the same.
    @Test func whereACheckInWasMadeDoesNotMatter() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-01..2023-08-06", at: ["08:00"])
        county.add("checkins.csv", "neighbour,2023-07-20 08:00,10,80,5,app")
        #expect(verdicts(try await county.assess("test", "2023-W27")) == [.met, .breached, .breached, .undetermined])
    }

    @Test func keptMonthByMonth() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-01..2023-08-31", at: ["08:00"])
        county.present("unseen", on: "2023-08-31", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-07-24..2023-08-13")
        // Week 31 begins on the last day of July: one day more decides nothing.
        #expect(
            ["2023-W30", "2023-W31", "2023-W32"].map { assessment.verdict("attendance/week", "unseen", $0) } == [
                .undetermined, .breached, .breached,
            ])
        #expect(assessment.measure("attendance/week", "unseen", "2023-W31", "shortfall") == "4–5")
    }

    @Test func notBeforeTheFirstCheckInNorBehindTheLast() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-05..2023-07-15", at: ["08:00"])
        county.present("fellow", on: "2023-07-06..2023-07-08", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-07-03..2023-07-23")
        #expect(
            ["2023-W27", "2023-W28", "2023-W29"].map { verdicts(assessment, $0)[0] } == [.met, .met, .undetermined])
        #expect(verdicts(assessment, "2023-W27")[1] == .undetermined)
        #expect(assessment.reasons("attendance/week", "fellow", "2023-W27") == ["有 2 天没有保存打卡记录"])
        // By day and by night of the last day somebody may still have come: nobody was seen afterwards.
        #expect(assessment.reasons("attendance/week", "seen", "2023-W29") == ["有 7 天没有保存打卡记录"])
        #expect(assessment.measure("attendance/week", "fellow", "2023-W28", "days_on_post") == "0–2")
    }

    /// What one county handed in says nothing of the other.
    @Test func countyByCounty() async throws {
        var county = try county()
        county.add("villages.csv", "140623100201,别县村,,39.6,113.2,,500")
        county.add("teams.csv", "T9,140623100201,county,U-county,1")
        for id in ["far", "farther"] { county.cadre(id, from: "2023-01-01", team: "T9", village: "140623100201") }
        county.present("seen", on: "2023-07-01..2023-07-31", at: ["08:00"])
        county.present("far", on: "2023-07-01..2023-07-05", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-W27")
        #expect(verdicts(assessment)[1] == .breached)
        #expect(assessment.verdict("attendance/week", "farther", "2023-W27") == .undetermined)
    }

    /// The night of the month's last day ends in a month of which nothing was kept.
    @Test(arguments: [
        ("2023-07-31", "08:00", "0–1"), ("2023-08-01", "05:59", "0–1"), ("2023-08-01", "06:00", "0"),
        ("2023-08-02", "08:00", "0"),
    ])
    func theLastNightOfAnExport(last: String, at time: String, nights: String) async throws {
        var county = try SmallProfile(
            "attendance: [{id: month, clause: 一, for: {cadre: all}, per: month, days: 1%, nights: 1%}]"
        ).county()
        for id in ["seen", "C"] { county.cadre(id, from: "2023-07-30", to: "2023-07-31") }
        county.present("seen", on: "2023-07-20..2023-07-30", at: ["08:00"])
        county.cadre("guard", from: "2023-01-01")
        county.present("guard", on: "2023-07-01..2023-07-31", at: ["08:00"])
        county.present("guard", on: last, at: [time])
        county.present("C", on: "2023-07-30..2023-07-31", at: ["12:00"])
        let assessment = try await county.assess("test", "2023-07")
        #expect(assessment.measure("attendance/month", "C", "2023-07", "days_on_post") == "2")
        #expect(assessment.measure("attendance/month", "C", "2023-07", "nights") == nights)
    }

    @Test func aDayThatDoesNotCountNeedsNoRecords() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-04..2023-07-15", at: ["08:00"])
        county.leave("L", "seen", "事假", "2023-07-03", "2023-07-03")
        let assessment = try await county.assess("test", "2023-W27")
        #expect(assessment.verdict("attendance/week", "seen", "2023-W27") == .met)
        #expect(assessment.measure("attendance/week", "seen", "2023-W27", "countable_days") == "6")
    }

    /// What the rule does not accept says nothing of what was kept: nobody is accused by it.
    @Test func evidenceOfAnotherKind() async throws {
        var county = try county(
            "attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, evidence: [register]}, {id: app, clause: 二, for: {cadre: all}, per: week, days: 5 of 7}]"
        )
        for day in 1...31 {
            county.add("checkins.csv", "seen,2023-07-\(day < 10 ? "0" : "")\(day) 08:00,39.55,113.18,10,app")
        }
        let assessment = try await county.assess("test", "2023-W27")
        #expect(verdicts(assessment) == [.undetermined, .undetermined, .undetermined, .undetermined])
        #expect(["seen", "fellow"].map { assessment.verdict("attendance/app", $0, "2023-W27") } == [.met, .breached])
    }

    /// Days before a deployer kept records are neither asked nor missing.
    @Test func beforeRecordsWereKept() async throws {
        var county = try SmallProfile(Self.weekly, head: "records_from: 2023-07-05").county()
        county.cadre("C", from: "2023-01-01")
        county.present("C", on: "2023-07-05..2023-07-07", at: ["08:00"])
        county.present("C", on: "2023-07-17..2023-07-31", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-07-03..2023-07-16")
        #expect(
            ["countable_days", "days_on_post", "required_days"].map {
                assessment.measure("attendance/week", "C", "2023-W27", $0)
            } == ["5", "3", "3"])
        #expect(assessment.verdict("attendance/week", "C", "2023-W27") == .met)
        #expect(assessment.total("attendance/week", "C", "absence.longest_run") == "9")
    }

    // MARK: Leave that was not kept

    private static let shares = "attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 2/3}]"

    @Test func withoutLeaveNobodyIsShort() async throws {
        for isKept in [true, false] {
            var county = try county(Self.shares)
            county.covered("2023-07-01..2023-07-31")
            county.present("seen", on: "2023-07-03..2023-07-07", at: ["08:00"])
            county.present("fellow", on: "2023-07-03..2023-07-04", at: ["08:00"])
            try county.write()
            if !isKept { try county.removeFile("leaves.csv") }
            let assessment = try await assess(county.folder, under: "test", by: county.assessor, "2023-W27")
            #expect(verdicts(assessment)[...1] == (isKept ? [.met, .breached] : [.met, .undetermined]))
            #expect(assessment.measure("attendance/week", "fellow", "2023-W27", "rate") == (isKept ? "2/7" : nil))
            guard !isKept else { continue }
            #expect(assessment.reasons("attendance/week", "fellow", "2023-W27") == ["有 5 天没有保存请假记录，可能在请假"])
            // Leave could take any day out of the count, even one on post.
            #expect(
                ["countable_days", "days_on_post", "shortfall"].map {
                    assessment.measure("attendance/week", "seen", "2023-W27", $0)
                } == [nil, nil, nil])
        }
    }

    @Test func leaveKeptInSomePlaces() async throws {
        var county = try county(Self.shares)
        county.covered("2023-07-01..2023-07-31")
        county.add("coverage.csv", "leave,,T1,2023-07-03,2023-07-09")
        county.present("seen", on: "2023-07-03..2023-07-06", at: ["08:00"])
        #expect(
            verdicts(try await county.assess("test", "2023-W27")) == [
                .breached, .breached, .undetermined, .undetermined,
            ])
    }

    @Test func coverageSaysWhatWasKept() async throws {
        var county = try county()
        county.present("seen", on: "2023-07-03..2023-07-09", at: ["08:00"])
        county.add("coverage.csv", "checkin,140622101,,2023-07-03,2023-07-06")
        county.add("coverage.csv", "checkin,140622101201,,2023-07-07,2023-07-09")
        county.add("coverage.csv", "checkin,,T1,2023-07-03,2023-07-08")
        county.add("coverage.csv", "incident,140622,,2023-01-01,2023-12-31")
        county.present("fellow", on: "2023-07-03..2023-07-06", at: ["08:00"])
        let assessment = try await county.assess("test", "2023-W27")
        // What is known decides; a day more would be enough for the second.
        #expect(verdicts(assessment) == [.met, .undetermined, .undetermined, .breached])
        #expect(assessment.reasons("attendance/week", "fellow", "2023-W27") == ["有 1 天没有保存打卡记录"])
        #expect(assessment.reasons("attendance/week", "neighbour", "2023-W27") == ["有 7 天没有保存打卡记录"])
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
        #expect(verdicts(assessment) == [.undetermined, .undetermined, .undetermined, .undetermined])
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
        #expect(assessment.reasons("scoring/team", "T1", "2023-W27") == ["不能确定：在岗"])
    }
}

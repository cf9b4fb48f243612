import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Linfen's three steps of approval.
@Suite struct LeaveTests {
    struct Approval: Sendable, CustomTestStringConvertible {
        let days: Int
        let unit: String
        let by: String
        let verdict: Verdict
        let reason: String
        var testDescription: String { "\(days) days, \(unit), by \(by)" }
    }

    private static let approvals = [
        Approval(days: 1, unit: "U-county", by: "township", verdict: .met, reason: "应由乡镇批准，实由乡镇批准"),
        Approval(days: 7, unit: "U-county", by: "township", verdict: .met, reason: "应由乡镇批准，实由乡镇批准"),
        Approval(days: 7, unit: "U-city", by: "county_office", verdict: .breached, reason: "应由乡镇批准，实由县驻村办批准"),
        Approval(days: 8, unit: "U-county", by: "township", verdict: .breached, reason: "应由县驻村办批准，实由乡镇批准"),
        Approval(days: 8, unit: "U-county", by: "county_office", verdict: .met, reason: "应由县驻村办批准，实由县驻村办批准"),
        Approval(days: 15, unit: "U-city", by: "township;county_office", verdict: .met, reason: "应由县驻村办批准，实由乡镇、县驻村办批准"),
        Approval(days: 15, unit: "U-county", by: "", verdict: .undetermined, reason: "应由县驻村办批准，没有记录由谁批准"),
        Approval(days: 16, unit: "U-city", by: "county_office", verdict: .breached, reason: "应由市驻村办、派出单位批准，实由县驻村办批准"),
        Approval(days: 16, unit: "U-city", by: "city_office", verdict: .breached, reason: "应由市驻村办、派出单位批准，实由市驻村办批准"),
        Approval(days: 16, unit: "U-city", by: "派出单位;市驻村办", verdict: .met, reason: "应由市驻村办、派出单位批准，实由派出单位、市驻村办批准"),
        Approval(days: 16, unit: "U-county", by: "county_office", verdict: .undetermined, reason: "文件没有写明 16 天的请假由谁批准"),
        Approval(
            days: 16, unit: "U-province", by: "city_office;sending_unit", verdict: .undetermined,
            reason: "文件没有写明 16 天的请假由谁批准"),
    ]

    @Test func whoHasToApproveAndWhoDid() async throws {
        var county = try olderCounty()
        for (index, approval) in Self.approvals.enumerated() {
            county.cadre("C\(index)", from: "2018-07-01", unit: approval.unit)
            let last = try #require(Day("2018-08-01")).advanced(by: approval.days - 1)
            county.leave("L\(index)", "C\(index)", "事假", "2018-08-01", "\(last)", by: approval.by)
        }
        let assessment = try await county.assess("linfen", "2018-08")
        for (index, approval) in Self.approvals.enumerated() {
            let finding = try #require(assessment.finding("leave/routes", "C\(index)", "2018-08"))
            #expect(finding.verdict == approval.verdict, "\(approval)")
            #expect(finding.record == "L\(index)")
            #expect(finding.reasons.map(\.zh) == [approval.reason])
            #expect(finding.values == [.number(Fraction(approval.days))])
        }
        #expect(assessment.block("leave/routes", "2018-08")?.provision.citation == "厅字〔2018〕34号 第九条（二）")
    }

    @Test func eachApprovedLeaveOfThePeriodIsJudged() async throws {
        var county = try olderCounty()
        county.cadre("C", from: "2018-07-01")
        county.leave("before", "C", "事假", "2018-07-30", "2018-08-01", by: "township")
        county.leave("first", "C", "事假", "2018-08-03", "2018-08-03", by: "township")
        county.leave("closed", "C", "公出", "2018-08-10", "2018-08-12", "closed", by: "county_office")
        county.leave("rejected", "C", "事假", "2018-08-20", "2018-08-21", "rejected")
        county.leave("requested", "C", "事假", "2018-08-23", "2018-08-24", "requested")
        county.leave("last", "C", "事假", "2018-08-31", "2018-09-12", by: "county_office")
        let findings = try await county.assess("linfen", "2018-08").findings("leave/routes", "C")
        #expect(findings.map(\.record) == ["first", "closed", "last"])
        #expect(findings.map(\.verdict) == [.met, .breached, .met])
    }

    /// What was asked for counts, not what was used of it.
    @Test func anEarlyReturnDoesNotChangeWhoHadToApprove() async throws {
        var county = try olderCounty()
        county.cadre("C", from: "2018-07-01")
        county.leave("L", "C", "事假", "2018-08-01", "2018-08-08", "closed", by: "township", returned: "2018-08-04")
        #expect(try await county.assess("linfen", "2018-08").verdict("leave/routes", "C", "2018-08") == .breached)
    }

    /// The level is that of the posting on the leave's first day.
    @Test func theUnitOfTheLeavesFirstDayDecides() async throws {
        var county = try olderCounty()
        county.cadre("C", from: "2018-07-01", to: "2018-07-31", unit: "U-city")
        county.add("postings.csv", "C,T1,\(TestCounty.village),member,U-county,2018-08-01,,false")
        county.leave("L1", "C", "事假", "2018-07-10", "2018-07-25", by: "city_office;sending_unit")
        county.leave("L2", "C", "事假", "2018-08-01", "2018-08-16", by: "city_office;sending_unit")
        let findings = try await county.assess("linfen", "2018-Q3").findings("leave/routes", "C")
        #expect(findings.map(\.verdict) == [.met, .undetermined])
    }

    /// Seven days ask the township; half a day more asks the county.
    @Test(arguments: [
        ("2018-08-07", "", Verdict.met, "7"), ("2018-08-08", "am", .breached, "15/2"),
        ("2018-08-07", "am", .met, "13/2"),
    ])
    func halvesOfDaysCount(to: String, toHalf: String, verdict: Verdict, days: String) async throws {
        var county = try olderCounty()
        county.cadre("C", from: "2018-07-01")
        try county.record(
            "leave",
            [
                "leave": "L", "cadre": "C", "type": "事假", "from": "2018-08-01", "to": to, "to_half": toHalf,
                "status": "approved", "approved_by": "township",
            ])
        let finding = try #require(try await county.assess("linfen", "2018-08").finding("leave/routes", "C", "2018-08"))
        #expect(finding.values.map { $0?.exactText } == [days])
        #expect(finding.verdict == verdict)
    }

    @Test func leaveTakenBeforeItWasApprovedIsToldApart() async throws {
        var county = try olderCounty()
        county.cadre("C", from: "2018-07-01")
        for (id, from, approved) in [
            ("L1", "2018-08-01", "2018-08-01"), ("L2", "2018-08-06", "2018-08-08"), ("L3", "2018-08-13", "2018-08-10"),
        ] {
            try county.record(
                "leave",
                [
                    "leave": id, "cadre": "C", "type": "事假", "from": from, "to": from, "status": "approved",
                    "approved_by": "township", "approved_on": approved,
                ])
        }
        let findings = try await county.assess("linfen", "2018-08").findings("leave/routes", "C")
        #expect(findings.map { $0.reasons.dropFirst().map(\.zh) } == [[], ["补假：开始后第 2 天才批准"], []])
    }

    /// Leaves of the kinds that are meant, those that follow each other as one, until the return.
    @Test func kindsAndRuns() async throws {
        let table =
            "table: [{length: {at_most: 7 days}, approve: [[township, township_committee]]}, {length: {above: 7 days}, approve: county_office}]"
        let found = try await judge(
            "leave", "for: {cadre: all}, types: 事假, runs: together, counted: until_return, judged: approved, \(table)",
            in: "2023-07"
        ) { county in
            county.leave("a", "C", "事假", "2023-07-03", "2023-07-07", by: "township_committee")
            county.leave("b", "C", "事假", "2023-07-10", "2023-07-12", by: "township")
            county.leave("sick", "C", "病假", "2023-07-17", "2023-07-28", by: "township")
            county.cadre("D", from: "2023-01-01")
            try county.record(
                "leave",
                [
                    "leave": "late", "cadre": "D", "type": "事假", "from": "2023-07-03", "to": "2023-07-05",
                    "returned": "2023-07-12", "status": "approved", "approved_by": "township",
                ])
        }
        let findings = found.block("leave/it", "2023-07")?.findings ?? []
        let told = findings.map { "\($0.record ?? "") \($0.values[0]?.exactText ?? "") \($0.verdict.rawValue)" }
        #expect(told == ["a 5 met", "b 8 breached", "late 9 breached"])
        #expect(
            try await faults("leave", "for: {cadre: all}, judged: approved, table: [{length: {above: 0 days}}]") == [
                "S105"
            ])
    }
}

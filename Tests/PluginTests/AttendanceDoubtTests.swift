import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// What is not known of one thing makes nothing of another.
@Suite struct AttendanceDoubtTests {
    private static let rules = """
        attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, nights: 4 of 7}]
        scoring:
          - {id: score, clause: 二, for: {cadre: all}, per: month, dimensions: {在岗: {weight: 100, measure: attendance.week.rate, full_at: 100%}}}
        """

    /// Of whom nothing is asked has no rate, whether he was there on his one weekend, was not, or nobody knows.
    @Test(arguments: [true, false])
    func whereNothingIsAskedThereIsNoRate(isKnown: Bool) async throws {
        var county = try SmallProfile(Self.rules).county()
        county.covered(isKnown ? "2023-07-01..2023-08-31" : "2023-07-17..2023-08-31")
        for id in ["there", "away"] { county.cadre(id, from: "2023-07-15", to: "2023-07-16") }
        county.cadre("asked", from: "2023-07-01")
        county.present("there", on: "2023-07-15..2023-07-16")
        county.present("asked", on: "2023-07-15..2023-07-20")
        let found = try await county.assess("test", "2023-07")
        for id in ["there", "away"] {
            #expect(found.verdict("attendance/week", id, "2023-W28") == .notApplicable)
            #expect(found.measure("attendance/week", id, "2023-W28", "rate") == nil)
            #expect(found.total("attendance/week", id, "rate") == nil)
            #expect(found.verdict("scoring/score", id, "2023-07") == .notApplicable)
        }
        #expect(found.total("attendance/week", "asked", "rate") != nil)
    }

    /// A week that is not over makes no doubt, but the leave that was not kept does: of the days on which the cadre was not there.
    @Test func leaveThatWasNotKeptInAWeekThatIsNotOver() async throws {
        for isKept in [true, false] {
            var county = try SmallProfile(Self.rules).county()
            county.covered("2023-01-01..2023-12-31")
            if !isKept { county.add("coverage.csv", "leave,140622,,2022-01-01,2022-12-31") }
            county.cadre("C", from: "2023-07-10")
            county.present("C", on: "2023-07-10")
            let found = try await county.assess("test", "2023-07", asOf: "2023-07-15")
            #expect(found.total("attendance/week", "C", "absence.days") == (isKept ? "2" : "0–2"))
            #expect(found.total("attendance/week", "C", "absence.off_post_days") == (isKept ? "4" : "0–4"))
            #expect(found.total("attendance/week", "C", "leave_days") == (isKept ? "0" : "0–21"))
        }
    }

    /// Days of which neither check-ins nor leave were kept are told as such.
    @Test func whatWasNotKept() async throws {
        var county = try SmallProfile(Self.rules).county()
        county.covered("2023-07-12..2023-12-31")
        county.add("coverage.csv", "leave,140622,,2022-01-01,2022-12-31")
        county.cadre("C", from: "2023-07-10")
        let found = try await county.assess("test", "2023-W28")
        #expect(found.verdict("attendance/week", "C", "2023-W28") == .undetermined)
        #expect(
            found.reasons("attendance/week", "C", "2023-W28") == ["有 2 天没有保存打卡记录", "有 7 天没有保存请假记录，可能在请假"])
    }
}

import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// What is known decides: counts and sums are ranges where the records leave them open.
@Suite struct RangeTests {
    private static func remind(_ when: String) -> String {
        "for: {cadre: all}, when: {\(when)}, then: [{remind: township}]"
    }

    private static func activity(
        _ county: inout TestCounty, _ id: String, _ day: String, hours: String = "", level: String = "",
        actors: String = ""
    ) throws {
        try county.record(
            "activity",
            [
                "activity": id, "kind": "policy_training", "date": day, "subject": "C", "hours": hours, "level": level,
                "actors": actors,
            ])
    }

    // MARK: days of which nothing was kept

    /// Kept up to 10 July: three were found, and how many more there were is not known.
    @Test(arguments: [
        ("at_least: 2", Verdict.met), ("at_least: 3", .met), ("at_least: 4", .undetermined),
        ("at_most: 2", .notApplicable), ("below: 3", .notApplicable),
        ("at_most: 3", .undetermined), ("equals: 2", .notApplicable), ("equals: 3", .undetermined), ("above: 2", .met),
    ])
    func whatWasFoundCounts(asked: String, verdict: Verdict) async throws {
        let found = try await judge(
            "consequences", Self.remind("count: {incident: {kind: interview}}, within: month, \(asked)"), in: "2023-07"
        ) { county in
            county.add("coverage.csv", "incident,140622,,2023-07-01,2023-07-10")
            for day in ["2023-07-03", "2023-07-04", "2023-07-20"] {
                county.incident("C", day, "interview", level: "county")
            }
        }
        #expect(found.verdict("consequences/it", "C", "2023-07") == verdict)
        if verdict == .undetermined {
            let reason =
                "月内事件（种类 约谈） 至少 3 次，有的日子没有保存事件记录，是否\(asked.hasPrefix("at_least") ? "不少于 4" : asked == "at_most: 3" ? "不多于 3" : "等于 3") 次无法判断"
            #expect(found.reasons("consequences/it", "C", "2023-07") == [reason])
        }
    }

    @Test(arguments: [("2023-07-05", Verdict.met), ("", .undetermined)])
    func partlyKept(visited: String, verdict: Verdict) async throws {
        let settings = "for: {cadre: all}, per: half-month, records: {activity: {kind: policy_training}}, at_least: 1"
        let found = try await judge("duties", settings, in: "2023-07-01..2023-07-15") { county in
            county.add("coverage.csv", "activity,140622,,2023-07-01,2023-07-10")
            county.keep("activity")
            if !visited.isEmpty { try Self.activity(&county, "A", visited) }
        }
        #expect(found.verdict("duties/it", "C", "2023-07-H1") == verdict)
        #expect(found.reasons("duties/it", "C", "2023-07-H1") == (verdict == .met ? [] : ["有的日子没有保存活动记录"]))
        #expect(found.measure("duties/it", "C", "2023-07-H1", "done") == (verdict == .met ? "≥1" : nil))
    }

    /// Of each part by itself: what was missed on a kept day is missed.
    @Test func inEachPart() async throws {
        let settings =
            "for: {cadre: all}, per: month, records: {activity: {kind: policy_training}}, every: week, at_least: 1"
        let found = try await judge("duties", settings, in: "2023-07") { county in
            county.add("coverage.csv", "activity,140622,,2023-07-03,2023-07-16")
            county.keep("activity")
            try Self.activity(&county, "A", "2023-07-05")
            try Self.activity(&county, "B", "2023-07-25")
        }
        #expect(found.verdict("duties/it", "C", "2023-07") == .breached)
        #expect(found.reasons("duties/it", "C", "2023-07") == ["缺 2023年第28周（7月10日—16日）"])
        #expect(found.measure("duties/it", "C", "2023-07", "done") == "2–3")
    }

    @Test func aFileThatIsNotThereIsUnknownAsAWhole() async throws {
        var county = try SmallProfile(
            "consequences:\n  - {id: it, clause: 一, \(Self.remind("count: {activity: all}, within: month, below: 1"))}"
        ).county()
        county.cadre("C", from: "2021-05-01")
        county.present("C", on: "2023-07-03")
        county.add("coverage.csv", "activity,140622,,2023-07-01,2023-07-31")
        let found = try await county.assess("test", "2023-07")
        #expect(found.verdict("consequences/it", "C", "2023-07") == .undetermined)
        #expect(found.reasons("consequences/it", "C", "2023-07") == ["月内没有保存活动记录（activities.csv）"])
    }

    // MARK: empty fields

    /// Of two records one does not say at which level it was.
    @Test(arguments: [
        ("at_least: 1", Verdict.met), ("at_least: 2", .undetermined), ("at_least: 3", .notApplicable),
        ("at_most: 0", .notApplicable), ("at_most: 2", .met),
    ])
    func aFilterOnAnEmptyField(asked: String, verdict: Verdict) async throws {
        let found = try await judge(
            "consequences", Self.remind("count: {activity: {level: county}}, within: month, \(asked)"), in: "2023-07"
        ) { county in
            try Self.activity(&county, "A", "2023-07-03", level: "county")
            try Self.activity(&county, "B", "2023-07-04")
            try Self.activity(&county, "D", "2023-07-05", level: "city")
        }
        #expect(found.verdict("consequences/it", "C", "2023-07") == verdict)
        if verdict == .undetermined {
            #expect(
                found.reasons("consequences/it", "C", "2023-07") == ["月内活动（层级 县） 1 至 2 次，有 1 条不知道是否算，是否不少于 2 次无法判断"])
        }
    }

    @Test(arguments: [
        ("at_least: 8 hours", Verdict.met), ("at_least: 9 hours", .undetermined), ("below: 8 hours", .notApplicable),
        ("at_most: 8 hours", .undetermined),
    ])
    func aSumWithAnEmptyNumber(asked: String, verdict: Verdict) async throws {
        let found = try await judge(
            "consequences", Self.remind("sum: {activity: all}, of: hours, within: month, \(asked)"), in: "2023-07"
        ) { county in
            for (id, day, hours) in [("A", "2023-07-03", "5"), ("B", "2023-07-04", "3"), ("D", "2023-07-05", "")] {
                try Self.activity(&county, id, day, hours: hours)
            }
        }
        #expect(found.verdict("consequences/it", "C", "2023-07") == verdict)
    }

    /// `present` asks only that; what is not there yet is not there.
    @Test(arguments: [
        ("{closed: {present: false}}", "2"), ("{closed: {present: true}}", "1"), ("{closed: 2023-07-09}", "1"),
        ("{level: county}", "1"), ("{mode: {present: false}}", "3"),
    ])
    func whatEmptyMeans(filter: String, done: String) async throws {
        let settings = "for: {village: all}, per: month, records: {problem: \(filter)}, at_least: 1"
        let found = try await judge("duties", settings, in: "2023-07") { county in
            for (id, closed, level) in [("P1", "2023-07-09", ""), ("P2", "", "county"), ("P3", "", "")] {
                try county.record(
                    "problem",
                    [
                        "problem": id, "village": TestCounty.village, "found": "2023-07-03", "closed": closed,
                        "level": level,
                    ])
            }
        }
        #expect(found.measure("duties/it", TestCounty.village, "2023-07", "done") == done)
    }

    @Test func whomARuleIsAboutMayBeUnknown() async throws {
        let profile = try SmallProfile(
            "duties:\n  - {id: it, clause: 一, for: {cadre: {education: master}}, per: month, records: {activity: all}, at_least: 1}"
        )
        var county = try profile.county()
        for (id, education) in [("A", "master"), ("B", "college"), ("D", "")] {
            county.add("cadres.csv", "\(id),,1980-01-01,\(education),civil_servant,true")
            county.add("postings.csv", "\(id),T1,\(TestCounty.village),member,U-county,2023-01-01,,")
        }
        county.keep("activity")
        county.present("A", on: "2023-07-03")
        let found = try await county.assess("test", "2023-07")
        #expect(["A", "B", "D"].map { found.verdict("duties/it", $0, "2023-07") } == [.breached, nil, .undetermined])
        #expect(found.reasons("duties/it", "D", "2023-07") == ["没有写明学历，不知道是否适用"])
        #expect(found.measure("duties/it", "D", "2023-07", "outcome") == "undetermined")
    }

    /// Each of several names in a field counts by itself.
    @Test(arguments: [("at_least: 3", Verdict.met), ("at_least: 4", .notApplicable)])
    func differentNamesInFieldsOfSeveral(asked: String, verdict: Verdict) async throws {
        let found = try await judge(
            "consequences", Self.remind("count: {activity: all}, within: month, distinct: actors, \(asked)"),
            in: "2023-07"
        ) { county in
            for id in ["X", "Y", "Z"] { county.cadre(id, from: "2023-01-01") }
            try Self.activity(&county, "A", "2023-07-03", actors: "X;Y")
            try Self.activity(&county, "B", "2023-07-04", actors: "Y;Z")
        }
        #expect(found.verdict("consequences/it", "C", "2023-07") == verdict)
    }

    // MARK: as of a day

    /// What was done on the day itself is known, what was done after it is not.
    @Test(arguments: [("2023-07-04", Verdict.notApplicable), ("2023-07-05", .met), ("2023-07-06", .met)])
    func whatHappenedLaterIsNotKnown(asOf: String, verdict: Verdict) async throws {
        let found = try await judge(
            "consequences", Self.remind("count: {incident: {kind: interview}}, within: month, at_least: 1"),
            in: "2023-07", asOf: asOf
        ) {
            $0.incident("C", "2023-07-05", "interview", level: "county")
        }
        #expect(found.verdict("consequences/it", "C", "2023-07") == verdict)
    }

    /// A problem that was closed later is open on the day.
    @Test(arguments: [("2023-07-08", "1"), ("2023-07-09", "0")])
    func whatWasDoneLaterIsNotDone(asOf: String, open: String) async throws {
        let settings = "for: {village: all}, per: month, records: {problem: {closed: {present: false}}}, at_least: 1"
        let found = try await judge("duties", settings, in: "2023-07", asOf: asOf) {
            try $0.record(
                "problem",
                ["problem": "P", "village": TestCounty.village, "found": "2023-07-03", "closed": "2023-07-09"])
        }
        #expect(found.measure("duties/it", TestCounty.village, "2023-07", "done") == open)
    }
}

/// Measures that have no value, and columns that are computed.
@Suite struct NoValueTests {
    private static let scoring = """
        attendance: [{id: month, clause: 一, for: {cadre: all}, per: month, days: 2/3, holidays: counted}]
        scoring: [{id: rate, clause: 二, for: {cadre: all}, per: month, dimensions: {在岗: {weight: 100, measure: attendance.rate, full_at: 100%}}}]
        ranking: [{id: rate, clause: 三, for: {cadre: all}, per: month, by: scoring.rate, within: county}]
        """

    /// On leave all month there is no rate, so no score, and no place among those who have one.
    @Test func whatDoesNotApplyIsLeftOut() async throws {
        var county = try SmallProfile(Self.scoring).county()
        county.covered("2023-07-01..2023-07-31")
        for id in ["A", "B", "away"] { county.cadre(id, from: "2023-01-01") }
        county.present("A", on: "2023-07-01..2023-07-31", at: ["08:00"])
        county.leave("L", "away", "事假", "2023-07-01", "2023-07-31")
        let found = try await county.assess("test", "2023-07")
        #expect(found.verdict("scoring/rate", "away", "2023-07") == .notApplicable)
        #expect(found.reasons("scoring/rate", "away", "2023-07") == ["在岗不适用"])
        #expect(found.verdict("ranking/rate", "away", "2023-07") == .notApplicable)
        #expect(found.reasons("ranking/rate", "away", "2023-07") == ["总分不适用，不参加排名"])
        #expect(["A", "B"].map { found.measure("ranking/rate", $0, "2023-07", "ranked") } == ["2", "2"])
    }

    @Test(arguments: [
        ("per: week, when: {measure: scoring.it, below: 60}", ["C418"]),
        ("per: month, when: {measure: scoring.it, below: 60}", []),
        ("per: quarter, when: {measure: scoring.it, below: 60}", []),
        ("per: month, when: {measure: scoring.it, within: year, below: 60}", ["C418"]),
        ("per: week, when: {measure: attendance.rate, below: 60%}", []),
        ("per: month, when: {measure: attendance.rate, within: year, below: 60%}", []),
    ])
    func aMeasureThatNeverHasAValue(settings: String, codes: [String]) async throws {
        let besides =
            "attendance: [{id: month, clause: 二, for: {cadre: all}, per: month, days: 2/3}]\n"
            + "scoring: [{id: it, clause: 三, for: {cadre: all}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}}]"
        var found: [String] = []
        do {
            _ = try await judge(
                "consequences", "for: {cadre: all}, \(settings), then: [{remind: township}]", besides: besides,
                in: "2023-07"
            ) { _ in }
        } catch let wrong as FoundWrong {
            found = wrong.diagnostics.all.filter { $0.severity == .error }.map(\.code)
        }
        #expect(found == codes)
    }

    /// Five days, less the afternoon of the last and what came after the return.
    @Test(arguments: [
        ("", "", "", "5"), ("", "am", "", "9/2"), ("pm", "am", "", "4"), ("", "", "2023-07-05", "2"),
        ("pm", "am", "2023-07-05", "3/2"),
    ])
    func theDaysOfALeave(fromHalf: String, toHalf: String, returned: String, days: String) async throws {
        let settings = "for: {cadre: all}, per: month, records: {leave: {type: 事假}}, total: {days: 100 days}"
        let found = try await judge("duties", settings, in: "2023-07") { county in
            try county.record(
                "leave",
                [
                    "leave": "L", "cadre": "C", "type": "事假", "from": "2023-07-03", "to": "2023-07-07",
                    "status": "approved", "from_half": fromHalf, "to_half": toHalf, "returned": returned,
                ])
        }
        #expect(found.measure("duties/it", "C", "2023-07", "total.days") == days)
    }

    @Test(arguments: [("above: 4 days", Verdict.met), ("above: 5 days", .notApplicable)])
    func theDaysOfLeaveInACondition(asked: String, verdict: Verdict) async throws {
        let when =
            "for: {cadre: all}, when: {sum: {leave: {type: 事假}}, of: days, within: year, \(asked)}, then: [{remind: township}]"
        let found = try await judge("consequences", when, in: "2023-07") {
            $0.leave("L", "C", "事假", "2023-07-03", "2023-07-07")
        }
        #expect(found.verdict("consequences/it", "C", "2023-07") == verdict)
    }

    /// Leave that was approved after it had begun can be counted: a day and two days late, but not in time.
    @Test func leaveApprovedAfterwardsInACondition() async throws {
        let when =
            "for: {cadre: all}, when: {count: {leave: {days_late: {above: 0 days}}}, within: year, at_least: 2}, then: [{remind: township}]"
        let found = try await judge("consequences", when, in: "2023-07") { county in
            county.cadre("D", from: "2021-05-01")
            for (id, cadre, day, approved) in [
                ("L1", "C", 3, 4), ("L2", "C", 4, 6), ("L3", "C", 5, 5), ("L4", "D", 3, 3), ("L5", "D", 4, 5),
            ] {
                try county.record(
                    "leave",
                    [
                        "leave": id, "cadre": cadre, "type": "事假", "from": "2023-07-0\(day)", "to": "2023-07-0\(day)",
                        "status": "approved", "approved_on": "2023-07-0\(approved)",
                    ])
            }
        }
        #expect(found.verdict("consequences/it", "C", "2023-07") == .met)
        #expect(found.verdict("consequences/it", "D", "2023-07") == .notApplicable)
    }

    /// A leave that touches the period, or coverage of it, is enough to judge it by.
    @Test(arguments: [
        ("leaves.csv", "L,C,事假,2023-06-20,2023-08-10,,,approved"),
        ("coverage.csv", "checkin,140622,,2023-07-01,2023-07-31"),
    ])
    func aPeriodWithoutCheckIns(file: String, row: String) async throws {
        var county = try SmallProfile(Self.scoring).county()
        county.cadre("C", from: "2021-05-01")
        county.present("C", on: "2023-05-03")
        await #expect(throws: FoundWrong.self) { try await county.assess("test", "2023-07") }
        county.add(file, row)
        _ = try await county.assess("test", "2023-07")
    }
}

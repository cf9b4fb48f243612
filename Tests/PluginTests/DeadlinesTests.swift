import CivilTime
import Testing
import ZhucunKernel
import ZhucunTesting

/// How long after one thing another must be done: the last day, the day after, and what is open.
@Suite struct DeadlinesTests {
    private static let filling =
        "for: {vacancy: all}, from: {field: arose}, to: {field: filled}, owed_by: sending_unit, within: "

    private static func vacancy(_ county: inout TestCounty, _ arose: String, _ filled: String, id: String = "V") throws
    {
        try county.record("vacancy", ["vacancy": id, "village": TestCounty.village, "arose": arose, "filled": filled])
    }

    struct Step: Sendable {
        let within: String
        let arose: String
        let filled: String
        let verdict: Verdict
        var due = ""
        var taken: String?
        var overdue = "0"
    }

    private static let steps = [
        Step(
            within: "15 days", arose: "2023-07-03", filled: "2023-07-18", verdict: .met, due: "2023-07-18", taken: "15"),
        Step(
            within: "15 days", arose: "2023-07-03", filled: "2023-07-19", verdict: .breached, due: "2023-07-18",
            taken: "16", overdue: "1"),
        Step(
            within: "15 days", arose: "2023-07-03", filled: "2023-07-03", verdict: .met, due: "2023-07-18", taken: "0"),
        Step(within: "15天", arose: "2023-07-03", filled: "", verdict: .breached, due: "2023-07-18", overdue: "166"),
        Step(within: "1 day", arose: "2023-07-31", filled: "2023-08-01", verdict: .met, due: "2023-08-01", taken: "1"),
        // National Day 2023: off from 29 September to 6 October, the 7th and 8th are worked.
        Step(
            within: "1 working day", arose: "2023-09-28", filled: "2023-10-07", verdict: .met, due: "2023-10-07",
            taken: "9"),
        Step(
            within: "1 working day", arose: "2023-09-28", filled: "2023-10-08", verdict: .breached, due: "2023-10-07",
            taken: "10", overdue: "1"),
        Step(
            within: "3 working days", arose: "2023-09-27", filled: "2023-10-08", verdict: .met, due: "2023-10-08",
            taken: "11"),
        Step(
            within: "10 working days", arose: "2023-09-28", filled: "2023-10-18", verdict: .met, due: "2023-10-18",
            taken: "20"),
        Step(
            within: "10 working days", arose: "2023-09-28", filled: "2023-10-19", verdict: .breached, due: "2023-10-18",
            taken: "21", overdue: "1"),
        Step(within: "5个工作日", arose: "2023-07-07", filled: "2023-07-14", verdict: .met, due: "2023-07-14", taken: "7"),
        // From the 31st, and over the year's end.
        Step(
            within: "1 month", arose: "2023-01-31", filled: "2023-02-28", verdict: .met, due: "2023-02-28", taken: "28"),
        Step(
            within: "1 month", arose: "2023-01-31", filled: "2023-03-01", verdict: .breached, due: "2023-02-28",
            taken: "29", overdue: "1"),
        Step(within: "3个月", arose: "2023-08-31", filled: "2023-11-30", verdict: .met, due: "2023-11-30", taken: "91"),
        Step(
            within: "3 months", arose: "2022-11-30", filled: "2023-02-28", verdict: .met, due: "2023-02-28", taken: "90"
        ),
        Step(
            within: "2 years", arose: "2021-03-01", filled: "2023-03-01", verdict: .met, due: "2023-03-01", taken: "730"
        ),
        Step(
            within: "2 years", arose: "2021-03-01", filled: "2023-03-02", verdict: .breached, due: "2023-03-01",
            taken: "731", overdue: "1"),
        Step(
            within: "3 years", arose: "2020-02-29", filled: "2023-02-28", verdict: .met, due: "2023-02-28",
            taken: "1095"),
        Step(
            within: "3年", arose: "2020-02-29", filled: "2023-03-01", verdict: .breached, due: "2023-02-28",
            taken: "1096", overdue: "1"),
    ]

    @Test(arguments: steps) func theLastDayAndTheOneAfter(step: Step) async throws {
        let found = try await judge("deadlines", Self.filling + step.within, in: "2023") {
            try Self.vacancy(&$0, step.arose, step.filled)
        }
        let finding = try #require(found.finding("deadlines/it", "V", "2023"))
        #expect(finding.verdict == step.verdict)
        #expect(
            finding.owed == Owed(due: try #require(Day(step.due)), isDone: !step.filled.isEmpty, by: "sending_unit"))
        #expect(found.measure("deadlines/it", "V", "2023", "taken") == step.taken)
        #expect(found.measure("deadlines/it", "V", "2023", "overdue") == step.overdue)
    }

    /// Due on 18 July: open until that day is over; what is done later is not known yet.
    @Test(arguments: [
        ("2023-07-02", "", nil, nil), ("2023-07-03", "", Verdict.notApplicable, "0"),
        ("2023-07-18", "", .notApplicable, "0"), ("2023-07-19", "", .breached, "1"),
        ("2023-07-28", "", .breached, "10"), ("2023-07-18", "2023-07-19", .notApplicable, "0"),
        ("2023-07-19", "2023-07-20", .breached, "1"),
        ("2023-07-18", "2023-07-18", .met, "0"), ("2023-07-30", "2023-07-20", .breached, "2"),
    ])
    func asSeenOnADay(asOf: String, filled: String, verdict: Verdict?, overdue: String?) async throws {
        let found = try await judge("deadlines", Self.filling + "15 days", in: "2023-07", asOf: asOf) {
            try Self.vacancy(&$0, "2023-07-03", filled)
        }
        #expect(found.verdict("deadlines/it", "V", "2023-07") == verdict)
        #expect(found.measure("deadlines/it", "V", "2023-07", "overdue") == overdue)
        if verdict == .notApplicable { #expect(found.reasons("deadlines/it", "V", "2023-07") == ["尚未到期（2023-07-18）"]) }
    }

    /// At the end of a period what is due on its last day is overdue, what is due on the day after is open.
    @Test(arguments: [("2023-07-16", Verdict.breached), ("2023-07-17", .notApplicable)])
    func atTheEndOfThePeriod(arose: String, verdict: Verdict) async throws {
        let found = try await judge("deadlines", Self.filling + "15 days", in: "2023-07") {
            try Self.vacancy(&$0, arose, "")
        }
        #expect(found.verdict("deadlines/it", "V", "2023-07") == verdict)
        #expect(found.measure("deadlines/it", "V", "2023-07", "overdue") == (verdict == .breached ? "1" : "0"))
    }

    /// Without a day of asking what was done after the period is known: in time, or late though it was not due in the period.
    @Test(arguments: [
        ("2023-07-20", "2023-08-04", Verdict.met, "0"), ("2023-07-20", "2023-08-05", .breached, "1"),
        ("2023-07-16", "2023-08-02", .breached, "2"),
    ])
    func doneAfterThePeriod(arose: String, filled: String, verdict: Verdict, overdue: String) async throws {
        let found = try await judge("deadlines", Self.filling + "15 days", in: "2023-07") {
            try Self.vacancy(&$0, arose, filled)
        }
        #expect(found.verdict("deadlines/it", "V", "2023-07") == verdict)
        #expect(found.measure("deadlines/it", "V", "2023-07", "overdue") == overdue)
    }

    /// What was done before the period is not shown, whenever it was due; what came late into it is.
    @Test(arguments: [
        ("2023-05-01", "2023-05-16", nil), ("2023-06-20", "2023-06-30", nil), ("2023-06-20", "2023-07-01", Verdict.met),
        ("2023-06-10", "2023-07-01", .breached), ("2023-05-01", "2023-06-30", nil), ("2023-05-01", "", .breached),
    ])
    func whatWasOverBefore(arose: String, filled: String, verdict: Verdict?) async throws {
        let found = try await judge("deadlines", Self.filling + "15 days", in: "2023-07") {
            try Self.vacancy(&$0, arose, filled)
        }
        #expect(found.verdict("deadlines/it", "V", "2023-07") == verdict)
    }

    /// What a document orders binds what begins on its day or later.
    @Test(arguments: [("2023-07-10", nil), ("2023-07-11", Verdict.breached)])
    func whatBeganBeforeTheEdition(arose: String, verdict: Verdict?) async throws {
        let profile = try SmallProfile(editions: [
            ("2023-07-11", "deadlines:\n  - {id: it, clause: 一, \(Self.filling)15 days}")
        ])
        var county = try profile.county()
        county.cadre("C", from: "2021-05-01")
        try Self.vacancy(&county, arose, "")
        #expect(try await county.assess("test", "2023").verdict("deadlines/it", "V", "2023") == verdict)
    }

    @Test func aRowWithoutADay() async throws {
        let found = try await judge("deadlines", Self.filling + "15 days", in: "2023-07") {
            try Self.vacancy(&$0, "", "2023-07-03")
        }
        #expect(found.verdict("deadlines/it", "V", "2023-07") == .undetermined)
        #expect(found.reasons("deadlines/it", "V", "2023-07") == ["没有写明产生日期"])
    }

    /// The last day stands in the record itself.
    @Test(arguments: [
        ("2023-07-20", "2023-07-20", Verdict.met), ("2023-07-20", "2023-07-21", .breached),
        ("2023-08-01", "", .notApplicable), ("", "2023-07-21", .undetermined),
    ])
    func untilADayOfTheRecord(due: String, closed: String, verdict: Verdict) async throws {
        let settings = "for: {problem: all}, from: {field: found}, to: {field: closed}, due: {field: due}"
        let found = try await judge("deadlines", settings, in: "2023-07") {
            try $0.record(
                "problem",
                ["problem": "P", "village": TestCounty.village, "found": "2023-07-03", "due": due, "closed": closed])
        }
        #expect(found.verdict("deadlines/it", "P", "2023-07") == verdict)
        if due.isEmpty { #expect(found.reasons("deadlines/it", "P", "2023-07") == ["没有写明期限"]) }
    }

    // MARK: records

    private static let talk =
        "for: {cadre: all}, from: {record: {incident: {kind: off_post}}}, to: {record: {activity: {kind: policy_training}}}, within: 15 days"

    /// The first record from the start on; one before it does not count.
    @Test(arguments: [
        (["2023-07-18"], Verdict.met), (["2023-07-19"], .breached), (["2023-07-03"], .met), (["2023-07-02"], .breached),
        (["2023-07-02", "2023-07-20", "2023-07-10"], .met),
    ])
    func fromOneRecordToAnother(trained: [String], verdict: Verdict) async throws {
        let found = try await judge("deadlines", Self.talk, in: "2023-07") { county in
            county.incident("C", "2023-07-03", "off_post")
            county.incident("C", "2023-07-05", "off_post")
            for day in trained {
                try county.record(
                    "activity", ["activity": "A\(day)", "kind": "policy_training", "date": day, "subject": "C"])
            }
        }
        #expect(found.verdict("deadlines/it", "C", "2023-07") == verdict)
    }

    /// Not before the edition: what happened earlier started nothing.
    @Test func theFirstRecordUnderTheEdition() async throws {
        let profile = try SmallProfile(editions: [("2023-07-11", "deadlines:\n  - {id: it, clause: 一, \(Self.talk)}")])
        var county = try profile.county()
        county.cadre("C", from: "2021-05-01")
        county.keep("activity")
        county.incident("C", "2023-03-03", "off_post")
        county.incident("C", "2023-07-12", "off_post")
        let found = try await county.assess("test", "2023")
        #expect(found.finding("deadlines/it", "C", "2023")?.owed?.due == Day("2023-07-27"))
    }

    /// Where the records were not kept it is not known whether it was done: never a breach.
    @Test func recordsThatWereNotKept() async throws {
        let found = try await judge("deadlines", Self.talk, in: "2023-07") {
            $0.incident("C", "2023-07-03", "off_post")
        }
        #expect(found.verdict("deadlines/it", "C", "2023-07") == .undetermined)
        #expect(found.reasons("deadlines/it", "C", "2023-07") == ["没有保存活动记录"])
        let began = try await judge(
            "deadlines", Self.talk.replacing("incident: {kind: off_post}", with: "activity: {kind: night_visit}"),
            in: "2023-07"
        ) { _ in }
        #expect(began.verdict("deadlines/it", "C", "2023-07") == .undetermined)
    }

    /// Records must have been kept from the start to the last day in time: how late it is by then may stay open.
    @Test(arguments: [
        ("2023-07-31", Verdict.breached, String?.some("13")), ("2023-07-30", .breached, "1–13"),
        ("2023-07-18", .breached, "1–13"), ("2023-07-17", .undetermined, nil),
    ])
    func keptUntilTheLastDayInTime(last: String, verdict: Verdict, overdue: String?) async throws {
        let found = try await judge("deadlines", Self.talk, in: "2023-07") { county in
            county.incident("C", "2023-07-03", "off_post")
            county.keep("activity")
            county.add("coverage.csv", "activity,140622,,2023-07-03,\(last)")
        }
        #expect(found.verdict("deadlines/it", "C", "2023-07") == verdict)
        #expect(found.measure("deadlines/it", "C", "2023-07", "overdue") == overdue)
    }

    /// What was done is done, however little else was kept.
    @Test(arguments: [("2023-07-10", Verdict.met), ("2023-07-18", .met), ("2023-07-19", .undetermined)])
    func doneThoughLittleWasKept(day: String, verdict: Verdict) async throws {
        let found = try await judge("deadlines", Self.talk, in: "2023-07") { county in
            county.incident("C", "2023-07-03", "off_post", level: "county")
            try county.record("activity", ["activity": "A", "kind": "policy_training", "date": day, "subject": "C"])
            county.add("coverage.csv", "activity,140622,,2023-07-19,2023-07-31")
        }
        #expect(found.verdict("deadlines/it", "C", "2023-07") == verdict)
    }

    // MARK: postings

    /// A term of two years, at least or at most: the day of the posting's end.
    @Test(arguments: [
        ("2023-05-01", Verdict.met), ("2023-05-02", .breached), ("", .breached), ("2024-04-30", .breached),
    ])
    func aTermOfTwoYears(ends: String, verdict: Verdict) async throws {
        let found = try await judge(
            "deadlines", "for: {cadre: all}, from: {posting: begins}, to: {posting: ends}, within: 2 years", in: "2023"
        ) {
            $0.cadre("N", from: "2021-05-01", to: ends)
        }
        #expect(found.verdict("deadlines/it", "N", "2023") == verdict)
    }

    /// The term that is meant is the newest that has begun: one after the period changes nothing, unless the same term goes on.
    @Test(arguments: [("T2", Verdict.met, String?.some("729")), ("T1", .breached, nil)])
    func aPostingAfterThePeriod(team: String, verdict: Verdict, taken: String?) async throws {
        let found = try await judge(
            "deadlines", "for: {cadre: all}, from: {posting: begins}, to: {posting: ends}, within: 2 years", in: "2023"
        ) { county in
            county.add("teams.csv", "T2,\(TestCounty.village),county,U-county,2")
            county.cadre("N", from: "2021-05-01", to: "2023-04-30")
            county.add("postings.csv", "N,\(team),\(TestCounty.village),member,U-county,2024-01-01,,false")
        }
        #expect(found.verdict("deadlines/it", "N", "2023") == verdict)
        #expect(found.measure("deadlines/it", "N", "2023", "taken") == taken)
    }

    @Test(arguments: [
        ("from: {field: arose}, to: {field: filled}", "D201"),
        ("from: {field: arose}, to: {field: filled}, within: 15 days, due: {field: filled}", "D201"),
        ("from: {field: arose}, to: {field: filled}, within: 15", "S102"),
        ("from: {field: arose}, to: {field: filled}, within: 0 days", "S102"),
        ("from: {field: reason}, to: {field: filled}, within: 1 day", "S108"),
        ("from: {field: arsoe}, to: {field: filled}, within: 1 day", "S108"),
        ("from: {posting: start}, to: {field: filled}, within: 1 day", "S108"),
        ("from: {day: arose}, to: {field: filled}, within: 1 day", "S108"),
        ("from: arose, to: {field: filled}, within: 1 day", "S101"),
        ("from: {field: arose}, to: {field: filled}, within: 1 day, per: month", "P220"),
    ])
    func wrongSettingsAreTold(settings: String, code: String) async throws {
        #expect(try await faults("deadlines", "for: {vacancy: all}, " + settings) == [code])
    }

    // MARK: every record has a time of its own

    private static let listing =
        "for: {cadre: all}, from: {each: {incident: {kind: listed_supervision}}}, to: {record: {incident: {kind: [praise, award]}}}, within: 10 days, owed_by: self"

    private func listed(
        _ begun: [String], _ ended: [String], _ period: String, asOf: String? = nil, more: String = "",
        _ fill: (inout TestCounty) throws -> Void = { _ in }
    ) async throws -> [String] {
        let found = try await judge("deadlines", Self.listing + more, in: period, asOf: asOf) { county in
            for (index, day) in begun.enumerated() {
                county.add("incidents.csv", "L\(index),C,\(day),listed_supervision,,")
            }
            for (index, day) in ended.enumerated() { county.add("incidents.csv", "E\(index),C,\(day),praise,,") }
            try fill(&county)
        }
        return found.findings("deadlines/it", "C").map { finding in
            let days = ["start", "due", "done"].compactMap { name -> String? in
                finding.reasons.first?[name].map { $0.text(.en) }
            }
            return "\(finding.record ?? "?") \(finding.verdict.rawValue) \(days.joined(separator: " "))"
        }
    }

    @Test func eachHasItsOwnEnd() async throws {
        let begun = ["2023-07-03", "2023-07-10", "2023-07-20"]
        // The first end after the first beginning is its own; the next one's comes late, the last one's not at all.
        #expect(
            try await listed(begun, ["2023-07-12", "2023-07-25"], "2023-08") == [
                "L2 breached 2023-07-20 2023-07-30"
            ])
        #expect(
            try await listed(begun, ["2023-07-12", "2023-07-25"], "2023-07") == [
                "L0 met 2023-07-03 2023-07-13 2023-07-12", "L1 breached 2023-07-10 2023-07-20 2023-07-25",
                "L2 breached 2023-07-20 2023-07-30",
            ])
        #expect(
            try await listed(begun, ["2023-07-12"], "2023-07", asOf: "2023-07-21") == [
                "L0 met 2023-07-03 2023-07-13 2023-07-12", "L1 breached 2023-07-10 2023-07-20",
                "L2 not_applicable 2023-07-30",
            ])
        // An end of before is nobody's.
        #expect(try await listed(["2023-07-03"], ["2023-07-02"], "2023-07") == ["L0 breached 2023-07-03 2023-07-13"])
        #expect(
            try await listed(["2023-07-03"], ["2023-07-03"], "2023-07") == ["L0 met 2023-07-03 2023-07-13 2023-07-03"])
        #expect(try await listed([], ["2023-07-03"], "2023-07").isEmpty)
    }

    /// An end that names its beginning ends that one, whatever came between.
    @Test func anEndNamesItsBeginning() async throws {
        func paired(_ names: [String]) async throws -> [String] {
            let rule = Self.listing.replacing(
                "{record: {incident: {kind: [praise, award]}}}", with: "{record: {activity: {kind: inspection}}}")
            let found = try await judge("deadlines", rule + ", paired_by: topic", in: "2023-07") { county in
                for (index, day) in ["2023-07-03", "2023-07-04"].enumerated() {
                    county.add("incidents.csv", "L\(index),C,\(day),listed_supervision,,")
                }
                for (index, name) in names.enumerated() {
                    try county.record(
                        "activity",
                        [
                            "activity": "A\(index)", "kind": "inspection", "date": "2023-07-\(10 + index)",
                            "subject": "C",
                            "topic": name,
                        ])
                }
            }
            return found.findings("deadlines/it", "C").map { finding in
                "\(finding.record ?? "?") \(finding.reasons.first?["done"]?.text(.en) ?? "-")"
            }
        }
        #expect(try await paired(["L1", "L0"]) == ["L0 2023-07-11", "L1 2023-07-10"])
        #expect(try await paired(["L1", "L1"]) == ["L0 -", "L1 2023-07-10"])
        #expect(try await paired(["L1", ""]) == ["L0 2023-07-11", "L1 2023-07-10"])
        #expect(try await paired(["", "L9"]) == ["L0 2023-07-10", "L1 -"])
    }

    /// What was not kept may have ended it.
    @Test func endsThatWereNotKept() async throws {
        let found = try await listed(["2023-07-03", "2023-07-20"], ["2023-07-05"], "2023-07") { county in
            county.add("coverage.csv", "incident,140622,,2023-07-01,2023-07-25")
        }
        #expect(found == ["L0 met 2023-07-03 2023-07-13 2023-07-05", "L1 undetermined "])
    }

    @Test func whatCannotBePaired() async throws {
        let rule = "for: {cadre: all}, to: {record: {incident: all}}, within: 10 days, from: "
        #expect(try await faults("deadlines", rule + "{record: {incident: all}}, paired_by: level") == ["D203"])
        #expect(try await faults("deadlines", rule + "{each: {incident: all}}, paired_by: days").count == 1)
        #expect(try await faults("deadlines", rule + "{each: {annual_grade: all}}, paired_by: level") == ["D205"])
        let posted = rule.replacing("{record: {incident: all}}", with: "{posting: ends}")
        #expect(try await faults("deadlines", posted + "{each: {incident: all}}") == ["D204"])
        let each = rule.replacing("{record: {incident: all}}", with: "{each: {incident: all}}")
        #expect(try await faults("deadlines", each + "{record: {incident: all}}").count == 1)
    }
}

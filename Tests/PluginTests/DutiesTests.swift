import CivilTime
import Testing
import ZhucunKernel
import ZhucunTesting

/// How often something must be done: at the very number, each way of asking.
@Suite struct DutiesTests {
    private static let training = "for: {cadre: all}, per: month, records: {activity: {kind: policy_training}}"

    private static func activity(
        _ county: inout TestCounty, _ days: [String], kind: String = "policy_training", subject: String = "C"
    ) throws {
        county.keep("activity")
        for day in days {
            try county.record(
                "activity", ["activity": "A-\(kind)-\(subject)-\(day)", "kind": kind, "date": day, "subject": subject])
        }
    }

    @Test(arguments: [(0, Verdict.breached), (1, .breached), (2, .met), (3, .met)])
    func asOftenAsAsked(times: Int, verdict: Verdict) async throws {
        let found = try await judge("duties", "\(Self.training), at_least: 2, owed_by: township", in: "2023-07") {
            county in
            try Self.activity(&county, (0..<times).map { "2023-07-1\($0)" })
            try Self.activity(&county, ["2023-06-30", "2023-08-01"])
            try Self.activity(&county, ["2023-07-20"], kind: "night_visit")
        }
        let finding = try #require(found.finding("duties/it", "C", "2023-07"))
        #expect(finding.verdict == verdict)
        #expect(finding.values == [.number(Fraction(times)), .number(Fraction(2)), .text(verdict.rawValue)])
        #expect(finding.owed == Owed(due: try #require(Day("2023-07-31")), isDone: verdict == .met, by: "township"))
    }

    @Test(arguments: [("4", Verdict.met), ("3.999999", .breached), ("4.000001", .met), ("", .undetermined)])
    func onlyRecordsThatPassTheFilterCount(hours: String, verdict: Verdict) async throws {
        let found = try await judge(
            "duties",
            "for: {cadre: all}, per: month, records: {activity: {kind: policy_training, hours: {at_least: 4 hours}}}, at_least: 1",
            in: "2023-07"
        ) {
            try $0.record(
                "activity",
                ["activity": "A", "kind": "policy_training", "date": "2023-07-05", "subject": "C", "hours": hours])
        }
        #expect(found.verdict("duties/it", "C", "2023-07") == verdict)
    }

    @Test(arguments: [(["春节", "元宵"], "2"), (["春节", "春节"], "1"), (["春节", ""], "1"), (["", ""], "0")])
    func differentValuesOfAColumn(topics: [String], done: String) async throws {
        let found = try await judge("duties", "\(Self.training), at_least: 2, distinct: topic", in: "2023-07") {
            county in
            for (index, topic) in topics.enumerated() {
                try county.record(
                    "activity",
                    [
                        "activity": "A\(index)", "kind": "policy_training", "date": "2023-07-0\(index + 1)",
                        "subject": "C", "topic": topic,
                    ])
            }
        }
        #expect(found.measure("duties/it", "C", "2023-07", "done") == done)
        #expect(found.verdict("duties/it", "C", "2023-07") == (done == "2" ? .met : .breached))
    }

    struct Course: Sendable {
        let rows: [(days: String, hours: String)]
        let verdict: Verdict
        let sums: [String?]
    }

    /// Twelve days or ninety hours: any one is enough, and a record without either leaves it open what was done.
    @Test(arguments: [
        Course(rows: [("7", ""), ("5", "")], verdict: .met, sums: ["12", "0"]),
        Course(rows: [("7", ""), ("4.5", "")], verdict: .breached, sums: ["23/2", "0"]),
        Course(rows: [("", "89.5")], verdict: .breached, sums: ["0", "179/2"]),
        Course(rows: [("11", "45"), ("", "45")], verdict: .met, sums: ["11", "90"]),
        Course(rows: [("11", "89")], verdict: .breached, sums: ["11", "89"]),
        Course(rows: [("11", "89"), ("", "")], verdict: .undetermined, sums: ["11", "89"]),
        Course(rows: [("12", ""), ("", "")], verdict: .met, sums: ["12", "0"]),
        Course(rows: [], verdict: .breached, sums: ["0", "0"]),
    ])
    func oneOfSeveralSums(course: Course) async throws {
        let found = try await judge(
            "duties",
            "for: {cadre: all}, per: year, records: {activity: {kind: central_training}}, total: {days: 12 days, hours: 90 hours}",
            in: "2023"
        ) { county in
            county.keep("activity")
            for (index, row) in course.rows.enumerated() {
                try county.record(
                    "activity",
                    [
                        "activity": "A\(index)", "kind": "central_training", "date": "2023-05-0\(index + 1)",
                        "subject": "C", "days": row.days, "hours": row.hours,
                    ])
            }
        }
        #expect(found.verdict("duties/it", "C", "2023") == course.verdict)
        #expect(["total.days", "total.hours"].map { found.measure("duties/it", "C", "2023", $0) } == course.sums)
    }

    @Test(arguments: [(0, 0, Verdict.notApplicable), (2, 1, .breached), (2, 2, .met), (2, 3, .met)])
    func asManyAsAMeasureSays(asked: Int, done: Int, verdict: Verdict) async throws {
        let others =
            "  - {id: raised, clause: 二, \(Self.training.replacing("policy_training", with: "night_visit")), at_least: 1}"
        let found = try await judge(
            "duties", "\(Self.training), as_many_as: duties.raised.done", besides: others, in: "2023-07"
        ) { county in
            try Self.activity(&county, (0..<asked).map { "2023-07-1\($0)" }, kind: "night_visit")
            try Self.activity(&county, (0..<done).map { "2023-07-2\($0)" })
        }
        #expect(found.verdict("duties/it", "C", "2023-07") == verdict)
        #expect(found.measure("duties/it", "C", "2023-07", "asked") == "\(asked)")
    }

    /// A row is about everyone it names.
    @Test func whoTookPartDidIt() async throws {
        let found = try await judge("duties", "\(Self.training), at_least: 1", in: "2023-07") { county in
            for id in ["D", "E"] { county.cadre(id, from: "2021-05-01") }
            try county.record(
                "activity",
                [
                    "activity": "A", "kind": "policy_training", "date": "2023-07-05", "subject": TestCounty.village,
                    "actors": "C;D",
                ])
        }
        #expect(["C", "D", "E"].map { found.verdict("duties/it", $0, "2023-07") } == [.met, .met, .breached])
    }

    @Test func withoutTheFileNothingIsKnown() async throws {
        let found = try await judge("duties", "\(Self.training), at_least: 1", in: "2023-07") { _ in }
        #expect(found.verdict("duties/it", "C", "2023-07") == .undetermined)
        #expect(found.reasons("duties/it", "C", "2023-07") == ["没有保存活动记录"])
        #expect(found.measure("duties/it", "C", "2023-07", "outcome") == "undetermined")
    }

    /// Where a coverage file names the kind, each day must be covered, by whatever form of the division's code.
    @Test(arguments: [
        ("140622", "2023-07-31", Verdict.breached), ("140622", "2023-07-30", .undetermined),
        ("140000", "2023-07-31", .breached), ("140600", "2023-07-31", .breached),
        ("140622100", "2023-07-31", .breached), ("140622100201", "2023-07-31", .breached),
        ("140622100202", "2023-07-31", .undetermined), ("14", "2023-07-31", .breached),
        ("140623", "2023-07-31", .undetermined),
    ])
    func keptInEveryDay(division: String, last: String, verdict: Verdict) async throws {
        let found = try await judge("duties", "\(Self.training), at_least: 1", in: "2023-07") {
            $0.keep("activity")
            $0.add("coverage.csv", "activity,\(division),,2023-07-01,\(last)")
        }
        #expect(found.verdict("duties/it", "C", "2023-07") == verdict)
    }

    @Test(arguments: [
        "records: {activity: all}", "records: {activity: all}, at_least: 1, total: {hours: 4 hours}",
        "records: {activity: all}, total: {hours: 4 hours}, as_many_as: duties.it.done",
        "records: {activity: all}, distinct: topic",
    ])
    func itIsSaidHowMuchInOneWay(settings: String) async throws {
        #expect(try await faults("duties", "for: {cadre: all}, per: month, \(settings)").contains("D101"))
    }

    @Test(arguments: [
        ("total: {topic: 4 hours}", "S108"), ("total: {hour: 4 hours}", "C401"), ("total: {hours: 4 days}", "S103"),
        ("at_least: 1, distinct: topics", "C401"),
        ("at_least: 0", "S102"), ("at_least: 1, every: days", "S108"), ("at_least: 1, due: {day: 32}", "S102"),
        ("at_least: 1, due: {month: 6}", "D104"), ("at_least: 1, due: {day: 5, days_later: 3}", "D104"),
        ("at_least: 1, months: [12, 1]", "D105"), ("at_least: 1, during: {record: cases, from: a, until: b}", "S108"),
    ])
    func wrongSettingsAreTold(settings: String, code: String) async throws {
        #expect(
            try await faults("duties", "for: {cadre: all}, per: month, records: {activity: all}, \(settings)") == [code]
        )
    }
}

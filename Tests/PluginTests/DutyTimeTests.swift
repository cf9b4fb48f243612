import CivilTime
import Testing
import ZhucunKernel
import ZhucunTesting

/// When something must be done: each day of a unit, by a day, for which period, as seen on which day.
@Suite struct DutyTimeTests {
    private static func add(
        _ county: inout TestCounty, _ day: String, period: String = "", subject: String = "C",
        kind: String = "policy_training"
    ) throws {
        try county.record(
            "activity",
            [
                "activity": "A-\(subject)-\(day)-\(period)", "kind": kind, "date": day, "period": period,
                "subject": subject,
            ])
    }

    private static func days(_ text: String) throws -> [String] {
        try #require(Period(text)).days.days.map(\.description)
    }

    // MARK: every

    @Test(arguments: [
        ([String](), Verdict.met, "31"), (["2023-07-01"], .breached, "30"), (["2023-07-31"], .breached, "30"),
        (["2023-07-05", "2023-07-06"], .breached, "29"),
    ])
    func everyDay(missing: [String], verdict: Verdict, done: String) async throws {
        let found = try await judge(
            "duties", "for: {cadre: all}, per: month, records: {activity: {kind: work_log}}, at_least: 1, every: day",
            in: "2023-07"
        ) { county in
            for day in try Self.days("2023-07") where !missing.contains(day) {
                try Self.add(&county, day, kind: "work_log")
            }
        }
        #expect(found.verdict("duties/it", "C", "2023-07") == verdict)
        #expect(found.measure("duties/it", "C", "2023-07", "done") == done)
        #expect(found.measure("duties/it", "C", "2023-07", "asked") == "31")
        #expect(
            found.reasons("duties/it", "C", "2023-07")
                == (missing.isEmpty ? [] : ["缺 \(missing.joined(separator: "、"))"]))
    }

    @Test func oneDayWithTooFew() async throws {
        let found = try await judge(
            "duties", "for: {cadre: all}, per: week, records: {activity: {kind: work_log}}, at_least: 2, every: day",
            in: "2023-W28"
        ) { county in
            for day in try Self.days("2023-W28") {
                for part in day == "2023-07-12" ? ["一"] : ["一", "二"] {
                    try county.record(
                        "activity",
                        ["activity": "\(day)\(part)", "kind": "work_log", "date": day, "subject": "C", "topic": part])
                }
            }
        }
        #expect(found.verdict("duties/it", "C", "2023-W28") == .breached)
        #expect(found.reasons("duties/it", "C", "2023-W28") == ["缺 2023-07-12"])
    }

    /// A posting that begins on a Wednesday: the week is not judged as a whole, its days from then on are.
    @Test func aPostingFromAWednesdayOn() async throws {
        let posted = { (county: inout TestCounty) in
            county.cadre("N", from: "2023-07-05")
            for day in try Self.days("2023-07-05..2023-07-31") {
                try Self.add(&county, day, subject: "N", kind: "work_log")
            }
        }
        let daily = "for: {cadre: all}, per: week, records: {activity: {kind: work_log}}, at_least: 1, every: day"
        let each = try await judge("duties", daily, in: "2023-07", posted)
        #expect(each.verdict("duties/it", "N", "2023-W27") == .met)
        #expect(each.measure("duties/it", "N", "2023-W27", "asked") == "5")
        #expect(each.measure("duties/it", "N", "2023-W28", "asked") == "7")
        let weekly = "for: {cadre: all}, per: week, records: {activity: {kind: work_log}}, at_least: 6"
        let whole = try await judge("duties", weekly, in: "2023-07", posted)
        #expect(["2023-W27", "2023-W28"].map { whole.verdict("duties/it", "N", $0) } == [.notApplicable, .met])
        #expect(whole.reasons("duties/it", "N", "2023-W27") == ["派驻没有覆盖整个时间单位"])
        let always = try await judge("duties", weekly + ", while_posted: false", in: "2023-07", posted)
        #expect(always.verdict("duties/it", "N", "2023-W27") == .breached)
    }

    /// Two postings that follow each other are no gap; a day between them is one.
    @Test(arguments: [("2023-07-16", Verdict.breached), ("2023-07-17", .notApplicable)])
    func aGapBetweenPostings(second: String, verdict: Verdict) async throws {
        let found = try await judge(
            "duties", "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1", in: "2023-07"
        ) { county in
            county.cadre("N", from: "2023-01-01", to: "2023-07-15")
            county.add("postings.csv", "N,T1,\(TestCounty.village),team_leader,U-county,\(second),,false")
            county.keep("activity")
        }
        #expect(found.verdict("duties/it", "N", "2023-07") == verdict)
    }

    /// In October 2023 the 7th and 8th, a weekend, were worked for National Day.
    @Test(arguments: [
        (nil, Verdict.met), ("2023-10-07", .breached), ("2023-10-14", .met), ("2023-10-06", .met),
        ("2023-10-09", .breached),
    ])
    func workingDays(missing: String?, verdict: Verdict) async throws {
        let settings =
            "for: {cadre: all}, per: month, records: {activity: {kind: work_log}}, at_least: 1, every: day, on: working_days"
        let found = try await judge("duties", settings, in: "2023-10") { county in
            for day in try Self.days("2023-10") where day != missing { try Self.add(&county, day, kind: "work_log") }
        }
        #expect(found.verdict("duties/it", "C", "2023-10") == verdict)
        #expect(found.measure("duties/it", "C", "2023-10", "asked") == "19")
    }

    /// The weeks of a month are those whose Thursday it holds: August 2023 begins on the Monday before it.
    @Test(arguments: [
        ("2023-07-31", Verdict.met), ("2023-08-06", .met), ("2023-07-30", .breached), ("2023-08-07", .breached),
    ])
    func everyWeekOfAMonth(first: String, verdict: Verdict) async throws {
        let found = try await judge(
            "duties", "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1, every: week",
            in: "2023-08-01..2023-09-30"
        ) { county in
            for day in [first, "2023-08-10", "2023-08-15", "2023-08-21", "2023-09-03"] { try Self.add(&county, day) }
        }
        #expect(found.verdict("duties/it", "C", "2023-08") == verdict)
        #expect(found.measure("duties/it", "C", "2023-08", "asked") == "5")
    }

    @Test func aWeekThatARecordNames() async throws {
        let found = try await judge(
            "duties", "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1, every: week", in: "2023-08"
        ) { county in
            for day in ["2023-08-10", "2023-08-15", "2023-08-21"] { try Self.add(&county, day) }
            try Self.add(&county, "2023-08-12", period: "2023-W31")
            try Self.add(&county, "2023-09-20", period: "2023-W35")
        }
        #expect(found.verdict("duties/it", "C", "2023-08") == .met)
    }

    // MARK: units

    @Test(arguments: [
        ("half-month", "2023-07-15", "2023-07-H1", "2023-07-H2"),
        ("half-month", "2023-07-16", "2023-07-H2", "2023-07-H1"),
        ("half-month", "2023-07-31", "2023-07-H2", "2023-07-H1"),
        ("two-months", "2023-07-01", "2023-07..2023-08", "2023-09..2023-10"),
        ("two-months", "2023-08-31", "2023-07..2023-08", "2023-09..2023-10"),
        ("two-months", "2023-09-01", "2023-09..2023-10", "2023-07..2023-08"),
        ("quarter", "2023-09-30", "2023-Q3", "2023-Q4"), ("quarter", "2023-10-01", "2023-Q4", "2023-Q3"),
        ("half-year", "2023-06-30", "2023-H1", "2023-H2"), ("half-year", "2023-07-01", "2023-H2", "2023-H1"),
        ("week", "2023-07-09", "2023-W27", "2023-W28"),
        ("week", "2023-07-10", "2023-W28", "2023-W27"),
    ])
    func theUnitThatADayIsIn(per: String, day: String, unit: String, other: String) async throws {
        let found = try await judge(
            "duties", "for: {cadre: all}, per: \(per), records: {activity: all}, at_least: 1", in: "2023"
        ) { try Self.add(&$0, day) }
        #expect(found.verdict("duties/it", "C", unit) == .met)
        #expect(found.verdict("duties/it", "C", other) == .breached)
    }

    /// The week of New Year 2025 begins on 30 December.
    @Test func aWeekAcrossNewYear() async throws {
        let settings = "for: {cadre: all}, per: week, records: {activity: all}, at_least: 1"
        for (day, verdicts) in [
            ("2024-12-30", [Verdict.met, .breached]), ("2025-01-05", [.met, .breached]),
            ("2025-01-06", [.breached, .met]), ("2024-12-29", [.breached, .breached]),
        ] {
            let found = try await judge("duties", settings, in: "2025-01") { try Self.add(&$0, day) }
            #expect(["2025-W01", "2025-W02"].map { found.verdict("duties/it", "C", $0) } == verdicts, "\(day)")
            #expect(found.units("duties/it").first == "2025-W01")
        }
    }

    /// A record counts for the period that it names, not for a part of it, nor for the one that it was made in.
    @Test(arguments: [
        ("2023-07", Verdict.met), ("2023-06", .breached), ("2023-Q3", .breached), ("2023", .breached),
        ("2023-07-H2", .met), ("", .breached),
    ])
    func thePeriodThatARecordNames(period: String, verdict: Verdict) async throws {
        let found = try await judge(
            "duties", "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1", in: "2023-07..2023-08"
        ) {
            try Self.add(&$0, "2023-08-20", period: period)
        }
        #expect(found.verdict("duties/it", "C", "2023-07") == verdict)
    }

    // MARK: due

    struct Done: Sendable {
        let day: String
        var period = ""
        let verdict: Verdict
    }

    @Test(arguments: [
        Done(day: "2023-07-01", verdict: .met), Done(day: "2023-07-05", verdict: .met),
        Done(day: "2023-07-06", verdict: .breached), Done(day: "2023-06-30", verdict: .breached),
        Done(day: "2023-06-30", period: "2023-07", verdict: .met),
        Done(day: "2023-07-05", period: "2023-07", verdict: .met),
        Done(day: "2023-07-06", period: "2023-07", verdict: .breached),
        Done(day: "2023-07-03", period: "2023-06", verdict: .breached),
    ])
    func byADayOfTheUnit(done: Done) async throws {
        let found = try await judge(
            "duties", "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1, due: {day: 5}",
            in: "2023-07"
        ) {
            try Self.add(&$0, done.day, period: done.period)
        }
        #expect(found.verdict("duties/it", "C", "2023-07") == done.verdict)
        #expect(
            found.finding("duties/it", "C", "2023-07")?.owed
                == Owed(due: try #require(Day("2023-07-05")), isDone: done.verdict == .met, by: nil))
    }

    /// By the fifth of the next month: without a period, what is done until then is for the one before, unless the next, once due, needs it.
    @Test(arguments: [
        Done(day: "2023-08-01", verdict: .met), Done(day: "2023-08-05", verdict: .met),
        Done(day: "2023-08-06", verdict: .breached), Done(day: "2023-07-31", verdict: .met),
        Done(day: "2023-07-31", period: "2023-07", verdict: .met),
        Done(day: "2023-08-05", period: "2023-07", verdict: .met),
        Done(day: "2023-08-06", period: "2023-07", verdict: .breached),
        Done(day: "2023-08-03", period: "2023-08", verdict: .breached),
    ])
    func byADayOfTheNextMonth(done: Done) async throws {
        let settings =
            "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1, due: {day: 5, months_later: 1}"
        let found = try await judge("duties", settings, in: "2023-07..2023-08") {
            try Self.add(&$0, done.day, period: done.period)
        }
        #expect(found.verdict("duties/it", "C", "2023-07") == done.verdict)
        // August is due on 5 September, after the period: open.
        let isOfAugust = done.period == "2023-08" || done.period.isEmpty && done.day > "2023-08-05"
        #expect(found.verdict("duties/it", "C", "2023-08") == (isOfAugust ? .met : .notApplicable))
    }

    @Test(arguments: [
        ("year", "{month: 6, day: 30}", "2023-06-30", "2023-07-01"), ("month", "{day: 31}", "2023-06-30", "2023-07-01"),
        ("month", "{day: 10, months_later: 12}", "2024-06-10", "2024-06-11"),
        ("quarter", "{day: 15, months_later: 3}", "2023-07-15", "2023-07-16"),
        ("quarter", "{month: 6, day: 15}", "2023-06-15", "2023-06-16"),
    ])
    func dueDays(per: String, due: String, last: String, after: String) async throws {
        let unit = ["year": "2023", "month": "2023-06", "quarter": "2023-Q2"][per] ?? ""
        for (day, verdict) in [(last, Verdict.met), (after, .breached)] {
            let settings = "for: {cadre: all}, per: \(per), records: {activity: all}, at_least: 1, due: \(due)"
            let found = try await judge("duties", settings, in: "2023-01-01..2024-12-31") {
                try Self.add(&$0, day, period: unit)
            }
            #expect(found.verdict("duties/it", "C", unit) == verdict, "\(day)")
            #expect(found.finding("duties/it", "C", unit)?.owed?.due == Day(last))
        }
    }

    /// Each month until the end of the next: a record that names no month is its own month's where that needs it, else the one before's.
    @Test(arguments: [
        (["2023-07-31"], [Verdict.met, .breached]), (["2023-08-31"], [.breached, .met]),
        (["2023-08-02", "2023-08-31"], [.met, .met]), (["2023-08-02", "2023-09-02"], [.met, .met]),
        (["2023-07-02", "2023-09-30"], [.met, .met]), ([], [.breached, .breached]),
    ])
    func ownOrBefore(days: [String], verdicts: [Verdict]) async throws {
        let settings =
            "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1, due: {day: 31, months_later: 1}"
        let found = try await judge("duties", settings, in: "2023-07..2023-08", asOf: "2023-11-01") { county in
            county.keep("activity")
            for day in days { try Self.add(&county, day) }
        }
        #expect(["2023-07", "2023-08"].map { found.verdict("duties/it", "C", $0) } == verdicts)
    }

    /// A week's upload on one of the next week's first three days.
    @Test(arguments: [("2023-07-19", Verdict.met), ("2023-07-20", .breached), ("2023-07-16", .met)])
    func daysAfterAWeek(day: String, verdict: Verdict) async throws {
        let settings = "for: {cadre: all}, per: week, records: {activity: all}, at_least: 1, due: {days_later: 3}"
        let found = try await judge("duties", settings, in: "2023-W28", asOf: "2023-11-01") { try Self.add(&$0, day) }
        #expect(found.verdict("duties/it", "C", "2023-W28") == verdict)
    }

    /// From December to January: no other months, and each record of the year whose season it is.
    @Test(arguments: [
        ("2023-01-31", Verdict.breached), ("2023-11-30", .breached), ("2023-12-01", .met), ("2024-01-31", .met),
        ("2024-02-01", .breached), ("2024-12-01", .breached),
    ])
    func acrossTheYearsEnd(day: String, verdict: Verdict) async throws {
        let settings = "for: {cadre: all}, per: year, records: {activity: all}, at_least: 1, months: [12, 1]"
        let found = try await judge("duties", settings, in: "2023", asOf: "2025-01-01") { try Self.add(&$0, day) }
        #expect(found.verdict("duties/it", "C", "2023") == verdict)
    }

    /// Once, until a day: one judgement in the period in which that day lies, open before it.
    @Test func once() async throws {
        let settings = "for: {cadre: all}, once: {until_day: 2023-11-30}, records: {activity: all}, at_least: 1"
        let span = "2023-01-01..2023-11-30"
        for (day, verdict) in [
            ("2023-01-01", Verdict.met), ("2023-11-30", .met), ("2023-12-01", .breached), ("2022-12-31", .breached),
        ] {
            let found = try await judge("duties", settings, in: "2023") { try Self.add(&$0, day) }
            #expect(found.verdict("duties/it", "C", span) == verdict, "\(day)")
        }
        let open = try await judge("duties", settings, in: "2023", asOf: "2023-11-30") { $0.keep("activity") }
        #expect(open.verdict("duties/it", "C", span) == .notApplicable)
        let before = try await judge("duties", settings, in: "2023-10") { $0.keep("activity") }
        #expect(before.verdict("duties/it", "C", span) == nil)
        #expect(try await faults("duties", settings + ", per: month").isEmpty == false)
    }

    /// A posting of a unit and a township: only while somebody is there.
    @Test(arguments: ["unit", "division", "village"])
    func whilePosted(kind: String) async throws {
        let there = "140622101201"
        let whom =
            ["unit": "unit: all", "division": "division: {level: township}", "village": "village: all"][kind] ?? ""
        let settings = "for: {\(whom)}, per: month, records: {activity: all}, at_least: 1"
        let found = try await judge("duties", settings, in: "2023-07..2023-08") { county in
            try county.record("village", ["village": there])
            county.cadre("N", from: "2023-01-01", to: "2023-07-31", unit: "U-city", team: "", village: there)
            county.keep("activity")
        }
        let subject =
            [
                "unit": "U-city", "division": String(there.prefix(9)), "village": there,
            ][kind] ?? ""
        #expect(found.verdict("duties/it", subject, "2023-07") == .breached)
        #expect(found.verdict("duties/it", subject, "2023-08") ?? .notApplicable == .notApplicable)
    }

    // MARK: as of

    /// Open until the due day is over, and what comes later is not known yet.
    @Test(arguments: [
        ("2023-06-30", nil, nil), ("2023-07-01", nil, Verdict.notApplicable), ("2023-07-04", nil, .notApplicable),
        ("2023-07-05", nil, .notApplicable), ("2023-07-06", nil, .breached),
        ("2023-07-04", "2023-07-05", .notApplicable), ("2023-07-05", "2023-07-05", .met),
        ("2023-07-20", "2023-07-05", .met),
    ])
    func asSeenOnADay(asOf: String, done: String?, verdict: Verdict?) async throws {
        let found = try await judge(
            "duties", "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1, due: {day: 5}",
            in: "2023-07", asOf: asOf
        ) { county in
            county.keep("activity")
            if let done { try Self.add(&county, done) }
        }
        #expect(found.verdict("duties/it", "C", "2023-07") == verdict)
        if verdict == .notApplicable { #expect(found.reasons("duties/it", "C", "2023-07") == ["尚未到期（2023-07-05）"]) }
    }

    /// A record of July that was made in August was not there in July, whatever it says.
    @Test(arguments: [("2023-08-02", Verdict.notApplicable), ("2023-08-03", .met)])
    func aLaterRecordOfTheUnit(asOf: String, verdict: Verdict) async throws {
        let settings =
            "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1, due: {day: 5, months_later: 1}"
        let found = try await judge("duties", settings, in: "2023-07", asOf: asOf) {
            try Self.add(&$0, "2023-08-03", period: "2023-07")
        }
        #expect(found.verdict("duties/it", "C", "2023-07") == verdict)
    }

    /// Of a day that is not over yet only what is done counts; a day that is over and was missed is a breach.
    @Test(arguments: [
        ("2023-07-06", 6, Verdict.notApplicable, "5"), ("2023-07-06", 5, .notApplicable, "5"),
        ("2023-07-06", 4, .breached, "4"), ("2023-07-10", 9, .met, "9"),
    ])
    func everyDayAsSeenOnADay(asOf: String, kept: Int, verdict: Verdict, done: String) async throws {
        let unit = asOf == "2023-07-10" ? "2023-07-01..2023-07-09" : "2023-07"
        let per = asOf == "2023-07-10" ? "week" : "month"
        let found = try await judge(
            "duties", "for: {cadre: all}, per: \(per), records: {activity: all}, at_least: 1, every: day", in: unit,
            asOf: asOf
        ) { county in
            for day in 1...kept { try Self.add(&county, "2023-07-0\(day)") }
        }
        let week = per == "week" ? "2023-W27" : "2023-07"
        #expect(found.verdict("duties/it", "C", week) == verdict)
        #expect(found.measure("duties/it", "C", week, "done") == (per == "week" ? "7" : done))
    }

    /// What is still open is not made unknown by records that end before it is due.
    @Test(arguments: [("2023-07", Verdict.notApplicable), ("2023-07..2023-08", .undetermined)])
    func recordsThatEndBeforeTheDueDay(period: String, verdict: Verdict) async throws {
        let settings =
            "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1, due: {day: 5, months_later: 1}"
        let found = try await judge("duties", settings, in: period) { county in
            county.keep("activity")
            county.add("coverage.csv", "activity,140622,,2023-07-01,2023-07-31")
        }
        #expect(found.verdict("duties/it", "C", "2023-07") == verdict)
    }
}

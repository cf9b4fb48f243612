import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Which units a rule binds: from the unit in which it was issued, to the end of what began under it.
@Suite struct RuleTimeTests {
    private static let yearly = "for: {cadre: all}, per: year, records: {activity: all}, at_least: 1"

    private func assess(
        _ editions: [(day: String, sections: String)], in period: String, asOf: String? = nil,
        _ fill: (inout TestCounty) throws -> Void = { _ in }
    ) async throws -> Assessment {
        var county = try SmallProfile(editions: editions).county()
        county.cadre("C", from: "2021-05-01")
        if let period = Period(period) { county.present("C", on: period.first.description) }
        county.keep("activity")
        try fill(&county)
        return try await county.assess("test", period, asOf: asOf)
    }

    private static func duty(_ settings: String) -> String { "duties:\n  - {id: it, clause: 一, \(settings)}" }

    private static func done(_ county: inout TestCounty, _ day: String) throws {
        try county.record("activity", ["activity": day, "kind": "work_log", "date": day, "subject": "C"])
    }

    /// An edition of July: its yearly rule binds the next year, or this one where it says so, and what was done before counts.
    @Test func atOnce() async throws {
        let later = try await assess([("2023-07-11", Self.duty(Self.yearly))], in: "2023")
        #expect(later.verdict("duties/it", "C", "2023") == nil)
        let now = [(day: "2023-07-11", sections: Self.duty(Self.yearly + ", starts: at_once"))]
        #expect(try await assess(now, in: "2023").verdict("duties/it", "C", "2023") == .breached)
        for day in ["2023-01-01", "2023-07-11", "2023-12-31"] {
            let found = try await assess(now, in: "2023") { try Self.done(&$0, day) }
            #expect(found.verdict("duties/it", "C", "2023") == .met, "\(day)")
        }
        let open = try await assess(now, in: "2023", asOf: "2023-08-01")
        #expect(open.verdict("duties/it", "C", "2023") == .notApplicable)
        #expect(try await assess(now, in: "2024").verdict("duties/it", "C", "2024") == .breached)
        let first = [(day: "2023-01-01", sections: Self.duty(Self.yearly + ", starts: at_once"))]
        #expect(try await assess(first, in: "2022").verdict("duties/it", "C", "2022") == nil)
    }

    /// What was asked before stands until the edition that binds at once takes its place; a later change without that waits.
    @Test func anAmendmentAtOnce() async throws {
        let asked = { (count: Int, starts: String) in
            Self.duty("for: {cadre: all}, per: year, records: {activity: all}, at_least: \(count)\(starts)")
        }
        let editions = [
            (day: "2022-01-01", sections: asked(1, "")), (day: "2023-03-01", sections: asked(2, ", starts: at_once")),
            (day: "2023-09-01", sections: asked(3, "")),
        ]
        let found = try await assess(editions, in: "2022-01-01..2024-12-31")
        let years = ["2022", "2023", "2024"].map { found.measure("duties/it", "C", $0, "asked") }
        // The third edition restates the second, which goes on to say that it binds at once from its own day.
        #expect(years == ["1", "2", "3"])
    }

    /// Days of the month before the edition are not asked.
    @Test func partsBeforeTheEdition() async throws {
        let daily = "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1, every: day, starts: at_once"
        let found = try await assess([("2023-07-30", Self.duty(daily))], in: "2023-07") {
            try Self.done(&$0, "2023-07-30")
        }
        #expect(found.measure("duties/it", "C", "2023-07", "asked") == "2")
        #expect(found.reasons("duties/it", "C", "2023-07") == ["缺 2023-07-31"])
    }

    // MARK: what has begun

    private static let filling =
        "deadlines:\n  - {id: it, clause: 一, for: {vacancy: all}, from: {field: arose}, to: {field: filled}, within: 30 days"

    private func vacancy(
        _ sections: String, arose: String, filled: String = "", in period: String, asOf: String? = nil
    ) async throws -> Verdict? {
        try await assess([("2023-07-11", sections)], in: period, asOf: asOf) { county in
            try county.record(
                "vacancy", ["vacancy": "V", "village": TestCounty.village, "arose": arose, "filled": filled])
        }.verdict("deadlines/it", "V", period)
    }

    /// The edition ends with the year: what arose under it is judged to its end, what arises later is not.
    @Test func runsToItsEnd() async throws {
        for (head, tail) in [("ends: 2023-12-31\n", "}"), ("", ", until: 2023-12-31}")] {
            let ending = head + Self.filling + tail
            #expect(try await vacancy(ending, arose: "2023-12-31", filled: "2024-01-30", in: "2024-01") == .met)
            #expect(try await vacancy(ending, arose: "2023-12-31", filled: "2024-01-31", in: "2024-01") == .breached)
            #expect(try await vacancy(ending, arose: "2023-12-31", in: "2024-01", asOf: "2024-01-20") == .notApplicable)
            #expect(try await vacancy(ending, arose: "2024-01-01", in: "2024-03") == nil)
            #expect(try await vacancy(ending, arose: "2023-12-01", filled: "2023-12-20", in: "2024-01") == nil)
        }
    }

    /// What arose before the edition is none of its business, or counts from its day where it says so.
    @Test func begunBefore() async throws {
        let counting = Self.filling + ", begun_before: counts_from_edition}"
        #expect(try await vacancy(Self.filling + "}", arose: "2023-07-10", in: "2023-09") == nil)
        #expect(try await vacancy(counting, arose: "2023-05-01", in: "2023-09") == .breached)
        #expect(
            try await vacancy(counting, arose: "2023-05-01", filled: "2023-08-10", in: "2023-07-11..2023-09-30") == .met
        )
        #expect(
            try await vacancy(counting, arose: "2023-05-01", filled: "2023-08-11", in: "2023-07-11..2023-09-30")
                == .breached)
        #expect(try await vacancy(counting, arose: "2023-05-01", filled: "2023-07-10", in: "2023-07") == nil)
    }

    // MARK: requirements

    private static let rule = "requirements:\n  - {id: it, clause: 一, for: {cadre: all}, per: year"

    /// What a unit that is not over can still bring is open; what is broken for good is not.
    @Test func openRequirements() async throws {
        let once = Self.rule + ", must: {count: {activity: all}, at_least: 1}}"
        let never = Self.rule + ", must: {count: {activity: all}, equals: 0}}"
        for (sections, done, asOf, verdict) in [
            (once, false, "2023-08-01", Verdict.notApplicable), (once, true, "2023-08-01", .met),
            (once, false, "2024-01-01", .breached), (never, true, "2023-08-01", .breached),
        ] {
            let found = try await assess([("2022-01-01", sections)], in: "2023", asOf: asOf) {
                if done { try Self.done(&$0, "2023-06-01") }
            }
            #expect(found.verdict("requirements/it", "C", "2023") == verdict, "\(sections) \(done) \(asOf)")
        }
    }

    /// A newcomer is bound after so many days of the term by the unit's end, or once posted all through it.
    @Test(arguments: [
        ("30 days", "2023-12-02", Verdict.breached), ("30 days", "2023-12-03", .notApplicable),
        ("whole_unit", "2023-01-01", .breached), ("whole_unit", "2023-01-02", .notApplicable),
    ])
    func newcomers(postedFor: String, from: String, verdict: Verdict) async throws {
        let sections = Self.rule + ", posted_for: \(postedFor), must: {count: {activity: all}, at_least: 1}}"
        let found = try await assess([("2022-01-01", sections)], in: "2023") { $0.cadre("N", from: from) }
        #expect(found.verdict("requirements/it", "N", "2023") == verdict)
    }

    /// Each of many open units may take records of the one before: of a year ahead each week is asked once, not for every week behind it.
    @Test func manyOpenUnits() async throws {
        let rule = "for: {cadre: all}, per: week, records: {activity: all}, at_least: 1, due: {days_later: 3}"
        var county = try SmallProfile(editions: [("2023-01-01", Self.duty(rule))]).county()
        county.cadre("C", from: "2021-05-01")
        try Self.done(&county, "2024-01-02")
        try county.write()
        var request = Assessor.Request(
            profile: "test", period: try #require(Period("2024-01-01..2024-01-10")), asOf: Day("2024-01-10"),
            records: RecordFolder(county.folder.path).records)
        request.through = Day("2024-12-31")
        var diagnostics = Diagnostics()
        let prepared = try #require(county.assessor.prepare(request, into: &diagnostics))
        let items = try await county.assessor.due(prepared, jobs: 1).items
        #expect(items.map(\.unit.description) == (2...52).map { "2024-W\($0 < 10 ? "0" : "")\($0)" } + ["2025-W01"])
    }
}

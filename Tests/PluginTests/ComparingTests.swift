import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Numbers compared with each other, with what they were before, and computed from others.
@Suite struct ComparingTests {
    private static func must(_ condition: String, per: String = "year", of subject: String = "{village: all}") -> String
    {
        "for: \(subject), per: \(per), must: {\(condition)}"
    }

    private static let village = TestCounty.village

    private static func amount(
        _ county: inout TestCounty, _ day: String, _ amount: String, _ kind: String = "sales_help", base: String = "",
        of subject: String = village
    ) throws {
        try county.record(
            "amount", ["subject": subject, "kind": kind, "date": day, "amount": amount, "base": base])
    }

    private static func verdict(
        _ settings: String, in unit: String, of subject: String = village, prepare: (inout TestCounty) throws -> Void
    ) async throws -> Verdict? {
        try await judge("requirements", settings, in: unit, prepare).verdict("requirements/it", subject, unit)
    }

    // MARK: with what it was before

    @Test(arguments: [
        ("above: last_year", "101", Verdict.met), ("above: last_year", "100", .breached),
        ("at_least: last_year", "100", .met), ("at_least: last_year", "99", .breached),
        ("at_most: last_year", "100", .met), ("at_most: last_year", "101", .breached),
        ("below: last_year", "100", .breached), ("equals: last_year", "100", .met),
        ("above: last_year", "", .undetermined),
    ])
    func againstLastYear(asked: String, now: String, verdict: Verdict) async throws {
        let settings = Self.must("sum: {amount: {kind: sales_help}}, of: amount, \(asked)")
        let found = try await Self.verdict(settings, in: "2023") { county in
            try Self.amount(&county, "2022-05-01", "100")
            if !now.isEmpty { try Self.amount(&county, "2023-05-01", now) }
        }
        #expect(found == verdict)
    }

    /// Of a year without any record nothing is known.
    @Test(arguments: ["above: last_year", "at_most: last_year", "below: last_year"])
    func againstNothing(asked: String) async throws {
        let found = try await Self.verdict(
            Self.must("sum: {amount: {kind: sales_help}}, of: amount, \(asked)"), in: "2023"
        ) {
            try Self.amount(&$0, "2023-05-01", "100")
        }
        #expect(found == .undetermined)
    }

    @Test(arguments: [("2023-07-31", Verdict.met), ("2023-06-30", .undetermined)])
    func againstTheUnitBefore(day: String, verdict: Verdict) async throws {
        let settings = Self.must("sum: {amount: {kind: sales_help}}, of: amount, above: unit_before", per: "month")
        let found = try await Self.verdict(settings, in: "2023-08") { county in
            try Self.amount(&county, day, "100")
            try Self.amount(&county, "2023-08-01", "101")
        }
        #expect(found == verdict)
    }

    // MARK: growth

    @Test(arguments: [
        ("1100", "at_least: 10%", Verdict.met), ("1099", "at_least: 10%", .breached), ("900", "at_most: 0%", .met),
        ("1100", "above: {growth: {sum: {amount: {kind: post_subsidy}}, of: amount}}", .met),
        ("1050", "above: {growth: {sum: {amount: {kind: post_subsidy}}, of: amount}}", .breached),
        ("1050", "at_least: {growth: {sum: {amount: {kind: post_subsidy}}, of: amount}}", .met),
        ("1050", "at_least: {growth: {sum: {amount: {kind: planting_subsidy}}, of: amount}}", .undetermined),
    ])
    func growths(now: String, asked: String, verdict: Verdict) async throws {
        let settings = Self.must("growth: {sum: {amount: {kind: sales_help}}, of: amount}, \(asked)")
        let found = try await Self.verdict(settings, in: "2023") { county in
            try Self.amount(&county, "2022-05-01", "1000")
            try Self.amount(&county, "2023-05-01", now)
            try Self.amount(&county, "2022-05-01", "200", "post_subsidy")
            try Self.amount(&county, "2023-05-01", "210", "post_subsidy")
        }
        #expect(found == verdict)
    }

    // MARK: one number with another

    @Test(arguments: [("2", "2", Verdict.met), ("3", "2", .breached), ("", "2", .undetermined)])
    func countAgainstAField(labour: String, rows: String, verdict: Verdict) async throws {
        let settings = "for: {household: all}, must: {count: {worker: all}, at_least: {field: labour}}"
        let found = try await judge("requirements", settings, in: "2023-07") { county in
            try county.record(
                "household", ["household": "H", "village": Self.village, "members": "5", "labour": labour])
            for row in 0..<(Int(rows) ?? 0) { try county.record("worker", ["worker": "W\(row)", "household": "H"]) }
        }
        #expect(found.verdict("requirements/it", "H", "2023-07") == verdict)
    }

    @Test(arguments: [
        ("times: 2", Verdict.breached), ("times: 50%", .met), ("plus: 41 yuan", .breached), ("plus: 40 yuan", .met),
        ("less: {sum: {amount: {kind: post_subsidy}}, of: amount}, plus: 70 yuan", .met),
        ("less: {sum: {amount: {kind: post_subsidy}}, of: amount}, plus: 71 yuan", .breached),
        ("plus: 1000 yuan, capped: 100 yuan", .met), ("plus: 1000 yuan, capped: 101 yuan", .breached),
    ])
    func computed(parts: String, verdict: Verdict) async throws {
        let settings = Self.must(
            "sum: {amount: {kind: sales_help}}, of: amount, at_least: {sum: {amount: {kind: planting_subsidy}}, of: amount, \(parts)}"
        )
        let found = try await Self.verdict(settings, in: "2023") { county in
            try Self.amount(&county, "2023-05-01", "100")
            try Self.amount(&county, "2023-05-01", "30", "post_subsidy")
            try Self.amount(&county, "2023-05-01", "60", "planting_subsidy")
        }
        #expect(found == verdict)
    }

    /// What is not known exactly decides where it comes out the same whatever it is.
    @Test(arguments: [("at_least", Verdict.undetermined), ("above", .undetermined), ("below", .undetermined)])
    func ranges(word: String, verdict: Verdict) async throws {
        let settings = Self.must(
            "count: {amount: {kind: sales_help}}, \(word): {count: {amount: {kind: sales_help}}, times: 2}",
            per: "month")
        let found = try await Self.verdict(settings, in: "2023-07") { county in
            county.add("coverage.csv", "amount,140622,,2023-07-01,2023-07-10")
            try Self.amount(&county, "2023-07-05", "1")
        }
        #expect(found == verdict)
    }

    /// About the village where a cadre is posted on the day.
    @Test(arguments: [("2023-07-05", "", Verdict.breached), ("2023-07-05", "C", .met), ("2023-06-30", "", .met)])
    func aboutTheVillage(day: String, actors: String, verdict: Verdict) async throws {
        let settings = Self.must(
            "count: {activity: {kind: policy_training}}, at_least: {count: {activity: {kind: policy_training}, about: village}}",
            per: "month", of: "{cadre: all}")
        let found = try await judge("requirements", settings, in: "2023-07") { county in
            county.keep("activity")
            try county.record(
                "activity",
                [
                    "activity": "A", "kind": "policy_training", "date": day, "subject": Self.village,
                    "actors": actors.isEmpty ? Self.village : actors,
                ])
        }
        #expect(found.verdict("requirements/it", "C", "2023-07") == verdict)
    }

    // MARK: windows

    @Test(arguments: [
        ("ever", "2001-01-01", Verdict.met), ("ever", "2023-08-01", .breached),
        ("{from: 2023-07-11, until: 06-30}", "2023-07-10", .breached),
        ("{until: 06-30}", "2023-06-30", .met), ("{until: 06-30}", "2023-07-01", .breached),
        ("{from: 2023-07-11}", "2023-07-11", .met), ("{from: 2023-07-11}", "2023-07-10", .breached),
        ("{from: 07-01}", "2023-06-30", .breached), ("{from: 07-01}", "2023-07-01", .met),
    ])
    func windows(window: String, day: String, verdict: Verdict) async throws {
        let settings = Self.must("count: {amount: {kind: sales_help}}, within: \(window), at_least: 1", per: "month")
        let found = try await Self.verdict(settings, in: "2023-07") { try Self.amount(&$0, day, "1") }
        #expect(found == verdict)
    }

    @Test(arguments: [
        ("2020-01-01", "", Verdict.met), ("2023-07-31", "", .met), ("2023-08-01", "", .breached),
        ("2020-01-01", "2023-07-30", .breached), ("2020-01-01", "2023-07-31", .met),
    ])
    func standsAtEnd(drawnUp: String, until: String, verdict: Verdict) async throws {
        let settings = Self.must("count: {commitment: {kind: task_list}, held: at_end}, at_least: 1", per: "month")
        let found = try await Self.verdict(settings, in: "2023-07") { county in
            try county.record(
                "commitment",
                ["subject": Self.village, "kind": "task_list", "item": "", "drawn_up": drawnUp, "until": until])
        }
        #expect(found == verdict)
    }

    // MARK: whom

    @Test(arguments: [
        ("role: [team_leader]", "role: [member]", Verdict.breached),
        ("role: [team_leader]", "role: [first_secretary]", nil),
    ])
    func alternatives(first: String, second: String, verdict: Verdict?) async throws {
        let settings =
            "for: {cadre: {any: [{\(first)}, {\(second)}]}}, must: {count: {incident: all}, at_least: 1}"
        let found = try await judge("requirements", settings, in: "2023-07") { $0.keep("incident") }
        #expect(found.verdict("requirements/it", "C", "2023-07") == verdict)
    }
}

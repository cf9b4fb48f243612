import CivilTime
import Testing
import ZhucunKernel
import ZhucunTesting

/// Filters that follow whom a field names, that say what must not be, and that compare days.
@Suite struct NamedFilterTests {
    private static func visit(_ county: inout TestCounty, actors: String, subject: String = TestCounty.village) throws {
        try county.record(
            "activity",
            ["activity": "A", "kind": "household_visit", "date": "2023-07-10", "subject": subject, "actors": actors])
    }

    private func verdict(
        _ filter: String, actors: String, subject: String = TestCounty.village, role: String = "member"
    ) async throws -> Verdict? {
        try await judge(
            "duties", "for: {village: all}, per: month, records: {activity: \(filter)}, at_least: 1", in: "2023-07"
        ) { county in
            county.cadre("N", from: "2023-01-01", to: "2023-07-14", role: role)
            county.cadre("N2", from: "2023-01-01", role: "member")
            try Self.visit(&county, actors: actors, subject: subject)
        }.verdict("duties/it", TestCounty.village, "2023-07")
    }

    /// The role is that of the record's day.
    @Test(arguments: [
        ("{actors: {any: {cadre: {role: member}}}}", "N", Verdict.met),
        ("{actors: {any: {cadre: {role: first_secretary}}}}", "N", .breached),
        ("{actors: {any: {cadre: {role: member}}}}", "U-county", .breached),
        ("{actors: {any: {cadre: {role: member}}}}", "", .undetermined),
        ("{actors: {any: [{unit: all}, {cadre: {role: first_secretary}}]}}", "N;U-county", .met),
        ("{actors: {all: [{unit: all}, {cadre: all}]}}", "N;U-county", .met),
        ("{actors: {all: [{unit: all}, {cadre: all}]}}", "N", .breached),
        ("{actors: {cadre: all}}", "N", .met), ("{actors: {not: {cadre: all}}}", "N", .breached),
        ("{actors: {not: {cadre: all}}}", "U-county", .met),
        ("{named: {any: {village: all}}}", "N", .met), ("{named: {any: {team: all}}}", "N", .breached),
        ("{named: {any: {team: all}}}", "", .undetermined),
        ("{kind: {not: household_visit}}", "N", .breached),
        ("{kind: {not: [policy_training, business_training]}}", "N", .met),
        ("{date: {from: 2023-07-10}}", "N", .met), ("{date: {from: 2023-07-11}}", "N", .breached),
        ("{date: {until: 2023-07-10}}", "N", .met), ("{date: {until: 2023-07-09}}", "N", .breached),
        ("{date: {from: edition}}", "N", .met),
    ])
    func whoAndWhen(filter: String, actors: String, verdict: Verdict) async throws {
        #expect(try await self.verdict(filter, actors: actors) == verdict, "\(filter) \(actors)")
    }

    /// A field that names one kind is followed by that kind's own fields.
    @Test(arguments: [("lifted", Verdict.breached), ("ordinary", nil), ("", nil)])
    func whatARowLeadsTo(classes: String, verdict: Verdict?) async throws {
        let found = try await judge(
            "requirements",
            "for: {worker: {household: {classes: [lifted, unstable]}}}, must: {field: stable, equals: true}",
            in: "2023-07"
        ) { county in
            try county.record(
                "household", ["household": "H", "village": TestCounty.village, "classes": classes])
            try county.record("worker", ["worker": "W", "household": "H", "stable": "false"])
        }
        #expect(found.verdict("requirements/it", "W", "2023-07") == verdict)
    }

    @Test func fieldsOfDaysAndCodes() async throws {
        for (filter, verdict) in [
            ("{cadre: {posted: {from: 2023-06-01}}}", Verdict.breached), ("{cadre: {posted: {from: 2023-06-02}}}", nil),
        ] {
            let found = try await judge(
                "requirements", "for: \(filter), must: {count: {incident: all}, at_least: 1}", in: "2023-07"
            ) { $0.cadre("N", from: "2023-06-01") }
            #expect(found.verdict("requirements/it", "N", "2023-07") == verdict, "\(filter)")
        }
        for (code, verdict) in [("140622", Verdict.breached), ("140623", nil)] {
            let found = try await judge(
                "requirements",
                "for: {division: {level: county, code: [\"\(code)\"]}}, must: {count: {incident: all}, at_least: 1}",
                in: "2023-07"
            ) { _ in }
            #expect(found.verdict("requirements/it", "140622", "2023-07") == verdict, "\(code)")
        }
    }

    @Test(arguments: [
        ("{actors: {some: {cadre: all}}}", "S108"), ("{actors: {any: {cadre: {roles: member}}}}", "C401"),
        ("{date: {after: 2023-07-01}}", "S108"), ("{date: {from: July}}", "S102"),
        ("{actors: {any: {cadre: all}, all: []}}", "S101"),
    ])
    func wrongFilters(filter: String, code: String) async throws {
        let found = try await faults(
            "duties", "for: {village: all}, per: month, records: {activity: \(filter)}, at_least: 1")
        #expect(found == [code])
    }
}

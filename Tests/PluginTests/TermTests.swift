import Testing
import ZhucunKernel
import ZhucunTesting

/// What one stay is, and what counts in it.
@Suite struct TermTests {
    private static let rule =
        "for: {cadre: all}, per: month, when: {count: {incident: {kind: discipline}}, within: term, at_least: 1}, then: [{remind: township}]"
    private static let other = "140622100202"

    /// The cadre's postings, the last of them in July 2023, and an incident of 1 March 2022.
    private func verdict(_ postings: [String], besides: String = "", teams: [String] = []) async throws -> Verdict? {
        let profile = try SmallProfile("consequences:\n  - {id: it, clause: 一, \(Self.rule)}\n\(besides)")
        var county = try profile.county()
        county.add("villages.csv", "\(Self.other),别村,,39.6,113.2,,500")
        for team in [
            "T2,\(Self.other),county,U-county,2", "T3,\(Self.other),county,U-county,1",
            "T0,\(TestCounty.village),county,U-county,", "T4,\(Self.other),county,U-county,",
        ] {
            county.add("teams.csv", team)
        }
        county.add("cadres.csv", "C,甲,1980-01-01,bachelor,civil_servant,true")
        for posting in postings { county.add("postings.csv", posting) }
        county.incident("C", "2022-03-01", "discipline")
        county.present("C", on: "2023-07-03")
        return try await county.assess("test", "2023-07").verdict("consequences/it", "C", "2023-07")
    }

    private static func posting(_ team: String, _ from: String, _ to: String, _ role: String = "member") -> String {
        let village = ["T2", "T3", "T4"].contains(team) ? other : TestCounty.village
        return "C,\(team),\(village),\(role),U-county,\(from),\(to),false"
    }

    /// A batch is one term, whatever village, role or gap; a new one begins a new term, though there be no day between.
    @Test(arguments: [
        ([posting("T1", "2022-01-01", "2022-09-30"), posting("T1", "2022-10-01", "", "first_secretary")], Verdict.met),
        ([posting("T1", "2022-01-01", "2022-09-30"), posting("T3", "2023-06-01", "")], .met),
        ([posting("T1", "2022-01-01", "2022-09-30"), posting("T2", "2022-10-01", "")], .notApplicable),
        (
            [
                posting("T1", "2022-01-01", "2022-09-30"), posting("T2", "2022-10-01", "2022-12-31"),
                posting("T3", "2023-01-01", ""),
            ], .met
        ),
        ([posting("T1", "2022-03-01", "")], .met), ([posting("T1", "2022-03-02", "")], .notApplicable),
    ])
    func aBatchIsATerm(postings: [String], verdict: Verdict) async throws {
        #expect(try await self.verdict(postings) == verdict)
        #expect(try await self.verdict(postings.reversed()) == verdict)
    }

    /// Without a batch, postings no more than thirty days apart are one term.
    @Test(arguments: [
        ("T0", "2022-10-01", Verdict.met), ("T4", "2022-10-31", .met), ("T0", "2022-11-01", .notApplicable),
        // One side says its batch: the gap decides; a posting without a team has none.
        ("T1", "2022-10-31", .met), ("T1", "2022-11-01", .notApplicable), ("", "2022-10-31", .met),
        ("", "2022-11-01", .notApplicable),
    ])
    func gapsOfThirtyDays(team: String, from: String, verdict: Verdict) async throws {
        #expect(
            try await self.verdict([Self.posting("T0", "2022-01-01", "2022-09-30"), Self.posting(team, from, "")])
                == verdict)
    }

    /// The gap is a setting of the profile.
    @Test(arguments: [("2022-10-08", Verdict.met), ("2022-10-09", .notApplicable)]) func aProfileSaysTheGap(
        from: String, verdict: Verdict
    ) async throws {
        let found = try await self.verdict(
            [Self.posting("T0", "2022-01-01", "2022-09-30"), Self.posting("T0", from, "")],
            besides: "general: {term_gap: 7 days}\n")
        #expect(found == verdict)
    }

    /// A posting between two batches is of the one before it.
    @Test func betweenTwoBatches() async throws {
        let found = try await verdict([
            Self.posting("T1", "2022-01-01", "2022-09-30"), Self.posting("T0", "2022-10-01", "2022-12-31"),
            Self.posting("T2", "2023-01-01", ""),
        ])
        #expect(found == .notApplicable)
        let still = try await verdict([
            Self.posting("T1", "2022-01-01", "2022-09-30"), Self.posting("T0", "2022-10-01", ""),
        ])
        #expect(still == .met)
    }

    /// A term of two years is not over with the first of its postings, and is counted from its first day.
    @Test(arguments: [("T1", Verdict.breached, "852"), ("T2", .met, "61")])
    func aTermEndsWithItsLastPosting(team: String, verdict: Verdict, taken: String) async throws {
        let found = try await judge(
            "deadlines", "for: {cadre: {role: member}}, from: {posting: begins}, to: {posting: ends}, within: 2 years",
            in: "2021-05-01..2023-12-31"
        ) { county in
            county.add("teams.csv", "T2,\(TestCounty.village),county,U-county,2")
            county.cadre("D", from: "2021-05-01", to: "2023-06-30")
            county.add("postings.csv", "D,\(team),\(TestCounty.village),member,U-county,2023-07-01,2023-08-31,false")
        }
        #expect(found.verdict("deadlines/it", "D", "2021-05-01..2023-12-31") == verdict)
        #expect(found.measure("deadlines/it", "D", "2021-05-01..2023-12-31", "taken") == taken)
    }

    /// Three years before the term, not before the promotion; and the age is that of the day on which the stay began.
    @Test func whatIsCountedFromTheBeginning() async throws {
        let profile = try SmallProfile(
            """
            consequences:
              - {id: before, clause: 一, for: {cadre: all}, per: month, when: {count: {incident: {kind: award}}, within: 1 year before term, at_least: 1}, then: [{remind: township}]}
            requirements:
              - {id: young, clause: 二, for: {cadre: all}, per: month, must: {field: age, at_most: 42 years}}
            """)
        var county = try profile.county()
        county.cadre("C", from: "2022-12-31", to: "2023-06-30")
        county.add("postings.csv", "C,T1,\(TestCounty.village),first_secretary,U-county,2023-07-01,,false")
        county.cadre("D", from: "2023-07-01")
        for id in ["C", "D"] { county.incident(id, "2022-01-15", "award") }
        county.present("C", on: "2023-07-03")
        let found = try await county.assess("test", "2023-07")
        #expect(["C", "D"].map { found.verdict("consequences/before", $0, "2023-07") } == [.met, .notApplicable])
        #expect(["C", "D"].map { found.verdict("requirements/young", $0, "2023-07") } == [.met, .breached])
    }

    /// A promotion did not wipe the record: two postings, one stay.
    @Test func criticisedTwiceInOneStay() async throws {
        let profile = try SmallProfile(
            """
            consequences:
              - {id: twice, clause: 一, for: {cadre: all}, per: half-year, when: {count: {incident: {kind: [self_criticism, admonition]}}, within: term, at_least: 2}, then: [{recall: sending_unit}]}
              - {id: discipline, clause: 二, for: {cadre: all}, per: half-year, when: {count: {incident: {kind: discipline}}, within: term, at_least: 1}, then: [{recall: sending_unit}]}
            """)
        var county = try profile.county()
        county.cadre("C", from: "2020-01-01", to: "2020-09-30")
        county.add("postings.csv", "C,T1,\(TestCounty.village),first_secretary,U-county,2020-10-01,,false")
        for (day, kind) in [
            ("2020-07-10", "self_criticism"), ("2020-11-10", "admonition"), ("2020-08-10", "discipline"),
        ] { county.incident("C", day, kind, level: "county") }
        county.present("C", on: "2020-07-01")
        let found = try await county.assess("test", "2020-H2")
        #expect(["twice", "discipline"].map { found.verdict("consequences/" + $0, "C", "2020-H2") } == [.met, .met])
    }
}

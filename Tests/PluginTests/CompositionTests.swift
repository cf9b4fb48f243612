import Testing
import ZhucunKernel
import ZhucunTesting

/// Who makes up a team or a village's teams, each measure at its edge, and who stays at a rotation.
@Suite struct CompositionTests {
    struct Member: Sendable {
        let id: String
        var role = "member"
        var from = "2021-05-01"
        var to = ""
        var team = "T1"
        var seconded = "false"
    }

    private static func post(_ county: inout TestCounty, _ members: [Member]) {
        for member in members {
            county.add("cadres.csv", "\(member.id),\(member.id)名,1980-01-01,bachelor,civil_servant,true")
            county.add(
                "postings.csv",
                "\(member.id),\(member.team),\(TestCounty.village),\(member.role),U-county,\(member.from),\(member.to),\(member.seconded)"
            )
        }
    }

    /// The cadre C of every test is a member of T1 too.
    @Test(arguments: [
        ("members: {at_least: 3 people}", [Member(id: "M1")], Verdict.breached),
        ("members: {at_least: 3 people}", [Member(id: "M1"), Member(id: "M2")], .met),
        ("members: {at_most: 2 people}", [Member(id: "M1"), Member(id: "M2")], .breached),
        ("members: {equals: 2 people}", [Member(id: "M1")], .met),
        // On the last day of the unit.
        ("members: {at_least: 2人}", [Member(id: "M1", to: "2023-07-31")], .met),
        ("members: {at_least: 2人}", [Member(id: "M1", to: "2023-07-30")], .breached),
        ("members: {at_least: 2人}", [Member(id: "M1", from: "2023-07-31")], .met),
        ("members: {at_least: 2人}", [Member(id: "M1", from: "2023-08-01")], .breached),
        ("seconded: {at_most: 1 people}", [Member(id: "M1", seconded: "true")], .met),
        (
            "seconded: {at_most: 1 people}", [Member(id: "M1", seconded: "true"), Member(id: "M2", seconded: "true")],
            .breached
        ), ("seconded: {at_least: 1 people}", [], .breached),
        (
            "leaders: {equals: 1 people}, leader_roles: [first_secretary]", [Member(id: "M1", role: "first_secretary")],
            .met
        ),
        (
            "leaders: {equals: 1 people}, leader_roles: [first_secretary]", [Member(id: "M1", role: "team_leader")],
            .breached
        ),
        (
            "leaders: {equals: 1 people}, leader_roles: [first_secretary, team_leader]",
            [Member(id: "M1", role: "first_secretary"), Member(id: "M2", role: "team_leader")], .breached
        ),
        ("teams: {at_most: 1}", [], .met), ("levels: {at_most: 1}", [], .met),
    ])
    func aTeam(settings: String, members: [Member], verdict: Verdict) async throws {
        let found = try await judge("composition", "for: {team: all}, per: month, " + settings, in: "2023-07") {
            Self.post(&$0, members)
        }
        #expect(found.verdict("composition/it", "T1", "2023-07") == verdict)
        #expect(found.measure("composition/it", "T1", "2023-07", "outcome") == verdict.rawValue)
    }

    @Test func everythingThatFailsIsNamed() async throws {
        let found = try await judge(
            "composition",
            "for: {team: all}, per: month, members: {at_least: 3 people}, leaders: {equals: 1 people}, leader_roles: [first_secretary], teams: {equals: 1}",
            in: "2023-07"
        ) { _ in }
        #expect(found.reasons("composition/it", "T1", "2023-07") == ["不符合：队员人数、队长人数"])
        #expect(
            ["members", "seconded", "leaders", "teams", "levels", "kept"].map {
                found.measure("composition/it", "T1", "2023-07", $0)
            } == ["1", "0", "0", "1", "1", nil])
    }

    /// A village with teams of several levels; a team without anybody on the last day is none.
    @Test(arguments: [("", Verdict.breached, "2"), ("2023-07-30", .met, "1"), ("2023-07-31", .breached, "2")])
    func theTeamsOfAVillage(to: String, verdict: Verdict, teams: String) async throws {
        let found = try await judge(
            "composition", "for: {village: all}, per: month, teams: {at_most: 1}", in: "2023-07"
        ) { county in
            county.add("teams.csv", "T2,\(TestCounty.village),city,U-city,1")
            Self.post(&county, [Member(id: "M1", to: to, team: "T2")])
        }
        #expect(found.verdict("composition/it", TestCounty.village, "2023-07") == verdict)
        #expect(found.measure("composition/it", TestCounty.village, "2023-07", "teams") == teams)
        #expect(found.measure("composition/it", TestCounty.village, "2023-07", "levels") == teams)
        #expect(found.measure("composition/it", TestCounty.village, "2023-07", "members") == teams)
    }

    // MARK: rotation

    struct Rotation: Sendable {
        let members: [Member]
        let verdict: Verdict
        let kept: String?
    }

    /// C stays always. Two leave on 10 July; who is there 31 days later, on 10 August, counts.
    @Test(arguments: [
        Rotation(
            members: [Member(id: "A", to: "2023-07-10"), Member(id: "B"), Member(id: "N", from: "2023-08-10")],
            verdict: .met, kept: "2"),
        Rotation(
            members: [
                Member(id: "A", to: "2023-07-10"), Member(id: "B", to: "2023-08-09"),
                Member(id: "N", from: "2023-08-10"),
            ], verdict: .breached, kept: "1"),
        Rotation(
            members: [
                Member(id: "A", to: "2023-07-10"), Member(id: "B", to: "2023-08-10"),
                Member(id: "N", from: "2023-07-11"),
            ], verdict: .met, kept: "2"),
        // Nobody new by then, nobody left in the unit: no rotation.
        Rotation(
            members: [Member(id: "A", to: "2023-07-10"), Member(id: "N", from: "2023-08-11")], verdict: .notApplicable,
            kept: nil),
        Rotation(
            members: [Member(id: "A", to: "2023-06-30"), Member(id: "N", from: "2023-07-01")], verdict: .notApplicable,
            kept: nil),
        Rotation(
            members: [Member(id: "A", to: "2023-08-01"), Member(id: "N", from: "2023-08-02")], verdict: .notApplicable,
            kept: nil),
        Rotation(
            members: [Member(id: "A", to: "2023-07-31"), Member(id: "N", from: "2023-08-01")], verdict: .breached,
            kept: "1"),
        // The fewest of two rotations.
        Rotation(
            members: [
                Member(id: "A", to: "2023-07-05"), Member(id: "B", to: "2023-07-20"),
                Member(id: "N", from: "2023-07-06"), Member(id: "O", from: "2023-07-21"),
            ], verdict: .breached, kept: "1"),
    ])
    func whoStays(rotation: Rotation) async throws {
        let found = try await judge(
            "composition", "for: {team: all}, per: month, kept: {at_least: 2 people}, handover: 31 days", in: "2023-07"
        ) { Self.post(&$0, rotation.members) }
        #expect(found.verdict("composition/it", "T1", "2023-07") == rotation.verdict)
        #expect(found.measure("composition/it", "T1", "2023-07", "kept") == rotation.kept)
    }

    /// A team that nobody is posted in during the unit is not judged; one that all have left has nobody to count.
    @Test func aTeamWithoutAnybody() async throws {
        let found = try await judge(
            "composition", "for: {team: all}, per: month, members: {at_least: 1 people}", in: "2023-07"
        ) { county in
            for team in ["T2", "T3"] { county.add("teams.csv", "\(team),\(TestCounty.village),city,U-city,1") }
            Self.post(
                &county, [Member(id: "A", to: "2023-07-10", team: "T2"), Member(id: "B", to: "2023-06-30", team: "T3")])
        }
        #expect(found.verdict("composition/it", "T2", "2023-07") == .notApplicable)
        #expect(found.finding("composition/it", "T3", "2023-07") == nil)
    }

    @Test(arguments: [
        ("{team: all}, per: month", ["D301"]), ("{team: all}, kept: {at_least: 1 people}", ["D302"]),
        ("{team: all}, members: {at_least: 3}", ["S103"]),
        ("{cadre: all}, members: {at_least: 3 people}", ["S108"]),
        ("{team: all}, leaders: {equals: 1 people}, leader_roles: [leader]", ["S107"]),
        ("{team: all}, leaders: {equals: 1 people}", ["D303"]),
    ])
    func wrongSettingsAreTold(settings: String, codes: [String]) async throws {
        #expect(try await faults("composition", "for: " + settings) == codes)
    }
}

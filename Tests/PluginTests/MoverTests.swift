import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Where a unit of somebody belongs who was in several places in it.
@Suite struct MoverTests {
    private static let there = "140623100201"

    /// Profiles `here` and `there` for two counties, or `here` for both.
    private static func profiles(_ sections: String, areTwo: Bool) throws -> ScratchFolder {
        let divisions = areTwo ? [("here", "140622"), ("there", "140623")] : [("here", "140600")]
        return try profileFolder(divisions.map { ($0.0, "division: \"\($0.1)\"") }, sections)
    }

    /// Everybody moves from here to the other county after a day; A and B stay.
    private static func county(_ folder: ScratchFolder, moves: [(id: String, last: String)]) throws -> TestCounty {
        var county = try TestCounty(profiles: folder.path, plugins: registry)
        county.add("villages.csv", "\(there),别村,,39.6,113.2,,500")
        county.add("teams.csv", "T9,\(there),county,U-county,1")
        county.cadre("A", from: "2021-05-01")
        county.cadre("B", from: "2021-05-01", team: "T9", village: there)
        for (id, last) in moves {
            county.cadre(id, from: "2021-05-01", to: last)
            let next = try #require(Day(last)).advanced(by: 1)
            county.add("postings.csv", "\(id),T9,\(there),first_secretary,U-county,\(next),,false")
        }
        county.present("A", on: "2023-06-26..2023-07-31")
        county.present("B", on: "2023-06-26..2023-07-31")
        return county
    }

    /// Of a week the county of four days, of two weeks' worth of equal days the later; nobody twice, nobody by none.
    @Test(arguments: [false, true]) func aUnitBelongsToTheCountyOfMostDays(areTwo: Bool) async throws {
        let folder = try Self.profiles(
            """
            attendance:
              - {id: week, clause: 一, for: {cadre: all}, per: week, days: 1/2}
              - {id: month, clause: 二, for: {cadre: all}, per: month, days: 1/2}
            """, areTwo: areTwo)
        // Four days of the week here, three, and of the thirty of June fifteen and fourteen.
        let moves = [
            ("C", "2023-07-06"), ("D", "2023-07-05"), ("E", "2023-06-15"), ("F", "2023-06-16"), ("G", "2023-06-14"),
        ]
        let week = try await Self.county(folder, moves: moves).assess(areTwo ? nil : "here", "2023-W27")
        func counties(_ found: Assessment, _ rule: String, _ subject: String, _ unit: String) -> [String] {
            found.counties.flatMap { county in
                county.blocks.filter { $0.provision.key.description == rule && $0.unit.description == unit }.flatMap(
                    \.findings
                )
                .filter { found.records.world.identifier(of: $0.subject) == subject }.map { _ in county.county }
            }
        }
        #expect(
            ["A", "B", "C", "D"].map { counties(week, "attendance/week", $0, "2023-W27") } == [
                ["140622"], ["140623"], ["140622"], ["140623"],
            ])
        let month = try await Self.county(folder, moves: moves).assess(areTwo ? nil : "here", "2023-06")
        #expect(
            ["E", "F", "G"].map { counties(month, "attendance/month", $0, "2023-06") } == [
                ["140623"], ["140622"], ["140623"],
            ])
        // In July all are there for the month, and the week is still where it was.
        let july = try await Self.county(folder, moves: moves).assess(areTwo ? nil : "here", "2023-07")
        #expect(["C", "D"].map { counties(july, "attendance/month", $0, "2023-07") } == [["140623"], ["140623"]])
        #expect(["C", "D"].map { counties(july, "attendance/week", $0, "2023-W27") } == [["140622"], ["140623"]])
        for block in july.counties.flatMap(\.blocks) {
            #expect(Set(block.findings.map(\.subject)).count == block.findings.count)
        }
    }

    /// A county outside every profile judges nobody: its days do not take a unit away.
    @Test func daysThatNobodyJudges() async throws {
        let folder = try Self.profiles(
            "attendance:\n  - {id: week, clause: 一, for: {cadre: all}, per: week, days: 1/2}", areTwo: false)
        var county = try Self.county(folder, moves: [])
        county.add("villages.csv", "110101100201,京村,,39.9,116.4,,500")
        county.cadre("H", from: "2023-01-01", to: "2023-07-04")
        county.add("postings.csv", "H,,110101100201,member,U-county,2023-07-05,,false")
        let found = try await county.assess(nil, "2023-W27")
        #expect(found.findings("attendance/week", "H").count == 1)
        #expect(try await county.assess(nil, "2023-W28").findings("attendance/week", "H").isEmpty)
    }

    /// Role, team and ranking group are those of most days, of equals the later.
    @Test(arguments: [("2023-07-06", "member"), ("2023-07-05", "first_secretary")]) func theRoleOfMostDays(
        last: String, role: String
    ) async throws {
        let roles = ["member", "first_secretary"]
        let rules = roles.map { "  - {id: \($0), clause: 一, for: {cadre: {role: \($0)}}, per: week, days: 1/2}" }
            .joined(separator: "\n")
        let folder = try Self.profiles("attendance:\n\(rules)\n", areTwo: false)
        let found = try await Self.county(folder, moves: [("C", last)]).assess("here", "2023-W27")
        #expect(roles.filter { !found.findings("attendance/\($0)", "C").isEmpty } == [role])
    }

    /// Somebody who came is ranked where the unit belongs, and only there; what was found before in the other county is known here.
    @Test func rankedWhereTheUnitBelongs() async throws {
        let folder = try Self.profiles(
            """
            scoring:
              - {id: score, clause: 一, for: {cadre: all}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}}
            ranking:
              - {id: rank, clause: 二, for: {cadre: all}, per: month, by: scoring.score, within: township}
            consequences:
              - {id: twice-last, clause: 三, for: {cadre: all}, per: month, when: {measure: ranking.rank, at_least: 2, consecutive: 2}, then: [{remind: township}]}
            """, areTwo: false)
        var county = try Self.county(folder, moves: [("C", "2023-06-30"), ("D", "2023-07-10")])
        county.cadre("E", from: "2021-05-01")
        for (id, june, july) in [("A", 90, 90), ("B", 90, 90), ("C", 80, 80), ("D", 70, 70), ("E", 95, 95)] {
            county.score(id, "2023-06", "工作", "\(june)")
            county.score(id, "2023-07", "工作", "\(july)")
        }
        let june = try await county.assess("here", "2023-06")
        #expect(
            ["A", "B", "C", "D", "E"].map { june.measure("ranking/rank", $0, "2023-06", "rank") } == [
                "2", "1", "3", "4", "1",
            ])
        let july = try await county.assess("here", "2023-07")
        #expect(
            ["A", "B", "C", "D", "E"].map { july.measure("ranking/rank", $0, "2023-07", "rank") } == [
                "2", "1", "2", "3", "1",
            ])
        #expect(
            ["A", "B", "C", "D", "E"].map { july.verdict("consequences/twice-last", $0, "2023-07") } == [
                .met, .notApplicable, .met, .met, .notApplicable,
            ])
    }

    /// A leave is judged where the cadre was when it began, once; one outside every posting by nobody's table.
    @Test(arguments: [false, true]) func leaveOfWhoMoved(areTwo: Bool) async throws {
        let folder = try Self.profiles(
            "leave:\n  - {id: it, clause: 一, for: {cadre: all}, table: [{length: {at_least: 1 day}, approve: [township]}]}",
            areTwo: areTwo)
        var county = try Self.county(folder, moves: [("C", "2023-07-06")])
        county.leave("L1", "C", "事假", "2023-07-03", "2023-07-04", by: "township")
        county.leave("L2", "C", "事假", "2023-07-06", "2023-07-08", by: "county_office")
        county.leave("L3", "C", "事假", "2023-07-07", "2023-07-08", by: "township")
        county.cadre("N", from: "2023-07-10", to: "2023-07-20")
        for (id, from, to) in [
            ("N1", "2023-07-03", "2023-07-09"), ("N2", "2023-07-03", "2023-07-10"), ("N3", "2023-07-20", "2023-07-21"),
            ("N4", "2023-07-21", "2023-07-22"),
        ] {
            county.leave(id, "N", "事假", from, to, by: "township")
        }
        let found = try await county.assess(areTwo ? nil : "here", "2023-07")
        let judged = found.counties.flatMap { county in
            county.blocks.flatMap(\.findings).map { "\(county.county) \($0.record ?? "") \($0.verdict)" }
        }
        #expect(
            judged == [
                "140622 L1 met", "140622 L2 breached", "140622 N1 notApplicable", "140622 N2 met", "140622 N3 met",
                "140622 N4 notApplicable", "140623 L3 met",
            ])
        #expect(found.findings("leave/it", "N").first?.reasons.map(\.zh) == ["请假期间没有派驻"])
    }

    /// A duty of the month is owed where the posting covers the whole of it: under a profile, not under two.
    @Test(arguments: [(false, Verdict.breached), (true, .notApplicable)]) func aDutyOfAWholeMonth(
        areTwo: Bool, verdict: Verdict
    ) async throws {
        let folder = try Self.profiles(
            "duties:\n  - {id: it, clause: 一, for: {cadre: all}, per: month, records: {activity: all}, at_least: 1}",
            areTwo: areTwo)
        var county = try Self.county(folder, moves: [("C", "2023-07-06")])
        county.keep("activity")
        let found = try await county.assess(areTwo ? nil : "here", "2023-07")
        #expect(found.findings("duties/it", "C").map(\.verdict) == [verdict])
    }

    /// The team of most days is the one whose value a cadre has.
    @Test(arguments: [("2023-07-16", "2"), ("2023-07-15", "1")]) func theTeamOfMostDays(last: String, rank: String)
        async throws
    {
        let profile = try SmallProfile(
            """
            scoring:
              - {id: score, clause: 一, for: {team: all}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}}
              - {id: own, clause: 二, for: {cadre: all}, per: month, dimensions: {工作队: {weight: 100, measure: scoring.score, full_at: 100 points}}}
            """)
        var county = try profile.county()
        county.add("teams.csv", "T2,\(TestCounty.village),county,U-county,1")
        county.cadre("C", from: "2021-05-01", to: last)
        let next = try #require(Day(last)).advanced(by: 1)
        county.add("postings.csv", "C,T2,\(TestCounty.village),member,U-county,\(next),,false")
        county.present("C", on: "2023-07-03")
        county.score("T1", "2023-07", "工作", "2")
        county.score("T2", "2023-07", "工作", "1")
        #expect(try await county.assess("test", "2023-07").measure("scoring/own", "C", "2023-07", "total") == rank)
    }
}

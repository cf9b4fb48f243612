import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

@testable import RankingPlugin

/// Ranks, seats and ties.
@Suite struct RankingTests {
    private static func shares(_ percent: [Int]) -> [Fraction] { percent.compactMap { Fraction($0, over: 100) } }

    @Test(arguments: [
        (0, [0, 0, 0]), (1, [0, 1, 0]), (2, [1, 1, 0]), (3, [1, 2, 0]), (4, [1, 2, 1]), (5, [1, 3, 1]), (6, [2, 3, 1]),
        (7, [2, 4, 1]), (10, [3, 6, 1]),
        (1000, [300, 600, 100]),
    ])
    func seatsByTheLargestRemainder(count: Int, seats: [Int]) {
        #expect(Quota.seats(count, shares: Self.shares([30, 60, 10])) == seats)
    }

    @Test func equalRemaindersGoToTheLowerBand() {
        #expect(Quota.seats(1, shares: Self.shares([50, 50])) == [0, 1])
        #expect(Quota.seats(2, shares: Self.shares([25, 25, 25, 25])) == [0, 0, 1, 1])
        #expect(Quota.seats(3, shares: []).isEmpty)
    }

    @Test func seatsAreAlwaysFilled() throws {
        var dice = Dice(1)
        for count in 1...1000 {
            let weights = (0..<Int.random(in: 1...5, using: &dice)).map { _ in Int.random(in: 1...97, using: &dice) }
            let shares = weights.compactMap { Fraction($0, over: weights.reduce(0, +)) }
            let seats = Quota.seats(count, shares: shares)
            #expect(seats.reduce(0, +) == count)
            for (share, seats) in zip(shares, seats) {
                let exact = try share * Fraction(count)
                #expect(seats == exact.roundedDown || seats == exact.roundedUp, "\(count) of \(weights)")
            }
        }
    }

    private func places(_ totals: [[Int]], _ percent: [Int] = [30, 60, 10]) -> [(rank: Int, band: Int?, isTied: Bool)] {
        let keys = (0..<(totals.map(\.count).max() ?? 1)).map { key in totals.map { Fraction($0[key]) } }
        return Standing.places(
            Array(totals.indices), by: keys[0], tieBreak: Array(keys.dropFirst()), shares: Self.shares(percent)
        )
        .sorted { $0.contestant < $1.contestant }
        .map { ($0.rank, $0.band, $0.isTieAcrossEdge) }
    }

    @Test func ranksAreCompetitionRanks() {
        #expect(places([[70], [90], [80], [80]]).map(\.rank) == [4, 1, 2, 2])
        #expect(places([[80], [80], [80]]).map(\.rank) == [1, 1, 1])
        #expect(places([[80, 1], [80, 2], [80, 2], [80, 0]]).map(\.rank) == [3, 1, 1, 4])
        #expect(places([[80]], []).map(\.band) == [nil])
    }

    @Test func aTieAcrossAnEdgeTakesTheLowerBand() {
        // Seven: two, four, one. Second and third are tied across the first edge.
        let tied = places([[90], [85], [85], [80], [79], [78], [70]])
        #expect(tied.map(\.band) == [0, 1, 1, 1, 1, 1, 2])
        #expect(tied.map(\.isTied) == [false, true, true, false, false, false, false])
        // Tied inside a band: nothing to decide.
        let inside = places([[90], [90], [80], [80], [80], [75], [70]])
        #expect(inside.map(\.band) == [0, 0, 1, 1, 1, 1, 2])
        #expect(!inside.contains { $0.isTied })
        // All tied: all in the lowest band.
        #expect(places(Array(repeating: [80], count: 5)).map(\.band) == [2, 2, 2, 2, 2])
    }

    // MARK: In a county

    private static let rules = """
        scoring:
          - {id: total, clause: 一, for: {cadre: all}, per: month, dimensions: {总: {weight: 100, scores: 总}}}
          - {id: breaker, clause: 二, for: {cadre: all}, per: month, dimensions: {细: {weight: 100, scores: 细}}}
        ranking:
          - id: county
            clause: 三
            for: {cadre: all}
            per: month
            by: scoring.total.total
            bands: {好: 30%, 较好: 60%, 一般: 10%}
            tie_break: [scoring.breaker.total]
          - {id: township, clause: 四, for: {cadre: all}, per: month, by: scoring.total.total, within: township}
          - {id: village, clause: 五, for: {cadre: all}, per: month, by: scoring.total.total, within: village}
        """

    private func county(_ totals: [(id: String, total: String, breaker: String)]) throws -> TestCounty {
        var county = try SmallProfile(Self.rules).county()
        for (id, total, breaker) in totals {
            county.cadre(id, from: "2023-01-01")
            if !total.isEmpty { county.score(id, "2023-07", "总", total) }
            if !breaker.isEmpty { county.score(id, "2023-07", "细", breaker) }
        }
        return county
    }

    @Test func tiesAreBrokenThenMarked() async throws {
        let assessment = try await county([
            ("A", "95", ""), ("B", "90", "2"), ("C", "90", "3"), ("D", "85", "1"), ("E", "85", "1"), ("F", "85", "1"),
            ("G", "85", "1"), ("none", "", "9"),
        ]).assess("test", "2023-07")
        func found(_ name: String) -> [String?] {
            ["A", "B", "C", "D", "E", "F", "G", "none"].map {
                assessment.measure("ranking/county", $0, "2023-07", name)
            }
        }
        #expect(found("rank") == ["1", "3", "2", "4", "4", "4", "4", nil])
        #expect(found("band") == ["好", "较好", "好", "一般", "一般", "一般", "一般", nil])
        #expect(found("ranked") == Array(repeating: "7", count: 7) + [nil])
        #expect(found("position_from_end") == ["1", "5/7", "6/7", "4/7", "4/7", "4/7", "4/7", nil])
        #expect(assessment.reasons("ranking/county", "D", "2023-07") == ["同分跨档，须由人决定"])
        #expect(assessment.reasons("ranking/county", "B", "2023-07").isEmpty)
        #expect(assessment.verdict("ranking/county", "none", "2023-07") == .undetermined)
        #expect(assessment.reasons("ranking/county", "none", "2023-07") == ["没有总分，不参加排名"])
    }

    @Test func withoutATieBreakingMeasureOneStandsBehind() async throws {
        let assessment = try await county([("A", "90", ""), ("B", "90", "0")]).assess("test", "2023-07")
        #expect(["A", "B"].map { assessment.measure("ranking/county", $0, "2023-07", "rank") } == ["2", "1"])
    }

    @Test func groupsByTownshipVillageAndCounty() async throws {
        var county = try county([("A", "90", ""), ("B", "80", "")])
        county.add("villages.csv", "140622100202,同乡村,,39.6,113.2,,500")
        county.add("villages.csv", "140622101201,别乡村,,39.7,113.3,,500")
        county.add("villages.csv", "140623100201,别县村,,39.8,113.4,,500")
        for (id, village, total) in [
            ("C", "140622100202", "85"), ("D", "140622101201", "70"), ("E", "140623100201", "99"),
        ] {
            county.cadre(id, from: "2023-01-01", team: "", village: village)
            county.score(id, "2023-07", "总", total)
        }
        let assessment = try await county.assess("test", "2023-07")
        func found(_ rule: String, _ name: String) -> [String?] {
            ["A", "B", "C", "D", "E"].map { id in
                assessment.counties.flatMap(\.blocks).filter { $0.provision.key.id == rule }.lazy.compactMap {
                    block -> String? in
                    guard
                        let finding = block.findings.first(where: {
                            assessment.records.world.identifier(of: $0.subject) == id
                        }),
                        let index = block.provision.measures.firstIndex(where: { $0.name == name })
                    else { return nil }
                    return finding.values[index]?.exactText
                }.first
            }
        }
        #expect(assessment.counties.map(\.county) == ["140622", "140623"])
        #expect(found("county", "rank") == ["1", "3", "2", "4", "1"])
        #expect(found("county", "ranked") == ["4", "4", "4", "4", "1"])
        #expect(found("township", "rank") == ["1", "3", "2", "1", "1"])
        #expect(found("village", "rank") == ["1", "2", "1", "1", "1"])
    }
}

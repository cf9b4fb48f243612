import CivilTime
import Testing
import ZhucunSamples

/// Samples of many counties.
@Suite struct SampleCountyTests {
    /// Six digits of each village, in the order of the teams.
    private static func counties(_ sample: Sample) -> [String] {
        sample.lines("villages.csv").dropFirst().map { String($0.prefix(6)) }
    }

    private static func sample(_ division: String, counties: Int, cadres: Int, seed: UInt64 = 7) throws -> Sample {
        try Sample(seed: seed, division: division, cadres: cadres, last: "2023-07-16") { request in
            request.counties = counties
            request.only = []
        }
    }

    @Test func teamsAreSpreadInRuns() throws {
        let sample = try SampleCountyTests.sample("140000", counties: 7, cadres: 200)
        let counties = SampleCountyTests.counties(sample)
        #expect(counties == counties.sorted())
        let sizes = Dictionary(grouping: counties, by: \.self).values.map(\.count)
        #expect(sizes.count == 7)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)

        let villages = sample.lines("villages.csv").dropFirst().map { $0.prefix(12) }
        #expect(Set(villages).count == villages.count)
        let teams = sample.lines("teams.csv").dropFirst().map { $0.split(separator: ",") }
        #expect(teams.map { $0[1] } == villages)
        #expect(teams.map { $0[0] } == teams.map { $0[0] }.sorted())
        // The first posting of each cadre, without the village that one moves to.
        let postings = sample.lines("postings.csv").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let first = Dictionary(postings.map { ($0[0], $0[2].prefix(6)) }, uniquingKeysWith: { a, _ in a }).sorted {
            $0.key < $1.key
        }.map(\.value)
        #expect(first == first.sorted())
    }

    @Test func unitsSendToOneCounty() throws {
        let teams = try SampleCountyTests.sample("140000", counties: 5, cadres: 300).lines("teams.csv").dropFirst().map
        { $0.split(separator: ",") }
        let counties = Dictionary(grouping: teams) { $0[3] }.mapValues { Set($0.map { $0[1].prefix(6) }).count }
        #expect(counties.values.allSatisfy { $0 == 1 })
    }

    @Test(arguments: [("140000", 100, 1), ("141000", 60, 1), ("140423", 1, 1), ("", 62, 31)])
    func codesAreOfCountiesInTheDivision(division: String, count: Int, provinces: Int) throws {
        let codes = Set(
            SampleCountyTests.counties(try SampleCountyTests.sample(division, counties: count, cadres: 320)))
        #expect(codes.count == count)
        #expect(Set(codes.map { $0.prefix(2) }).count == provinces)
        let inside =
            division.hasSuffix("0000")
            ? division.prefix(2) : division.hasSuffix("00") ? division.prefix(4) : division[...]
        for code in codes {
            #expect(code.hasPrefix(inside))
            #expect((1...70).contains(Int(code.dropFirst(2).prefix(2)) ?? 0), "a city: \(code)")
            #expect((21...80).contains(Int(code.suffix(2)) ?? 0), "a county: \(code)")
        }
    }

    @Test func villagesLieAroundTheirCounty() throws {
        let rows = try SampleCountyTests.sample("140000", counties: 8, cadres: 300).lines("villages.csv").dropFirst()
            .map { $0.split(separator: ",") }
        var middles: Set<Double> = []
        for (_, villages) in Dictionary(grouping: rows, by: { $0[0].prefix(6) }) {
            let latitudes = villages.compactMap { Double($0[3]) }
            let (south, north) = (latitudes.min() ?? 0, latitudes.max() ?? 90)
            #expect(north - south < 0.45)
            middles.insert(south)
        }
        #expect(middles.count == 8)
    }

    @Test func moreTeamsThanFourDigitsCountStayInOrder() throws {
        let ids = try SampleCountyTests.sample("", counties: 150, cadres: 30_300).lines("teams.csv").dropFirst().map {
            $0.prefix { $0 != "," }
        }
        #expect(ids.count > 10_000)
        #expect(ids.first == "T00001")
        #expect(ids == ids.sorted())
    }

    @Test func sameSeedGivesSameCounties() throws {
        let first = try SampleCountyTests.sample("", counties: 40, cadres: 300)
        #expect(try first.bytes == SampleCountyTests.sample("", counties: 40, cadres: 300).bytes)
        #expect(
            try first.bytes["villages.csv"]
                != SampleCountyTests.sample("", counties: 40, cadres: 300, seed: 8).bytes["villages.csv"])
    }
}

import Testing
import ZhucunKernel
import ZhucunTesting

/// What is judged of townships, counties, cities and provinces, and where what records list is judged.
@Suite struct DivisionTests {
    private static let other = "140623100201"

    /// Two counties of one city, a cadre in each.
    private static func counties(_ county: inout TestCounty) {
        county.add("villages.csv", "\(other),别村,,39.6,113.2,,500")
        county.add("teams.csv", "T9,\(other),county,U-county,1")
        county.cadre("D", from: "2021-05-01", team: "T9", village: other)
        county.keep("activity")
    }

    @Test(arguments: [
        ("township", ["140622100", "140623100"]), ("county", ["140622", "140623"]), ("city", ["140600"]),
        ("province", ["140000"]),
    ])
    func eachLevelIsJudgedOnce(level: String, codes: [String]) async throws {
        let found = try await judge(
            "duties",
            "for: {division: {level: \(level)}}, per: month, records: {activity: all}, at_least: 1, owed_by: county_office",
            in: "2023-07"
        ) { county in
            Self.counties(&county)
            try county.record(
                "activity", ["activity": "A", "kind": "policy_training", "date": "2023-07-31", "subject": codes[0]])
            for (index, code) in ["140600", "140000", "140622", "140622100"].filter({ !codes.contains($0) })
                .enumerated()
            {
                try county.record(
                    "activity",
                    ["activity": "B\(index)", "kind": "policy_training", "date": "2023-07-05", "subject": code])
            }
        }
        let findings = found.counties.flatMap(\.blocks).flatMap(\.findings)
        #expect(findings.map { found.records.world.identifier(of: $0.subject) } == codes)
        #expect(findings.map(\.verdict) == [.met] + codes.dropFirst().map { _ in .breached })
        #expect(found.measure("duties/it", codes[0], "2023-07", "done") == "1")
    }

    @Test func allLevelsAtOnce() async throws {
        let found = try await judge(
            "duties", "for: {division: all}, per: month, records: {activity: all}, at_least: 1", in: "2023-07"
        ) { Self.counties(&$0) }
        // A city and a province by themselves, a township with its county.
        #expect(found.counties.map(\.county) == ["140000", "140600", "140622", "140623"])
        let judged = found.counties.map {
            $0.blocks.flatMap(\.findings).map { found.records.world.identifier(of: $0.subject) }
        }
        #expect(judged == [["140000"], ["140600"], ["140622", "140622100"], ["140623", "140623100"]])
    }

    /// Where nothing is asked of a city or a province, neither shows; nor do provisions about others show there.
    @Test func citiesAndProvincesHoldOnlyTheirOwn() async throws {
        let members = "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1"
        let alone = try await judge("duties", members, in: "2023-07") { Self.counties(&$0) }
        #expect(alone.counties.map(\.county) == ["140622", "140623"])
        let city =
            "  - {id: city, clause: 二, for: {division: {level: city}}, per: month, records: {activity: all}, at_least: 1}"
        let both = try await judge("duties", members, besides: city, in: "2023-07") { Self.counties(&$0) }
        #expect(
            both.counties.map { $0.blocks.map { "\($0.provision.key)" } }.filter { $0 == ["duties/city"] }.count == 2)
        #expect(both.counties.first { $0.county == "140600" }?.blocks.map { $0.findings.count } == [1])
    }

    /// A division's records are those that name its code; coverage of a county does not cover its city.
    @Test(arguments: [
        ("140622", Verdict.breached, Verdict.undetermined), ("140600", .breached, .breached),
        ("140000", .breached, .breached), ("140623", .undetermined, .undetermined),
    ])
    func coverage(of division: String, county: Verdict, city: Verdict) async throws {
        let found = try await judge(
            "duties", "for: {division: all}, per: month, records: {activity: all}, at_least: 1", in: "2023-07"
        ) {
            Self.counties(&$0)
            $0.add("coverage.csv", "activity,\(division),,2023-07-01,2023-07-31")
        }
        #expect(found.verdict("duties/it", "140622", "2023-07") == county)
        #expect(found.verdict("duties/it", "140600", "2023-07") == city)
    }

    @Test(arguments: [
        ("{field: level, equals: county}", "140622"), ("{field: level, in: [city]}", "140600"),
        ("{field: level, in: [township]}", "140622100"), ("{field: level, in: [province]}", "140000"),
    ])
    func theLevelIsAField(must: String, code: String) async throws {
        let found = try await judge("requirements", "for: {division: all}, must: \(must)", in: "2023-07") { _ in }
        let met = found.counties.flatMap(\.blocks).flatMap(\.findings).filter { $0.verdict == .met }.map {
            found.records.world.identifier(of: $0.subject)
        }
        #expect(met == [code])
    }

    /// A household is judged in the county of its village, what leads to a household in that one's.
    @Test func householdsAreJudgedInTheirCounty() async throws {
        let households = "for: {household: all}, must: {field: insured, equals: true}"
        let cases =
            "  - {id: cases, clause: 二, for: {case: all}, must: {field: marked, equals: true}}\n  - {id: workers, clause: 三, for: {worker: all}, must: {field: stable, equals: true}}"
        let found = try await judge("requirements", households, besides: cases, in: "2023-07") { county in
            Self.counties(&county)
            for (id, village) in [("H1", TestCounty.village), ("H2", Self.other), ("H3", Self.other)] {
                try county.record("household", ["household": id, "village": village, "insured": "true"])
                try county.record(
                    "case", ["case": "C\(id)", "household": id, "detected": "2023-07-05", "marked": "false"])
                try county.record("worker", ["worker": "W\(id)", "household": id, "stable": "true"])
            }
        }
        let judged = found.counties.map { county in
            county.county + ": "
                + county.blocks.flatMap(\.findings).map { found.records.world.identifier(of: $0.subject) }.sorted()
                .joined(separator: " ")
        }
        #expect(judged == ["140622: CH1 H1 WH1", "140623: CH2 CH3 H2 H3 WH2 WH3"])
        #expect(found.verdict("requirements/cases", "CH2", "2023-07") == .breached)
        #expect(found.verdict("requirements/workers", "WH3", "2023-07") == .met)
    }

    /// A village's own records, and those of kinds of village.
    @Test func kindsOfVillage() async throws {
        let found = try await judge(
            "duties",
            "for: {village: {kinds: [weak_party]}}, per: month, records: {activity: all}, at_least: 1, while_posted: false",
            in: "2023-07"
        ) { county in
            county.add("villages.csv", "140622100202,弱村,weak_party,39.6,113.2,,500")
            try county.record(
                "activity",
                ["activity": "A", "kind": "policy_training", "date": "2023-07-05", "subject": "140622100202"])
        }
        #expect(found.verdict("duties/it", "140622100202", "2023-07") == .met)
        #expect(found.verdict("duties/it", TestCounty.village, "2023-07") == .undetermined)
        #expect(found.reasons("duties/it", TestCounty.village, "2023-07") == ["没有写明类别，不知道是否适用"])
    }
}

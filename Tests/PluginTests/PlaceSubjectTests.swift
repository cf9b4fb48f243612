import Testing
import ZhucunKernel
import ZhucunTesting

/// Subjects of a place that are no village's: departments, enterprises, officers, units that sent nobody, lists of divisions.
@Suite struct PlaceSubjectTests {
    private static let other = "140623100201"

    /// Two counties of one city, a cadre in each.
    private static func counties(_ county: inout TestCounty) {
        county.add("villages.csv", "\(other),别村,,39.6,113.2,,500")
        county.add("teams.csv", "T9,\(other),county,U-county,1")
        county.cadre("D", from: "2021-05-01", team: "T9", village: other)
        county.keep("activity")
    }

    private static func judged(_ found: Assessment) -> [String] {
        found.counties.map { county in
            county.county + ": "
                + county.blocks.flatMap(\.findings).map { found.records.world.identifier(of: $0.subject) }
                .joined(separator: " ")
        }
    }

    /// Each once, with the division whose it is; of a county that nobody is in, not at all.
    @Test func departmentsAreJudgedWithTheirDivision() async throws {
        let found = try await judge(
            "duties", "for: {department: all}, per: month, records: {activity: all}, at_least: 1", in: "2023-07"
        ) { county in
            Self.counties(&county)
            for (id, place) in [
                ("P", "140000"), ("C", "140600"), ("X", "140622"), ("T", "140622100"), ("Y", "140623"), ("Z", "140699"),
            ] {
                try county.record("department", ["department": "D-\(id)", "place": place, "name": "部门\(id)"])
            }
            try county.record(
                "activity",
                [
                    "activity": "A", "kind": "dispatch", "date": "2023-07-31", "subject": "140600",
                    "actors": "D-C;D-X",
                ])
        }
        #expect(Self.judged(found) == ["140000: D-P", "140600: D-C", "140622: D-T D-X", "140623: D-Y"])
        #expect(
            ["D-C", "D-X", "D-T"].map { found.verdict("duties/it", $0, "2023-07") } == [.met, .met, .breached])
        #expect(found.records.world.label(of: try #require(found.records.world.subject(named: "D-X"))) == "D-X 部门X")
    }

    /// In a village it is judged with that one's county, and knows its township; named by a code of six or nine digits with its
    /// division.
    @Test func placesAreVillagesOrDivisions() async throws {
        let found = try await judge(
            "requirements",
            "for: {enterprise: {kind: workshop, township: \"140622100\"}}, must: {field: workers, at_least: 10}",
            in: "2023-07"
        ) { county in
            Self.counties(&county)
            for (id, place) in [("V", TestCounty.village), ("T", "140622100"), ("K", "140622"), ("O", Self.other)] {
                try county.record(
                    "enterprise", ["enterprise": id, "place": place, "kind": "workshop", "workers": "10"])
            }
        }
        #expect(Self.judged(found).filter { !$0.hasSuffix(": ") } == ["140622: K T V"])
        #expect(found.verdict("requirements/it", "T", "2023-07") == .met)
        // That it is the county's does not say in which township it lies.
        #expect(found.verdict("requirements/it", "K", "2023-07") == .undetermined)
    }

    /// Only provisions that ask whether a unit sent somebody reach those that did not.
    @Test func unitsThatSentNobody() async throws {
        let besides =
            "  - {id: all, clause: 二, for: {unit: all}, must: {count: {posting: all}, at_least: 1}}"
        let found = try await judge(
            "requirements", "for: {unit: {sends: {present: true}}}, must: {count: {posting: all}, at_least: 1}",
            besides: besides, in: "2023-07"
        ) { county in
            Self.counties(&county)
            try county.record("unit", ["unit": "U-idle", "level": "city", "division": "140600"])
            try county.record("unit", ["unit": "U-here", "level": "county", "division": "140623"])
            try county.record("unit", ["unit": "U-lost", "level": "county"])
        }
        let verdict = { (name: String, unit: String) in found.verdict("requirements/\(name)", unit, "2023-07") }
        #expect(verdict("it", "U-county") == .met && verdict("all", "U-county") == .met)
        for unit in ["U-idle", "U-here"] {
            #expect(verdict("it", unit) == .breached)
            #expect(verdict("all", unit) == nil)
        }
        #expect(verdict("it", "U-lost") == nil)
        #expect(found.counties.map(\.county) == ["140600", "140622", "140623"])
    }

    /// What is empty is not known, and a list that has ended is none.
    @Test(arguments: [
        ("140622,应县,,,key_county", Verdict.breached),
        ("140622,应县,,,none", nil), ("140622,应县,2023-08-01,,key_county", .undetermined), ("140622,应县", .undetermined),
    ])
    func listsOfCounties(row: String, expected: Verdict?) async throws {
        let found = try await judge(
            "duties",
            "for: {division: {level: county, lists: key_county}}, per: month, records: {activity: all}, at_least: 1",
            in: "2023-07"
        ) { county in
            county.keep("activity")
            county.add("divisions.csv", row)
        }
        #expect(found.verdict("duties/it", "140622", "2023-07") == expected)
    }

    /// Where records list some of a kind they are judged themselves, and the place is excepted.
    @Test func placesThatListSomething() async throws {
        let found = try await judge(
            "duties",
            "for: {division: {level: county, listed: {not: department}}}, per: month, records: {activity: all}, at_least: 1",
            in: "2023-07"
        ) { county in
            Self.counties(&county)
            try county.record("department", ["department": "D1", "place": "140622"])
        }
        #expect(found.verdict("duties/it", "140622", "2023-07") == nil)
        #expect(found.verdict("duties/it", "140623", "2023-07") == .breached)
        #expect(
            try await faults(
                "duties", "for: {division: {listed: departments}}, per: month, records: {activity: all}, at_least: 1"
            ).count == 1)
    }

    /// Who leads by the records does, whatever the role; where they say nothing the role does.
    @Test(arguments: [("true", "true", "1"), ("", "false", "0"), ("false", "true", "1"), ("", "", "1")])
    func whoLeads(member: String, secretary: String, leaders: String) async throws {
        let found = try await judge(
            "composition", "for: {team: all}, leaders: {equals: 1 people}, leader_roles: [first_secretary]",
            in: "2023-07"
        ) { county in
            let (village, unit) = (TestCounty.village, "U-county")
            county.add("cadres.csv", "S,,1980-01-01,,,")
            county.add("postings.csv", "S,T1,\(village),first_secretary,\(unit),2021-05-01,,,\(secretary)")
            county.add("cadres.csv", "M,,1980-01-01,,,")
            county.add("postings.csv", "M,T1,\(village),member,\(unit),2021-05-01,,,\(member)")
        }
        let expected = member == "true" && secretary == "true" ? "2" : leaders
        #expect(found.measure("composition/it", "T1", "2023-07", "leaders") == expected)
    }
}

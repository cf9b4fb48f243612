import Testing
import ZhucunKernel
import ZhucunTesting

/// Stars: the last grade's, those of awards, the highest number.
@Suite struct StarsTests {
    private static let settings = """
        for: {cadre: all}, per: year, base: {latest: {annual_grade: all}, of: grade, stars: {优秀: 2 stars, 称职: 1 star, 基本称职: 0 stars}},
        add: [{count: {incident: {kind: award}}, within: term, stars: 1 star}, {count: {incident: {kind: praise}}, stars: 1 star}], at_most: 5 stars
        """

    struct Given: Sendable {
        var grades: [(year: Int, grade: String)] = [(2023, "优秀")]
        var awards: [String] = []
        var praise: [String] = []
        let stars: [String?]
        var reasons = 1
    }

    private static let cases = [
        Given(stars: ["2", "2", "0"]), Given(grades: [(2023, "称职")], stars: ["1", "1", "0"]),
        Given(grades: [(2023, "基本称职")], awards: ["2023-05-05"], stars: ["1", "0", "1"]),
        // The newest grade counts; one of the year before does where there is no newer one, an older one does not.
        Given(grades: [(2023, "称职"), (2022, "优秀")], stars: ["1", "1", "0"]),
        Given(grades: [(2022, "优秀"), (2021, "称职")], stars: ["2", "2", "0"]),
        Given(grades: [(2021, "优秀")], stars: [nil, nil, nil]),
        Given(grades: [], awards: ["2023-05-05"], stars: [nil, nil, nil]),
        Given(grades: [(2023, "不称职")], stars: [nil, nil, nil]),
        // Of the term, of the year.
        Given(awards: ["2021-05-01", "2023-12-31"], stars: ["4", "2", "2"]),
        Given(awards: ["2021-04-30", "2024-01-01"], stars: ["2", "2", "0"]),
        Given(praise: ["2023-01-01", "2022-12-31"], stars: ["3", "2", "1"]),
        // Up to five.
        Given(awards: ["2022-01-01", "2022-02-01"], praise: ["2023-01-01"], stars: ["5", "2", "3"]),
        Given(awards: ["2022-01-01", "2022-02-01", "2022-03-01"], praise: ["2023-01-01"], stars: ["5", "2", "4"]),
    ]

    @Test(arguments: cases) func stars(given: Given) async throws {
        let found = try await judge("stars", Self.settings, in: "2023") { county in
            for (year, grade) in given.grades { county.add("annual_grades.csv", "C,\(year),\(grade)") }
            for day in given.awards { county.incident("C", day, "award") }
            for day in given.praise { county.incident("C", day, "praise") }
        }
        #expect(["stars", "base", "added"].map { found.measure("stars/it", "C", "2023", $0) } == given.stars)
        #expect(found.verdict("stars/it", "C", "2023") == (given.stars[0] == nil ? .undetermined : .met))
    }

    @Test(arguments: [("annual_grades.csv", ["没有年度考核等次记录"]), ("incidents.csv", ["没有保存奖励的记录"])])
    func withoutTheRecordsNothingIsKnown(file: String, reasons: [String]) async throws {
        let profile = try SmallProfile("stars:\n  - {id: it, clause: 一, \(Self.settings)}")
        var county = try profile.county()
        county.cadre("C", from: "2021-05-01")
        county.add("annual_grades.csv", "C,2023,优秀")
        county.incident("C", "2023-05-05", "award")
        try county.write()
        try county.removeFile(file)
        let found = try await assess(county.folder, under: "test", by: county.assessor, "2023")
        #expect(found.verdict("stars/it", "C", "2023") == .undetermined)
        #expect(found.measure("stars/it", "C", "2023", "stars") == nil)
        #expect(found.reasons("stars/it", "C", "2023") == reasons)
    }

    /// Without a base there are those of awards alone.
    @Test func withoutABase() async throws {
        let found = try await judge(
            "stars",
            "for: {cadre: all}, per: month, add: [{count: {incident: {kind: award}}, stars: 2 stars}], at_most: 3 stars",
            in: "2023-07"
        ) { county in
            county.cadre("D", from: "2021-05-01")
            county.incident("C", "2023-07-01", "award")
            for day in ["2023-07-01", "2023-07-31"] { county.incident("D", day, "award") }
        }
        #expect(["C", "D"].map { found.measure("stars/it", $0, "2023-07", "stars") } == ["2", "3"])
    }

    /// The newest of records that name somebody second, whatever the order of those whom they name first.
    @Test(arguments: [false, true]) func theNewestOfTheRecordsThatNameSomebody(isReversed: Bool) async throws {
        let settings =
            "for: {cadre: all}, per: month, base: {latest: {activity: all}, of: topic, stars: {一: 1 star, 二: 2 stars}}, at_most: 5 stars"
        let found = try await judge("stars", settings, in: "2023-07") { county in
            county.cadre("D", from: "2021-05-01")
            county.cadre("E", from: "2021-05-01")
            let rows = [("A1", "2023-07-20", "D", "二"), ("A2", "2023-07-05", "E", "一")]
            for (id, day, subject, topic) in isReversed ? rows.reversed() : rows {
                try county.record(
                    "activity",
                    [
                        "activity": id, "kind": "night_visit", "date": day, "subject": subject, "actors": "C",
                        "topic": topic,
                    ])
            }
        }
        #expect(found.measure("stars/it", "C", "2023-07", "stars") == "2")
    }

    @Test(arguments: [
        ("base: {latest: {annual_grade: all}, of: year, stars: {优秀: 2 stars}}, at_most: 5 stars", ["S108"]),
        ("base: {latest: {annual_grade: all}, of: grades, stars: {优秀: 2 stars}}, at_most: 5 stars", ["C401"]),
        ("base: {latest: {annual_grade: all}, of: grade, stars: {优秀: 2 points}}, at_most: 5 stars", ["S103"]),
        ("add: [{count: {incident: all}, stars: 1 star}]", ["S105"]),
    ])
    func wrongSettingsAreTold(settings: String, codes: [String]) async throws {
        #expect(try await faults("stars", "for: {cadre: all}, per: year, " + settings) == codes)
    }
}

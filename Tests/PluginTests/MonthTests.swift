import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Months that run from the 26th: every unit, window and record that names a month is of them.
@Suite struct MonthTests {
    private static func county(_ sections: String) throws -> (folder: ScratchFolder, county: TestCounty) {
        let folder = try profileFolder([("test", "month: from 26")], sections)
        var county = try TestCounty(profiles: folder.path, plugins: registry)
        county.cadre("C", from: "2021-05-01")
        for day in ["2022-09-05", "2023-09-04"] { county.present("C", on: day) }
        return (folder, county)
    }

    @Test func aMonthsDays() async throws {
        let (folder, empty) = try Self.county(
            "attendance:\n  - {id: it, clause: 一, for: {cadre: all}, per: month, days: 1/2}")
        var county = empty
        county.covered("2023-06-01..2023-10-31")
        county.present("C", on: "2023-08-25..2023-09-26", at: ["08:00"])
        let found = try await county.assess("test", "2023-09")
        #expect(found.units("attendance/it") == ["2023-09"])
        #expect(found.block("attendance/it", "2023-09")?.unit.days.description == "2023-08-26..2023-09-25")
        #expect(
            ["countable_days", "days_on_post"].map { found.measure("attendance/it", "C", "2023-09", $0) } == [
                "31", "31",
            ])
        // A quarter is three such months, a range the whole ones in it.
        #expect(try await county.assess("test", "2023-Q3").units("attendance/it") == ["2023-07", "2023-08", "2023-09"])
        #expect(try await county.assess("test", "2023-08-26..2023-09-30").units("attendance/it") == ["2023-09"])
        #expect(try await county.assess("test", "2023-09-01..2023-09-30").units("attendance/it").isEmpty)
        withExtendedLifetime(folder) {}
    }

    /// In the month, the year, and of a week the month and year of its Thursday.
    @Test(arguments: [
        ("month", "month", "2023-09", "2023-08-26", "2023-08-25"),
        ("month", "year", "2023-09", "2022-12-26", "2022-12-25"),
        ("week", "month", "2023-W35", "2023-08-26", "2023-08-25"),
        ("month", "quarter", "2023-09", "2023-06-26", "2023-06-25"),
        ("month", "half-month", "2023-09", "2023-09-10", "2023-09-09"),
    ])
    func windows(per: String, within: String, unit: String, inside: String, outside: String) async throws {
        let rule =
            "for: {cadre: all}, per: \(per), when: {count: {incident: {kind: discipline}}, within: \(within), at_least: 1}, then: [{remind: township}]"
        for (day, verdict) in [(inside, Verdict.met), (outside, .notApplicable)] {
            let (folder, empty) = try Self.county("consequences:\n  - {id: it, clause: 一, \(rule)}")
            var county = empty
            county.incident("C", day, "discipline")
            county.present("C", on: "2023-09-01")
            #expect(try await county.assess("test", unit).verdict("consequences/it", "C", unit) == verdict)
            withExtendedLifetime(folder) {}
        }
    }

    /// A record that names a month, a duty of a month of the year, a year's grade.
    @Test func recordsThatNameAMonth() async throws {
        let (folder, empty) = try Self.county(
            """
            scoring:
              - {id: score, clause: 一, for: {cadre: all}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}}
            duties:
              - {id: september, clause: 二, for: {village: all}, per: year, months: [9], records: {activity: {kind: income_visit}}, at_least: 2}
              - {id: named, clause: 三, for: {village: all}, per: month, records: {activity: {kind: work_log}}, at_least: 1}
            consequences:
              - {id: graded, clause: 四, for: {cadre: all}, per: year, when: {count: {annual_grade: {grade: 优秀}}, within: year, at_least: 1}, then: [{remind: township}]}
            """)
        var county = empty
        county.score("C", "2023-09", "工作", "80")
        for (index, day) in ["2023-08-25", "2023-08-26", "2023-09-25", "2023-09-26"].enumerated() {
            try county.record(
                "activity",
                ["activity": "A\(index)", "kind": "income_visit", "date": day, "subject": TestCounty.village])
        }
        try county.record(
            "activity",
            [
                "activity": "B", "kind": "work_log", "date": "2023-09-28", "period": "2023-09",
                "subject": TestCounty.village,
            ])
        try county.record("annual_grade", ["cadre": "C", "year": "2022", "grade": "优秀"])
        let year = try await county.assess("test", "2023")
        #expect(year.block("duties/september", "2023")?.unit.days.description == "2022-12-26..2023-12-25")
        #expect(year.measure("duties/september", TestCounty.village, "2023", "done") == "2")
        #expect(year.verdict("consequences/graded", "C", "2023") == .notApplicable)
        #expect(year.measure("scoring/score", "C", "2023-09", "total") == "80")
        #expect(year.measure("scoring/score", "C", "2023-08", "total") == nil)
        #expect(
            ["2023-08", "2023-09", "2023-10"].map { year.verdict("duties/named", TestCounty.village, $0) } == [
                .breached, .met, .breached,
            ])
        #expect(try await county.assess("test", "2022").verdict("consequences/graded", "C", "2022") == .met)
        withExtendedLifetime(folder) {}
    }

    /// Two profiles in one run, each with months of its own.
    @Test func eachCountyHasItsOwn() async throws {
        let folder = try profileFolder(
            [("here", "division: \"140622\"\nmonth: from 26"), ("there", "division: \"140623\"")],
            "attendance:\n  - {id: it, clause: 一, for: {cadre: all}, per: month, days: 1/2}")
        var county = try TestCounty(profiles: folder.path, plugins: registry)
        county.add("villages.csv", "140623100201,别村,,39.6,113.2,,500")
        county.add("teams.csv", "T9,140623100201,county,U-county,1")
        county.cadre("C", from: "2021-05-01")
        county.cadre("D", from: "2021-05-01", team: "T9", village: "140623100201")
        county.present("C", on: "2023-09-04")
        let found = try await county.assess(nil, "2023-09")
        #expect(
            found.counties.flatMap(\.blocks).map(\.unit.days.description) == [
                "2023-08-26..2023-09-25", "2023-09-01..2023-09-30",
            ])
        #expect(found.units("attendance/it") == ["2023-09", "2023-09"])
        #expect(["C", "D"].map { found.measure("attendance/it", $0, "2023-09", "countable_days") } == ["31", "28"])
    }

    private static func prepared(
        _ county: TestCounty, _ folder: ScratchFolder, _ period: String, asOf: String, isMonthOf: Bool
    ) throws -> (period: String?, codes: [String]) {
        try county.write()
        let day = try #require(Day(asOf))
        var request = Assessor.Request(
            profile: "test", period: try #require(Period(period)), asOf: day,
            records: RecordFolder(county.folder.path).records)
        request.refusesEarlyDay = true
        if isMonthOf { request.monthOf = day }
        var diagnostics = Diagnostics()
        let prepared = Assessor(store: ProfileStore(directory: folder.path), plugins: registry).prepare(
            request, into: &diagnostics)
        return (prepared?.period.description, diagnostics.all.filter { $0.severity == .error }.map(\.code))
    }

    /// The month of the day of asking is the profile's, and a day in it is not before it.
    @Test func theMonthOfADay() throws {
        let (folder, county) = try Self.county(
            "attendance:\n  - {id: it, clause: 一, for: {cadre: all}, per: month, days: 1/2}")
        for (day, month) in [("2023-09-04", "2023-09"), ("2023-09-25", "2023-09")] {
            #expect(try Self.prepared(county, folder, "2023-09", asOf: day, isMonthOf: true).period == month)
        }
        for (day, codes) in [("2023-08-26", []), ("2023-08-25", ["U704"])] {
            #expect(try Self.prepared(county, folder, "2023-09", asOf: day, isMonthOf: false).codes == codes)
        }
        var later = county
        later.present("C", on: "2023-09-27")
        #expect(try Self.prepared(later, folder, "2023-09", asOf: "2023-09-26", isMonthOf: true).period == "2023-10")
        withExtendedLifetime(folder) {}
    }
}

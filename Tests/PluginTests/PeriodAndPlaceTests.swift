import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Records of longer periods, days that are not over, codes with zeros in them, and settings that go with nothing.
@Suite struct PeriodAndPlaceTests {
    /// A city whose county digits are zeros is one division, not two.
    @Test func aCityWithoutCountiesIsOneDivision() async throws {
        let found = try await judge(
            "duties", "for: {division: {level: city}}, per: month, records: {activity: all}, at_least: 1", in: "2023-07"
        ) { county in
            county.add("villages.csv", "441900100201,别村,,23.0,113.7,,500")
            county.add("teams.csv", "T9,441900100201,county,U-county,1")
            county.cadre("D", from: "2021-05-01", team: "T9", village: "441900100201")
            county.keep("activity")
        }
        let judged = found.counties.flatMap(\.blocks).flatMap(\.findings).map {
            found.records.world.identifier(of: $0.subject)
        }
        #expect(judged == ["140600", "441900"])
    }

    /// What was attested or done of a year is not of each of its months or days.
    @Test(arguments: [("2023-12", Verdict.met), ("2023", .undetermined), ("2023-Q4", .undetermined)])
    func anAttestationOfAYearIsNoMonths(period: String, verdict: Verdict) async throws {
        let found = try await judge("checklist", "for: {village: all}, per: month, question: 是否公示", in: "2023-12") {
            county in
            try county.record(
                "attestation",
                [
                    "provision": "it", "subject": TestCounty.village, "period": period, "verdict": "met",
                    "date": "2023-12-31",
                ])
        }
        #expect(found.verdict("checklist/it", TestCounty.village, "2023-12") == verdict)
    }

    @Test(arguments: [("2023-07-31", "31"), ("2023-07", "30")])
    func aRecordOfAMonthFillsNoDay(period: String, done: String) async throws {
        let found = try await judge(
            "duties", "for: {village: all}, per: month, every: day, records: {activity: all}, at_least: 1",
            in: "2023-07"
        ) { county in
            for day in 1...30 {
                try county.record(
                    "activity",
                    [
                        "activity": "A\(day)", "kind": "work_log", "date": "2023-07-\(day < 10 ? "0" : "")\(day)",
                        "subject": TestCounty.village,
                    ])
            }
            try county.record(
                "activity",
                [
                    "activity": "Z", "kind": "work_log", "date": "2023-07-31", "period": period,
                    "subject": TestCounty.village,
                ])
        }
        #expect(found.measure("duties/it", TestCounty.village, "2023-07", "done") == done)
    }

    /// What is to be paid in full is open until the unit is over.
    @Test(arguments: [("2023-12-31", Verdict.notApplicable), ("2024-01-01", .breached)])
    func payingInFullIsOpenUntilTheEnd(asOf: String, verdict: Verdict) async throws {
        let found = try await judge(
            "entitlements",
            "for: {cadre: all}, per: year, rate: 800 yuan, paid: {amount: {kind: allowance}}, pay: in_full", in: "2023",
            asOf: asOf
        ) {
            $0.keep("amount")
        }
        #expect(found.verdict("entitlements/it", "C", "2023") == verdict)
    }

    /// The level of a second team that nobody wrote down could be any.
    @Test(arguments: [("county", Verdict.met), ("city", .breached), ("", .undetermined)])
    func aTeamWithoutALevel(level: String, verdict: Verdict) async throws {
        let found = try await judge(
            "composition", "for: {village: all}, per: month, levels: {at_most: 1}", in: "2023-07"
        ) { county in
            county.add("teams.csv", "T2,\(TestCounty.village),\(level),U-city,1")
            county.cadre("M", from: "2021-05-01", team: "T2")
        }
        #expect(found.verdict("composition/it", TestCounty.village, "2023-07") == verdict)
    }

    @Test(arguments: [
        (
            "duties", "for: {team: all}, per: month, records: {activity: all}, total: {hours: 4 hours}, every: day",
            "D102"
        ),
        (
            "duties",
            "for: {team: all}, per: month, records: {activity: all}, total: {hours: 4 hours}, distinct: topic", "D102"
        ),
        ("duties", "for: {team: all}, per: month, records: {activity: all}, at_least: 1, on: working_days", "D103"),
        (
            "consequences",
            "for: {cadre: all}, per: month, when: {count: {incident: all}, consecutive: 2, within: year, at_least: 1}, then: [{remind: township}]",
            "C417"
        ),
    ])
    func settingsThatGoWithNothingAreTold(section: String, provision: String, code: String) async throws {
        #expect(try await faults(section, provision) == [code])
    }

    /// Only what is done in the months named counts.
    @Test(arguments: [
        ("2023-08-31", Verdict.breached), ("2023-09-01", .met), ("2023-09-30", .met), ("2023-10-01", .breached),
    ])
    func aDutyOfOneMonthOfTheYear(date: String, verdict: Verdict) async throws {
        let found = try await judge(
            "duties", "for: {village: all}, per: year, months: [9], records: {activity: all}, at_least: 1", in: "2023"
        ) {
            try $0.record(
                "activity", ["activity": "A", "kind": "income_visit", "date": date, "subject": TestCounty.village])
        }
        #expect(found.verdict("duties/it", TestCounty.village, "2023") == verdict)
    }

    /// Which days of a year without a calendar are worked is not known.
    @Test(arguments: [("2026-12-20", Verdict.breached), ("2026-12-23", .met), ("2026-12-28", .undetermined)])
    func workingDaysOfAYearWithoutACalendar(arose: String, verdict: Verdict) async throws {
        let found = try await judge(
            "deadlines", "for: {vacancy: all}, from: {field: arose}, to: {field: filled}, within: 5 working days",
            in: "2026-12"
        ) {
            try $0.record(
                "vacancy", ["vacancy": "V", "village": TestCounty.village, "arose": arose, "filled": "2026-12-30"])
            $0.present("C", on: "2026-12-01")
        }
        #expect(found.verdict("deadlines/it", "V", "2026-12") == verdict)
    }

    /// Steps that do not add up to the whole way are a note.
    @Test(arguments: [("15 days", false), ("14 days", true)]) func stepsThatDoNotAddUp(second: String, isNoted: Bool)
        async throws
    {
        let steps = """
              - {id: second, clause: 一, for: {case: all}, from: {field: planned}, to: {field: measured}, within: \(second)}
              - {id: whole, clause: 一, for: {case: all}, from: {field: identified}, to: {field: measured}, within: 25 days}
            """
        let profile = try SmallProfile(
            "deadlines:\n  - {id: it, clause: 一, for: {case: all}, from: {field: identified}, to: {field: planned}, within: 10 days}\n\(steps)"
        )
        let store = ProfileStore(directory: profile.folder.path)
        var diagnostics = store.diagnostics
        _ = store.profile(named: "test").flatMap {
            Policy.resolve($0, in: store, plugins: registry, into: &diagnostics)
        }
        #expect(!diagnostics.hasErrors)
        #expect(diagnostics.all.contains { $0.code == "D202" } == isNoted)
    }
}

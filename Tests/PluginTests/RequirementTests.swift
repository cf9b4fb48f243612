import CivilTime
import Testing
import ZhucunKernel
import ZhucunTesting

/// What must hold of a subject, by each form of condition at its edge.
@Suite struct RequirementTests {
    /// The verdict on the cadre N.
    private func verdict(_ settings: String, in period: String = "2023-07", _ fill: (inout TestCounty) throws -> Void)
        async throws -> Verdict?
    {
        try await judge("requirements", "for: {cadre: all}, " + settings, in: period, fill).verdict(
            "requirements/it", "N", period)
    }

    private static func cadre(
        _ county: inout TestCounty, born: String = "1980-01-01", posted: String = "2021-05-01",
        education: String = "bachelor", party: String = "true", specialties: String = ""
    ) {
        county.add("cadres.csv", "N,N名,\(born),\(education),civil_servant,\(party),\(specialties)")
        county.add("postings.csv", "N,T1,\(TestCounty.village),member,U-county,\(posted),,true")
    }

    // MARK: verdicts

    private static let praised = "{count: {incident: {kind: praise}}, at_least: 1}"
    private static let polled = "{count: {poll: all}, at_least: 1}"
    private static let studied = "{count: {activity: all}, at_least: 1}"

    struct Outcome: Sendable {
        let settings: String
        let verdict: Verdict
        var reasons = 0
    }

    /// Praise is recorded, polls are kept but there is none, of activities there is no file.
    @Test(arguments: [
        Outcome(settings: "must: \(praised)", verdict: .met),
        Outcome(settings: "must: \(polled)", verdict: .breached, reasons: 1),
        Outcome(settings: "must: \(studied)", verdict: .undetermined, reasons: 1),
        Outcome(settings: "when: \(praised), must: \(polled)", verdict: .breached, reasons: 1),
        Outcome(settings: "when: \(polled), must: \(praised)", verdict: .notApplicable),
        Outcome(settings: "when: \(studied), must: \(praised)", verdict: .undetermined, reasons: 1),
        Outcome(settings: "when: \(studied), must: \(polled)", verdict: .undetermined, reasons: 1),
        Outcome(settings: "must: \(praised), known_when: \(praised)", verdict: .met),
        Outcome(settings: "must: \(praised), known_when: \(polled)", verdict: .undetermined, reasons: 1),
        Outcome(settings: "must: \(praised), known_when: \(studied)", verdict: .undetermined, reasons: 1),
        Outcome(settings: "must: \(polled), known_when: \(studied)", verdict: .breached, reasons: 1),
        Outcome(settings: "must: {any: [\(studied), \(praised)]}", verdict: .met),
        Outcome(settings: "must: {all: [\(studied), \(polled)]}", verdict: .breached, reasons: 1),
        Outcome(settings: "must: {all: [\(studied), \(praised)]}", verdict: .undetermined, reasons: 1),
        Outcome(settings: "must: {not: \(polled)}", verdict: .met),
    ])
    func verdicts(outcome: Outcome) async throws {
        let found = try await judge("requirements", "for: {cadre: all}, " + outcome.settings, in: "2023-07") {
            $0.incident("C", "2023-07-05", "praise")
        }
        #expect(found.verdict("requirements/it", "C", "2023-07") == outcome.verdict)
        #expect(found.measure("requirements/it", "C", "2023-07", "outcome") == outcome.verdict.rawValue)
        #expect(found.reasons("requirements/it", "C", "2023-07").count == outcome.reasons)
    }

    /// Another provision reads how it came out.
    @Test(arguments: [(true, Verdict.notApplicable), (false, .met)])
    func theOutcomeIsAMeasure(praised: Bool, verdict: Verdict) async throws {
        let after =
            "consequences:\n  - {id: after, clause: 二, for: {cadre: all}, when: {measure: requirements.it.outcome, equals: breached}, then: [{remind: township}]}"
        let found = try await judge(
            "requirements", "for: {cadre: all}, must: \(Self.praised)", besides: after, in: "2023-07"
        ) {
            if praised { $0.incident("C", "2023-07-05", "praise") }
        }
        #expect(found.verdict("consequences/after", "C", "2023-07") == verdict)
    }

    /// With `per` in each unit, without at the end of the period.
    @Test func unitsOrThePeriod() async throws {
        for (per, units) in [("per: month, ", ["2023-07", "2023-08", "2023-09"]), ("", ["2023-Q3"])] {
            let found = try await judge("requirements", "for: {cadre: all}, \(per)must: \(Self.praised)", in: "2023-Q3")
            { $0.incident("C", "2023-08-31", "praise") }
            #expect(found.units("requirements/it") == units)
            #expect(
                units.map { found.verdict("requirements/it", "C", $0) }
                    == (per.isEmpty ? [.met] : [.breached, .met, .breached]))
        }
    }

    // MARK: fields

    /// Completed years on the first day of the posting: 55 on the birthday itself.
    @Test(arguments: [
        ("1966-05-01", "2021-05-01", Verdict.met), ("1965-05-02", "2021-05-01", .met),
        ("1965-05-01", "2021-05-01", .breached), ("1965-04-30", "2021-05-01", .breached),
        ("1968-02-29", "2023-02-28", .met), ("1968-02-29", "2024-02-28", .met), ("1968-02-29", "2024-02-29", .breached),
        ("1967-02-28", "2023-03-01", .breached),
        ("1967-03-01", "2023-02-28", .met), ("1968-02-29", "2023-03-01", .met), ("", "2021-05-01", .undetermined),
    ])
    func notOlderThan55WhenPosted(born: String, posted: String, verdict: Verdict) async throws {
        let found = try await self.verdict("must: {field: age, at_most: 55 years}", in: "2024-07") {
            Self.cadre(&$0, born: born, posted: posted)
        }
        #expect(found == verdict)
    }

    @Test(arguments: [
        ("at_most: 41 years", Verdict.met), ("below: 41 years", .breached), ("above: 41 years", .breached),
        ("at_least: 41 years", .met), ("equals: 41岁", .met), ("above: 20 years, below: 30 years", .breached),
    ])
    func comparisonsOfAge(comparison: String, verdict: Verdict) async throws {
        #expect(try await self.verdict("must: {field: age, \(comparison)}") { Self.cadre(&$0) } == verdict)
    }

    @Test(arguments: [
        ("{field: education, in: [bachelor, master]}", Verdict.met), ("{field: education, equals: master}", .breached),
        ("{field: party_member, equals: true}", .met),
        ("{field: party_member, equals: false}", .breached), ("{field: seconded, equals: true}", .met),
        ("{field: specialties, in: [party_building, industry]}", .met),
        ("{field: specialties, equals: planning}", .breached), ("{field: specialties, present: true}", .met),
        ("{field: specialties, present: false}", .breached),
        ("{field: level, equals: county}", .met), ("{field: level, in: [city, province]}", .breached),
        ("{field: role, equals: member}", .met), ("{field: village_kinds, present: false}", .met),
        ("{field: village_kinds, equals: weak_party}", .undetermined),
    ])
    func namesAndFlags(must: String, verdict: Verdict) async throws {
        #expect(
            try await self.verdict("must: \(must)") { Self.cadre(&$0, specialties: "resources;industry") } == verdict)
    }

    @Test(arguments: [
        ("", "{field: party_member, equals: true}", Verdict.undetermined),
        ("", "{field: party_member, present: true}", .breached),
        ("false", "{field: party_member, present: true}", .met),
    ])
    func whatTheRecordDoesNotSay(party: String, must: String, verdict: Verdict) async throws {
        #expect(try await self.verdict("must: \(must)") { Self.cadre(&$0, party: party) } == verdict)
    }

    // MARK: years before the term

    /// Of the three years before a posting those count that were over when it began.
    @Test(arguments: [
        ("2021-05-01", [2018, 2019, 2020]), ("2021-01-01", [2018, 2019, 2020]), ("2020-12-31", [2017, 2018, 2019]),
        ("2021-12-31", [2018, 2019, 2020]), ("2022-01-01", [2019, 2020, 2021]),
    ])
    func threeYearsBeforeTheTerm(posted: String, years: [Int]) async throws {
        for year in 2016...2023 {
            let found = try await verdict(
                "must: {count: {annual_grade: {grade: [优秀]}}, within: 3 years before term, at_least: 1}"
            ) {
                Self.cadre(&$0, posted: posted)
                $0.add("annual_grades.csv", "N,\(year),优秀")
            }
            #expect(found == (years.contains(year) ? .met : .breached), "\(year)")
        }
    }

    /// Days before the posting, its first day not among them.
    @Test(arguments: [
        ("2020-04-30", Verdict.met), ("2020-05-01", .breached), ("2021-04-30", .breached), ("2021-05-01", .met),
    ])
    func aYearBeforeTheTerm(day: String, verdict: Verdict) async throws {
        let found = try await self.verdict(
            "must: {count: {incident: {kind: discipline}}, within: 1 year before term, at_most: 0}"
        ) {
            Self.cadre(&$0)
            $0.incident("N", day, "discipline")
        }
        #expect(found == verdict)
    }

    // MARK: sums

    private static let share =
        "for: {village: all}, per: year, must: {sum: {amount: {kind: industry_funds}}, of: amount, over: base, at_least: 60%}"

    @Test(arguments: [
        ([("60", "100")], Verdict.met), ([("59.999999", "100")], .breached), ([("30", "50"), ("30", "50")], .met),
        ([("50", "50"), ("10", "50.000001")], .breached),
        ([("0", "100")], .breached), ([("60", "0")], .undetermined), ([("0", "0"), ("60", "100")], .met),
        ([("60", "")], .undetermined), ([("60", "100"), ("10", "")], .undetermined),
        ([], .undetermined),
    ])
    func aShareOfTwoSums(rows: [(String, String)], verdict: Verdict) async throws {
        let found = try await judge(
            "requirements", Self.share, besides: "words: {amount: {industry_funds: {zh: 产业资金, en: industry}}}",
            in: "2023"
        ) { county in
            county.keep("amount")
            for (amount, base) in rows {
                try county.record(
                    "amount",
                    [
                        "subject": TestCounty.village, "kind": "industry_funds", "date": "2023-07-05", "amount": amount,
                        "base": base,
                    ])
            }
            try county.record(
                "amount",
                ["subject": TestCounty.village, "kind": "allowance", "date": "2023-07-05", "amount": "1", "base": "1"])
            try county.record(
                "amount",
                [
                    "subject": TestCounty.village, "kind": "industry_funds", "date": "2022-12-31", "amount": "1",
                    "base": "1",
                ])
        }
        #expect(found.verdict("requirements/it", TestCounty.village, "2023") == verdict)
    }

    @Test(arguments: [
        ("30000", "", Verdict.met), ("29999.99", "", .breached), ("20000", "10000", .met),
        ("20000", "9999.999999", .breached),
    ])
    func aSum(first: String, second: String, verdict: Verdict) async throws {
        let settings =
            "for: {village: all}, must: {sum: {amount: {kind: allowance}}, of: amount, within: year, at_least: 3万元}"
        let found = try await judge("requirements", settings, in: "2023-07") { county in
            for (amount, day) in [(first, "2023-01-01"), (second, "2023-07-31")] where !amount.isEmpty {
                try county.record(
                    "amount", ["subject": TestCounty.village, "kind": "allowance", "date": day, "amount": amount])
            }
        }
        #expect(found.verdict("requirements/it", TestCounty.village, "2023-07") == verdict)
    }

    /// A column that a row leaves empty makes the sum unknown.
    @Test(arguments: [("3", Verdict.met), ("2", .breached), ("", .undetermined)])
    func aRowWithoutItsNumber(days: String, verdict: Verdict) async throws {
        let found = try await judge(
            "requirements", "for: {cadre: all}, must: {sum: {activity: all}, of: days, at_least: 5 days}", in: "2023-07"
        ) { county in
            for (index, days) in ["2", days].enumerated() {
                try county.record(
                    "activity",
                    [
                        "activity": "A\(index)", "kind": "central_training", "date": "2023-07-05", "subject": "C",
                        "days": days,
                    ])
            }
        }
        #expect(found.verdict("requirements/it", "C", "2023-07") == verdict)
    }

    // MARK: counts

    /// In each of the last two months; the first of the two may lie before the period.
    @Test(arguments: [
        (["2023-06-30", "2023-07-01"], Verdict.met), (["2023-05-31", "2023-07-01"], .breached),
        (["2023-07-01", "2023-07-31"], .breached), (["2023-06-01", "2023-06-30"], .breached),
    ])
    func twoMonthsRunning(days: [String], verdict: Verdict) async throws {
        let found = try await judge(
            "requirements",
            "for: {cadre: all}, per: month, must: {count: {incident: {kind: praise}}, consecutive: 2, at_least: 1}",
            in: "2023-07"
        ) { county in
            for day in days { county.incident("C", day, "praise") }
        }
        #expect(found.verdict("requirements/it", "C", "2023-07") == verdict)
    }

    /// A range of days has nothing before it.
    @Test func aRangeHasNoUnitsRunning() async throws {
        let found = try await judge(
            "requirements", "for: {cadre: all}, must: {count: {incident: {kind: praise}}, consecutive: 2, at_least: 1}",
            in: "2023-07-01..2023-07-20"
        ) {
            $0.incident("C", "2023-07-05", "praise")
        }
        #expect(found.verdict("requirements/it", "C", "2023-07-01..2023-07-20") == .undetermined)
    }

    @Test(arguments: [
        (["county", "city"], Verdict.met), (["county", "county"], .breached), (["county", ""], .undetermined),
        (["", "", "city"], .undetermined), (["county", "county", "county"], .breached), (["", "city", "county"], .met),
    ])
    func differentValues(levels: [String], verdict: Verdict) async throws {
        let found = try await judge(
            "requirements",
            "for: {cadre: all}, must: {count: {incident: {kind: praise}}, distinct: level, at_least: 2}", in: "2023-07"
        ) { county in
            for (index, level) in levels.enumerated() {
                county.incident("C", "2023-07-0\(index + 1)", "praise", level: level)
            }
        }
        #expect(found.verdict("requirements/it", "C", "2023-07") == verdict)
    }

    @Test(arguments: [(7, Verdict.met), (8, .breached)])
    func rowsThatLeadToASubject(month: Int, verdict: Verdict) async throws {
        let settings =
            "for: {household: {classes: [unstable]}}, must: {any: [{field: labour, equals: 0}, {count: {worker: {stable: true}}, at_least: 1}]}"
        let found = try await judge("requirements", settings, in: "2023-07") { county in
            for (id, classes, labour) in [
                ("H1", "unstable", "1"), ("H2", "lifted;unstable", "0"), ("H3", "lifted", "1"), ("H4", "unstable", ""),
            ] {
                try county.record(
                    "household", ["household": id, "village": TestCounty.village, "classes": classes, "labour": labour])
            }
            try county.record("worker", ["worker": "W1", "household": "H1", "stable": month == 7 ? "true" : "false"])
            try county.record("worker", ["worker": "W4", "household": "H4", "stable": ""])
        }
        #expect(found.verdict("requirements/it", "H1", "2023-07") == verdict)
        #expect(found.verdict("requirements/it", "H2", "2023-07") == .met)
        #expect(found.finding("requirements/it", "H3", "2023-07") == nil)
        // Whether it can work is not said, and no worker of it is known to be in stable work.
        #expect(found.verdict("requirements/it", "H4", "2023-07") == .undetermined)
    }

    @Test(arguments: [
        ("must: {sum: {amount: all}, at_least: 1 yuan}", ["S105"]),
        ("must: {sum: {amount: all}, of: kind, at_least: 1 yuan}", ["S108"]),
        ("must: {sum: {amount: all}, of: amount, over: kind, at_least: 60%}", ["S108"]),
        ("must: {sum: {amount: all}, of: amuont, at_least: 1 yuan}", ["C401"]),
        ("must: {sum: {amount: all}, of: amount, at_least: 60%}", ["S103"]),
        ("must: {sum: {amount: all}, of: amount, over: base, at_least: 1 yuan}", ["S103"]),
        ("must: {sum: {amount: all}, of: amount}", ["C409"]), ("must: {field: aeg, at_most: 55 years}", ["C401"]),
        ("must: {field: age}", ["C409"]),
        ("must: {field: age, at_most: 55 days}", ["S103"]), ("must: {field: education, at_least: master}", ["C402"]),
        ("must: {field: education, equals: masters}", ["S107"]),
        ("must: {count: {incident: all}, distinct: levle, at_least: 2}", ["C401"]),
        ("must: {count: {incident: all}, consecutive: 1, at_least: 2}", ["S102"]),
        ("must: {count: {incident: all}, within: 3 years before, at_least: 2}", ["S102"]),
    ])
    func wrongConditionsAreTold(settings: String, codes: [String]) async throws {
        #expect(try await faults("requirements", "for: {cadre: all}, " + settings) == codes)
    }
}

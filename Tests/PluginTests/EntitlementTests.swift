import Testing
import ZhucunKernel
import ZhucunTesting

/// What can be got: rate times quantity, the first so much, the cap, and what was paid.
@Suite struct EntitlementTests {
    private static let soy = "for: {household: all}, per: year, rate: 80 yuan, sum: {planting: {kind: soybean}}, of: mu"

    private static func household(_ county: inout TestCounty, mu: [String], paid: [String] = []) throws {
        try county.record("household", ["household": "H", "village": TestCounty.village])
        county.keep("planting")
        county.keep("amount")
        for (index, mu) in mu.enumerated() {
            try county.record(
                "planting", ["subject": "H", "kind": "soybean", "date": "2023-0\(index + 5)-05", "mu": mu])
        }
        for paid in paid {
            try county.record("amount", ["subject": "H", "kind": "allowance", "date": "2023-12-31", "amount": paid])
        }
    }

    struct Grown: Sendable {
        let mu: [String]
        var more = ""
        let amount: String
        var quantity: String?
    }

    @Test(arguments: [
        Grown(mu: ["3.5"], amount: "280"), Grown(mu: ["3", "0.5"], amount: "280", quantity: "7/2"),
        Grown(mu: ["0.333333"], amount: "333333/12500"),
        Grown(mu: ["10"], more: ", capped: 10 mu", amount: "800", quantity: "10"),
        Grown(mu: ["10.1"], more: ", capped: 10 mu", amount: "800", quantity: "10"),
        Grown(mu: ["9.9"], more: ", capped: 10亩", amount: "792", quantity: "99/10"),
        Grown(mu: ["25"], more: ", at_most: 2000 yuan", amount: "2000", quantity: "25"),
        Grown(mu: ["25.1"], more: ", at_most: 2000 yuan", amount: "2000", quantity: "251/10"),
        Grown(mu: ["24.9"], more: ", at_most: 2000 yuan", amount: "1992", quantity: "249/10"),
        Grown(mu: ["30"], more: ", capped: 20 mu, at_most: 1500 yuan", amount: "1500", quantity: "20"),
    ])
    func rateTimesQuantity(grown: Grown) async throws {
        let found = try await judge("entitlements", Self.soy + grown.more, in: "2023") {
            try Self.household(&$0, mu: grown.mu)
        }
        #expect(found.measure("entitlements/it", "H", "2023", "amount") == grown.amount)
        if let quantity = grown.quantity {
            #expect(found.measure("entitlements/it", "H", "2023", "quantity") == quantity)
        }
        #expect(found.verdict("entitlements/it", "H", "2023") == .met)
    }

    /// Paid no more than can be got, or the whole of it.
    @Test(arguments: [
        ("", ["800"], Verdict.met), ("", ["799.99"], .met), ("", ["800.000001"], .breached),
        ("", ["400", "400"], .met), ("", ["400", "400.01"], .breached), ("", [], .met),
        (", pay: in_full", ["800"], .met), (", pay: in_full", ["799.99"], .breached),
        (", pay: in_full", ["800.01"], .breached), (", pay: in_full", [], .breached),
        (", pay: no_more", ["1"], .met),
    ])
    func whatWasPaid(pay: String, paid: [String], verdict: Verdict) async throws {
        let found = try await judge("entitlements", Self.soy + ", paid: {amount: {kind: allowance}}" + pay, in: "2023")
        { try Self.household(&$0, mu: ["10"], paid: paid) }
        #expect(found.verdict("entitlements/it", "H", "2023") == verdict)
        #expect(found.measure("entitlements/it", "H", "2023", "amount") == "800")
    }

    /// Nothing grown: nothing to be got, and nothing to be paid.
    @Test(arguments: [([String](), nil), (["0.01"], Verdict.breached)])
    func nothingToBeGot(paid: [String], verdict: Verdict?) async throws {
        let found = try await judge("entitlements", Self.soy + ", paid: {amount: {kind: allowance}}", in: "2023") {
            try Self.household(&$0, mu: [], paid: paid)
        }
        #expect(found.verdict("entitlements/it", "H", "2023") == verdict)
    }

    @Test(arguments: [("plantings.csv", "数量无法确定"), ("amounts.csv", "没有保存发放记录")])
    func withoutTheRecordsNothingIsKnown(file: String, reason: String) async throws {
        let profile = try SmallProfile(
            "entitlements:\n  - {id: it, clause: 一, \(Self.soy), paid: {amount: {kind: allowance}}}")
        var county = try profile.county()
        county.cadre("C", from: "2021-05-01")
        try Self.household(&county, mu: ["10"], paid: ["800"])
        try county.write()
        try county.removeFile(file)
        let found = try await assess(county.folder, under: "test", by: county.assessor, "2023")
        #expect(found.verdict("entitlements/it", "H", "2023") == .undetermined)
        #expect(found.reasons("entitlements/it", "H", "2023") == [reason])
    }

    /// Another provision's measure is the quantity.
    @Test(arguments: [(0, Verdict.notApplicable, "0"), (1, .met, "80"), (3, .met, "200")])
    func aMeasureIsTheQuantity(visits: Int, verdict: Verdict, amount: String) async throws {
        let duty =
            "duties:\n  - {id: visits, clause: 二, for: {cadre: all}, per: month, records: {activity: all}, at_least: 1}"
        let found = try await judge(
            "entitlements",
            "for: {cadre: all}, per: month, rate: 80 yuan, measure: duties.visits.done, at_most: 200 yuan",
            besides: duty, in: "2023-07"
        ) { county in
            county.keep("activity")
            for visit in 0..<visits {
                try county.record(
                    "activity",
                    ["activity": "A\(visit)", "kind": "night_visit", "date": "2023-07-0\(visit + 5)", "subject": "C"])
            }
        }
        #expect(found.verdict("entitlements/it", "C", "2023-07") == verdict)
        #expect(found.measure("entitlements/it", "C", "2023-07", "amount") == amount)
    }

    /// One of them, when a condition holds: undetermined where that is not known.
    @Test func whenAConditionHolds() async throws {
        let settings = "for: {cadre: all}, per: year, rate: 2000 yuan, when: {field: party_member, equals: true}"
        let found = try await judge("entitlements", settings, in: "2023") { county in
            for (id, party) in [("Y", "true"), ("N", "false"), ("X", "")] {
                county.add("cadres.csv", "\(id),\(id)名,1980-01-01,bachelor,civil_servant,\(party)")
                county.add("postings.csv", "\(id),T1,\(TestCounty.village),member,U-county,2021-05-01,,false")
            }
        }
        #expect(
            ["Y", "N", "X"].map { found.verdict("entitlements/it", $0, "2023") } == [
                .met, .notApplicable, .undetermined,
            ])
        #expect(["Y", "N", "X"].map { found.measure("entitlements/it", $0, "2023", "amount") } == ["2000", nil, nil])
    }

    /// The rate is that of the level which last sent the cadre in the unit, also of one who has left since.
    @Test func ratesByLevel() async throws {
        let found = try await judge(
            "entitlements",
            "for: {cadre: all}, per: month, rates: {province: 120 yuan, city: 100 yuan, county: 80 yuan}", in: "2023-07"
        ) { county in
            for level in ["province", "city", "county", "township"] {
                county.cadre(level, from: "2021-05-01", unit: "U-\(level)")
            }
            county.cadre("left", from: "2021-05-01", to: "2023-07-20", unit: "U-city")
            county.cadre("moved", from: "2021-05-01", to: "2023-07-20", unit: "U-province")
            county.add("postings.csv", "moved,T1,\(TestCounty.village),member,U-county,2023-07-21,,false")
            county.cadre("moves", from: "2021-05-01", to: "2023-07-31", unit: "U-city")
            county.add("postings.csv", "moves,T1,\(TestCounty.village),member,U-county,2023-08-01,,false")
        }
        let amounts = ["province", "city", "county", "left", "moved", "moves"].map {
            found.measure("entitlements/it", $0, "2023-07", "amount")
        }
        #expect(amounts == ["120", "100", "80", "100", "80", "100"])
        #expect(found.verdict("entitlements/it", "township", "2023-07") == .undetermined)
        #expect(found.reasons("entitlements/it", "township", "2023-07") == ["没有适用的标准"])
    }

    /// So much for each yuan, of the first fifty thousand.
    @Test(arguments: [("50000", "2500"), ("50000.01", "2500"), ("49999", "49999/20")])
    func aShareOfALoan(amount: String, subsidy: String) async throws {
        let settings =
            "for: {household: all}, per: year, rate: 0.05 yuan, sum: {loan: {eligible: true}}, of: amount, capped: 5万元"
        let found = try await judge("entitlements", settings, in: "2023") { county in
            try county.record("household", ["household": "H", "village": TestCounty.village])
            for (id, eligible) in [("L1", "true"), ("L2", "false")] {
                try county.record(
                    "loan",
                    ["loan": id, "household": "H", "applied": "2023-03-01", "eligible": eligible, "amount": amount])
            }
        }
        #expect(found.measure("entitlements/it", "H", "2023", "amount") == subsidy)
    }

    /// A loan whose amount is not written leaves the quantity unknown.
    @Test func aRowWithoutItsNumber() async throws {
        let found = try await judge(
            "entitlements", "for: {household: all}, per: year, rate: 0.05 yuan, sum: {loan: all}, of: amount",
            in: "2023"
        ) { county in
            try county.record("household", ["household": "H", "village": TestCounty.village])
            for (id, amount) in [("L1", "10000"), ("L2", "")] {
                try county.record("loan", ["loan": id, "household": "H", "applied": "2023-03-01", "amount": amount])
            }
        }
        #expect(found.verdict("entitlements/it", "H", "2023") == .undetermined)
    }

    @Test(arguments: [
        ("sum: {planting: all}, of: mu", ["E101"]), ("rate: 1 yuan, rates: {city: 1 yuan}", ["E101"]),
        ("rate: 1 mu", ["S103"]), ("rate: 1 yuan, sum: {planting: all}", ["E103"]),
        ("rate: 1 yuan, of: mu", ["E103"]),
        ("rate: 1 yuan, sum: {planting: all}, of: mu, measure: entitlements.it.paid", ["E103", "C414"]),
        ("rate: 1 yuan, sum: {planting: all}, of: kind", ["S108"]),
        ("rate: 1 yuan, sum: {planting: all}, of: mu, capped: 50000 yuan", ["S103"]),
        ("rate: 1 yuan, paid: {planting: all}", ["E102"]), ("rates: {citi: 1 yuan}", ["S107"]),
        ("rate: 1 yuan, pay: fully", ["S108"]),
    ])
    func wrongSettingsAreTold(settings: String, codes: [String]) async throws {
        #expect(try await faults("entitlements", "for: {household: all}, per: year, " + settings) == codes)
    }
}

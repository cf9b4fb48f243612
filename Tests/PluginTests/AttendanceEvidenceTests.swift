import CivilTime
import Glibc
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Which check-ins prove which day.
@Suite struct AttendanceEvidenceTests {
    /// Every day is judged by itself, so that it shows which day a check-in belongs to.
    private static let daily = """
        attendance:
          - {id: work, clause: 一, for: {cadre: all}, per: day, days: 100%, day: {any: [work]}}
          - {id: stay, clause: 二, for: {cadre: all}, per: day, days: 100%, day: {any: [stay]}}
          - {id: all, clause: 三, for: {cadre: all}, per: day, days: 100%, day: {all: [eat, stay, work]}}
        """

    @Test(arguments: [
        ("2023-07-05T06:00:00+08:00", "2023-07-05", nil), ("2023-07-05T05:59:59+08:00", nil, "2023-07-04"),
        ("2023-07-05T19:59:59+08:00", "2023-07-05", nil), ("2023-07-05T20:00:00+08:00", nil, "2023-07-05"),
        ("2023-07-05T03:00:00+08:00", nil, "2023-07-04"), ("2023-07-05T00:00:00+08:00", nil, "2023-07-04"),
        ("2023-07-05T23:59:59+08:00", nil, "2023-07-05"), ("2023-07-04T22:00:00Z", "2023-07-05", nil),
        ("2023/7/5 8:05", "2023-07-05", nil),
        ("2023-07-10T05:59:59+08:00", nil, "2023-07-09"), ("2023-07-03T05:59:59+08:00", nil, nil),
    ])
    func aCheckInBelongsToTheDayItsWindowStartsOn(time: String, work: String?, stay: String?) async throws {
        var county = try SmallProfile(Self.daily).county()
        county.covered("2023-07-01..2023-07-16")
        county.cadre("C", from: "2023-07-03")
        county.cadre("other", from: "2023-01-01")
        county.present("other", on: "2023-07-05")
        county.add("checkins.csv", "C,\(time),,,,register")
        let assessment = try await county.assess("test", "2023-07-03..2023-07-09")
        func days(_ rule: String) -> [String] {
            assessment.units(rule).filter { assessment.verdict(rule, "C", $0) == .met }
        }
        #expect(days("attendance/work") == (work.map { [$0] } ?? []))
        #expect(days("attendance/stay") == (stay.map { [$0] } ?? []))
        #expect(days("attendance/all").isEmpty)
    }

    @Test(arguments: [
        (["12:00", "21:00"], true), (["08:00", "12:00", "21:00"], true), (["13:59", "20:00"], true),
        (["08:00", "21:00"], false), (["12:00"], false),
        (["14:00", "21:00"], false), (["11:00", "23:00"], true), (["10:59", "23:00"], false),
        (["12:00", "03:00"], false),
    ])
    func threeInTheVillageNeedsAllThree(times: [String], isMet: Bool) async throws {
        var county = try SmallProfile(Self.daily).county()
        county.covered("2023-07-03..2023-07-09")
        county.cadre("C", from: "2023-01-01")
        county.present("C", on: "2023-07-05", at: times)
        let assessment = try await county.assess("test", "2023-07-05")
        #expect(assessment.verdict("attendance/all", "C", "2023-07-05") == (isMet ? .met : .breached))
    }

    @Test func chongqingOfAMonth() async throws {
        var county = try olderCounty()
        county.covered("2023-08-01..2023-10-31")
        for (id, days, times) in [
            ("met", "2023-10-07..2023-10-23", ["12:00", "21:00"]),
            ("short", "2023-10-07..2023-10-21", ["12:00", "21:00"]),
            ("hungry", "2023-10-01..2023-10-31", ["08:00", "21:00"]),
        ] {
            county.cadre(id, from: "2023-01-01")
            county.present(id, on: days, at: times)
        }
        county.cadre("sick", from: "2023-01-01")
        county.present("sick", on: "2023-10-07..2023-10-21", at: ["12:00", "21:00"])
        county.leave("L", "sick", "病假", "2023-10-22", "2023-10-31")
        let assessment = try await county.assess("chongqing", "2023-10")
        let rule = "attendance/three-in-village"
        // 31 days less six of holiday; two thirds of 25 are 17.
        #expect(assessment.verdict(rule, "met", "2023-10") == .met)
        #expect(assessment.verdict(rule, "short", "2023-10") == .breached)
        #expect(assessment.verdict(rule, "hungry", "2023-10") == .breached)
        #expect(assessment.verdict(rule, "sick", "2023-10") == .breached)
        #expect(assessment.measure(rule, "sick", "2023-10", "countable_days") == "25")
        #expect(assessment.measure(rule, "sick", "2023-10", "excused_days") == "10")
    }

    // MARK: Places

    private static let places = """
        attendance:
          - {id: day, clause: 一, for: {cadre: all}, per: day, days: 100%, evidence: [app, register], radius: 300 m, accuracy: 100 m}
        """
    private static let degree = Double.pi / 180

    /// Judges one check-in at a village; the columns of both are given.
    private func verdict(village: String, checkIn: String, source: String = "app", rules: String = places) async throws
        -> Verdict?
    {
        var county = try SmallProfile(rules).county()
        county.covered("2023-07-05..2023-07-05")
        let place = village.split(separator: ",", omittingEmptySubsequences: false)
        county.add("villages.csv", "140622100209,一村,,\(place[0]),\(place[1]),,\(place[2])")
        county.cadre("C", from: "2023-01-01", team: "", village: "140622100209")
        county.add("checkins.csv", "C,2023-07-05 08:00,\(checkIn),\(source)")
        return try await county.assess("test", "2023-07-05").verdict("attendance/day", "C", "2023-07-05")
    }

    /// Metres with three decimals.
    private func metres(_ value: Double) -> String {
        let millimetres = Int((value * 1000).rounded())
        let decimals = String(1000 + millimetres % 1000).dropFirst()
        return "\(millimetres / 1000).\(decimals)"
    }

    @Test(arguments: [(0.0, Verdict.met), (-0.001, .breached), (-1, .breached), (1, .met)])
    func theFenceHoldsItsVeryRadius(margin: Double, expected: Verdict) async throws {
        // Along a meridian in the north and in the south, and across: an arc's length by another formula than the product's.
        let north = 6_371_008.8 * 0.0045 * Self.degree
        #expect(
            try await verdict(village: "39.55,113.18,\(metres(north + margin))", checkIn: "39.5545,113.18,5")
                == expected)
        #expect(
            try await verdict(village: "18.3,113.18,\(metres(north + margin))", checkIn: "18.3045,113.18,5") == expected
        )
        let (a, b, width) = (39.55 * Self.degree, 39.56 * Self.degree, 0.02 * Self.degree)
        let up = cos(a) * sin(b) - sin(a) * cos(b) * cos(width)
        let across =
            6_371_008.8
            * atan2(
                (pow(cos(b) * sin(width), 2) + up * up).squareRoot(), sin(a) * sin(b) + cos(a) * cos(b) * cos(width))
        #expect(
            try await verdict(village: "39.55,113.18,\(metres(across + margin))", checkIn: "39.56,113.2,5") == expected)
    }

    @Test func aVillageWithoutARadiusHasTheProfiles() async throws {
        // 0.0026 degrees are 289.1 m, 0.0027 are 300.2 m.
        #expect(try await verdict(village: "39.55,113.18,", checkIn: "39.5526,113.18,5") == .met)
        #expect(try await verdict(village: "39.55,113.18,", checkIn: "39.5527,113.18,5") == .breached)
    }

    @Test(arguments: [
        ("100", "app", Verdict.met), ("100.001", "app", .breached), ("100.000001", "app", .breached), ("", "app", .met),
        ("100.001", "register", .met),
        ("5", "device", .breached), ("5", "log", .breached),
    ])
    func accuracyAndSource(accuracy: String, source: String, expected: Verdict) async throws {
        #expect(
            try await verdict(village: "39.55,113.18,500", checkIn: "39.55,113.18,\(accuracy)", source: source)
                == expected)
    }

    @Test func withoutPlaces() async throws {
        #expect(try await verdict(village: "39.55,113.18,500", checkIn: ",,") == .breached)
        #expect(try await verdict(village: "39.55,113.18,500", checkIn: "39.55,,") == .breached)
        #expect(try await verdict(village: ",,", checkIn: "39.55,113.18,5") == .breached)
        #expect(try await verdict(village: ",,", checkIn: ",,", source: "register") == .met)
        #expect(try await verdict(village: "39.55,113.18,500", checkIn: "30,110,900", source: "register") == .met)
    }

    @Test func aSecondPlaceOfTheTownship() async throws {
        let rules = """
            attendance:
              - {id: day, clause: 一, for: {cadre: all}, per: day, days: 100%}
              - {id: also, clause: 二, for: {cadre: all}, per: day, days: 100%, also_at: [township_seat]}
            """
        var county = try SmallProfile(rules).county()
        county.covered("2023-07-05..2023-07-05")
        county.add("villages.csv", "140622100001,驻地村,ordinary;township_seat,39.6,113.3,,500")
        county.add("villages.csv", "140622101001,别处驻地,township_seat,39.7,113.4,,500")
        county.add("villages.csv", "140622100210,别村,ordinary,39.8,113.5,,500")
        for (id, place) in [
            ("own", "39.55,113.18"), ("seat", "39.6,113.3"), ("elsewhere", "39.7,113.4"), ("ordinary", "39.8,113.5"),
        ] {
            county.cadre(id, from: "2023-01-01")
            county.add("checkins.csv", "\(id),2023-07-05 08:00,\(place),10,app")
        }
        let assessment = try await county.assess("test", "2023-07-05")
        let verdicts = { (rule: String) in
            ["own", "seat", "elsewhere", "ordinary"].map { assessment.verdict(rule, $0, "2023-07-05") }
        }
        #expect(verdicts("attendance/day") == [.met, .breached, .breached, .breached])
        #expect(verdicts("attendance/also") == [.met, .met, .breached, .breached])
    }

    /// Registered in the village while the telephone was elsewhere: on post, and to be checked. A place outside that another makes good is no doubt.
    @Test(arguments: [
        (["register", "39.6,113.3,10,app"], 1), (["39.6,113.3,10,app", "register"], 1),
        (["register", "39.55,113.18,10,app"], 0),
        (["register", "39.6,113.3,10,app", "39.55,113.18,10,device"], 0), (["register", "39.6,113.3,900,app"], 0),
        (["register", ",,,app"], 0), (["register"], 0),
    ])
    func sourcesThatDisagree(rows: [String], days: Int) async throws {
        var county = try SmallProfile("attendance: [{id: week, clause: 一, for: {cadre: all}, per: week, days: 1 of 7}]")
            .county()
        county.covered("2023-07-03..2023-07-09")
        county.cadre("C", from: "2023-01-01")
        for (hour, row) in rows.enumerated() {
            county.add("checkins.csv", "C,2023-07-05 1\(hour):00," + (row == "register" ? ",,,register" : row))
        }
        let assessment = try await county.assess("test", "2023-W27")
        #expect(assessment.verdict("attendance/week", "C", "2023-W27") == .met)
        #expect(
            assessment.reasons("attendance/week", "C", "2023-W27") == (days == 0 ? [] : ["有 1 天来源不一致：有登记，打卡却都在围栏外，请核对"])
        )
    }
}

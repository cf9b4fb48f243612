import CivilTime
import Testing

@Suite struct LocalMomentTests {
    private func zone(_ name: String = "Asia/Shanghai") throws -> CivilZone { try #require(CivilZone(name)) }

    @Test(arguments: [
        ("Asia/Shanghai", 28_800), ("Asia/Urumqi", 21_600), ("+08:00", 28_800), ("-03:30", -12_600), ("+00:00", 0),
        ("+18:00", 64_800),
    ])
    func zones(name: String, offset: Int32) {
        #expect(CivilZone(name)?.offset == offset)
        #expect(CivilZone(name)?.name == name)
    }

    @Test(arguments: [
        "", "Z", "UTC", "asia/shanghai", "+0800", "+08", "08:00", "+8:00", "+08:60", "+18:01", "+99:00", "+08:00 ",
    ])
    func badZones(name: String) { #expect(CivilZone(name) == nil) }

    @Test(arguments: [
        "2023-07-01T20:15:00+08:00", "2023-07-01T20:15:00+0800", "2023-07-01T20:15:00+08", "2023-07-01T12:15:00Z",
        "2023-07-01T12:15Z", "2023-07-01 20:15:00", "2023-07-01 20:15", "2023-07-01T20:15:00.000",
        "2023-07-01T20:15:00.987654321987654321+08:00", "2023-07-02T02:15:00+14:00", "2023-07-01T00:15:00-12:00",
        "2023/7/1 20:15", "2023/07/01 20:15:00", "2023年7月1日 20:15", "2023-07-01 20:15:00+08:00",
        "2023-07-01T17:45+05:30",
    ])
    func goodForms(text: String) throws {
        let read = try moment(text, zone: zone())
        #expect(read?.description == "2023-07-01 20:15:00")
        #expect(read == LocalMoment(day: day("2023-07-01"), second: 72_900))
    }

    @Test func convertsIntoTheZone() throws {
        #expect(try moment("2023-06-30T16:00:00Z", zone: zone())?.description == "2023-07-01 00:00:00")
        #expect(try moment("2023-06-30T15:59:59Z", zone: zone())?.description == "2023-06-30 23:59:59")
        #expect(
            try moment("2024-01-01T01:30:00+08:00", zone: zone("Asia/Urumqi"))?.description == "2023-12-31 23:30:00")
        #expect(try moment("2024-01-01T01:30:00", zone: zone("Asia/Urumqi"))?.description == "2024-01-01 01:30:00")
        #expect(try moment("1900-01-01T00:00:00+18:00", zone: zone("-18:00"))?.description == "1899-12-30 12:00:00")
    }

    @Test func spreadsheetHours() throws {
        #expect(try moment("2023/7/1 8:05", zone: zone())?.description == "2023-07-01 08:05:00")
        #expect(try moment("2023年7月1日 8:05:09", zone: zone())?.description == "2023-07-01 08:05:09")
        #expect(try moment("2023-07-01 8:05", zone: zone()) == nil)
    }

    @Test(arguments: [
        "", "2023-07-01", "2023-07-01T", "2023-07-01 ", "2023-07-01T20", "2023-07-01T20:", "2023-07-01T20:1",
        "2023-07-01T2015", "2023-07-01T24:00:00", "2023-07-01T20:60", "2023-07-01T20:15:60", "2023-07-01T20:15:",
        "2023-07-01T20:15:0", "2023-07-01T20:15:00.", "2023-07-01T20:15:00.Z", "2023-07-01T20:15.5", "2023-07-01t20:15",
        "2023-07-01T20:15z", "2023-07-01T20:15:00 +08:00", "2023-07-01T20:15:00+8", "2023-07-01T20:15:00+",
        "2023-07-01T20:15:00+08:", "2023-07-01T20:15:00+08:0", "2023-07-01T20:15:00+08:00 ",
        "2023-07-01T20:15:00+19:00",
        "2023-07-01T20:15:00+18:30", "2023-07-01T20:15:00+08:60", "2023-07-01T20:15:00ZZ", "2023-07-01  20:15",
        "2023/7/1T20:15", "2023年7月1日T20:15", "2023年7月1日20:15", "2023-7-1 20:15", "2023-02-29T20:15:00",
        "2023-07-01T-1:15", "2023-07-01T20:15:00,5", "1688213700", "2023-07-01T20:15:00+08:000", "3000-01-01T00:00:00",
        "２０２３-07-01T20:15:00", "2023-07-01T20:15:00\0",
    ])
    func malformed(text: String) throws { #expect(try moment(text, zone: zone()) == nil) }

    @Test func partsOfAMoment() {
        var random = Random(state: 10)
        for _ in 0..<10_000 {
            let day = Day(number: Int32.random(in: .min ... .max, using: &random))
            let second = Int32.random(in: 0..<86_400, using: &random)
            let moment = LocalMoment(day: day, second: second)
            #expect(moment.day == day && moment.secondOfDay == second)
        }
        #expect(LocalMoment(seconds: -1).description == "1969-12-31 23:59:59")
        #expect(LocalMoment(day: Day(number: 0), second: 86_400) == LocalMoment(day: Day(number: 1), second: 0))
        #expect(LocalMoment(day: Day(number: 0), second: -1).day == Day(number: -1))
    }

    @Test func farEndsDoNotTrap() {
        for seconds in [Int64.min, .min + 1, .max] {
            let moment = LocalMoment(seconds: seconds)
            #expect(0..<86_400 ~= moment.secondOfDay)
            #expect(moment.day == Day(number: seconds < 0 ? .min : .max) && !moment.description.isEmpty)
            #expect(ClockWindow("20:00-06:00")?.day(of: moment) != moment.day.advanced(by: 1))
        }
        _ = LocalMoment(day: Day(number: .max), second: .max)
        _ = LocalMoment(day: Day(number: .min), second: .min)
    }

    @Test func readsBackAndAgreesAcrossOffsets() throws {
        var random = Random(state: 11)
        let zone = try zone()
        for _ in 0..<5000 {
            let range = day("1901-01-01").number...day("2999-01-01").number
            let date = Day(number: Int32.random(in: range, using: &random))
            let local = LocalMoment(day: date, second: Int32.random(in: 0..<86_400, using: &random))
            #expect(moment(local.description, zone: zone) == local)
            let hours = Int.random(in: -18...18, using: &random)
            let there = LocalMoment(seconds: local.seconds + Int64(hours * 3600) - 28_800)
            let text = "\(there)\(hours < 0 ? "-" : "+")\(abs(hours) < 10 ? "0" : "")\(abs(hours)):00"
            #expect(moment(text, zone: zone) == local)
        }
    }

    @Test func hostileText() throws {
        let zone = try zone()
        let seeds = ["2023-07-01T20:15:00+08:00", "2023/7/1 8:05", "2023年7月1日 20:15:00.25Z", "2023-07-01 20:15"]
        for bytes in mutations(of: seeds, count: 20_000, seed: 12) {
            guard let read = LocalMoment(bytes: bytes.span, zone: zone) else { continue }
            #expect(
                moment(read.description, zone: zone) == read || read.day < .distantPast || read.day > .distantFuture)
        }
    }
}

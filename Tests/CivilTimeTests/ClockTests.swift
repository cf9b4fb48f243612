import CivilTime
import Testing

@Suite struct ClockTests {
    @Test(arguments: [("00:00", 0), ("06:00", 21_600), ("20:00", 72_000), ("23:59", 86_340), ("24:00", 86_400)])
    func clocks(text: String, seconds: Int32) {
        #expect(Clock(text)?.seconds == seconds)
        #expect(Clock(text)?.description == text)
    }

    @Test(arguments: [
        "", "6:00", "06:0", "0600", "06:60", "24:01", "25:00", "99:99", "-6:00", "06:00:00", " 06:00", "06:00 ",
        "06：00", "０６:00", "06:", ":00", "ab:cd",
    ])
    func badClocks(text: String) { #expect(Clock(text) == nil) }

    @Test(arguments: [
        "", "-", "06:00", "06:00-", "-06:00", "06:00-20:00-22:00", "06:00--20:00", "06:00 - 20:00", "06:00~20:00",
        "06:00-25:00", "6:00-20:00", "06:00–20:00",
    ])
    func badWindows(text: String) { #expect(ClockWindow(text) == nil) }

    private func owner(_ window: String, _ day: String, _ clock: String, plus seconds: Int32 = 0) throws -> String? {
        let window = try #require(ClockWindow(window))
        let second = try #require(Clock(clock)).seconds + seconds
        return window.day(of: LocalMoment(day: try #require(Day(day)), second: second))?.description
    }

    @Test func startIsInsideEndIsNot() throws {
        #expect(try owner("06:00-20:00", "2023-07-01", "06:00") == "2023-07-01")
        #expect(try owner("06:00-20:00", "2023-07-01", "06:00", plus: -1) == nil)
        #expect(try owner("06:00-20:00", "2023-07-01", "20:00", plus: -1) == "2023-07-01")
        #expect(try owner("06:00-20:00", "2023-07-01", "20:00") == nil)
    }

    @Test func nightBelongsToTheDayItStartsOn() throws {
        #expect(try owner("20:00-06:00", "2023-07-01", "20:00") == "2023-07-01")
        #expect(try owner("20:00-06:00", "2023-07-01", "24:00", plus: -1) == "2023-07-01")
        #expect(try owner("20:00-06:00", "2023-07-02", "00:00") == "2023-07-01")
        #expect(try owner("20:00-06:00", "2023-07-02", "06:00", plus: -1) == "2023-07-01")
        #expect(try owner("20:00-06:00", "2023-07-02", "06:00") == nil)
        #expect(try owner("20:00-06:00", "2024-01-01", "03:00") == "2023-12-31")
    }

    @Test func wholeDays() throws {
        for clock in ["00:00", "12:00", "23:59"] {
            #expect(try owner("00:00-24:00", "2023-07-01", clock) == "2023-07-01")
            #expect(try owner("00:00-00:00", "2023-07-01", clock) == "2023-07-01")
        }
        #expect(try owner("08:00-08:00", "2023-07-01", "08:00") == "2023-07-01")
        #expect(try owner("08:00-08:00", "2023-07-01", "08:00", plus: -1) == "2023-06-30")
        #expect(try owner("20:00-24:00", "2023-07-02", "00:00") == nil)
        #expect(try owner("20:00-00:00", "2023-07-02", "00:00") == nil)
    }

    @Test func crossing() {
        #expect(ClockWindow("20:00-06:00")?.crossesMidnight == true)
        #expect(ClockWindow("06:00-20:00")?.crossesMidnight == false)
        #expect(ClockWindow("20:00-24:00")?.crossesMidnight == false)
        #expect(ClockWindow("20:00-00:00")?.crossesMidnight == true)
        #expect(ClockWindow("20:00-06:00")?.description == "20:00-06:00")
    }

    /// Against intervals of seconds: the window of day d lasts from d's start to d's (or the next day's) end.
    @Test func againstIntervals() throws {
        var random = Random(state: 9)
        for _ in 0..<5000 {
            let (a, b) = (Int.random(in: 0...48, using: &random), Int.random(in: 0...48, using: &random))
            let texts = [a, b].map { "\($0 < 20 ? "0" : "")\($0 / 2):\($0 % 2 == 0 ? "00" : "30")" }
            let window = try #require(ClockWindow("\(texts[0])-\(texts[1])"))
            let moment = LocalMoment(seconds: Int64.random(in: -200_000...200_000, using: &random))
            let owners = (Int32(-5)...5).filter { number in
                let midnight = Int64(number) * 86_400
                let start = midnight + Int64(a) * 1800
                let end = midnight + Int64(b) * 1800 + (b <= a ? 86_400 : 0)
                return start <= moment.seconds && moment.seconds < end
            }
            #expect(owners.count <= 1)
            #expect(window.day(of: moment)?.number == owners.first)
        }
    }
}

internal import PolicyYAML
internal import Testing

@testable internal import ZhucunCommand

/// The line that says how far a run has come.
@Suite struct ProgressTests {
    private func reading(_ done: Int, of total: Int, since begun: Int = 0, after milliseconds: Int) -> Text {
        ProgressText.reading(
            "checkins.csv", done, of: total, rate: ProgressText.Rate(done: done - begun, milliseconds: milliseconds))
    }

    private func counties(_ done: Int, of total: Int, after milliseconds: Int) -> Text {
        ProgressText.counties(done, of: total, rate: ProgressText.Rate(done: done, milliseconds: milliseconds))
    }

    @Test func whatWhereHowFastHowLong() {
        #expect(
            reading(630_000_000, of: 1_470_000_000, after: 3000)
                == Text("读取 checkins.csv 42%　210 MB/s　还需 4 秒", "reading checkins.csv 42%  210 MB/s  4 s left"))
        #expect(
            counties(1200, of: 2800, after: 3429)
                == Text("评估 1,200/2,800 县　349 县/秒　还需 5 秒", "assessing 1,200/2,800 counties  349 counties/s  5 s left"))
    }

    @Test func longTimesAndSlowCounties() {
        #expect(counties(1, of: 3, after: 40_000).zh == "评估 1/3 县　还需 1 分 20 秒")
        #expect(counties(5, of: 25, after: 10_000).en == "assessing 5/25 counties  0.5 counties/s  40 s left")
        #expect(counties(99, of: 100, after: 10_000).zh == "评估 99/100 县　9.9 县/秒　还需 1 秒")
        #expect(
            counties(10, of: 28_000, after: 10_000).en
                == "assessing 10/28,000 counties  1.0 counties/s  7 h 46 min left")
    }

    /// Nobody can say how fast it is before time has passed, and nothing is left at the end.
    @Test func atTheEnds() {
        #expect(counties(0, of: 2800, after: 0) == Text("评估 0/2,800 县", "assessing 0/2,800 counties"))
        #expect(counties(0, of: 2800, after: 5000).zh == "评估 0/2,800 县")
        #expect(counties(7, of: 7, after: 1000).zh == "评估 7/7 县　7.0 县/秒")
        #expect(reading(0, of: 1_000_000_000, after: 0).zh == "读取 checkins.csv 0%")
        #expect(reading(1_000_000_000, of: 1_000_000_000, after: 4000).en == "reading checkins.csv 100%  250 MB/s")
        #expect(reading(12, of: 12, after: 0).en == "reading checkins.csv 100%")
        // What was done before anybody looked does not count for the speed.
        #expect(
            reading(600_000_000, of: 900_000_000, since: 300_000_000, after: 1000).zh
                == "读取 checkins.csv 66%　300 MB/s　还需 1 秒")
    }

    /// A pipe says how much came, not how much will come; a file may grow while it is read.
    @Test func ofUnknownSize() {
        #expect(reading(1_234_000_000, of: 0, after: 2000).zh == "读取 checkins.csv 1,234 MB　617 MB/s")
        #expect(reading(1200, of: 1000, after: 0).en == "reading checkins.csv 100%")
    }

    @Test func numbersBeyondAllMeasure() {
        #expect(reading(.max, of: .max, after: 1).zh == "读取 checkins.csv 100%")
        #expect(reading(1, of: .max, after: 1000).zh == "读取 checkins.csv 0%　0 MB/s")
    }
}

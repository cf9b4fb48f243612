internal import CivilTime
internal import Testing
internal import ZhucunKernel

/// Facts of the holiday notices of 2018-2026, checked against the calendars.
struct CalendarTests {
    private static let calendar = ProfileStore(directory: Shipped.profiles.folder).calendar

    @Test func `The years are those of the notices`() {
        #expect(Self.calendar.years == Set(2018...2026))
    }

    @Test(arguments: [
        ("2018-01-01", "元旦"), ("2018-02-15", "春节"), ("2018-05-01", "劳动节"), ("2018-09-24", "中秋节"), ("2018-10-07", "国庆节"),
        ("2018-12-30", "元旦"), ("2019-01-01", "元旦"), ("2019-05-02", "劳动节"), ("2019-05-04", "劳动节"), ("2019-10-01", "国庆节"),
        ("2020-01-31", "春节"), ("2020-02-01", "春节"), ("2020-02-02", "春节"), ("2020-10-08", "国庆节、中秋节"),
        ("2021-02-11", "春节"), ("2021-09-21", "中秋节"), ("2021-10-07", "国庆节"),
        ("2022-01-31", "春节"), ("2022-04-30", "劳动节"), ("2022-12-31", "元旦"),
        ("2023-01-02", "元旦"), ("2023-04-05", "清明节"), ("2023-09-29", "中秋节、国庆节"), ("2023-10-06", "中秋节、国庆节"),
        ("2024-02-17", "春节"), ("2024-06-10", "端午节"), ("2024-09-17", "中秋节"),
        ("2025-01-28", "春节"), ("2025-05-31", "端午节"), ("2025-10-08", "国庆节、中秋节"),
        ("2026-01-03", "元旦"), ("2026-02-23", "春节"), ("2026-09-25", "中秋节"), ("2026-10-07", "国庆节"),
    ])
    func `A day off has its holiday's name`(_ day: String, _ name: String) throws {
        let day = try #require(Day(day))
        #expect(Self.calendar.name(on: day) == name)
        #expect(Self.calendar.isHoliday(day))
    }

    /// Among them weekend days that were worked, ordinary weekends beside a holiday, and days whose notice was changed.
    @Test(arguments: [
        "2018-02-11", "2018-02-22", "2018-04-08", "2018-12-29", "2019-02-11", "2019-04-06", "2019-05-05", "2019-10-08",
        "2020-01-19", "2020-01-23", "2020-02-03", "2020-10-09", "2021-02-07", "2021-02-18", "2021-10-08", "2022-01-30",
        "2022-02-07",
        "2022-10-08", "2022-12-30", "2023-01-03", "2023-04-04", "2023-10-07", "2023-10-08", "2024-02-09", "2024-02-18",
        "2024-06-08",
        "2025-01-26", "2025-02-05", "2025-10-09", "2026-01-04", "2026-02-14", "2026-02-24", "2026-10-08",
    ])
    func `Any other day is none`(_ day: String) throws {
        let day = try #require(Day(day))
        #expect(!Self.calendar.isHoliday(day))
        #expect(Self.calendar.name(on: day) == nil)
    }

    /// Every year gives at least the eleven days of the regulation (thirteen since 2025).
    @Test(arguments: 2018...2026)
    func `A year has as many days off as the regulation asks`(_ year: Int) throws {
        let first = try #require(Day(year: year, month: 1, day: 1)),
            last = try #require(Day(year: year, month: 12, day: 31))
        let count = try #require(DayRange(first, last)).days.count { Self.calendar.isHoliday($0) }
        #expect(count >= (year >= 2025 ? 13 : 11))
        #expect(count <= 35)
    }
}

import CivilTime
import Testing

@Suite struct DayTests {
    @Test func everyDateOfElevenCenturies() {
        var wrong = 0
        var last: Day?
        for step in Walk() {
            let day = Day(number: step.number)
            let made = Day(year: step.year, month: step.month, day: step.day)
            let good =
                made == day && day.civil == (step.year, step.month, step.day) && day.weekday == step.weekday
                && day.year == step.year && day.month == step.month && day.dayOfMonth == step.day
            if !good { wrong += 1 }
            last = day
        }
        #expect(wrong == 0)
        #expect(last == .distantFuture)
    }

    @Test func knownDays() {
        #expect(day("1970-01-01").number == 0)
        #expect(day("1970-01-01").weekday == 4)
        #expect(day("2000-02-29").number == 11_016)
        #expect(day("2023-07-01").weekday == 6)
        #expect(Day.distantPast.description == "1900-01-01")
        #expect(Day.distantFuture.description == "2999-12-31")
    }

    @Test(arguments: [
        (1899, 12, 31), (3000, 1, 1), (2023, 0, 1), (2023, 13, 1), (2023, 1, 0), (2023, 1, 32), (2023, 4, 31),
        (2023, 2, 29), (2100, 2, 29), (1900, 2, 29), (2024, 2, 30), (.max, 1, 1), (.min, 1, 1), (2023, .max, 1),
        (2023, 1, .max), (2023, .min, .min),
    ])
    func noSuchDate(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test func leapYears() {
        for year in [1904, 2000, 2020, 2024, 2400] { #expect(Day(year: year, month: 2, day: 29) != nil) }
    }

    @Test func arithmetic() {
        #expect(day("2023-12-31").advanced(by: 1) == day("2024-01-01"))
        #expect(day("2024-03-01").advanced(by: -1) == day("2024-02-29"))
        #expect(day("2024-01-01") - day("2023-01-01") == 365)
        #expect(day("2023-01-01") - day("2024-01-01") == -365)
        #expect(day("2023-06-30") < day("2023-07-01"))
    }

    @Test(arguments: [
        ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2023-03-31", -1, "2023-02-28"),
        ("2023-05-31", 1, "2023-06-30"), ("2023-11-30", 3, "2024-02-29"), ("2023-12-15", 1, "2024-01-15"),
        ("2023-01-15", -1, "2022-12-15"), ("2023-01-15", -13, "2021-12-15"), ("2023-07-20", 0, "2023-07-20"),
        ("2023-07-20", 24, "2025-07-20"),
    ])
    func addingMonthsClamps(from: String, months: Int, to: String) {
        #expect(day(from).addingMonths(months) == day(to))
    }

    @Test func addingYearsClamps() {
        #expect(day("2024-02-29").addingYears(1) == day("2025-02-28"))
        #expect(day("2024-02-29").addingYears(4) == day("2028-02-29"))
        #expect(day("2023-07-20").addingYears(-2) == day("2021-07-20"))
    }

    @Test func addingMonthsAgainstCounting() {
        var random = Random(state: 1)
        for _ in 0..<5000 {
            let start = Day(number: Int32.random(in: 0...300_000, using: &random))
            let months = Int.random(in: -500...500, using: &random)
            var (year, month, dayOfMonth) = start.civil
            for _ in 0..<abs(months) {
                month += months.signum()
                if month == 13 { (year, month) = (year + 1, 1) }
                if month == 0 { (year, month) = (year - 1, 12) }
            }
            dayOfMonth = min(dayOfMonth, Walk.length(year, month))
            #expect(start.addingMonths(months) == Day(year: year, month: month, day: dayOfMonth))
        }
    }

    /// Absurd numbers stop at the ends instead of trapping, and every part still works there.
    @Test func overflowStopsAtTheEnds() {
        let ends = [Day(number: .min), Day(number: .max), Day(number: 0), .distantPast, .distantFuture]
        let amounts = [Int.min, .max, Int(Int32.min), Int(Int32.max), 1, -1]
        for end in ends {
            #expect(end.civil.month >= 1 && !end.description.isEmpty && 1...7 ~= end.weekday)
            for amount in amounts {
                for moved in [end.advanced(by: amount), end.addingMonths(amount), end.addingYears(amount)] {
                    #expect(amount < 0 ? moved <= end : moved >= end)
                }
            }
        }
        #expect(Day(number: .max) - Day(number: .min) == 4_294_967_295)
        #expect(Day(number: .max).advanced(by: .min) == Day(number: .min))
        #expect(Day(number: 0).addingMonths(.max) == Day(number: .max))
        #expect(Day(number: 0).addingYears(.min) == Day(number: .min))
    }

    @Test func civilIsItsOwnInverseFarAway() {
        var random = Random(state: 2)
        for _ in 0..<20_000 {
            let day = Day(number: Int32.random(in: .min ... .max, using: &random))
            #expect(day.addingMonths(0) == day)
        }
    }
}

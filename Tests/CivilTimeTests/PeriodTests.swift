import CivilTime
import Testing

@Suite struct PeriodTests {
    private func period(_ text: String) throws -> Period { try #require(Period(text), "\(text)") }

    @Test(arguments: [
        (TimeUnit.day, "2023-08-17", "2023-08-17", "2023-08-17"), (.week, "2023-W33", "2023-08-14", "2023-08-20"),
        (.halfMonth, "2023-08-H2", "2023-08-16", "2023-08-31"), (.month, "2023-08", "2023-08-01", "2023-08-31"),
        (.twoMonths, "2023-07..2023-08", "2023-07-01", "2023-08-31"),
        (.quarter, "2023-Q3", "2023-07-01", "2023-09-30"), (.halfYear, "2023-H2", "2023-07-01", "2023-12-31"),
        (.year, "2023", "2023-01-01", "2023-12-31"),
    ])
    func unitsAroundADay(unit: TimeUnit, text: String, first: String, last: String) {
        let period = Period(containing: day("2023-08-17"), unit: unit)
        #expect(period.description == text)
        #expect(period.first == day(first) && period.last == day(last) && period.unit == unit)
        #expect(Period(text) == period)
    }

    @Test(arguments: [
        ("2018-12-31", "2019-W01"), ("2018-12-30", "2018-W52"), ("2020-12-31", "2020-W53"),
        ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"), ("2016-01-03", "2015-W53"),
        ("2022-01-01", "2021-W52"), ("2023-01-01", "2022-W52"), ("2024-12-30", "2025-W01"),
        ("2026-12-31", "2026-W53"), ("1900-01-01", "1900-W01"), ("2999-12-31", "3000-W01"),
    ])
    func weeksAcrossNewYear(date: String, week: String) {
        let period = Period(containing: day(date), unit: .week)
        #expect(period.description == week)
        #expect(Period(week) == period)
    }

    /// ISO weeks by counting: week 1 is the first with a Thursday in the year.
    @Test func isoWeeksAgainstCounting() {
        var number = 0
        var year = 1899
        var wrong = 0
        for step in Walk() where step.weekday == 4 {
            (year, number) = step.year == year ? (year, number + 1) : (step.year, 1)
            let expected = "\(year)-W\(number < 10 ? "0" : "")\(number)"
            for offset in [-3, 0, 3] {
                let day = Day(number: step.number).advanced(by: offset)
                if Period(containing: day, unit: .week).description != expected { wrong += 1 }
            }
        }
        #expect(wrong == 0)
    }

    @Test func halves() throws {
        #expect(try period("2024-02-H1").last == day("2024-02-15"))
        #expect(try period("2024-02-H2").first == day("2024-02-16"))
        #expect(try period("2024-02-H2").last == day("2024-02-29"))
        #expect(try period("2023-07").units(.halfMonth) == [period("2023-07-上"), period("2023-07-下")])
        #expect(try period("2023-07-H2").next == period("2023-08-H1"))
    }

    @Test func twoMonthsStartInOddMonths() {
        for month in 1...12 {
            let date = Day(year: 2023, month: month, day: 28)
            let period = Period(containing: date ?? .distantPast, unit: .twoMonths)
            #expect(period.first.month == (month % 2 == 1 ? month : month - 1))
            #expect(period.last.month == period.first.month + 1)
        }
    }

    @Test func unitsOfAPeriod() throws {
        #expect(try period("2023").units(.month).count == 12)
        #expect(try period("2023").units(.twoMonths).count == 6)
        #expect(try period("2023-Q3").units(.month).map(\.description) == ["2023-07", "2023-08", "2023-09"])
        #expect(try period("2023-Q3").units(.quarter) == [period("2023-Q3")])
        #expect(try period("2023-Q1").units(.twoMonths) == [period("2023-01..2023-02")])
        #expect(try period("2023-Q3").units(.year).isEmpty)
        #expect(try period("2023-W32").units(.day).count == 7)
        #expect(try period("2023-07-10..2023-09-09").units(.month) == [period("2023-08")])
        #expect(try period("2023-07-01..2023-07-31").units(.month) == [period("2023-07")])
        #expect(try period("2023-07-06").units(.week) == [period("2023-W27")])
        #expect(try period("2023-07-07").units(.week).isEmpty)
    }

    /// 2018-12-31 to 2019-01-06 has its Thursday in 2019, 2024-09-30 to 2024-10-06 its Thursday in October.
    @Test func weeksBelongByThursday() throws {
        #expect(try period("2019").units(.week).first == period("2019-W01"))
        #expect(try period("2018").units(.week).last == period("2018-W52"))
        #expect(try period("2020").units(.week).count == 53)
        #expect(try period("2024-Q3").units(.week).last == period("2024-W39"))
        #expect(try period("2024-Q4").units(.week).first == period("2024-W40"))
        #expect(
            try period("2023-08").units(.week).map(\.description) == [
                "2023-W31", "2023-W32", "2023-W33", "2023-W34", "2023-W35",
            ])
    }

    @Test func monthsShareOutTheWeeks() {
        for year in 1900...2999 {
            guard let whole = Period("\(year)") else { continue }
            let weeks = whole.units(.week)
            for unit in [TimeUnit.month, .quarter, .halfYear, .twoMonths] {
                #expect(whole.units(unit).flatMap { $0.units(.week) } == weeks)
            }
        }
    }

    @Test func neighbours() throws {
        #expect(try period("2023-07-01..2023-07-20").next == nil)
        #expect(try period("2023-07-01..2023-07-20").previous == nil)
        var random = Random(state: 6)
        for _ in 0..<2000 {
            let date = Day(number: Int32.random(in: -20_000...300_000, using: &random))
            for unit in TimeUnit.allCases {
                let period = Period(containing: date, unit: unit)
                #expect(period.days.contains(date))
                let next = try #require(period.next)
                let previous = try #require(period.previous)
                #expect(next.first - period.last == 1 && period.first - previous.last == 1)
                #expect(next.previous == period && previous < period && period < next)
            }
        }
    }

    @Test func order() throws {
        let texts = [
            "2023-06", "2023-07-01", "2023-07-H1", "2023-07-01..2023-07-31", "2023-07", "2023-Q3", "2023-07-02",
        ]
        let sorted = try texts.map(period)
        #expect(sorted.reversed().sorted() == sorted)
        #expect(TimeUnit.allCases.sorted() == TimeUnit.allCases)
    }

    @Test func farEndsDoNotTrap() {
        for number in [Int32.min, .min + 3, .max - 3, .max] {
            for unit in TimeUnit.allCases {
                let period = Period(containing: Day(number: number), unit: unit)
                #expect(period.days.contains(Day(number: number)))
                _ = (period.previous?.previous, period.next?.next, period.description)
                for other in TimeUnit.allCases { _ = period.units(other) }
            }
        }
    }
}

import CivilTime
import Testing

@Suite struct PeriodTextTests {
    @Test(arguments: [
        ("2023-07-01", TimeUnit.day, "2023-07-01..2023-07-01"), ("2023-W32", .week, "2023-08-07..2023-08-13"),
        ("2023-07-上", .halfMonth, "2023-07-01..2023-07-15"), ("2023-07-H1", .halfMonth, "2023-07-01..2023-07-15"),
        ("2023-07-下", .halfMonth, "2023-07-16..2023-07-31"), ("2023-07-H2", .halfMonth, "2023-07-16..2023-07-31"),
        ("2023-07", .month, "2023-07-01..2023-07-31"), ("2023-07..2023-08", .twoMonths, "2023-07-01..2023-08-31"),
        ("2023-11..2023-12", .twoMonths, "2023-11-01..2023-12-31"), ("2023-Q1", .quarter, "2023-01-01..2023-03-31"),
        ("2023-Q4", .quarter, "2023-10-01..2023-12-31"), ("2023-H1", .halfYear, "2023-01-01..2023-06-30"),
        ("2023", .year, "2023-01-01..2023-12-31"), ("2020-W53", .week, "2020-12-28..2021-01-03"),
        ("2021-W01", .week, "2021-01-04..2021-01-10"), ("2023/7/1", .day, "2023-07-01..2023-07-01"),
        ("2023年7月1日", .day, "2023-07-01..2023-07-01"),
    ])
    func goodForms(text: String, unit: TimeUnit, days: String) {
        let period = Period(text)
        #expect(period?.unit == unit)
        #expect(period?.days.description == days)
        #expect(Period(Substring(text)) == period)
    }

    @Test func ranges() {
        #expect(Period("2023-07-01..2023-07-20").map(\.unit) == .some(nil))
        #expect(Period("2023-07-01..2023-07-20")?.days.count == 20)
        #expect(Period("2023-07-01..2023-07-31") != Period("2023-07"))
        #expect(Period("2023/7/1..2023年7月20日")?.description == "2023-07-01..2023-07-20")
        #expect(Period("2023-07-01..2023-07-01")?.unit == nil)
    }

    @Test(arguments: [
        "", "..", "-", "2023-", "-2023", "23", "02023", "2023-00", "2023-13", "2023-7", "2023-07-", "2023-07-H",
        "2023-07-H0", "2023-07-H3", "2023-07-中", "2023-13-H1", "2023-Q0", "2023-Q5", "2023-Q", "2023-q3", "2023-Q03",
        "2023-H0", "2023-H3", "2023-W00", "2023-W53", "2021-W53", "2023-W54", "2023-W1", "2023W32", "2023-W321",
        "2023-08..2023-09", "2023-07..2023-07", "2023-07..2023-09", "2023-12..2024-01", "2023-08..2023-07",
        "2023-07..2023-08..2023-09", "2023..2024", "2023-Q1..2023-Q2", "2023-07-20..2023-07-01", "2023-07-01..",
        "..2023-07-01", "2023-07-01...2023-07-20", "2023-07-01 .. 2023-07-20", "2023-07-01..2023-07", "1899", "3000",
        "1899-W52", "3000-W02", "3000-01", "2023-07-01..3000-01-01", "2023-07-31-1", "2023-07-32", " 2023", "2023 ",
        "2023-07-上\u{301}", "２０２３", "２０２３-07", "9999999999999999999999", "2023-W-1", "2023-Q+", "2023-+7",
    ])
    func malformed(text: String) {
        #expect(Period(text) == nil)
    }

    @Test func descriptionReadsBack() {
        var random = Random(state: 7)
        let range = Day.distantPast.number...Day.distantFuture.number
        for _ in 0..<2000 {
            let date = Day(number: Int32.random(in: range, using: &random))
            let other = Day(number: Int32.random(in: range, using: &random))
            for unit in TimeUnit.allCases {
                let period = Period(containing: date, unit: unit)
                #expect(Period(period.description) == period)
            }
            if let days = DayRange(min(date, other), max(date, other)) {
                #expect(Period(Period(days).description) == Period(days))
            }
        }
    }

    @Test func formsNamesOnlyGoodForms() {
        let pieces = Period.forms.split(whereSeparator: { ", ()".contains($0) })
        let dated = pieces.filter { $0.first == "2" }
        #expect(dated.count == 10)
        for text in dated { #expect(Period(text) != nil, "\(text)") }
    }

    @Test func hostileText() {
        let seeds = ["2023-W32", "2023-07-上", "2023-07..2023-08", "2023-Q3", "2023-07-01..2023-07-20", "2023-07-H2"]
        for bytes in mutations(of: seeds, count: 20_000, seed: 8) {
            let text = String(decoding: bytes, as: UTF8.self)
            if let read = Period(text) { #expect(Period(read.description) == read) }
        }
    }
}

import CivilTime
import Testing

/// Months that begin on another day than the 1st.
@Suite struct MonthRuleTests {
    private func from(_ day: Int) throws -> MonthRule { try #require(MonthRule(firstDay: day)) }

    @Test(arguments: [(0, false), (1, true), (28, true), (29, false), (31, false)]) func onlyDaysThatEveryMonthHas(
        day: Int, isGood: Bool
    ) {
        #expect((MonthRule(firstDay: day) != nil) == isGood)
    }

    @Test(arguments: [
        (TimeUnit.month, "2023-08-26", "2023-09", "2023-08-26", "2023-09-25"),
        (.month, "2023-09-25", "2023-09", "2023-08-26", "2023-09-25"),
        (.month, "2023-09-26", "2023-10", "2023-09-26", "2023-10-25"),
        (.month, "2023-12-26", "2024-01", "2023-12-26", "2024-01-25"),
        (.month, "2024-03-01", "2024-03", "2024-02-26", "2024-03-25"),
        (.halfMonth, "2023-09-09", "2023-09-H1", "2023-08-26", "2023-09-09"),
        (.halfMonth, "2023-09-10", "2023-09-H2", "2023-09-10", "2023-09-25"),
        (.twoMonths, "2023-08-25", "2023-07..2023-08", "2023-06-26", "2023-08-25"),
        (.quarter, "2023-09-25", "2023-Q3", "2023-06-26", "2023-09-25"),
        (.quarter, "2023-09-26", "2023-Q4", "2023-09-26", "2023-12-25"),
        (.halfYear, "2022-12-26", "2023-H1", "2022-12-26", "2023-06-25"),
        (.year, "2022-12-26", "2023", "2022-12-26", "2023-12-25"),
        (.year, "2023-12-26", "2024", "2023-12-26", "2024-12-25"),
        (.week, "2023-08-26", "2023-W34", "2023-08-21", "2023-08-27"),
        (.day, "2023-08-26", "2023-08-26", "2023-08-26", "2023-08-26"),
    ])
    func unitsFromThe26th(unit: TimeUnit, within: String, name: String, first: String, last: String) throws {
        let period = Period(containing: day(within), unit: unit, months: try from(26))
        #expect(period.description == name)
        #expect(period.first == day(first) && period.last == day(last))
        // The name alone says which it is.
        #expect(try #require(Period(name)).under(try from(26)) == period)
        #expect(period.under(.calendar) == Period(name))
    }

    @Test func neighboursAndPartsGoOnWithTheRule() throws {
        let month = try #require(Period("2023-09")).under(try from(26))
        #expect(
            month.previous?.days.description == "2023-07-26..2023-08-25"
                && month.next?.days.description == "2023-09-26..2023-10-25")
        // Weeks by their Thursday: that of W34 is the 24th, that of W35 the 31st.
        #expect(month.units(.week).map(\.description) == ["2023-W35", "2023-W36", "2023-W37", "2023-W38"])
        #expect(month.units(.halfMonth).map(\.days.count) == [15, 16])
        let quarter = try #require(Period("2023-Q3")).under(try from(26))
        #expect(quarter.units(.month).map(\.description) == ["2023-07", "2023-08", "2023-09"])
        #expect(Period(quarter.days, months: try from(26)).units(.month) == quarter.units(.month))
    }

    /// A month from an early day is named after the month that it begins in.
    @Test(arguments: [
        (15, "2023-09-15", "2023-09"), (15, "2023-09-14", "2023-08"), (16, "2023-09-16", "2023-10"),
        (16, "2023-09-15", "2023-09"), (1, "2023-09-30", "2023-09"),
    ])
    func theNameIsThatOfMostDays(from first: Int, within: String, name: String) throws {
        let rule = try from(first)
        let month = Period(containing: day(within), unit: .month, months: rule)
        #expect(month.description == name)
        #expect(rule.monthOfYear(of: day(within)) == Int(name.suffix(2)))
    }

    /// Every day lies in exactly one month, of a rule's first day, and half-months, quarters and years are made of them.
    @Test(arguments: 1...28) func monthsFollowEachOther(first: Int) throws {
        let rule = try from(first)
        var month = Period(containing: day("1999-12-15"), unit: .month, months: rule)
        for _ in 0..<40 {
            #expect(month.first.dayOfMonth == first)
            #expect(month.units(.halfMonth).map(\.days.count).reduce(0, +) == month.days.count)
            let next = try #require(month.next)
            #expect(next.first == month.last.advanced(by: 1) && next.previous == month)
            #expect(
                Period(containing: month.first, unit: .quarter, months: rule)
                    == Period(containing: month.last, unit: .quarter, months: rule))
            month = next
        }
    }
}

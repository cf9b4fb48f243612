import PolicyYAML
import Testing
import ZhucunKernel

@Suite struct QuantityTests {
    @Test(arguments: [
        ("15 days", "15", "days"), ("1 day", "1", "days"), ("15天", "15", "days"), ("15 天", "15", "days"),
        ("15日", "15", "days"), ("4 nights", "4", "nights"),
        ("1 night", "1", "nights"), ("4夜", "4", "nights"), ("4晚", "4", "nights"), ("40 hours", "40", "hours"),
        ("40学时", "40", "hours"), ("2小时", "2", "hours"),
        ("90 points", "90", "points"), ("90分", "90", "points"), ("2 times", "2", "count"), ("1 time", "1", "count"),
        ("2次", "2", "count"), ("3条", "3", "count"),
        ("3项", "3", "count"), ("3个", "3", "count"), ("2 places", "2", "places"), ("3名", "3", "places"),
        ("100 m", "100", "metres"), ("100m", "100", "metres"),
        ("100米", "100", "metres"), ("1.5 km", "1500", "metres"), ("2公里", "2000", "metres"), ("500元", "500", "yuan"),
        ("500 yuan", "500", "yuan"),
        ("3万元", "30000", "yuan"), ("1.25 万元", "12500", "yuan"), ("2亿元", "200000000", "yuan"),
        ("3 people", "3", "people"), ("3万人", "30000", "people"), ("5.5 days", "11/2", "days"),
        ("60%", "3/5", "share"), ("0.5%", "1/200", "share"), ("100%", "1", "share"), ("2/3", "2/3", "share"),
        ("5 of 7", "5/7", "share"), ("4/8", "1/2", "share"),
        ("7 of 5", "7/5", "share"), ("0 of 7", "0", "share"), ("90", "90", nil), ("87.5", "175/2", nil),
        ("0", "0", nil),
    ])
    func isRead(text: String, value: String, dimension: String?) {
        let quantity = Quantity(text)
        #expect(quantity?.value.exactText == value)
        #expect(quantity?.dimension?.name == dimension)
    }

    @Test(arguments: [
        "", " ", "days", "%", "-5 days", "+5", "5 Days", "5 dayss", "1 5 days", "5 da ys", "5 7", "5 / 7", "5/", "/7",
        "5//7", "5/0", "5 of 0", "5 of", "of 7",
        "5 OF 7", "5 of 7 days", "60 %", "%60", "60%%", "1.5/2", "1e3", "１５天", "十五天", "15天内", "万元", "3万", "3亿", "3千元",
        "3万万元", "1000000/2000000", "1.2.3 days",
        "0x10", "15 days!", "1,000元", "99999999999999999 days", "9999999999999亿元", " 5 days", "2/3以上", "nan", "inf",
    ])
    func isRefused(text: String) {
        #expect(Quantity(text) == nil)
    }

    @Test(arguments: [
        ("15 days", "days", true), ("15 days", "nights", false), ("15", "days", false), ("2", "count", true),
        ("90", "points", true), ("3", "places", true),
        ("5 of 7", "share", true), ("1", "share", false), ("100", "metres", false), ("2 times", "points", false),
    ])
    func fitsOnlyItsOwnDimension(text: String, dimension: String, fits: Bool) throws {
        let all: [ZhucunKernel.Dimension] = [.count, .days, .nights, .points, .places, .metres, .share]
        let asked = try #require(all.first { $0.name == dimension })
        #expect(try #require(Quantity(text)).fits(asked) == fits)
    }

    @Test(arguments: [("60%", "60%"), ("5 of 7", "5/7"), ("15天", "15 days"), ("90", "90"), ("3万元", "30000 yuan")])
    func isWrittenAsAProfileWould(text: String, written: String) {
        #expect(Quantity(text)?.text == written)
    }
}

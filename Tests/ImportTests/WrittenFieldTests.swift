import Testing

@testable import ZhucunKernel

/// Values as people write them: one meaning is read, two are told, nothing is guessed.
@Suite struct WrittenFieldTests {
    static let values: [(String, String, String, WrittenField)] = [
        ("leave", "from", "2023-8-7", .value("2023-08-07")), ("leave", "from", "2023.8.7", .value("2023-08-07")),
        ("leave", "from", "2023/7/1 0:00", .value("2023-07-01")),
        ("leave", "from", "2023-07-01 00:00:00", .value("2023-07-01")),
        ("leave", "from", "20230701", .value("2023-07-01")), ("leave", "from", "45139", .value("2023-08-01")),
        ("leave", "from", "２０２３－０７－０１", .value("2023-07-01")),
        ("leave", "from", " 2023-07-01\u{A0}", .value("2023-07-01")),
        ("leave", "from", "2023-08-01 星期二", .value("2023-08-01")),
        ("leave", "from", "23-08-01 星期二", .value("2023-08-01")),
        ("leave", "from", "2023-08-01 星期三", .unreadable), ("leave", "from", "8/21/2023", .value("2023-08-21")),
        ("leave", "from", "7/1/2023", .meanings(["2023-01-07", "2023-07-01"])),
        ("leave", "from", "2023-07-01 09:30", .unreadable), ("leave", "from", "7月1日", .unreadable),
        ("leave", "from", "2023-02-30", .unreadable),
        ("checkin", "time", "2023-8-7 9:00", .value("2023-08-07 09:00:00")),
        ("checkin", "time", "2023年8月7日9:00", .value("2023-08-07 09:00:00")),
        ("checkin", "time", "2023-08-07 上午9:00", .value("2023-08-07 09:00:00")),
        ("checkin", "time", "2023/8/7 下午3:05", .value("2023-08-07 15:05:00")),
        ("checkin", "time", "2023-08-07 晚上12:00", .meanings(["2023-08-07 00:00:00", "2023-08-07 12:00:00"])),
        ("checkin", "time", "2023-08-07 3:05:10 PM", .value("2023-08-07 15:05:10")),
        ("checkin", "time", "2023-08-07 9点30分", .value("2023-08-07 09:30:00")),
        ("checkin", "time", "45139.375", .value("2023-08-01 09:00:00")),
        ("checkin", "time", "20230801085500", .value("2023-08-01 08:55:00")),
        ("checkin", "time", "2023-08-07", .unreadable), ("checkin", "time", "2023-08-07 下午0:30", .unreadable),
        ("score", "score", "95分", .value("95")), ("score", "score", "９５", .value("95")),
        ("score", "score", "1,095", .value("1095")),
        ("score", "score", "10,95", .unreadable), ("score", "score", "-5", .unreadable),
        ("household", "income_per_head", "2.77万", .value("27700")),
        ("household", "income_per_head", "2.77万元", .value("27700")),
        ("household", "income_per_head", "￥27718", .value("27718")),
        ("household", "income_per_head", "27718元", .value("27718")),
        ("household", "income_per_head", "2.77E+04", .unreadable),
        ("household", "income_per_head", "27718人", .unreadable),
        ("household", "members", "4人", .value("4")), ("household", "wants_work", "√", .value("true")),
        ("household", "wants_work", "有", .value("true")),
        ("household", "wants_work", "Y", .value("true")), ("household", "wants_work", "无", .value("false")),
        ("household", "wants_work", "大概", .unreadable),
        ("score", "period", "2023年8月", .value("2023-08")), ("score", "period", "2023/8", .value("2023-08")),
        ("score", "period", "202308", .value("2023-08")),
        ("score", "period", "2023年第三季度", .value("2023-Q3")), ("score", "period", "2023Q3", .value("2023-Q3")),
        ("score", "period", "2023年上半年", .value("2023-H1")),
        ("score", "period", "2023年度", .value("2023")), ("score", "period", "Aug-23", .unreadable),
        ("score", "period", "45139", .unreadable),
        ("village", "lat", "39.5596°N", .value("39.5596")), ("annual_grade", "year", "2023年度", .value("2023")),
    ]

    @Test(arguments: values)
    func aFieldMeansWhatItCanMean(_ kind: String, _ name: String, _ text: String, _ meant: WrittenField) {
        #expect(WrittenField.read(text, as: column(name, of: kind)) == meant, "\(kind).\(name) \(text)")
    }

    @Test func serialNumbersOf1904() {
        #expect(WrittenField.read("43677", as: column("from", of: "leave"), isFrom1904: true) == .value("2023-08-01"))
    }

    @Test func headersAreKnownWithWhatPeopleAdd() {
        let names = ["干部编号*", " 干部 编号 ", "干部\n编号", "干部编号（必填）", "★干部编号：", "干部编号(如 C001)", "工号", "CADRE", "ｃａｄｒｅ"]
        let columns = kind("cadre").columnsByPlainName
        for name in names { #expect(columns[HeaderName.plain(name)] == 0, "\(name)") }
        #expect(columns[HeaderName.plain("是否党员")] == kind("cadre").columns.firstIndex { $0.name == "party_member" })
    }

    @Test func rowsBelowTheRecordsAreNone() {
        #expect(LeftOutRow.of(["", " ", "\u{A0}"]) == .blank)
        #expect(LeftOutRow.of(["合 计", "2"]) == .note("合 计"))
        #expect(LeftOutRow.of(["", "制表人：某某"]) == .note("制表人：某某"))
        #expect(LeftOutRow.of(["合计村", "2"]) == nil)
        #expect(LeftOutRow.of(["注册员", "2"]) == nil)
    }

    @Test func damagedIdentifiersAreProposedWhereOneFits() {
        let villages = ["140622100200", "140622100201", "140623100200"]
        #expect(DamagedIdentifier.meant("1.40623E+11", among: villages) == "140623100200")
        #expect(DamagedIdentifier.meant("1.40622E+11", among: villages) == nil)
        #expect(DamagedIdentifier.meant("140623000000", among: villages) == "140623100200")
        for text in ["'140622100201", "=\"140622100201\"", "140622100201.0", "140622100201\u{A0}"] {
            #expect(DamagedIdentifier.meant(text, among: villages) == "140622100201", "\(text)")
        }
        #expect(DamagedIdentifier.meant("c002", among: ["C001", "C002"]) == "C002")
    }
}

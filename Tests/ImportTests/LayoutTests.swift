import Testing
import ZhucunTesting

@testable import FactsImport

/// Layouts of apps and devices, in the shapes that their exports and interfaces have; the data is invented.
@Suite struct LayoutTests {
    struct Layout: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let expected: [String]
        var testDescription: String { name + " " + (expected.first ?? "") }
        var table: SheetTable { ImportTests.table(text) }
    }

    static let layouts = [
        Layout(
            name: "dingtalk-daily",
            text: """
                每日统计表 统计日期：2023-08-01 至 2023-08-31|||||||||
                报表生成时间：2023-09-01 09:12|||||||||
                姓名|考勤组|部门|工号|日期|班次|上班1||下班1||关联的审批单
                ||||||打卡时间|打卡结果|打卡时间|打卡结果|
                甲一|驻村|东村队|C001|23-08-01 星期二|A 09:00-21:00|08:55|正常|次日00:10|正常|
                甲一|驻村|东村队|C001|23-08-02 星期三|A 09:00-21:00||缺卡|21:03|补卡审批通过|
                乙二|驻村|东村队|C002|23-08-03 星期四|A 09:00-21:00|||||事假08-03 09:00到08-04 12:00 1.5天
                """,
            expected: [
                "checkin 5 C001/甲一 source=app time=23-08-01 星期二 08:55",
                "checkin 5 C001/甲一 source=app time=2023-08-02 00:10",
                "leave 7 C002/乙二 from=2023-08-03 status=approved to=2023-08-04 to_half=上午 type=事假",
            ]),
        Layout(
            name: "dingtalk-daily",
            text: """
                姓名|考勤组|部门|工号|职位|UserId|日期|workDate|班次|上班1打卡时间|上班1打卡结果|下班1打卡时间|下班1打卡结果
                甲一|驻村|东村队|C001||u1|26-08-03 星期一|1785686400000|A|08:55|正常|18:01|正常
                """,
            expected: [
                "checkin 2 C001/甲一 source=app time=26-08-03 星期一 08:55",
                "checkin 2 C001/甲一 source=app time=26-08-03 星期一 18:01",
            ]),
        Layout(
            name: "dingtalk-original",
            text: """
                原始记录表 统计日期：2023-08-01 至 2023-08-31
                报表生成时间：2023-09-01 09:12
                姓名|部门|工号|考勤日期|打卡时间|打卡结果|打卡地址|纬度|经度|打卡设备
                甲一|东村队|C001|23-08-01 星期二|2023-08-01 08:55|正常|某镇东村|39.5596|113.3370|某手机
                甲一|东村队|C001|23-08-01 星期二|2023-08-01 12:00|打卡无效|某镇东村|||某手机
                """,
            expected: ["checkin 4 C001/甲一 lat=39.5596 lng=113.3370 source=app time=2023-08-01 08:55"]),
        Layout(
            name: "dingtalk-original",
            text: """
                id|userId|userCheckTime|timeResult|sourceType|userLongitude|userLatitude|userAccuracy
                1|manager1|1690851300000|Normal|USER|113.337|39.5596|30
                2|manager1|0|NotSigned|SYSTEM|||
                """,
            expected: ["checkin 2 manager1/ accuracy_m=30 lat=39.5596 lng=113.337 source=app time=2023-08-01T00:55:00Z"]
        ),
        Layout(
            name: "dingtalk-monthly",
            text: """
                月度汇总 统计日期：2023-08-01 至 2023-08-31||||||
                姓名|工号|出勤天数|休息天数|1|2|3
                ||||二|三|四
                甲一|C001|22|9|正常|正常|事假08-03 09:00到08-03 18:00 1天
                合计||22||||
                """,
            expected: ["leave 4 C001/甲一 from=2023-08-03 status=approved to=2023-08-03 type=事假"]),
        Layout(
            name: "wecom",
            text: """
                打卡记录|||||
                日期|姓名|账号|打卡时间|打卡状态|打卡地点
                2023/08/01 星期二|甲一|C001|08:55、21:02|正常|某镇东村
                2023/08/02 星期三|甲一|C001|--|未打卡|
                """,
            expected: [
                "checkin 3 C001/甲一 source=app time=2023/08/01 星期二 08:55",
                "checkin 3 C001/甲一 source=app time=2023/08/01 星期二 21:02",
            ]),
        Layout(
            name: "wecom",
            text: """
                userid|groupname|checkin_type|exception_type|checkin_time|lat|lng
                zhang|驻村|上班打卡||1690851300|39559600|113337000
                zhang|驻村|下班打卡|未打卡|1690894800||
                """,
            expected: ["checkin 2 zhang/ lat=39.559600 lng=113.337000 source=app time=2023-08-01T00:55:00Z"]),
        Layout(
            name: "feishu",
            text: """
                姓名|工号|部门|打卡时间|打卡方式|打卡地点名称|打卡结果
                甲一|C001|东村队|2023-08-01 08:55:12|GPS|东村村委会|正常
                """,
            expected: ["checkin 2 C001/甲一 source=app time=2023-08-01 08:55:12"]),
        Layout(
            name: "feishu",
            text: """
                user_id|creator_id|location_name|check_time|longitude|latitude|record_id
                abd754f7|abd754f7|东村|1690851300|113.337|39.5596|6709359313699356941
                """,
            expected: ["checkin 2 abd754f7/ lat=39.5596 lng=113.337 source=app time=2023-08-01T00:55:00Z"]),
        Layout(
            name: "zkteco",
            text: """
                AC-No.|Name|sTime|VerifyCode|Machine
                C001|甲一|2023-8-1 8:55:00|1|1
                """,
            expected: ["checkin 2 C001/甲一 source=device time=2023-8-1 8:55:00"]),
        Layout(
            name: "zkteco",
            text: "       12|2023-08-01 08:55:00|1|0|1|0\n       13|2023-08-01 08:56:00|1|0|1|0\n",
            expected: [
                "checkin 1 12/ source=device time=2023-08-01 08:55:00",
                "checkin 2 13/ source=device time=2023-08-01 08:56:00",
            ]),
        Layout(
            name: "records",
            text: """
                某县驻村干部花名册|||
                序号|姓名（必填）|工号*|是否党员
                1|张三|C001|√
                2|李四|C002|
                合计|2||
                制表人：某某|||
                """,
            expected: ["cadre 3 cadre=C001 name=张三 party_member=√", "cadre 4 cadre=C002 name=李四"]),
        Layout(
            name: "records",
            text: """
                姓名|请假类型|开始时间|结束时间|审批结果|事由
                张三|事假|2023-08-07 上午|2023-08-07 上午|审批通过|家里有事
                """,
            expected: ["leave 2 /张三 from=2023-08-07 上午 status=审批通过 to=2023-08-07 上午 type=事假"]),
    ]

    @Test(arguments: layouts)
    func aTableIsKnownByItsContent(_ layout: Layout) {
        let context = ImportContext(kinds: kinds)
        let found = BuiltInImporters.all.lazy.compactMap { importer in
            importer.read(layout.table, context).map { (importer.name, $0) }
        }.first
        #expect(found?.0 == layout.name)
        #expect(shown(found?.1) == layout.expected)
    }

    @Test(arguments: BuiltInImporters.all.map(\.name))
    func everyImporterKeepsItsObligations(_ name: String) throws {
        func complaints(_ importer: some RecordImporter) -> [String] {
            // What a kind's own columns say can be read of other tables too.
            let others = name == "records" ? [] : Self.layouts.filter { $0.name == "records" }.map(\.table)
            return RecordImporterConformance.complaints(
                about: importer, own: Self.layouts.filter { $0.name == name && !$0.text.hasPrefix("   ") }.map(\.table),
                others: others, kinds: kinds)
        }
        let importer = try #require(BuiltInImporters.all.first { $0.name == name })
        #expect(complaints(importer) == [])
    }
}

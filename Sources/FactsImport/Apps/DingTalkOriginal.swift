public import Messages
internal import ZhucunKernel

/// 钉钉 原始记录: one punch a row, with its place where the app was allowed to see it; and what the interface `attendance/listRecord` answers.
public struct DingTalkOriginal: RecordImporter {
    public let name = "dingtalk-original"
    public let title = Text("钉钉原始记录", "DingTalk, original records")

    /// The only one.
    public init() {}

    private static let export = PunchLayout(
        marks: [["姓名"], ["打卡时间"], ["考勤日期", "打卡设备", "异常打卡原因", "考勤时间"], ["打卡结果", "打卡地址"]],
        number: ["工号", "userid"], date: ["考勤日期"], times: ["打卡时间"], lat: ["纬度", "打卡纬度"], lng: ["经度", "打卡经度"],
        result: ["打卡结果"], source: "app")

    private static let interface = PunchLayout(
        marks: [["userid"], ["usercheckTime"]], number: ["userid"], times: ["usercheckTime"], lat: ["userLatitude"],
        lng: ["userLongitude"], accuracy: ["userAccuracy"], result: ["timeResult"], perSecond: 1000, source: "app")

    public func read(_ table: SheetTable, _ context: ImportContext) -> ImportedTable? {
        Self.export.read(table) ?? Self.interface.read(table)
    }
}

public import Messages
internal import ZhucunKernel

/// 企业微信 打卡记录: a row a person and day or punch; and what the interface `checkin/getcheckindata` answers.
public struct WeCom: RecordImporter {
    public let name = "wecom"
    public let title = Text("企业微信打卡记录", "WeCom check-ins")

    /// The only one.
    public init() {}

    private static let export = PunchLayout(
        marks: [["姓名", "成员", "打卡人员"], ["账号", "帐号"], ["打卡时间", "实际打卡时间"], ["打卡状态", "打卡类型", "状态", "打卡地点"]],
        number: ["账号", "帐号"], name: ["姓名", "成员", "打卡人员"], date: ["日期", "打卡日期", "时间"],
        times: ["实际打卡时间", "打卡时间"], result: ["打卡状态", "状态"], source: "app")

    private static let interface = PunchLayout(
        marks: [["userid"], ["checkin_time"]], number: ["userid"], times: ["checkin_time"], lat: ["lat"], lng: ["lng"],
        result: ["exception_type"], perSecond: 1, perDegree: 1_000_000, source: "app")

    public func read(_ table: SheetTable, _ context: ImportContext) -> ImportedTable? {
        Self.export.read(table) ?? Self.interface.read(table)
    }
}

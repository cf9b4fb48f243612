public import Messages
internal import ZhucunKernel

/// 飞书 打卡流水: one punch a row; and what the interface `attendance/v1/user_flows` answers.
public struct Feishu: RecordImporter {
    public let name = "feishu"
    public let title = Text("飞书打卡流水", "Feishu punches")

    /// The only one.
    public init() {}

    private static let export = PunchLayout(
        marks: [["姓名", "员工姓名"], ["打卡时间"], ["打卡地点名称", "打卡地点", "打卡方式", "打卡wi-fi"]],
        number: ["工号", "员工id", "用户id"], name: ["姓名", "员工姓名"], date: ["打卡日期", "日期"], times: ["打卡时间"],
        lat: ["纬度", "打卡纬度"], lng: ["经度", "打卡经度"], result: ["打卡结果"], source: "app")

    private static let interface = PunchLayout(
        marks: [["user_id", "employee_id", "employee_no"], ["check_time"]],
        number: ["employee_no", "user_id", "employee_id"],
        times: ["check_time"], lat: ["latitude"], lng: ["longitude"], perSecond: 1, source: "app")

    public func read(_ table: SheetTable, _ context: ImportContext) -> ImportedTable? {
        Self.export.read(table) ?? Self.interface.read(table)
    }
}

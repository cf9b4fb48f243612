import CivilTime
import PolicyYAML
import ZhucunBulletins

typealias Table = Bulletin.Table
typealias Form = Bulletin.Form

/// Papers of a county that does not exist.
enum Sample {
    static let attendance = Table(
        title: Text("表1 9月份在岗情况", "Table 1. Days in village, September"),
        columns: [
            .init(Text("乡镇", "Township")), .init(Text("应驻村人数", "Cadres"), .end),
            .init(Text("达标率", "Share meeting the rule"), .end),
            .init(Text("平均天数", "Mean days"), .center), .init(Text("备注", "Remark")),
        ],
        rows: [
            [.text("河东乡"), .whole(12), .share(numerator: 11, denominator: 12), .decimal("21.50"), .text("A|B")],
            [.text("*新*镇"), .whole(0), .share(numerator: 0, denominator: 0), .decimal("0.00"), .empty],
        ],
        totals: [.text("合计"), .whole(12), .share(numerator: 11, denominator: 12), .decimal("21.50"), .empty],
        note: Text("请假未销假的不计入。", "Unreturned leave is not counted."),
        sheet: "在岗情况")

    static let opinion = Form(
        title: Text("驻村干部召回审批表", "Approval of a recall"),
        number: "〔2023〕第　号",
        fields: [
            .init(Text("姓名", "Name"), .text("张三")), .init(Text("性别", "Sex"), .text("男")),
            .init(Text("派出单位", "Sent by"), .text("县农业农村局"), isWide: true),
            .init(Text("当月驻村天数", "Days in village"), .whole(9)),
        ],
        boxes: [
            .init(
                Text("事由", "Reason"), content: [Text("9月驻村9天，少于20天。", "9 days in September, fewer than 20.")],
                signing: .none),
            .init(Text("本人签字", "The cadre"), signing: .signature),
            .init(Text("县级驻村办意见", "Opinion of the county office")),
        ],
        notes: [Text("本表一式三份。", "In three copies.")])

    static func bulletin(_ language: Language, _ body: [Bulletin.Block]? = nil) -> Bulletin {
        Bulletin(
            title: Text("关于9月份驻村工作的通报", "Bulletin on September"),
            number: "县驻村办〔2023〕　号",
            addressees: [Text("各乡镇党委", "township committees"), Text("各派出单位", "sending units")],
            body: body ?? [
                .heading(Text("一、考勤情况", "1. Attendance")),
                .paragraph(Text("全县共有驻村干部12人。", "The county has 12 cadres.")),
                .table(attendance),
                .note(Text("以上由记录得出。", "All from the records.")),
                .form(opinion),
            ],
            issuer: "某县驻村办",
            date: Day(year: 2023, month: 10, day: 5),
            copies: [Text("县纪委监委", "the discipline commission"), Text("县委组织部", "the organization department")],
            language: language)
    }
}

internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What was done: trainings, visits, meetings, inspections, bulletins … A row is about its subject and about all who took part.
public struct Activities: RecordColumns {
    public static let about = RecordAbout(
        name: "activity", file: "activities.csv", title: Text("活动", "activities"), date: "date", period: "period")
    let activity: Column<Symbol>, kind: Column<Symbol>, date: Column<Day>, period: Column<Symbol>,
        subject: Column<Symbol>
    let actors: Column<Symbol>, level: Column<Symbol>, topic: Column<Symbol>, hours: Column<Decimal6>,
        days: Column<Decimal6>

    public init(_ c: inout ColumnDeclarations) {
        activity = c.required("activity", "活动编号", .identifier, Text("活动的编号", "the activity's identifier"))
        kind = c.required("kind", "种类", .openWord(group: "activity"), Text("做了什么", "what was done"))
        date = c.required("date", "日期", .day, Text("日期", "when"))
        period = c.optional(
            "period", "所属时期", .period,
            Text("为哪个时期做的，空为日期所在的时期", "for which period it was done; empty: the one of its date"), empty: .none)
        subject = c.required(
            "subject", "对象编号", .subject(), Text("为谁、对谁或由哪一级做的", "for whom, about whom, or by which office's division"))
        actors = c.optional("actors", "参加人", .subject(many: true), Text("还有谁参加", "who else took part"))
        level = c.optional("level", "层级", .word(group: "level", many: false), Text("哪一级组织", "of which level"))
        topic = c.optional("topic", "主题", .text, Text("主题，如节日", "the topic, such as a festival"), empty: .none)
        hours = c.optional("hours", "学时", .decimal(.hours), Text("学时", "class hours"), in: 0...8784)
        days = c.optional("days", "天数", .decimal(.days), Text("天数", "days"), in: 0...366)
        let _: Column<Symbol> = c.optional(
            "to", "发给", .word(group: "office", many: true), Text("报给、发给谁", "to which offices"))
        let _: Column<Symbol> = c.optional(
            "of", "所报活动", .text, Text("报告的是哪个活动，写它的编号", "which activity it reports on, by its identifier"), empty: .none
        )
        let _: Column<Int> = c.optional(
            "count", "数目", .whole, Text("报告的数目，如到岗人数", "the number it tells, as of cadres on post"))
    }
}

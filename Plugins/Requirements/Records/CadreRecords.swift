internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

// What a cadre has or is due: promotions in rank, insurance.

/// Promotions in rank, from the day on which they are due.
struct Ranks: RecordColumns {
    static let about = RecordAbout(
        name: "rank", file: "ranks.csv", title: Text("职级晋升", "promotions in rank"), date: "due",
        identity: ["cadre", "due"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("rank", "晋升编号", .identifier, Text("晋升的编号", "the promotion's identifier"))
        let _: Column<Symbol> = c.required("cadre", "干部编号", .reference("cadre"), Text("谁", "who"))
        let _: Column<Symbol> = c.optional("name", "职级名称", .text, Text("晋升到的职级", "the rank"), empty: .none)
        let _: Column<Day> = c.required("due", "到期日期", .day, Text("够条件的日期", "when it is due"), date: .planned)
        let _: Column<Day> = c.optional("promoted", "晋升日期", .day, Text("晋升的日期", "when it was given"), empty: .notYet)
    }
}

/// Insurance of cadres, each from a day to a day.
struct Insurances: RecordColumns {
    static let about = RecordAbout(
        name: "insurance", file: "insurances.csv", title: Text("干部保险", "cadres' insurance"), date: "from",
        span: (from: "from", to: "to"), identity: ["cadre", "kind", "from"], isState: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("cadre", "干部编号", .reference("cadre"), Text("谁", "who"))
        let _: Column<Symbol> = c.required("kind", "种类", .openWord(group: "insurance"), Text("什么保险", "which insurance"))
        let _: Column<Day> = c.required("from", "开始日期", .day, Text("保障的第一天", "the first day covered"), date: .planned)
        let _: Column<Day> = c.required("to", "结束日期", .day, Text("保障的最后一天", "the last day covered"), date: .planned)
    }
}

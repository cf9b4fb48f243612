internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// What households and farms grow and build, in mu.
struct Plantings: RecordColumns {
    static let about = RecordAbout(
        name: "planting", file: "plantings.csv", title: Text("种植与设施", "plantings"), date: "date")

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("subject", "对象编号", .subject(), Text("谁的", "whose"))
        let _: Column<Symbol> = c.required(
            "kind", "种类", .openWord(group: "planting"), Text("种什么、建什么", "what is grown or built"))
        let _: Column<Day> = c.required("date", "日期", .day, Text("认定的日期", "when it was found"))
        let _: Column<Decimal6> = c.required("mu", "亩数", .decimal(.mu), Text("亩数", "mu"))
    }
}

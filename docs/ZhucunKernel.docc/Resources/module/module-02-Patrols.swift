import ZhucunKernel

/// Patrols of a dyke, one row for each cadre and walk: `patrols.csv`.
public struct Patrols: RecordColumns {
    public static let about = RecordAbout(
        name: "patrol", file: "patrols.csv", title: Text("巡堤记录", "patrols"), date: "night")
    let cadre: Column<Symbol>, night: Column<Day>

    public init(_ c: inout ColumnDeclarations) {
        cadre = c.required("cadre", "干部编号", .reference("cadre"), Text("谁巡查", "who walked"))
        night = c.required("night", "日期", .day, Text("哪天夜里（以开始那天计）", "the night, by the day on which it began"))
    }
}

internal import PolicyYAML
public import ZhucunKernel

/// Scores handed in by raters.
public struct Scores: RecordColumns {
    public static let about = RecordAbout(
        name: "score", file: "scores.csv", title: Text("评分", "scores"), date: "period",
        identity: ["subject", "period", "dimension", "rater"])
    let subject: Column<Symbol>, period: Column<Symbol>, dimension: Column<Symbol>, rater: Column<Symbol>,
        score: Column<Decimal6>

    public init(_ c: inout ColumnDeclarations) {
        subject = c.required("subject", "对象编号", .subject(), Text("谁", "who"))
        period = c.required("period", "时期", .period, Text("哪个时期", "for which period"))
        dimension = c.required("dimension", "维度", .text, Text("哪个方面", "which dimension"))
        rater = c.required("rater", "评分人", .text, Text("谁评的", "who rated"), manyOf: "rater")
        score = c.required("score", "分数", .decimal(.points), Text("分数", "the score"))
    }
}

internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What happened: inspections, interviews, discipline, awards …
public struct Incidents: RecordColumns {
    public static let about = RecordAbout(
        name: "incident", file: "incidents.csv", title: Text("事件", "incidents"), date: "date",
        identity: ["subject", "date", "kind", "level"])
    let incident: Column<Symbol>, subject: Column<Symbol>, date: Column<Day>, kind: Column<Symbol>,
        level: Column<Symbol>, days: Column<Int>

    public init(_ c: inout ColumnDeclarations) {
        incident = c.required("incident", "事件编号", .identifier, Text("事件的编号", "the incident's identifier"))
        subject = c.required("subject", "对象编号", .subject(), Text("谁", "whom it is about"))
        date = c.required("date", "日期", .day, Text("日期", "when"))
        kind = c.required("kind", "种类", .openWord(group: "incident"), Text("什么事", "what happened"))
        level = c.optional("level", "层级", .word(group: "level", many: false), Text("哪一级", "of which level"))
        days = c.optional("days", "天数", .whole, Text("天数", "days"), in: 0...366)
        let _: Column<Symbol> = c.optional(
            "matter", "事由", .text, Text("属于哪一件事、哪一次检查", "which matter or inspection it belongs to"))
    }
}

/// Grades of the annual assessment, as given.
public struct AnnualGrades: RecordColumns {
    public static let about = RecordAbout(
        name: "annual_grade", file: "annual_grades.csv", title: Text("年度考核等次", "annual grades"), date: "year",
        identity: ["cadre", "year", "giver"])
    let cadre: Column<Symbol>, year: Column<Int>, grade: Column<Symbol>, giver: Column<Symbol>

    public init(_ c: inout ColumnDeclarations) {
        cadre = c.required("cadre", "干部编号", .reference("cadre"), Text("谁", "who"))
        year = c.required("year", "年度", .year, Text("哪一年", "which year"))
        grade = c.required("grade", "等次", .openWord(group: "grade"), Text("等次", "the grade"))
        giver = c.optional(
            "giver", "评定单位", .openWord(group: "grade_giver"), Text("谁评定的，空为派出单位", "who gave it; empty: the home unit"),
            empty: .none,
            emptyIsWord: true)
    }
}

/// Polls of satisfaction.
public struct Polls: RecordColumns {
    public static let about = RecordAbout(
        name: "poll", file: "polls.csv", title: Text("测评", "polls"), date: "date",
        parts: [("satisfied", "asked")], identity: ["subject", "date", "kind"])
    let subject: Column<Symbol>, date: Column<Day>, kind: Column<Symbol>, satisfied: Column<Int>, asked: Column<Int>,
        satisfaction: Column<Int>

    public init(_ c: inout ColumnDeclarations) {
        subject = c.required("subject", "对象编号", .subject(), Text("谁", "whom it is about"))
        date = c.required("date", "日期", .day, Text("日期", "when"))
        kind = c.required("kind", "种类", .openWord(group: "poll"), Text("群众测评或考核测评", "villagers or assessment"))
        satisfied = c.required("satisfied", "满意人数", .whole, Text("满意的人数", "how many were satisfied"))
        asked = c.required("asked", "参评人数", .whole, Text("参加测评的人数", "how many were asked"))
        satisfaction = c.optional(
            "satisfaction", "满意率", .ratio(of: "satisfied", to: "asked"), Text("满意率", "the satisfied of those asked"))
    }
}

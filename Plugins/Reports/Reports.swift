internal import PolicyYAML
public import ZhucunKernel

/// Bulletins, rankings to publish, filing lists and proposals with their opinion forms: what each holds is policy, how it looks is
/// the writers'. It judges nothing; `zhucun bulletin` fills it from what other provisions found.
public struct Reports: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "reports", title: Text("通报与报表", "reports"),
        summary: Text(
            "通报、排名、备案名单、召回建议等文书的内容，由 zhucun bulletin 生成",
            "what bulletins, rankings, filing lists and proposals hold; made by zhucun bulletin"))

    public init() {}

    public func read(_ settings: inout SettingsReader) -> ReportLayout {
        let forms = ReportLayout.Form.allCases.map(\.rawValue)
        let form = settings.required(
            "form", .oneOf(forms), Text("哪种文书", "which form"), example: "attendance", asked: Text("文书", "form"))
        return ReportLayout(
            form: ReportLayout.Form(rawValue: form) ?? .list,
            title: settings.required(
                "title", .text, Text("标题，{period} 处写时期", "the title; {period} stands for the period"),
                example: "关于{period}出勤情况的通报", asked: Text("标题", "title")),
            of: settings.required(
                "of", ValueType<String>.text.listed(),
                Text("用哪些条款的结果，section/id", "the provisions whose results it shows"), example: "attendance/weekly"),
            issuer: settings.required(
                "issuer", .word("office"), Text("由谁印发", "who issues it"), example: "county_office",
                asked: Text("印发", "issuer")),
            addressees: settings.optional(
                "to", ValueType<String>.word("office").listed(), Text("发给谁", "to whom"), example: "[township]",
                asked: Text("主送", "to")) ?? [],
            copies: settings.optional(
                "copy", ValueType<String>.word("office").listed(), Text("抄送谁", "copied to whom"),
                example: "[sending_unit]", asked: Text("抄送", "copied to")) ?? [],
            actions: settings.optional(
                "actions", ValueType<String>.word("action").listed(), Text("只列哪些处理", "only these actions"),
                example: "[recall]") ?? [])
    }

    public func measures(_ rule: ReportLayout) -> [MeasureDeclaration] { [] }

    public func layout(_ rule: ReportLayout) -> ReportLayout? { rule }

    /// Names those whom the document lists.
    public func judge(_ ask: Case<Reports>) throws -> [Finding] {
        ask.subjects.map { Finding($0, .notApplicable, values: []) }
    }
}

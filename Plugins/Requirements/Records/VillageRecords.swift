internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Problems found and difficulties raised, with how they are handled.
struct Problems: RecordColumns {
    static let about = RecordAbout(
        name: "problem", file: "problems.csv", title: Text("问题", "problems"), date: "found",
        order: [("found", "due"), ("found", "closed"), ("found", "answered"), ("found", "reported")],
        identity: ["problem"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("problem", "问题编号", .identifier, Text("问题的编号", "the problem's identifier"))
        let _: Column<Symbol> = c.required("village", "村代码", .reference("village"), Text("在哪个村", "in which village"))
        let _: Column<Symbol> = c.optional(
            "household", "户编号", .reference("household"), Text("哪一户", "of which household"), empty: .none)
        let _: Column<Symbol> = c.optional("area", "领域", .openWord(group: "area"), Text("属于哪个方面", "in which area"))
        let _: Column<Symbol> = c.optional("matter", "事项", .openWord(group: "matter"), Text("什么问题", "what it is about"))
        let _: Column<Symbol> = c.optional(
            "mode", "方式", .openWord(group: "mode"), Text("用什么方式解决", "the way of handling"))
        let _: Column<Symbol> = c.optional(
            "urgency", "轻重缓急", .word(group: "urgency", many: false), Text("轻重缓急", "how urgent"))
        let _: Column<Symbol> = c.optional(
            "source", "来源", .openWord(group: "problem_source"), Text("怎样发现的", "how it was found"))
        let _: Column<Day> = c.optional("found", "发现日期", .day, Text("发现的日期", "when it was found"))
        let _: Column<Symbol> = c.optional("responsible", "责任人", .text, Text("责任人", "who is responsible"), empty: .none)
        let _: Column<Symbol> = c.optional(
            "standard", "整改标准", .text, Text("整改标准", "the standard it must reach"), empty: .none)
        let _: Column<Day> = c.optional("due", "整改时限", .day, Text("整改时限", "by when"), date: .planned)
        let _: Column<Day> = c.optional("closed", "销账日期", .day, Text("解决的日期", "when it was closed"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "answered", "反馈日期", .day, Text("向群众反馈的日期", "when the villagers were told"), empty: .notYet)
        let _: Column<Symbol> = c.optional(
            "level", "解决层级", .word(group: "level", many: false),
            Text("需要哪一级解决；空为村级", "which level can solve it; empty: the village"), empty: .none)
        let _: Column<Day> = c.optional(
            "reported", "报告日期", .day, Text("书面报告上级的日期", "when it was reported in writing"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "evaluated", "评价日期", .day, Text("反馈后群众评价的日期", "when the villagers judged the answer"))
        let _: Column<Symbol> = c.optional(
            "cadre", "干部编号", .reference("cadre"), Text("哪个驻村干部的困难", "of which stationed cadre"), empty: .none)
    }
}

/// Projects in villages.
struct Projects: RecordColumns {
    static let about = RecordAbout(
        name: "project", file: "projects.csv", title: Text("项目", "projects"), date: "start",
        order: [("start", "due"), ("start", "accepted"), ("risk", "reported")], identity: ["project"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("project", "项目编号", .identifier, Text("项目的编号", "the project's identifier"))
        let _: Column<Symbol> = c.required("village", "村代码", .reference("village"), Text("在哪个村", "in which village"))
        let _: Column<Symbol> = c.optional("kind", "种类", .openWord(group: "project"), Text("什么项目", "what it is"))
        let _: Column<Decimal6> = c.optional(
            "investment", "财政投资", .decimal(.yuan), Text("财政投资，元", "public investment in yuan"))
        let _: Column<Symbol> = c.optional(
            "leader", "领办人", .subject(), Text("谁领办或认领", "who leads or claims it"), empty: .none)
        let _: Column<Symbol> = c.optional("goal", "目标", .text, Text("目标", "its goal"), empty: .none)
        let _: Column<Symbol> = c.optional("responsible", "责任人", .text, Text("责任人", "who is responsible"), empty: .none)
        let _: Column<Symbol> = c.optional(
            "standard", "验收标准", .text, Text("考核验收标准", "the standard of acceptance"), empty: .none)
        let _: Column<Day> = c.optional("start", "开始日期", .day, Text("开始的日期", "when it starts"), date: .planned)
        let _: Column<Day> = c.optional("due", "完成时限", .day, Text("应完成的日期", "by when"), date: .planned)
        let _: Column<Day> = c.optional("accepted", "验收日期", .day, Text("验收的日期", "when it was accepted"), empty: .notYet)
        let _: Column<Bool> = c.optional("watched", "已监测", .flag, Text("工作队是否重点监测", "the team watches it"))
        let _: Column<Day> = c.optional("risk", "风险日期", .day, Text("出现风险的日期", "when a risk appeared"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "reported", "报告日期", .day, Text("报告预警的日期", "when it was reported"), empty: .notYet)
    }
}

/// Assets of earlier projects.
struct Assets: RecordColumns {
    static let about = RecordAbout(
        name: "asset", file: "assets.csv", title: Text("项目资产", "assets"), identity: ["asset"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("asset", "资产编号", .identifier, Text("资产的编号", "the asset's identifier"))
        let _: Column<Symbol> = c.required("village", "村代码", .reference("village"), Text("在哪个村", "in which village"))
        let _: Column<Symbol> = c.optional(
            "kind", "种类", .word(group: "asset", many: false), Text("公益性、经营性或到户类", "public, operating or of a household")
        )
        let _: Column<Symbol> = c.optional("keeper", "管护主体", .text, Text("谁管护", "who keeps it"), empty: .none)
        let _: Column<Bool> = c.optional("titled", "产权明晰", .flag, Text("产权是否明晰", "its ownership is clear"))
        let _: Column<Bool> = c.optional("lost", "流失", .flag, Text("是否流失或被侵占", "lost or taken"))
        let _: Column<Symbol> = c.optional(
            "run_by", "经营人", .word(group: "asset_runner", many: false), Text("由谁经营", "who runs it"))
    }
}

/// Places in a team that fell empty.
struct Vacancies: RecordColumns {
    static let about = RecordAbout(
        name: "vacancy", file: "vacancies.csv", title: Text("空缺", "vacancies"), date: "arose",
        order: [("arose", "filled")], identity: ["vacancy"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("vacancy", "空缺编号", .identifier, Text("空缺的编号", "the vacancy's identifier"))
        let _: Column<Symbol> = c.required("village", "村代码", .reference("village"), Text("在哪个村", "in which village"))
        let _: Column<Symbol> = c.optional(
            "unit", "单位编号", .reference("unit"), Text("由哪个单位补派", "which unit must fill it"))
        let _: Column<Symbol> = c.optional("reason", "原因", .openWord(group: "vacancy"), Text("为什么空缺", "why"))
        let _: Column<Day> = c.optional("arose", "产生日期", .day, Text("空缺产生的日期", "when it arose"))
        let _: Column<Day> = c.optional("filled", "补派日期", .day, Text("补派到岗的日期", "when it was filled"), empty: .notYet)
    }
}

/// Sums of money and of other things, with what they are a part of.
struct Amounts: RecordColumns {
    static let about = RecordAbout(
        name: "amount", file: "amounts.csv", title: Text("数额", "amounts"), date: "date")

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("subject", "对象编号", .subject(), Text("谁的", "whose"))
        let _: Column<Symbol> = c.required("kind", "种类", .openWord(group: "amount"), Text("什么数额", "of what"))
        let _: Column<Day> = c.required("date", "日期", .day, Text("日期", "when"))
        let _: Column<Decimal6> = c.required(
            "amount", "数额", .decimal(.yuan), Text("元，或与 base 同样的单位", "yuan, or in the unit of `base`"))
        let _: Column<Decimal6> = c.optional("base", "总额", .decimal(.yuan), Text("占其中多少的总额", "what it is a part of"))
    }
}

/// Lists, boards, ledgers and promises that must be drawn up and published.
struct Commitments: RecordColumns {
    static let about = RecordAbout(
        name: "commitment", file: "commitments.csv", title: Text("清单与承诺", "lists and commitments"), date: "drawn_up",
        span: ("drawn_up", "until"),
        order: [("drawn_up", "published"), ("drawn_up", "done")],
        identity: ["subject", "kind", "item", "drawn_up"])

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("subject", "对象编号", .subject(), Text("谁的", "whose"))
        let _: Column<Symbol> = c.required(
            "kind", "种类", .openWord(group: "commitment"), Text("什么清单、承诺或台账", "which list, promise or ledger"))
        let _: Column<Symbol> = c.optional("item", "内容", .text, Text("内容", "what it says"), empty: .none)
        let _: Column<Day> = c.required("drawn_up", "制定日期", .day, Text("制定的日期", "when it was drawn up"))
        let _: Column<Day> = c.optional(
            "published", "公示日期", .day, Text("公示的日期", "when it was published"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "reported", "报告日期", .day, Text("报告上级的日期", "when it was reported"))
        let _: Column<Day> = c.optional("done", "完成日期", .day, Text("完成的日期", "when it was done"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "until", "有效期至", .day, Text("有效的最后一天，空为一直有效", "the last day in force; empty: it has no end"), empty: .open,
            date: .planned)
    }
}

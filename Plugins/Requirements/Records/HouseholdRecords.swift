internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Households of the villages.
struct Households: RecordColumns {
    static let about = RecordAbout(
        name: "household", file: "households.csv", title: Text("农户", "households"),
        parts: [("labour", "members")], identity: ["household"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required(
            "household", "户编号", .identifier, Text("户的编号", "the household's identifier"), also: ["户编码", "户主编号"])
        let _: Column<Symbol> = c.required(
            "village", "村代码", .reference("village"), Text("在哪个村", "in which village"), also: ["村编码", "行政村代码"])
        let _: Column<Symbol> = c.optional(
            "classes", "类别", .word(group: "household_class", many: true), Text("所属类别", "the classes it is in"),
            empty: .none)
        let _: Column<Int> = c.optional(
            "members", "人口", .whole, Text("家庭人口", "members"), also: ["家庭人口", "家庭人口数", "人口数"], in: 0...200)
        let _: Column<Int> = c.optional(
            "labour", "劳动力", .whole, Text("劳动力人数，含半、弱劳动力", "members who can work, half and weak labour included"),
            in: 0...200)
        let _: Column<Bool> = c.optional("wants_work", "有就业意愿", .flag, Text("是否有就业或发展意愿", "wishes to work"))
        let _: Column<Decimal6> = c.optional(
            "income_per_head", "人均纯收入", .decimal(.yuan), Text("元，每人每年", "yuan for each member a year"))
        let _: Column<Bool> = c.optional(
            "schooling", "义务教育有保障", .flag, Text("适龄儿童少年是否在学", "children of school age are at school"))
        let _: Column<Bool> = c.optional("insured", "基本医疗有保障", .flag, Text("是否全员参保", "all members are insured"))
        let _: Column<Bool> = c.optional("safe_housing", "住房安全", .flag, Text("住房是否安全", "the house is safe"))
        let _: Column<Bool> = c.optional("safe_water", "饮水安全", .flag, Text("饮水是否达标", "the water is safe"))
        let _: Column<Bool> = c.optional(
            "needs_care", "需要照护", .flag, Text("是否有不能自理的老人", "has elderly who cannot care for themselves"))
        let _: Column<Bool> = c.optional("cared_for", "已落实照护", .flag, Text("是否已有人照护", "somebody cares for them"))
        let _: Column<Bool> = c.optional(
            "serious_illness_insured", "大病保险有保障", .flag, Text("是否全员有大病保险", "all have insurance for serious illness"))
        let _: Column<Bool> = c.optional(
            "medical_aid", "医疗救助有保障", .flag, Text("符合条件的是否都得到医疗救助", "medical aid is given where it is due"))
        let _: Column<Bool> = c.optional("seriously_ill", "有大病患者", .flag, Text("是否有大病患者", "somebody is seriously ill"))
        let _: Column<Bool> = c.optional("disabled", "有残疾人", .flag, Text("是否有残疾人", "somebody is disabled"))
        let _: Column<Bool> = c.optional(
            "hit_by_disaster", "受灾较重", .flag, Text("是否受灾较重", "was hit hard by a disaster"))
        let _: Column<Bool> = c.optional("at_risk", "返贫风险较高", .flag, Text("返贫风险是否较高", "is at high risk of poverty"))
    }
}

/// Members of households who work or look for work.
struct Workers: RecordColumns {
    static let about = RecordAbout(
        name: "worker", file: "workers.csv", title: Text("劳动力", "workers"), identity: ["worker"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("worker", "人员编号", .identifier, Text("人员的编号", "the person's identifier"))
        let _: Column<Symbol> = c.required(
            "household", "户编号", .reference("household"), Text("哪一户", "of which household"))
        let _: Column<Symbol> = c.optional(
            "works", "务工地点", .word(group: "workplace", many: false), Text("在哪里务工", "where"))
        let _: Column<Bool> = c.optional("stable", "稳定就业", .flag, Text("是否稳定就业", "in stable work"))
        let _: Column<Bool> = c.optional(
            "entitled", "符合补贴条件", .flag, Text("是否符合补贴条件", "meets the conditions of the subsidies"))
        let _: Column<Day> = c.optional("updated", "更新日期", .day, Text("最近一次核对去向的日期", "when it was last checked"))
        let _: Column<Bool> = c.optional("wants_work", "有就业意愿", .flag, Text("是否想务工", "wishes to work"))
        let _: Column<Bool> = c.optional("wants_training", "有培训意愿", .flag, Text("是否想参加培训", "wishes to be trained"))
        let _: Column<Day> = c.optional(
            "trained", "培训日期", .day, Text("最近一次参加培训的日期", "when last trained"))
    }
}

/// Public posts of a village.
struct Posts: RecordColumns {
    static let about = RecordAbout(
        name: "post", file: "posts.csv", title: Text("公益岗位", "public posts"), identity: ["post"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("post", "岗位编号", .identifier, Text("岗位的编号", "the post's identifier"))
        let _: Column<Symbol> = c.required("village", "村代码", .reference("village"), Text("在哪个村", "in which village"))
        let _: Column<Symbol> = c.optional(
            "holder", "在岗人员", .reference("worker"), Text("谁在岗，空为空岗", "who holds it; empty: nobody"), empty: .none)
        let _: Column<Bool> = c.optional(
            "selection", "研究记录", .flag, Text("有村级研究记录", "the record of the selection is kept"))
        let _: Column<Bool> = c.optional("roster", "花名册", .flag, Text("在花名册中", "is on the roster"))
        let _: Column<Bool> = c.optional("contract", "聘用协议", .flag, Text("有聘用协议", "the contract is kept"))
        let _: Column<Bool> = c.optional("pay_sheet", "工资发放表", .flag, Text("有工资发放表", "the pay sheet is kept"))
        let _: Column<Bool> = c.optional(
            "published", "已公示", .flag, Text("招聘、职责、人员、工资已公示", "selection, duties, holder and pay were published"))
    }
}

/// Cases of monitoring, from detection to removal of the risk.
struct MonitoringCases: RecordColumns {
    static let about = RecordAbout(
        name: "case", file: "cases.csv", title: Text("监测个案", "monitoring cases"), date: "detected",
        order: [
            ("detected", "identified"), ("detected", "planned"), ("detected", "measured"), ("detected", "removed"),
            ("identified", "removed"),
            ("measured", "removed"),
        ],
        identity: ["household", "detected"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("case", "个案编号", .identifier, Text("个案的编号", "the case's identifier"))
        let _: Column<Symbol> = c.required(
            "household", "户编号", .reference("household"), Text("哪一户", "of which household"))
        let _: Column<Day> = c.optional("detected", "发现日期", .day, Text("发现风险的日期", "when the risk was found"))
        let _: Column<Day> = c.optional(
            "identified", "认定日期", .day, Text("认定程序完成的日期", "when identification was done"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "planned", "计划日期", .day, Text("帮扶计划制定的日期", "when the plan was made"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "measured", "措施日期", .day, Text("帮扶措施落实的日期", "when the measures were in place"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "removed", "消除日期", .day, Text("标注风险消除的日期", "when the risk was marked removed"), empty: .notYet)
        let _: Column<Symbol> = c.optional(
            "measures", "措施种类", .word(group: "help", many: true), Text("落实了哪些帮扶措施", "the kinds of measures"),
            empty: .notYet)
        let _: Column<Bool> = c.optional("marked", "已标注", .flag, Text("是否已在系统中标注", "marked in the system"))
        let _: Column<Bool> = c.optional(
            "removable", "符合消除条件", .flag, Text("是否达到风险消除条件", "the conditions of removal are met"))
        let _: Column<Symbol> = c.optional(
            "source", "发现渠道", .openWord(group: "case_source"), Text("从哪个渠道发现", "by which channel it was found"))
        let _: Column<Symbol> = c.optional(
            "cause", "风险原因", .openWord(group: "case_cause"), Text("因什么有风险", "what the risk comes from"))
        let _: Column<Symbol> = c.optional(
            "signed_by", "签字人", .reference("cadre"), Text("哪个驻村干部签字同意消除", "which cadre signed the removal"))
        let _: Column<Day> = c.optional(
            "reviewed", "退出程序完成日期", .day, Text("风险消除的程序走完的日期", "when the procedure of removal was done"))
    }
}

/// Small credit to households.
struct Loans: RecordColumns {
    static let about = RecordAbout(
        name: "loan", file: "loans.csv", title: Text("小额信贷", "small loans"), date: "applied",
        order: [("applied", "granted"), ("granted", "due"), ("granted", "repaid")], identity: ["loan"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("loan", "贷款编号", .identifier, Text("贷款的编号", "the loan's identifier"))
        let _: Column<Symbol> = c.required(
            "household", "户编号", .reference("household"), Text("哪一户", "of which household"))
        let _: Column<Day> = c.optional("applied", "申请日期", .day, Text("申请的日期", "when it was asked for"))
        let _: Column<Bool> = c.optional(
            "eligible", "符合条件", .flag, Text("是否符合贷款条件", "the household meets the conditions"))
        let _: Column<Day> = c.optional("granted", "发放日期", .day, Text("发放的日期", "when it was granted"), empty: .notYet)
        let _: Column<Decimal6> = c.optional("amount", "金额", .decimal(.yuan), Text("元", "yuan"))
        let _: Column<Bool> = c.optional(
            "used_by_household", "户用", .flag, Text("是否由本户使用", "the household itself uses it"))
        let _: Column<Bool> = c.optional(
            "repaid_by_household", "户还", .flag, Text("是否由本户归还", "the household itself repays it"))
        let _: Column<Day> = c.optional("due", "到期日期", .day, Text("应还日期", "when it is due"), date: .planned)
        let _: Column<Day> = c.optional("repaid", "还款日期", .day, Text("还清日期", "when it was repaid"), empty: .notYet)
        let _: Column<Decimal6> = c.optional(
            "interest_rate", "年利率", .decimal(.share),
            Text("年利率，写小数，如 0.0365", "the yearly rate as a decimal such as 0.0365"))
    }
}

/// Dangerous houses and their rebuilding.
struct Houses: RecordColumns {
    static let about = RecordAbout(
        name: "house", file: "houses.csv", title: Text("危房改造", "rebuilt houses"), date: "approved",
        order: [("approved", "finished"), ("approved", "subsidy_paid"), ("approved", "old_removed")],
        identity: ["house"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("house", "房屋编号", .identifier, Text("房屋的编号", "the house's identifier"))
        let _: Column<Symbol> = c.required(
            "household", "户编号", .reference("household"), Text("哪一户", "of which household"))
        let _: Column<Day> = c.optional("approved", "改造批准日期", .day, Text("批准改造的日期", "when it was approved"))
        let _: Column<Day> = c.optional(
            "finished", "竣工日期", .day, Text("改造竣工的日期", "when it was finished"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "subsidy_paid", "补助发放日期", .day, Text("改造补助发放的日期", "when the subsidy was paid"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "old_removed", "旧房拆除日期", .day, Text("旧房拆除的日期", "when the old house was removed"), empty: .notYet)
    }
}

internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

// What a village, a township or a county has of its own, and its people and offices beside the stationed.

/// Departments of a county, a city or the province.
struct Departments: RecordColumns {
    static let about = RecordAbout(
        name: "department", file: "departments.csv", title: Text("部门", "departments"), place: "place",
        identity: ["department"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("department", "部门编号", .identifier, Text("部门的编号", "its identifier"))
        let _: Column<Symbol> = c.optional("name", "部门名称", .text, Text("部门名称", "its name"), empty: .none)
        let _: Column<Symbol> = c.required(
            "place", "所在地代码", .division, Text("哪个县、市或省的部门", "of which county, city or province"))
        let _: Column<Symbol> = c.optional(
            "level", "层级", .word(group: "level", many: false), Text("哪一级的部门", "of which level"))
        let _: Column<Symbol> = c.optional(
            "roles", "承担的角色", .word(group: "department_role", many: true),
            Text("成员单位、牵头单位等", "member of the leading group, in the lead …"))
    }
}

/// Enterprises that give work or buy: workshops, cooperatives, farms …
struct Enterprises: RecordColumns {
    static let about = RecordAbout(
        name: "enterprise", file: "enterprises.csv", title: Text("经营主体", "enterprises"), place: "place",
        order: [("opened", "closed"), ("opened", "recognised")], parts: [("lifted_workers", "workers")],
        identity: ["enterprise"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("enterprise", "主体编号", .identifier, Text("经营主体的编号", "its identifier"))
        let _: Column<Symbol> = c.optional("name", "主体名称", .text, Text("名称", "its name"), empty: .none)
        let _: Column<Symbol> = c.required(
            "place", "所在地代码", .division, Text("在哪个村、乡镇或县", "in which village, township or county"))
        let _: Column<Symbol> = c.optional(
            "kind", "种类", .word(group: "enterprise", many: false), Text("帮扶车间、合作社、家庭农场等", "what it is"))
        let _: Column<Int> = c.optional("workers", "务工人数", .whole, Text("在其中务工的人数", "how many work in it"))
        let _: Column<Int> = c.optional(
            "lifted_workers", "脱贫务工人数", .whole, Text("其中脱贫劳动力人数", "of them from households lifted out of poverty"))
        let _: Column<Bool> = c.optional(
            "entitled", "符合补贴条件", .flag, Text("是否符合补贴条件", "meets the conditions of the subsidies"))
        let _: Column<Bool> = c.optional(
            "benefits", "联农带农", .flag, Text("是否落实联农带农", "shares its gains with households"))
        let _: Column<Day> = c.optional("opened", "开办日期", .day, Text("开办的日期", "when it opened"))
        let _: Column<Day> = c.optional("closed", "停办日期", .day, Text("停办的日期", "when it closed"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "recognised", "认定时间", .day, Text("认定为车间、基地等的日期", "when it was named a workshop, a base …"), empty: .notYet)
        let _: Column<Day> = c.optional(
            "removed", "清退日期", .day, Text("取消认定的日期", "when the naming was taken back"), empty: .notYet)
        let _: Column<Day> = c.optional("updated", "更新日期", .day, Text("最近一次核对的日期", "when it was last checked"))
    }
}

/// Leaders and cadres of a place who are not stationed there: village secretaries, village cadres, township leaders.
struct Officers: RecordColumns {
    static let about = RecordAbout(
        name: "officer", file: "officers.csv", title: Text("村组和乡镇干部", "local officers"), place: "place",
        span: (from: "from", to: "to"), identity: ["officer"], isSubject: true)

    init(_ c: inout ColumnDeclarations) {
        let _: Column<Symbol> = c.required("officer", "任职人员编号", .identifier, Text("人员的编号", "the person's identifier"))
        let _: Column<Symbol> = c.optional("name", "姓名", .text, Text("姓名", "the name"), empty: .none)
        let _: Column<Symbol> = c.required(
            "place", "所在地代码", .division, Text("哪个村、乡镇或县的", "of which village, township or county"))
        let _: Column<Symbol> = c.optional(
            "posts", "所任职务", .word(group: "officer_post", many: true), Text("担任的职务", "what the person is"))
        let _: Column<Day> = c.optional("born", "出生日期", .day, Text("出生日期", "date of birth"))
        let _: Column<Symbol> = c.optional("education", "学历", .openWord(group: "education"), Text("学历", "education"))
        let _: Column<Symbol> = c.optional(
            "full_time_degree", "全日制学历", .openWord(group: "education"),
            Text("全日制教育的最高学历", "the highest education by full-time study"))
        let _: Column<Day> = c.optional("from", "任职日期", .day, Text("任职的第一天", "the first day in office"), date: .planned)
        let _: Column<Day> = c.optional(
            "to", "离任日期", .day, Text("任职的最后一天，空为在任", "the last day; empty while it goes on"), empty: .open,
            date: .planned)
    }
}

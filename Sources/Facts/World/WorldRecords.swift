public import CivilTime
internal import Messages

/// The units that send cadres: `units.csv`.
package struct Units: RecordColumns {
    /// One row for each unit.
    package static let about = RecordAbout(
        name: "unit", file: "units.csv", title: Text("派出单位", "sending units"), identity: ["unit"], isSubject: true)
    let unit: Column<Symbol>, name: Column<Symbol>, level: Column<Symbol>, kind: Column<Symbol>
    let division: Column<Symbol>

    /// Declares the columns; a file may have them in any order.
    package init(_ c: inout ColumnDeclarations) {
        unit = c.required("unit", "单位编号", .identifier, Text("单位的编号", "the unit's identifier"), also: ["单位代码"])
        name = c.optional("name", "单位名称", .text, Text("单位名称", "its name"), also: ["派出单位", "单位"], empty: .none)
        level = c.optional(
            "level", "层级", .word(group: "level", many: false),
            Text("派出单位的层级", "central, province, city, county, township"))
        kind = c.optional(
            "kind", "性质", .word(group: "unit_kind", many: false),
            Text("单位性质", "government, public institution, enterprise, school"), also: ["单位性质"])
        division = c.optional(
            "division", "行政区划代码", .division,
            Text("哪一级哪里的单位；没有派出人的单位只按它找到", "whose unit it is; those that sent nobody are only found by it"))
    }
}

/// The villages in which somebody is stationed, with the fences of their check-ins: `villages.csv`.
package struct Villages: RecordColumns {
    /// One row for each village.
    package static let about = RecordAbout(
        name: "village", file: "villages.csv", title: Text("村", "villages"), identity: ["village"], isSubject: true)
    package let village: Column<Symbol>, name: Column<Symbol>, kinds: Column<Symbol>
    let lat: Column<Int>, lng: Column<Int>, datum: Column<Datum>, radius: Column<Decimal6>,
        siteOf: Column<Symbol>

    /// Declares the columns; a file may have them in any order.
    package init(_ c: inout ColumnDeclarations) {
        village = c.required(
            "village", "村代码", .identifier, Text("12 位行政区划代码", "the 12-digit division code"),
            also: ["村编码", "村编号", "行政村代码", "村区划代码"], digits: 12)
        name = c.optional(
            "name", "村名", .text, Text("村名", "its name"), also: ["村名称", "行政村", "驻村"], empty: .none)
        kinds = c.optional("kinds", "类别", .word(group: "village_kind", many: true), Text("村的类别", "kinds of village"))
        lat = c.optional("lat", "纬度", .coordinate, Text("村中心的纬度", "latitude of the centre"), in: 3...54)
        lng = c.optional("lng", "经度", .coordinate, Text("村中心的经度", "longitude of the centre"), in: 73...136)
        datum = c.optional(
            "datum", "坐标系", .datum, Text("经纬度所用的坐标系，空为 WGS-84", "of these coordinates; empty: WGS-84"), empty: .none)
        radius = c.optional(
            "radius_m", "半径米", .decimal(.metres), Text("围栏半径，米", "radius of the fence in metres"),
            also: ["半径", "围栏半径", "打卡半径"], empty: .none,
            in: 1...50_000)
        siteOf = c.optional(
            "site_of", "所属村代码", .division,
            Text("季节性驻地等点位只供哪个村使用，空为全乡镇", "of a seasonal site: whose it is; empty: the whole township's"), empty: .none)
        let _: Column<Symbol> = c.optional(
            "supporting_unit", "帮扶单位", .reference("unit"), Text("结对帮扶的单位", "the unit that supports it"))
        let _: Column<Symbol> = c.optional(
            "linked_leader", "联系领导", .text, Text("联系包保的领导", "the leader who is linked to it"))
        let _: Column<Day> = c.optional(
            "lifted_on", "脱贫退出日期", .day, Text("退出贫困村的日期", "when it was lifted out of poverty"))
    }
}

/// The teams, each stationed in one village: `teams.csv`.
package struct Teams: RecordColumns {
    /// One row for each team.
    package static let about = RecordAbout(
        name: "team", file: "teams.csv", title: Text("驻村工作队", "teams"), identity: ["team"], isSubject: true)
    let team: Column<Symbol>, village: Column<Symbol>, level: Column<Symbol>, unit: Column<Symbol>,
        batch: Column<Symbol>

    /// Declares the columns; a file may have them in any order.
    package init(_ c: inout ColumnDeclarations) {
        team = c.required(
            "team", "工作队编号", .identifier, Text("工作队的编号", "the team's identifier"), also: ["队编号", "工作队代码"])
        village = c.required(
            "village", "村代码", .reference("village"), Text("所驻的村", "the village it is stationed in"),
            also: ["村编码", "村编号", "行政村代码"])
        level = c.optional(
            "level", "层级", .word(group: "level", many: false), Text("派出层级", "the level that sent it"), also: ["派出层级"])
        unit = c.optional("unit", "单位编号", .reference("unit"), Text("派出单位", "its sending unit"))
        batch = c.optional("batch", "批次", .text, Text("批次", "its batch"))
    }
}

/// The stationed persons: `cadres.csv`.
package struct Cadres: RecordColumns {
    /// One row for each person.
    package static let about = RecordAbout(
        name: "cadre", file: "cadres.csv", title: Text("驻村干部", "cadres"), identity: ["cadre"], isSubject: true)
    let cadre: Column<Symbol>, name: Column<Symbol>, born: Column<Day>, education: Column<Symbol>,
        employment: Column<Symbol>, party: Column<Bool>
    let specialties: Column<Symbol>

    /// Declares the columns; a file may have them in any order.
    package init(_ c: inout ColumnDeclarations) {
        cadre = c.required("cadre", "干部编号", .identifier, Text("干部的编号", "the cadre's identifier"), also: ["工号", "人员编号"])
        name = c.optional("name", "姓名", .text, Text("姓名", "the name"), also: ["人员姓名", "干部姓名"], empty: .none)
        born = c.optional("born", "出生日期", .day, Text("出生日期", "date of birth"), also: ["出生年月日"])
        education = c.optional(
            "education", "学历", .openWord(group: "education"), Text("学历", "education"), also: ["文化程度"])
        employment = c.optional(
            "employment", "身份", .word(group: "employment", many: false), Text("人员身份", "kind of employment"),
            also: ["人员身份", "编制性质"])
        party = c.optional("party_member", "党员", .flag, Text("是否党员", "party member"), also: ["是否党员", "中共党员"])
        specialties = c.optional(
            "specialties", "专长", .word(group: "specialty", many: true), Text("专业特长", "what the cadre is good at"))
        let _: Column<Symbol> = c.optional(
            "full_time_degree", "全日制学历", .openWord(group: "education"),
            Text("全日制教育的最高学历", "the highest education by full-time study"))
    }
}

/// Who is stationed where, as what and for whom, from a day to a day: `postings.csv`.
package struct Postings: RecordColumns {
    /// One row for each posting; it lasts from its first day to its last.
    package static let about = RecordAbout(
        name: "posting", file: "postings.csv", title: Text("派驻", "postings"), date: "from",
        span: (from: "from", to: "to"),
        identity: ["cadre", "village", "role", "from"], isState: true)
    let cadre: Column<Symbol>, team: Column<Symbol>, village: Column<Symbol>, role: Column<Symbol>, unit: Column<Symbol>
    let from: Column<Day>, to: Column<Day>, seconded: Column<Bool>, leads: Column<Bool>

    /// Declares the columns; a file may have them in any order.
    package init(_ c: inout ColumnDeclarations) {
        cadre = c.required("cadre", "干部编号", .reference("cadre"), Text("谁", "who"), also: ["工号"])
        team = c.optional("team", "工作队编号", .reference("team"), Text("在哪个工作队", "in which team"), empty: .none)
        village = c.required(
            "village", "村代码", .reference("village"), Text("驻哪个村", "in which village"),
            also: ["村编码", "村编号", "行政村代码"])
        role = c.required(
            "role", "职务", .word(group: "role", many: false), Text("驻村职务", "as what"),
            also: ["驻村职务", "角色"])
        unit = c.optional("unit", "单位编号", .reference("unit"), Text("派出单位", "sent by which unit"))
        from = c.required(
            "from", "开始日期", .day, Text("第一天", "the first day"), also: ["驻村开始日期", "到岗日期", "派驻日期", "开始时间"], date: .planned
        )
        to = c.optional(
            "to", "结束日期", .day, Text("最后一天，空为在任", "the last day; empty while it goes on"),
            also: ["驻村结束日期", "离岗日期", "结束时间"], empty: .open, date: .planned)
        seconded = c.optional("seconded", "挂职", .flag, Text("是否挂职", "seconded"), also: ["是否挂职"], empty: .none)
        leads = c.optional(
            "leads", "任队长", .flag, Text("是否担任工作队长；空为按职务", "leads the team; empty: the role says"), empty: .none)
    }
}

/// Leave, read by more than one module.
public struct Leaves: RecordColumns {
    /// One row for each leave; it may be judged of itself.
    public static let about = RecordAbout(
        name: "leave", file: "leaves.csv", title: Text("请假", "leaves"), date: "from", span: (from: "from", to: "to"),
        order: [("from", "returned"), ("requested_on", "approved_on")],
        identity: ["cadre", "type", "from", "from_half"], entered: "requested_on",
        isSubject: true)
    /// Whose leave it is, of which type, and its first and last day.
    public let leave: Column<Symbol>, cadre: Column<Symbol>, type: Column<Symbol>, from: Column<Day>, to: Column<Day>
    /// From which half of the first day it runs, and to which half of the last; empty: the whole day.
    public let fromHalf: Column<DayHalf>, toHalf: Column<DayHalf>
    /// How far the application has come, who decided, when it was asked for and approved, and the day of return, which
    /// is no longer leave.
    public let status: Column<Symbol>, approvedBy: Column<Symbol>, requestedOn: Column<Day>, approvedOn: Column<Day>,
        returned: Column<Day>

    /// Declares the columns; a file may have them in any order, and has none of the derived ones.
    public init(_ c: inout ColumnDeclarations) {
        leave = c.required(
            "leave", "请假编号", .identifier, Text("请假单的编号", "the leave's identifier"),
            also: ["审批编号", "请假单号"])
        cadre = c.required(
            "cadre", "干部编号", .reference("cadre"), Text("谁", "who"), also: ["工号", "请假人工号", "发起人工号"])
        type = c.required(
            "type", "类型", .openWord(group: "leave_type"), Text("请假类型", "kind of leave"),
            also: ["请假类型", "假别", "假期类型"])
        from = c.required(
            "from", "开始日期", .day, Text("第一天", "the first day"), also: ["开始时间", "请假开始时间", "起始日期"],
            date: .planned)
        to = c.required(
            "to", "结束日期", .day, Text("最后一天", "the last day"), also: ["结束时间", "请假结束时间", "终止日期"], date: .planned)
        fromHalf = c.optional(
            "from_half", "开始半天", .half(of: "from"),
            Text("从上午还是下午起，空为全天", "from which half of the first day; empty: all of it"), empty: .none)
        toHalf = c.optional(
            "to_half", "结束半天", .half(of: "to"),
            Text("到上午还是下午止，空为全天", "to which half of the last day; empty: all of it"), empty: .none)
        status = c.required(
            "status", "状态", .word(group: "leave_status", many: false),
            Text("审批状态", "requested, approved, rejected, cancelled, closed"), also: ["审批状态", "审批结果", "请假状态"])
        approvedBy = c.optional(
            "approved_by", "批准人", .word(group: "office", many: true), Text("谁批准的", "who approved it"), also: ["审批人"])
        requestedOn = c.optional(
            "requested_on", "申请日期", .day, Text("哪天申请的", "when it was asked for"),
            also: ["发起时间", "申请时间", "提交时间"], date: .entered)
        approvedOn = c.optional(
            "approved_on", "批准日期", .day, Text("哪天批准的", "when it was approved"),
            also: ["完成时间", "审批时间"])
        returned = c.optional(
            "returned", "销假日期", .day, Text("返岗日期，这一天起算在岗", "the day of return, which is no longer leave"),
            also: ["返岗日期", "销假时间"],
            empty: .notYet)
        let _: Column<Int> = c.optional(
            "days", "天数", .length(from: "from", to: "to", halves: ["from_half", "to_half"], until: "returned"),
            Text("请了几天", "how many days it is"))
        let _: Column<Int> = c.optional(
            "days_late", "补假天数", .delay(from: "from", to: "approved_on"),
            Text(
                "开始后第几天才批准，大于 0 即补假",
                "how many days after its beginning it was approved: leave taken first and approved later when above 0"))
    }
}

/// Where and when records of a kind were kept; optional.
package struct CoverageRecords: RecordColumns {
    /// One row for each span in which records of a kind were kept, somewhere or of one team.
    package static let about = RecordAbout(
        name: "coverage", file: "coverage.csv", title: Text("记录覆盖范围", "coverage"), span: (from: "from", to: "to"),
        identity: ["kind", "division", "team", "from", "to"])
    /// The kind of record, where or of which team it was kept, and the first and last day.
    package let kind: Column<Symbol>, division: Column<Symbol>, team: Column<Symbol>, from: Column<Day>, to: Column<Day>

    /// Declares the columns; a file may have them in any order.
    package init(_ c: inout ColumnDeclarations) {
        kind = c.required("kind", "记录种类", .text, Text("记录种类，如 checkin", "the kind of record, such as checkin"))
        division = c.optional(
            "division", "行政区划代码", .division, Text("在哪里；与 team 任写其一", "where; this or `team`"), empty: .none)
        team = c.optional("team", "工作队编号", .reference("team"), Text("哪个工作队的", "of which team"), empty: .none)
        from = c.required("from", "开始日期", .day, Text("第一天", "the first day"), date: .planned)
        to = c.required("to", "结束日期", .day, Text("最后一天", "the last day"), date: .planned)
    }
}

/// What divisions are called; optional.
package struct DivisionNames: RecordColumns {
    /// One row for each name of a division; a name may last from a day to a day.
    package static let about = RecordAbout(
        name: "division_name", file: "divisions.csv", title: Text("行政区划", "divisions"), span: (from: "from", to: "to"),
        identity: ["division", "from"])
    /// The division's code, what it is called, and the first and last day of that name.
    package let division: Column<Symbol>, name: Column<Symbol>, from: Column<Day>, to: Column<Day>
    package let lists: Column<Symbol>

    /// Declares the columns; a file may have them in any order.
    package init(_ c: inout ColumnDeclarations) {
        division = c.required(
            "division", "行政区划代码", .division, Text("县级 6 位、乡级 9 位", "6 digits of a county, 9 of a township"))
        name = c.required("name", "名称", .text, Text("名称", "its name"))
        from = c.optional(
            "from", "开始日期", .day, Text("从哪天起叫这个名称，空为一直", "since when; empty: always"), empty: .none, date: .planned)
        to = c.optional("to", "结束日期", .day, Text("到哪天为止", "until when"), empty: .open, date: .planned)
        lists = c.optional(
            "lists", "名单", .word(group: "division_list", many: true),
            Text("在这段时间列入的名单，不在任何名单的写 none", "the lists it is on in these days; `none` when on no list"))
    }
}

extension RecordKind {
    /// The names of divisions: `divisions.csv`.
    public static let divisions = RecordKind(DivisionNames.self)
    /// Leave: `leaves.csv`.
    public static let leaves = RecordKind(Leaves.self)
    package static let coverage = RecordKind(CoverageRecords.self)

    /// Those that say who is where.
    static let whoIsWhere = [
        RecordKind(Units.self), RecordKind(Villages.self), RecordKind(Teams.self), RecordKind(Cadres.self),
        RecordKind(Postings.self),
    ]

    /// The kernel's own kinds, in the order in which they refer to each other.
    public static let world: [RecordKind] = whoIsWhere + [leaves, coverage, divisions]
}

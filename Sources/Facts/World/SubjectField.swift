import Messages

/// Something about a subject that a filter or a condition can ask for: a column of the record that lists it, or a fact
/// derived from where it is and who sent it.
package struct SubjectField: Sendable {
    package let name: String
    package let type: ColumnType
    package let title: Text

    init(_ name: String, _ type: ColumnType, _ title: Text) {
        self.name = name
        self.type = type
        self.title = title
    }
}

extension SubjectKind {
    /// The field of a unit by which provisions reach those too that sent nobody.
    package static let sends = "sends"
    /// The field of a village or a division that tells of which kinds records list something there.
    package static let listed = "listed"

    /// The fields of `for:` filters and of `field:` conditions. A cadre's role is that of most of its days in the unit that is judged,
    /// its sending unit and village those of any posting in it; its age is counted on the first day of its term, how long it has been posted from that day to the end of the unit.
    package func fields(_ record: RecordKind?) -> [SubjectField] {
        let own = (record?.columns ?? []).map { SubjectField($0.name, $0.type, Text($0.chineseName, $0.name)) }
        let derived = self.derived
        return derived + own.filter { column in !derived.contains { $0.name == column.name } }
    }

    private var derived: [SubjectField] {
        let level = SubjectField("level", .word(group: "level", many: false), Text("层级", "level"))
        let unitKind = SubjectField("unit_kind", .word(group: "unit_kind", many: false), Text("单位性质", "kind of unit"))
        let villageKinds = SubjectField(
            "village_kinds", .word(group: "village_kind", many: true), Text("村的类别", "kinds of village"))
        let township = SubjectField("township", .division, Text("所在乡镇", "township"))
        let county = SubjectField("county", .division, Text("所在县", "county"))
        let listed = SubjectField(SubjectKind.listed, .text, Text("记录列出的对象种类", "kinds that records list there"))
        return switch self {
        case .cadre:
            [
                SubjectField("role", .word(group: "role", many: false), Text("驻村职务", "role")),
                SubjectField("employment", .word(group: "employment", many: false), Text("人员身份", "kind of employment")),
                SubjectField("education", .word(group: "education", many: false), Text("学历", "education")),
                SubjectField("party_member", .flag, Text("党员", "party member")),
                SubjectField("seconded", .flag, Text("挂职", "seconded")),
                SubjectField("leads", .flag, Text("任队长", "leads the team")),
                SubjectField("posted", .day, Text("派驻起始", "first day of the term")),
                SubjectField("age", .decimal(.age), Text("派驻时", "age when posted")),
                SubjectField("posted_for", .decimal(.months), Text("已派驻的整月数", "whole months posted")),
                SubjectField("on_leave", .word(group: "leave_type", many: true), Text("在休的假", "leave of some days")),
                SubjectField(
                    "on_leave_throughout", .word(group: "leave_type", many: true), Text("全程在休的假", "leave of all days")),
                level, unitKind, villageKinds, SubjectField("village", .division, Text("所在村", "village")), township,
                county,
            ]
        case .team: [level, unitKind, villageKinds, township, county]
        case .village: [villageKinds, township, county, listed]
        case .unit: [level, unitKind, SubjectField(SubjectKind.sends, .flag, Text("有人派驻", "has sent somebody"))]
        case .division:
            [
                level, SubjectField("code", .text, Text("行政区划代码", "division code")),
                SubjectField("lists", .word(group: "division_list", many: true), Text("所在名单", "lists it is on")),
                listed,
            ]
        default: [villageKinds, township, county]
        }
    }
}

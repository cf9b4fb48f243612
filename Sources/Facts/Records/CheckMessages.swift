import CivilTime
import Messages

/// What can be wrong between rows. Codes R3xx.
extension Diagnostic {
    static func overlappingPostings(_ cadre: String, _ first: Posting, _ second: Posting, at location: Location)
        -> Diagnostic
    {
        var other = location
        other.line = first.line
        return Diagnostic(
            .records("R320"), .warning,
            Text(
                "干部 \(cadre) 的两段派驻重叠：\(first.span) 与 \(second.span)",
                "two postings of cadre \(cadre) overlap: \(first.span) and \(second.span)"),
            at: location, secondary: [Label(other, Text("另一段", "the other"))])
    }

    static func cadreWithoutPosting(_ cadre: String, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R321"), .warning,
            Text("干部 \(cadre) 没有派驻记录，不会被评估", "cadre \(cadre) has no posting and is not assessed"),
            at: location)
    }

    static func villageWithoutPlace(_ village: String, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R322"), .warning,
            Text(
                "村 \(village) 没有经纬度，定位打卡无法核对",
                "village \(village) has no coordinates: located check-ins there cannot be checked"),
            at: location)
    }

    static func sharedIdentifier(_ text: String, _ kinds: [String]) -> Diagnostic {
        Diagnostic(
            .records("R323"),
            Text(
                "编号“\(text)”同时用于 \(kinds.joined(separator: "、"))",
                "the identifier '\(text)' is used for \(kinds.joined(separator: " and "))"), at: nil)
    }

    static func overlappingLeaves(_ cadre: String, _ first: String, _ second: String, at location: Location)
        -> Diagnostic
    {
        Diagnostic(
            .records("R324"), .warning,
            Text("干部 \(cadre) 的请假 \(first) 与 \(second) 重叠", "leaves \(first) and \(second) of cadre \(cadre) overlap"),
            at: location)
    }

    static func coverageOfNothing(at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R331"), Text("“division”和“team”都是空的", "'division' and 'team' are both empty"), at: location,
            help: [Text("写明在哪里，或哪个工作队的", "say where, or of which team")])
    }

    static func bornTooLate(_ cadre: String, _ born: Day, postedOn day: Day, _ youngest: Int, at location: Location)
        -> Diagnostic
    {
        Diagnostic(
            .records("R332"),
            Text(
                born > day
                    ? "干部 \(cadre) 派驻（\(day)）在出生（\(born)）之前" : "干部 \(cadre) 派驻（\(day)）时不满 \(youngest) 岁（\(born) 出生）",
                born > day
                    ? "cadre \(cadre) is posted on \(day), before being born on \(born)"
                    : "cadre \(cadre), born on \(born), is posted on \(day), under the age of \(youngest)"),
            at: location, expected: Text("“born”在派驻之日 \(youngest) 年以前", "'born' \(youngest) years before the posting"),
            found: Text(same: "\(born)"))
    }

    static func villageFarAway(_ village: String, _ kilometres: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R333"), .warning,
            Text(
                "村 \(village) 离本乡镇其他村的中心约 \(kilometres) 公里",
                "village \(village) is about \(kilometres) km from the middle of its township's villages"),
            at: location, help: [Text("核对经纬度", "check its coordinates")])
    }

    static func villageOfAnotherMap(
        _ village: String, _ rows: Int, _ people: Int, _ metres: Int, _ datum: Datum?, at location: Location
    ) -> Diagnostic {
        let name = datum.map { Datum.names[Int($0.rawValue)] }
        return Diagnostic(
            .records("R337"), .warning,
            Text(
                "村 \(village) 的 \(rows) 次定位打卡（\(people) 人）都在围栏外同一方向约 \(metres) 米处",
                "all \(rows) located check-ins of village \(village), of \(people) people, are about \(metres) m outside in one direction"
            ),
            at: location,
            help: [
                name.map {
                    Text(
                        "经纬度像是 \($0) 的：在“datum”列写 \($0)", "the coordinates seem to be of \($0): write \($0) in 'datum'")
                }
                    ?? Text("核对村的经纬度和坐标系（datum）", "check the village's coordinates and their datum")
            ])
    }

    package static func villageElsewhere(_ village: String, _ divisions: [String], at location: Location) -> Diagnostic
    {
        Diagnostic(
            .records("R336"), .warning,
            Text("村 \(village) 不在所用配置的辖区内", "village \(village) lies outside the divisions of the profiles in use"),
            at: location,
            expected: Text(
                "以 \(divisions.joined(separator: "、")) 的代码开头", "a code inside " + divisions.joined(separator: ", ")),
            found: Text(same: village))
    }

    /// Reports show their codes.
    package static func divisionsUnnamed(_ codes: [String]) -> Diagnostic {
        let kind = RecordKind.divisions
        let columns = Text(
            kind.columns.map(\.chineseName).joined(separator: ","), kind.columns.map(\.name).joined(separator: ","))
        return Diagnostic(
            .records("R338"), .note,
            Text(
                "\(codes.count) 个乡镇（行政区）没有名称，报告里只能写代码",
                "\(codes.count) townships (divisions) have no name: reports can show their codes only"),
            found: Text(codes.prefix(12).joined(separator: "、"), codes.prefix(12).joined(separator: ", ")),
            help: [
                Text(
                    "把名称写进 \(kind.file)，列为 \(columns.zh)",
                    "write their names into \(kind.file), with the columns \(columns.en)")
            ])
    }

    static func toldAgain(_ kind: RecordKind, _ count: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R334"), .note,
            Text(
                "\(kind.file) 有 \(count) 行与别的行说的是同一件事，只算一次",
                "\(count) rows of \(kind.file) say again what others say: counted once"), at: location,
            expected: Text(
                kind.about.identity.joined(separator: "、") + "不同",
                "different " + kind.about.identity.joined(separator: ", ")))
    }

    static func toldTwoWays(
        _ kind: RecordKind, _ columns: [String], _ firstLine: Int, at location: Location, other: Location
    ) -> Diagnostic {
        let identity = kind.about.identity
        return Diagnostic(
            .records("R335"), .warning,
            Text(
                "与第 \(firstLine) 行说的是同一件事（\(identity.joined(separator: "、"))相同），但\(columns.map { "“\($0)”" }.joined(separator: "、"))不同",
                "says the same as line \(firstLine) (\(identity.joined(separator: ", "))), with another \(columns.map { "'\($0)'" }.joined(separator: ", "))"
            ),
            at: location, secondary: [Label(other, Text("另一行", "the other"))])
    }
}

extension Posting {
    /// The days; an open end stays open.
    fileprivate var span: String { days.last == .distantFuture ? "\(days.first).." : "\(days.first)..\(days.last)" }
}

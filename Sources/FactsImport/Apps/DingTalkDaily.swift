public import Messages
internal import ZhucunKernel

/// 钉钉 每日统计: a row a person and day, with the punches of each shift: `上班1 打卡时间`, in two rows of headers or in one.
public struct DingTalkDaily: RecordImporter {
    public let name = "dingtalk-daily"
    public let title = Text("钉钉每日统计", "DingTalk, daily statistics")

    /// The only one.
    public init() {}

    public func read(_ table: SheetTable, _ context: ImportContext) -> ImportedTable? {
        let header = TableHeader.first(in: table) { header in
            header.has(["姓名"]) && header.has(["日期", "考勤日期"]) && header.names.contains { Self.isPunch($0) }
        }
        guard let header, let name = header.place(of: ["姓名"]), let date = header.place(of: ["日期", "考勤日期"]) else {
            return nil
        }
        let number = header.place(of: ["工号", "userid"])
        let punches = header.names.indices.filter { Self.isPunch(header.names[$0]) }
        let approvals = header.place(of: ["关联的审批单", "审批单"])
        var imported = ImportedTable()
        imported.headerRow = table.rows[header.rows.lowerBound].number
        imported.columns = header.texts.enumerated().filter { !$0.element.isEmpty }.map { place, text in
            let target: (String, String)? =
                place == name || place == number
                ? ("checkin", "cadre")
                : place == date || punches.contains(place)
                    ? ("checkin", "time") : place == approvals ? ("leave", "type") : nil
            return ImportedColumn(place: place, header: text, target: target)
        }
        let (rows, leftOut) = header.records(of: table)
        imported.leftOut = leftOut
        var leaves: Set<String> = []
        for row in rows {
            let person = ImportedRecord.Person(
                number: WrittenField.trimmed(number.map { row[$0] } ?? ""), name: WrittenField.trimmed(row[name]),
                column: number ?? name)
            for place in punches {
                // 打卡结果 stands behind 打卡时间.
                let result =
                    header.names.indices.contains(place + 1) && header.names[place + 1].hasSuffix("打卡结果")
                    ? row[place + 1] : ""
                guard !PunchLayout.none.contains(where: result.hasPrefix) else { continue }
                for text in PunchLayout.times(in: row[place]) {
                    imported.records.append(
                        ImportedRecord(
                            kind: "checkin", row: row.number,
                            fields: [
                                "time": .init(PunchLayout.moment(text, on: row[date]), place), "source": .init("app"),
                            ], person: person))
                }
            }
            if let approvals, let day = PunchLayout.day(row[date]) {
                for leave in DingTalkLeave.all(in: row[approvals], near: day)
                where leaves.insert("\(person)\(leave)").inserted {
                    imported.records.append(leave.record(of: person, row: row.number, column: approvals))
                }
            }
        }
        return imported
    }

    /// `上班1打卡时间`, `下班2打卡时间`.
    private static func isPunch(_ name: String) -> Bool {
        (name.hasPrefix("上班") || name.hasPrefix("下班")) && name.hasSuffix("打卡时间") && name.count <= 8
    }
}

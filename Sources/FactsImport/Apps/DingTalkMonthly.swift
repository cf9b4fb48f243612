internal import CivilTime
public import Messages
internal import ZhucunKernel

/// 钉钉 月度汇总: a row a person, with a column a day. Its days have no times, so that it tells leaves alone.
public struct DingTalkMonthly: RecordImporter {
    public let name = "dingtalk-monthly"
    public let title = Text("钉钉月度汇总", "DingTalk, monthly summary")

    /// The only one.
    public init() {}

    public func read(_ table: SheetTable, _ context: ImportContext) -> ImportedTable? {
        guard let header = TableHeader.first(in: table, where: { $0.has(["姓名"]) && Self.days($0).count >= 3 }),
            let name = header.place(of: ["姓名"]), let month = Self.month(header.title(of: table))
        else { return nil }
        let number = header.place(of: ["工号", "userid"])
        let days = Self.days(header)
        var imported = ImportedTable()
        imported.headerRow = table.rows[header.rows.lowerBound].number
        imported.columns = header.texts.enumerated().filter { !$0.element.isEmpty }.map { place, text in
            let target: (String, String)? =
                place == name || place == number ? ("leave", "cadre") : days[place] == nil ? nil : ("leave", "type")
            return ImportedColumn(place: place, header: text, target: target)
        }
        imported.notes = [
            Text(
                "月度汇总没有打卡时间，只读出请假；在岗要用“每日统计”或“原始记录”",
                "a monthly summary has no times of punches: only leaves are read of it; presence needs 每日统计 or 原始记录")
        ]
        let (rows, leftOut) = header.records(of: table)
        imported.leftOut = leftOut
        for row in rows {
            let person = ImportedRecord.Person(
                number: WrittenField.trimmed(number.map { row[$0] } ?? ""), name: WrittenField.trimmed(row[name]),
                column: number ?? name)
            var leaves: Set<DingTalkLeave> = []
            for (place, day) in days.sorted(by: { $0.key < $1.key }) {
                guard let day = Day(year: month.year, month: month.month, day: day) else { continue }
                for leave in DingTalkLeave.all(in: row[place], near: day) where leaves.insert(leave).inserted {
                    imported.records.append(leave.record(of: person, row: row.number, column: place))
                }
            }
        }
        return imported
    }

    /// By their places, the columns that stand for days: `1`, `1日`, `08-01`, `1二`.
    private static func days(_ header: TableHeader) -> [Int: Int] {
        var days: [Int: Int] = [:]
        for (place, name) in header.uppers.enumerated() {
            let last = name.split { "-/.月".contains($0) }.last ?? ""
            let digits = last.prefix { $0.isASCII && $0.isNumber }
            let rest = last.dropFirst(digits.count)
            guard let day = Int(digits), 1...31 ~= day,
                rest.isEmpty || ["日", "一", "二", "三", "四", "五", "六"].contains(String(rest.suffix(1))),
                rest.count <= 3
            else { continue }
            days[place] = day
        }
        // A column of a count may be called by a number too: days come one after the other.
        let places = days.keys.sorted()
        let isInOrder = zip(places, places.dropFirst()).allSatisfy { pair in
            (days[pair.1] ?? 0) == (days[pair.0] ?? 0) + 1 || days[pair.1] == 1
        }
        return isInOrder ? days : [:]
    }

    /// The month of the first day in the title: `统计日期：2023-08-01 至 2023-08-31`.
    private static func month(_ title: String) -> (year: Int, month: Int)? {
        for word in title.split(whereSeparator: { " ：:至到~".contains($0) }) {
            guard let day = PunchLayout.day(String(word)) else { continue }
            return (day.year, day.month)
        }
        return nil
    }
}

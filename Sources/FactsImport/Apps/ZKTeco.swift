public import Messages
internal import ZhucunKernel

/// Logs of ZKTeco devices: with a header (`AC-No.`, `sTime`), or without one, as a device writes `attlog.dat` to a stick.
public struct ZKTeco: RecordImporter {
    public let name = "zkteco"
    public let title = Text("中控考勤机记录", "a ZKTeco device's log")

    /// The only one.
    public init() {}

    private static let log = PunchLayout(
        marks: [["ac-no.", "enno", "考勤号码", "登记号码", "userid"], ["stime", "datetime", "日期时间", "刷卡时间", "checktime"]],
        number: ["ac-no.", "enno", "考勤号码", "登记号码", "userid"],
        times: ["stime", "datetime", "日期时间", "刷卡时间", "checktime"],
        source: "device")

    public func read(_ table: SheetTable, _ context: ImportContext) -> ImportedTable? {
        Self.log.read(table) ?? withoutHeader(table)
    }

    /// A number and a moment, then nothing but numbers.
    private func withoutHeader(_ table: SheetTable) -> ImportedTable? {
        let sample = table.rows.prefix(20)
        let fits = sample.allSatisfy { row in
            (4...8).contains(row.cells.count) && isNumber(row[0]) && isMoment(row[1])
                && row.cells.dropFirst(2).allSatisfy { $0.isEmpty || isNumber($0) }
        }
        guard !sample.isEmpty, fits else { return nil }
        var imported = ImportedTable()
        imported.columns = [
            ImportedColumn(place: 0, header: "1", target: ("checkin", "cadre")),
            ImportedColumn(place: 1, header: "2", target: ("checkin", "time")),
        ]
        imported.records = table.rows.map { row in
            ImportedRecord(
                kind: "checkin", row: row.number,
                fields: ["time": .init(WrittenField.trimmed(row[1]), 1), "source": .init("device")],
                person: .init(number: WrittenField.trimmed(row[0]), name: "", column: 0))
        }
        return imported
    }

    private func isNumber(_ text: String) -> Bool {
        let text = WrittenField.trimmed(text)
        return !text.isEmpty && text.count <= 20 && text.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private func isMoment(_ text: String) -> Bool {
        let parts = WrittenField.trimmed(text).split(separator: " ")
        return parts.count == 2 && PunchLayout.day(String(parts[0])) != nil && parts[1].contains(":")
    }
}

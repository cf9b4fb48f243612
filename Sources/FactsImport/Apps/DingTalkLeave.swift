internal import CivilTime
internal import ZhucunKernel

/// A leave as DingTalk writes it into a cell: `事假08-03 09:00到08-03 18:00 1天`.
struct DingTalkLeave: Hashable {
    let type: String
    let from: LocalMoment
    let to: LocalMoment

    private static let noon: Int32 = 13 * 3600

    /// Every leave in a cell; its days have no year, and are those nearest to a day.
    static func all(in text: String, near day: Day) -> [DingTalkLeave] {
        text.split { "\n\r;；".contains($0) }.compactMap { one(in: WrittenField.folded(String($0)), near: day) }
    }

    private static func one(in text: String, near day: Day) -> DingTalkLeave? {
        guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
        let type = WrittenField.trimmed(String(text[..<start]))
        let ends = text[start...].replacing("至", with: "到").split(separator: "到", maxSplits: 1)
        guard !type.isEmpty, ends.count == 2, let from = moment(String(ends[0]), near: day),
            let to = moment(String(ends[1]), near: from.day), from <= to
        else { return nil }
        return DingTalkLeave(type: type, from: from, to: to)
    }

    /// `08-03 09:00`, whatever stands behind it.
    private static func moment(_ text: String, near day: Day) -> LocalMoment? {
        let parts = text.split(separator: " ")
        guard let date = parts.first?.split(separator: "-"), date.count == 2 || date.count == 3,
            let month = Int(date[date.count - 2]), let number = Int(date[date.count - 1])
        else { return nil }
        let year = Int(String(day.description.prefix(4))) ?? 0
        let years = date.count == 3 ? [Int(date[0]) ?? 0] : [year - 1, year, year + 1]
        let days = years.compactMap { Day(year: $0, month: month, day: number) }
        guard let found = days.min(by: { abs($0 - day) < abs($1 - day) }) else { return nil }
        let clock = parts.count > 1 ? Clock(parts[1].count == 4 ? "0" + parts[1] : String(parts[1])) : nil
        return LocalMoment(day: found, second: clock?.seconds ?? 0)
    }

    /// The leave that was approved: halves of days where it begins or ends at noon.
    func record(of person: ImportedRecord.Person, row: Int, column: Int) -> ImportedRecord {
        var fields: [String: ImportedRecord.Field] = [
            "type": .init(type, column), "from": .init(from.day.description, column),
            "to": .init(to.day.description, column),
            "status": .init("approved"),
        ]
        if from.secondOfDay >= 12 * 3600 { fields["from_half"] = .init("下午", column) }
        if to.secondOfDay > 0, to.secondOfDay <= Self.noon { fields["to_half"] = .init("上午", column) }
        return ImportedRecord(kind: "leave", row: row, fields: fields, person: person)
    }
}

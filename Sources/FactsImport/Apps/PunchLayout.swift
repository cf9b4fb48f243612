internal import CivilTime
internal import ZhucunKernel

/// How an app's list tells punches: by which headers, in what form. Each app is one such description, and what it does besides.
struct PunchLayout {
    /// The header has one of each of these.
    let marks: [[String]]
    /// The headers of the app's number of the user, of the name, of the day, of the times.
    var number: [String] = []
    var name: [String] = ["姓名", "name"]
    var date: [String] = []
    let times: [String]
    var lat: [String] = []
    var lng: [String] = []
    var accuracy: [String] = []
    /// What came of a punch, and the words that say that there was none.
    var result: [String] = []
    /// Of numbers of seconds since 1970: how many make one.
    var perSecond: Int64?
    /// Of degrees as whole numbers: how many make one.
    var perDegree: Int64?
    let source: String

    /// Results that say that nobody punched, or that the app does not count it.
    static let none = ["缺卡", "未打卡", "打卡无效", "补卡", "NotSigned", "旷工"]

    /// Nil when the table is of another layout.
    func read(_ table: SheetTable) -> ImportedTable? {
        guard let header = TableHeader.first(in: table, where: { header in marks.allSatisfy(header.has) }),
            let timePlace = header.place(of: times)
        else { return nil }
        let places = Places(
            number: header.place(of: number), name: header.place(of: name), date: header.place(of: date),
            time: timePlace,
            lat: header.place(of: lat), lng: header.place(of: lng), accuracy: header.place(of: accuracy),
            result: header.place(of: result))
        var imported = ImportedTable()
        imported.headerRow = table.rows[header.rows.lowerBound].number
        imported.columns = header.texts.enumerated().filter { !$0.element.isEmpty }.map { place, text in
            ImportedColumn(place: place, header: text, target: places.column(at: place).map { ("checkin", $0) })
        }
        let (rows, leftOut) = header.records(of: table)
        imported.leftOut = leftOut
        for row in rows { read(row, places, into: &imported) }
        return imported
    }

    private struct Places {
        let number: Int?, name: Int?, date: Int?, time: Int, lat: Int?, lng: Int?, accuracy: Int?, result: Int?

        func column(at place: Int) -> String? {
            switch place {
            case number, name: "cadre"
            case date, time: "time"
            case lat: "lat"
            case lng: "lng"
            case accuracy: "accuracy_m"
            default: nil
            }
        }
    }

    private func read(_ row: SheetRow, _ places: Places, into imported: inout ImportedTable) {
        let result = places.result.map { row[$0] } ?? ""
        if let word = PunchLayout.none.first(where: { result.hasPrefix($0) }) {
            if !row[places.time].isEmpty {
                imported.leftOut.append(ImportedTable.LeftOut(row: row.number, text: word))
            }
            return
        }
        let person = ImportedRecord.Person(
            number: WrittenField.trimmed(places.number.map { row[$0] } ?? ""),
            name: WrittenField.trimmed(places.name.map { row[$0] } ?? ""),
            column: places.number ?? places.name)
        let day = places.date.map { row[$0] } ?? ""
        for text in PunchLayout.times(in: row[places.time]) {
            var record = ImportedRecord(kind: "checkin", row: row.number, person: person)
            record.fields["time"] = .init(moment(text, on: day), places.time)
            record.fields["source"] = .init(source)
            for (column, place) in [("lat", places.lat), ("lng", places.lng)] {
                guard let place, let text = degrees(row[place]) else { continue }
                record.fields[column] = .init(text, place)
            }
            if let place = places.accuracy, !row[place].isEmpty {
                record.fields["accuracy_m"] = .init(row[place], place)
            }
            imported.records.append(record)
        }
    }

    /// The punches of a cell: `08:55、21:02` or one a line.
    static func times(in text: String) -> [String] {
        text.split { "、,，;；\n\r".contains($0) }.map { WrittenField.folded(String($0)) }.filter {
            !$0.isEmpty && !["-", "--", "—", "缺卡", "未打卡"].contains($0)
        }
    }

    private func moment(_ text: String, on day: String) -> String {
        if let perSecond, let number = Int64(text) {
            // A moment of the world: who reads it knows the zone.
            return LocalMoment(seconds: number / perSecond).description.replacing(" ", with: "T") + "Z"
        }
        return PunchLayout.moment(text, on: day)
    }

    /// A time of a day, `次日00:10` of the next; a text that has its own day stays as it is.
    static func moment(_ text: String, on day: String) -> String {
        let isNext = text.hasPrefix("次日")
        let time = isNext ? WrittenField.trimmed(String(text.dropFirst(2))) : text
        guard !day.isEmpty, time.count <= 10, time.contains(":") || time.contains("点") else { return text }
        guard isNext else { return "\(day) \(time)" }
        guard let next = self.day(day)?.advanced(by: 1) else { return text }
        return "\(next) \(time)"
    }

    /// The one day that a text means.
    static func day(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        guard case .value(let meant) = WrittenField.readDay(text) else { return nil }
        return Day(meant)
    }

    private func degrees(_ text: String) -> String? {
        let text = WrittenField.trimmed(text)
        guard !text.isEmpty, !["0", "0.0", "-", "--"].contains(text) else { return nil }
        guard let perDegree, let number = Int64(text), number > 0 else { return text }
        let digits = String(number % perDegree + perDegree).dropFirst()
        return "\(number / perDegree).\(digits)"
    }
}

internal import CivilTime
package import Messages
package import Results

extension NeededRecords {
    /// `打卡（checkins.csv）：C000012 王某某，2023-07-03 至 2023-07-05`.
    package var text: Text {
        let spans = days.map {
            $0.count == 1
                ? Text(same: $0.first.description) : Text("\($0.first) 至 \($0.last)", "\($0.first) to \($0.last)")
        }
        let more = spans.count > NeededRecords.listed ? [Text("等 \(spans.count) 段", "\(spans.count) spans in all")] : []
        let parts =
            [Text(same: name.isEmpty ? subject : "\(subject) \(name)")] + spans.prefix(NeededRecords.listed) + more
            + holding.map(\.text) + (columnsText.map { [$0] } ?? [])
        return Text(
            "\(source.zh)：\(parts.map(\.zh).joined(separator: "，"))",
            "\(source.en): \(parts.map(\.en).joined(separator: ", "))")
    }

    /// Its records and their file: `打卡（checkins.csv）`.
    package var source: Text { Text("\(title.zh)（\(file)）", "\(title.en) (\(file))") }

    /// The columns that are left open; nil where a record is missing.
    package var columnsText: Text? {
        guard !columns.isEmpty else { return nil }
        return Text(
            "没有写明\(columnTitles.map(\.zh).joined(separator: "、"))",
            "\(columnTitles.map(\.en).joined(separator: ", ")) not given")
    }

    /// Spans of days that are named; of more it is said how many there are.
    private static let listed = 6
}

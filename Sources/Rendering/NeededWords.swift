internal import CivilTime
package import Messages
package import Results

extension NeededRecords {
    /// `checkins.csv：C000012 王某某，2023-07-03 至 2023-07-05`.
    package var text: Text {
        let spans = days.map {
            $0.count == 1
                ? Text(same: $0.first.description) : Text("\($0.first) 至 \($0.last)", "\($0.first) to \($0.last)")
        }
        let more = spans.count > NeededRecords.listed ? [Text("等 \(spans.count) 段", "\(spans.count) spans in all")] : []
        let held = holding.map { Text(same: "\($0.column) \($0.value)") }
        let names = columns.joined(separator: ", ")
        let open = names.isEmpty ? [] : [Text("没有写明 \(names)", "\(names) not given")]
        let parts =
            [Text(same: name.isEmpty ? subject : "\(subject) \(name)")] + spans.prefix(NeededRecords.listed) + more
            + held + open
        return Text(
            "\(file)：\(parts.map(\.zh).joined(separator: "，"))", "\(file): \(parts.map(\.en).joined(separator: ", "))")
    }

    /// Spans of days that are named; of more it is said how many there are.
    private static let listed = 6
}

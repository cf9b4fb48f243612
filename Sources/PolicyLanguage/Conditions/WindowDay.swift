public import CivilTime
internal import PolicyYAML

/// A day at which a window begins or ends: one date, or the same day of every year.
public enum WindowDay: Sendable, Hashable {
    /// One date.
    case date(Day)
    /// Of every year.
    case yearly(month: Int, day: Int)

    /// The newest such day that is not after another.
    func day(upTo last: Day) -> Day {
        switch self {
        case .date(let day): return min(day, last)
        case .yearly(let month, let day):
            let year = last.civil.year
            let days = [year, year - 1].compactMap { Day(year: $0, month: month, day: day) }
            return days.first { $0 <= last } ?? last
        }
    }

    /// As a profile writes it.
    var written: String {
        switch self {
        case .date(let day): day.description
        case .yearly(let month, let day): "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
    }
}

extension ValueType where Value == WindowDay {
    /// `2023-07-11`, `06-30`, or `edition` for the day of the edition in which it is written.
    static let windowDay = ValueType(name: shape) { node, session in
        if node.text == "edition", let edition = session.editionDays[node.file.path] { return .date(edition) }
        if let day = node.text.flatMap({ Day($0) }) { return .date(day) }
        let parts = (node.text ?? "").split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, Day(year: 2023, month: parts[0], day: parts[1]) != nil else {
            session.report(.wrongValue(node, node.text ?? "", expected: shape))
            return nil
        }
        return .yearly(month: parts[0], day: parts[1])
    }

    private static let shape = Text(
        "日期，如 2023-07-11；每年的一天，如 06-30；或 edition",
        "a date such as 2023-07-11, a day of every year such as 06-30, or edition")
}

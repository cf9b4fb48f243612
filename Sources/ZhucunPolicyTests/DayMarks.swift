internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// What a cadre did on a day, in one letter.
enum DayMark: Character, CaseIterable {
    case there = "P", byDay = "D", byNight = "N", everything = "E", absent = "."
    case personalLeave = "L", errand = "O", training = "T", sickLeave = "S"

    var title: Text {
        switch self {
        case .there, .everything: Text("昼夜在岗", "there day and night")
        case .byDay: Text("白天在岗", "by day")
        case .byNight: Text("夜间在岗", "by night")
        case .absent: Text("不在", "absent")
        case .personalLeave: Text("事假", "personal leave")
        case .errand: Text("公出", "official errand")
        case .training: Text("培训", "training")
        case .sickLeave: Text("病假", "sick leave")
        }
    }

    /// When the day's check-ins are made: at noon, which is a working hour and a meal, and at night.
    var hours: [String] {
        switch self {
        case .there, .everything: ["12:00", "22:00"]
        case .byDay: ["12:00"]
        case .byNight: ["22:00"]
        default: []
        }
    }

    /// The type of leave, as records name it.
    var leave: String? {
        switch self {
        case .personalLeave, .errand, .training, .sickLeave: title.zh
        default: nil
        }
    }
}

/// A line of marks from a day on.
struct DayLine: Sendable {
    let first: Day
    let marks: [DayMark]
    let node: Node

    var days: DayRange? { DayRange(first, first.advanced(by: marks.count - 1)) }

    /// Reads `{2023-07-10: PPPPD..}`; spaces are ignored.
    static func read(_ node: Node, into diagnostics: inout Diagnostics) -> [DayLine] {
        guard let entries = node.entries else {
            diagnostics.report(
                .testShape(
                    node,
                    expected: Text(
                        "{第一天: 记号}，如 {2023-07-10: PPPPD..}", "{first day: marks}, such as {2023-07-10: PPPPD..}")))
            return []
        }
        return entries.compactMap { entry in
            guard let first = Day(entry.key.text ?? "") else {
                diagnostics.report(.testValue(entry.key, expected: ValueType<Day>.day.name))
                return nil
            }
            guard let text = entry.value.text else {
                diagnostics.report(.testShape(entry.value, expected: Text("记号，如 PPPPD..", "marks such as PPPPD..")))
                return nil
            }
            var marks: [DayMark] = []
            for letter in text where letter != " " {
                guard let mark = DayMark(rawValue: letter) else {
                    diagnostics.report(.testMark(entry.value, letter))
                    return nil
                }
                marks.append(mark)
            }
            return marks.isEmpty ? nil : DayLine(first: first, marks: marks, node: entry.value)
        }
    }

    /// The check-ins, the leave and the coverage that the line stands for.
    func rows(of cadre: String, at village: String, _ place: (lat: String, lng: String), _ kinds: [String: RecordKind])
        -> [TestRow]
    {
        var rows: [TestRow] = []
        if let kind = kinds["checkin"] {
            for (offset, mark) in marks.enumerated() {
                for hour in mark.hours {
                    rows.append(
                        TestRow(
                            kind, node,
                            [
                                "cadre": cadre, "time": "\(first.advanced(by: offset)) \(hour)", "lat": place.lat,
                                "lng": place.lng, "source": "app",
                            ]))
                }
            }
        }
        if let kind = kinds["leave"] {
            var start = 0
            for end in 1...marks.count where end == marks.count || marks[end] != marks[start] {
                if let type = marks[start].leave {
                    rows.append(
                        TestRow(
                            kind, node,
                            [
                                "cadre": cadre, "type": type, "from": "\(first.advanced(by: start))",
                                "to": "\(first.advanced(by: end - 1))",
                            ]))
                }
                start = end
            }
        }
        if let kind = kinds["coverage"], let days {
            rows.append(
                TestRow(
                    kind, node, ["kind": "checkin", "division": village, "from": "\(days.first)", "to": "\(days.last)"])
            )
        }
        return rows
    }
}

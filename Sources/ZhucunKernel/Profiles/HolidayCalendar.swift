public import CivilTime
internal import PolicyYAML

/// Public holidays, from the calendar files beside the profiles: facts, each year with its notice.
public struct HolidayCalendar: Sendable {
    private var names: [Int32: String] = [:]
    /// The years that a calendar file covers: outside them nothing is known.
    public private(set) var years: Set<Int> = []

    public init() {}

    /// The holiday's name, or nil on any other day.
    public func name(on day: Day) -> String? { names[day.number] }

    public func isHoliday(_ day: Day) -> Bool { names[day.number] != nil }

    /// Adds one year's file: `year`, `notices`, `sources`, `holidays: [{name, off: [days or ranges], work: [days]}]`.
    mutating func add(_ node: Node, into diagnostics: inout Diagnostics) {
        let session = ReadingSession.describing()
        session.provision = node.file.path
        var reader = SettingsReader(node, session: session)
        let year = reader.required("year", .whole(.count, in: 1990...2200), Text("年份", "the year"), example: "2023")
        _ = reader.required("notices", ValueType<String>.text.listed(), Text("国务院办公厅通知文号", "numbers of the notices"), example: "国办发明电〔2022〕16号")
        _ = reader.optional("sources", ValueType<String>.text.listed(), Text("通知网址", "where the notices stand"), example: "http://www.gov.cn/")
        let holidays = reader.list("holidays", .required, Text("节日", "the holidays")) { holiday in
            (
                name: holiday.required("name", .text, Text("名称", "its name"), example: "国庆节"),
                off: holiday.required("off", ValueType<DayRange>.days.listed(), Text("放假的日子", "days off"), example: "2023-10-01..2023-10-06"),
                work: holiday.optional("work", ValueType<Day>.day.listed(), Text("调休上班的日子", "weekend days that are worked"), example: "2023-10-07")
            )
        }
        reader.reportUnknownKeys()
        diagnostics.merge(session.diagnostics)
        guard !session.diagnostics.hasErrors else { return }
        years.insert(year)
        for holiday in holidays {
            for range in holiday.off {
                for day in range.days { names[day.number] = holiday.name }
            }
        }
    }
}

extension ValueType where Value == DayRange {
    /// One day, or `first..last`.
    static let days = ValueType(name: Text("日期或日期范围，如 2023-10-01..2023-10-06", "a date or a range such as 2023-10-01..2023-10-06")) { text in
        if let day = Day(text) { return DayRange(day) }
        guard let period = Period(text), period.unit == nil else { return nil }
        return period.days
    }
}

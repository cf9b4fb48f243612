public import CivilTime
internal import PolicyYAML

/// Public holidays, from the calendar files beside the profiles: facts, each year with its notice.
public struct HolidayCalendar: Sendable {
    private var names: [Int32: String] = [:]
    /// Saturdays and Sundays that are worked for a holiday.
    private var worked: Set<Int32> = []
    /// The years that a calendar file covers: outside them nothing is known.
    public private(set) var years: Set<Int> = []

    /// A calendar that covers no year.
    public init() {}

    /// The holiday's name, or nil on any other day.
    public func name(on day: Day) -> String? { names[day.number] }

    /// Whether a day is off for a holiday; false in years that no file covers.
    public func isHoliday(_ day: Day) -> Bool { names[day.number] != nil }

    /// How many of some days are holidays.
    public func holidays(in days: DayRange) -> Int { names.keys.count { days.contains(Day(number: $0)) } }

    /// Monday to Friday without the holidays, and the weekend days worked for them.
    public func isWorkingDay(_ day: Day) -> Bool {
        !isHoliday(day) && (day.weekday <= 5 || worked.contains(day.number))
    }

    /// Adds one year's file: `year`, `notices`, `sources`, `holidays: [{name, off: [days or ranges], work: [days]}]`.
    mutating func add(_ node: Node, into diagnostics: inout Diagnostics) {
        let session = ReadingSession.describing()
        session.provision = node.file.path
        var reader = SettingsReader(node, session: session)
        let year = reader.required("year", .calendarYear, Text("年份", "the year"), example: "2023")
        _ = reader.required(
            "notices", ValueType<String>.text.listed(), Text("国务院办公厅通知文号", "numbers of the notices"),
            example: "国办发明电〔2022〕16号")
        _ = reader.optional(
            "sources", ValueType<String>.text.listed(), Text("通知网址", "where the notices stand"),
            example: "http://www.gov.cn/")
        let holidays = reader.list("holidays", .required, Text("节日", "the holidays")) { holiday in
            (
                name: holiday.required("name", .text, Text("名称", "its name"), example: "国庆节"),
                off: holiday.required(
                    "off", ValueType<DayRange>.days.listed(), Text("放假的日子", "days off"),
                    example: "2023-10-01..2023-10-06"),
                work: holiday.optional(
                    "work", ValueType<Day>.day.listed(), Text("调休上班的日子", "weekend days that are worked"),
                    example: "2023-10-07")
            )
        }
        reader.reportUnknownKeys()
        if !session.diagnostics.hasErrors { HolidayCalendar.check(node, year: year, session) }
        diagnostics.merge(session.diagnostics)
        guard !session.diagnostics.hasErrors else { return }
        years.insert(year)
        for holiday in holidays {
            for range in holiday.off {
                for day in range.days { names[day.number] = holiday.name }
            }
            for day in holiday.work ?? [] { worked.insert(day.number) }
        }
    }
}

extension HolidayCalendar {
    /// The file is the year's, its days are too, and no day stands in it twice: off and worked, or off for two holidays.
    private static func check(_ node: Node, year: Int, _ session: ReadingSession) {
        let file = node.file.path.split(separator: "/").last.map(String.init) ?? ""
        guard file.hasPrefix(String(year)) else {
            session.report(.calendarOfOtherYear(node["year"] ?? node, file: file))
            return
        }
        var seen: [Day: Node] = [:]
        for holiday in node["holidays"]?.items ?? [] {
            for list in [holiday["off"], holiday["work"]].compactMap(\.self) {
                for item in list.items ?? [list] {
                    guard let range = ValueType<DayRange>.days.read(item, session) else { continue }
                    guard let first = Day(year: year - 1, month: 12, day: 1), range.first >= first,
                        range.last.year <= year
                    else {
                        session.report(.dayOfOtherYear(item, year: year))
                        continue
                    }
                    if let day = range.days.first(where: { seen[$0] != nil }), let other = seen[day] {
                        session.report(.dayTwice(item, other, day))
                    }
                    for day in range.days { seen[day] = item }
                }
            }
        }
    }
}

extension ValueType where Value == Int {
    fileprivate static let calendarYear = ValueType(name: Text("年份（1990–2200）", "a year of 1990–2200")) { text in
        Int(text).flatMap { (1990...2200).contains($0) ? $0 : nil }
    }
}

extension ValueType where Value == DayRange {
    /// One day, or `first..last`.
    static let days = ValueType(
        name: Text("日期或日期范围，如 2023-10-01..2023-10-06", "a date or a range such as 2023-10-01..2023-10-06")
    ) { text in
        if let day = Day(text) { return DayRange(day) }
        let ends = text.split(separator: ".", omittingEmptySubsequences: false)
        guard ends.count == 3, ends[1].isEmpty, let first = Day(ends[0]), let last = Day(ends[2]) else { return nil }
        return DayRange(first, last)
    }
}

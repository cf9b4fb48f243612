internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// One duty: how much of which records each unit of time must have, and by when.
public struct DutyRule: Sendable {
    let records: CountedRecords
    let asked: Asked
    /// The count is asked in each of these parts of the unit.
    let every: TimeUnit?
    let workingDaysOnly: Bool
    /// Only what is done in these months counts; nil: in all.
    let season: Season?
    let deadline: DueDay?
    /// Records that last over days on which the duty is not asked: leave.
    let excusedBy: CountedRecords?
    /// Records over whose days the subject is what the duty is about.
    let during: Holding?
    /// Judged only for time in which somebody is posted there.
    let whilePosted: Bool
    /// A word of the vocabulary's group `office`.
    let owedBy: String?

    enum Asked: Sendable {
        /// So many records, or so many different values of a column.
        case times(Int, distinct: Int?)
        /// Any one of these sums is enough.
        case totals([Total])
        /// As many records as a measure of the same subject says.
        case measure(MeasureReference)
    }

    struct Total: Sendable {
        let column: Int
        let name: String
        let title: Text
        let dimension: Dimension
        let least: Fraction
    }
}

extension DutyRule {
    init(_ settings: inout SettingsReader, subject: SubjectKind) {
        let counted = settings.required(
            "records", .counted, Text("哪种记录", "the records that show it"), example: "{leave: {type: 事假}}",
            asked: Text("记录", "records"))
        records = counted
        let times = settings.optional(
            "at_least", .whole(.count, in: 1...10_000), Text("至少几次", "how many at least"), example: "1",
            asked: Text("次数", "times"))
        let distinct = settings.optional(
            "distinct", .text, Text("按此列的不同值计次", "count the different values of this column"), example: "type")
        let totals = settings.optional(
            "total", ValueType<[(key: String, value: Fraction)]>.mapping(.text, .anyQuantity),
            Text("某列合计至少多少，几项中满足一项即可", "least sums of columns; any one is enough"),
            example: "{days: 12 days}", asked: Text("合计", "in all"))
        let measure = settings.optional(
            "as_many_as", .measure, Text("次数不少于这一指标", "as many as this measure says"), example: "attendance.rate",
            asked: Text("次数", "times"))
        asked = DutyRule.asked(times, distinct, totals, measure, counted, settings)
        every = settings.optional(
            "every", .timeUnit, Text("单位内每日、每周等都要做到", "in each day, week … of the unit"), example: "day",
            asked: Text("每", "every"))
        workingDaysOnly =
            settings.optional(
                "on", .oneOf(["all_days", "working_days"]), Text("哪些日子", "which days"), example: "all_days")
            == "working_days"
        season = settings.season()
        deadline = settings.dueDay()
        during = settings.holding()
        excusedBy = settings.optional(
            "excused_by", .counted,
            Text(
                "哪些请假免做：没有一个工作日不在请假的单位不适用",
                "which leave excuses: a unit that leaves no working day is not asked"),
            example: "{leave: {type: 事假}}", asked: Text("免做", "excused by"))
        whilePosted =
            settings.optional(
                "while_posted", .flag,
                Text(
                    "只在有人派驻的时间判断；干部、队、村、单位、行政区省略即是",
                    "only while somebody is posted; left out, so of cadres, teams, villages, units and divisions"),
                example: "true")
            ?? SubjectKind.world.contains(subject)
        owedBy = settings.optional(
            "owed_by", .word("office"), Text("由谁完成", "who owes it"), example: "county_office",
            asked: Text("由谁", "owed by"))
    }

    private static func asked(
        _ times: Int?, _ distinct: String?, _ totals: [(key: String, value: Fraction)]?, _ measure: MeasureReference?,
        _ counted: CountedRecords,
        _ settings: SettingsReader
    ) -> Asked {
        let given = ["at_least", "total", "as_many_as"].count { settings.node(of: $0) != nil }
        if given != 1, settings.node(of: "records") != nil {
            settings.session.report(.oneRequirement(at: settings.keyLocation(of: "records")))
        }
        // What only a number of times can be asked with.
        for key in ["every", "distinct"] where settings.node(of: key) != nil && settings.node(of: "at_least") == nil {
            settings.session.report(.onlyWithTimes(key, at: settings.keyLocation(of: key)))
        }
        if settings.node(of: "on") != nil, settings.node(of: "every") == nil {
            settings.session.report(.onWithoutEvery(at: settings.keyLocation(of: "on")))
        }
        if let measure { return .measure(measure) }
        if totals != nil {
            let entries = settings.node(of: "total")?.entries ?? []
            return .totals(entries.compactMap { DutyRule.total($0, counted, settings.session) })
        }
        return .times(
            times ?? 1, distinct: settings.node(of: "distinct").flatMap { counted.column($0, settings.session) })
    }

    private static func total(_ entry: Node.Entry, _ counted: CountedRecords, _ session: ReadingSession) -> Total? {
        guard let column = counted.numberColumn(entry.key, session), let dimension = counted.dimension(of: column)
        else { return nil }
        guard let least = ValueType<Fraction>.amount(dimension).read(entry.value, session) else { return nil }
        return Total(
            column: column, name: entry.key.text ?? "", title: counted.title(of: column), dimension: dimension,
            least: least)
    }
}

extension Diagnostic {
    fileprivate static func onlyWithTimes(_ key: String, at location: Location?) -> Diagnostic {
        Diagnostic(
            "D102", Text("“\(key)”只能和 at_least 一起用", "'\(key)' goes with at_least only"), at: location,
            expected: Text(same: "at_least: 1"))
    }

    fileprivate static func onWithoutEvery(at location: Location?) -> Diagnostic {
        Diagnostic(
            "D103", Text("“on”只能和 every 一起用", "'on' goes with every only"), at: location,
            expected: Text(same: "every: day"))
    }

    fileprivate static func oneRequirement(at location: Location?) -> Diagnostic {
        Diagnostic(
            "D101", Text("要写明做到多少，且只能用一种写法", "it must say how much is asked, in one way"), at: location,
            expected: Text("at_least、total、as_many_as 之一", "one of at_least, total, as_many_as"))
    }
}

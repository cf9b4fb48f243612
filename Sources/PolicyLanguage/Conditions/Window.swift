public import CivilTime
public import PolicyYAML

/// The span of days that a condition looks at, ending with the last day of the unit that is judged.
public enum Window: Sendable, Hashable {
    /// The unit itself.
    case unit
    /// The calendar unit that the last day falls in, from its first day; of a week, the one that its Thursday falls in.
    case calendar(TimeUnit)
    /// From the first day of the subject's term.
    case term
    /// From the day on which whoever came last to where the subject is was posted there.
    case newestPosting
    /// So many days, weeks, months or years up to the last day, which is included: `12 months`.
    case rolling(Int, TimeUnit)
    /// All days up to the last day.
    case ever
    /// From a day, or from all days before, to a day or the last one.
    case between(WindowDay?, WindowDay?)
    /// So long before the first day of the subject's term, which does not belong to it.
    case beforeTerm(Int, TimeUnit)

    /// The days, for a unit that is judged; `start` is the first day of the term, or of the newest posting, for windows that begin with it.
    public func days(upTo unit: Period, from start: Day?) -> DayRange {
        let last = unit.last
        let first: Day
        switch self {
        case .unit: return unit.days
        case .calendar(let calendar):
            first =
                Period(
                    containing: unit.unit == .week ? unit.first.advanced(by: 3) : last, unit: calendar,
                    months: unit.months
                ).first
        case .term, .newestPosting: first = start ?? unit.first
        case .ever: first = .distantPast
        case .between(let from, let until):
            let end = until.map { $0.day(upTo: last) } ?? last
            return DayRange(from.map { $0.day(upTo: end) } ?? .distantPast, end) ?? DayRange(end)
        case .rolling(let count, let size): first = Window.start(of: count, size, endingOn: last)
        case .beforeTerm(let count, let size):
            let eve = (start ?? unit.first).advanced(by: -1)
            return DayRange(Window.start(of: count, size, endingOn: eve), eve) ?? DayRange(eve)
        }
        return DayRange(min(first, last), last) ?? DayRange(last)
    }

    /// Whether the days hang on whose they are.
    package var isOfSubject: Bool {
        switch self {
        case .term, .newestPosting, .beforeTerm: true
        case .unit, .calendar, .rolling, .ever, .between: false
        }
    }

    /// Of the years before a posting only those that were over count.
    package var yearsEndInside: Bool { if case .beforeTerm = self { true } else { false } }

    private static func start(of count: Int, _ size: TimeUnit, endingOn last: Day) -> Day {
        switch size {
        case .day: last.advanced(by: 1 - count)
        case .week: last.advanced(by: 1 - 7 * count)
        case .year: last.addingYears(-count).advanced(by: 1)
        default: last.addingMonths(-count).advanced(by: 1)
        }
    }

    /// For people, as part of a sentence: `最近 12 个月内`, `within the last 12 months`.
    public var text: Text {
        switch self {
        case .unit: Text("本期", "in the unit")
        case .calendar(let unit): Text("\(unit.title.zh)内", "within the \(unit.title.en)")
        case .term: Text("任期内", "within the term")
        case .newestPosting: Text("最近一次派驻以来", "since the newest posting")
        case .ever: Text("至今", "ever")
        case .between(let from, let until):
            Text(
                "\(from?.written ?? "")至\(until?.written ?? "期末")",
                "from \(from?.written ?? "the beginning") to \(until?.written ?? "the end")")
        case .beforeTerm(let count, let unit):
            Text("派驻前 \(count) 个\(unit.title.zh)内", "within the \(count) \(unit.title.en)s before the posting")
        case .rolling(let count, let unit):
            Text("最近 \(count) 个\(unit.title.zh)内", "within the last \(count) \(unit.title.en)s")
        }
    }
}

extension Window {
    fileprivate static let named: [String: Window] = ["term": .term, "newest_posting": .newestPosting, "ever": .ever]

    /// As a profile writes it; nil for what is none.
    package init?(_ text: String) {
        if let named = Window.named[text] {
            self = named
            return
        }
        if let unit = TimeUnit(rawValue: text) {
            self = .calendar(unit)
            return
        }
        var parts = text.split(separator: " ")
        let isBefore = parts.count == 4 && parts.suffix(2) == ["before", "term"]
        if isBefore { parts.removeLast(2) }
        let sizes: [Substring: TimeUnit] = [
            "days": .day, "day": .day, "天": .day, "weeks": .week, "week": .week, "周": .week, "months": .month,
            "month": .month, "个月": .month,
            "years": .year, "year": .year, "年": .year,
        ]
        guard parts.count == 2, let count = Int(parts[0]), (1...1000).contains(count), let size = sizes[parts[1]] else {
            return nil
        }
        self = isBefore ? .beforeTerm(count, size) : .rolling(count, size)
    }
}

extension ValueType where Value == Window {
    /// A window as a profile writes it: a unit's name (`year`, `half-month`), `term`, `12 months`, or `3 years before
    /// term`; a number is 1 to 1000, of days, weeks, months or years.
    public static let window = ValueType(name: windowName) { node, session in
        if node.entries != nil { return between(node, session) }
        guard let text = node.text else {
            session.report(.wrongShape(node, expected: windowName))
            return nil
        }
        guard let window = Window(text) else {
            session.report(
                .wrongValue(
                    node, text, expected: windowName,
                    help: Diagnostic.didYouMean(text, Window.named.keys.sorted() + TimeUnit.allCases.map(\.rawValue))))
            return nil
        }
        return window
    }

    private static let windowName = Text(
        "时间范围：year、month、term、newest_posting、ever、12 months、3 years before term、{from: edition, until: 06-30} 等",
        "a window: year, month, term, newest_posting, ever, 12 months, 3 years before term, {from: edition, until: 06-30} and the like"
    )

    /// `{from: 2023-07-11, until: 06-30}`: a day without a year is the newest such day of those looked at.
    private static func between(_ node: Node, _ session: ReadingSession) -> Window? {
        var days: [String: WindowDay] = [:]
        for entry in node.entries ?? [] {
            guard let key = entry.key.text, ["from", "until"].contains(key) else {
                session.report(.notOneOf(entry.key, entry.key.text ?? "", words: ["from", "until"]))
                return nil
            }
            guard let day = ValueType<WindowDay>.windowDay.read(entry.value, session) else { return nil }
            days[key] = day
        }
        return .between(days["from"], days["until"])
    }
}

extension ValueType where Value == String {
    /// How long something lasts, written as a window is: `year`, `2 years`, `term`.
    public static let span = ValueType(
        name: ValueType<Window>.window.name,
        node: { node, session in
            ValueType<Window>.window.read(node, session).flatMap { _ in node.text }
        })
}

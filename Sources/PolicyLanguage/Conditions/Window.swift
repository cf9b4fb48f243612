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
    /// So many days, weeks, months or years up to the last day, which is included: `12 months`.
    case rolling(Int, TimeUnit)
    /// So long before the first day of the subject's term, which does not belong to it.
    case beforeTerm(Int, TimeUnit)

    /// The days, for a unit that is judged; `termStart` is the first day of the term.
    public func days(upTo unit: Period, termStart: Day?) -> DayRange {
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
        case .term: first = termStart ?? unit.first
        case .rolling(let count, let size): first = Window.start(of: count, size, endingOn: last)
        case .beforeTerm(let count, let size):
            let eve = (termStart ?? unit.first).advanced(by: -1)
            return DayRange(Window.start(of: count, size, endingOn: eve), eve) ?? DayRange(eve)
        }
        return DayRange(min(first, last), last) ?? DayRange(last)
    }

    /// Whether the days hang on when the subject's term began.
    package var isOfTerm: Bool {
        switch self {
        case .term, .beforeTerm: true
        case .unit, .calendar, .rolling: false
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
        case .beforeTerm(let count, let unit):
            Text("派驻前 \(count) 个\(unit.title.zh)内", "within the \(count) \(unit.title.en)s before the posting")
        case .rolling(let count, let unit):
            Text("最近 \(count) 个\(unit.title.zh)内", "within the last \(count) \(unit.title.en)s")
        }
    }
}

extension Window {
    /// As a profile writes it; nil for what is none.
    package init?(_ text: String) {
        if text == "term" {
            self = .term
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
        guard let text = node.text else {
            session.report(.wrongShape(node, expected: windowName))
            return nil
        }
        guard let window = Window(text) else {
            session.report(
                .wrongValue(
                    node, text, expected: windowName,
                    help: Diagnostic.didYouMean(text, ["term"] + TimeUnit.allCases.map(\.rawValue))))
            return nil
        }
        return window
    }

    private static let windowName = Text(
        "时间范围：year、month、term、12 months、3 years before term 等",
        "a window: year, month, term, 12 months, 3 years before term and the like")
}

extension ValueType where Value == String {
    /// How long something lasts, written as a window is: `year`, `2 years`, `term`.
    public static let span = ValueType(
        name: ValueType<Window>.window.name,
        node: { node, session in
            ValueType<Window>.window.read(node, session).flatMap { _ in node.text }
        })
}

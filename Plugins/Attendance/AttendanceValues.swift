internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

// How an attendance rule's settings are written.

extension ValueType where Value == AttendanceRule.Requirement {
    /// A share, a count of a week, or a number of days (of nights, for nights).
    static func requirement(_ unit: Dimension, ofWeek: Bool, _ isProportional: Bool) -> ValueType {
        let name = Text(
            "比例（7天中5天、2/3、60%）、\(unit.title.zh)（20 \(unit.unit.zh)）或 none",
            "a share (5 of 7, 2/3, 60%), a number of \(unit.title.en) (20 \(unit.name)), or none")
        return ValueType(name: name) { node, session in
            guard let text = node.text else {
                session.report(.wrongShape(node, expected: name))
                return nil
            }
            guard text != "none" else { return AttendanceRule.Requirement.none }
            guard let quantity = Quantity(text), quantity.dimension != unit else {
                return ValueType<Int>.whole(unit, in: 1...366).read(node, session).map { .days($0) }
            }
            guard quantity.dimension == .share else {
                session.report(.wrongUnit(node, text, expected: name, found: quantity.dimension))
                return nil
            }
            let share = ValueType<Fraction>.share.read(node, session)
            let parts = text.split(separator: " ")
            guard parts.count == 3, share != nil else { return share.map { .share($0) } }
            guard ofWeek || session.isDescribing, parts[2] == "7", let count = Int(parts[0]) else {
                session.report(.noCountOfWeek(node, text))
                return nil
            }
            return .ofWeek(count, isProportional: isProportional)
        }
    }
}

extension ValueType where Value == AttendanceRule.DayTest {
    private static func didYouMean(_ node: Node) -> [Text] {
        let forms = ["any", "all"]
        return (node.entries ?? []).compactMap(\.key.text).filter { !forms.contains($0) }.flatMap {
            Diagnostic.didYouMean($0, forms)
        }
    }

    static let dayTest = ValueType(
        name: Text("{any: [时段]} 或 {all: [时段]}", "{any: [aspects]} or {all: [aspects]}"),
        node: { node, session in
            let name = Text("{any: [时段]} 或 {all: [时段]}", "{any: [aspects]} or {all: [aspects]}")
            guard let entries = node.entries, entries.count == 1, let entry = entries.first, let key = entry.key.text,
                ["any", "all"].contains(key)
            else {
                session.report(.badDayTest(at: node.location, expected: name, help: didYouMean(node)))
                return nil
            }
            return ValueType<String>.text.listed().read(entry.value, session).map {
                AttendanceRule.DayTest(aspects: $0, needsAll: key == "all")
            }
        })
}

extension ValueType where Value == (names: [String], combination: Evidence.Combination) {
    /// `[log, register]`, `{all: [log, register]}`, `{any: [log, register], listed: mismatches}`.
    static let sources = ValueType(
        name: Text(
            "来源，如 [log, register]、{all: [log, register]}、{any: [log, register], listed: mismatches}",
            "sources such as [log, register], {all: [log, register]}, {any: [log, register], listed: mismatches}"),
        node: { node, session in
            let names = ValueType<String>.word("source").listed()
            guard let entries = node.entries else { return names.read(node, session).map { ($0, .any) } }
            let allowed = ["all", "any", "listed"]
            for entry in entries where !allowed.contains(entry.key.text ?? "") {
                session.report(.notOneOf(entry.key, entry.key.text ?? "", words: allowed))
            }
            if let listed = node["listed"], listed.text != "mismatches" {
                session.report(.notOneOf(listed, listed.text ?? "", words: ["mismatches"]))
            }
            guard (node["all"] == nil) != (node["any"] == nil), let list = node["all"] ?? node["any"] else {
                session.report(.wrongShape(node, expected: Text("all 或 any，只写一个", "all or any, one of them")))
                return nil
            }
            let isListed = node["listed"] != nil
            return names.read(list, session).map { ($0, node["all"] != nil ? .all : isListed ? .anyListed : .any) }
        })
}

extension ValueType where Value == [Evidence.AlsoAt] {
    /// `[township_seat]`, `{seasonal_site: {months: [11, 12, 1, 2, 3]}, township_seat: all_year}`.
    static let alsoAt = ValueType(
        name: Text(
            "村的类别（一个或列表），或 {类别: {months: [月份]}}", "kinds of village, one or a list, or {kind: {months: [months]}}"),
        node: { node, session in
            let kind = ValueType<String>.word("village_kind")
            guard let entries = node.entries else {
                return kind.listed().read(node, session)?.map { Evidence.AlsoAt(kind: $0, months: []) }
            }
            let places = entries.compactMap { entry -> Evidence.AlsoAt? in
                guard let name = kind.read(entry.key, session) else { return nil }
                guard entry.value.text != "all_year" else { return Evidence.AlsoAt(kind: name, months: []) }
                guard let months = entry.value["months"], entry.value.entries?.count == 1 else {
                    session.report(
                        .wrongShape(
                            entry.value,
                            expected: Text("{months: [11, 12, 1]} 或 all_year", "{months: [11, 12, 1]} or all_year")))
                    return nil
                }
                return ValueType<Int>.whole(.count, in: 1...12).listed().read(months, session).map {
                    Evidence.AlsoAt(kind: name, months: $0.sorted())
                }
            }
            return places.count == entries.count ? places : nil
        })
}

extension ValueType where Value == EveryDay.Present {
    /// `2 of 3`, `60%`, `2 people`.
    fileprivate static let present = ValueType(
        name: Text("人数（2人）或比例（2/3、60%）", "so many (2 people) or a share (2 of 3, 60%)"),
        scalar: { text in
            guard let quantity = Quantity(text), quantity.value > .zero else { return nil }
            if quantity.dimension == .share { return quantity.value <= .one ? .share(quantity.value) : nil }
            guard quantity.dimension == nil || quantity.dimension == .people, quantity.value.denominator == 1 else {
                return nil
            }
            return .people(Int(quantity.value.numerator))
        })
}

extension ValueType where Value == Clock {
    fileprivate static let clock = ValueType(name: Text("时刻，如 09:00", "a time such as 09:00")) { Clock($0) }
}

extension SettingsReader {
    /// `late: {after: 09:00}` and `absent_for: {late_days: 3, counts: 1 day}`.
    mutating func late() -> Late? {
        let after = group("late", Text("迟到", "what is late")) { reader in
            reader.required(
                "after", .clock, Text("当天第一次打卡晚于此刻即迟到", "the first check-in of a day after this is late"),
                example: "09:00",
                asked: Text("迟到", "late after"))
        }
        let absence = group("absent_for", Text("几天迟到折算几天缺勤", "how many late days are how many of absence")) { reader in
            let lateDays = reader.required(
                "late_days", .whole(.count, in: 1...366), Text("迟到天数", "late days"), example: "3")
            let days = reader.optional(
                "counts", .whole(.days, in: 1...366),
                Text("折算几天缺勤，省略为一天", "so many days of absence, one when left out"),
                example: "1 day")
            return (lateDays: lateDays, days: days ?? 1)
        }
        if absence != nil, after == nil, !session.isDescribing {
            session.report(
                Diagnostic(
                    "T110", Text("没有写明什么是迟到", "it does not say what is late"), at: keyLocation(of: "absent_for"),
                    expected: Text("late: {after: 09:00}", "late: {after: 09:00}")))
        }
        return after.map { Late(after: $0, absence: absence) }
    }

    /// `every_day: {present: 2 of 3}`.
    mutating func everyDay() -> EveryDay? {
        group("every_day", Text("工作队每天须有多少人在村", "how many of a team must be there each day")) { reader in
            EveryDay(
                present: reader.required(
                    "present", .present, Text("多少人", "how many"), example: "2 of 3",
                    asked: Text("每天在村", "there each day")),
                onWorkingDays: reader.optional(
                    "on", .oneOf(["all_days", "working_days"]), Text("哪些日子，省略为每天", "which days, all when left out"),
                    example: "all_days") == "working_days")
        }
    }
}

extension Late {
    /// The aspect of a check-in that is in time: the name is no word of a profile.
    static let aspect = "(in time)"

    /// From where the aspect begins that has the time in it, to the time itself.
    fileprivate func window(in aspect: ClockWindow) -> ClockWindow? {
        guard let whole = ClockWindow("\(aspect.start)-\(after)"),
            aspect.day(of: LocalMoment(day: Day(number: 0), second: after.seconds)) == Day(number: 0)
        else { return nil }
        return aspect.start < after ? whole : nil
    }

    /// Nil where none of the aspects has the time in it.
    func onTime(among aspects: [Evidence.Aspect]) -> Evidence.Aspect? {
        aspects.lazy.compactMap { window(in: $0.window) }.first.map {
            Evidence.Aspect(name: Late.aspect, window: $0, includesEnd: true)
        }
    }
}

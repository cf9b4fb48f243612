internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// One ratio rule: how many days and nights of a unit must be spent on post, and what counts as a day.
public struct AttendanceRule: Sendable {
    let days: Requirement
    let nights: Requirement?
    let day: DayTest
    /// The aspect that a night is.
    let night: String
    let evidence: Evidence
    let leave: LeaveEffects
    /// Whether a day half on leave is a day of leave; else it counts, and is on post by a presence in the other half.
    let halfDaysAreLeave: Bool
    let excludesHolidays: Bool
    let exemptions: [Exemption]
    /// A word of the vocabulary's group `office`: who owes what is still to be reached.
    let owedBy: String?

    /// Whether anybody can be freed from it at all.
    var canFree: Bool { if case .days = days { true } else { !exemptions.isEmpty } }

    enum Requirement: Sendable {
        /// A part of the countable days.
        case share(Fraction)
        /// So many of a week's days; of a short week, less one for each workday that does not count, or in proportion.
        case ofWeek(Int, isProportional: Bool)
        /// A number of days whatever their count.
        case days(Int)

        /// How many of the countable days are asked.
        func asked(of countable: Int, lost: Int) throws -> Int {
            switch self {
            case .share(let share): try (share * Fraction(countable)).roundedUp
            case .ofWeek(let count, isProportional: true): (count * countable + 6) / 7
            case .ofWeek(let count, isProportional: false): min(countable, max(0, count - lost))
            case .days(let number): min(number, countable)
            }
        }
    }

    /// Which aspects make a day on post.
    struct DayTest: Sendable {
        let aspects: [String]
        let needsAll: Bool
    }

    /// What a leave does to its days; where two overlap, the first of these stands.
    enum LeaveEffect: String, Sendable, CaseIterable, Comparable {
        case present, excluded, excused

        private var place: Int { self == .present ? 0 : self == .excluded ? 1 : 2 }

        static func < (a: LeaveEffect, b: LeaveEffect) -> Bool { a.place < b.place }
    }

    struct LeaveEffects: Sendable {
        let byType: [String: LeaveEffect]
        let other: LeaveEffect
        /// Approval states that make a leave count.
        let states: [String]
    }

    /// Some cadres, freed from nights or from whole months.
    struct Exemption: Sendable {
        let roles: [String]
        let fromNights: Bool
        let months: [Int]
    }
}

/// Which check-ins prove a presence; equal definitions share one ledger column set.
struct Evidence: Sendable, Hashable {
    let aspects: [Aspect]
    let sources: [String]
    /// Sources that prove a presence without a place.
    let placeless: [String]
    /// Metres, for villages whose file gives no radius.
    let radius: Int
    let accuracy: Int
    /// Kinds of village of the same township where a day counts too.
    let alsoAt: [String]

    struct Aspect: Sendable, Hashable {
        let name: String
        let window: ClockWindow
    }
}

extension AttendanceRule {
    init(_ settings: inout SettingsReader) {
        let isProportional =
            settings.optional(
                "short_week", .oneOf(["by_workdays", "proportional"]),
                Text(
                    "一周不满时怎样减少：by_workdays 少一个应计工作日减一天，proportional 按比例",
                    "how a short week lowers what is asked: by its workdays, or in proportion"),
                example: "by_workdays") == "proportional"
        let ofWeek = settings.node(of: "per")?.text.flatMap { TimeUnit(rawValue: $0) }.map { $0 == .week } ?? true
        days = settings.required(
            "days", .requirement(.days, ofWeek: ofWeek, isProportional),
            Text("在岗天数要求", "how many days must be on post"), example: "5 of 7",
            asked: Text("在岗天数", "days on post"))
        nights = settings.optional(
            "nights", .requirement(.nights, ofWeek: ofWeek, isProportional), Text("驻村夜数要求", "how many nights"),
            example: "4 of 7",
            asked: Text("驻村夜数", "nights"))
        day = settings.required(
            "day", .dayTest, Text("怎样算一天在岗：any 任一时段，all 全部时段", "what makes a day on post: any or all of some aspects"),
            example: "{any: [work, stay]}", asked: Text("一天在岗", "a day on post"))
        night = settings.required("night", .text, Text("哪个时段算一夜", "the aspect that is a night"), example: "stay")
        let aspects = settings.required(
            "aspects", ValueType<[(key: String, value: ClockWindow)]>.mapping(.text, .clockWindow),
            Text("一天中的时段", "time windows of a day"), example: "{work: 06:00-20:00, stay: 20:00-06:00, eat: 11:00-14:00}"
        )
        let sources = settings.required(
            "evidence", ValueType<String>.word("source").listed(), Text("哪些来源算数", "sources that count"),
            example: "[app, register]")
        let placeless = settings.required(
            "placeless", ValueType<String>.word("source").listed(), Text("不需要定位的来源", "sources that need no place"),
            example: "[register, log]")
        let radius = settings.required(
            "radius", .whole(.metres, in: 1...100_000), Text("村没有写半径时的围栏半径", "the fence where a village gives none"),
            example: "1000 m")
        let accuracy = settings.required(
            "accuracy", .whole(.metres, in: 1...100_000), Text("定位误差不超过", "the worst accuracy that is accepted"),
            example: "100 m")
        let alsoAt = settings.optional(
            "also_at", ValueType<String>.word("village_kind").listed(),
            Text("在本乡镇的这些地点也算", "places of the township where a day counts too"),
            example: "[township_seat]")
        evidence = Evidence(
            aspects: aspects.map { Evidence.Aspect(name: $0.key, window: $0.value) }, sources: sources,
            placeless: placeless, radius: radius,
            accuracy: accuracy, alsoAt: alsoAt ?? [])
        leave = settings.leaveEffects()
        halfDaysAreLeave =
            settings.optional(
                "half_day", .oneOf(["countable", "leave"]),
                Text(
                    "半天请假的一天：countable 计入，另半天在村算在岗；leave 按请假一天",
                    "a day half on leave: countable, on post by the other half; or a day of leave"),
                example: "countable") == "leave"
        excludesHolidays =
            settings.required(
                "holidays", .oneOf(["excluded", "counted"]), Text("法定节假日是否计入", "whether public holidays are counted"),
                example: "excluded") == "excluded"
        exemptions = settings.list("exempt", .optional, Text("豁免", "cadres freed from a part")) { reader in
            let exemption = Exemption(
                roles: reader.required(
                    "role", ValueType<String>.word("role").listed(), Text("哪些职务", "which roles"), example: "[member]"),
                fromNights: reader.optional("nights", .flag, Text("免除夜数", "freed from nights"), example: "true")
                    ?? false,
                months: reader.optional(
                    "months", ValueType<Int>.whole(.count, in: 1...12).listed(), Text("免除的月份", "months not judged"),
                    example: "[2]") ?? [])
            if !exemption.fromNights, exemption.months.isEmpty {
                reader.session.report(.exemptFromNothing(at: reader.keyLocation(of: "role")))
            }
            return exemption
        }
        owedBy = settings.optional(
            "owed_by", .word("office"), Text("由谁补足", "who owes what is still to be reached"), example: "self")
        checkAspects(settings)
    }

    /// Every aspect that the rule speaks of must have a window.
    private func checkAspects(_ settings: SettingsReader) {
        let known = evidence.aspects.map(\.name)
        for name in day.aspects where !known.contains(name) {
            let list = settings.node(of: "day")?.entries?.first?.value
            let word = list?.items?.first { $0.text == name } ?? list
            settings.session.report(
                .unknownAspect(name, known: known, at: word?.location ?? settings.location(of: "day")))
        }
        if !known.contains(night) {
            settings.session.report(.unknownAspect(night, known: known, at: settings.location(of: "night")))
        }
    }
}

extension SettingsReader {
    fileprivate mutating func leaveEffects() -> AttendanceRule.LeaveEffects {
        let effects = ValueType<String>.oneOf(AttendanceRule.LeaveEffect.allCases.map(\.rawValue))
        let byType = required(
            "leave", ValueType<[(key: String, value: String)]>.mapping(.leaveType, effects),
            Text(
                "各类请假怎样计算：present 计在岗，excluded 不计入，excused 缺勤但有理由；other 为其余",
                "what each kind of leave does; other: all the rest"),
            example: "{公出: present, 培训: present, other: excluded}", asked: Text("请假", "leave"))
        let states = required(
            "leave_counts", ValueType<String>.word("leave_status").listed(),
            Text("哪些审批状态的请假算数", "states in which a leave counts"),
            example: "[approved, closed]")
        var table: [String: AttendanceRule.LeaveEffect] = [:]
        for (type, effect) in byType { table[type] = AttendanceRule.LeaveEffect(rawValue: effect) }
        let other = table.removeValue(forKey: "other")
        if other == nil { session.report(.noOtherLeave(at: location(of: "leave"))) }
        return AttendanceRule.LeaveEffects(byType: table, other: other ?? .excluded, states: states)
    }
}

extension ValueType where Value == String {
    /// A kind of leave, or `other`.
    fileprivate static let leaveType = ValueType(
        name: Text("请假类型，或 other", "a kind of leave, or other"),
        node: { node, session in
            node.text == "other" ? "other" : ValueType<String>.word("leave_type").read(node, session)
        })
}

extension ValueType where Value == AttendanceRule.Requirement {
    /// A share, a count of a week, or a number of days (of nights, for nights).
    fileprivate static func requirement(_ unit: Dimension, ofWeek: Bool, _ isProportional: Bool) -> ValueType {
        let name = Text(
            "比例（5 of 7、2/3、60%）或\(unit.title.zh)（20 \(unit.name)）",
            "a share (5 of 7, 2/3, 60%) or a number of \(unit.title.en) (20 \(unit.name))")
        return ValueType(name: name) { node, session in
            guard let text = node.text else {
                session.report(.wrongShape(node, expected: name))
                return nil
            }
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

    fileprivate static let dayTest = ValueType(
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

extension Diagnostic {
    fileprivate static func unknownAspect(_ name: String, known: [String], at location: Location?) -> Diagnostic {
        Diagnostic(
            "T101", Text("没有名为“\(name)”的时段", "there is no aspect named '\(name)'"), at: location,
            expected: Text(known.joined(separator: "、"), known.joined(separator: ", ")), found: Text(same: name),
            help: didYouMean(name, known))
    }

    fileprivate static func noCountOfWeek(_ node: Node, _ text: String) -> Diagnostic {
        Diagnostic(
            "T105",
            Text(
                "“\(text)”是一周七天中的天数，只能按周判断（per: week）",
                "'\(text)' is a count of the seven days of a week, which only a rule per week has"),
            at: node.location,
            expected: Text("per: week 和 5 of 7，或比例如 5/7", "per: week and 5 of 7, or a share such as 5/7"),
            found: Text(same: text))
    }

    fileprivate static func noOtherLeave(at location: Location?) -> Diagnostic {
        Diagnostic(
            "T102", Text("没有写明其余类型的请假怎样计算", "it does not say what other kinds of leave do"), at: location,
            expected: Text("other: excluded", "other: excluded"))
    }

    fileprivate static func exemptFromNothing(at location: Location?) -> Diagnostic {
        Diagnostic(
            "T104", Text("没有写明免除什么", "it does not say what they are freed from"), at: location,
            expected: Text("nights: true，或 months: [2]", "nights: true, or months: [2]"))
    }

    fileprivate static func badDayTest(at location: Location?, expected: Text, help: [Text]) -> Diagnostic {
        Diagnostic(
            "T103", Text("读不懂怎样算一天在岗", "cannot read what makes a day on post"), at: location, expected: expected,
            help: help)
    }
}

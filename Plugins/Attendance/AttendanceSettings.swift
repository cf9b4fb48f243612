internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

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
        let asked = settings.optional(
            "days", .requirement(.days, ofWeek: ofWeek, isProportional),
            Text("在岗天数要求；none 只计不判", "how many days must be on post; none: they are only counted"), example: "5 of 7",
            asked: Text("在岗天数", "days on post"))
        days = asked ?? .none
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
            "evidence", .sources,
            Text(
                "哪些来源算数：任一即可；{all: […]} 须全部；{any: […], listed: mismatches} 任一即可，不一致的日子列出核对",
                "sources that count: any of them; {all: […]}: only all together; {any: […], listed: mismatches}: any, and days on which they disagree are told"
            ),
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
            "also_at", .alsoAt,
            Text(
                "在本乡镇的这些地点也算；{冬季点: {months: [11, 12, 1]}} 只在这些月份",
                "places of the township where a day counts too; {seasonal_site: {months: [11, 12, 1]}}: in these months"
            ),
            example: "[township_seat]")
        let late = settings.late()
        var named = aspects.map { Evidence.Aspect(name: $0.key, window: $0.value) }
        let test = day
        if let late, let onTime = late.onTime(among: named.filter { test.aspects.contains($0.name) }) {
            named.append(onTime)
        } else if late != nil, !settings.session.isDescribing {
            settings.session.report(.lateOutsideDay(at: settings.location(of: "late")))
        }
        self.late = late
        evidence = Evidence(
            aspects: named, sources: sources.names, placeless: placeless, radius: radius, accuracy: accuracy,
            alsoAt: alsoAt ?? [], combination: sources.combination)
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
                roles: reader.optional(
                    "role", ValueType<String>.word("role").listed(), Text("哪些职务", "which roles"), example: "[member]")
                    ?? [],
                group: reader.optional(
                    "group", .group, Text("哪个人群（groups 中的名称）", "which group, by its name in 'groups'"),
                    example: "locals"),
                fromNights: reader.optional("nights", .flag, Text("免除夜数", "freed from nights"), example: "true")
                    ?? false,
                months: reader.optional(
                    "months", ValueType<Int>.whole(.count, in: 1...12).listed(), Text("免除的月份", "months not judged"),
                    example: "[2]") ?? [])
            let first = reader.node(of: "role") == nil ? "group" : "role"
            if reader.node(of: first) == nil, !reader.session.isDescribing {
                reader.session.report(.exemptsNobody(at: reader.location(of: first)))
            } else if !exemption.fromNights, exemption.months.isEmpty {
                reader.session.report(.exemptFromNothing(at: reader.keyLocation(of: first)))
            }
            return exemption
        }
        owedBy = settings.optional(
            "owed_by", .word("office"), Text("由谁补足", "who owes what is still to be reached"), example: "self")
        everyDay = settings.everyDay()
        madeUp = settings.madeUp()
        checkAspects(settings)
        if !settings.session.isDescribing { checkWhatIsAsked(settings) }
    }

    /// Of cadres days are asked, of teams how many are there each day.
    private func checkWhatIsAsked(_ settings: SettingsReader) {
        let isOfTeams = settings.session.subject == .team
        let (own, other) = isOfTeams ? ("every_day", "days") : ("days", "every_day")
        if settings.node(of: other) != nil {
            settings.session.report(.otherSubjects(other, isOfTeams: isOfTeams, at: settings.keyLocation(of: other)))
        } else if settings.node(of: own) == nil {
            settings.session.report(.asksNothing(own, settings.written(own), at: settings.location(of: own)))
        }
    }

    /// Every aspect that the rule speaks of must have a window.
    private func checkAspects(_ settings: SettingsReader) {
        let known = evidence.aspects.map(\.name).filter { $0 != Late.aspect }
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

extension Diagnostic {
    fileprivate static func unknownAspect(_ name: String, known: [String], at location: Location?) -> Diagnostic {
        Diagnostic(
            "T101", Text("没有名为“\(name)”的时段", "there is no aspect named '\(name)'"), at: location,
            expected: Text(known.joined(separator: "、"), known.joined(separator: ", ")), found: Text(same: name),
            help: didYouMean(name, known))
    }

    static func noCountOfWeek(_ node: Node, _ text: String) -> Diagnostic {
        Diagnostic(
            "T105",
            Text(
                "“\(text)”是一周七天中的天数，只能按周判断（per: week）",
                "'\(text)' is a count of the seven days of a week, which only a rule per week has"),
            at: node.location,
            expected: Text("按周（per: week）的 7天中5天，或比例如 5/7", "per: week and 5 of 7, or a share such as 5/7"),
            found: Text(same: text))
    }

    fileprivate static func noOtherLeave(at location: Location?) -> Diagnostic {
        Diagnostic(
            "T102", Text("没有写明其余类型的请假怎样计算", "it does not say what other kinds of leave do"), at: location,
            expected: Text("other: excluded", "other: excluded"))
    }

    fileprivate static func exemptsNobody(at location: Location?) -> Diagnostic {
        Diagnostic(
            "T106", Text("没有写明豁免谁", "it does not say who is freed"), at: location,
            expected: Text("role: [职务]，或 group: 人群", "role: [roles], or group: a group"))
    }

    fileprivate static func lateOutsideDay(at location: Location?) -> Diagnostic {
        Diagnostic(
            "T107", Text("迟到的时刻不在任何算一天在岗的时段内", "no aspect that makes a day on post has this time in it"), at: location,
            expected: Text("day 中某一时段内的时刻", "a time within an aspect that 'day' names"))
    }

    fileprivate static func otherSubjects(_ key: String, isOfTeams: Bool, at location: Location?) -> Diagnostic {
        Diagnostic(
            "T108",
            isOfTeams
                ? Text("对工作队不能要求 \(key)", "'\(key)' cannot be asked of teams")
                : Text("\(key) 只能对工作队要求", "'\(key)' can only be asked of teams"), at: location,
            expected: isOfTeams
                ? Text("every_day: {present: 2 of 3}", "every_day: {present: 2 of 3}")
                : Text("for: {team: all}", "for: {team: all}"))
    }

    fileprivate static func asksNothing(_ key: String, _ written: String, at location: Location?) -> Diagnostic {
        let example = written + (key == "days" ? ": 5 of 7" : ": {present: 2 of 3}")
        return Diagnostic(
            "T109", Text("没有写明要求什么：缺少“\(written)”", "it does not say what is asked: '\(written)' is missing"),
            at: location,
            expected: Text("例如 \(example)", "for example \(example)"),
            help: key == "days" ? [Text("只计不判写 \(written): none", "\(written): none counts and judges nothing")] : [])
    }

    fileprivate static func exemptFromNothing(at location: Location?) -> Diagnostic {
        Diagnostic(
            "T104", Text("没有写明免除什么", "it does not say what they are freed from"), at: location,
            expected: Text("nights: true，或 months: [2]", "nights: true, or months: [2]"))
    }

    static func badDayTest(at location: Location?, expected: Text, help: [Text]) -> Diagnostic {
        Diagnostic(
            "T103", Text("读不懂怎样算一天在岗", "cannot read what makes a day on post"), at: location, expected: expected,
            help: help)
    }
}

internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// How many of a team were in the village, day by day.
struct TeamDays {
    /// One day of a team.
    struct Day {
        let index: Int
        let members: Int
        let asked: Int
        let present: Int
        /// With those of whom it is not known.
        let possible: Int

        var isEnough: Bool { present >= asked }
        var isShort: Bool { possible < asked }
    }

    /// The days that count, of those on which the team has members.
    let days: [Day]

    init(_ team: Subject, in range: ClosedRange<Int>, _ rule: EveryDay, _ ask: Case<Attendance>) throws {
        let (book, world) = (try AttendanceBook.of(ask), ask.evaluation.world)
        var spans: [Int: [ClosedRange<Int>]] = [:]
        for posting in world.postings(of: team, touching: book.days(of: range)).map({ world.postings[$0] }) {
            if let span = book.axis.indices(posting.days) { spans[posting.cadre, default: []].append(span) }
        }
        let members = spans.sorted { $0.key < $1.key }
        let calendar = ask.evaluation.calendar
        days = try range.compactMap { index in
            let day = book.axis.day(index)
            if ask.rule.excludesHolidays, calendar.isHoliday(day) { return nil }
            if rule.onWorkingDays, !calendar.isWorkingDay(day) { return nil }
            let there = members.filter { $0.value.contains { $0.contains(index) } }.map { book.days(of: $0.key) }
                .filter { $0.contains(index, \.posted) }
            guard !there.isEmpty else { return nil }
            return Day(
                index: index, members: there.count, asked: try rule.asked(of: there.count),
                present: there.count { $0.contains(index, \.present) },
                possible: there.count { $0.contains(index) { $0.present | ~($0.covered & $0.leaveKept) } })
        }
    }

    var short: [Day] { days.filter(\.isShort) }
    var open: [Day] { days.filter { !$0.isEnough && !$0.isShort } }
}

extension Attendance {
    /// The measures of a rule about teams, in the order of their values.
    static let teamMeasures = [
        MeasureDeclaration(
            "rate", Text("人数达到的天数比例", "share of days with enough there"), .share,
            role: .rate(of: "enough_days", in: "countable_days")
        ).fromPresence,
        MeasureDeclaration("countable_days", Text("应计天数", "countable days"), .days).fromPresence,
        MeasureDeclaration("enough_days", Text("人数达到的天数", "days with enough there"), .days).fromPresence,
        MeasureDeclaration(
            "short_days", Text("人数不足的天数", "days with too few there"), .days, role: .shortfall(of: "enough_days")
        ).fromPresence,
    ]

    func judgeTeams(_ everyDay: EveryDay, _ ask: Case<Attendance>) throws -> [Finding] {
        let book = try AttendanceBook.of(ask)
        guard let range = book.axis.indices(ask.unit.days) else { return [] }
        return try ask.subjects.map { team in
            let found = try TeamDays(team, in: range, everyDay, ask)
            let values = Attendance.values(of: [found], isOpen: ask.isOpen)
            if found.days.isEmpty {
                return Finding(team, .notApplicable, values: values, reasons: [Reason(.noCountableDay)])
            }
            if let first = found.short.first {
                let reason = Reason(
                    .tooFewThere,
                    [
                        "days": .count(found.short.count), "day": .day(book.axis.day(first.index)),
                        "present": .count(first.possible), "asked": .count(first.asked),
                    ])
                return Finding(team, .breached, values: values, reasons: [reason])
            }
            guard !found.open.isEmpty else { return Finding(team, .met, values: values) }
            guard ask.isOpen else {
                return Finding(
                    team, .undetermined, values: values,
                    reasons: [Reason(.daysNotKept, ["days": .count(found.open.count)])])
            }
            let reason = Reason(.notOver, ["until": .day(ask.unit.last)])
            let owed =
                ask.evaluation.isAsked(ask.unit)
                ? Owed(due: ask.unit.last, isDone: false, by: ask.rule.owedBy, standing: [reason]) : nil
            return Finding(team, .notApplicable, values: values, reasons: [reason], owed: owed)
        }
    }

    /// The values of the measures, over the days of one unit or more.
    static func values(of found: [TeamDays], isOpen: Bool) -> [MeasureValue?] {
        let days = found.flatMap(\.days)
        let (enough, short) = (days.count(where: \.isEnough), days.count(where: \.isShort))
        let open = isOpen ? 0 : days.count - enough - short
        let known = isOpen ? enough + short : days.count
        let rate = Fraction(enough, over: known).flatMap { low in
            Fraction(enough + open, over: known).flatMap { MeasureValue(ValueRange(low, $0)) }
        }
        return [
            known == 0 ? nil : rate, .number(Fraction(days.count)),
            DayCount(low: enough, high: enough + open).value, DayCount(low: short, high: short + open).value,
        ]
    }

    /// A team's measure over some days: of all units that belong to them.
    func teamValues(of measure: Int, over days: DayRange, for subjects: [Subject], _ ask: Case<Attendance>) throws
        -> [MeasureValue?]
    {
        let units = ask.units(in: days)
        return try subjects.map { team in
            guard team.kind == .team, !units.isEmpty else { return nil }
            let found = try units.compactMap { one -> TeamDays? in
                guard let everyDay = one.rule.everyDay,
                    let range = try AttendanceBook.of(one).axis.indices(one.unit.days)
                else { return nil }
                return try TeamDays(team, in: range, everyDay, one)
            }
            return Attendance.values(of: found, isOpen: units.contains(where: \.isOpen))[measure]
        }
    }

    /// The days on which too few were there, or may have been.
    func explainTeam(_ team: Subject, _ everyDay: EveryDay, _ ask: Case<Attendance>) throws -> [Explanation] {
        let book = try AttendanceBook.of(ask)
        guard let range = book.axis.indices(ask.unit.days) else { return [] }
        return try TeamDays(team, in: range, everyDay, ask).days.map { day in
            let there =
                day.present == day.possible
                ? Text("\(day.present)", "\(day.present)")
                : Text("\(day.present)–\(day.possible)", "\(day.present)–\(day.possible)")
            let state =
                day.isEnough ? Text("够", "enough") : day.isShort ? Text("不足", "too few") : Text("无法判断", "unknown")
            return Explanation(
                Text(
                    "\(book.axis.day(day.index))　在村 \(there.zh) 人（全队 \(day.members) 人，要求 \(day.asked) 人）：\(state.zh)",
                    "\(book.axis.day(day.index)): \(there.en) of \(day.members) there, \(day.asked) asked: \(state.en)")
            )
        }
    }
}

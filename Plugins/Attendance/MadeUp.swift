internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// How days that a unit falls short of can be made up.
struct MadeUpRule: Sendable {
    enum After: String, Sendable, CaseIterable { case holiday, unit }

    /// What the days are counted from: the public holiday that the unit touches, or the unit itself.
    let after: After
    /// So many days after it.
    let within: Int
}

extension SettingsReader {
    /// `made_up: {after: holiday, within: 14 days}`.
    mutating func madeUp() -> MadeUpRule? {
        group("made_up", Text("欠的天数可以补足", "days that are short can be made up")) { reader in
            let after = reader.required(
                "after", .oneOf(MadeUpRule.After.allCases.map(\.rawValue)),
                Text(
                    "从哪里起算：holiday 有法定节假日的单位，从假期结束起；unit 从本单位结束起",
                    "from the end of the public holiday that the unit touches, or of the unit"),
                example: "holiday", asked: Text("补足", "made up after"))
            let within = reader.required(
                "within", .whole(.days, in: 1...366), Text("多少天内", "so many days after it"), example: "14 days",
                asked: Text("补足期限", "made up within"))
            return MadeUpRule(after: MadeUpRule.After(rawValue: after) ?? .holiday, within: within)
        }
    }
}

/// Days that make up for others: those on post beyond what their own unit asks. A day makes up for one, the earlier unit's first.
struct MakingUp {
    fileprivate struct Unit {
        let days: DayRange
        let rule: AttendanceRule
        let book: AttendanceBook
        /// The days in which it can be made up; nil: it cannot.
        let window: DayRange?
    }

    /// The last day on which the unit that is judged can be made up for.
    let until: Day
    private let units: [Unit]
    private let judged: Int

    /// Nil where the unit cannot be made up for.
    init?(_ ask: Case<Attendance>) throws {
        guard let rule = ask.rule.madeUp, let window = rule.window(of: ask.unit.days, ask.evaluation.calendar) else {
            return nil
        }
        until = window.last
        // Units before may need the same days; those whose own days are over long before do not.
        let reach = window.last - ask.unit.first + 1
        guard let around = DayRange(ask.unit.first.advanced(by: -2 * reach), window.last.advanced(by: reach)) else {
            return nil
        }
        units = try ask.units(in: around).map { one in
            Unit(
                days: one.unit.days, rule: one.rule, book: try AttendanceBook.of(one),
                window: one.rule.madeUp?.window(of: one.unit.days, one.evaluation.calendar))
        }
        guard let judged = units.firstIndex(where: { $0.days == ask.unit.days }) else { return nil }
        self.judged = judged
    }

    /// How many days of the judged unit are made up: at least, and at most.
    func days(of cadre: Int) throws -> DayCount {
        DayCount(low: try days(of: cadre, atMost: false), high: try days(of: cadre, atMost: true))
    }

    private func days(of cadre: Int, atMost: Bool) throws -> Int {
        var left = try units.map { try max(0, $0.onPost(cadre, in: $0.days, atMost: atMost) - $0.asked(cadre)) }
        var taken = 0
        for index in 0...judged {
            guard let window = units[index].window else { continue }
            let own = units[index]
            // Where others' days are not known, they may need more.
            let isCertain = index == judged ? !atMost : atMost
            var short = try max(0, own.asked(cadre) - own.onPost(cadre, in: own.days, atMost: isCertain))
            taken = 0
            for later in units.indices.dropFirst(index + 1) where short > 0 {
                guard let days = units[later].days.intersection(window) else { continue }
                let made = min(short, left[later], units[later].onPost(cadre, in: days, atMost: atMost))
                (short, taken) = (short - made, taken + made)
                left[later] -= made
            }
        }
        return taken
    }
}

extension MakingUp.Unit {
    fileprivate func onPost(_ cadre: Int, in days: DayRange, atMost: Bool) -> Int {
        // Of what comes after all that was kept nothing is known.
        let kept = book.axis.days.last
        let beyond = atMost ? max(0, days.last - max(kept, days.first.advanced(by: -1))) : 0
        guard let range = book.axis.indices(days) else { return beyond }
        let tally = book.tally(of: cadre, range)
        return tally.onPost + (atMost ? tally.open + beyond : 0)
    }

    fileprivate func asked(_ cadre: Int) throws -> Int {
        guard let range = book.axis.indices(days) else { return 0 }
        let tally = book.tally(of: cadre, range)
        return try rule.days.asked(of: tally.countable, lost: tally.lost)
    }
}

extension MadeUpRule {
    /// The days in which a unit can be made up for; nil where it touches no holiday that it would have to.
    fileprivate func window(of unit: DayRange, _ calendar: HolidayCalendar) -> DayRange? {
        var last = unit.last
        if after == .holiday {
            guard let holiday = unit.days.last(where: calendar.isHoliday) else { return nil }
            last = holiday
            while calendar.isHoliday(last.advanced(by: 1)) { last = last.advanced(by: 1) }
        }
        return DayRange(last.advanced(by: 1), last.advanced(by: within))
    }
}

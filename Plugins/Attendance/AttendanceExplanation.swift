internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

extension Attendance {
    /// The days and nights of the unit that are open, and those of which no leave was kept.
    public func needs(of finding: Finding, _ ask: Case<Attendance>) throws -> [Need] {
        let book = try AttendanceBook.of(ask)
        guard let range = book.axis.indices(ask.unit.days) else { return [] }
        guard finding.subject.kind == .cadre else {
            return [Need(Attendance.records[0], about: finding.subject, days: [ask.unit.days])]
        }
        let days = book.days(of: finding.subject.index)
        var (checkIns, leave): ([DayRange], [DayRange]) = ([], [])
        for index in range {
            let tally = days.tally(index...index, book.week)
            let day = DayRange(book.axis.day(index))
            if tally.open > tally.openLeaveless || ask.rule.nights != nil && tally.openNights > tally.leaveless {
                checkIns.append(day)
            }
            if tally.leaveless > 0 { leave.append(day) }
        }
        return (checkIns.isEmpty ? [] : [Need(Attendance.records[0], about: finding.subject, days: checkIns)])
            + (leave.isEmpty ? [] : [Need(.leaves, about: finding.subject, days: leave)])
    }

    /// Every day of the unit: whether it counts, whether the cadre was there, and by what or why not.
    public func explain(_ subject: Subject, _ ask: Case<Attendance>) throws -> [Explanation] {
        if let everyDay = ask.rule.everyDay { return try explainTeam(subject, everyDay, ask) }
        let book = try AttendanceBook.of(ask)
        guard subject.kind == .cadre, let range = book.axis.indices(ask.unit.days) else { return [] }
        let days = book.days(of: subject.index)
        let leave = book.leave(of: subject.index)
        let checkIns = (ask.ledger.checkIns[subject.index] ?? []).sorted()
        return range.map { index in
            let day = book.axis.day(index)
            let status = status(
                of: index, day, subject, days, leave.filter { $0.contains(day) }.min { $0.effect < $1.effect },
                checkIns, ask)
            return Explanation(
                Text(
                    "\(day) \(day.weekdayName.zh)　\(status.text.zh)", "\(day) \(day.weekdayName.en): \(status.text.en)"),
                day: ExplainedDay(day, [status.mark] + nightMark(index, status.mark, days, ask)), status.details)
        }
    }

    private func status(
        of index: Int, _ day: Day, _ subject: Subject, _ days: CadreDays, _ leave: Leave?, _ checkIns: [CheckIn],
        _ ask: Case<Attendance>
    ) -> (text: Text, mark: ExplainedDay.Mark, details: [Explanation]) {
        let evaluation = ask.evaluation
        guard days.contains(index, \.posted) else { return (notPosted(subject, day, ask), .notPosted, []) }
        if days.contains(index, \.holidays) {
            let name = evaluation.calendar.name(on: day) ?? ""
            return (Text("不计入：法定节假日（\(name)）", "not counted: public holiday (\(name))"), .holiday, [])
        }
        let type = leave.map { leaveText($0, day, evaluation) } ?? Text("", "")
        if leave?.effect == .excluded, !days.contains(index, \.countable) {
            return (Text("不计入：\(type.zh)", "not counted: \(type.en)"), .leave, [])
        }
        let details = checkInDetails(on: day, subject, checkIns, ask)
        let nightText = ask.rule.nights == nil ? Text("", "") : nightText(index, days)
        if days.contains(index, \.present) {
            let by =
                leave.map { leave in
                    leave.effect == .present && leave.half(on: day) == nil
                        ? Text("（\(type.zh)，计在岗）", " (\(type.en), counts as on post)")
                        : Text("（\(type.zh)）", " (\(type.en))")
                } ?? Text("", "")
            let isDoubtful = days.contains(index, { $0.disputed | $0.mismatched })
            let late = days.contains(index, { $0.late & ~$0.onLeave }) ? Text("，迟到", ", late") : Text("", "")
            let disagreeing = isDoubtful ? Text("，来源不一致，请核对", ", sources disagree: to be checked") : Text("", "")
            let doubt = Text(late.zh + disagreeing.zh, late.en + disagreeing.en)
            return (
                Text("计入，在岗\(by.zh)\(nightText.zh)\(doubt.zh)", "counted, on post\(by.en)\(nightText.en)\(doubt.en)"),
                leave?.effect == .present && leave?.half(on: day) == nil ? .errand : .onPost, details
            )
        }
        guard days.contains(index, { $0.covered & $0.leaveKept }) else {
            let isAhead = evaluation.asOf.map { day >= $0 } ?? false
            return (unknown(index, day, days, evaluation), isAhead ? .ahead : .unknown, details)
        }
        if leave?.effect == .excused, leave?.half(on: day) == nil {
            return (Text("计入，缺勤有理由：\(type.zh)", "counted, absent but excused: \(type.en)"), .excused, details)
        }
        let half = leave == nil ? Text("", "") : Text("，另半天\(type.zh)", ", the other half \(type.en)")
        let none =
            details.isEmpty ? Text("，没有打卡", ", no check-in") : Text("，打卡不足或无效", ", check-ins missing or not valid")
        return (
            Text(
                "计入，不在岗\(none.zh)\(half.zh)\(nightText.zh)", "counted, not on post\(none.en)\(half.en)\(nightText.en)"),
            .absent, details
        )
    }

    /// Where nights are asked and the day counts.
    private func nightMark(_ index: Int, _ day: ExplainedDay.Mark, _ days: CadreDays, _ ask: Case<Attendance>)
        -> [ExplainedDay.Mark]
    {
        guard ask.rule.nights != nil else { return [] }
        if [.notPosted, .holiday, .leave, .ahead].contains(day) { return [.noNight] }
        if days.contains(index, \.nights) { return [.night] }
        return [days.contains(index, { $0.coveredNights & $0.leaveKept }) ? .noNight : .unknown]
    }

    private func nightText(_ index: Int, _ days: CadreDays) -> Text {
        if days.contains(index, \.nights) { return Text("，夜间在村", ", night in the village") }
        return days.contains(index, { $0.coveredNights & $0.leaveKept })
            ? Text("，夜间不在村", ", night not in the village") : Text("，夜间没有保存记录", ", of the night nothing was kept")
    }

    private func unknown(_ index: Int, _ day: Day, _ days: CadreDays, _ evaluation: Evaluation) -> Text {
        if let asOf = evaluation.asOf, day >= asOf { return Text("计入，还没有过完", "counted, not over yet") }
        if days.contains(index, \.unreported) {
            return Text("计入，本月全队没有上报打卡（未报）：无法判断", "counted, but the whole team handed in nothing this month: unknown")
        }
        return days.contains(index, \.covered)
            ? Text("计入，没有打卡，没有保存请假记录：无法判断", "counted, no check-in, and no leave was kept: unknown")
            : Text("计入，没有保存打卡记录：无法判断", "counted, but no check-ins were kept: unknown")
    }

    private func leaveText(_ leave: Leave, _ day: Day, _ evaluation: Evaluation) -> Text {
        let (id, type) = (evaluation.text(leave.id), evaluation.text(leave.type))
        let half =
            leave.half(on: day).map {
                $0 == .morning ? Text("，上午", ", in the morning") : Text("，下午", ", in the afternoon")
            } ?? Text("", "")
        let late =
            leave.daysLate > 0
            ? Text("，开始 \(leave.daysLate) 天后补批", ", approved \(leave.daysLate) days after it began") : Text("", "")
        return Text("请假 \(id)（\(type)，已批准\(half.zh)\(late.zh)）", "approved leave \(id) (\(type)\(half.en)\(late.en))")
    }

    private func notPosted(_ subject: Subject, _ day: Day, _ ask: Case<Attendance>) -> Text {
        let evaluation = ask.evaluation
        let postings = evaluation.world.cadres[subject.index].postings.map { evaluation.world.postings[$0] }
        if let posting = postings.first(where: { $0.days.contains(day) }) {
            if let from = evaluation.policy.recordsFrom, day < from {
                return Text("不计入：\(from) 起才保存记录", "not counted: records were kept from \(from)")
            }
            let role = ask.words.title(evaluation.symbols.text(posting.role), in: "role")
            return evaluation.judges(posting)
                ? Text(
                    "不计入：这一天的派驻（\(role.zh)）不在这一条的对象之内",
                    "not counted: the rule is not about this day's posting (\(role.en))")
                : Text("不计入：这一天的派驻由别的政策配置判断", "not counted: another profile judges this day's posting")
        }
        if let first = postings.first, day < first.days.first {
            return Text(
                "不计入：派驻前（\(first.days.first) 起派驻）", "not counted: before the posting (from \(first.days.first))")
        }
        return Text("不计入：不在派驻期内", "not counted: outside the postings")
    }

    /// What each check-in that could prove the day proves, aspect by aspect.
    private func checkInDetails(on day: Day, _ subject: Subject, _ checkIns: [CheckIn], _ ask: Case<Attendance>)
        -> [Explanation]
    {
        let presences = ask.rule.evidence.parts.compactMap(ask.ledger.presence)
        return checkIns.compactMap { checkIn in
            let aspects = ask.rule.evidence.aspects.filter {
                $0.window.day(of: checkIn.moment) == day && $0.name != Late.aspect
            }
            let own = presences.first { $0.evidence.sources.contains(checkIn.source) } ?? presences.first
            guard let presence = own else { return nil }
            guard !aspects.isEmpty else { return nil }
            let titles = aspects.map { ask.words.title($0.name, in: "aspect") }
            let source = ask.words.title(checkIn.source, in: "source")
            let proof = presence.proof(checkIn, of: subject.index, on: day).text
            return Explanation(
                Text(
                    "\(checkIn.moment)（\(source.zh)，\(titles.map(\.zh).joined(separator: "、"))）：\(proof.zh)",
                    "\(checkIn.moment) (\(source.en), \(titles.map(\.en).joined(separator: ", "))): \(proof.en)"))
        }
    }
}

extension Evaluation {
    fileprivate func text(_ symbol: Symbol?) -> String { symbol.map(symbols.text) ?? "" }
}

extension Proof {
    var text: Text {
        switch self {
        case .valid: Text("有效", "valid")
        case .notEvidence: Text("无效：这种来源不算数", "not valid: this source does not count")
        case .noPosting: Text("无效：当天没有派驻", "not valid: no posting that day")
        case .noPlace: Text("无效：没有定位", "not valid: it has no place")
        case .villageWithoutPlace: Text("无法核对：村没有经纬度", "cannot be checked: the village has no coordinates")
        case .inaccurate(let metres): Text("无效：定位误差 \(metres) 米", "not valid: accuracy \(metres) m")
        case .outside(let metres): Text("无效：在围栏外 \(metres) 米", "not valid: outside the fence by \(metres) m")
        }
    }
}

extension Day {
    fileprivate var weekdayName: Text {
        let names = [
            ("周一", "Mon"), ("周二", "Tue"), ("周三", "Wed"), ("周四", "Thu"), ("周五", "Fri"), ("周六", "Sat"), ("周日", "Sun"),
        ]
        let name = names[(weekday - 1) % 7]
        return Text(name.0, name.1)
    }
}

extension ExplainedDay.Mark {
    fileprivate static let onPost = Self(Text("岗", "P"), Text("在岗", "on post"))
    fileprivate static let errand = Self(Text("公", "E"), Text("请假但计在岗（公出、培训等）", "on leave that counts as on post"))
    fileprivate static let absent = Self(Text("缺", "A"), Text("不在岗", "not on post"))
    fileprivate static let excused = Self(Text("因", "X"), Text("缺勤有理由", "absent, excused"))
    fileprivate static let leave = Self(Text("假", "L"), Text("请假，不计", "on leave, not counted"))
    fileprivate static let holiday = Self(Text("休", "H"), Text("法定节假日，不计", "public holiday, not counted"))
    fileprivate static let notPosted = Self(Text("－", "-"), Text("不计入", "not counted"))
    fileprivate static let unknown = Self(Text("？", "?"), Text("记录不全，无法判断", "records missing, unknown"))
    fileprivate static let ahead = Self(Text("…", "…"), Text("还没有过完", "not over yet"))
    fileprivate static let night = Self(Text("夜", "n"), Text("夜间在村", "night in the village"))
    fileprivate static let noNight = Self(Text("　", " "), Text("", ""))
}

internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

extension Attendance {
    /// Every day of the unit: whether it counts, whether the cadre was there, and by what or why not.
    public func explain(_ subject: Subject, _ ask: Case<Attendance>) throws -> [Explanation] {
        guard subject.kind == .cadre, let range = ask.ledger.axis.indices(ask.unit.days) else { return [] }
        let days = try AttendanceBook.of(ask).days(of: subject.index)
        let checkIns = (ask.ledger.checkIns[subject.index] ?? []).sorted()
        return try range.map { index in
            let day = ask.ledger.axis.day(index)
            let status = try status(of: index, day, subject, days, checkIns, ask)
            return Explanation(Text("\(day) \(day.weekdayName.zh)　\(status.text.zh)", "\(day) \(day.weekdayName.en): \(status.text.en)"), status.details)
        }
    }

    private func status(
        of index: Int, _ day: Day, _ subject: Subject, _ days: CadreDays, _ checkIns: [CheckIn], _ ask: Case<Attendance>
    ) throws -> (text: Text, details: [Explanation]) {
        let evaluation = ask.evaluation
        guard days.contains(index, \.posted) else { return (notPosted(subject, day, evaluation), []) }
        if days.contains(index, \.holidays) {
            let name = evaluation.calendar.name(on: day) ?? ""
            return (Text("不计入：法定节假日（\(name)）", "not counted: public holiday (\(name))"), [])
        }
        let leave = try AttendanceBook.of(ask).leave(of: subject.index).first { $0.days.contains(day) }
        let (id, type) = (evaluation.text(leave?.id), evaluation.text(leave?.type))
        if leave?.effect == .excluded, !days.contains(index, \.countable) {
            return (Text("不计入：请假 \(id)（\(type)，已批准）", "not counted: approved leave \(id) (\(type))"), [])
        }
        guard days.contains(index, \.covered) else { return (Text("计入，没有保存打卡记录：无法判断", "counted, but no check-ins were kept: unknown"), []) }
        let details = checkInDetails(on: day, subject, checkIns, ask)
        let night = days.contains(index, \.nights) ? Text("，夜间在村", ", night in the village") : Text("，夜间不在村", ", night not in the village")
        let nightText = ask.rule.nights == nil ? Text("", "") : night
        if days.contains(index, \.present) {
            let by = leave?.effect == .present ? Text("（请假 \(id)，\(type)，计在岗）", " (leave \(id), counts as on post)") : Text("", "")
            return (Text("计入，在岗\(by.zh)\(nightText.zh)", "counted, on post\(by.en)\(nightText.en)"), details)
        }
        if leave?.effect == .excused {
            return (Text("计入，缺勤有理由：请假 \(id)（\(type)）", "counted, absent but excused: leave \(id) (\(type))"), details)
        }
        let none = details.isEmpty ? Text("，没有打卡", ", no check-in") : Text("，打卡不足或无效", ", check-ins missing or not valid")
        return (Text("计入，不在岗\(none.zh)\(nightText.zh)", "counted, not on post\(none.en)\(nightText.en)"), details)
    }

    private func notPosted(_ subject: Subject, _ day: Day, _ evaluation: Evaluation) -> Text {
        let postings = evaluation.world.cadres[subject.index].postings.map { evaluation.world.postings[$0] }
        if let first = postings.first, day < first.days.first {
            return Text("不计入：派驻前（\(first.days.first) 起派驻）", "not counted: before the posting (from \(first.days.first))")
        }
        return Text("不计入：不在派驻期内", "not counted: outside the postings")
    }

    /// What each check-in that could prove the day proves, aspect by aspect.
    private func checkInDetails(on day: Day, _ subject: Subject, _ checkIns: [CheckIn], _ ask: Case<Attendance>) -> [Explanation] {
        guard let presence = ask.ledger.presence(ask.rule.evidence) else { return [] }
        return checkIns.compactMap { checkIn in
            let aspects = ask.rule.evidence.aspects.filter { $0.window.day(of: checkIn.moment) == day }
            guard !aspects.isEmpty else { return nil }
            let titles = aspects.map { ask.words.title($0.name, in: "aspect") }
            let source = ask.words.title(checkIn.source, in: "source")
            let proof = presence.proof(checkIn, of: subject.index, on: day).text
            return Explanation(Text(
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
        let names = [("周一", "Mon"), ("周二", "Tue"), ("周三", "Wed"), ("周四", "Thu"), ("周五", "Fri"), ("周六", "Sat"), ("周日", "Sun")]
        let name = names[(weekday - 1) % 7]
        return Text(name.0, name.1)
    }
}

internal import CivilTime

/// The leaves of a cadre: ordinary ones, or the one that is unusual.
struct LeavePlanner {
    let span: SampleSpan
    let world: SampleWorld

    func leaves(_ cadre: Int, _ unusual: AwkwardCase?, _ day: Day, _ level: String, _ postings: [SamplePosting])
        -> [SampleLeave]
    {
        var approvals = RandomNumbers(seed: world.seed, .approvals, cadre)
        if let unusual { return self.unusual(unusual, day).map { [dated($0, late: false, &approvals)] } ?? [] }
        guard let posted = postings.first?.days.intersection(span.asked) else { return [] }
        var random = RandomNumbers(seed: world.seed, .leaves, cadre)
        var leaves: [SampleLeave] = []
        var first = posted.first.advanced(by: random.number(5...90))
        while first.advanced(by: 8) <= posted.last {
            let leave = ordinary(first, level, atMost: posted.last - first + 1, &random)
            let known = leave.days.last.advanced(by: 7) > span.asked.last ? requested(leave) : leave
            leaves.append(dated(known, late: approvals.chance(percent: 10), &approvals))
            first = leave.days.last.advanced(by: random.number(25...120))
        }
        return leaves
    }

    private func ordinary(_ first: Day, _ level: String, atMost most: Int, _ random: inout RandomNumbers) -> SampleLeave
    {
        let type: String
        var length: Int
        switch random.number(0...99) {
        case ..<27: (type, length) = (SampleWords.Leave.personal, random.number(1...3))
        case ..<32: (type, length) = (SampleWords.Leave.personal, random.number(8...12))
        case ..<35: (type, length) = (SampleWords.Leave.personal, random.number(16...18))
        case ..<50: (type, length) = (SampleWords.Leave.sick, random.number(2...6))
        case ..<65: (type, length) = (SampleWords.Leave.annual, random.number(3...8))
        case ..<85: (type, length) = (SampleWords.Leave.officialTrip, random.number(1...3))
        default: (type, length) = (SampleWords.Leave.training, random.number(2...5))
        }
        length = min(length, most)
        var leave = leave(type, first, length, approvers: LeavePlanner.approvers(length, level))
        switch random.number(0...99) {
        case ..<3: leave.approvers = [SampleWords.Office.sendingUnit]
        case ..<6:
            leave.status = SampleWords.LeaveStatus.rejected
            leave.approvers = []
            leave.returned = nil
        case ..<12 where length > 2: leave.returned = first.advanced(by: length - 1)
        case ..<20:
            leave.status = SampleWords.LeaveStatus.approved
            leave.returned = nil
        default: break
        }
        return leave
    }

    /// Asked for some days before, and approved before it begins unless late.
    private func dated(_ leave: SampleLeave, late: Bool, _ random: inout RandomNumbers) -> SampleLeave {
        var leave = leave
        let isApproved =
            leave.status == SampleWords.LeaveStatus.approved || leave.status == SampleWords.LeaveStatus.closed
        let approved = leave.days.first.advanced(by: late ? random.number(1...2) : -random.number(0...3))
        leave.requestedOn = min(approved, leave.days.first).advanced(by: -random.number(0...2))
        leave.approvedOn = isApproved ? approved : nil
        return leave
    }

    /// At the end of the sample nobody has decided yet.
    private func requested(_ leave: SampleLeave) -> SampleLeave {
        SampleLeave(type: leave.type, days: leave.days, status: SampleWords.LeaveStatus.requested)
    }

    private func unusual(_ unusual: AwkwardCase, _ day: Day) -> SampleLeave? {
        typealias Leave = SampleWords.Leave
        typealias Office = SampleWords.Office
        switch unusual {
        case .leaveAcrossMonths: return leave(Leave.personal, day, 6, approvers: [Office.township])
        case .leaveReturnedEarly:
            var early = leave(Leave.personal, day, 10, approvers: [Office.countyOffice])
            early.returned = day.advanced(by: 4)
            return early
        case .rejectedLeave:
            return SampleLeave(type: Leave.personal, days: days(day, 3), status: SampleWords.LeaveStatus.rejected)
        case .cancelledLeave:
            return SampleLeave(
                type: Leave.annual, days: days(day, 5), status: SampleWords.LeaveStatus.cancelled,
                approvers: [Office.township])
        case .mediumLeaveRightApprover: return leave(Leave.personal, day, 10, approvers: [Office.countyOffice])
        case .mediumLeaveWrongApprover: return leave(Leave.personal, day, 9, approvers: [Office.township])
        case .longLeaveRightApprovers:
            return leave(Leave.personal, day, 20, approvers: [Office.cityOffice, Office.sendingUnit])
        case .longLeaveWrongApprover: return leave(Leave.personal, day, 18, approvers: [Office.countyOffice])
        case .officialTrip: return leave(Leave.officialTrip, day, 4, approvers: [Office.township])
        case .training: return leave(Leave.training, day, 5, approvers: [Office.township])
        default: return nil
        }
    }

    /// A leave that was approved, taken and closed on the day after it.
    private func leave(_ type: String, _ first: Day, _ length: Int, approvers: [String]) -> SampleLeave {
        SampleLeave(type: type, days: days(first, length), approvers: approvers, returned: first.advanced(by: length))
    }

    private func days(_ first: Day, _ length: Int) -> DayRange {
        DayRange(first, first.advanced(by: length - 1)) ?? DayRange(first)
    }

    /// Who must approve under 厅字〔2018〕34号 第九条（二）.
    static func approvers(_ length: Int, _ level: String) -> [String] {
        if length <= 7 { return [SampleWords.Office.township] }
        if length <= 15 { return [SampleWords.Office.countyOffice] }
        return [
            level == SampleWords.Level.county ? SampleWords.Office.countyOffice : SampleWords.Office.cityOffice,
            SampleWords.Office.sendingUnit,
        ]
    }
}

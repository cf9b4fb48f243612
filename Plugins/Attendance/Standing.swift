internal import PolicyYAML
internal import ZhucunKernel

/// How a cadre stands in a unit, for days and for nights: reached, still to be reached, or out of reach.
struct Standing {
    private var days: Progress
    private let nights: Progress?

    struct Progress {
        let asked: Int
        var known: Int
        /// With all of which nothing is known, or which are still to come.
        var possible: Int

        var isReached: Bool { known >= asked }
        var isOutOfReach: Bool { possible < asked }

        /// `unit`: of what, such as 天 and days.
        func reason(_ title: Text, _ unit: Text) -> Reason {
            if isReached {
                return Reason(.reached, ["what": .title(title), "known": .count(known), "asked": .count(asked)])
            }
            if isOutOfReach {
                return Reason(.outOfReach, ["what": .title(title), "most": .count(possible), "asked": .count(asked)])
            }
            return Reason(
                .toBeReached,
                [
                    "what": .title(title), "left": .count(asked - known), "unit": .title(unit), "known": .count(known),
                    "asked": .count(asked),
                ])
        }
    }

    init(_ tally: Tally, _ rule: AttendanceRule, fromNights: Bool) throws {
        days = Progress(
            asked: try rule.days.asked(of: tally.countable, lost: tally.lost), known: tally.onPost,
            possible: tally.onPost + tally.open)
        nights =
            try fromNights
            ? nil
            : rule.nights.map { nights in
                Progress(
                    asked: try nights.asked(of: tally.countable, lost: tally.lost), known: tally.nights,
                    possible: tally.nights + tally.openNights)
            }
    }

    /// Whether enough days are reached.
    var hasDays: Bool { days.isReached }

    /// With days that were made up.
    func adding(_ made: DayCount) -> Standing {
        var standing = self
        standing.days.known += made.low
        standing.days.possible += made.high
        return standing
    }

    var asksNothing: Bool { days.asked == 0 && (nights?.asked ?? 0) == 0 }

    /// Nil while it is not decided.
    var verdict: Verdict? {
        if days.isOutOfReach || nights?.isOutOfReach == true { return .breached }
        return days.isReached && nights?.isReached ?? true ? .met : nil
    }

    var reasons: [Reason] {
        [days.reason(Text("在岗天数", "days on post"), Text("天", "days"))]
            + (nights.map { [$0.reason(Text("驻村夜数", "nights"), Text("夜", "nights"))] } ?? [])
    }
}

extension Tally {
    /// Whether anything is not known.
    var isOpen: Bool { open > 0 || openNights > 0 }

    /// Of what sources disagree, which is never against the cadre, and what being late came to.
    func doubts(_ rule: AttendanceRule) -> [Reason] {
        let absences = rule.late?.absences(late) ?? 0
        return (disputed > 0 ? [Reason(.sourcesDisagree, ["days": .count(disputed)])] : [])
            + (mismatched > 0 ? [Reason(.sourcesMismatch, ["days": .count(mismatched)])] : [])
            + (absences > 0 ? [Reason(.lateAsAbsence, ["late": .count(late), "days": .count(absences)])] : [])
    }

    /// What was not kept.
    var gaps: [Reason] {
        var gaps: [Reason] = []
        let uncovered = open - openUnlessOnLeave
        if uncovered > 0 {
            gaps.append(Reason(.daysNotKept, ["days": .count(uncovered)]))
        } else if open == 0 {
            gaps.append(Reason(.nightsNotKept, ["nights": .count(openNights)]))
        }
        if unreported > 0 { gaps.append(Reason(.unreported, ["days": .count(unreported)])) }
        if openLeaveless > 0 { gaps.append(Reason(.leaveNotKept, ["days": .count(openLeaveless)])) }
        return gaps
    }
}

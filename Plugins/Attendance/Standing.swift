internal import PolicyYAML
internal import ZhucunKernel

/// How a cadre stands in a unit, for days and for nights: reached, still to be reached, or out of reach.
struct Standing {
    private let days: Progress
    private let nights: Progress?

    struct Progress {
        let asked: Int
        let known: Int
        /// With all of which nothing is known, or which are still to come.
        let possible: Int

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

    /// Of what sources disagree, which is never against the cadre.
    var doubts: [Reason] { disputed > 0 ? [Reason(.sourcesDisagree, ["days": .count(disputed)])] : [] }

    /// What was not kept.
    var gaps: [Reason] {
        var gaps: [Reason] = []
        if open > openLeaveless {
            gaps.append(Reason(.daysNotKept, ["days": .count(open)]))
        } else if open == 0 {
            gaps.append(Reason(.nightsNotKept, ["nights": .count(openNights)]))
        }
        if unreported > 0 { gaps.append(Reason(.unreported, ["days": .count(unreported)])) }
        if openLeaveless > 0 { gaps.append(Reason(.leaveNotKept, ["days": .count(openLeaveless)])) }
        return gaps
    }
}

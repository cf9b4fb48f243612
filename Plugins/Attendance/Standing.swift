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
        func text(_ title: Text, _ unit: Text) -> Text {
            if isReached {
                return Text("\(title.zh)已达到（\(known)，要求 \(asked)）", "\(title.en) reached (\(known) of \(asked))")
            }
            if isOutOfReach {
                return Text("\(title.zh)已无法达到（至多 \(possible)，要求 \(asked)）", "\(title.en) out of reach (\(possible) at most, \(asked) asked)")
            }
            return Text("\(title.zh)还差 \(asked - known) \(unit.zh)（\(known)，要求 \(asked)）", "\(asked - known) \(unit.en) still to be reached (\(known) of \(asked))")
        }
    }

    init(_ tally: Tally, _ rule: AttendanceRule, fromNights: Bool) throws {
        days = Progress(asked: try rule.days.asked(of: tally.countable, lost: tally.lost), known: tally.onPost, possible: tally.onPost + tally.open)
        nights = try fromNights ? nil : rule.nights.map { nights in
            Progress(asked: try nights.asked(of: tally.countable, lost: tally.lost), known: tally.nights, possible: tally.nights + tally.openNights)
        }
    }

    var asksNothing: Bool { days.asked == 0 && (nights?.asked ?? 0) == 0 }

    /// Nil while it is not decided.
    var verdict: Verdict? {
        if days.isOutOfReach || nights?.isOutOfReach == true { return .breached }
        return days.isReached && nights?.isReached ?? true ? .met : nil
    }

    var reasons: [Text] {
        [days.text(Text("在岗天数", "days on post"), Text("天", "days"))]
            + (nights.map { [$0.text(Text("驻村夜数", "nights"), Text("夜", "nights"))] } ?? [])
    }
}

extension Tally {
    /// Whether anything is not known.
    var isOpen: Bool { open > 0 || openNights > 0 }

    /// Of what sources disagree, which is never against the cadre.
    var doubts: [Text] {
        guard disputed > 0 else { return [] }
        return [Text("有 \(disputed) 天来源不一致：有登记，打卡却都在围栏外，请核对", "on \(disputed) days sources disagree, to be checked: registered, but every check-in outside the fence")]
    }

    /// What was not kept.
    var gaps: [Text] {
        var gaps: [Text] = []
        if open > openLeaveless {
            gaps.append(Text("有 \(open) 天没有保存打卡记录", "for \(open) days no check-ins were kept"))
        } else if open == 0 {
            gaps.append(Text("有 \(openNights) 夜没有保存打卡记录", "for \(openNights) nights no check-ins were kept"))
        }
        if unreported > 0 {
            gaps.append(Text("其中 \(unreported) 天所在的月份全队没有上报（未报）", "of these \(unreported) days in months in which the whole team handed in nothing"))
        }
        if openLeaveless > 0 {
            gaps.append(Text("有 \(openLeaveless) 天没有保存请假记录，可能在请假", "for \(openLeaveless) days no leave was kept: they may be days of leave"))
        }
        return gaps
    }
}

internal import ZhucunKernel

extension ReasonCode {
    static let noCountableDay = ReasonCode("attendance.no-countable-day", "没有应计天数", "no countable day")
    static let nothingAsked = ReasonCode(
        "attendance.nothing-asked", "应计天数太少，不作要求", "too few days count for anything to be asked")
    static let freedInMonth = ReasonCode("attendance.freed", "本月免除", "freed in this month")

    // `what`: days or nights; `known` of `asked`.
    static let reached = ReasonCode(
        "attendance.reached", "{what}已达到（{known}，要求 {asked}）", "{what} reached ({known} of {asked})")
    static let outOfReach = ReasonCode(
        "attendance.out-of-reach", "{what}已无法达到（至多 {most}，要求 {asked}）",
        "{what} out of reach ({most} at most, {asked} asked)")
    static let toBeReached = ReasonCode(
        "attendance.to-be-reached", "{what}还差 {left} {unit}（{known}，要求 {asked}）",
        "{left} {unit} still to be reached ({known} of {asked})")

    static let madeUp = ReasonCode(
        "attendance.made-up", "已补足 {days} 天（{until} 前）", "{days} {days|day|days} made up (until {until})")
    static let canBeMadeUp = ReasonCode(
        "attendance.can-be-made-up", "{until} 前可以补足", "can be made up until {until}")
    static let groupUnknown = ReasonCode(
        "attendance.group-unknown", "不知道是否属于{group}", "whether the cadre is one of {group} is not known")
    // Of a team, the first such day.
    static let tooFewThere = ReasonCode(
        "attendance.too-few-there", "有 {days} 天在村人数不足，如 {day} 至多 {present} 人（要求 {asked} 人）",
        "too few there on {days} {days|day|days}: on {day} {present} at most ({asked} asked)")
    static let lateAsAbsence = ReasonCode(
        "attendance.late-as-absence", "迟到 {late} 天，按规定折算缺勤 {days} 天",
        "late on {late} days, which count as {days} of absence")

    static let sourcesMismatch = ReasonCode(
        "attendance.sources-mismatch", "有 {days} 天各来源不一致（有的有、有的没有），请核对",
        "on {days} days some sources have it and others do not, to be checked")
    static let sourcesDisagree = ReasonCode(
        "attendance.sources-disagree", "有 {days} 天来源不一致：有登记，打卡却都在围栏外，请核对",
        "on {days} days sources disagree, to be checked: registered, but every check-in outside the fence")
    static let daysNotKept = ReasonCode(
        "attendance.days-not-kept", "有 {days} 天没有保存打卡记录", "for {days} days no check-ins were kept")
    static let nightsNotKept = ReasonCode(
        "attendance.nights-not-kept", "有 {nights} 夜没有保存打卡记录", "for {nights} nights no check-ins were kept")
    static let unreported = ReasonCode(
        "attendance.unreported", "其中 {days} 天所在的月份全队没有上报（未报）",
        "of these {days} days in months in which the whole team handed in nothing")
    static let leaveNotKept = ReasonCode(
        "attendance.leave-not-kept", "有 {days} 天没有保存请假记录，可能在请假",
        "for {days} days no leave was kept: they may be days of leave")
}

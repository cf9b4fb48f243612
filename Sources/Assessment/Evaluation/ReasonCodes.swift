extension ReasonCode {
    /// An exact number that does not fit into what numbers are kept in.
    public static let numbersTooLarge = ReasonCode(
        "numbers-too-large", "数字太大，无法精确计算", "the numbers are too large to compute exactly")
    /// `until`: the last day of a unit that is not over.
    public static let notOver = ReasonCode("not-over", "尚未结束（{until}）", "not over before {until}")
    /// `due`: the last day on which it is in time.
    public static let notDue = ReasonCode("not-due", "尚未到期（{due}）", "not due before {due}")
    /// `from`: the first day of a unit that has not begun.
    static let notBegun = ReasonCode("not-begun", "尚未开始（{from}）", "not begun before {from}")
    /// A posting that covers a unit only in part.
    public static let notWholePosted = ReasonCode(
        "posting-covers-part", "派驻没有覆盖整个时间单位", "the posting does not cover the whole unit")
    /// `fields`: what a record does not say of the subject.
    static let selectionUnknown = ReasonCode(
        "selection-unknown", "没有写明{fields}，不知道是否适用", "whether it applies is not known: {fields} not given")
    /// `module`, `fault`, `at`: what a module did wrong, and the provision's place.
    static let moduleFault = ReasonCode(
        "module-fault", "模块“{module}”{fault}（{at}）", "the module '{module}' {fault} ({at})")

    /// `records`: a kind of which none were kept in the days concerned.
    static let noneKept = ReasonCode("records.none-kept", "没有保存{records}", "no {records} were kept")
    static let someNotKept = ReasonCode(
        "records.some-not-kept", "有的日子没有保存{records}", "no {records} were kept on some days")
    /// `count`: how many facts are told in several ways.
    static let disagreeing = ReasonCode(
        "records.disagreeing", "有 {count} 件事的记录互相不一致", "{count} are told in ways that disagree")
    /// `count`: how many records do not say whether they count.
    static let countUnknown = ReasonCode(
        "records.count-unknown", "有 {count} 条不知道是否算", "of {count} it is not known whether they count")

    /// Of tests of conditions: `test` what was looked at, `found`, `asked` by the profile, `holds`.
    static let measureTested = ReasonCode(
        "condition.measure", "{within}{test} {found}{asked|holds}", "{test} {within} {found}{asked|holds}")
    /// `times`: of so many units one after another.
    static let measureRunning = ReasonCode(
        "condition.measure-running", "{within}{test} {found}，连续 {times} 次{asked|holds}",
        "{test} {within} {found}, {times} times running{asked|holds}")
    /// `because`: what was found of the provision itself.
    static let outcomeTested = ReasonCode("condition.outcome", "{test}：{because}", "{test}: {because}")
    static let unitsMissing = ReasonCode(
        "condition.no-whole-unit", "{test}：本期内没有完整的时间单位，无法判断", "{test}: no whole unit in the period: unknown")
    static let recordsCounted = ReasonCode(
        "condition.count", "{within}{test} {found} 次{asked|holds}", "{found} {test} {within}{asked|holds}")
    static let recordsSummed = ReasonCode(
        "condition.sum", "{within}{test}的{of}合计 {found}{asked|holds}",
        "{of} of {test} {within}: {found} in all{asked|holds}")
    // The same where `doubt` says why the number is not known exactly.
    static let recordsCountedInDoubt = ReasonCode(
        "condition.count-in-doubt", "{within}{test} {found} 次，{doubt}{asked|holds}",
        "{found} {test} {within}, {doubt}{asked|holds}")
    static let recordsSummedInDoubt = ReasonCode(
        "condition.sum-in-doubt", "{within}{test}的{of}合计 {found}，{doubt}{asked|holds}",
        "{of} of {test} {within}: {found} in all, {doubt}{asked|holds}")
    static let countedRunning = ReasonCode(
        "condition.running", "连续 {times} 期（{units}）", "{times} units running ({units})")
    static let numbersCompared = ReasonCode(
        "condition.compared", "{test} {found}{asked|holds}", "{test} {found}{asked|holds}")
    static let fieldTested = ReasonCode("condition.field", "{test} {found}{asked|holds}", "{test} {found}{asked|holds}")
    static let testNotKept = ReasonCode(
        "condition.not-kept", "{within}{doubt}（{file}）", "{doubt} {within} ({file})")

    static let onlyEncouraged = ReasonCode(
        "strength.encouraged", "文件只是鼓励，没有做到不算不符合", "only encouraged: nobody falls short of it")
    static let departureExcused = ReasonCode(
        "strength.departure-excused", "原则上的要求，已记明理由", "required in principle, and a reason is recorded")
    static let notAttested = ReasonCode("attested.by-nobody", "还没有人核查", "nobody has attested it")
    static let attestedDisagreeing = ReasonCode(
        "attested.disagreeing", "同一天的核查结论不一致", "attestations of one day disagree")
    /// `by`: the office.
    static let attestedBy = ReasonCode("attested.by", "{by}核查", "attested by {by}")
}

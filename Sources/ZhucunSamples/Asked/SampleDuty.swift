internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// What a duty asks to be recorded in each unit of time, read from the policy, so that a sample fits any profile.
struct SampleDuty {
    let filter: SampleFilter
    let ask: SampleAsk
    private let per: TimeUnit?
    /// The days of its only judgement.
    private let once: DayRange?
    let every: TimeUnit?
    private let daysLater: Int?
    private let dueDay: Int?
    private let dueMonth: Int?
    private let monthsLater: Int

    /// Nil for provisions that no such record carries out.
    init?(_ provision: Provision) {
        guard provision.per != nil || provision.once != nil,
            let ask = SampleAsk(provision.node["records"], provision.node)
        else { return nil }
        per = provision.per
        once = provision.once
        self.ask = ask
        filter = SampleFilter(provision)
        // As many as a measure says, which is of days.
        every =
            provision.node["as_many_as"] == nil
            ? provision.node["every"]?.text.flatMap { TimeUnit(rawValue: $0) } : .day
        let number = { (key: String) in provision.node["due"]?[key]?.text.flatMap { Int($0) } }
        daysLater = number("days_later")
        dueDay = number("day")
        dueMonth = number("month")
        monthsLater = number("months_later") ?? 0
    }

    /// The units of some days in which it is asked.
    func units(in days: DayRange) -> [Period] {
        per.map { days.units($0) } ?? once.map { [Period($0)] } ?? []
    }

    /// The days on which it is in time for a part of a unit, in a sample of some days.
    func days(_ part: Period, of unit: Period, _ asked: DayRange) -> DayRange? {
        guard let days = part.days.intersection(asked) else { return nil }
        guard dueDay != nil else { return days }
        let last = lastDay(unit)
        return DayRange(last > unit.last ? unit.last.advanced(by: 1) : days.first, last)
    }

    private func lastDay(_ unit: Period) -> Day {
        if let daysLater { return unit.last.advanced(by: daysLater) }
        guard let dueDay else { return unit.last }
        let months = unit.first.year * 12 + (dueMonth ?? unit.first.month) - 1 + monthsLater
        let (year, month) = (months / 12, months % 12 + 1)
        return Day(year: year, month: month, day: min(dueDay, Day.daysInMonth(year: year, month: month))) ?? unit.last
    }
}

/// What only a person attests.
struct SampleCheck {
    let item: String
    let filter: SampleFilter
    let per: TimeUnit?
    let by: String

    init?(_ provision: Provision) {
        guard provision.node["question"] != nil else { return nil }
        item = provision.key.id
        filter = SampleFilter(provision)
        per = provision.per
        by = provision.node["by"]?.texts.first ?? ""
    }
}

/// What is to be done within so many days of a day in the subject's own record.
struct SampleDeadline {
    let filter: SampleFilter
    let ask: SampleAsk
    let from: String
    let within: Int

    init?(_ provision: Provision) {
        guard let from = provision.node["from"]?["field"]?.text,
            let ask = SampleAsk(provision.node["to"]?["record"], provision.node),
            let within = provision.node["within"]?.text.flatMap({ Quantity($0) })
        else { return nil }
        self.from = from
        self.ask = ask
        self.within = Int(within.value.numerator)
        filter = SampleFilter(provision)
    }
}

/// What raters score.
struct SampleDimension {
    var filter: SampleFilter
    let name: String
    let per: TimeUnit

    /// Those of a rule that scores.
    static func all(_ provision: Provision) -> [SampleDimension] {
        guard let per = provision.per else { return [] }
        return (provision.node["dimensions"]?.entries ?? []).compactMap { entry in
            entry.value["scores"]?.text.map { SampleDimension(filter: SampleFilter(provision), name: $0, per: per) }
        }
    }
}

internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// What a provision asks to be recorded, as far as a sample needs to know: read from the policy, so that a sample fits any profile.
struct SampleDuty {
    let subject: String
    /// Field and accepted values of the subjects that it is about.
    let filter: [String: [String]]
    let per: TimeUnit
    let every: TimeUnit?
    let times: Int
    let kind: String
    let hours: String
    let days: String
    let level: String
    /// For duties that ask for several different ones.
    let topics: [String]
    let dueDay: Int?
    let dueMonth: Int?
    let monthsLater: Int

    /// Nil for provisions that no activity carries out.
    init?(_ provision: Provision) {
        guard let records = provision.node["records"]?["activity"],
            let kind = records["kind"].flatMap(SampleDuty.first), let per = provision.per
        else { return nil }
        self.per = per
        self.kind = kind
        (subject, filter) = SampleDuty.subjects(of: provision)
        // As many as a measure says, which is of days.
        every =
            provision.node["as_many_as"] == nil
            ? provision.node["every"]?.text.flatMap { TimeUnit(rawValue: $0) } : .day
        times = provision.node["at_least"]?.text.flatMap { Quantity($0) }.map { Int($0.value.numerator) } ?? 1
        let total = provision.node["total"]?.entries?.first
        let least = { (column: String) in
            let node = records[column]?["at_least"] ?? (total?.key.text == column ? total?.value : nil)
            return node?.text.flatMap { Quantity($0) }.map { "\($0.value.numerator)" } ?? ""
        }
        hours = least("hours")
        days = least("days")
        level = records["level"].flatMap(SampleDuty.first) ?? ""
        topics =
            records["topic"]?.items?.compactMap(\.text)
            ?? (provision.node["distinct"] == nil ? [] : (1...times).map { "\($0)" })
        let number = { (key: String) in provision.node["due"]?[key]?.text.flatMap { Int($0) } }
        dueDay = number("day")
        dueMonth = number("month")
        monthsLater = number("months_later") ?? 0
    }

    private static func first(_ node: Node) -> String? { node.text ?? node.items?.first?.text }

    static func subjects(of provision: Provision) -> (kind: String, filter: [String: [String]]) {
        let entries = provision.node["for"]?.entries?.first?.value.entries ?? []
        let fields = entries.compactMap { entry -> (String, [String])? in
            guard let key = entry.key.text else { return nil }
            let values = entry.value.items?.compactMap(\.text) ?? entry.value.text.map { [$0] } ?? []
            return values.isEmpty ? nil : (key, values)
        }
        return (provision.subject.rawValue, Dictionary(fields, uniquingKeysWith: { a, _ in a }))
    }

    /// The last day on which it is in time.
    func lastDay(_ unit: Period) -> Day {
        guard let dueDay else { return unit.last }
        let months = unit.first.year * 12 + (dueMonth ?? unit.first.month) - 1 + monthsLater
        return Day(year: months / 12, month: months % 12 + 1, day: dueDay) ?? unit.last
    }
}

/// What only a person attests.
struct SampleCheck {
    let item: String
    let subject: String
    let filter: [String: [String]]
    let per: TimeUnit?
    let by: String

    init?(_ provision: Provision) {
        guard provision.node["question"] != nil else { return nil }
        item = provision.key.id
        (subject, filter) = SampleDuty.subjects(of: provision)
        per = provision.per
        by = provision.node["by"].flatMap { $0.text ?? $0.items?.first?.text } ?? ""
    }
}

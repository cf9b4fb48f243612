internal import PolicyYAML
internal import ZhucunKernel

/// Rows that a provision counts: of what kind, how many, and with which of their further columns.
struct SampleAsk {
    /// The kinds of records that are invented to order.
    enum Record: String { case activity, commitment, amount }

    let record: Record
    let kinds: [String]
    /// The kinds are to differ, so each row has the next of them.
    let differsByKind: Bool
    /// Topics of activities, items of lists; each row has the next.
    let names: [String]
    let times: Int
    let level: String
    let hours: String
    let days: String
    /// Somebody is to have done it.
    let namesVisitor: Bool
    /// The least sum of amounts, in yuan.
    let least: Int?
    /// The least share of amounts in what they are a part of, in percent.
    let leastPercent: Int?

    /// How a sum of days or hours is come by.
    private static let parts = 3

    /// `counted`: `{activity: {kind: work_log}}`; `asked`: where it is said how many, how different and how much.
    init?(_ counted: Node?, _ asked: Node) {
        guard let entry = counted?.entries?.first, let record = entry.key.text.flatMap(Record.init),
            let kinds = entry.value["kind"]?.texts, !kinds.isEmpty
        else { return nil }
        self.record = record
        self.kinds = kinds
        let columns = entry.value
        let summed = asked["of"]?.text
        let least = asked["at_least"]?.text.flatMap(SampleAsk.number)
        times =
            switch (summed, record) {
            case (nil, _): least?.whole ?? 1
            case (_?, .activity): SampleAsk.parts
            case (_?, _): 1
            }
        let total = asked["total"]?.entries?.first
        let sum = { (column: String) -> Int? in
            if summed == column { return least.map { ($0.whole + SampleAsk.parts - 1) / SampleAsk.parts } }
            return (columns[column]?["at_least"] ?? (total?.key.text == column ? total?.value : nil))?.text.flatMap(
                SampleAsk.number)?.whole
        }
        let kind = SampleWords.activities[kinds[0]]
        level = columns["level"]?.texts.first ?? kind?.level ?? ""
        hours = sum("hours").map { "\($0)" } ?? ""
        days = sum("days").map { "\($0)" } ?? (hours.isEmpty ? kind.map { "\($0.days)" } : nil) ?? ""
        self.least = record != .amount || asked["over"] != nil ? nil : summed == nil ? sum("amount") : least?.whole
        leastPercent = asked["over"] == nil ? nil : least?.percent
        namesVisitor = columns["named"] != nil || columns["actors"] != nil
        let different = asked["distinct"]?.text
        differsByKind = different == "kind"
        names = SampleAsk.names(
            columns[record == .activity ? "topic" : "item"], isDifferent: different == "topic" || different == "item",
            times)
    }

    private static func names(_ node: Node?, isDifferent: Bool, _ times: Int) -> [String] {
        if let given = node?.texts, !given.isEmpty { return given }
        if isDifferent { return (1...max(1, times)).map { "\($0)" } }
        return node == nil ? [] : [SampleWords.item]
    }

    private static func number(_ text: String) -> (whole: Int, percent: Int)? {
        guard let value = Quantity(text)?.value else { return nil }
        return (Int(value.numerator / value.denominator), Int(value.numerator * 100 / value.denominator))
    }

    /// The kind of a row: what the subject grows, where the kinds are of crops.
    func kind(_ time: Int, of subject: SampleSubject) -> String {
        if differsByKind { return kinds[time % kinds.count] }
        guard kinds.count > 1, let grown = subject.fields["planting"] else { return kinds[0] }
        return kinds.first(where: grown.contains) ?? kinds[0]
    }

    func name(_ time: Int) -> String { names.isEmpty ? "" : names[time % names.count] }
}

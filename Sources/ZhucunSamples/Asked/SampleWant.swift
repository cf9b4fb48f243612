internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// What a condition asks to have been recorded (`must: {count: {commitment: {kind: yearly_plan}}, within: year, at_least: 1}`).
struct SampleWant {
    let filter: SampleFilter
    let ask: SampleAsk
    /// On one of the days of each it is to be done; for the term of a cadre, within it.
    private let spans: [DayRange]
    private let isOfTerm: Bool

    /// Before the sample, and after the begin of a posting, things are done so near to it.
    private static let near = 60
    private static let nearBeginning = 30

    /// For all that `must` asks; of several that are enough, for the first.
    static func all(_ provision: Provision, _ asked: DayRange) -> [SampleWant] {
        guard let must = provision.node["must"] else { return [] }
        return counts(must).compactMap { SampleWant(provision, $0, asked) }
    }

    private static func counts(_ node: Node) -> [Node] {
        if let all = node["all"]?.items { return all.flatMap(counts) }
        if let any = node["any"]?.items { return any.lazy.map(counts).first { !$0.isEmpty } ?? [] }
        return node["count"] == nil && node["sum"] == nil ? [] : [node]
    }

    private init?(_ provision: Provision, _ count: Node, _ asked: DayRange) {
        guard count["at_least"] != nil, let ask = SampleAsk(count["count"] ?? count["sum"], count) else { return nil }
        let first = max(asked.first, provision.appliesFrom ?? asked.first)
        let last = min(asked.last, provision.until ?? asked.last)
        guard let judged = DayRange(first, last) else { return nil }
        self.ask = ask
        var filter = SampleFilter(provision)
        // Rows of a register that there must be first.
        if let entry = provision.node["when"]?["count"]?.entries?.first, let register = entry.key.text,
            let kinds = entry.value["kind"]?.texts
        {
            filter.fields.append((register, kinds))
        }
        self.filter = filter
        let window = count["within"]?.text.flatMap { Window($0) } ?? .unit
        isOfTerm = window == .term
        spans = SampleWant.spans(window, provision.per, judged, asked)
    }

    /// One that lies in the windows of all units that are judged, or one in each unit.
    private static func spans(_ window: Window, _ per: TimeUnit?, _ judged: DayRange, _ asked: DayRange) -> [DayRange] {
        let units = per.map { judged.units($0) } ?? [Period(judged)]
        guard let first = units.first, let last = units.last else { return [] }
        let earliest = window.days(upTo: last, from: nil).first
        let whole = DayRange(max(earliest, asked.first.advanced(by: -near)), min(first.last, asked.last))
        if window != .unit, let whole { return [whole] }
        return units.compactMap { $0.days.intersection(asked) }
    }

    /// The last day on which it may be done first of all: what is wanted soonest is done first, and serves what is wanted later.
    var soonest: Day { spans.first?.last ?? .distantFuture }

    /// When a subject may do it; of a cadre, while posted.
    func days(of subject: SampleSubject, _ asked: DayRange) -> [DayRange] {
        guard let posted = subject.posted else { return spans }
        let last = min(posted.last, asked.last)
        if isOfTerm {
            return DayRange(posted.first, min(last, posted.first.advanced(by: SampleWant.nearBeginning))).map { [$0] }
                ?? []
        }
        return spans.compactMap { span in
            let first = max(span.first, posted.first)
            return DayRange(first, min(last, max(span.last, first.advanced(by: SampleWant.nearBeginning / 3))))
        }
    }
}

extension DayRange {
    /// The units that any of the days is in.
    func units(_ unit: TimeUnit) -> [Period] {
        var units: [Period] = []
        var next: Period? = Period(containing: first, unit: unit)
        while let period = next, period.first <= last {
            units.append(period)
            next = period.next
        }
        return units
    }
}

internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Records that say on which days a subject is what a duty is about: a household's cases, from their identification to their removal.
/// A subject of which there is no such record is so on all days.
struct Holding: Sendable {
    let kind: RecordKind
    let from: String
    let until: String
    let held: Held?

    /// On which days of a unit it must be so.
    enum Held: String, CaseIterable, Sendable {
        case throughout
        case atEnd = "at_end"
        case anyDay = "any_day"

        /// Left out: throughout weeks to two months, at the end of what is longer.
        init(in unit: Period) {
            self = [.quarter, .halfYear, .year].contains(unit.unit) ? .atEnd : .throughout
        }
    }

    /// Whether it is so in a unit.
    func truth(of subject: Subject, in unit: Period, _ ask: Case<Duties>) -> Truth {
        guard let ever = DayRange(.distantPast, .distantFuture) else { return .unknown }
        let rows = ask.rows(of: kind)
        let found = rows.facts(of: subject, in: ever).told
        guard !found.isEmpty else { return .yes }
        let spans = found.map { rows.span(of: $0, from: from, until: until) }
        // What has not begun yet is not so; where the day is only not given, it may be.
        let isOpen = spans.contains(nil) && kind.columns.contains { $0.name == from && $0.empty == .unknown }
        let truth = isHeld(in: unit, spans.compactMap(\.self))
        return truth || !isOpen ? Truth(truth) : .unknown
    }

    private func isHeld(in unit: Period, _ spans: [DayRange]) -> Bool {
        switch held ?? Held(in: unit) {
        case .throughout: unit.days.days.allSatisfy { day in spans.contains { $0.contains(day) } }
        case .atEnd: spans.contains { $0.contains(unit.last) }
        case .anyDay: spans.contains { $0.intersection(unit.days) != nil }
        }
    }
}

extension SettingsReader {
    /// `{record: case, from: identified, until: removed}`.
    mutating func holding() -> Holding? {
        let title = Text(
            "只在这些记录的期间判断，没有记录的一直判断：个案从识别到消除",
            "only over the days of these records, always where there are none: a case from its identification to its removal"
        )
        let read = group("during", title) { reader in
            (
                kind: reader.required("record", .text, Text("哪种记录", "the kind of record"), example: "leave"),
                from: reader.required("from", .text, Text("从哪一列的日子起", "from the day in this column"), example: "from"),
                until: reader.required(
                    "until", .text, Text("到哪一列的日子前一天", "to the eve of the day in this column"), example: "returned"),
                held: reader.optional(
                    "held", .oneOf(Holding.Held.allCases.map(\.rawValue)),
                    Text(
                        "throughout 全程、at_end 期末、any_day 有一天即可；省略时两个月以内为全程，更长的看期末",
                        "throughout, at_end or any_day; left out: throughout up to two months, at_end of what is longer"
                    ),
                    example: "throughout")
            )
        }
        guard let read else { return nil }
        let place = node(of: "during")
        guard let kind = session.kinds[read.kind] else {
            if !session.isDescribing, let node = place?["record"] {
                session.report(.notOneOf(node, read.kind, words: session.kinds.keys.sorted()))
            }
            return nil
        }
        let days = kind.columns.filter { $0.type == .day }.map(\.name)
        for (key, name) in [("from", read.from), ("until", read.until)] where !days.contains(name) {
            if let node = place?[key] { session.report(.notOneOf(node, name, words: days)) }
            return nil
        }
        session.counts(kind)
        return Holding(kind: kind, from: read.from, until: read.until, held: read.held.flatMap(Holding.Held.init))
    }
}

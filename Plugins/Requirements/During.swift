internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// The days over which a subject is judged: a problem from when it was found to when it was closed.
struct During: Sendable {
    let from: String
    let until: String

    /// Whether any of them lies in the unit, since the edition.
    func truth(of subject: Subject, _ ask: Case<Requirements>) -> Truth {
        let evaluation = ask.evaluation
        guard let asked = DayRange(max(ask.unit.first, ask.provision.edition), ask.unit.last) else { return .no }
        let known = { (column: String) in
            evaluation.day(column, of: subject).flatMap { day in evaluation.asOf.map { day > $0 } == true ? nil : day }
        }
        if let end = known(until), end <= asked.first { return .no }
        guard let first = known(from) else { return evaluation.isUnknown(from, of: subject) ? .unknown : .no }
        return Truth(first <= asked.last)
    }
}

extension SettingsReader {
    /// `{from: found, until: closed}`.
    mutating func during() -> During? {
        let read = group(
            "during", Text("只在对象存续的时间单位判断，印发以后的才算", "only in units in which the subject was open, since the edition")
        ) { reader in
            (
                from: reader.required("from", .text, Text("从哪一列的日子起", "from the day in this column"), example: "found"),
                until: reader.required(
                    "until", .text, Text("到哪一列的日子前一天", "to the eve of the day in this column"), example: "closed")
            )
        }
        guard let read, !session.isDescribing, let place = node(of: "during") else { return nil }
        let days = session.kinds[session.subject.rawValue]?.columns.filter { $0.type == .day }.map(\.name) ?? []
        for (key, name) in [("from", read.from), ("until", read.until)] where !days.contains(name) {
            if let node = place[key] { session.report(.noDayColumn(node, name, days)) }
            return nil
        }
        return During(from: read.from, until: read.until)
    }
}

extension Diagnostic {
    fileprivate static func noDayColumn(_ node: Node, _ name: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            "Q101", Text("“\(name)”不是这种对象的日期列", "'\(name)' is no column of days of this kind of subject"),
            at: node.location,
            expected: Text(known.joined(separator: "、"), known.joined(separator: ", ")), found: Text(same: name),
            help: Diagnostic.didYouMean(name, known))
    }
}

extension ReasonCode {
    static let spanUnknown = ReasonCode(
        "requirements.span-unknown", "没有写明从哪天起，不知道本期是否要判断",
        "it is not given from when on: whether it is judged here is not known")
}

internal import PolicyYAML
internal import ZhucunKernel

/// Reads what must come out: a verdict, measures, actions, of the test's subject or of several.
struct ExpectationReader {
    let bench: TestBench
    let provision: Provision
    private static let verdicts = ["met", "breached", "not_applicable", "undetermined", "none"]

    func read(_ node: Node, subject: String, into diagnostics: inout Diagnostics) -> [Expectation] {
        guard let entries = node.entries, !entries.isEmpty else {
            diagnostics.report(
                .testShape(
                    node,
                    expected: Text(
                        "{verdict: met}，或 {对象: {verdict: met}}", "{verdict: met}, or {subject: {verdict: met}}")))
            return []
        }
        return entries.flatMap { entry -> [Expectation] in
            // A range is a map too: what a measure's name stands before is its value.
            guard let inner = entry.value.entries, !provision.measures.contains(where: { $0.name == entry.key.text })
            else {
                return one(entry, subject, into: &diagnostics).map { [$0] } ?? []
            }
            let of = bench.place.identifier(entry.key.text ?? "")
            return inner.compactMap { one($0, of, into: &diagnostics) }
        }
    }

    private func one(_ entry: Node.Entry, _ subject: String, into diagnostics: inout Diagnostics) -> Expectation? {
        let key = entry.key.text ?? ""
        let value: Expectation.Value?
        switch key {
        case "verdict": value = verdict(entry.value, into: &diagnostics)
        case "actions": value = actions(entry.value, into: &diagnostics)
        default:
            guard let measure = provision.measures.first(where: { $0.name == key }) else {
                diagnostics.report(.testMeasure(entry.key, provision.key, known: provision.measures.map(\.name)))
                return nil
            }
            value = self.measure(entry.value, measure, into: &diagnostics)
        }
        return value.map { Expectation(of: subject, key: key, value: $0, node: entry.value) }
    }

    private func verdict(_ node: Node, into diagnostics: inout Diagnostics) -> Expectation.Value? {
        if node.text == "none" { return .verdict(nil) }
        if let verdict = Verdict(rawValue: node.text ?? "") { return .verdict(verdict) }
        diagnostics.report(.testVerdict(node, known: ExpectationReader.verdicts))
        return nil
    }

    private func measure(_ node: Node, _ measure: MeasureDeclaration, into diagnostics: inout Diagnostics)
        -> Expectation.Value?
    {
        if node.text == "none" { return .measure(measure.name, nil) }
        if let entries = node.entries, let range = ExpectationReader.range(entries, of: measure) {
            return .measure(measure.name, MeasureValue(range))
        }
        guard let text = node.text, let value = ExpectationReader.value(text, of: measure) else {
            diagnostics.report(.testMeasureValue(node, measure))
            return nil
        }
        return .measure(measure.name, value)
    }

    /// `{at_least: 32}`, `{at_least: 32, at_most: 40}`.
    private static func range(_ entries: [Node.Entry], of measure: MeasureDeclaration) -> ValueRange? {
        let ends = entries.map { entry in (entry.key.text, entry.value.text.flatMap { value($0, of: measure)?.number })
        }
        guard !ends.isEmpty, ends.allSatisfy({ ["at_least", "at_most"].contains($0.0) && $0.1 != nil }) else {
            return nil
        }
        let end = { (name: String) in ends.first { $0.0 == name }.flatMap(\.1) }
        return ValueRange(end("at_least"), end("at_most"))
    }

    /// A number with the measure's own unit or without one, exactly; a name among those that the measure can be.
    private static func value(_ text: String, of measure: MeasureDeclaration) -> MeasureValue? {
        if measure.dimension == .text {
            return measure.values.map { $0.contains(text) } ?? !text.isEmpty ? .text(text) : nil
        }
        let isNegative = text.hasPrefix("-")
        guard let quantity = Quantity(isNegative ? String(text.dropFirst()) : text) else { return nil }
        // A fraction may be of anything.
        let isFraction = quantity.dimension == .share && text.contains("/")
        guard quantity.dimension == nil || quantity.dimension == measure.dimension || isFraction else { return nil }
        return (isNegative ? try? Fraction.zero - quantity.value : quantity.value).map { .number($0) }
    }

    private func actions(_ node: Node, into diagnostics: inout Diagnostics) -> Expectation.Value? {
        guard let items = node.items else {
            diagnostics.report(
                .testShape(
                    node, expected: Text("处理的列表，如 [recall]；没有写 []", "a list of actions such as [recall]; [] for none")))
            return nil
        }
        let words = bench.policy.snapshots.last?.words ?? .none
        let found = items.compactMap { item -> ExpectedAction? in
            let isNamed = item.entries?.first?.key.text == "do"
            let named = item.entries?.first.map { isNamed ? $0.value : $0.key } ?? item
            guard let text = named.text, let kind = words.key(of: text, in: "action") else {
                diagnostics.report(.testAction(named, known: words.names(in: "action")))
                return nil
            }
            let parts = (item.entries ?? []).enumerated().dropFirst(isNamed ? 1 : 0).map { index, entry in
                let text = entry.value.text ?? ""
                let word = ["office", "grade"].lazy.compactMap { words.key(of: text, in: $0) }.first ?? text
                return (
                    key: index == 0
                        ? "" : words.key(of: entry.key.text ?? "", in: "action_part") ?? entry.key.text ?? "",
                    value: word
                )
            }
            return ExpectedAction(kind: kind, details: parts)
        }
        return found.count == items.count ? .actions(found) : nil
    }
}

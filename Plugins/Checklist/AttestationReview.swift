internal import PolicyYAML
public import ZhucunKernel

extension Checklist {
    /// An attestation of a provision that no policy has.
    public func review(_ provisions: [(provision: Provision, rule: Rule)], _ review: inout RecordReview) {
        guard !provisions.isEmpty else { return }
        let known = Set(review.provisions.flatMap { [$0.key.description, $0.key.id] + $0.orders })
        let kind = RecordKind.attestations
        let (table, symbols) = (review.records.table(kind), review.records.symbols)
        let column = Attestations.declared().provision
        for row in 0..<table.count {
            guard let name = table[column, row].map(symbols.text), !known.contains(name) else { continue }
            review.report(kind, row, "provision", name) { .unknownProvision(name, known: known.sorted(), at: $0) }
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownProvision(_ name: String, known: [String], at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R343"), .warning,
            Text("没有名为“\(name)”的条款，这条核查记录不起作用", "there is no provision '\(name)': the attestation has no effect"),
            at: location,
            found: Text(same: name), help: didYouMean(name, known))
    }
}

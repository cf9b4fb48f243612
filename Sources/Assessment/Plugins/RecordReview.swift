public import PolicyYAML

/// Records held against the rules that read them: modules report what cannot be meant.
public struct RecordReview {
    /// The records of the whole folder.
    public let records: Records
    /// The provisions of all policies in all their editions.
    public let provisions: [Provision]
    private var faults: [String: Faults] = [:]

    init(_ records: Records, _ policies: [Policy]) {
        self.records = records
        provisions = policies.flatMap { $0.snapshots.flatMap(\.provisions) }
    }

    /// Reports a row that cannot be meant. The same fault of many rows is told once, with its first places and their
    /// number.
    ///
    /// - Parameters:
    ///   - kind: the kind of record that the row is of.
    ///   - row: the row's place in the table of `kind`.
    ///   - name: what the fault is called within the kind of record: faults of one name are summed up.
    ///   - text: what stands in the field, told once for all rows that have it; nil when the row itself is wrong.
    ///   - diagnostic: makes the message for a place; only called for rows that are shown.
    public mutating func report(
        _ kind: RecordKind, _ row: Int, _ name: String, _ text: String? = nil, _ diagnostic: (Location) -> Diagnostic
    ) {
        let cause = Faults.Cause.review(name)
        guard faults[kind.file, default: Faults()].count(cause, text) else { return }
        let table = records.table(kind)
        var found = diagnostic(
            Location(
                path: records.source + "/" + kind.file, line: Int(table.lines[row]), column: 1, endColumn: 1,
                lineText: ""))
        found.record = table.reference(row, records.symbols).description
        faults[kind.file]?.show(cause, text, found)
    }

    /// Villages that lie in none of the divisions.
    fileprivate mutating func villages(_ divisions: [String]) {
        guard !divisions.isEmpty else { return }
        let places = divisions.map(Division.init)
        let kind = RecordKind(Villages.self)
        let (table, column) = (records.table(kind), Villages.declared().village)
        for row in 0..<table.count {
            guard let code = table[column, row].map(records.symbols.text), !places.contains(where: { $0.holds(code) })
            else { continue }
            report(kind, row, "division") { .villageElsewhere(code, divisions, at: $0) }
        }
    }

    var diagnostics: Diagnostics {
        var diagnostics = Diagnostics()
        for (file, faults) in faults.sorted(by: { $0.key < $1.key }) {
            faults.report(records.source + "/" + file, into: &diagnostics)
        }
        return diagnostics
    }
}

extension Records {
    /// What they cannot mean under some policies.
    package func reviewed(under policies: [Policy]) -> Diagnostics {
        var review = RecordReview(self, policies)
        review.villages(policies.map(\.profile.division))
        for (_, own) in Dictionary(grouping: review.provisions, by: \.key.section).sorted(by: { $0.key < $1.key }) {
            (own.first?.rule as? any BoundRule)?.review(own, &review)
        }
        var diagnostics = review.diagnostics
        let unnamed = world.divisions.filter { world.name(ofDivision: $0.code).isEmpty }.map(\.code)
        if !unnamed.isEmpty { diagnostics.report(.divisionsUnnamed(unnamed)) }
        return diagnostics
    }
}

internal import PolicyYAML
public import ZhucunKernel

extension Scoring {
    /// A score above the full number, in a dimension that no rule knows, or of a subject that no rule scores in it.
    public func review(_ provisions: [(provision: Provision, rule: Rule)], _ review: inout RecordReview) {
        var full: [String: Fraction] = [:]
        var subjects: [String: Set<SubjectKind>] = [:]
        for (provision, rule) in provisions {
            for case .scores(let name, _) in rule.dimensions.map(\.source) {
                full[name] = max(rule.full, full[name] ?? rule.full)
                subjects[name, default: []].insert(provision.subject)
            }
        }
        guard !full.isEmpty else { return }
        let listed = review.records.world.symbolOf.mapValues { Set($0) }
        let kind = RecordKind(Scores.self)
        let table = review.records.table(kind)
        let (columns, records) = (Scores.declared(), review.records)
        // Of each dimension the same is asked of very many rows.
        var asked = Remembered<Symbol, (name: String, full: Fraction?, kinds: [SubjectKind])>()
        for row in 0..<table.count {
            guard let symbol = table[columns.dimension, row], let score = table[columns.score, row] else { continue }
            let (name, most, kinds) = asked.answer(to: symbol) {
                let name = records.symbols.text(symbol)
                return (name, full[name], subjects[name]?.sorted() ?? [])
            }
            guard let most else {
                review.report(kind, row, "dimension", name) {
                    .unknownDimension(name, known: full.keys.sorted(), at: $0)
                }
                continue
            }
            if score.fraction > most {
                review.report(kind, row, "full") { .scoreAboveFull(score.fraction, most, name, at: $0) }
            }
            guard let subject = table[columns.subject, row],
                !kinds.contains(where: { listed[$0]?.contains(subject) == true })
            else { continue }
            let text = records.symbols.text(subject)
            review.report(kind, row, "subject", text) { .unscoredSubject(text, name, kinds, at: $0) }
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownDimension(_ name: String, known: [String], at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R340"), .warning, Text("没有规则用到维度“\(name)”的评分", "no rule reads scores of the dimension '\(name)'"),
            at: location,
            expected: oneOf(known, near: name), found: Text(same: name), help: didYouMean(name, known))
    }

    fileprivate static func scoreAboveFull(
        _ score: Fraction, _ full: Fraction, _ dimension: String, at location: Location
    ) -> Diagnostic {
        Diagnostic(
            .records("R341"),
            Text(
                "“\(dimension)”的评分 \(score.exactText) 超过满分",
                "the score \(score.exactText) of '\(dimension)' is above the full number"), at: location,
            expected: Text("0 到 \(full.exactText)", "0 to \(full.exactText)"), found: Text(same: score.exactText))
    }

    fileprivate static func unscoredSubject(
        _ subject: String, _ dimension: String, _ kinds: [SubjectKind], at location: Location
    ) -> Diagnostic {
        Diagnostic(
            .records("R342"), .warning,
            Text("没有规则给“\(subject)”的“\(dimension)”评分", "no rule scores '\(subject)' in '\(dimension)'"), at: location,
            expected: oneOf(kinds.map(\.rawValue)), found: Text(same: subject))
    }
}

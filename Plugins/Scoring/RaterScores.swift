internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// The mean of what raters gave.
enum RaterScores {
    private static let columns = Scores.declared()
    private static let kind = RecordKind(Scores.self)

    /// The mean over all scores, or over raters by weight; nil when a rater that the profile weighs gave none.
    static func mean(_ subject: Subject, _ dimension: String, _ raters: [(key: String, value: Fraction)], _ ask: Case<Scoring>) -> Fraction? {
        let table = ask.evaluation.records.table(kind)
        guard let symbol = ask.evaluation.world.symbolOf[subject.kind]?[subject.index] else { return nil }
        let period = ask.unit.description
        let given = table.rows(of: symbol).compactMap { row -> (rater: String, score: Fraction)? in
            guard table[columns.period, row].map(ask.evaluation.symbols.text) == period,
                table[columns.dimension, row].map(ask.evaluation.symbols.text) == dimension,
                let rater = table[columns.rater, row].map(ask.evaluation.symbols.text), let score = table[columns.score, row]?.fraction
            else { return nil }
            return (rater, score)
        }
        guard !raters.isEmpty else { return mean(given.map(\.score)) }
        var sum = Fraction.zero
        var weights = Fraction.zero
        for (rater, weight) in raters {
            guard let mean = mean(given.filter { $0.rater == rater }.map(\.score)), let part = try? mean * weight, let next = try? sum + part,
                let total = try? weights + weight
            else { return nil }
            sum = next
            weights = total
        }
        return try? sum / weights
    }

    private static func mean(_ scores: [Fraction]) -> Fraction? {
        guard !scores.isEmpty, let sum = try? scores.reduce(Fraction.zero, { try $0 + $1 }) else { return nil }
        return try? sum / Fraction(scores.count)
    }
}

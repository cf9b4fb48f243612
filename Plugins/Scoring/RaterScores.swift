internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// What raters gave in one dimension and unit, for one subject after another.
struct RaterScores {
    private let table: RecordTable
    private let columns = Scores.declared()
    private let names: [Symbol]
    private let symbols: Symbols
    private let period: Symbol?
    private let dimension: String
    private let raters: [(key: String, value: Fraction)]
    /// Which texts name the dimension.
    private var isNamed = Remembered<Symbol, Bool>()
    private var given: [(rater: Symbol, score: Decimal6)] = []

    init(_ dimension: String, _ raters: [(key: String, value: Fraction)], _ ask: Case<Scoring>) {
        self.dimension = dimension
        self.raters = raters
        table = ask.evaluation.records.table(RecordKind(Scores.self))
        names = ask.evaluation.world.symbolOf[ask.provision.subject] ?? []
        symbols = ask.evaluation.symbols
        period = symbols.find(ask.unit.description)
    }

    /// The mean over all scores, or over raters by weight; nil when a rater that the profile weighs gave none.
    mutating func mean(of subject: Subject) -> Fraction? {
        guard names.indices.contains(subject.index) else { return nil }
        given.removeAll(keepingCapacity: true)
        for row in table.rows(of: names[subject.index]) {
            guard let period, table[columns.period, row] == period, let name = table[columns.dimension, row],
                isNamed.answer(to: name, { symbols.text(name) == dimension }),
                let rater = table[columns.rater, row], let score = table[columns.score, row]
            else { continue }
            given.append((rater, score))
        }
        guard !raters.isEmpty else { return Decimal6.mean(of: given.lazy.map(\.score)) }
        var sum = Fraction.zero
        var weights = Fraction.zero
        for (rater, weight) in raters {
            let own = given.filter { symbols.text($0.rater) == rater }.map(\.score)
            guard let mean = Decimal6.mean(of: own), let part = try? mean * weight, let next = try? sum + part, let total = try? weights + weight else { return nil }
            sum = next
            weights = total
        }
        return try? sum / weights
    }
}

extension Decimal6 {
    /// Nil of none, or when it is too large to be exact.
    fileprivate static func mean(of numbers: some Sequence<Decimal6>) -> Fraction? {
        var sum: Int64 = 0
        var count: Int64 = 0
        for number in numbers {
            let (next, overflow) = sum.addingReportingOverflow(number.millionths)
            if overflow { return nil }
            sum = next
            count += 1
        }
        return count == 0 ? nil : Fraction(Int(sum), over: Int(count) * 1_000_000)
    }
}

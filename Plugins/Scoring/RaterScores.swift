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
    private let disagreeing: Disagreeing
    private let words: Words
    /// Which texts name the dimension, and which raters are many.
    private var isNamed = Remembered<Symbol, Bool>()
    private var isMany = Remembered<Symbol, Bool>()
    private var given: [Given] = []
    /// Of raters who are one each, where in `given` their score stands.
    private var places: [Symbol: Int] = [:]

    /// A score, or what is possible where one rater gave several.
    private struct Given {
        let rater: Symbol
        var low: Int64
        var high: Int64
        var entered: Day?

        mutating func widen(_ score: Int64) { (low, high) = (min(low, score), max(high, score)) }
    }

    init(
        _ dimension: String, _ raters: [(key: String, value: Fraction)], _ disagreeing: Disagreeing,
        _ ask: Case<Scoring>
    ) {
        self.dimension = dimension
        self.raters = raters
        self.disagreeing = disagreeing
        table = ask.evaluation.records.table(RecordKind(Scores.self))
        names = ask.evaluation.world.symbolOf[ask.provision.subject] ?? []
        symbols = ask.evaluation.symbols
        words = ask.words
        period = symbols.find(ask.unit.description)
    }

    /// The mean over all scores, or over raters by weight; nil when there is none, or a rater that the profile weighs gave none.
    mutating func mean(of subject: Subject) -> MeasureValue? {
        guard names.indices.contains(subject.index) else { return nil }
        given.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        for row in table.rows(of: names[subject.index]) {
            guard let period, table[columns.period, row] == period, let name = table[columns.dimension, row],
                isNamed.answer(to: name, { symbols.text(name) == dimension }),
                let rater = table[columns.rater, row], let score = table[columns.score, row]
            else { continue }
            take(score.millionths, of: rater, entered: disagreeing == .latest ? table.entered(row) : nil)
        }
        guard !raters.isEmpty else { return RaterScores.mean(of: given[...]).flatMap { MeasureValue($0) } }
        return weighted.flatMap { MeasureValue($0) }
    }

    /// The raters that the profile weighs who gave no score.
    mutating func missing(_ subject: Subject) -> [String] {
        _ = mean(of: subject)
        let there = Set(given.map { symbols.text($0.rater) })
        return raters.map(\.key).filter { !there.contains($0) }
    }

    /// What one rater says twice is said once; what they say in two ways is one of them, or as the profile says.
    private mutating func take(_ score: Int64, of rater: Symbol, entered: Day?) {
        guard !isMany.answer(to: rater, { words.namesMany(symbols.text(rater), in: "rater") }) else {
            return given.append(Given(rater: rater, low: score, high: score, entered: entered))
        }
        guard let place = places[rater] else {
            places[rater] = given.count
            return given.append(Given(rater: rater, low: score, high: score, entered: entered))
        }
        let known = given[place]
        switch disagreeing {
        case .highest: given[place].low = max(known.low, score)
        case .lowest: given[place].low = min(known.low, score)
        case .latest:
            guard let entered, let before = known.entered, entered != before else { return given[place].widen(score) }
            if entered > before { given[place] = Given(rater: rater, low: score, high: score, entered: entered) }
            return
        case .undetermined: return given[place].widen(score)
        }
        given[place].high = given[place].low
    }

    private var weighted: ValueRange? {
        var sum = ValueRange.zero
        var weights = Fraction.zero
        for (rater, weight) in raters {
            let own = given.filter { symbols.text($0.rater) == rater }
            guard let mean = RaterScores.mean(of: own[...]), let next = try? sum + mean * weight,
                let total = try? weights + weight
            else { return nil }
            sum = next
            weights = total
        }
        return (try? sum / ValueRange(weights)) ?? nil
    }

    /// Nil of none, or when it is too large to be exact.
    private static func mean(of given: ArraySlice<Given>) -> ValueRange? {
        var (low, high): (Int64, Int64) = (0, 0)
        for one in given {
            let (a, b) = (low.addingReportingOverflow(one.low), high.addingReportingOverflow(one.high))
            if a.overflow || b.overflow { return nil }
            (low, high) = (a.partialValue, b.partialValue)
        }
        let count = given.count * 1_000_000
        guard let least = Fraction(Int(low), over: count), let most = Fraction(Int(high), over: count) else {
            return nil
        }
        return ValueRange(least, most)
    }
}

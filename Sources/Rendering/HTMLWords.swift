internal import CivilTime
internal import Exact
internal import Messages
internal import Results

extension Verdict {
    /// Told without colour, in characters that every Chinese font has.
    var mark: String {
        switch self {
        case .met: "√"
        case .breached: "×"
        case .undetermined: "?"
        case .notApplicable: "–"
        }
    }

    /// Its class in the style sheet.
    var style: String {
        switch self {
        case .met: "m"
        case .breached: "b"
        case .undetermined: "u"
        case .notApplicable: "n"
        }
    }
}

extension ProvisionFacts {
    /// Each citation with the first unit that was judged under it; the unit is empty when there is one citation.
    var citations: [(text: String, from: String)] {
        var result: [(text: String, from: String)] = []
        for block in blocks where result.last?.text != block.provision.citation {
            result.append((block.provision.citation, block.unit.title(facts.language)))
        }
        return result.count == 1 ? [(result[0].text, "")] : result
    }

    /// Whether «met» says that a rule was kept. Ranks, grades, scores and proposals are «met» when there is one.
    var isJudgement: Bool {
        switch form {
        case .actions, .ranks, .names: false
        case .records: true
        case .verdicts: provision.measures.first?.dimension != .points || count(.breached) > 0
        }
    }

    /// In a column under its title, without a unit; points keep their decimals, so that a column of them lines up.
    func cellText(_ value: MeasureValue?, _ measure: Measure) -> String {
        guard let value else { return "–" }
        return value.text { measure.dimension == .points ? $0.rounded(2) : measure.dimension.figures($0) }(
            facts.language)
    }

    /// Measures and what they are bound by, where something is.
    var pairs: [(measure: Int, bound: Int)] {
        provision.bounds.filter { pair in outcomes.contains { $0.contains { $0[pair.bound] != nil } } }
    }
}

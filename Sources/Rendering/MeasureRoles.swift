internal import Results

extension JudgedProvision {
    /// The measure that is a rank.
    var rank: Int? {
        measures.firstIndex { if case .rank = $0.role { true } else { false } }
    }

    /// The points that a rank goes by: those that it names, else the first.
    var points: Int? {
        if let rank, case .rank(_, let points?, _) = measures[rank].role { return index(of: points) }
        return measures.firstIndex { $0.role == .points }
    }

    /// Of the first rate the part and the whole.
    var partAndWhole: (part: Int?, whole: Int?) {
        guard let rate, case .rate(let part, let whole) = measures[rate].role else { return (nil, nil) }
        return (index(of: part), index(of: whole))
    }

    /// The first rate with its part, its whole, and what is short of it.
    var rateMeasures: [Int] {
        let (part, whole) = partAndWhole
        return [
            part, whole, rate,
            measures.firstIndex { if case .shortfall(let of) = $0.role { index(of: of) == part } else { false } },
        ].compactMap(\.self)
    }

    private var rate: Int? {
        measures.firstIndex { if case .rate = $0.role { true } else { false } }
    }

    private func index(of measure: String) -> Int? { measures.firstIndex { $0.name == measure } }
}

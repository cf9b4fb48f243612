internal import Messages
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

    /// What a rank goes by is called.
    var pointsTitle: Text { points.map { measures[$0].title } ?? Text("总分", "total") }

    /// The level of division that is ranked by itself; nil where all of the county are ranked.
    private var rankedWithin: String? {
        guard let rank, case .rank(_, _, let within) = measures[rank].role else { return nil }
        return within
    }

    /// Whether those of one place are ranked by themselves, apart from the rest of the county.
    var isRankedApart: Bool { ["township", "village"].contains(rankedWithin) }

    /// The place that a subject was ranked in, where that is smaller than the county; else empty.
    func rankedIn(_ subject: Subjects.Entry, _ language: Language) -> String {
        switch rankedWithin {
        case "township": Text("乡镇 ", "Township ")(language) + (subject.township ?? "")
        case "village": subject.village?.name ?? ""
        default: ""
        }
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

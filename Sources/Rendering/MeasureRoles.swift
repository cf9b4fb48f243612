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
    func rankedIn(_ subject: Subjects.Entry) -> String {
        switch rankedWithin {
        case "township":
            subject.village.map { $0.townshipName.isEmpty ? $0.township : "\($0.township) \($0.townshipName)" } ?? ""
        case "village": subject.village?.name ?? ""
        default: ""
        }
    }

    /// Of the first rate the part and the whole.
    var partAndWhole: (part: Int?, whole: Int?) {
        guard let rate, case .rate(let part, let whole) = measures[rate].role else { return (nil, nil) }
        return (index(of: part), index(of: whole))
    }

    /// The first rate with its whole, what was asked of the part, the part, what excuses a part of what is lacking, and what is lacking.
    var rateMeasures: [Int] {
        let (part, whole) = partAndWhole
        guard let part else { return [] }
        let name = measures[part].name
        func with(_ role: MeasureRole) -> Int? { measures.firstIndex { $0.role == role } }
        return [
            whole, with(.bound(of: name)), part, with(.excuse(of: name)), rate, with(.shortfall(of: name)),
        ].compactMap(\.self)
    }

    private var rate: Int? {
        measures.firstIndex { if case .rate = $0.role { true } else { false } }
    }

    private func index(of measure: String) -> Int? { measures.firstIndex { $0.name == measure } }
}

package import Exact

/// What a measure is among those of its provision, so that no renderer has to guess it from a name.
public enum MeasureRole: Sendable, Hashable {
    /// A number in its dimension.
    case quantity
    /// A part of a whole, both measures of the same provision by name: days on post over countable days.
    case rate(of: String, in: String)
    /// What is asked at least of another measure, which is shown with it: 4 of 5.
    case bound(of: String)
    /// How much is lacking of another measure.
    case shortfall(of: String)
    /// What excuses a part of what is lacking of another measure.
    case excuse(of: String)
    /// A place counted from the last, as a share of those ranked: by the measures that are the rank and how many are ranked.
    case placeFromEnd(rank: String, of: String)
    /// A place among others: how many are ranked, and the points that it goes by, by the measures' names; within divisions of which
    /// level, nil where it is among all of the county.
    case rank(of: String?, by: String?, within: String? = nil)
    /// Points of a score.
    case points
    /// Money.
    case amount
    /// A name: a grade.
    case name
    /// The name of a part of a ranking.
    case band
    /// How the provision came out, which its verdict says already.
    case outcome
    /// How many actions are proposed.
    case proposals

    /// What a measure is of which nothing is said.
    package init(of dimension: Dimension) {
        self =
            switch dimension {
            case .points: .points
            case .yuan: .amount
            case .places: .rank(of: nil, by: nil)
            case .text: .name
            default: .quantity
            }
    }

    /// As in the JSON.
    public var name: String {
        switch self {
        case .quantity: "quantity"
        case .rate: "rate"
        case .bound: "bound"
        case .shortfall: "shortfall"
        case .excuse: "excuse"
        case .placeFromEnd: "place_from_end"
        case .rank: "rank"
        case .points: "points"
        case .amount: "amount"
        case .name: "name"
        case .band: "band"
        case .outcome: "outcome"
        case .proposals: "proposals"
        }
    }

    /// The measures of the same provision that it speaks of, by what they are to it.
    public var others: [(key: String, measure: String)] {
        switch self {
        case .rate(let part, let whole): [("of", part), ("in", whole)]
        case .bound(let measure), .shortfall(let measure), .excuse(let measure): [("of", measure)]
        case .placeFromEnd(let rank, let ranked): [("rank", rank), ("of", ranked)]
        case .rank(let ranked, let points, _):
            [ranked.map { ("of", $0) }, points.map { ("by", $0) }].compactMap(\.self)
        default: []
        }
    }
}

public import CivilTime

/// Where, and in which span of days, records of a kind were kept.
public struct Coverage: Sendable {
    private let place: Place
    /// The days in which they were kept, every one of them.
    public let days: DayRange

    private enum Place {
        /// The digits that the codes of everything inside begin with.
        case division(String)
        case team(Int)
    }

    /// Whether it is of a village or division with a code, or of one of some teams.
    public func covers(_ code: String, _ teams: [Int]) -> Bool {
        switch place {
        case .division(let digits): code.hasPrefix(digits)
        case .team(let team): teams.contains(team)
        }
    }

    /// By the kind's name.
    static func spans(_ records: Records) -> [String: [Coverage]] {
        let table = records.table(.coverage)
        let columns = CoverageRecords.declared()
        let teams = Dictionary(
            (records.world.symbolOf[.team] ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        var spans: [String: [Coverage]] = [:]
        for row in 0..<table.count {
            guard let kind = table[columns.kind, row], let from = table[columns.from, row],
                let to = table[columns.to, row], let days = DayRange(from, to)
            else { continue }
            // Both: of that team alone.
            let team = table[columns.team, row].flatMap { teams[$0] }.map(Place.team)
            let division = table[columns.division, row].map {
                Place.division(Division(records.symbols.text($0)).prefix)
            }
            guard let place = team ?? division else { continue }
            spans[records.symbols.text(kind), default: []].append(Coverage(place: place, days: days))
        }
        return spans
    }
}

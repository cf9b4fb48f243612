public import CivilTime

/// A day of a cadre of an invented county, for kinds that say themselves what their rows in samples are.
public struct SampleDay {
    /// The day, one on which the cadre is posted.
    public let day: Day
    /// The cadre's identifier.
    public let cadre: String
    /// The others of its team.
    public let colleagues: [String]
    /// The team's identifier; empty of a cadre without a team.
    public let team: String
    /// The code of the village.
    public let village: String
    /// The identifier of the unit that sent the cadre.
    public let unit: String
    private let next: (ClosedRange<Int>) -> Int

    /// A day with a source of numbers.
    package init(
        _ day: Day, cadre: String, colleagues: [String], team: String, village: String, unit: String,
        next: @escaping (ClosedRange<Int>) -> Int
    ) {
        self.day = day
        self.cadre = cadre
        self.colleagues = colleagues
        self.team = team
        self.village = village
        self.unit = unit
        self.next = next
    }

    /// Any number of a range, each as likely: the same in each sample of the same seed.
    public func number(in range: ClosedRange<Int>) -> Int { next(range) }

    /// True so many times of a hundred.
    public func chance(percent: Int) -> Bool { number(in: 0...99) < percent }
}

/// A county's share of a sample: runs of its teams, units and townships.
struct SampleCounty {
    let county: County
    let teams: Range<Int>
    /// Where units are fewer than counties, near ones share the first.
    private let units: Range<Int>
    let townships: Range<Int>
    /// Villages of the last township, which is a small one.
    private let lastVillages: Int

    private static let villagesOfTownship = 12
    private static let mostTownships = 899

    init(_ county: County, teams: Range<Int>, units: Range<Int>, firstTownship: Int) {
        self.county = county
        self.teams = teams
        self.units = units
        let count = min(
            SampleCounty.mostTownships,
            max(3, (teams.count + SampleCounty.villagesOfTownship - 1) / SampleCounty.villagesOfTownship))
        townships = firstTownship..<(firstTownship + count)
        lastVillages = teams.count < 3 ? 0 : max(2, teams.count / count / 2)
    }

    var code: String { county.code }
    private var ordinaryVillages: Int { teams.count - lastVillages }

    private var villagesOfTownship: Int {
        let others = townships.count - 1
        return max(1, (ordinaryVillages + others - 1) / others)
    }

    /// Which township of the sample a village of the sample lies in, and which of its villages it is.
    func township(ofVillage village: Int) -> (township: Int, village: Int) {
        let own = village - teams.lowerBound
        if own >= ordinaryVillages { return (townships.upperBound - 1, own - ordinaryVillages) }
        let each = villagesOfTownship
        return (townships.lowerBound + own / each, own % each)
    }

    func isInLastTownship(_ village: Int) -> Bool { village - teams.lowerBound >= ordinaryVillages }

    func hasVillages(_ township: Int) -> Bool {
        if township == townships.upperBound - 1 { return lastVillages > 0 }
        return (township - townships.lowerBound) * villagesOfTownship < ordinaryVillages
    }

    /// Nine digits.
    func townshipCode(_ township: Int) -> String { "\(code)\(100 + township - townships.lowerBound)" }

    func unit(ofTeam team: Int) -> Int { units.lowerBound + (team - teams.lowerBound) % max(1, units.count) }
}

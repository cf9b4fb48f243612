internal import CivilTime
internal import ZhucunKernel

/// Where each cadre is stationed on which days, in few bytes: it is looked up for every check-in.
struct Stations: Sendable {
    /// One posting; days as numbers since 1970.
    struct Station: Sendable {
        var first = Int32.max
        var last = Int32.min
        var village: Int32 = 0
        /// Whose check-ins are handed in together: a team's, or those of a village's people without one.
        var group: Int32 = 0
        /// Counted over the villages in order of their codes.
        var county: Int32 = 0

        @inline(__always)
        func holds(_ day: Int) -> Bool { day >= Int(first) && day <= Int(last) }
    }

    /// A cadre's first posting, and where the others stand.
    private struct Home: Sendable {
        var station = Station()
        var others: Int32 = 0
        var end: Int32 = 0
    }

    private let homes: [Home]
    private let others: [Station]
    /// By the number of an identifier's symbol; -1 for those of no cadre.
    private let cadres: [Int32]
    let counties: [String]
    /// By village, which of the counties it lies in.
    let countyOfVillage: [Int32]
    /// Identifiers of the groups: of the teams, then of the villages.
    let groups: [String]
    private let teamCount: Int

    init(_ world: World) {
        // Villages are in order of their codes, so that those of a county stand together.
        var counties: [String] = []
        let countyOfVillage = world.villages.map { village in
            if counties.last != village.county { counties.append(village.county) }
            return Int32(counties.count - 1)
        }
        self.counties = counties
        self.countyOfVillage = countyOfVillage
        groups = world.teams.map(\.id) + world.villages.map(\.code)
        let teamCount = world.teams.count
        self.teamCount = teamCount
        func station(_ index: Int) -> Station {
            let posting = world.postings[index]
            return Station(
                first: posting.days.first.number, last: posting.days.last.number, village: Int32(posting.village),
                group: Int32(posting.team ?? teamCount + posting.village), county: countyOfVillage[posting.village])
        }
        var others: [Station] = []
        homes = world.cadres.map { cadre in
            guard let first = cadre.postings.first else { return Home() }
            let start = others.count
            others += cadre.postings.dropFirst().map(station)
            return Home(station: station(first), others: Int32(start), end: Int32(others.count))
        }
        self.others = others
        let symbols = world.symbolOf[.cadre] ?? []
        var cadres = [Int32](repeating: -1, count: Int(symbols.map(\.number).max() ?? -1) + 1)
        for (index, symbol) in symbols.enumerated() where symbol.number >= 0 {
            cadres[Int(symbol.number)] = Int32(index)
        }
        self.cadres = cadres
    }

    /// The group in which a posting's check-ins are handed in.
    func group(of posting: Posting) -> Int { posting.team ?? teamCount + posting.village }

    /// -1 when the symbol is no cadre's.
    @inline(__always)
    func cadre(_ symbol: Symbol) -> Int {
        let number = Int(symbol.number)
        return number >= 0 && number < cadres.count ? Int(cadres[number]) : -1
    }

    /// A cadre's stations on a day, by their first days, until the body has seen enough.
    @inline(__always)
    func each(of cadre: Int, on day: Int, _ hasEnough: (Station) -> Bool) {
        let home = homes[cadre]
        if home.station.holds(day), hasEnough(home.station) { return }
        for index in Int(home.others)..<Int(home.end) where others[index].holds(day) {
            if hasEnough(others[index]) { return }
        }
    }

    /// All of a cadre's, by their first days.
    func all(of cadre: Int) -> [Station] {
        let home = homes[cadre]
        guard home.station.first <= home.station.last else { return [] }
        return [home.station] + others[Int(home.others)..<Int(home.end)]
    }

    /// Looks at a cadre's home so that it is at hand soon.
    @inline(__always)
    func touch(_ cadre: Int) -> Int32 { homes[cadre].end }
}

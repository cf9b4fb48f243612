internal import CivilTime

/// Which counties, villages, teams and units there are. But for the counties all follows from an index, so nothing is kept.
struct SampleWorld {
    let counties: [SampleCounty]
    let seed: UInt64
    let cadreCount: Int
    let teamCount: Int
    let unitCount: Int
    private let teamShares: Shares
    private let unitShares: Shares

    /// Team sizes, again and again.
    private static let sizes = [3, 3, 4, 2, 3]

    init(_ request: borrowing SampleRequest) {
        seed = request.seed
        cadreCount = max(1, request.cadres)
        teamCount = SampleWorld.teamCount(cadres: cadreCount)
        unitCount = max(20, teamCount / 4)
        let count = max(1, min(request.counties, request.mostCounties))
        teamShares = Shares(teamCount, among: count)
        unitShares = Shares(unitCount, among: count)
        let codes = request.countyCodes
        var counties: [SampleCounty] = []
        for index in 0..<count {
            let county =
                count == 1 ? County(division: request.division) : County(code: codes[index], index: index, seed: seed)
            let firstTownship = counties.last?.townships.upperBound ?? 0
            counties.append(
                SampleCounty(county, teams: teamShares[index], units: unitShares[index], firstTownship: firstTownship))
        }
        self.counties = counties
    }

    static func teamCount(cadres: Int) -> Int {
        let last = place(of: cadres - 1)
        // A last team of one joins the team before it.
        return last.member == 0 && last.team > 0 ? last.team : last.team + 1
    }

    private static func place(of cadre: Int) -> (team: Int, member: Int) {
        let block = sizes.reduce(0, +)
        var team = cadre / block * sizes.count
        var member = cadre % block
        for size in sizes where member >= size {
            member -= size
            team += 1
        }
        return (team, member)
    }

    /// The team of a cadre, and which of its members the cadre is.
    func place(of cadre: Int) -> (team: Int, member: Int) {
        let place = SampleWorld.place(of: cadre)
        return place.team < teamCount
            ? place : (teamCount - 1, SampleWorld.sizes[(teamCount - 1) % SampleWorld.sizes.count])
    }

    /// The first member of a team.
    func firstCadre(ofTeam team: Int) -> Int {
        let (sizes, block) = (SampleWorld.sizes, SampleWorld.sizes.reduce(0, +))
        return team / sizes.count * block + sizes.prefix(team % sizes.count).reduce(0, +)
    }

    /// The county of a team and its village.
    func county(ofTeam team: Int) -> SampleCounty { counties[countyIndex(ofTeam: team)] }

    func countyIndex(ofTeam team: Int) -> Int { min(teamShares.part(of: team), counties.count - 1) }
    func countyIndex(ofUnit unit: Int) -> Int { min(unitShares.part(of: unit), counties.count - 1) }

    // MARK: Villages; each team has the village of its own index

    /// In the last township of all, whose check-ins of one month are missing.
    func isQuiet(_ village: Int) -> Bool { lastCounty.teams.contains(village) && lastCounty.isInLastTownship(village) }

    var lastCounty: SampleCounty { counties[counties.count - 1] }

    func townshipName(_ township: Int) -> String { SampleNames.township(township, shift: Int(seed % 576)) }

    func village(_ index: Int) -> SampleVillage {
        let own = county(ofTeam: index)
        let place = own.township(ofVillage: index)
        var around = RandomNumbers(seed: seed, .township, place.township)
        let townshipLat = own.county.lat + around.number(-1_800_000...1_800_000)
        let townshipLng = own.county.lng + around.number(-1_800_000...1_800_000)
        let shift = around.number(0...1199)
        var random = RandomNumbers(seed: seed, .village, index)
        var kinds: [String] = []
        for kind in SampleWords.villageKinds where random.chance(percent: kinds.isEmpty ? 40 : 12) {
            kinds.append(kind)
        }
        return SampleVillage(
            code: own.townshipCode(place.township) + "\(200 + place.village)",
            name: SampleNames.village(place.village, shift: shift),
            kinds: kinds.isEmpty ? [SampleWords.ordinaryVillage] : kinds,
            lat: townshipLat + random.number(-300_000...300_000), lng: townshipLng + random.number(-300_000...300_000),
            radius: random.pick([500, 800, 1000, 1500]))
    }

    // MARK: Teams and units

    func teamID(_ team: Int) -> String { SampleWorld.identifier("T", team + 1, of: teamCount, digits: 4) }
    func unitID(_ unit: Int) -> String { SampleWorld.identifier("U", unit + 1, of: unitCount, digits: 3) }
    func cadreID(_ cadre: Int) -> String { SampleWorld.identifier("C", cadre + 1, of: cadreCount, digits: 6) }

    func unit(ofTeam team: Int) -> Int { county(ofTeam: team).unit(ofTeam: team) }

    /// 15% of the units belong to the province, 30% to a city.
    func level(ofUnit unit: Int) -> String {
        switch unit % 20 {
        case 0, 1, 10: SampleWords.Level.province
        case 2, 5, 8, 12, 15, 18: SampleWords.Level.city
        default: SampleWords.Level.county
        }
    }

    func kind(ofUnit unit: Int) -> String {
        switch unit % 7 {
        case 0, 3, 5: SampleWords.UnitKind.government
        case 1, 4: SampleWords.UnitKind.publicInstitution
        case 2: SampleWords.UnitKind.enterprise
        default: SampleWords.UnitKind.school
        }
    }

    /// With more digits than usual when there are more than these can count, so that the order of the texts is that of the numbers.
    static func identifier(_ letter: String, _ number: Int, of count: Int, digits: Int) -> String {
        let text = "\(number)"
        return letter + String(repeating: "0", count: max(digits, "\(count)".utf8.count) - text.utf8.count) + text
    }
}

/// A village; the radius in metres, the place in ten-millionths of a degree.
struct SampleVillage {
    let code: String
    let name: String
    let kinds: [String]
    let lat: Int
    let lng: Int
    let radius: Int
}

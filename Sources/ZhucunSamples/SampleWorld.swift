internal import CivilTime

/// Which villages, teams and units there are. Everything follows from an index, so nothing is kept.
struct SampleWorld {
    let county: County
    let seed: UInt64
    let cadreCount: Int
    let teamCount: Int
    let unitCount: Int
    let townshipCount: Int
    /// Villages of the last township, whose check-ins of one month are missing.
    let quietVillages: Int

    /// Team sizes, again and again.
    private static let sizes = [3, 3, 4, 2, 3]
    private static let villagesOfTownship = 12
    private static let mostTownships = 899
    private static let mostVillagesOfTownship = 799

    init(_ request: borrowing SampleRequest) {
        county = County(division: request.division)
        seed = request.seed
        cadreCount = max(1, request.cadres)
        let last = SampleWorld.place(of: cadreCount - 1)
        // A last team of one joins the team before it.
        teamCount = last.member == 0 && last.team > 0 ? last.team : last.team + 1
        unitCount = max(20, teamCount / 4)
        townshipCount = min(SampleWorld.mostTownships, max(3, (teamCount + SampleWorld.villagesOfTownship - 1) / SampleWorld.villagesOfTownship))
        quietVillages = teamCount < 3 ? 0 : max(2, teamCount / townshipCount / 2)
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
        return place.team < teamCount ? place : (teamCount - 1, SampleWorld.sizes[(teamCount - 1) % SampleWorld.sizes.count])
    }

    // MARK: Villages; each team has the village of its own index

    func township(ofVillage village: Int) -> (township: Int, village: Int) {
        let ordinary = teamCount - quietVillages
        if village >= ordinary { return (townshipCount - 1, village - ordinary) }
        let others = max(1, townshipCount - 1)
        let each = max(1, (ordinary + others - 1) / others)
        return (village / each, village % each)
    }

    func isQuiet(_ village: Int) -> Bool { village >= teamCount - quietVillages }

    /// Nine digits.
    func townshipCode(_ township: Int) -> String { county.code + "\(100 + township)" }

    func townshipName(_ township: Int) -> String { SampleNames.township(township, shift: Int(seed % 576)) }

    func village(_ index: Int) -> SampleVillage {
        let place = township(ofVillage: index)
        var around = RandomNumbers(seed: seed, .township, place.township)
        let townshipLat = county.lat + around.number(-1_800_000...1_800_000)
        let townshipLng = county.lng + around.number(-1_800_000...1_800_000)
        let shift = around.number(0...1199)
        var random = RandomNumbers(seed: seed, .village, index)
        var kinds: [String] = []
        for kind in SampleWords.villageKinds where random.chance(percent: kinds.isEmpty ? 40 : 12) { kinds.append(kind) }
        return SampleVillage(
            code: townshipCode(place.township) + "\(200 + place.village)", name: SampleNames.village(place.village, shift: shift),
            kinds: kinds.isEmpty ? [SampleWords.ordinaryVillage] : kinds,
            lat: townshipLat + random.number(-300_000...300_000), lng: townshipLng + random.number(-300_000...300_000),
            radius: random.pick([500, 800, 1000, 1500]))
    }

    // MARK: Teams and units

    func teamID(_ team: Int) -> String { SampleWorld.identifier("T", team + 1, digits: 4) }
    func unitID(_ unit: Int) -> String { SampleWorld.identifier("U", unit + 1, digits: 3) }
    func cadreID(_ cadre: Int) -> String { SampleWorld.identifier("C", cadre + 1, digits: 6) }

    func unit(ofTeam team: Int) -> Int { team % unitCount }

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

    static func identifier(_ letter: String, _ number: Int, digits: Int) -> String {
        let text = "\(number)"
        return letter + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
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

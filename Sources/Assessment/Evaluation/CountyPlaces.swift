import CivilTime

/// A county under a profile.
struct CountyKey: Hashable, Comparable {
    let policy: Int
    let county: String

    static func < (a: CountyKey, b: CountyKey) -> Bool { (a.policy, a.county) < (b.policy, b.county) }
}

/// The counties of a world's villages, and which of them judges a cadre's units.
struct CountyPlaces: Sendable {
    private(set) var keys: [CountyKey] = []
    private var placeOf: [CountyKey: Int] = [:]
    /// For each village where its county stands; -1 where no profile applies.
    private var places: [Int32] = []
    /// For each cadre the one place of all its postings, or one of these.
    private var homes: [Int32] = []
    private static let none: Int32 = -1
    private static let several: Int32 = -2

    init(_ world: World, _ policies: [Policy], byDivision store: ProfileStore?) {
        for village in world.villages {
            let policy =
                store == nil
                ? 0
                : store?.profile(forDivision: village.code).flatMap { found in
                    policies.firstIndex { $0.profile.code == found.code }
                }
            let key = policy.map { CountyKey(policy: $0, county: village.county) }
            // Most villages stand beside one of the same county.
            if let place = places.last, (place < 0 ? nil : keys[Int(place)]) == key {
                places.append(place)
                continue
            }
            places.append(
                key.map { key in
                    if let place = placeOf[key] { return Int32(place) }
                    keys.append(key)
                    placeOf[key] = keys.count - 1
                    return Int32(keys.count - 1)
                } ?? CountyPlaces.none)
        }
        let places = places
        homes = world.cadres.map { cadre in
            guard let first = cadre.postings.first else { return CountyPlaces.none }
            let home = places[world.postings[first].village]
            return cadre.postings.allSatisfy { places[world.postings[$0].village] == home }
                ? home : CountyPlaces.several
        }
    }

    /// Where a county stands.
    subscript(county: CountyKey) -> Int? { placeOf[county] }

    /// Where the county of a village stands.
    subscript(village: Int) -> Int? { places[village] < 0 ? nil : Int(places[village]) }

    /// The policy under which what happens in a village is judged.
    func policy(of village: Int) -> Int? { self[village].map { keys[$0].policy } }

    /// Whether a cadre has been in several counties.
    func isMover(_ cadre: Int) -> Bool { homes[cadre] == CountyPlaces.several }

    /// Where a cadre's unit is judged: in the county of most of its posting days, of equals the later; nil when it has none that
    /// a profile judges.
    func place(of cadre: Int, in days: DayRange, _ world: World) -> Int? {
        let home = homes[cadre]
        guard home == CountyPlaces.several else {
            return home >= 0 && world.isPosted(Subject(.cadre, cadre), touching: days) ? Int(home) : nil
        }
        let main = world.posting(of: cadre, withMostOf: days) { places[$0.village] < 0 ? nil : places[$0.village] }
        return main.map { Int(places[world.postings[$0].village]) }
    }

    /// Those who are posted in each county at some time of some days; who moves is in several.
    func cadres(of world: World, in days: DayRange) -> [[Subject]] {
        var sorted = [[Subject]](repeating: [], count: keys.count)
        for cadre in world.cadres.indices {
            for index in world.cadres[cadre].postings where world.postings[index].days.intersection(days) != nil {
                let place = places[world.postings[index].village]
                if place >= 0, sorted[Int(place)].last?.index != cadre {
                    sorted[Int(place)].append(Subject(.cadre, cadre))
                }
            }
        }
        return sorted
    }

    /// The subjects of a kind by the county that they are in.
    func sorted(_ kind: SubjectKind, _ subjects: Range<Int>, villageOf: (Subject) -> Int?) -> [[Subject]] {
        var sorted = [[Subject]](repeating: [], count: keys.count)
        for index in subjects {
            let subject = Subject(kind, index)
            if let place = villageOf(subject).flatMap({ self[$0] }) { sorted[place].append(subject) }
        }
        return sorted
    }
}

/// Which county of a run an evaluation judges.
struct CountySeat: Sendable {
    let places: CountyPlaces
    let policy: Int
    /// Nil for a city or a province, which has only offices of its own.
    let place: Int?
}

import CivilTime
import PolicyYAML

/// Every county that somebody is posted in.
struct CountyParts {
    private(set) var all: [CountyPart]
    private let places: CountyPlaces

    /// `horizon` is how far rules look; `store` is given when each village's division picks its profile.
    init(of world: World, in period: Period, _ horizon: DayRange, _ policies: [Policy], byDivision store: ProfileStore?, isExcerpt: Bool) {
        // The weeks at the period's edges reach a few days outside it.
        let days = Period(containing: period.first, unit: .week).days.union(Period(containing: period.last, unit: .week).days)
        let places = CountyPlaces(world, policies, byDivision: store)
        var pools = [[SubjectKind: [Subject]]](repeating: [:], count: places.keys.count)
        func add(_ kind: SubjectKind, _ subjects: Range<Int>, villageOf: (Subject) -> Int?) {
            for (place, found) in places.sorted(kind, subjects, villageOf: villageOf).enumerated() where !found.isEmpty { pools[place][kind] = found }
        }
        add(.cadre, world.cadres.indices) { world.village(of: $0, in: period.days) ?? world.village(of: $0, in: days) ?? world.village(of: $0, in: horizon) }
        add(.team, world.teams.indices) { world.isPosted($0, touching: horizon) ? world.teams[$0.index].village : nil }
        // Where nobody is posted in the period there is nothing to judge, nor any office to ask; an excerpt holds what a test needs.
        let isJudged = pools.map { pool in isExcerpt ? !pool.isEmpty : pool[.cadre]?.contains { world.isPosted($0, touching: days) } == true }
        add(.village, world.villages.indices, villageOf: \.index)
        // A unit is judged in every county where it has people.
        var units = [[Int]](repeating: [], count: pools.count)
        for posting in world.postings where posting.days.intersection(days) != nil {
            if let unit = posting.unit, let place = places[posting.village], units[place].last != unit { units[place].append(unit) }
        }
        for (place, units) in units.enumerated() where !units.isEmpty { pools[place][.unit] = Set(units).sorted().map { Subject(.unit, $0) } }
        var parts: [CountyKey: [SubjectKind: [Subject]]] = [:]
        for (place, key) in places.keys.enumerated() where isJudged[place] { parts[key] = pools[place] }
        CountyParts.addDivisions(of: world, to: &parts)
        self.places = places
        all = parts.keys.sorted().compactMap { key in
            let pool = parts[key] ?? [:]
            var subjects = pool
            for kind in [SubjectKind.cadre, .team] { subjects[kind] = pool[kind]?.filter { world.isPosted($0, touching: days) } }
            guard subjects[.cadre]?.isEmpty == false || subjects[.division] != nil else { return nil }
            return CountyPart(policy: key.policy, county: key.county, pool: pool, subjects: subjects)
        }
    }

    /// Adds the subjects that records list, each where its village is.
    mutating func list(_ listed: [SubjectKind: ListedSubjects]) {
        for (kind, subjects) in listed {
            let found = places.sorted(kind, subjects.identifiers.indices) { subjects.village($0.index) }
            for index in all.indices where all[index].hasPeople {
                let key = CountyKey(policy: all[index].policy, county: all[index].county)
                if let place = places[key], !found[place].isEmpty { all[index].add(kind, found[place]) }
            }
        }
    }

    /// A township and a county are judged with their county, a city and a province by themselves.
    private static func addDivisions(of world: World, to parts: inout [CountyKey: [SubjectKind: [Subject]]]) {
        var policies: [Substring: Set<Int>] = [:]
        for key in parts.keys {
            for digits in [2, 4, 6] { policies[key.county.prefix(digits), default: []].insert(key.policy) }
        }
        for (index, division) in world.divisions.enumerated() {
            for policy in policies[division.prefix.prefix(6)] ?? [] {
                let key = CountyKey(policy: policy, county: String(division.code.prefix(6)))
                parts[key, default: [:]][.division, default: []].append(Subject(.division, index))
            }
        }
    }
}

/// A county under a profile.
private struct CountyKey: Hashable, Comparable {
    let policy: Int
    let county: String

    static func < (a: CountyKey, b: CountyKey) -> Bool { (a.policy, a.county) < (b.policy, b.county) }
}

/// The counties of a world's villages.
private struct CountyPlaces {
    private(set) var keys: [CountyKey] = []
    private var placeOf: [CountyKey: Int] = [:]
    /// For each village where its county stands; nil where no profile applies.
    private var places: [Int?] = []

    init(_ world: World, _ policies: [Policy], byDivision store: ProfileStore?) {
        for village in world.villages {
            let policy = store == nil ? 0 : store?.profile(forDivision: village.code).flatMap { found in policies.firstIndex { $0.profile.code == found.code } }
            let key = policy.map { CountyKey(policy: $0, county: village.county) }
            // Most villages stand beside one of the same county.
            if let place = places.last, place.map({ keys[$0] }) == key {
                places.append(place)
                continue
            }
            places.append(key.map { key in
                if let place = placeOf[key] { return place }
                keys.append(key)
                placeOf[key] = keys.count - 1
                return keys.count - 1
            })
        }
    }

    /// Where a county stands.
    subscript(county: CountyKey) -> Int? { placeOf[county] }

    /// Where the county of a village stands.
    subscript(village: Int) -> Int? { places[village] }

    /// The subjects of a kind by the county that they are in.
    func sorted(_ kind: SubjectKind, _ subjects: Range<Int>, villageOf: (Subject) -> Int?) -> [[Subject]] {
        var sorted = [[Subject]](repeating: [], count: keys.count)
        for index in subjects {
            let subject = Subject(kind, index)
            if let place = villageOf(subject).flatMap({ places[$0] }) { sorted[place].append(subject) }
        }
        return sorted
    }
}

import CivilTime
import PolicyYAML

/// Every county that somebody is posted in.
struct CountyParts {
    private(set) var all: [CountyPart]
    private let places: CountyPlaces

    /// `periods`: each policy's. `horizon` is how far rules look; `store` is given when each village's division picks its profile.
    init(
        of world: World, in periods: [Period], _ horizon: DayRange, _ policies: [Policy],
        byDivision store: ProfileStore?, isExcerpt: Bool
    ) {
        let places = CountyPlaces(world, policies, byDivision: store)
        // The weeks at the period's edges reach a few days outside it.
        let spans = periods.map(Horizon.weeks)
        let spanOf = places.keys.map { spans[$0.policy] }
        var pools = [[SubjectKind: [Subject]]](repeating: [:], count: places.keys.count)
        func add(_ kind: SubjectKind, _ sorted: [[Subject]]) {
            for (place, found) in sorted.enumerated() where !found.isEmpty { pools[place][kind] = found }
        }
        add(.cadre, places.cadres(of: world, in: horizon))
        add(
            .team,
            places.sorted(.team, world.teams.indices) {
                world.isPosted($0, touching: horizon) ? world.teams[$0.index].village : nil
            })
        let isHere = { (cadre: Subject, place: Int) in
            world.postings(of: cadre, touching: spanOf[place]).contains { places[world.postings[$0].village] == place }
        }
        let present = pools.indices.map { place in pools[place][.cadre]?.filter { isHere($0, place) } }
        // Where nobody is posted in the period there is nothing to judge, nor any office to ask; an excerpt holds what a test needs.
        let isJudged = pools.indices.map { place in isExcerpt ? !pools[place].isEmpty : present[place]?.isEmpty == false
        }
        add(.village, places.sorted(.village, world.villages.indices, villageOf: \.index))
        // A unit is judged in every county where it has people.
        var units = [[Int]](repeating: [], count: pools.count)
        for posting in world.postings {
            guard let unit = posting.unit, let place = places[posting.village], units[place].last != unit else {
                continue
            }
            if posting.days.intersection(spanOf[place]) != nil { units[place].append(unit) }
        }
        for (place, units) in units.enumerated() where !units.isEmpty {
            pools[place][.unit] = Set(units).sorted().map { Subject(.unit, $0) }
        }
        var parts: [CountyKey: [SubjectKind: [Subject]]] = [:]
        for (place, key) in places.keys.enumerated() where isJudged[place] { parts[key] = pools[place] }
        CountyParts.addDivisions(of: world, without: Set(units.joined()), to: &parts)
        self.places = places
        all = parts.keys.sorted().compactMap { key in
            let pool = parts[key] ?? [:]
            var subjects = pool
            let place = places[key].flatMap { isJudged[$0] ? $0 : nil }
            subjects[.cadre] = place.flatMap { present[$0] }
            subjects[.team] = pool[.team]?.filter { world.isPosted($0, touching: spans[key.policy]) }
            guard subjects[.cadre]?.isEmpty == false || subjects[.division] != nil else { return nil }
            return CountyPart(
                CountySeat(places: places, policy: key.policy, place: place), county: key.county, pool: pool,
                subjects: subjects)
        }
    }

    /// Adds the subjects that records list, each where its village is, or with its division.
    mutating func list(_ listed: [SubjectKind: ListedSubjects], _ divisions: [Division]) {
        for (kind, subjects) in listed {
            let inVillages = places.sorted(kind, subjects.identifiers.indices) { subjects.village($0.index) }
            var inDivisions: [String: [Subject]] = [:]
            for index in subjects.identifiers.indices {
                guard let division = subjects.division(index) else { continue }
                inDivisions[divisions[division].seat, default: []].append(Subject(kind, index))
            }
            for index in all.indices {
                let here = all[index].seat.place.map { inVillages[$0] } ?? []
                let own = inDivisions[all[index].county] ?? []
                let found = here.isEmpty || own.isEmpty ? here + own : (here + own).sorted()
                if !found.isEmpty { all[index].add(kind, found) }
            }
        }
    }

    /// A township and a county are judged with their county, a city and a province by themselves; a unit that has people nowhere
    /// with its division.
    private static func addDivisions(
        of world: World, without senders: Set<Int>, to parts: inout [CountyKey: [SubjectKind: [Subject]]]
    ) {
        var policies: [Substring: Set<Int>] = [:]
        for key in parts.keys {
            for digits in [2, 4, 6] { policies[key.county.prefix(digits), default: []].insert(key.policy) }
        }
        for (index, division) in world.divisions.enumerated() {
            for policy in policies[division.prefix.prefix(6)] ?? [] {
                let key = CountyKey(policy: policy, county: division.seat)
                parts[key, default: [:]][.division, default: []].append(Subject(.division, index))
            }
        }
        for (index, unit) in world.units.enumerated() where !unit.division.isEmpty && !senders.contains(index) {
            let division = Division(unit.division)
            for policy in policies[division.prefix.prefix(6)] ?? [] {
                let key = CountyKey(policy: policy, county: division.seat)
                let others = parts[key]?[.unit] ?? []
                let place = others.firstIndex { $0.index > index } ?? others.endIndex
                parts[key]?[.unit, default: []].insert(Subject(.unit, index), at: place)
            }
        }
    }
}

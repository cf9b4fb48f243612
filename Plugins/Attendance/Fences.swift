internal import CivilTime
internal import ZhucunKernel

/// The fences in which a check-in counts, village by village: its own, and where a day counts too, those of other places of the township,
/// some in some months alone.
struct Fences: Sendable {
    private struct Around: Sendable {
        var own: Fence?
        var others: Int32 = 0
        var end: Int32 = 0
    }

    /// Another place than the village.
    struct Site: Sendable {
        let fence: Fence
        /// A bit for each month of the year, January lowest.
        let months: UInt16

        static let allYear: UInt16 = 0xFFF
    }

    private let villages: [Around]
    /// Township by township; for villages that have sites of their own, village by village.
    private let others: [Site]

    init(_ evidence: Evidence, _ scope: LedgerScope) {
        let own = scope.world.villages.map { village in
            village.place.map {
                Fence(centre: Place(lat: $0.lat, lng: $0.lng), radius: village.radius ?? Int64(evidence.radius) * 1000)
            }
        }
        var (ofTownship, ofVillage): ([String: [Site]], [String: [Site]]) = ([:], [:])
        for (index, village) in scope.world.villages.enumerated() where !evidence.alsoAt.isEmpty {
            let kinds = village.kinds.map { scope.symbols.text($0).split(separator: ";").map(String.init) } ?? []
            let months = evidence.alsoAt.filter { kinds.contains($0.kind) }.map(\.mask).reduce(0, |)
            guard months != 0, let fence = own[index] else { continue }
            let site = Site(fence: fence, months: months)
            if let owner = village.siteOf {
                ofVillage[owner, default: []].append(site)
            } else {
                ofTownship[village.township, default: []].append(site)
            }
        }
        var others: [Site] = []
        var ranges: [String: (Int32, Int32)] = [:]
        villages = scope.world.villages.enumerated().map { index, village in
            let name = ofVillage[village.code] == nil ? village.township : village.code
            if ranges[name] == nil {
                let sites = (ofTownship[village.township] ?? []) + (ofVillage[village.code] ?? [])
                ranges[name] = (Int32(others.count), Int32(others.count + sites.count))
                others += sites
            }
            let (start, end) = ranges[name] ?? (0, 0)
            return Around(own: own[index], others: start, end: end)
        }
        self.others = others
    }

    /// Whether a place counts as the village on a day, as a number since 1970.
    @inline(__always)
    func hold(_ place: Place, at village: Int, on day: Int) -> Bool {
        if let own = villages[village].own, own.holds(place) { return true }
        for index in Int(villages[village].others)..<Int(villages[village].end)
        where others[index].isOpen(on: day) && others[index].fence.holds(place) { return true }
        return false
    }

    /// Whether there is any.
    @inline(__always)
    func isKnown(_ village: Int) -> Bool {
        villages[village].own != nil || villages[village].others < villages[village].end
    }

    /// All of a village's, in whatever month.
    func sites(of village: Int) -> [Site] {
        (villages[village].own.map { [Site(fence: $0, months: Site.allYear)] } ?? [])
            + others[Int(villages[village].others)..<Int(villages[village].end)]
    }
}

extension Fences.Site {
    func isOpen(on day: Int) -> Bool {
        months == Fences.Site.allYear || months >> UInt16(Day(number: Int32(clamping: day)).month - 1) & 1 == 1
    }
}

extension Evidence.AlsoAt {
    fileprivate var mask: UInt16 {
        months.isEmpty ? Fences.Site.allYear : months.reduce(0) { $0 | 1 << UInt16($1 - 1) }
    }
}

internal import ZhucunKernel

/// The fences in which a check-in counts, village by village: its own, and where a day counts too, those of other places of the township.
struct Fences: Sendable {
    private struct Around: Sendable {
        var own: Fence?
        var others: Int32 = 0
        var end: Int32 = 0
    }

    private let villages: [Around]
    /// Township by township.
    private let others: [Fence]

    init(_ evidence: Evidence, _ scope: LedgerScope) {
        let own = scope.world.villages.map { village in
            village.place.map {
                Fence(centre: Place(lat: $0.lat, lng: $0.lng), radius: village.radius ?? Int64(evidence.radius) * 1000)
            }
        }
        var others: [Fence] = []
        var ranges: [String: (Int32, Int32)] = [:]
        if !evidence.alsoAt.isEmpty {
            var byTownship: [String: [Fence]] = [:]
            for (index, village) in scope.world.villages.enumerated() {
                let kinds = village.kinds.map { scope.symbols.text($0).split(separator: ";").map(String.init) } ?? []
                if let fence = own[index], kinds.contains(where: evidence.alsoAt.contains) {
                    byTownship[village.township, default: []].append(fence)
                }
            }
            for (township, fences) in byTownship.sorted(by: { $0.key < $1.key }) {
                ranges[township] = (Int32(others.count), Int32(others.count + fences.count))
                others += fences
            }
        }
        self.others = others
        villages = scope.world.villages.enumerated().map { index, village in
            let (start, end) = ranges.isEmpty ? (0, 0) : ranges[village.township] ?? (0, 0)
            return Around(own: own[index], others: start, end: end)
        }
    }

    @inline(__always)
    func hold(_ place: Place, at village: Int) -> Bool {
        if let own = villages[village].own, own.holds(place) { return true }
        for index in Int(villages[village].others)..<Int(villages[village].end) where others[index].holds(place) {
            return true
        }
        return false
    }

    /// Whether there is any.
    @inline(__always)
    func isKnown(_ village: Int) -> Bool {
        villages[village].own != nil || villages[village].others < villages[village].end
    }

    func around(_ village: Int) -> [Fence] {
        (villages[village].own.map { [$0] } ?? []) + others[Int(villages[village].others)..<Int(villages[village].end)]
    }
}

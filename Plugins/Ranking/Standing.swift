public import ZhucunKernel

/// Somebody with a total: what it is ranked by, the most important first.
struct Contestant: Sendable {
    let index: Int
    let keys: [Fraction]
}

/// Where somebody stands.
struct Place: Sendable {
    let contestant: Contestant
    /// Competition rank: 1, 2, 2, 4.
    let rank: Int
    /// Index of the band, the best first; nil without bands.
    let band: Int?
    let isTieAcrossEdge: Bool
}

enum Standing {
    /// Everybody's place. Those still tied after all keys share the rank, and the band of the tie's last place.
    static func places(_ contestants: [Contestant], shares: [Fraction]) -> [Place] {
        let sorted = contestants.sorted { a, b in
            for (x, y) in zip(a.keys, b.keys) where x != y { return x > y }
            return a.index < b.index
        }
        let seats = Quota.seats(sorted.count, shares: shares)
        let bands = seats.enumerated().flatMap { band, count in Array(repeating: band, count: count) }
        var places: [Place] = []
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, sorted[end].keys == sorted[start].keys { end += 1 }
            let band = bands.isEmpty ? nil : bands[end - 1]
            let crosses = !bands.isEmpty && bands[start] != bands[end - 1]
            for index in start..<end {
                places.append(Place(contestant: sorted[index], rank: start + 1, band: band, isTieAcrossEdge: crosses))
            }
            start = end
        }
        return places
    }
}

/// Seats by the largest remainder.
public enum Quota {
    /// How many of `count` each share gets: always `count` in all, ties in remainders to the lower band. Shares add up to one.
    public static func seats(_ count: Int, shares: [Fraction]) -> [Int] {
        guard !shares.isEmpty else { return [] }
        let exact = shares.map { (try? $0 * Fraction(count)) ?? .zero }
        var seats = exact.map(\.roundedDown)
        let remainders = zip(exact, seats).map { (try? $0 - Fraction($1)) ?? .zero }
        let order = shares.indices.sorted { a, b in
            remainders[a] != remainders[b] ? remainders[a] > remainders[b] : a > b
        }
        let left = count - seats.reduce(0, +)
        for index in order.prefix(max(0, left)) { seats[index] += 1 }
        return seats
    }
}

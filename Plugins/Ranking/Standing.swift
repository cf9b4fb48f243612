public import ZhucunKernel

/// Where somebody stands.
struct Place: Sendable {
    let contestant: Int
    /// Competition rank: 1, 2, 2, 4.
    let rank: Int
    /// How many are ranked together.
    let ranked: Int
    /// Index of the band, the best first; nil without bands.
    let band: Int?
    let isTieAcrossEdge: Bool
}

enum Standing {
    /// The places of some contestants, the best first, by their totals and then by the tie breakers, one list for each. Those still
    /// tied share the rank, and the band of the tie's last place.
    static func places(_ contestants: [Int], by totals: [Fraction], tieBreak: [[Fraction]], shares: [Fraction])
        -> [Place]
    {
        let sorted = contestants.map { (index: $0, total: totals[$0]) }.sorted { a, b in
            if a.total != b.total { return a.total > b.total }
            for keys in tieBreak where keys[a.index] != keys[b.index] { return keys[a.index] > keys[b.index] }
            return a.index < b.index
        }
        let seats = Quota.seats(sorted.count, shares: shares)
        let bands = seats.enumerated().flatMap { band, count in Array(repeating: band, count: count) }
        let isTied = { (a: Int, b: Int) in
            sorted[a].total == sorted[b].total && tieBreak.allSatisfy { $0[sorted[a].index] == $0[sorted[b].index] }
        }
        var places: [Place] = []
        places.reserveCapacity(sorted.count)
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, isTied(start, end) { end += 1 }
            let band = bands.isEmpty ? nil : bands[end - 1]
            let crosses = !bands.isEmpty && bands[start] != bands[end - 1]
            for index in start..<end {
                places.append(
                    Place(
                        contestant: sorted[index].index, rank: start + 1, ranked: sorted.count, band: band,
                        isTieAcrossEdge: crosses))
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

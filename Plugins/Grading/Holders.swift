internal import ZhucunKernel

/// Those who hold a grade with a quota: who is beyond it.
struct Holders {
    /// All who fall, and of them those whose tie with others lies across the quota's edge.
    let beyond: [Int]
    let tied: [Int]

    /// - Parameter keys: what they are graded by, names all alike, then what breaks ties: one that is not known of somebody breaks none of
    ///   the tie, and none behind it.
    init(_ holders: [Int], by first: [MeasureValue?], tieBreak: [[MeasureValue?]], seats: Int) {
        guard holders.count > seats else {
            (beyond, tied) = ([], [])
            return
        }
        let total = { (holder: Int) in first[holder]?.number ?? .zero }
        var keys: [Int: [Fraction]] = [:]
        for tied in Dictionary(grouping: holders, by: total).values {
            let known = tieBreak.prefix { values in tied.allSatisfy { values[$0]?.number != nil } }
            for holder in tied { keys[holder] = [total(holder)] + known.compactMap { $0[holder]?.number } }
        }
        func isBefore(_ a: Int, _ b: Int) -> Bool {
            zip(keys[a] ?? [], keys[b] ?? []).first { $0 != $1 }.map { $0.0 > $0.1 } ?? false
        }
        let sorted = holders.sorted { isBefore($0, $1) || (!isBefore($1, $0) && $0 < $1) }
        let edge = keys[sorted[seats]]
        let start = sorted.firstIndex { keys[$0] == edge } ?? seats
        beyond = Array(sorted[start...])
        tied = start < seats ? beyond.filter { keys[$0] == edge } : []
    }
}

internal import ZhucunKernel

/// Those who hold a grade with a quota: who is beyond it.
struct Holders {
    /// All who fall, and of them those whose tie with others lies across the quota's edge.
    let beyond: [Int]
    let tied: [Int]

    /// - Parameter keys: what they are graded by, names all alike, then what breaks ties; who has no such measure stands behind.
    init(_ holders: [Int], by keys: [[MeasureValue?]], seats: Int) {
        guard holders.count > seats else {
            (beyond, tied) = ([], [])
            return
        }
        let keyed = holders.map { holder in (holder: holder, key: keys.map { $0[holder]?.number ?? Fraction(-1) }) }
        let sorted = keyed.sorted { a, b in
            zip(a.key, b.key).first { $0 != $1 }.map { $0.0 > $0.1 } ?? (a.holder < b.holder)
        }
        let edge = sorted[seats].key
        let start = sorted.firstIndex { $0.key == edge } ?? seats
        beyond = sorted[start...].map(\.holder)
        tied = start < seats ? sorted[start...].filter { $0.key == edge }.map(\.holder) : []
    }
}

package import CivilTime

extension World {
    /// Where most of a cadre's posting days lie: the last posting of those that are alike by `key`, of equals the later. Days
    /// covered twice count once; postings without a key do not count. Nil when none touches the days.
    package func posting<Key: Hashable>(of cadre: Int, withMostOf days: DayRange, by key: (Posting) -> Key?) -> Int? {
        let (only, isOnly) = onlyPosting(of: cadre, touching: days) { key($0) != nil }
        guard !isOnly else { return only }
        var shares: [Key: (days: Int, last: Day, posting: Int)] = [:]
        // By their first day: what comes behind the last day so far is new.
        for index in cadres[cadre].postings {
            guard let own = postings[index].days.intersection(days), let key = key(postings[index]) else { continue }
            let share = shares[key] ?? (0, own.first.advanced(by: -1), index)
            shares[key] = (
                share.days + max(0, own.last - max(share.last, own.first.advanced(by: -1))), max(share.last, own.last),
                index
            )
        }
        return shares.values.max { ($0.days, $0.last, $0.posting) < ($1.days, $1.last, $1.posting) }?.posting
    }

    /// The first posting that touches some days, and whether no other does: most cadres have one.
    private func onlyPosting(of cadre: Int, touching days: DayRange, where isTaken: (Posting) -> Bool) -> (
        found: Int?, isOnly: Bool
    ) {
        var found: Int?
        for index in cadres[cadre].postings
        where postings[index].days.intersection(days) != nil && isTaken(postings[index]) {
            guard found == nil else { return (found, false) }
            found = index
        }
        return (found, true)
    }

    /// The posting where a cadre mostly was: in the county of most days, in it the township, in that the village.
    package func mainPosting(of cadre: Int, in days: DayRange, where isTaken: (Posting) -> Bool = { _ in true }) -> Int?
    {
        let (only, isOnly) = onlyPosting(of: cadre, touching: days, where: isTaken)
        guard !isOnly else { return only }
        var found: Int?
        var prefix: Substring = ""
        for digits in [6, 9, 12] {
            found = posting(of: cadre, withMostOf: days) { posting in
                let code = villages[posting.village].code
                return isTaken(posting) && code.hasPrefix(prefix) ? code.prefix(digits) : nil
            }
            guard let found else { return nil }
            prefix = villages[postings[found].village].code.prefix(digits)
        }
        return found
    }
}

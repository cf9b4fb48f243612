import CivilTime
import PolicyYAML

// What a cadre's postings and leave say of some days, for filters and groups.

extension Evaluation {
    /// Whole months from the first day of the term to the end of some days, or of the term.
    func monthsPosted(_ cadre: Subject, _ days: DayRange) -> Int? {
        guard let first = termStart(of: cadre, in: days) else { return nil }
        let ended = termEnds(cadre, by: days.last).map { min($0, days.last) } ?? days.last
        let after = ended.advanced(by: 1)
        var months = 0
        while first.addingMonths(months + 1) <= after { months += 1 }
        return months
    }

    /// The types of leave that counts, on any of some days; or those that last over all of them on which the cadre is posted.
    func leaveTypes(of cadre: Subject, in days: DayRange, isThroughout: Bool) -> [String] {
        let table = records.table(.leaves)
        guard let names = world.symbolOf[.cadre], names.indices.contains(cadre.index) else { return [] }
        let columns = Leaves.declared()
        let counted = policy.snapshot(on: days.last)?.general.leaveCounts ?? []
        let today = asOf ?? .distantFuture
        var spans: [String: [DayRange]] = [:]
        for row in table.rows(of: names[cadre.index]) {
            guard let from = table[columns.from, row], let to = table[columns.to, row],
                let type = table[columns.type, row], let status = table[columns.status, row],
                counted.contains(symbols.text(status)), table[columns.requestedOn, row].map({ $0 <= today }) ?? true,
                table[columns.approvedOn, row].map({ $0 <= today }) ?? true
            else { continue }
            let back = table[columns.returned, row].flatMap { $0 <= today ? $0.advanced(by: -1) : nil } ?? to
            guard let span = DayRange(from, min(to, back))?.intersection(days) else { continue }
            spans[symbols.text(type), default: []].append(span)
        }
        guard isThroughout else { return spans.keys.sorted() }
        let posted = world.postings(of: cadre, touching: days).compactMap { world.postings[$0].days.intersection(days) }
        return spans.filter { _, spans in posted.allSatisfy { $0.isCovered(by: spans) } }.keys.sorted()
    }
}

extension DayRange {
    /// Whether every one of its days lies in one of the others.
    fileprivate func isCovered(by others: [DayRange]) -> Bool {
        var next = first
        for other in others.sorted(by: { $0.first < $1.first }) where other.first <= next {
            next = max(next, other.last.advanced(by: 1))
        }
        return next > last
    }
}

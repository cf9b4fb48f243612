import CivilTime

/// A stay: the postings of one batch, whatever village, role or gap; where a batch is not recorded, postings that lie close enough.
private struct Term {
    var days: DayRange
    var batch: Symbol?

    /// A posting goes on with the term before it unless both say their batch.
    func goesOn(with posting: Posting, _ batch: Symbol?, gap: Int) -> Bool {
        (self.batch == nil || batch == nil) && posting.days.first - days.last - 1 <= gap
    }
}

extension World {
    /// The days, from the first to the last, of the term that a subject's postings belong to: of those asked for the last.
    /// `gap`: the most days between two postings of one term where no batch is recorded.
    package func term(of subject: Subject, gap: Int, in period: Period, where isAsked: (Posting) -> Bool) -> DayRange? {
        let own = postings(of: subject, around: period)
        guard own.count > 1 else { return own.first.map { postings[$0] }.flatMap { isAsked($0) ? $0.days : nil } }
        var terms: [Term] = []
        var places: [Symbol: Int] = [:]
        var newest = -1
        var asked: Int?
        for posting in own.lazy.map({ self.postings[$0] }) {
            let batch = posting.team.flatMap { teams[$0].batch }
            if let known = batch.flatMap({ places[$0] }) {
                newest = known
            } else if newest < 0 || !terms[newest].goesOn(with: posting, batch, gap: gap) {
                newest = terms.count
                terms.append(Term(days: posting.days, batch: batch))
            }
            terms[newest].days = terms[newest].days.union(posting.days)
            if let batch {
                terms[newest].batch = batch
                places[batch] = newest
            }
            if isAsked(posting) { asked = newest }
        }
        return asked.map { terms[$0].days }
    }

    /// All postings of a subject by their first day: a cadre's own, a team's members', anybody's in the village of anything else.
    package func postings(of subject: Subject, around period: Period) -> [Int] {
        switch subject.kind {
        case .cadre: Array(cadres[subject.index].postings)
        case .team:
            postingsOfTeam[subject.index].sorted { (postings[$0].days.first, $0) < (postings[$1].days.first, $1) }
        default: village(of: subject, in: period.days).map { Array(postingsOfVillage[$0]) } ?? []
        }
    }
}

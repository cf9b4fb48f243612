public import CivilTime

/// To which county, township, team and role a cadre's unit belongs: that of most of its posting days, of equals the later.
extension Evaluation {
    /// Whether the days of a posting are judged under this evaluation's profile: each profile judges those of the postings that lie
    /// under it, and no others count in its units.
    public func judges(_ posting: Posting) -> Bool { seat.places.policy(of: posting.village) == seat.policy }

    /// Whether a unit of a cadre, or of a team, belongs to this county. Of other subjects all units of the county's do.
    public func judges(_ subject: Subject, in days: DayRange) -> Bool {
        switch subject.kind {
        case .cadre: seat.places.place(of: subject.index, in: days, world) == seat.place
        case .team: world.isPosted(subject, touching: days)
        default: true
        }
    }

    /// Whether a day of a cadre belongs to this county.
    public func judges(_ subject: Subject, on day: Day) -> Bool { judges(subject, in: DayRange(day)) }

    /// Whether a cadre, or a team's member, is posted in this county on some of the days.
    func isPosted(_ subject: Subject, in days: DayRange) -> Bool {
        guard subject.kind == .cadre, seat.places.isMover(subject.index) else { return judges(subject, in: days) }
        return world.postings(of: subject, touching: days).contains {
            seat.places[world.postings[$0].village] == seat.place
        }
    }

    /// The first of some days on which a cadre is posted in any county that a profile judges.
    public func firstDayPosted(_ cadre: Subject, in days: DayRange) -> Day? {
        world.postings(of: cadre, touching: days).lazy.map { self.world.postings[$0] }.filter {
            self.seat.places[$0.village] != nil
        }
        .map { max($0.days.first, days.first) }.min()
    }

    /// Where a unit of a cadre or a team is judged; nil where nowhere.
    func place(of subject: Subject, in days: DayRange) -> Int? {
        switch subject.kind {
        case .cadre: seat.places.place(of: subject.index, in: days, world)
        case .team: seat.places[world.teams[subject.index].village]
        default: nil
        }
    }

    /// The village that a subject is at, in some days: a cadre's in the township of most of its days in this county.
    public func village(of subject: Subject, in days: DayRange) -> Int? {
        guard subject.kind == .cadre else { return world.village(of: subject, in: days) }
        return world.mainPosting(of: subject.index, in: days) { seat.places[$0.village] == seat.place }.map {
            world.postings[$0].village
        }
    }

    /// The team of a cadre in some days.
    public func team(of cadre: Subject, in days: DayRange) -> Int? { main(cadre, in: days, by: \.team).flatMap(\.team) }

    /// The role of a cadre in some days.
    public func role(of cadre: Subject, in days: DayRange) -> Symbol? { main(cadre, in: days, by: \.role)?.role }

    /// A posting of a cadre that says what most of its days in this profile do.
    func main<Fact: Hashable>(_ cadre: Subject, in days: DayRange, by fact: (Posting) -> Fact?) -> Posting? {
        world.posting(of: cadre.index, withMostOf: days) { judges($0) ? fact($0) : nil }.map { world.postings[$0] }
    }
}

/// Terms: a cadre's stay, whatever its villages, roles and profiles.
extension Evaluation {
    /// The first day of the term that a subject is in, at the end of some days.
    func termStart(of subject: Subject, in days: DayRange) -> Day? {
        term(of: subject, on: days.last) { $0.days.intersection(days) != nil }?.first
    }

    /// The first day of the newest term that has begun by a day: a cadre's own, or of whoever is in a team or a village.
    public func termBegan(_ subject: Subject, by day: Day) -> Day? {
        term(of: subject, on: day) { $0.days.first <= day }?.first
    }

    /// The last day of the newest term that has begun by a day; nil while it goes on.
    public func termEnds(_ subject: Subject, by day: Day) -> Day? {
        term(of: subject, on: day) { $0.days.first <= day }.flatMap { $0.last == .distantFuture ? nil : $0.last }
    }

    private func term(of subject: Subject, on day: Day, where isAsked: (Posting) -> Bool) -> DayRange? {
        world.term(of: subject, gap: policy.snapshot(on: day)?.general.termGap ?? 0, in: period, where: isAsked)
    }
}

public import CivilTime

/// The days on which a cadre was a unit's, a team's, a village's or a division's.
public struct Stay: Sendable {
    /// Who it is.
    package let cadre: Subject
    /// The part of the days asked for.
    package let days: DayRange
}

extension Evaluation {
    /// The cadres whom a unit sent, who were in a team, or were posted in a village or division, on some days; each stay on its own, by
    /// cadre and day. None for other kinds of subject.
    public func stays(with subject: Subject, in days: DayRange) -> [Stay] {
        world.postings(belongingTo: subject).filter(judges).compactMap { posting in
            posting.days.intersection(days).map { Stay(cadre: Subject(.cadre, posting.cadre), days: $0) }
        }.sorted { ($0.cadre, $0.days.first) < ($1.cadre, $1.days.first) }
    }
}

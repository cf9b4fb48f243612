public import CivilTime

/// The days on which a cadre was a unit's, a team's, a village's or a division's.
public struct Stay: Sendable {
    /// Who it is.
    public let cadre: Subject
    /// The part of the days asked for.
    public let days: DayRange
}

private struct PostingsOfUnits: OnceKey { typealias Value = [Int: [Posting]] }

extension Evaluation {
    /// The cadres whom a unit sent, who were in a team, or were posted in a village or division, on some days; each stay on its own, by
    /// cadre and day. None for other kinds of subject.
    public func stays(with subject: Subject, in days: DayRange) -> [Stay] {
        let postings: [Posting] =
            switch subject.kind {
            case .unit: sent()[subject.index] ?? []
            case .team: world.postingsOfTeam[subject.index].map { world.postings[$0] }
            case .village: world.postingsOfVillage[subject.index].map { world.postings[$0] }
            case .division: posted(in: world.divisions[subject.index].code)
            default: []
            }
        return postings.filter(judges).compactMap { posting in
            posting.days.intersection(days).map { Stay(cadre: Subject(.cadre, posting.cadre), days: $0) }
        }.sorted { ($0.cadre, $0.days.first) < ($1.cadre, $1.days.first) }
    }

    private func sent() -> [Int: [Posting]] {
        once(PostingsOfUnits()) {
            Dictionary(grouping: world.postings.filter { $0.unit != nil }) { $0.unit ?? 0 }
        }
    }

    private func posted(in code: String) -> [Posting] {
        world.villages.indices.filter { world.villages[$0].code.hasPrefix(Profile.prefix(of: code)) }.flatMap {
            village in
            world.postingsOfVillage[village].map { world.postings[$0] }
        }
    }
}

internal import CivilTime

/// In which days records of a kind were kept about subjects, of one after another.
struct CoveringSpans {
    private let evaluation: Evaluation
    private let isPresent: Bool
    private let spans: [Coverage]
    /// By the code of a division and a team, the days in order, those that touch each other joined.
    private var known = Remembered<Place, [DayRange]>()

    private struct Place: Hashable {
        let code: String
        let team: Int?
    }

    init(_ kind: RecordKind, _ evaluation: Evaluation) {
        self.evaluation = evaluation
        isPresent = evaluation.records.table(kind).isPresent
        spans = evaluation.coverage[kind.name] ?? []
    }

    /// Without a coverage file a kind that has a file at all is taken as kept; with one, every day must be covered. Of days that are
    /// not over when it is asked nobody can have kept any yet.
    mutating func kept(_ subject: Subject, _ days: DayRange) -> CountedFacts.Kept {
        guard isPresent else { return .none }
        guard !spans.isEmpty, let past = past(days) else { return .all }
        let covering = covering(place(of: subject, in: days))
        guard let first = covering.first(where: { $0.last >= past.first }), first.first <= past.last else {
            return .none
        }
        return first.contains(past) ? .all : .some
    }

    /// The days of which none were kept.
    mutating func missing(_ subject: Subject, _ days: DayRange) -> [DayRange] {
        guard let past = past(days), !isPresent || !spans.isEmpty else { return [] }
        return isPresent ? covering(place(of: subject, in: days)).missing(in: past) : [past]
    }

    /// Of days before records were kept nothing is missing, and of those to come nothing yet.
    private func past(_ days: DayRange) -> DayRange? {
        DayRange(
            max(days.first, evaluation.policy.recordsFrom ?? days.first),
            min(days.last, evaluation.asOf?.advanced(by: -1) ?? days.last))
    }

    private func place(of subject: Subject, in days: DayRange) -> Place {
        let world = evaluation.world
        let team =
            subject.kind == .team
            ? subject.index : world.lastPosting(of: subject, touching: days).flatMap { world.postings[$0].team }
        return Place(code: world.division(of: subject, in: days), team: team)
    }

    private mutating func covering(_ place: Place) -> [DayRange] {
        known.answer(to: place) { [spans] in
            spans.filter { $0.covers(place.code, place.team.map { [$0] } ?? []) }.map(\.days).joined
        }
    }
}

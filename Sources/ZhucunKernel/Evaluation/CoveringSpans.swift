internal import CivilTime

/// In which days records of a kind were kept about subjects, of one after another.
struct CoveringSpans {
    private let evaluation: Evaluation
    private let isPresent: Bool
    private let spans: [Coverage]
    /// By the code of a division, its days in order, those that touch each other joined.
    private var known = Remembered<String, [DayRange]>()

    init(_ kind: RecordKind, _ evaluation: Evaluation) {
        self.evaluation = evaluation
        isPresent = evaluation.records.table(kind).isPresent
        spans = evaluation.coverage[kind.name] ?? []
    }

    /// Without a coverage file a kind that has a file at all is taken as kept; with one, every day must be covered. Of days that are
    /// not over when it is asked nobody can have kept any yet.
    mutating func kept(_ subject: Subject, _ days: DayRange) -> CountedFacts.Kept {
        guard isPresent else { return .none }
        guard !spans.isEmpty else { return .all }
        guard let past = DayRange(days.first, min(days.last, evaluation.asOf?.advanced(by: -1) ?? days.last)) else { return .all }
        let covering = covering(evaluation.world.division(of: subject, in: days))
        guard let first = covering.first(where: { $0.last >= past.first }), first.first <= past.last else { return .none }
        return first.contains(past) ? .all : .some
    }

    private mutating func covering(_ code: String) -> [DayRange] {
        known.answer(to: code) { [spans] in
            let sorted = spans.filter { code.hasPrefix($0.division) }.map(\.days).sorted { $0.first < $1.first }
            return sorted.reduce(into: []) { joined, days in
                if let last = joined.last, days.first <= last.last.advanced(by: 1) {
                    joined[joined.count - 1] = last.union(days)
                } else {
                    joined.append(days)
                }
            }
        }
    }
}

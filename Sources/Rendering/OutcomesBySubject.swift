internal import Results

/// The outcomes of each subject, block by block; subjects in their order.
struct OutcomesBySubject {
    let subjects: [Int]
    private let places: [OutcomePlace]
    /// Where the places of each subject begin, and where those of the last end.
    private let starts: [Int]

    init(_ outcomes: [Outcomes], where isTaken: (Outcome) -> Bool = { _ in true }) {
        // A counting sort: subjects are rows of one table.
        var counts: [Int] = []
        var taken: [(subject: Int, place: OutcomePlace)] = []
        for (block, outcomes) in outcomes.enumerated() {
            for index in outcomes.indices where isTaken(outcomes[index]) {
                let subject = outcomes.subject(index)
                if subject >= counts.count { counts += repeatElement(0, count: subject + 1 - counts.count) }
                counts[subject] += 1
                taken.append((subject, OutcomePlace(block: block, index: index)))
            }
        }
        var free: [Int] = []
        var starts = [0]
        for count in counts {
            free.append(starts[starts.count - 1])
            if count > 0 { starts.append(starts[starts.count - 1] + count) }
        }
        var places = [OutcomePlace](repeating: OutcomePlace(block: 0, index: 0), count: taken.count)
        for (subject, place) in taken {
            places[free[subject]] = place
            free[subject] += 1
        }
        subjects = counts.indices.filter { counts[$0] > 0 }
        self.starts = starts
        self.places = places
    }

    /// Those of the subject at a place in `subjects`.
    func places(of subject: Int) -> ArraySlice<OutcomePlace> { places[starts[subject]..<starts[subject + 1]] }
}

internal import ZhucunKernel

/// The findings of each subject, block by block; subjects in their order.
struct FindingsBySubject {
    let subjects: [Subject]
    private let places: [FindingPlace]
    /// Where the places of each subject begin, and where those of the last end.
    private let starts: [Int]

    init(_ findings: [[Finding]], where isTaken: (Finding) -> Bool = { _ in true }) {
        var numbers: [Subject: Int] = [:]
        var found: [Subject] = []
        var counts: [Int] = []
        var taken: [(number: Int, place: FindingPlace)] = []
        // Blocks mostly list the same subjects: behind one comes the one that came behind it before.
        var next = 0
        for block in findings.indices {
            for index in findings[block].indices where isTaken(findings[block][index]) {
                let subject = findings[block][index].subject
                let number = next < found.count && found[next] == subject ? next : numbers[subject] ?? found.count
                next = number + 1
                if number == found.count {
                    numbers[subject] = number
                    found.append(subject)
                    counts.append(0)
                }
                counts[number] += 1
                taken.append((number, FindingPlace(block: block, index: index)))
            }
        }
        let order = found.indices.sorted { found[$0] < found[$1] }
        var starts = [0]
        var free = counts
        for number in order {
            free[number] = starts[starts.count - 1]
            starts.append(free[number] + counts[number])
        }
        var places = [FindingPlace](repeating: FindingPlace(block: 0, index: 0), count: taken.count)
        for (number, place) in taken {
            places[free[number]] = place
            free[number] += 1
        }
        subjects = order.map { found[$0] }
        self.starts = starts
        self.places = places
    }

    /// Those of the subject at a place in `subjects`.
    func places(of subject: Int) -> ArraySlice<FindingPlace> { places[starts[subject]..<starts[subject + 1]] }
}

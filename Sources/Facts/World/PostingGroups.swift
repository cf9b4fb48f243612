/// Postings by where they belong: places in ``World/postings``, group by group.
public struct PostingGroups: Sendable {
    private var members: [Int]
    private var ends: [Int32]

    /// `group`: where each posting belongs, if anywhere. In each group they stand as in the world.
    init(_ postings: [Posting], count: Int, group: (Posting) -> Int?) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for posting in postings { if let group = group(posting) { starts[group + 1] += 1 } }
        for group in 0..<count { starts[group + 1] += starts[group] }
        members = Array(repeating: 0, count: Int(starts[count]))
        for (index, posting) in postings.enumerated() {
            guard let group = group(posting) else { continue }
            members[Int(starts[group])] = index
            starts[group] += 1
        }
        ends = starts
    }

    /// The places in ``World/postings`` of a group's postings; `group` is the place of the team or village in the
    /// world.
    package subscript(_ group: Int) -> ArraySlice<Int> { members[range(group)] }

    private func range(_ group: Int) -> Range<Int> { (group == 0 ? 0 : Int(ends[group - 1]))..<Int(ends[group]) }

    /// The same with each group in another order.
    func sorted(by isBefore: (Int, Int) -> Bool) -> PostingGroups {
        var sorted = self
        sorted.members.withUnsafeMutableBufferPointer { members in
            for group in ends.indices.dropLast() { members[range(group)].sort(by: isBefore) }
        }
        return sorted
    }
}

extension World {
    /// The postings that a unit sent, that are in a team or a village, or that lie in a division, each group in its order; none for
    /// other kinds of subject.
    package func postings(belongingTo subject: Subject) -> [Posting] {
        let places: [Int] =
            switch subject.kind {
            case .unit: Array(postingsOfUnit[subject.index])
            case .team: Array(postingsOfTeam[subject.index])
            case .village: Array(postingsOfVillage[subject.index])
            case .division: villages(in: divisions[subject.index]).flatMap { postingsOfVillage[$0] }
            default: []
            }
        return places.map { postings[$0] }
    }

    /// Villages stand in the order of their codes: those of a division beside each other.
    private func villages(in division: Division) -> Range<Int> {
        let prefix = division.prefix
        var (first, end) = (0, villages.count)
        while first < end {
            let middle = (first + end) / 2
            if villages[middle].code < prefix { first = middle + 1 } else { end = middle }
        }
        return villages.indices[first...].prefix { villages[$0].code.hasPrefix(prefix) }
    }
}

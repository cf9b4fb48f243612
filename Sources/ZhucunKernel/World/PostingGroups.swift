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
    public subscript(_ group: Int) -> ArraySlice<Int> { members[range(group)] }

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

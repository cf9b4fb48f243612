internal import ZhucunKernel

/// Those who have a rank in one unit.
struct RankedFindings {
    private struct Entry {
        let rank: Fraction
        /// The place among the findings.
        let index: Int
    }

    private let findings: [Finding]
    private let entries: [Entry]

    /// `rank` is the measure that it is.
    init(_ findings: [Finding], by rank: Int) {
        self.findings = findings
        entries = findings.indices.filter { findings[$0].verdict == .met }.map { index in
            Entry(rank: findings[index].values[rank]?.number ?? .zero, index: index)
        }
    }

    private init(_ findings: [Finding], _ entries: [Entry]) {
        self.findings = findings
        self.entries = entries
    }

    var count: Int { entries.count }

    func filter(_ isTaken: (Finding) -> Bool) -> RankedFindings { RankedFindings(findings, entries.filter { isTaken(findings[$0.index]) }) }

    /// The first first.
    var ordered: [Finding] { entries.sorted(by: isBefore).map { findings[$0.index] } }

    func first(_ count: Int) -> [Finding] { entries.sortedPrefix(count, by: isBefore).map { findings[$0.index] } }

    /// The last ones, the very last last.
    func last(_ count: Int) -> [Finding] {
        entries.reversed().sortedPrefix(count) { isBefore($1, $0) }.reversed().map { findings[$0.index] }
    }

    /// Subjects of one rank stand in their order.
    private func isBefore(_ a: Entry, _ b: Entry) -> Bool {
        a.rank == b.rank ? findings[a.index].subject < findings[b.index].subject : a.rank < b.rank
    }
}

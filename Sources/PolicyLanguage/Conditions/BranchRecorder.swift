package import PolicyYAML

/// Notes which way every condition went and on which side of every number: what a run of tests exercised.
public final class BranchRecorder {
    /// What was noted so far.
    package private(set) var notes = BranchNotes()

    /// A recorder that has noted nothing.
    package init() {}

    package func note(_ node: Node, _ truth: Truth) { notes.truths[BranchNotes.Place(node), default: []].insert(truth) }

    func note(_ part: Comparison.Part, _ value: Fraction) {
        guard let number = part.number else { return }
        notes.sides[BranchNotes.Place(part.node), default: []].insert(
            value == number ? .exactly : value < number ? .below : .above)
    }
}

/// What a recorder noted.
package struct BranchNotes: Sendable {
    /// Where a condition or a number stands in its file.
    struct Place: Hashable, Sendable {
        let path: String
        let start: Int

        init(_ node: Node) {
            path = node.file.path
            start = node.start
        }
    }

    /// Where a value lay, seen from the number that it was compared with.
    package enum Side: String, Sendable, CaseIterable { case below, exactly, above }

    fileprivate(set) var truths: [Place: Set<Truth>] = [:]
    fileprivate(set) var sides: [Place: Set<Side>] = [:]

    /// Nothing noted yet.
    package init() {}

    /// How a condition came out.
    package func truths(of branch: ConditionBranch) -> Set<Truth> { truths[Place(branch.node)] ?? [] }

    /// Where values lay.
    package func sides(of threshold: Threshold) -> Set<Side> { sides[Place(threshold.node)] ?? [] }

    /// Adds what another one noted.
    package mutating func merge(_ other: BranchNotes) {
        truths.merge(other.truths) { $0.union($1) }
        sides.merge(other.sides) { $0.union($1) }
    }
}

/// One condition of a provision, or one inside it.
package struct ConditionBranch: Sendable {
    /// `all`, `any`, `not`, `measure`, `count`, `field` or `sum`.
    package let form: String
    /// Where it stands in the profile.
    package let node: Node
}

/// A number that values are compared with.
public struct Threshold: Sendable {
    /// How values are compared with it.
    package let word: Comparison.Word
    /// The number in the unit of its dimension: `60%` is 3/5.
    package let number: Fraction
    /// Where the comparison stands in the profile.
    package let node: Node
    /// Where a value can lie at all.
    package let sides: [BranchNotes.Side]

    init?(_ part: Comparison.Part) {
        guard let number = part.number, case .number(let quantity)? = part.operands.first else { return nil }
        word = part.word
        self.number = number
        node = part.node
        sides = BranchNotes.Side.allCases.filter { side in
            switch side {
            case .below: number > .zero
            case .exactly: true
            case .above: quantity.dimension != .share || number < .one
            }
        }
    }
}

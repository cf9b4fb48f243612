/// What follows from a provision: a proposal to an office, never executed by the machine.
public struct Action: Sendable, Hashable {
    /// A word of the vocabulary's group `action`.
    public let kind: String
    /// Its parts in the order of the profile: who, what, for how long.
    public let details: [(key: String, value: String)]

    /// A proposal of a kind, with its parts in the order in which they are to be told.
    public init(kind: String, details: [(key: String, value: String)]) {
        self.kind = kind
        self.details = details
    }

    public static func == (a: Action, b: Action) -> Bool {
        a.kind == b.kind && a.details.elementsEqual(b.details) { $0.key == $1.key && $0.value == $1.value }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        for detail in details {
            hasher.combine(detail.key)
            hasher.combine(detail.value)
        }
    }
}

public import CivilTime
public import PolicyYAML
public import ZhucunKernel

/// One test of a policy: what is given, and how one provision must come out in one unit.
public struct PolicyTest: Sendable {
    public let name: String
    /// Ids of the register that it is about.
    public let orders: [String]
    public let item: ProvisionKey
    public let unit: Period
    public let asOf: Day?
    /// Whom it is about, unless an expectation names others.
    public let subject: String
    let records: TestRecords
    /// Words of the records that no vocabulary has, on purpose.
    let unlisted: [Node]
    let expectations: [Expectation]
    let node: Node

    public var location: Location { node.location }
}

/// One thing that must come out.
struct Expectation: Sendable {
    enum Value: Sendable {
        /// Nil: no finding at all.
        case verdict(Verdict?)
        /// Nil: no value.
        case measure(String, MeasureValue?)
        case actions([ExpectedAction])
    }

    /// An identifier of a subject, or of the record that was judged.
    let of: String
    let key: String
    let value: Value
    let node: Node
}

/// An action by its kind, and those of its parts that the test names.
struct ExpectedAction: Sendable {
    let kind: String
    let details: [(key: String, value: String)]

    func fits(_ action: Action) -> Bool {
        action.kind == kind
            && details.allSatisfy { detail in
                action.details.contains { $0.key == detail.key && $0.value == detail.value }
            }
    }
}

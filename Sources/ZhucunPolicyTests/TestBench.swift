internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// A profile under test: its policy, resolved once, and the place where its tests happen.
public struct TestBench: Sendable {
    public let policy: Policy
    let assessor: Assessor
    let place: TestPlace
    let kinds: [String: RecordKind]
    /// The provisions by `section/id`.
    let keys: [String: ProvisionKey]
    /// Of what records are kept in a test, if it does not say otherwise.
    let kept: [RecordKind]

    public init(_ policy: Policy, _ assessor: Assessor) {
        self.policy = policy
        self.assessor = assessor
        place = TestPlace(policy.profile)
        keys = Dictionary(policy.keys.map { ($0.description, $0) }, uniquingKeysWith: { a, _ in a })
        kept = assessor.plugins.kinds.filter { !$0.about.isStreamed && $0.name != "coverage" }
        kinds = Dictionary(assessor.plugins.kinds.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    }

    var plugins: PluginRegistry { assessor.plugins }

    /// The same tests under another version of the policy.
    func under(_ policy: Policy) -> TestBench { TestBench(policy, assessor) }

    /// A provision as it stands for a unit; as it ever stood when it is not in force then.
    func provision(_ key: ProvisionKey, for unit: Period) -> Provision? {
        policy.provision(key, for: unit) ?? policy.snapshots.lazy.reversed().compactMap { $0.provision(key) }.first
    }

    /// Whether the provision is ever judged in such a unit.
    func judges(_ key: ProvisionKey, in unit: Period) -> Bool {
        policy.snapshots.contains { $0.provision(key).map { $0.per == nil || $0.per == unit.unit } == true }
    }
}

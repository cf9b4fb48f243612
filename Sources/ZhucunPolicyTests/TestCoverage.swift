internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// What the passing tests of a profile exercise of its own provisions.
public struct TestCoverage: Sendable {
    /// One provision of the profile.
    struct Item: Sendable {
        let provision: Provision
        let answer: PluginAbout.Answer
        let tests: Int
        let verdicts: Set<Verdict>
        let isValued: Bool
        let branches: [(branch: ConditionBranch, truths: Set<Truth>)]
        let thresholds: [(threshold: Threshold, sides: Set<BranchNotes.Side>)]

        /// Met, or holding, or tested with values.
        var isMet: Bool { answer == .values ? isValued : verdicts.contains(.met) }
        /// Breached, or not holding, or tested with values.
        var isBroken: Bool {
            answer == .values ? isValued : verdicts.contains(answer == .holds ? .notApplicable : .breached)
        }
    }

    let profile: Profile
    let items: [Item]
    /// By the ids of the register.
    public let orders: [String: (met: Bool, broken: Bool)]

    public init(_ result: SuiteResult) {
        let bench = result.suite.bench
        let passed = Dictionary(grouping: result.results.filter(\.isPassed), by: \.test.item)
        profile = bench.policy.profile
        let all = bench.policy.keys.compactMap { TestCoverage.item($0, passed[$0] ?? [], bench) }
        items = all.filter { TestCoverage.isOwn($0.provision, bench.policy.profile) }
        orders = TestCoverage.orders(passed, all)
    }

    /// Nil for what judges nothing.
    private static func item(_ key: ProvisionKey, _ results: [TestResult], _ bench: TestBench) -> Item? {
        let versions = bench.policy.snapshots.compactMap { $0.provision(key) }
        guard let provision = versions.last, provision.layout == nil else { return nil }
        var notes = BranchNotes()
        for result in results { notes.merge(result.notes) }
        let branches = unique(versions.flatMap(\.branches), by: \.node)
        let thresholds = unique(versions.flatMap(\.thresholds), by: \.node)
        return Item(
            provision: provision, answer: bench.plugins.plugin(key.section)?.about.answer ?? .verdict,
            tests: results.count,
            verdicts: results.reduce(into: []) { $0.formUnion($1.verdicts) },
            isValued: results.contains(where: \.isValued),
            branches: branches.map { ($0, notes.truths(of: $0)) },
            thresholds: thresholds.map { ($0, notes.sides(of: $0)) })
    }

    private static func unique<Part>(_ parts: [Part], by node: (Part) -> Node) -> [Part] {
        var seen: Set<String> = []
        return parts.filter { seen.insert("\(node($0).file.path):\(node($0).start)").inserted }
    }

    /// Whether one of the profile's own editions holds a provision.
    private static func isOwn(_ provision: Provision, _ profile: Profile) -> Bool {
        guard let id = provision.node["id"] else { return false }
        return ([id] + id.replaced).contains { $0.file.path.hasPrefix(profile.folder + "/") }
    }

    /// A test that names no order is of its provision's, if that carries out one only.
    private static func orders(_ passed: [ProvisionKey: [TestResult]], _ items: [Item]) -> [String: (
        met: Bool, broken: Bool
    )] {
        var found: [String: (met: Bool, broken: Bool)] = [:]
        for item in items {
            let own = item.provision.orders
            for order in own { found[order] = found[order] ?? (false, false) }
            for result in passed[item.provision.key] ?? [] {
                let one = Item(
                    provision: item.provision, answer: item.answer, tests: 1, verdicts: result.verdicts,
                    isValued: result.isValued, branches: [], thresholds: [])
                for order in result.test.orders.isEmpty && own.count == 1 ? own : result.test.orders {
                    let known = found[order] ?? (false, false)
                    found[order] = (known.met || one.isMet, known.broken || one.isBroken)
                }
            }
        }
        return found
    }

    /// Orders of the profile's own provisions that no test is of.
    var ordersWithoutTest: [String] {
        let own = Set(items.flatMap(\.provision.orders))
        return own.filter { orders[$0].map { !$0.met && !$0.broken } ?? true }.sorted()
    }
}

public import PolicyYAML
internal import ZhucunKernel

/// Changes a profile's own editions one step at a time and looks whether a test notices.
public struct MutationRun: Sendable {
    let profile: Profile
    /// Of the profile itself, then of those that stand on it; each with the tests that pass.
    private let suites: [(bench: TestBench, tests: [ProvisionKey: [PolicyTest]])]
    private let mutants: [Mutant]
    private let accepted: [AcceptedSurvivor]

    enum Fate: Sendable { case killed, survived, refused }

    /// `suites`: the profile's own first, then those of the profiles that stand on it. Only tests that pass are asked. Nil
    /// when a file is wrong.
    public init?(_ suites: [TestSuite], into diagnostics: inout Diagnostics) throws {
        guard let first = suites.first else { return nil }
        profile = first.bench.policy.profile
        var kept: [(bench: TestBench, tests: [ProvisionKey: [PolicyTest]])] = []
        for suite in suites {
            let result = try suite.run()
            diagnostics.merge(result.diagnostics.atLeast(.error))
            kept.append((suite.bench, Dictionary(grouping: result.results.filter(\.isPassed).map(\.test), by: \.item)))
        }
        accepted = AcceptedSurvivor.read(profile, in: first.bench.assessor.store.source, into: &diagnostics)
        guard !diagnostics.hasErrors else { return nil }
        self.suites = kept
        mutants = MutantMaker(suites.map(\.bench)).mutants
    }

    /// How many changes there are.
    public var count: Int { mutants.count }

    /// Tries every change, `jobs` at a time; the result does not depend on how many.
    public func run(jobs: Int, progress: (Int) -> Void) async throws -> MutationResult {
        var fates: [Int: Fate] = [:]
        try await withThrowingTaskGroup(of: (Int, Fate).self) { group in
            var next = 0
            func start() {
                guard next < mutants.count else { return }
                let index = next
                next += 1
                group.addTask { (index, try fate(of: mutants[index])) }
            }
            for _ in 0..<max(1, jobs) { start() }
            while let (index, fate) = try await group.next() {
                fates[index] = fate
                progress(fates.count)
                start()
            }
        }
        return MutationResult(profile, mutants.indices.map { (mutants[$0], fates[$0] ?? .survived) }, accepted)
    }

    /// What becomes of one change: the first test that fails ends it.
    private func fate(of mutant: Mutant) throws -> Fate {
        for (index, suite) in suites.enumerated() {
            let changed = suite.bench.policy.keys(in: mutant.section, mutant.id)
            let keys = suite.bench.policy.dependents(of: changed)
            let tests = keys.sorted {
                isOwn($0, mutant) && !isOwn($1, mutant) || (isOwn($0, mutant) == isOwn($1, mutant) && $0 < $1)
            }.flatMap { suite.tests[$0] ?? [] }
            guard index == 0 || !tests.isEmpty else { continue }
            var diagnostics = Diagnostics()
            guard
                let policy = suite.bench.policy.changed(
                    mutant.root, in: changed, suite.bench.plugins, into: &diagnostics)
            else { return .refused }
            let runner = TestRunner(suite.bench.under(policy))
            for test in tests where try !runner.run(test).isPassed { return .killed }
        }
        return .survived
    }

    private func isOwn(_ key: ProvisionKey, _ mutant: Mutant) -> Bool {
        key.section == mutant.section && key.id == mutant.id
    }
}

extension Policy {
    /// The provisions that a change is in: one item, or all of a section whose defaults it changes.
    func keys(in section: String, _ id: String?) -> Set<ProvisionKey> {
        Set(keys.filter { $0.section == section && (id == nil || $0.id == id) })
    }
}

/// What the tests noticed.
public struct MutationResult: Sendable {
    struct Survivor: Sendable {
        let mutant: Mutant
        /// Nil: nobody has looked at it.
        let reason: String?
    }

    struct Tally: Sendable {
        var killed = 0
        var survived = 0
        var accepted = 0
        var total: Int { killed + survived + accepted }
    }

    let profile: Profile
    let tallies: [Mutant.Kind: Tally]
    let survivors: [Survivor]
    let refused: Int
    /// Entries of the survivors' file that no surviving change fits.
    let stale: [AcceptedSurvivor]

    init(_ profile: Profile, _ fates: [(mutant: Mutant, fate: MutationRun.Fate)], _ accepted: [AcceptedSurvivor]) {
        self.profile = profile
        var tallies: [Mutant.Kind: Tally] = [:]
        var survivors: [Survivor] = []
        for (mutant, fate) in fates where fate != .refused {
            let reason = accepted.first { $0.fits(mutant) }?.reason
            switch fate {
            case .killed: tallies[mutant.kind, default: Tally()].killed += 1
            case .survived where reason != nil: tallies[mutant.kind, default: Tally()].accepted += 1
            default: tallies[mutant.kind, default: Tally()].survived += 1
            }
            if fate == .survived { survivors.append(Survivor(mutant: mutant, reason: reason)) }
        }
        self.tallies = tallies
        self.survivors = survivors
        refused = fates.count { $0.fate == .refused }
        stale = accepted.filter { entry in !survivors.contains { entry.fits($0.mutant) } }
    }

    /// Killed of those that count and have not been accepted; nil when there is none.
    var rate: Fraction? {
        let counted = tallies.filter(\.key.isCounted).map(\.value)
        let killed = counted.reduce(0) { $0 + $1.killed }
        return Fraction(killed, over: killed + counted.reduce(0) { $0 + $1.survived })
    }

    /// Whether at least so many hundredths of the changes were noticed.
    public func reaches(_ percent: Int) -> Bool { rate.map { $0 >= Fraction(percent, over: 100) ?? .zero } ?? true }

    /// Entries of the survivors' file that have become pointless.
    public var warnings: Diagnostics {
        var diagnostics = Diagnostics()
        for entry in stale { diagnostics.report(.staleSurvivor(entry.node, entry.item, entry.change)) }
        return diagnostics
    }
}

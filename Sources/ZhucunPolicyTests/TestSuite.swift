internal import CivilTime
public import PolicyYAML
public import ZhucunKernel

/// The tests that stand beside a profile, and how they came out.
public struct TestSuite: Sendable {
    public let bench: TestBench
    public let tests: [PolicyTest]
    /// What is wrong with the files.
    public let diagnostics: Diagnostics

    /// The folder of a profile's tests.
    public static func folder(of profile: Profile) -> String { profile.folder + "/tests" }

    /// Whether a profile has any, or a folder of them that cannot be read.
    public static func exists(for profile: Profile, in source: any ProfileSource) -> Bool {
        !files(of: profile, in: source).isEmpty || problem(of: profile, in: source) != nil
    }

    private static func problem(of profile: Profile, in source: any ProfileSource) -> Diagnostic? {
        let folder = folder(of: profile)
        let listing = source.names(in: folder)
        return listing == .missing ? nil : listing.problem.map { .unreadableFolder(folder, errorNumber: $0) }
    }

    static let survivors = "survivors.yaml"

    private static func files(of profile: Profile, in source: any ProfileSource) -> [String] {
        source.yamlFiles(in: folder(of: profile)).filter { !$0.hasSuffix("/" + survivors) }
    }

    /// Reads every file in the profile's own folder of tests.
    public init(_ bench: TestBench) {
        self.bench = bench
        var diagnostics = Diagnostics()
        let (profile, store) = (bench.policy.profile, bench.assessor.store)
        let source = store.source
        if let problem = TestSuite.problem(of: profile, in: source) { diagnostics.report(problem) }
        var tests: [PolicyTest] = []
        let reader = TestReader(bench)
        for path in TestSuite.files(of: profile, in: source) {
            guard let node = store.tree(path, into: &diagnostics) else { continue }
            tests += reader.read(node, into: &diagnostics)
        }
        self.tests = tests
        self.diagnostics = diagnostics
    }

    /// `recording`: notes the branches that are taken, for a report of coverage.
    public func run(recording: Bool = false) throws -> SuiteResult {
        let runner = TestRunner(bench)
        let results = try tests.map { try runner.run($0, recorder: recording ? BranchRecorder() : nil) }
        var diagnostics = diagnostics
        for result in results { diagnostics.merge(result.diagnostics) }
        var explanations: [Int: [ProvisionExplanation]] = [:]
        for (index, result) in results.enumerated() where result.isFailed {
            explanations[index] = try runner.explain(result.test)
        }
        return SuiteResult(suite: self, results: results, explanations: explanations, diagnostics: diagnostics)
    }
}

/// How a profile's tests came out.
public struct SuiteResult: Sendable {
    public let suite: TestSuite
    public let results: [TestResult]
    /// Of the tests that failed, by their place.
    public let explanations: [Int: [ProvisionExplanation]]
    public let diagnostics: Diagnostics

    public var passed: Int { results.count { $0.isPassed } }
    public var failed: Int { results.count { $0.isFailed } }
    /// Whether every test could be read and passed.
    public var isGood: Bool { failed == 0 && !diagnostics.hasErrors }
}

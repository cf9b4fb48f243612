import ArgumentParser
import PolicyYAML
import ZhucunKernel
import ZhucunPolicyTests

/// Runs the policy tests that stand beside profiles.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "运行政策测试 Run the policy tests that stand beside the profiles.")
    @OptionGroup var common: CommonOptions
    @Argument(help: "配置代号，省略为全部有测试的 Codes; all profiles with tests when left out.") var names: [String] = []
    @OptionGroup var form: FormatOption

    @Flag(help: "报告测试覆盖了什么 Report what the tests exercise of the profile.") var coverage = false

    @Flag(help: "逐一改动本级配置，看测试能否发现 Change the profile's own editions one step at a time and see whether a test notices.")
    var mutate = false
    @Option(help: "改动至少要发现多少 Least share of the changes that tests must notice.") var atLeast: String = "95%"
    @Option(help: "同时试几处改动 Changes at a time.") var jobs = JobCount(2)

    func run() async throws {
        let speaker = try form.speaker(common.language)
        if mutate { return try await runMutants(speaker) }
        try runTests(speaker)
    }

    private func runMutants(_ speaker: Speaker) async throws {
        guard atLeast.hasSuffix("%"), let least = Int(atLeast.dropLast()), (0...100).contains(least) else {
            try speaker.stop(Diagnostic.badShare(atLeast))
        }
        var diagnostics = Diagnostics()
        var results: [MutationResult] = []
        for suites in try common.mutationSuites(names, &diagnostics) {
            let run = try MutationRun(suites, into: &diagnostics)
            guard let run, !diagnostics.hasErrors else { break }
            let result = try await run.run(jobs: jobs.number) { done in
                speaker.progress(Text("试改 \(done)/\(run.count)", "trying change \(done) of \(run.count)"))
            }
            speaker.endProgress()
            results.append(result)
            diagnostics.merge(result.warnings)
        }
        guard !diagnostics.hasErrors else { try speaker.stop(diagnostics) }
        speaker.say(diagnostics)
        try speaker.print(form.isJSON ? MutationReport.json(results) : MutationReport.text(results, common.language))
        if results.contains(where: { !$0.reaches(least) }) { throw Exit.profile }
    }

    private func runTests(_ speaker: Speaker) throws {
        var diagnostics = Diagnostics()
        let suites = try common.suites(names, &diagnostics)
        guard !diagnostics.hasErrors else { try speaker.stop(diagnostics) }
        let results = try suites.map { try $0.run(recording: coverage) }
        var found = Diagnostics()
        for result in results { found.merge(result.diagnostics) }
        speaker.say(found)
        let covered = coverage ? results.map(TestCoverage.init) : nil
        if form.isJSON {
            try speaker.print(TestReport.json(results, coverage: covered))
        } else {
            try speaker.print(TestReport.text(results, common.language))
            if let covered { try speaker.print(TestCoverageReport.text(covered, common.language)) }
        }
        if Exit.code(for: found) == Exit.file { throw Exit.file }
        if results.contains(where: { !$0.isGood }) { throw Exit.profile }
    }
}

extension CommonOptions {
    /// The tests of the profiles named, or of all that have any; each profile resolved once.
    func suites(_ names: [String], _ diagnostics: inout Diagnostics) throws -> [TestSuite] {
        let store = try store
        let assessor = Assessor(store: store, plugins: registry)
        let chosen =
            names.isEmpty ? store.profiles.filter { TestSuite.exists(for: $0, in: store.source) }.map(\.code) : names
        var suites: [TestSuite] = []
        for name in chosen {
            var found = Diagnostics()
            let policy = resolve(name, in: store, &found)
            diagnostics.merge(found.atLeast(.error))
            guard let policy, !found.hasErrors else { continue }
            guard TestSuite.exists(for: policy.profile, in: store.source) else {
                diagnostics.report(.noTests(policy.profile.code, folder: TestSuite.folder(of: policy.profile)))
                continue
            }
            suites.append(TestSuite(TestBench(policy, assessor)))
        }
        return suites
    }

    /// For each profile named, or each with tests: its own tests, then those of the profiles that stand on it.
    func mutationSuites(_ names: [String], _ diagnostics: inout Diagnostics) throws -> [[TestSuite]] {
        let store = try store
        let assessor = Assessor(store: store, plugins: registry)
        var benches: [String: TestBench] = [:]
        var problems: [String: Diagnostics] = [:]
        for profile in store.profiles {
            var found = Diagnostics()
            let policy = resolve(profile.code, in: store, &found)
            if let policy, !found.hasErrors {
                benches[profile.code] = TestBench(policy, assessor)
            } else {
                problems[profile.code] = found.atLeast(.error)
            }
        }
        if names.isEmpty { diagnostics.merge(store.diagnostics.atLeast(.error)) }
        let chosen =
            names.isEmpty ? store.profiles.filter { TestSuite.exists(for: $0, in: store.source) }.map(\.code) : names
        return chosen.compactMap { name in
            guard let profile = store.profile(named: name) else {
                _ = store.profile(named: name, into: &diagnostics)
                return nil
            }
            if let found = problems[profile.code] {
                diagnostics.merge(found)
                return nil
            }
            // What stands on it and is wrong cannot be tried, and is not what was asked for.
            for other in store.profiles where problems[other.code] != nil && store.stands(other, on: profile) {
                diagnostics.report(.leftOut(other.code, Text("没有用它的测试", "its tests were not run")))
            }
            let standing = store.profiles.filter { other in
                other.code != profile.code
                    && benches[other.code]?.policy.chain.contains { $0.code == profile.code } == true
            }
            let suites = ([profile] + standing).compactMap { benches[$0.code] }.map(TestSuite.init)
            if suites.allSatisfy({ $0.tests.isEmpty && $0.diagnostics.isEmpty }) {
                diagnostics.report(.noTests(profile.code, folder: TestSuite.folder(of: profile)))
                return nil
            }
            return suites
        }
    }
}

extension Diagnostic {
    static func badShare(_ text: String) -> Diagnostic {
        Diagnostic(
            .usage("U701"), Text("读不懂比例“\(text)”", "cannot read the share '\(text)'"), at: nil,
            expected: Text(same: "95%"),
            found: Text(same: text))
    }
}

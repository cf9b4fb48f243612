import ArgumentParser
import PolicyYAML
import ZhucunKernel
import ZhucunPolicyTests

/// Runs the policy tests that stand beside profiles.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "运行政策测试 Run the policy tests that stand beside the profiles.")
    @OptionGroup var common: CommonOptions
    @Argument(help: "配置代号，省略为全部有测试的 Codes; all profiles with tests when left out.") var names: [String] = []
    @Option(help: "输出格式 Format: text or json.") var format: String = "text"

    @Flag(help: "报告测试覆盖了什么 Report what the tests exercise of the profile.") var coverage = false

    func run() throws {
        let speaker = Speaker(common.language, asJSON: format == "json")
        guard ["text", "json"].contains(format) else { try speaker.stop(Diagnostic.unknownFormat(format, ["text", "json"])) }
        var diagnostics = Diagnostics()
        let suites = try common.suites(names, &diagnostics)
        guard !diagnostics.hasErrors else { try speaker.stop(diagnostics) }
        let results = try suites.map { try $0.run(recording: coverage) }
        var found = Diagnostics()
        for result in results { found.merge(result.diagnostics) }
        speaker.say(found)
        if coverage {
            let coverages = results.map(TestCoverage.init)
            if format == "json" {
                Output.write(TestCoverageReport.json(coverages), to: 1)
            } else {
                Output.write(TestReport.text(results, common.language) + TestCoverageReport.text(coverages, common.language), to: 1)
            }
        } else {
            Output.write(format == "json" ? TestReport.json(results) : TestReport.text(results, common.language), to: 1)
        }
        if results.contains(where: { !$0.isGood }) { throw Exit.profile }
    }
}

extension CommonOptions {
    /// The tests of the profiles named, or of all that have any; each profile resolved once.
    func suites(_ names: [String], _ diagnostics: inout Diagnostics) throws -> [TestSuite] {
        let store = store
        let assessor = Assessor(store: store, plugins: registry)
        let chosen = names.isEmpty ? store.profiles.filter { TestSuite.exists(for: $0) }.map(\.code) : names
        var suites: [TestSuite] = []
        for name in chosen {
            var found = Diagnostics()
            let policy = resolve(name, in: store, &found)
            diagnostics.merge(found.atLeast(.error))
            guard let policy, !found.hasErrors else { continue }
            guard TestSuite.exists(for: policy.profile) else {
                diagnostics.report(.noTests(policy.profile.code, folder: TestSuite.folder(of: policy.profile)))
                continue
            }
            suites.append(TestSuite(TestBench(policy, assessor)))
        }
        return suites
    }
}

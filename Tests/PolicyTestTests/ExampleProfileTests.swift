import BuiltInPlugins
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunPolicyTests

/// The rules of other counties in `Examples/profiles`: each is read without a complaint, and its tests pass and notice every changed number.
@Suite struct ExampleProfileTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Examples/profiles"
    private static let store = ProfileStore(directory: folder)
    private static let assessor = Assessor(store: store, plugins: PluginRegistry(BuiltInPlugins.all))
    private static let codes = store.profiles.map(\.code).filter { $0 != "china" }

    private static func suite(_ code: String) throws -> TestSuite {
        var diagnostics = Diagnostics()
        let profile = try #require(store.profile(named: code))
        let policy = Policy.resolve(profile, in: store, plugins: assessor.plugins, into: &diagnostics)
        #expect(diagnostics.isEmpty, "\(DiagnosticRenderer(language: .en).render(diagnostics))")
        return TestSuite(TestBench(try #require(policy), assessor))
    }

    @Test func thereIsOneForEachRule() { #expect(Self.codes.count == 14) }

    @Test(arguments: codes) func itsTestsPass(_ code: String) throws {
        let result = try Self.suite(code).run()
        let isGood = result.isGood
        #expect(isGood, "\(String(decoding: TestReport.text([result], .zh), as: UTF8.self))")
        #expect(result.passed >= 4)
    }

    @Test(arguments: codes) func itsTestsNoticeEveryChangedNumber(_ code: String) async throws {
        var diagnostics = Diagnostics()
        let run = try #require(try MutationRun([try Self.suite(code)], into: &diagnostics))
        let isWhole = try await run.run(jobs: 2) { _ in }.reaches(100)
        #expect(isWhole, "zhucun profile test \(code) --mutate --profiles Examples/profiles lists what is not noticed")
    }
}

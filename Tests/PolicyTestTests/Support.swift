internal import BuiltInPlugins
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel
internal import ZhucunPolicyTests
internal import ZhucunTesting

/// A small profile of its own, with the tests that a case needs beside it.
struct Bench {
    static let policy = """
        edition: 2023-01-01
        document: {number: 测发〔2023〕1号, issuer: 测试县}
        consequences:
          - id: off-post
            name: 脱岗
            clause: 一
            orders: [CS23-01]
            for: {cadre: all}
            per: month
            when:
              any:
                - {count: {incident: {kind: off_post}}, at_least: 2}
                - {field: age, above: 55 years}
            then: [{recall: county_office}]
        duties:
          - id: training
            name: 培训
            clause: 二
            for: {cadre: {role: [member]}}
            per: month
            records: {activity: {kind: training}}
            at_least: 1

        """

    private static let words = """
        edition: 2000-01-01
        words:
          role: {member: 队员, leader: 队长}
          level: {county: 县}
          unit_kind: {government: 机关}
          employment: {civil_servant: 公务员}
          office: {county_office: 县驻村办}
          incident: {off_post: 脱岗}
          action: {recall: 召回}
          takes_office: {recall: 由谁}
          activity: {training: 培训}

        """

    private let folder: ScratchFolder
    let assessor: Assessor
    let policy: Policy

    /// `tests`: the text of `tests/cases.yaml`; `files`: others below the profile.
    init(tests: String, policy text: String = Bench.policy, files: [String: String] = [:]) throws {
        folder = try ScratchFolder()
        try folder.write("profile: base\nname: 底\ntime_zone: Asia/Shanghai\n", to: "P/base/profile.yaml")
        try folder.write(Bench.words, to: "P/base/2000-01-01-words.yaml")
        try folder.write(
            "profile: town\nname: 测试县\nname_en: Town\ndivision: \"140622\"\nextends: base\n", to: "P/town/profile.yaml")
        try folder.write(text, to: "P/town/2023-01-01-rules.yaml")
        try folder.write(tests, to: "P/town/tests/cases.yaml")
        for (name, text) in files { try folder.write(text, to: "P/town/" + name) }
        let store = ProfileStore(directory: folder.path + "/P")
        let plugins = PluginRegistry(BuiltInPlugins.all)
        var diagnostics = store.diagnostics
        let profile = try #require(store.profile(named: "town"))
        policy = try #require(Policy.resolve(profile, in: store, plugins: plugins, into: &diagnostics))
        try #require(!diagnostics.hasErrors, "\(DiagnosticRenderer(language: .en).render(diagnostics))")
        assessor = Assessor(store: store, plugins: plugins)
    }

    var suite: TestSuite { TestSuite(TestBench(policy, assessor)) }

    /// A text without the scratch folder's own path.
    func shown(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).replacing(folder.path + "/P/", with: "")
    }

    func shown(_ diagnostics: Diagnostics, _ language: Language = .en) -> String {
        DiagnosticRenderer(language: language).render(diagnostics).replacing(folder.path + "/P/", with: "")
    }

    /// What a run with one test file finds wrong.
    static func wrong(_ tests: String, _ language: Language = .en) throws -> String {
        let bench = try Bench(tests: tests)
        let result = try bench.suite.run()
        #expect(!result.isGood)
        return bench.shown(result.diagnostics, language)
    }
}

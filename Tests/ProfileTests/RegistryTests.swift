internal import BuiltInPlugins
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel
internal import ZhucunTesting

/// A module of somebody else's, which reads one measure and gives its points.
private struct Audit: AssessmentPlugin {
    static let about = PluginAbout(
        id: "audit", title: Text("审计", "audit"), summary: Text("测试用", "for tests"), subjects: [.cadre])

    init() {}

    func read(_ settings: inout SettingsReader) -> MeasureReference {
        settings.required("by", .measure(.points), Text("指标", "a measure"), example: "scoring.annual-score")
    }

    func measures(_ rule: MeasureReference) -> [MeasureDeclaration] {
        [MeasureDeclaration("found", Text("发现", "found"), .count)]
    }

    func judge(_ ask: Case<Audit>) throws -> [Finding] { [] }
}

/// One that was written for a kernel that is not there yet.
private struct Later: AssessmentPlugin {
    static let about = PluginAbout(
        id: "later", title: Text("以后", "later"), summary: Text("测试用", "for tests"), subjects: [.cadre],
        kernelVersion: kernelVersion + 1)

    init() {}

    func read(_ settings: inout SettingsReader) -> Bool {
        settings.optional("on", .flag, Text("开", "on"), example: "true") ?? false
    }

    func measures(_ rule: Bool) -> [MeasureDeclaration] { [MeasureDeclaration("found", Text("发现", "found"), .count)] }

    func judge(_ ask: Case<Later>) throws -> [Finding] { [] }
}

/// What can be wrong with the modules of an executable, and with the folder of profiles as a whole.
struct RegistryTests {
    private static func text(_ diagnostics: Diagnostics, _ language: Language = .zh) -> String {
        DiagnosticRenderer(language: language).render(diagnostics)
    }

    @Test func `The modules that are compiled in agree`() {
        #expect(Shipped.registry.diagnostics.isEmpty)
        #expect(
            Shipped.registry.plugins.map(\.about.id) == [
                "attendance", "checklist", "composition", "consequences", "deadlines", "duties", "entitlements",
                "grading", "leave", "ranking", "reports",
                "requirements", "rights", "scoring", "stars",
            ])
        let names = Shipped.registry.kinds.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test func `Two modules of one name are told, and one is kept`() {
        let registry = PluginRegistry([PluginEntry(Audit.self), PluginEntry(Audit.self)])
        #expect(
            Self.text(registry.diagnostics)
                == "错误[M501]：有两个名为“audit”的模块：ProfileTests.Audit、ProfileTests.Audit\n  = 建议：去掉一个，或给另一个起别的名字\n\n共 1 处错误，0 处警告。"
        )
        #expect(
            Self.text(registry.diagnostics, .en)
                == "error[M501]: two modules are named 'audit': ProfileTests.Audit and ProfileTests.Audit\n  = help: leave one out, or give one of them another id\n\n1 error, 0 warnings."
        )
        #expect(registry.plugins.map(\.about.id) == ["audit"])
    }

    @Test func `A module for another kernel is told, and left out`() {
        let registry = PluginRegistry([PluginEntry(Later.self), PluginEntry(Audit.self)])
        #expect(
            Self.text(registry.diagnostics) == #"""
                错误[M502]：模块“later”为内核版本 3 编写
                  = 应为：2
                  = 实为：3

                共 1 处错误，0 处警告。
                """#)
        #expect(registry.plugins.map(\.about.id) == ["audit"])
    }

    @Test func `A module that asks for points is given points`() throws {
        let item = "audit:\n  - id: own\n    clause: 一\n    for: {cadre: all}\n    per: year\n    by: "
        let head = "edition: 2024-01-01\ndocument: {number: 测〔2024〕1号, issuer: 测试}\n"
        let plugins = PluginRegistry(BuiltInPlugins.all + [PluginEntry(Audit.self)])
        let file = "chongqing/2024-01-01-test.yaml"
        #expect(
            try !Reading(of: "chongqing", with: [file: head + item + "scoring.annual-score\n"], plugins: plugins)
                .diagnostics.hasErrors)
        let reading = try Reading(of: "chongqing", with: [file: head + item + "attendance.rate\n"], plugins: plugins)
        #expect(
            reading.rendered() == #"""
                错误[C413]：“attendance.rate”不是分数
                 --> Profiles/chongqing/2024-01-01-test.yaml:8:9
                  |
                8 |     by: attendance.rate
                  |         ^^^^^^^^^^^^^^^
                  |
                  = 应为：分数
                  = 实为：比例

                共 1 处错误，0 处警告。
                """#)
    }

    @Test func `A folder that is not there is told`() throws {
        let folder = try ScratchFolder()
        let found = Self.text(ProfileStore(directory: folder.path + "/Profiles").diagnostics).replacing(
            folder.path + "/", with: "")
        #expect(
            found == #"""
                错误[P201]：找不到政策配置文件夹“Profiles”
                  = 建议：用 --profiles 指明，或在含有 Profiles 的文件夹中运行

                共 1 处错误，0 处警告。
                """#)
    }

    @Test func `A folder without profiles is told`() throws {
        #expect(try Reading([:], of: "china").codes == ["P201"])
        let calendar = try #require(Fixture.files["calendars/2023.yaml"])
        #expect(
            try Reading(["calendars/2023.yaml": calendar], of: "china").rendered() == #"""
                错误[P202]：“Profiles”中没有任何政策配置
                  = 应为：<代号>/profile.yaml

                共 1 处错误，0 处警告。
                """#)
    }

    @Test func `An unknown profile is told with the nearest`() throws {
        let diagnostic = Diagnostic.unknownProfile("shanxy", known: Shipped.codes)
        #expect(
            DiagnosticRenderer(language: .zh).render(diagnostic) == #"""
                错误[P203]：没有名为“shanxy”的政策配置
                  = 应为：china、chongqing、jixian、linfen、shanxi、xiangyuan、yingxian
                  = 实为：shanxy
                  = 建议：是不是“shanxi”？
                """#)
    }
}

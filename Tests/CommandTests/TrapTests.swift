import BuiltInPlugins
import Testing
import ZhucunKernel
import ZhucunTesting

@testable import ZhucunCommand

/// A module whose code stops the process.
private struct Trapping: AssessmentPlugin {
    static let about = PluginAbout(
        id: "trapping", title: Text("陷阱", "trapping"), summary: Text("算着就停", "stops while it judges"),
        subjects: [.cadre])

    struct Rule: Sendable {}

    func read(_ settings: inout SettingsReader) -> Rule { Rule() }
    func measures(_ rule: Rule) -> [MeasureDeclaration] { [MeasureDeclaration("count", Text("次数", "count"), .count)] }
    func judge(_ ask: Case<Trapping>) throws -> [Finding] {
        let none: [Int] = []
        return [Finding(ask.subjects[none.count], .met, values: [.number(Fraction(none[ask.subjects.count]))])]
    }
}

/// What is said when a module traps, by a process of its own.
@Suite struct TrapTests {
    @Test func theLastWordsNameTheProvision() async throws {
        let ended = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            LastWords.install()
            var county = try TestCounty(
                profile: "trapping:\n  - {id: it, clause: 一, for: {cadre: all}, per: month}\n",
                plugins: PluginRegistry(BuiltInPlugins.all + [PluginEntry(Trapping.self)]))
            county.cadre("C1", from: "2023-01-01")
            _ = try await county.assess("test", "2023-07")
        }
        let said = String(decoding: try #require(ended).standardErrorContent, as: UTF8.self)
        #expect(said.contains("错误[M511]：程序异常终止，当时正在判断条款 the program trapped while judging trapping/it"), "\(said)")
    }
}

import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// A document's form must be able to show what it is of.
@Suite struct ReportFormTests {
    @Test(arguments: [
        ("table", "scoring/s", false), ("attendance", "scoring/s", true), ("ranking", "scoring/s", true),
        ("list", "scoring/s", true), ("proposals", "scoring/s", true),
        ("attendance", "attendance/a", false), ("ranking", "ranking/r", false), ("list", "ranking/r", false),
        ("proposals", "consequences/c", false), ("ranking", "attendance/a", true),
    ])
    func whatAFormCanShow(form: String, of: String, isWrong: Bool) async throws {
        let besides = """
            attendance: [{id: a, clause: 一, for: {cadre: all}, per: month, days: 2/3}]
            scoring: [{id: s, clause: 一, for: {cadre: all}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}}]
            ranking: [{id: r, clause: 一, for: {cadre: all}, per: month, by: scoring.s, within: county}]
            consequences: [{id: c, clause: 一, for: {cadre: all}, per: month, when: {count: {incident: {kind: off_post}}, at_least: 1}, then: [{remind: township}]}]
            """
        var codes: [String] = []
        do {
            _ = try await judge(
                "reports", "for: {cadre: all}, per: month, form: \(form), title: 表, of: \(of), issuer: county_office",
                besides: besides, in: "2023-07"
            ) { _ in }
        } catch let wrong as FoundWrong {
            codes = wrong.diagnostics.all.filter { $0.severity == .error }.map(\.code)
            #expect(wrong.description.contains("form: table"))
        }
        #expect(codes == (isWrong ? ["P245"] : []))
    }
}

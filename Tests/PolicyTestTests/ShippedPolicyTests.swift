import BuiltInPlugins
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunPolicyTests

/// The profiles of this repository: everything that their documents order is carried out, and tested on both sides.
@Suite struct ShippedPolicyTests {
    private static let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Profiles"
    private static let store = ProfileStore(directory: folder)
    private static let assessor = Assessor(store: store, plugins: PluginRegistry(BuiltInPlugins.all))

    private static func policy(_ code: String) throws -> Policy {
        var diagnostics = Diagnostics()
        let profile = try #require(store.profile(named: code))
        let policy = Policy.resolve(profile, in: store, plugins: assessor.plugins, into: &diagnostics)
        #expect(
            !diagnostics.hasErrors && diagnostics.warningCount == 0,
            "\(DiagnosticRenderer(language: .en).render(diagnostics))")
        return try #require(policy)
    }

    private static let codes = ["shanxi", "yingxian", "linfen", "chongqing"]
    /// Each profile's tests are run once, whoever asks first.
    private static let runs = Dictionary(
        uniqueKeysWithValues: codes.map { code in
            (code, Task { try TestSuite(TestBench(try policy(code), assessor)).run() })
        })

    @Test(arguments: codes) func everyPolicyTestPasses(_ code: String) async throws {
        let result = try await #require(ShippedPolicyTests.runs[code]).value
        let isGood = result.isGood
        #expect(isGood, "\(String(decoding: TestReport.text([result], .zh), as: UTF8.self))")
        #expect(result.passed > 150)
    }

    @Test func everyOrderIsCarriedOutAndTestedOnBothSides() async throws {
        var orders: [String: OrderCoverage] = [:]
        var met: Set<String> = []
        var broken: Set<String> = []
        for code in ["yingxian", "linfen", "chongqing", "shanxi"] {
            let policy = try ShippedPolicyTests.policy(code)
            for coverage in policy.coverage(ShippedPolicyTests.store.register).flatMap(\.orders) {
                orders[coverage.order.id] = coverage
            }
            for (order, side) in TestCoverage(try await #require(ShippedPolicyTests.runs[code]).value).orders {
                if side.met { met.insert(order) }
                if side.broken { broken.insert(order) }
            }
        }
        #expect(orders.count == 413)
        #expect(orders.values.filter(\.provisions.isEmpty).map(\.order.id).sorted() == [])
        // What only says how much is due comes out as neither.
        let sections = Set(
            ShippedPolicyTests.assessor.plugins.plugins.filter { $0.about.answer == .values }.map(\.about.id))
        let valued = Set(
            orders.values.filter { !$0.provisions.contains { !sections.contains($0.key.section) } }.map(\.order.id))
        #expect(Set(orders.keys).subtracting(met).subtracting(valued).sorted() == [])
        // Nobody breaks what is only encouraged.
        let breakable = orders.values.filter { $0.order.strength != .encouraged }.map(\.order.id)
        #expect(Set(breakable).subtracting(broken).subtracting(valued).sorted() == [])
    }

    /// What a person has to attest stands as a checklist, and only that needs one.
    @Test func whatOnlyAPersonDecidesIsAChecklist() throws {
        for code in ["yingxian", "linfen", "chongqing"] {
            for coverage in try ShippedPolicyTests.policy(code).coverage(ShippedPolicyTests.store.register).flatMap(
                \.orders) where coverage.order.decidedBy == .person
            {
                #expect(coverage.provisions.contains { $0.key.section == "checklist" }, "\(coverage.order.id)")
            }
        }
    }
}

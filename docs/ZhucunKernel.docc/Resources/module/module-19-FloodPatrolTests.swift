import BuiltInPlugins
import FloodPatrol
import Testing
import ZhucunKernel
import ZhucunTesting

@Suite struct FloodPatrolTests {
    @Test func theModuleConforms() async throws {
        let registry = PluginRegistry(BuiltInPlugins.all + [PluginEntry(FloodPatrol.self)])
        let complaints = try await PluginConformance.complaints(
            about: PluginEntry(FloodPatrol.self), in: registry,
            rule: "flood_patrol: [{id: it, clause: 二, for: {cadre: all}, per: week, nights: 2 nights}]")
        #expect(complaints == [])
    }
}

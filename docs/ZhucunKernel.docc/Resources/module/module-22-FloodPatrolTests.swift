import BuiltInPlugins
import FloodPatrol
import Testing
import ZhucunKernel
import ZhucunTesting

@Suite struct FloodPatrolTests {
    private static let profiles = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Profiles"

    private func county() throws -> TestCounty {
        var county = try TestCounty(
            profiles: Self.profiles, plugins: PluginRegistry(BuiltInPlugins.all + [PluginEntry(FloodPatrol.self)]))
        county.cadre("C1", from: "2024-05-01")
        county.keep("patrol")
        return county
    }

    @Test func theModuleConforms() async throws {
        let registry = PluginRegistry(BuiltInPlugins.all + [PluginEntry(FloodPatrol.self)])
        let complaints = try await PluginConformance.complaints(
            about: PluginEntry(FloodPatrol.self), in: registry,
            rule: "flood_patrol: [{id: it, clause: 二, for: {cadre: all}, per: week, nights: 2 nights}]")
        #expect(complaints == [])
    }

    @Test(arguments: [
        (["2024-07-01", "2024-07-07"], Verdict.met), (["2024-07-01"], .breached),
        (["2024-07-01", "2024-07-08"], .breached), ([], .breached),
    ])
    func nightsOfAWeek(nights: [String], verdict: Verdict) async throws {
        var county = try county()
        for night in nights { try county.record("patrol", ["cadre": "C1", "night": night, "dyke": "东堤"]) }
        #expect(
            try await county.assess("hongqu", "2024-W27").verdict("flood_patrol/weekly", "C1", "2024-W27") == verdict)
    }

    @Test func nightsOfAMonth() async throws {
        var county = try county()
        for night in ["2024-07-01", "2024-07-07", "2024-07-31"] {
            try county.record("patrol", ["cadre": "C1", "night": night, "dyke": "东堤"])
        }
        #expect(try await county.assess("hongqu", "2024-07").total("flood_patrol/weekly", "C1", "nights") == "3")
    }

    /// Without the file nobody knows; on a day of the week it can still be done.
    @Test func whatIsNotKnownYet() async throws {
        var other = try TestCounty(
            profiles: Self.profiles, plugins: PluginRegistry(BuiltInPlugins.all + [PluginEntry(FloodPatrol.self)]))
        other.cadre("C1", from: "2024-05-01")
        #expect(
            try await other.assess("hongqu", "2024-W27").verdict("flood_patrol/weekly", "C1", "2024-W27")
                == .undetermined)
        #expect(
            try await county().assess("hongqu", "2024-W27", asOf: "2024-07-04").verdict(
                "flood_patrol/weekly", "C1", "2024-W27") == .notApplicable)
    }
}

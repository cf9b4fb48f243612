import BuiltInPlugins
import CivilTime
import Testing
import ZhucunKernel
import ZhucunSamples

/// Samples hold what the provisions of their counties count.
@Suite struct SampleAskedTests {
    private static func policy(_ name: String) throws -> Policy {
        var diagnostics = Diagnostics()
        let profile = try #require(Sample.store.profile(named: name))
        let policy = Policy.resolve(
            profile, in: Sample.store, plugins: PluginRegistry(BuiltInPlugins.all), into: &diagnostics)
        #expect(!diagnostics.hasErrors)
        return try #require(policy)
    }

    /// The subjects of each kind in a file whose first two columns these are.
    private static func subjects(_ sample: Sample, _ file: String, subject: Int = 0, kind: Int = 1) -> [String: Set<
        String
    >] {
        let rows = sample.lines(file).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return Dictionary(grouping: rows) { $0[kind] }.mapValues { Set($0.map { $0[subject] }) }
    }

    @Test func mostHaveWhatIsCountedAndSomeHaveNot() throws {
        let sample = try Sample(seed: 7, cadres: 300, last: "2023-12-31", policy: SampleAskedTests.policy("shanxi"))
        let lists = SampleAskedTests.subjects(sample, "commitments.csv")
        let activities = SampleAskedTests.subjects(sample, "activities.csv", subject: 4)
        let amounts = SampleAskedTests.subjects(sample, "amounts.csv")
        let villages = sample.lines("villages.csv").count - 1
        for kind in ["industry_plan", "labour_ledger", "post_list", "policy_ledger"] {
            #expect((villages * 7 / 10..<villages).contains(lists[kind]?.count ?? 0), "\(kind)")
        }
        #expect((300 * 7 / 10..<300).contains(activities["accident_insurance"]?.count ?? 0))
        #expect(
            (sample.lines("households.csv").count * 7 / 10..<sample.lines("households.csv").count).contains(
                activities["household_check"]?.count ?? 0))
        // Each list stands once, whoever asks for it.
        let listed = sample.lines("commitments.csv").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)[0...2].joined(separator: ",")
        }
        #expect(Set(listed).count == listed.count)
        #expect(amounts["post_subsidy"]?.isEmpty == false && amounts["tap_water"] == ["140000"])
        // Only who grows something is paid for it.
        let growers = SampleAskedTests.subjects(sample, "plantings.csv").values.reduce(into: Set<String>()) {
            $0.formUnion($1)
        }
        #expect(amounts["orchard"]?.isSubset(of: growers) != false)
        #expect(sample.lines("leaves.csv")[0].hasSuffix("requested_on,approved_on,returned"))
    }

    @Test func countiesAreUnderTheirOwnPolicy() throws {
        let shanxi = try SampleAskedTests.policy("shanxi")
        let yingxian = try SampleAskedTests.policy("yingxian")
        let usual = try Sample(seed: 7, last: "2023-12-31", policy: shanxi)
        let special = try Sample(seed: 7, last: "2023-12-31", policy: shanxi, special: ["140622": yingxian])
        let own = try Sample(seed: 7, division: "140622", last: "2023-12-31", policy: yingxian)
        let kinds = { (sample: Sample) in SampleAskedTests.subjects(sample, "activities.csv", subject: 4) }
        #expect(kinds(usual)["work_log"] == nil)
        #expect(kinds(special)["work_log"]?.count ?? 0 > 40)
        // A word that Shanxi's profile has not would be wrong there.
        #expect(SampleAskedTests.subjects(special, "commitments.csv")["dormitory_list"] == nil)
        #expect(SampleAskedTests.subjects(own, "commitments.csv")["dormitory_list"] != nil)
        #expect(
            try Sample(seed: 7, last: "2023-12-31", policy: shanxi, special: ["140622": yingxian]).bytes
                == special.bytes)
    }

    @Test func withoutAPolicyNothingWasDone() throws {
        let sample = try Sample(seed: 7)
        for name in ["activities.csv", "commitments.csv", "amounts.csv", "attestations.csv", "scores.csv"] {
            #expect(sample.lines(name).count == 1, "\(name)")
        }
    }
}

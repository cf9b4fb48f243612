import BuiltInPlugins
import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Only the record files that the judged provisions need are opened.
@Suite struct NeededKindsTests {
    private static let profiles =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/Profiles"
    private static let sample = Result { try Sample(seed: 3, cadres: 12, last: "2023-09-30") }
    private let assessor = Assessor(
        store: ProfileStore(directory: NeededKindsTests.profiles), plugins: PluginRegistry(BuiltInPlugins.all))

    private func folder() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for (name, bytes) in try Self.sample.get().bytes { try folder.write(bytes, to: name) }
        return folder
    }

    private func prepared(_ folder: ScratchFolder, sections: [String] = []) throws -> Assessor.Prepared {
        var diagnostics = Diagnostics()
        let request = Assessor.Request(
            profile: "shanxi", period: try #require(Period("2023-Q3")), records: RecordFolder(folder.path).records,
            sections: sections)
        let prepared = assessor.prepare(request, into: &diagnostics)
        #expect(!diagnostics.hasErrors)
        return try #require(prepared)
    }

    private func findings(_ prepared: Assessor.Prepared, of section: String) async throws -> [String] {
        let assessment = try await assessor.assess(prepared, jobs: 1)
        let world = assessment.records.world
        return assessment.counties.flatMap(\.blocks).filter { $0.provision.key.section == section }.flatMap { block in
            block.findings.map { finding in
                let values = finding.values.map { $0?.exactText ?? "-" }.joined(separator: " ")
                return
                    "\(block.provision.key) \(block.unit) \(world.identifier(of: finding.subject)) \(finding.verdict) \(values) \(finding.record ?? "")"
            }
        }
    }

    @Test func aSectionFindsTheSameAsAmongAll() async throws {
        let folder = try folder()
        let whole = try prepared(folder)
        for section in Set(whole.policies.flatMap(\.keys).map(\.section)).sorted() {
            let expected = try await findings(whole, of: section)
            #expect(try await findings(prepared(folder, sections: [section]), of: section) == expected, "\(section)")
        }
    }

    private static let whoIsWhere = [
        "cadres.csv", "divisions.csv", "leaves.csv", "postings.csv", "teams.csv", "units.csv", "villages.csv",
    ]

    @Test func othersAreNotOpened() throws {
        let folder = try folder()
        for name in ["activities.csv", "households.csv", "scores.csv"] {
            try folder.write("nobody reads this", to: name)
        }
        let found = try prepared(folder, sections: ["attendance"]).records
        #expect(!found.diagnostics.hasErrors)
        #expect(found.counts.map(\.file) == (["checkins.csv"] + Self.whoIsWhere).sorted())
    }

    @Test func whatIsReferredToIsRead() throws {
        let folder = try folder()
        try folder.write("nobody reads this", to: "activities.csv")
        let found = try prepared(folder, sections: ["scoring"]).records
        #expect(!found.diagnostics.hasErrors)
        // Anybody can be scored, and attendance is.
        #expect(
            Set(found.counts.map(\.file)).isSuperset(
                of: Self.whoIsWhere + ["checkins.csv", "households.csv", "scores.csv"]))
    }
}

import BuiltInPlugins
import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunReports
import ZhucunSamples
import ZhucunTesting

/// An explanation that reads only what bears on its subject says the same, byte for byte, as one that reads everything.
@Suite struct ExcerptTests {
    private static let profiles = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/Profiles"
    private static let sample = Result { try Sample(seed: 11, last: "2023-09-30") { $0.counties = 3 } }

    /// A records folder of three counties, and a snapshot of it.
    private struct Province {
        let folder = Result { try ScratchFolder() }
        let assessor = Assessor(store: ProfileStore(directory: ExcerptTests.profiles), plugins: PluginRegistry(BuiltInPlugins.all))

        init() throws {
            for (name, bytes) in try ExcerptTests.sample.get().bytes { try folder.get().write(bytes, to: name) }
        }

        func path() throws -> String { try folder.get().path }

        func lines(_ name: String) throws -> [String] {
            Sample.read(try path() + "/" + name).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        }

        func write(_ name: String, _ change: (inout [String]) -> Void) throws {
            var lines = try lines(name)
            change(&lines)
            try folder.get().write(lines.joined(separator: "\n") + "\n", to: name)
        }

        func ids(_ file: String) throws -> [String] { try lines(file).dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) } }

        func prepare(_ subject: String? = nil, resume: String? = nil, around: String? = nil) throws -> Assessor.Prepared {
            var diagnostics = Diagnostics()
            var request = Assessor.Request(
                profile: "shanxi", period: try #require(Period("2023-09")), folder: RecordFolder(try path()), traced: subject)
            request.resume = resume
            request.around = around
            let prepared = assessor.prepare(request, into: &diagnostics)
            #expect(!diagnostics.hasErrors, "\(diagnostics.all.filter { $0.severity == .error }.map(\.message.zh))")
            return try #require(prepared)
        }

        func save() throws -> String {
            var diagnostics = Diagnostics()
            return try folder.get().write(try #require(prepare().snapshot(into: &diagnostics)), to: "kept/ledger.snapshot")
        }

        /// In both forms.
        func explanation(_ subject: String, _ prepared: Assessor.Prepared) throws -> [[UInt8]] {
            var problems = Diagnostics()
            guard let found = try assessor.explain(subject, prepared, into: &problems) else { return [Array(problems.all.map(\.code).joined().utf8)] }
            return [
                ExplanationReport.json(found, prepared.records.world), ExplanationReport.text(found, prepared.records.world, "2023-09", .zh),
            ]
        }

        /// Compares what is said of some subjects, and returns the number of cadres that were read for each.
        @discardableResult
        func check(_ subjects: [String], _ snapshot: String) throws -> [Int] {
            try subjects.map { subject in
                let around = try prepare(subject, resume: snapshot, around: subject)
                let (found, expected) = (try explanation(subject, around), try explanation(subject, prepare(subject)))
                #expect(found == expected, "\(subject)")
                return around.records.world.cadres.count
            }
        }
    }

    @Test func everybodyIsExplainedAsFromAllRecords() throws {
        let province = try Province()
        let snapshot = try province.save()
        let (cadres, teams) = (try province.ids("cadres.csv"), try province.ids("teams.csv"))
        #expect(cadres.count == 60)
        let read = try province.check(cadres + teams, snapshot)
        #expect(read.contains { $0 > 0 && $0 < 40 }, "\(read)")
    }
}

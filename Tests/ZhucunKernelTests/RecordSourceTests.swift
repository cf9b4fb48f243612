import CivilTime
import Foundation
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Where records come from does not show in what they say.
@Suite struct RecordSourceTests {
    /// A folder's files, made in small blocks while they are read, as a store would hand them out.
    private struct Blocks: RecordSource {
        let folder: String
        var size = 7
        /// After which block reading fails.
        var failsAt = Int.max
        var name: String { folder }

        func open() throws(RecordSourceProblem) -> OpenRecords {
            guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
                throw RecordSourceProblem(Text("没有这个库", "there is no such store"), isMissing: true)
            }
            var rows: [String: RecordRows] = [:]
            for file in files {
                let path = "\(folder)/\(file)"
                rows[file] = .blocks { [size, failsAt] in
                    var left = (FileManager.default.contents(atPath: path) ?? Data())[...]
                    var number = 0
                    return { () throws(RecordSourceProblem) -> [UInt8]? in
                        number += 1
                        if number > failsAt { throw RecordSourceProblem(Text("连接断了", "the connection is lost")) }
                        defer { left = left.dropFirst(size) }
                        return left.isEmpty ? nil : Array(left.prefix(size))
                    }
                }
            }
            return OpenRecords(name, rows: rows)
        }
    }

    /// A county with mistakes in it, in Chinese.
    private func county() throws -> TestCounty {
        var county = try TestCounty(profiles: shippedProfiles, plugins: registry)
        county.cadre("C1", from: "2023-01-01")
        county.cadre("C2", from: "2023-01-01")
        try county.record(
            "leave",
            [
                "leave": "L1", "cadre": "C1", "type": "事假", "from": "2023-07-03", "to": "2023-07-04",
                "status": "approved",
            ])
        try county.record(
            "leave",
            [
                "leave": "L2", "cadre": "C9", "type": "事假", "from": "2023-07-03", "to": "2023-07-04",
                "status": "approved",
            ])
        try county.record("checkin", ["cadre": "C1", "time": "2023-07-05T08:00:00", "source": "register"])
        try county.write()
        return county
    }

    private var options: ReadingOptions {
        get throws { ReadingOptions(words: chinaWords, zone: try #require(chinaZone)) }
    }

    @Test func `Rows that are made while they are read say what files say`() async throws {
        let county = try county()
        let folder = RecordFolder(county.folder.path)
        for size in [1, 7, 1 << 20] {
            let complaints = await RecordSourceConformance.complaints(
                about: Blocks(folder: county.folder.path, size: size), holding: folder,
                missing: Blocks(folder: "/nowhere"), registry.kinds, try options)
            #expect(complaints == [], "blocks of \(size)")
        }
    }

    @Test func `A folder, and the same files in memory`() async throws {
        let county = try county()
        let folder = RecordFolder(county.folder.path)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.name)
        let files = Dictionary(
            uniqueKeysWithValues: try names.map {
                ($0, Array(try Data(contentsOf: URL(filePath: "\(folder.name)/\($0)"))))
            })
        #expect(
            await RecordSourceConformance.complaints(
                about: folder, holding: folder, missing: RecordFolder("/nowhere"), registry.kinds, try options) == [])
        #expect(
            await RecordSourceConformance.complaints(
                about: RecordTexts(folder.name, files), holding: folder, registry.kinds, try options) == [])
    }

    @Test func `A source that loses rows, or has others each time, is found`() async throws {
        let county = try county()
        let folder = RecordFolder(county.folder.path)
        let other = try self.county()
        try FileManager.default.removeItem(atPath: other.folder.path + "/leaves.csv")
        let complaints = await RecordSourceConformance.complaints(
            about: Blocks(folder: other.folder.path), holding: folder, registry.kinds, try options)
        #expect(complaints.contains("leaves.csv says something else than the same rows in files"))
        #expect(complaints.contains("the number of its rows says something else than the same rows in files"))
    }

    @Test func `What fails while it is read says why`() async throws {
        let county = try county()
        let records = await OpenRecords(Blocks(folder: county.folder.path, failsAt: 0)).load(
            registry.kinds, try options)
        let found = records.diagnostics.all.filter { $0.code == "R302" }.map(\.message.en)
        #expect(found.contains("cannot read '\(county.folder.path)/cadres.csv': the connection is lost"))
        let nowhere = await OpenRecords(Blocks(folder: "/nowhere")).load(registry.kinds, try options)
        #expect(nowhere.diagnostics.all.map(\.code) == ["R301"])
    }
}

import CivilTime
import Foundation
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// One folder in many forms.
@Suite struct FolderTests {
    private func county() throws -> TestCounty {
        var county = try TestCounty(profiles: shippedProfiles, plugins: registry)
        for id in ["甲", "乙", "丙"] { county.cadre(id, from: "2023-01-01") }
        county.present("甲", on: "2023-06-26..2023-10-01")
        county.present("乙", on: "2023-07-03..2023-08-20", at: ["12:00"])
        county.add("leaves.csv", "L1,丙,事假,2023-07-03,2023-07-09,,,approved,township,,,")
        county.add("leaves.csv", "L2,丙,公出,2023-07-10,2023-07-20,,,closed,county_office;township,,,2023-07-18")
        county.add("incidents.csv", "I1,乙,2023-08-01,off_post,county,")
        for name in ["学习", "工作", "守律", "群众满意"] { county.add("scores.csv", "T1,2023-Q3,\(name),县办,\"88.5\"") }
        return county
    }

    private func signature(_ folder: String) async throws -> [String] {
        let assessor = Assessor(store: shippedStore, plugins: registry)
        var diagnostics = Diagnostics()
        guard let period = Period("2023-Q3"),
            let prepared = assessor.prepare(
                Assessor.Request(profile: "shanxi", period: period, records: RecordFolder(folder).records),
                into: &diagnostics),
            !diagnostics.hasErrors
        else { throw Refused(text: DiagnosticRenderer(language: .en).render(diagnostics)) }
        let assessment = try await assessor.assess(prepared, jobs: 2)
        let world = assessment.records.world
        return assessment.counties.flatMap(\.blocks).flatMap { block in
            block.findings.map { finding in
                let values = finding.values.map { $0?.exactText ?? "-" }.joined(separator: " ")
                return
                    "\(block.provision.key) \(block.unit) \(world.identifier(of: finding.subject)) \(world.name(of: finding.subject)) \(finding.verdict) \(values) \(finding.record ?? "")"
            }
        }
    }

    @Test func lineEndsEncodingsAndHeadersDoNotShow() async throws {
        let county = try county()
        try county.write()
        let plain = try await signature(county.folder.path)
        #expect(plain.count > 60)
        let titles = Dictionary(registry.kinds.map { ($0.file, $0) }, uniquingKeysWith: { a, _ in a })
        let forms: [(name: String, change: (String, String) throws -> [UInt8])] = [
            ("CRLF", { _, text in Array(text.replacing("\n", with: "\r\n").utf8) }),
            ("GB18030", { _, text in try gb18030(text) }),
            ("GB18030 with CRLF", { _, text in try gb18030(text.replacing("\n", with: "\r\n")) }),
            ("mark", { _, text in [0xEF, 0xBB, 0xBF] + Array(text.utf8) }),
            ("no last line end", { _, text in Array(text.utf8.dropLast()) }),
            ("blank lines", { _, text in Array(text.replacing("\n", with: "\n\n").utf8) }),
            (
                "quoted",
                { _, text in
                    Array(
                        text.split(separator: "\n").map { line in
                            line.contains("\"")
                                ? String(line)
                                : line.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }
                                    .joined(separator: ",")
                        }.joined(separator: "\n").utf8)
                }
            ),
            (
                "Chinese headers",
                { file, text in
                    let rows = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
                    let names = rows[0].split(separator: ",").map { name in
                        titles[file]?.columns.first { $0.name == name }?.chineseName ?? String(name)
                    }
                    return Array((names.joined(separator: ",") + "\n" + rows[1]).utf8)
                }
            ),
        ]
        for (name, change) in forms {
            let copy = try ScratchFolder()
            for file in try FileManager.default.contentsOfDirectory(atPath: county.folder.path) {
                let text = try String(contentsOfFile: county.folder.path + "/" + file, encoding: .utf8)
                try copy.write(try change(file, text), to: file)
            }
            #expect(try await signature(copy.path) == plain, "\(name)")
        }
    }

    @Test func everyColumnHasAChineseHeader() throws {
        for kind in registry.kinds {
            let header = kind.columns.filter { !$0.type.isDerived }.map(\.chineseName)
            #expect(Set(header).count == header.count, "\(kind.file)")
            #expect(!header.contains { $0.isEmpty })
            let small = try SmallFolder([kind.file: header.joined(separator: ",") + "\n"])
            let wrong = try small.load().diagnostics.all.filter { ["R306", "R307", "R308"].contains($0.code) }
            #expect(wrong.isEmpty, "\(kind.file)")
        }
    }

    @Test func columnsStandInAnyOrder() throws {
        let records = try SmallFolder(["cadres.csv": "党员,姓名,干部编号,born\n是,张三,C1,1980年1月2日\n"]).load()
        #expect(records.diagnostics.isEmpty)
        let cadre = try #require(records.world.cadres.first)
        #expect(cadre.id == "C1" && cadre.name == "张三" && cadre.isPartyMember == true)
        #expect(cadre.employment == nil)
    }

    /// Which profile applies is found out from the first column of a file of many.
    @Test func columnsThatNobodyReadsHideNothing() throws {
        let codes = (0..<50).map { "1406221002\($0 + 10)" }
        let rows = codes.map { "\($0),村,,39.5,113.2,500\n" }.joined()
        let folder = try SmallFolder(["villages.csv": "village,name,kinds,lat,lng,radius_m\n" + rows])
        var diagnostics = Diagnostics()
        #expect(RecordFolder(folder.folder.path).records.villageCodes(into: &diagnostics).sorted() == codes)
        #expect(diagnostics.isEmpty)
    }

    @Test func theWorldIsInOrderOfIdentifiers() throws {
        let small = try SmallFolder([
            "cadres.csv": "cadre,name\nC3,丙\nC1,甲\nC2,乙\n",
            "postings.csv":
                "cadre,team,village,role,from,to\nC3,T1,140622100201,member,2023-05-01,\nC1,T1,140622100201,member,2023-06-01,\nC1,,140622100201,team_leader,2023-01-01,2023-05-31\nC2,T1,140622100201,member,2022-01-01,2022-12-31\n",
        ])
        let world = try small.load().world
        #expect(world.cadres.map(\.id) == ["C1", "C2", "C3"])
        #expect(
            world.cadres[0].postings.map { world.postings[$0].days.first.description } == ["2023-01-01", "2023-06-01"])
        #expect(world.postingsOfTeam[0].map { world.cadres[world.postings[$0].cadre].id } == ["C1", "C2", "C3"])
        let july = try #require(Period("2023-07")).days
        #expect(world.postings(of: Subject(.team, 0), touching: july).count == 2)
        #expect(world.village(of: Subject(.cadre, 1), in: july) == nil)
        #expect(world.village(of: Subject(.cadre, 0), in: july) == 0)
        #expect(world.subject(named: "T1") == Subject(.team, 0))
        #expect(world.subject(named: "140622100201") == Subject(.village, 0))
        #expect(world.subject(named: "U1") == Subject(.unit, 0))
        #expect(world.subject(named: "X") == nil)
        #expect(world.name(of: Subject(.team, 0)) == "测试村")
    }
}

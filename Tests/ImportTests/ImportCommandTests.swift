import Foundation
import Testing
import ZhucunTesting

@testable import FactsImport

/// The program as a clerk runs it.
@Suite struct ImportCommandTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        for (name, text) in [
            "units.csv": "unit,name,level,kind\nU1,单位,county,government\n",
            "villages.csv": "village,name,kinds,lat,lng,radius_m\n140622100201,村,,39.5,113.2,500\n",
            "teams.csv": "team,village,level,unit,batch\nT1,140622100201,county,U1,1\n",
            "cadres.csv":
                "cadre,name,born,education,employment,party_member\nC1,张三,1980-01-01,bachelor,civil_servant,true\n",
            "postings.csv":
                "cadre,team,village,role,unit,from,to,seconded\nC1,T1,140622100201,member,U1,2023-07-03,,false\n",
        ] { try folder.write(text, to: "records/" + name) }
    }

    private func run(_ arguments: String) throws -> (code: Int32, output: String, error: String) {
        let binary = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "zhucun").path
        let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.currentDirectoryURL = URL(filePath: repository)
        process.arguments = [
            "-c", "cd '\(folder.path)'; '\(binary)' \(arguments) --profiles '\(repository)/Profiles' > out 2> error",
        ]
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, text("out"), text("error"))
    }

    private func text(_ name: String) -> String {
        FileManager.default.contents(atPath: folder.path + "/" + name).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static let log =
        "AC-No.\tName\tsTime\tVerifyCode\tMachine\nC1\t张三\t2023-8-1 8:55:00\t1\t1\nC1\t张三\t2023-8-1 18:05:00\t1\t1\n"

    @Test func aDryRunWritesNothingAndAnImportWritesOnce() throws {
        try folder.write(Self.log, to: "log.dat")
        let dry = try run("records import log.dat --into records --profile shanxi --dry-run")
        #expect(dry.code == 0, "\(dry.error)")
        #expect(dry.output.contains("中控考勤机记录") && dry.output.contains("→ checkin.time"))
        #expect(text("records/checkins.csv") == "")
        #expect(try run("records import log.dat --into records --profile shanxi").code == 0)
        let once = text("records/checkins.csv")
        #expect(once == "cadre,time,source\nC1,2023-08-01 08:55:00,device\nC1,2023-08-01 18:05:00,device\n")
        let again = try run("records import log.dat --into records --profile shanxi --format json")
        #expect(again.output.contains("\"new\":0,\"same\":2"))
        #expect(text("records/checkins.csv") == once)
        #expect(try run("records check records --profile shanxi").code == 0)
    }

    @Test func anImportWithProblemsWritesNothing() throws {
        try folder.write(Self.log + "C7\t王五\t2023-8-1 8:55:00\t1\t1\n", to: "log.dat")
        let refused = try run(
            "records import log.dat --into records --profile shanxi --errors marked.xlsx --language en")
        #expect(refused.code == 2)
        #expect(refused.output.contains("4:1 [R345] 'C7 王五'"))
        #expect(text("records/checkins.csv") == "")
        let marked = try ForeignFile(path: folder.path + "/marked.xlsx").tables
        #expect(marked.first?.rows.last?.cells.last?.contains("cadres.csv has nobody") == true)
        #expect(try run("records import log.dat --into records --profile shanxi --keep-going").code == 2)
        #expect(text("records/checkins.csv").split(separator: "\n").count == 3)
    }

    @Test func aMappingIsUsedAgainForTheSameLayout() throws {
        try folder.write("人员,打卡时间\n张三,2023-08-01 8:55\n", to: "list.csv")
        try folder.write("columns: {人员: cadre}\nvalues: {cadre: {张三: C1}}\ndefaults: {source: 到岗登记}\n", to: "map.yaml")
        #expect(
            try run("records import list.csv --into records --profile shanxi --as checkins --mapping map.yaml").code
                == 0)
        try folder.write("人员,打卡时间\n张三,2023-08-02 8:55\n", to: "list.csv")
        let again = try run("records import list.csv --into records --profile shanxi --as checkins")
        #expect(again.code == 0, "\(again.output)\(again.error)")
        #expect(text("records/checkins.csv").split(separator: "\n").count == 3)
    }

    @Test func aTemplateComesBackWithoutItsExample() throws {
        #expect(try run("records template checkins --profile shanxi --out form.xlsx").code == 0)
        let rows = try ForeignFile(path: folder.path + "/form.xlsx").tables.first?.rows ?? []
        #expect(rows.first?.cells.prefix(2) == ["干部编号*", "时间*"])
        let empty = try run("records import form.xlsx --into records --profile shanxi --dry-run")
        #expect(empty.code == 0, "\(empty.output)")
        #expect(empty.output.contains("不是记录：示例："))
    }

    @Test func recordsInAnyFormAreChecked() throws {
        let text = text("records/cadres.csv")
        try folder.write(
            [0xFF, 0xFE] + text.replacing(",", with: "\t").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            to: "records/cadres.csv")
        #expect(try run("records check records --profile shanxi").code == 0)
        try folder.write("花名册\r干部编号*,姓名（必填）\rC1,张三\r合计,1\r", to: "records/cadres.csv")
        #expect(try run("records check records --profile shanxi").code == 0)
        try folder.write(
            Array("cadre,name\nC1,张三\nC2,".utf8) + [0xC0, 0xEE, 0xCB, 0xC4, 0x0A], to: "records/cadres.csv")
        let mixed = try run("records check records --profile shanxi")
        #expect(mixed.code == 4)
        #expect(mixed.error.contains("从第 3 行起有 GB18030"))
    }
}

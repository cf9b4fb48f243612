internal import Foundation
internal import Testing
internal import ZhucunTesting

/// The program itself, run as a user runs it: what it says, how it ends, and that nothing half-written stays.
@Suite struct WrongInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: [String]
        let code: Int32
        let says: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "unknown profile", arguments: ["assess", "--profile", "shanxii", "--period", "2023-W30"], code: 64,
            says: "是不是“shanxi”"),
        Case(
            name: "no such period", arguments: ["assess", "--profile", "shanxi", "--period", "2023-Q5"], code: 64,
            says: "[U701]"),
        Case(
            name: "no such format",
            arguments: ["assess", "--profile", "shanxi", "--period", "2023-W30", "--format", "jsn"], code: 64,
            says: "是不是“json”"),
        Case(
            name: "a period without records", arguments: ["assess", "--profile", "shanxi", "--period", "2024-Q1"],
            code: 3, says: "[A603]"),
        Case(
            name: "a period before anybody was posted",
            arguments: ["assess", "--profile", "shanxi", "--period", "2020-Q1"], code: 3, says: "[A602]"),
        Case(
            name: "unknown subject",
            arguments: ["explain", "--profile", "shanxi", "--period", "2023-W30", "--subject", "C11"], code: 64,
            says: "[A607]"),
        Case(
            name: "unknown provision",
            arguments: [
                "explain", "--profile", "shanxi", "--period", "2023-W30", "--subject", "C1", "--provision",
                "five-day-four-nights",
            ], code: 64, says: "[A609]"),
        Case(
            name: "a folder that cannot be written to",
            arguments: ["assess", "--profile", "shanxi", "--period", "2023-W30", "--out", "/nonexistent/x"], code: 4,
            says: "[W801]"),
        Case(
            name: "the other name of a profile", arguments: ["assess", "--profile", "linfan", "--period", "2023-W30"],
            code: 0, says: ""),
    ]

    @Test(arguments: [
        "assess --profile shanxi --period 2023-W30 --records HERE",
        "due --profile shanxi --as-of 2023-07-26 --records HERE",
        "explain --profile shanxi --period 2023-W30 --records HERE --subject C1",
        "bulletin --profile shanxi --period 2023-07 --records HERE",
        "render HERE", "records check HERE", "records kinds", "profile list", "profile show shanxi",
        "profile check shanxi", "profile coverage yingxian",
        "profile test yingxian", "profile upgrade yingxian --dry-run", "plugin list", "plugin show leave",
    ])
    func everyCommandRefusesAFormatThatIsNone(words: String) throws {
        let county = try Program.county()
        let result = try Program.run("\(words.replacing("HERE", with: county.path + "/records")) --format xml")
        #expect(result.code == 64, "\(words)")
        #expect(result.error.hasPrefix("错误[U701]：没有名为“xml”的格式\n"), "\(words): \(result.error)")
        #expect(result.output.isEmpty)
    }

    @Test(arguments: cases) func endsAsDocumented(_ item: Case) throws {
        let folder = try records()
        let result = try run(item.arguments + ["--records", folder.path])
        #expect(result.code == item.code, "\(result.error)")
        #expect(item.says.isEmpty || result.error.contains(item.says), "\(result.error)")
        #expect(item.code == 0 || result.output.isEmpty)
    }

    /// What is missing is told, not what follows from it.
    @Test func aFolderWithoutVillages() throws {
        let folder = try records()
        try FileManager.default.removeItem(atPath: folder.path + "/villages.csv")
        let result = try run(["assess", "--period", "2023-W30", "--records", folder.path])
        #expect(result.code == 2)
        #expect(result.error.contains("[R303]") && !result.error.contains("[A606]"), "\(result.error)")
    }

    @Test(arguments: [
        ("leaves.csv", "L1,C1,事假,2023-07-20,2023-07-10,approved,township,\n", "[R316]"),
        ("checkins.csv", "C9,2023-07-24T08:00:00+08:00,,,,register\n", "[R315]"),
        ("incidents.csv", "I1,C1,2023-07-24,\"off_post,county,\n", "[R309]"),
    ])
    func badRowsStopItAndLeaveNoFile(file: String, row: String, code: String) throws {
        let folder = try records(adding: row, to: file)
        let target = folder.path + "-out.json"
        let result = try run([
            "assess", "--profile", "shanxi", "--period", "2023-W30", "--records", folder.path, "--format", "json",
            "--out", target,
        ])
        #expect(result.code == 2)
        #expect(result.error.contains(String(code.dropFirst().dropLast())))
        #expect(!FileManager.default.fileExists(atPath: target))
        let left = try run([
            "assess", "--profile", "shanxi", "--period", "2023-W30", "--records", folder.path, "--keep-going",
        ])
        #expect(left.code == 2)
        #expect(left.error.contains(code), "what was refused is still said")
        #expect(left.output.contains("\(file) 有 1 行有误，没有使用"))
    }

    /// What was refused counts and is said in every format, and what hangs on it is not known.
    @Test func goingOnHidesNothing() throws {
        let folder = try records(adding: "’C1,2023-07-25 08:00,,,,register\n", to: "checkins.csv")
        try folder.write(
            "subject,period,dimension,raterx,score\nC1,2023-07,x,township,57\nC1,2023-08,x,township,57\n",
            to: "scores.csv")
        let assess = ["--profile", "shanxi", "--period", "2023-W30", "--records", folder.path, "--keep-going"]
        let formats = [
            ("text", ["checkins.csv 有 1 行有误，没有使用（共 2 行）。", "scores.csv 有 2 行有误，没有使用（共 2 行）。"]),
            (
                "json",
                [
                    "{\"file\":\"checkins.csv\",\"rows\":2,\"refused\":1}",
                    "{\"file\":\"scores.csv\",\"rows\":2,\"refused\":2}",
                ]
            ),
            ("csv", ["checkins.csv", "1 行有误，没有使用（共 2 行）"]),
            ("html", ["checkins.csv 2 行（有误 1）", "scores.csv 2 行（有误 2）"]),
        ]
        for (format, said) in formats {
            let result = try run(["assess", "--format", format] + assess)
            #expect(result.code == 2, "\(format)")
            for said in said { #expect(result.output.contains(said), "\(format)") }
            #expect(result.output.contains("checkins.csv 第 3 行有误，不能用，可能与此有关"), "\(format)")
        }
        let refused = try run(
            ["explain", "--subject", "C1", "--provision", "five-days-four-nights"] + assess.dropLast())
        #expect(refused.code == 2 && refused.output.isEmpty)
        let explained = try run(["explain", "--subject", "C1", "--provision", "five-days-four-nights"] + assess)
        #expect(explained.code == 2)
        #expect(explained.output.contains("checkins.csv 第 3 行有误，不能用，可能与此有关"))
        // Of another week the row says nothing.
        let other = try run(["assess", "--format", "json"] + assess.map { $0 == "2023-W30" ? "2023-W29" : $0 })
        #expect(!other.output.contains("checkins.csv 第 3 行"))
    }

    /// Also where only what bears on the subject need be read; what is wrong with others is not looked for then.
    @Test(arguments: [
        (["--subject", "C11"], ""), (["--subject", "C1", "--provision", "five-day-four-nights"], ""),
        (["--subject", "140622100201"], ""),
        (["--subject", "C1"], "L1,C1,事假,2023-07-20,2023-07-10,approved,township,\n"),
        (["--subject", "C1"], "L1,C9,事假,2023-07-20,2023-07-21,approved,township,\n"),
    ])
    func anExplanationThatGoesOnSaysTheSame(subject: [String], leave: String) throws {
        let snapshot = try ScratchFolder().path + "-kept"
        defer { try? FileManager.default.removeItem(atPath: snapshot) }
        let before = try records()
        #expect(
            try run([
                "assess", "--profile", "shanxi", "--period", "2023-W30", "--records", before.path, "--snapshot",
                snapshot,
            ]).code == 0)
        let folder = try records(adding: leave, to: "leaves.csv")
        let explain = ["explain", "--profile", "shanxi", "--period", "2023-W30", "--records", folder.path] + subject
        let (whole, gone) = (try run(explain), try run(explain + ["--resume", snapshot]))
        if leave.contains("C9") {
            #expect(whole.code == 2 && gone.code == 0)
        } else {
            #expect(gone == whole)
        }
    }

    @Test(arguments: [
        ("--counties 0", "县数须在 1 到 100 之间", "must be 1 to 100"),
        ("--counties 11 --cadres 30", "县数须在 1 到 10 之间", "must be 1 to 10"),
        ("--counties 3001 --cadres 100000", "县数须在 1 到 3000 之间", "must be 1 to 3000"),
        ("--only checkins leaveses", "是不是“leaves”", "did you mean 'leaves'"),
    ])
    func wrongOptionsOfASampleAreSaid(options: String, zh: String, en: String) throws {
        let folder = try ScratchFolder()
        for (language, says) in [("zh", zh), ("en", en)] {
            let words =
                "records sample --profile shanxi --from 2023-10-01 --to 2023-10-07 --language \(language) \(options) --out \(folder.path)/made"
            let result = try run(words.split(separator: " ").map(String.init))
            #expect(result.code == 64)
            #expect(result.error.contains("[U701]") && result.error.contains(says), "\(result.error)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/made"))
    }

    @Test func aMissingFolderIsSaid() throws {
        let result = try run(["assess", "--profile", "shanxi", "--period", "2023-W30", "--records", "/nonexistent"])
        #expect(result.code == 4)
        #expect(result.error.contains("[R301]"))
    }

    /// One cadre, one week, with a row added to one file.
    private func records(adding row: String = "", to file: String = "") throws -> ScratchFolder {
        let folder = try ScratchFolder()
        var files = [
            "units.csv": "unit,name,level,kind\nU1,单位,county,government\n",
            "villages.csv": "village,name,kinds,lat,lng,radius_m\n140622100201,村,,39.5,113.2,500\n",
            "teams.csv": "team,village,level,unit,batch\nT1,140622100201,county,U1,1\n",
            "cadres.csv":
                "cadre,name,born,education,employment,party_member\nC1,张三,1980-01-01,bachelor,civil_servant,true\n",
            "postings.csv":
                "cadre,team,village,role,unit,from,to,seconded\nC1,T1,140622100201,member,U1,2023-07-03,,false\n",
            "checkins.csv": "cadre,time,lat,lng,accuracy_m,source\nC1,2023-07-24T08:00:00+08:00,,,,register\n",
            "leaves.csv": "leave,cadre,type,from,to,status,approved_by,returned\n",
            "incidents.csv": "incident,subject,date,kind,level,days\n",
        ]
        files[file]? += row
        for (name, text) in files { try folder.write(text, to: name) }
        return folder
    }

    private func run(_ arguments: [String]) throws -> (code: Int32, output: String, error: String) {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
            path: "zhucun")
        process.currentDirectoryURL =
            URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        process.arguments = arguments
        let folder = try ScratchFolder()
        let output = try FileHandle(forWritingTo: URL(filePath: try folder.write("", to: "out")))
        let error = try FileHandle(forWritingTo: URL(filePath: try folder.write("", to: "error")))
        process.standardOutput = output
        process.standardError = error
        try process.run()
        process.waitUntilExit()
        let read = { (name: String) in
            String(decoding: (try? Data(contentsOf: URL(filePath: folder.path + "/" + name))) ?? Data(), as: UTF8.self)
        }
        return (process.terminationStatus, read("out"), read("error"))
    }
}

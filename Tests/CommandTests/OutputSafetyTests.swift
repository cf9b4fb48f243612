internal import Foundation
internal import Glibc
internal import Testing
internal import ZhucunTesting

/// What is written takes the place of nothing that somebody needs.
@Suite struct OutputSafetyTests {
    private static let assess = "assess --profile shanxi --period 2023-W30 --records"

    /// Files of a folder by their path, and what they hold.
    private func contents(_ folder: ScratchFolder) -> [String: String] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in Program.text(folder.path + "/" + name).map { (name, $0) } }
        )
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let options: String
        let code: String
        var command = OutputSafetyTests.assess
        var testDescription: String { command + options }

        static let all = [
            Case(options: "--out HERE/records/cadres.csv", code: "W803"),
            Case(options: "--out HERE/records/../records/./cadres.csv", code: "W803"),
            Case(options: "--out HERE/linked.csv", code: "W803"),
            Case(options: "--out HERE/hard.csv", code: "W803"),
            Case(options: "--out HERE/dangling.csv", code: "W803"),
            Case(options: "--out HERE/records/loans.csv", code: "W803"),
            Case(options: "--snapshot HERE/records/checkins.csv", code: "W803"),
            Case(options: "--out HERE/profiles/x/tests/a.yaml --profiles HERE/profiles", code: "W803"),
            Case(options: "--resume HERE/kept --out HERE/kept", code: "W803"),
            Case(options: "--resume HERE/kept --snapshot HERE/kept --out HERE/./kept", code: "W803"),
            Case(options: "--out HERE/new --snapshot HERE/./new", code: "W804"),
            Case(options: "--out HERE/new --snapshot HERE/records/../new", code: "W804"),
            Case(options: "--out HERE/records", code: "W801"),
            Case(options: "--out HERE/new/", code: "W801"),
            Case(options: "--out HERE/circle", code: "W801"),
            Case(
                options: "--out HERE/records/cadres.csv", code: "W803",
                command: "due --profile shanxi --as-of 2023-07-26 --records"),
            Case(
                options: "--out HERE/hard.csv --format ics", code: "W803",
                command: "due --profile shanxi --as-of 2023-07-26 --records"),
        ]
    }

    @Test(arguments: Case.all) func nothingIsWrittenOver(_ item: Case) throws {
        let folder = try Program.county()
        for name in ["kept", "profiles/x/tests/a.yaml"] { try folder.write("as it was", to: name) }
        for (name, target) in [
            ("linked.csv", "records/cadres.csv"), ("dangling.csv", "records/loans.csv"), ("circle", "circle"),
        ] {
            try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + name, withDestinationPath: target)
        }
        try FileManager.default.linkItem(atPath: folder.path + "/records/cadres.csv", toPath: folder.path + "/hard.csv")
        let before = contents(folder)
        let result = try Program.run(
            "\(item.command) \(folder.path)/records \(item.options.replacing("HERE", with: folder.path))")
        #expect(result.code == 4)
        #expect(result.error.contains("[\(item.code)]"), "\(result.error)")
        #expect(result.output.isEmpty)
        #expect(contents(folder) == before)
    }

    @Test(arguments: [
        ("zh", "错误[W803]：--out 的“HERE/records/cadres.csv”是要读取的记录文件，不会覆盖\n  = 建议：换一个文件名\n\n共 1 处错误，0 处警告。\n"),
        (
            "en",
            "error[W803]: 'HERE/records/cadres.csv' of --out is a record file that is read; it is not written over\n  = help: give another name\n\n1 error, 0 warnings.\n"
        ),
    ]) func theRefusalSaysWhat(language: String, text: String) throws {
        let folder = try Program.county()
        let result = try Program.run(
            "\(Self.assess) \(folder.path)/records --out \(folder.path)/records/cadres.csv --language \(language)")
        #expect(result.error == text.replacing("HERE", with: folder.path))
    }

    @Test func aBulletinTakesNoInputsPlace() throws {
        let folder = try Program.county()
        try FileManager.default.linkItem(atPath: folder.path + "/records/cadres.csv", toPath: folder.path + "/page.md")
        let before = contents(folder)
        let words =
            "bulletin --profile shanxi --period 2023-07 --report month-ranking --records \(folder.path)/records --out \(folder.path)/page.md"
        let result = try Program.run(words)
        #expect(result.code == 4 || result.error.contains("[A611]"), "\(result.error)")
        #expect(contents(folder) == before)
    }

    @Test func linksAreFollowedAndStay() throws {
        let folder = try Program.county()
        try folder.write("before", to: "kept/there.txt")
        for name in ["there", "new"] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/\(name).txt", withDestinationPath: "kept/\(name).txt")
            #expect(try Program.run("\(Self.assess) \(folder.path)/records --out \(folder.path)/\(name).txt").code == 0)
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/\(name).txt")
                    == "kept/\(name).txt")
            #expect(Program.text("\(folder.path)/kept/\(name).txt")?.contains("2023年第30周") == true)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/kept").sorted() == [
                "new.txt", "there.txt",
            ])
    }

    @Test func aReportKeepsTheModeOfTheFileBefore() throws {
        let folder = try Program.county()
        let path = try folder.write("before", to: "report.txt")
        chmod(path, 0o600)
        #expect(try Program.run("\(Self.assess) \(folder.path)/records --out \(path)").code == 0)
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func pipesAndDevicesAreWrittenThrough() throws {
        let folder = try Program.county()
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let whole = try Program.run("\(Self.assess) \(folder.path)/records")
        let read = try Program.run(
            "\(Self.assess) \(folder.path)/records --out \(pipe)",
            around: "cat \(pipe) & $zhucun; code=$?; wait; exit $code")
        #expect(read == whole)
        var status = stat()
        #expect(lstat(pipe, &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFIFO)
        for name in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
            let log = try folder.write("before\n", to: "log")
            #expect(
                try Program.run("\(Self.assess) \(folder.path)/records --out \(name)", around: "$zhucun >> \(log)").code
                    == 0)
            #expect(Program.text(log) == "before\n" + whole.output)
        }
        // Whoever may make devices has one of its own to lose.
        let device = folder.path + "/null"
        guard mknod(device, S_IFCHR | 0o666, 0x103) == 0 else { return }
        #expect(try Program.run("\(Self.assess) \(folder.path)/records --out \(device)").code == 0)
        #expect(lstat(device, &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFCHR)
        unlink(device)
    }

    @Test func anotherFileOfTheSameNameStays() throws {
        let folder = try Program.county()
        // The shell that becomes the program has its number.
        let command = "echo kept > \(folder.path)/report.part$$; exec $zhucun"
        #expect(
            try Program.run("\(Self.assess) \(folder.path)/records --out \(folder.path)/report", around: command).code
                == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count == 3 && names[2].hasPrefix("report.part"))
        #expect(Program.text(folder.path + "/" + names[2]) == "kept\n")
    }

    @Test func aSampleKeepsTheLinkToItsFolder() throws {
        let folder = try ScratchFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/far", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/near", withDestinationPath: "far")
        let words =
            "records sample --profile shanxi --cadres 3 --from 2023-08-01 --to 2023-08-07 --only checkins --out \(folder.path)/near"
        #expect(try Program.run(words).code == 0)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/far/cadres.csv"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/near") == "far")
    }
}

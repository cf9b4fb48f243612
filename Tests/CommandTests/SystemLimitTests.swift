internal import Foundation
internal import Glibc
internal import Testing
internal import ZhucunTesting

@testable internal import Rendering

/// What the system does not give or take is told, at once, with the exit code for it.
@Suite struct SystemLimitTests {
    static let commands = [
        "assess --profile shanxi --period 2023-W30 --records HERE",
        "assess --profile shanxi --period 2023-W30 --records HERE --format json",
        "assess --profile shanxi --period 2023-W30 --records HERE --format csv",
        "assess --profile shanxi --period 2023-W30 --records HERE --format html",
        "due --profile shanxi --as-of 2023-07-26 --records HERE",
        "due --profile shanxi --as-of 2023-07-26 --records HERE --format ics",
        "explain --profile shanxi --period 2023-W30 --records HERE --subject C1", "profile list",
        "profile list --format json", "profile show shanxi",
        "profile check shanxi", "profile check shanxi --format json", "profile coverage chongqing",
        "profile coverage chongqing --format json",
        "profile test jixian", "profile test jixian --format json", "records check HERE",
        "records check HERE --format json", "records kinds",
        "plugin list", "plugin show attendance", "--help", "--version", "assess --help",
        "records sample --profile shanxi --cadres 3 --from 2023-08-01 --to 2023-08-07 --only checkins --out HERE/made",
    ]

    @Test(arguments: commands) func aFullOutputIsAnError(command: String) throws {
        let folder = try Program.county()
        let words = command.replacing("HERE", with: folder.path + "/records")
        let result = try Program.run(words, around: "$zhucun > /dev/full")
        #expect(result.code == 4)
        #expect(result.error.contains("W801"), "\(result.error)")
        #expect(try Program.run(words, around: "rm -rf \(folder.path)/records/made; $zhucun >&-").code == 4)
    }

    @Test(arguments: ["plugin show attendance", "--help", "profile show shanxi"])
    func aReaderWhoLeavesEndsTheProgram(command: String) throws {
        let result = try Program.run(command, around: "$zhucun | true; exit ${PIPESTATUS[0]}")
        // It may be done before the reader has left.
        #expect([0, 141].contains(result.code), "\(result)")
        #expect(result.error.isEmpty)
        let held = try Program.run(command, around: "trap '' PIPE; $zhucun | sleep 0.01; exit ${PIPESTATUS[0]}")
        #expect([0, 4].contains(held.code), "\(held)")
    }

    @Test(arguments: [4, 5, 6, 7, 10, 15]) func tooFewFilesCanBeOpen(count: Int) throws {
        let folder = try Program.county()
        let words = "assess --profile shanxi --period 2023-W30 --records \(folder.path)/records"
        let result = try Program.run(words, around: "ulimit -n \(count); exec $zhucun")
        #expect(result.code == 4)
        #expect(result.error.contains("[W805]"), "\(result.error)")
    }

    /// Only regular files are records; none of these ends.
    @Test(
        arguments: ["cadres.csv", "checkins.csv", "villages.csv"],
        ["mkfifo FILE", "ln -s /dev/zero FILE", "mkdir FILE"])
    func whatIsNoFileIsNoRecord(name: String, making: String) throws {
        let folder = try Program.county()
        let file = folder.path + "/records/" + name
        let prelude = "rm \(file); \(making.replacing("FILE", with: file)); timeout -s KILL 20 $zhucun"
        for words in [
            "records check", "assess --profile shanxi --period 2023-W30 --records",
            "explain --profile shanxi --period 2023-W30 --subject C1 --records",
        ] {
            let result = try Program.run("\(words) \(folder.path)/records", around: prelude)
            #expect(result.code == 4)
            #expect(result.error.contains("错误[R302]：无法读取“\(file)”：它不是普通文件"), "\(result.error)")
        }
    }

    @Test func aSnapshotIsAFile() throws {
        let folder = try Program.county()
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        for path in [folder.path + "/pipe", "/dev/zero", folder.path] {
            let words = "assess --profile shanxi --period 2023-W30 --records \(folder.path)/records --resume \(path)"
            let result = try Program.run(words, around: "timeout -s KILL 20 $zhucun")
            #expect(result.code == 4)
            #expect(result.error.contains("[S901]") && result.error.contains("它不是普通文件"), "\(result.error)")
        }
    }

    @Test(arguments: ["--profile shanxi", ""]) func aMissingFolderIsAFile(profile: String) throws {
        let result = try Program.run("assess \(profile) --period 2023-W30 --records /nonexistent")
        #expect(result.code == 4)
        #expect(result.error.contains("[R301]"), "\(result.error)")
    }

    @Test func rowsAreCountedByFileForPrograms() throws {
        let folder = try Program.county()
        try folder.write(
            "leave,cadre,type,from,to,status,approved_by,returned\nL1,C1,事假,2023-07-20,2023-07-10,approved,township,\n",
            to: "records/leaves.csv")
        let result = try Program.run("records check \(folder.path)/records --format json")
        #expect(result.code == 2)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let records = try #require(json["records"] as? [[String: Any]])
        #expect(
            records.compactMap { $0["file"] as? String } == [
                "cadres.csv", "checkins.csv", "leaves.csv", "postings.csv", "teams.csv", "units.csv", "villages.csv",
            ])
        #expect(records.compactMap { $0["rows"] as? Int } == [1, 1, 1, 1, 1, 1, 1])
        #expect(records.compactMap { $0["refused"] as? Int } == [0, 0, 1, 0, 0, 0, 0])
    }

    @Test(arguments: [
        ("140622", "140622"), ("month-ranking_2", "month-ranking_2"), ("月度排名", "月度排名"),
        ("../../", "%2E%2E%2F%2E%2E%2F"), ("..\\", "%2E%2E%5C"),
        ("a\u{0}b\n", "a%00b%0A"), ("\u{202E}", "%E2%80%AE"), ("%2F", "%252F"), ("", ""),
    ])
    func noTextLeadsOutOfAFolder(text: String, name: String) {
        #expect(fileName(text) == name)
    }
}

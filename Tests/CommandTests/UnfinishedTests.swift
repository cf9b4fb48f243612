import Files
internal import Foundation
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel
internal import ZhucunTesting

@testable internal import ZhucunCommand

/// What is written appears whole or not at all.
@Suite struct UnfinishedTests {
    private func names(_ folder: ScratchFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func aFileIsThereWhenItIsFinished() throws {
        let folder = try ScratchFolder()
        try folder.write("before", to: "report.csv")
        let destination = try Destination(folder.path + "/report.csv")
        for part in ["one ", "", "two"] { try destination.write(Array(part.utf8)) }
        #expect(try String(contentsOfFile: folder.path + "/report.csv", encoding: .utf8) == "before")
        try destination.finish()
        #expect(try String(contentsOfFile: folder.path + "/report.csv", encoding: .utf8) == "one two")
        #expect(try names(folder) == ["report.csv"])
    }

    @Test func nothingIsThereWhenItIsGivenUp() throws {
        let folder = try ScratchFolder()
        do {
            let destination = try Destination(folder.path + "/report.csv")
            try destination.write([1, 2, 3])
            #expect(try names(folder).count == 1)
        }
        #expect(try names(folder) == [])
    }

    @Test func whatCannotBeWrittenSaysSo() throws {
        #expect(throws: Unwritable.self) { try Destination("/nonexistent/report.csv") }
        let folder = try ScratchFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/taken/full", withIntermediateDirectories: true)
        #expect(Output.deliver([1], to: folder.path + "/taken")?.code == "W801")
        #expect(try names(folder) == ["taken"])
    }

    @Test func foldersAreDiscardedWithTheirFiles() throws {
        let folder = try ScratchFolder()
        let path = folder.path + "/sample.partial"
        let number = Unfinished.begin(path) { mkdir(path, 0o777) == 0 ? nil : errno }
        for name in ["cadres.csv", "teams.csv"] { try folder.write("x\n", to: "sample.partial/" + name) }
        #expect(number == nil)
        Unfinished.discard(path)
        #expect(try names(folder) == [])
        // What was never made is no trouble.
        Unfinished.discard(path)
    }

    @Test func aSampleThatIsStoppedLeavesNothing() throws {
        let scratch = try ScratchFolder()
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
            path: "zhucun")
        let words =
            "records sample --profile shanxi --cadres 20000 --from 2023-01-01 --to 2023-12-31 --out \(scratch.path)/sample"
        process.arguments = words.split(separator: " ").map(String.init)
        process.currentDirectoryURL = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        try process.run()
        let until = Date.now.addingTimeInterval(60)
        while try names(scratch).isEmpty, process.isRunning, Date.now < until { usleep(1000) }
        #expect(try names(scratch).first?.hasPrefix("sample.partial") == true)
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        #expect(process.terminationStatus == 143)
        #expect(try names(scratch) == [])
    }

    /// Stopped while the report is being written.
    @Test(arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGHUP, 129)] as [(Int32, Int32)])
    func aSignalLeavesNothing(signal: Int32, code: Int32) throws {
        let scratch = try ScratchFolder()
        let households = (1...3000).map { "H\($0),140622100201,unstable\n" }.joined()
        let county = try DueCounty(changing: [
            "households.csv": "household,village,classes\n" + households, "cases.csv": nil,
        ])
        let process = county.process("assess", "--period 2023 --format html --out \(scratch.path)/report.html")
        try process.run()
        let until = Date.now.addingTimeInterval(60)
        while try names(scratch).isEmpty, process.isRunning, Date.now < until { usleep(1000) }
        #expect(try names(scratch).first?.hasPrefix("report.html.part") == true)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationStatus == code)
        #expect(try names(scratch) == [])
    }
}

internal import Foundation
internal import Testing

/// A handful of random counties held against the second reading of the domain in Tests/Oracle; thousands by hand, as its README says.
@Suite struct OracleTests {
    @Test(arguments: ["14..15", "17..20"]) func randomCountiesComeOutTheSame(seeds: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", Program.repository + "/Tests/Oracle/compare.py", "--zhucun", Program.path, "--seeds", seeds, "--plain"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let told = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let code = process.terminationStatus
        #expect(code == 0, "\(told)")
        #expect(told.contains(" 0 differences"), "\(told)")
    }
}

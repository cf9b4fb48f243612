import Foundation
import Testing
import ZhucunTesting

/// What `plugin new` writes; that it builds and passes its own tests is seen in CI, which makes one.
@Suite struct NewPluginTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        .path()

    @Test func aPackageOfItsOwn() throws {
        let folder = try ScratchFolder()
        let run = try Program.run("plugin new night-watch --package \(folder.path)/watch --repository \(Self.root)")
        #expect(run.code == 0)
        #expect(run.output.contains("swift build --build-tests"))
        let files = [
            "Package.swift", "Sources/NightWatch/NightWatch.swift", "Sources/NightWatch/NightWatchRecords.swift",
            "Sources/zhucun-night-watch/main.swift",
            "Tests/NightWatchTests/NightWatchTests.swift", "Profiles/example/profile.yaml",
            "Profiles/example/tests/night_watch.yaml", "Profiles/china/profile.yaml", "README.md",
        ]
        for file in files { #expect(FileManager.default.fileExists(atPath: "\(folder.path)/watch/\(file)"), "\(file)") }
        let manifest = try String(contentsOfFile: "\(folder.path)/watch/Package.swift", encoding: .utf8)
        let path = try #require(manifest.firstMatch(of: /path: "([^"]+)"/)?.output.1)
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/watch/\(path)/Plugins/generate.sh"))
        // Every blank of the templates is filled.
        for file in files {
            #expect(
                try !String(contentsOfFile: "\(folder.path)/watch/\(file)", encoding: .utf8).contains("__"), "\(file)")
        }
        // A second time nothing is written over.
        let again = try Program.run("plugin new night-watch --package \(folder.path)/watch --repository \(Self.root)")
        #expect(again.code == 64)
        #expect(again.error.contains("U709"))
    }

    @Test(arguments: [
        ("Night", "U707"), ("night--watch", "U707"), ("夜", "U707"), ("../x", "U707"), ("attendance", "U708"),
        ("checkin", "U708"),
    ])
    func namesThatCannotBe(name: String, code: String) throws {
        let run = try Program.run("plugin new '\(name)' --repository \(Self.root)")
        #expect(run.code == 64)
        #expect(run.error.contains(code))
    }

    @Test func aFolderThatIsNotTheRepository() throws {
        let folder = try ScratchFolder()
        let run = try Program.run("plugin new night-watch --repository \(folder.path)")
        #expect(run.code == 64)
        #expect(run.error.contains("U710"))
    }
}

import Foundation
import Testing
import ZhucunKernel

/// What a module may call is listed in `docs/api`, a file for each version of the kernel's interface: who changes it sees so, and
/// decides whether modules that were written for the version before still build.
@Suite struct PublicAPITests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    private static let libraries = [
        "Assessment", "CivilTime", "Exact", "Facts", "Identity", "Messages", "PolicyLanguage", "PolicyYAML", "Results",
        "ZhucunTesting",
    ]

    private static func listing() throws -> String {
        var lines: [String] = []
        for library in libraries {
            let folder = root.appending(path: "Sources/" + library).path(percentEncoded: false)
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
                .sorted()
            for file in files {
                let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
                lines += PublicDeclarations(text).signatures.map { "\(library) \($0)" }
            }
        }
        return lines.sorted().joined(separator: "\n") + "\n"
    }

    private static func line(_ change: CollectionDifference<Substring>.Change) -> String {
        switch change {
        case .insert(_, let line, _), .remove(_, let line, _): String(line)
        }
    }

    /// `UPDATE_API=1` writes the listing; the test fails then, so that no run passes by it.
    @Test func theInterfaceIsTheOneOfItsVersion() throws {
        let file = Self.root.appending(path: "docs/api/\(kernelVersion).txt")
        let listed = try Self.listing()
        if ProcessInfo.processInfo.environment["UPDATE_API"] != nil {
            try listed.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("docs/api/\(kernelVersion).txt was written: look at what changed")
            return
        }
        // Declarations of one wording in several types stand as often: each counts.
        let change = listed.split(separator: "\n").difference(
            from: try String(contentsOf: file, encoding: .utf8).split(separator: "\n"))
        let (gone, new) = (change.removals.map(Self.line), change.insertions.map(Self.line))
        #expect(
            gone.isEmpty && new.isEmpty,
            """
            The public interface is not the one that docs/api/\(kernelVersion).txt lists. Where a module may have to be changed, raise \
            kernelVersion (Sources/PolicyLanguage/Sections/PluginAbout.swift) and say so in CHANGELOG.md; then UPDATE_API=1 writes the file.
            gone: \(gone.joined(separator: "\n      "))
            new:  \(new.joined(separator: "\n      "))
            """)
        // A listing of hardly anything would be a scan that finds nothing.
        #expect(listed.split(separator: "\n").count > 500)
    }
}

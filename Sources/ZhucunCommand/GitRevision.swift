import Foundation
import PolicyYAML
import ZhucunKernel

/// `DIR@REV`: the profiles of a folder as they were in a revision of the repository around it.
struct GitRevision {
    let folder: String
    let revision: String

    /// Nil where the text names no revision: a folder may have an `@` in its name.
    init?(_ text: String) {
        guard !FileManager.default.fileExists(atPath: text), let at = text.lastIndex(of: "@"), at != text.startIndex else { return nil }
        folder = String(text[..<at])
        revision = String(text[text.index(after: at)...])
        guard !revision.isEmpty else { return nil }
    }

    /// All of its files.
    func source() throws(GitProblem) -> TextSource {
        guard !revision.hasPrefix("-") else { throw GitProblem(self, "") }
        let listed = try git(["ls-tree", "-r", "-z", revision])
        var names: [String] = []
        var objects = ""
        for entry in listed.split(separator: 0) {
            // `100644 blob 8f3…<tab>shanxi/profile.yaml`
            let parts = entry.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
            let head = parts[0].split(separator: UInt8(ascii: " "))
            guard parts.count == 2, head.count == 3, head[1].elementsEqual("blob".utf8) else { continue }
            names.append(String(decoding: parts[1], as: UTF8.self))
            objects += String(decoding: head[2], as: UTF8.self) + "\n"
        }
        var rest = try git(["cat-file", "--batch"], input: Data(objects.utf8))[...]
        var files: [String: [UInt8]] = [:]
        for name in names {
            // `8f3… blob 1234<line end>`, so many bytes, a line end.
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
                let size = rest[..<end].split(separator: UInt8(ascii: " ")).last.flatMap({ Int(String(decoding: $0, as: UTF8.self)) }),
                rest.count >= end - rest.startIndex + size + 2
            else { throw GitProblem(self, "") }
            files[name] = Array(rest[(end + 1)..<(end + 1 + size)])
            rest = rest[(end + 2 + size)...]
        }
        return TextSource("\(folder)@\(revision)", files)
    }

    private func git(_ arguments: [String], input: Data? = nil) throws(GitProblem) -> Data {
        let process = Process()
        let (output, errors, given) = (Pipe(), Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder] + arguments
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = given
        do { try process.run() } catch { throw GitProblem(self, "\(error)") }
        // Written beside the reading: either side may wait for the other.
        let writer = Thread { [handle = given.fileHandleForWriting] in
            if let input { try? handle.write(contentsOf: input) }
            try? handle.close()
        }
        writer.start()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw GitProblem(self, said) }
        return data
    }
}

/// Why a revision cannot be read.
struct GitProblem: Error {
    let diagnostic: Diagnostic

    /// - Parameter said: what git says, which is in English.
    init(_ revision: GitRevision, _ said: String) {
        let line = said.split(separator: "\n").first.map(String.init)
        diagnostic = Diagnostic(
            "P246", Text("读不到“\(revision.folder)”的版本“\(revision.revision)”", "cannot read the revision '\(revision.revision)' of '\(revision.folder)'"),
            at: nil, expected: Text("git 仓库中的文件夹和版本，如 Profiles@HEAD~1", "a folder of a git repository and a revision, such as Profiles@HEAD~1"),
            found: line.map { Text(same: $0) })
    }
}

import Glibc
import PolicyYAML
import ZhucunKernel

/// `DIR@REV`: the profiles of a folder as they were in a revision of the repository around it.
struct GitRevision {
    let folder: String
    let revision: String

    /// Nil where the text names no revision: a folder may have an `@` in its name.
    init?(_ text: String) {
        guard access(text, F_OK) != 0, let at = text.lastIndex(of: "@"), at != text.startIndex else { return nil }
        folder = String(text[..<at])
        revision = String(text[text.index(after: at)...])
        guard !revision.isEmpty else { return nil }
    }

    /// All of its files.
    func source() throws(GitProblem) -> TextSource {
        try git("rev-parse --quiet --verify --end-of-options \(quoted(revision + "^{tree}"))")
        let tree = "ls-tree -r -z --format='%(objectname) %(path)' \(quoted(revision))"
        let entries = try git(tree).split(separator: 0).map { $0.split(separator: UInt8(ascii: " "), maxSplits: 1) }
        // One process for all: `8f3… blob 1234<line end>`, so many bytes, a line end.
        var rest = try git(
            "ls-tree -r --format='%(objectname)' \(quoted(revision)) | git -C \(quoted(folder)) cat-file --batch")[...]
        var files: [String: [UInt8]] = [:]
        for entry in entries where entry.count == 2 {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
                let size = rest[..<end].split(separator: UInt8(ascii: " ")).last.flatMap({
                    Int(String(decoding: $0, as: UTF8.self))
                }),
                rest.count >= end - rest.startIndex + size + 2
            else { throw GitProblem(self) }
            files[String(decoding: entry[1], as: UTF8.self)] = Array(rest[(end + 1)..<(end + 1 + size)])
            rest = rest[(end + 2 + size)...]
        }
        return TextSource("\(folder)@\(revision)", files)
    }

    /// What git writes.
    @discardableResult
    private func git(_ arguments: String) throws(GitProblem) -> [UInt8] {
        guard let pipe = popen("git -C \(quoted(folder)) \(arguments) 2>/dev/null", "r") else { throw GitProblem(self) }
        var written: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&chunk, 1, chunk.count, pipe), count > 0 { written += chunk[..<count] }
        guard pclose(pipe) == 0 else { throw GitProblem(self) }
        return written
    }

    /// As one word of a shell's command.
    private func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

/// Why a revision cannot be read.
struct GitProblem: Error {
    let diagnostic: Diagnostic

    init(_ revision: GitRevision) {
        diagnostic = Diagnostic(
            "P246",
            Text(
                "读不到“\(revision.folder)”的版本“\(revision.revision)”",
                "cannot read the revision '\(revision.revision)' of '\(revision.folder)'"),
            at: nil,
            expected: Text(
                "git 仓库中的文件夹和它的一个版本，如 Profiles@HEAD~1",
                "a folder in a git repository and one of its revisions, such as Profiles@HEAD~1"))
    }
}

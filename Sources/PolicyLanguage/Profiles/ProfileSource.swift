internal import Files
internal import Glibc
package import PolicyYAML

/// Where the texts of profiles come from: a folder, an editor's unsaved texts, a revision of a repository.
///
/// Obligations, tested by `ZhucunTesting.ProfileSourceConformance`: what `names` lists can be read; the same question has the same
/// answer; a folder that is not there is `missing`, as is a file, and neither is an error.
public protocol ProfileSource: Sendable {
    /// What the paths of all files begin with, as people are shown them: `Profiles`.
    var root: String { get }
    /// The names in a folder, in order, without hidden ones.
    ///
    /// - Parameter folder: a path that begins with the root.
    func names(in folder: String) -> SourceListing
    /// The bytes of a file, at most so many.
    func content(of path: String, atMost limit: Int) -> SourceContent
}

/// What a source has in a folder.
public enum SourceListing: Sendable, Equatable {
    /// It is a folder with these names in it, in order.
    case names([String])
    /// There is none of the name.
    case missing
    /// It is a file.
    case file
    /// The system's number of what went wrong.
    case unreadable(Int32)

    /// None where there is no folder.
    package var known: [String] { if case .names(let names) = self { names } else { [] } }

    /// The system's number of why there are no names; nil where there are.
    package var problem: Int32? {
        switch self {
        case .names: nil
        case .missing: ENOENT
        case .file: ENOTDIR
        case .unreadable(let number): number
        }
    }
}

/// What a source has in a file.
public enum SourceContent: Sendable, Equatable {
    /// Its first bytes, no more than were asked for.
    case bytes([UInt8])
    /// There is no file of the name.
    case missing
    /// Why it cannot be read, in words.
    case unreadable(Text)
}

extension ProfileSource {
    /// Whether there is a file of the name.
    func has(_ path: String) -> Bool { content(of: path, atMost: 0) != .missing }

    /// None where it cannot be read.
    func bytes(of path: String) -> [UInt8] {
        if case .bytes(let bytes) = content(of: path, atMost: YAMLLimits.profile.bytes) { bytes } else { [] }
    }

    /// Reads and checks a file for `parseYAML`; reported where it cannot be.
    package func file(_ path: String, into diagnostics: inout Diagnostics) -> SourceFile? {
        switch content(of: path, atMost: YAMLLimits.profile.bytes + 1) {
        case .bytes(let bytes): return SourceFile.checked(bytes, shownAs: path, limits: .profile, into: &diagnostics)
        case .missing: return SourceFile.unreadable(path, FileProblem.reason(ENOENT), into: &diagnostics)
        case .unreadable(let reason): return SourceFile.unreadable(path, reason, into: &diagnostics)
        }
    }

    /// The tree of a file.
    package func tree(_ path: String, into diagnostics: inout Diagnostics) -> Node? {
        file(path, into: &diagnostics).flatMap { parseYAML($0, into: &diagnostics) }
    }

    /// The files of a folder with that ending, as paths.
    package func yamlFiles(in folder: String) -> [String] {
        names(in: folder).known.filter { $0.hasSuffix(".yaml") }.map { folder + "/" + $0 }
    }
}

/// A folder of the file system.
package struct FolderSource: ProfileSource {
    /// The folder's path, as it was given.
    package let root: String

    /// The profiles in a folder; whether it is there shows when it is asked.
    ///
    /// - Parameter root: its path.
    package init(_ root: String) { self.root = root }

    /// The names in a folder of the file system; `unreadable` with the system's `errno` where it will not list it.
    package func names(in folder: String) -> SourceListing {
        if let names = listDirectory(folder) { return .names(names) }
        return switch errno {
        case ENOENT: .missing
        case ENOTDIR: .file
        default: .unreadable(errno)
        }
    }

    /// The bytes of a file of the file system, at most so many; a folder is `unreadable`.
    package func content(of path: String, atMost limit: Int) -> SourceContent {
        guard access(path, F_OK) == 0 || ![ENOENT, ENOTDIR].contains(errno) else { return .missing }
        return switch SourceFile.content(of: path, atMost: limit) {
        case .success(let bytes): .bytes(bytes)
        case .failure(let problem): .unreadable(problem.reason)
        }
    }
}

/// Texts in memory: a revision, a test's, what an editor has not saved yet.
package struct TextSource: ProfileSource {
    /// What the paths of all texts begin with.
    package let root: String
    private let files: [String: [UInt8]]
    /// What is not among the texts is looked for there.
    private let base: (any ProfileSource)?

    /// Texts by their paths, alone or over another source.
    ///
    /// - Parameters:
    ///   - root: what the paths of the files begin with.
    ///   - files: the content of each file by its path below the root: `shanxi/profile.yaml`.
    ///   - base: a source of the same root, of which the texts take the place: an editor's over the files that it edits.
    package init(_ root: String, _ files: [String: [UInt8]], over base: (any ProfileSource)? = nil) {
        self.root = root
        self.files = Dictionary(uniqueKeysWithValues: files.map { (root + "/" + $0.key, $0.value) })
        self.base = base
    }

    /// The names of the texts in a folder, and of what the base has there.
    package func names(in folder: String) -> SourceListing {
        if files[folder] != nil { return .file }
        let inside = files.keys.filter { $0.hasPrefix(folder + "/") }.compactMap { path in
            path.dropFirst(folder.count + 1).split(separator: "/").first.map(String.init)
        }
        let below = base?.names(in: folder) ?? .missing
        guard !inside.isEmpty else { return below }
        return .names(Set(inside.filter { !$0.hasPrefix(".") } + below.known).sorted())
    }

    /// The bytes of a text, at most so many; of what is no text, what the base has.
    package func content(of path: String, atMost limit: Int) -> SourceContent {
        files[path].map { .bytes(Array($0.prefix(limit))) } ?? base?.content(of: path, atMost: limit) ?? .missing
    }
}

internal import BuiltInPlugins
internal import CivilTime
internal import Foundation
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel
internal import ZhucunTesting

/// The files of a folder with one ending, read once.
struct ProfileFiles {
    let folder: String
    /// Every file by its path below the folder.
    let files: [String: String]

    /// `folder`: below the repository.
    init(_ folder: String, ending: String = ".yaml") {
        let path = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/" + folder
        let paths = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        self.folder = path
        files = Dictionary(
            uniqueKeysWithValues: paths.filter { $0.hasSuffix(ending) }.compactMap { file in
                FileManager.default.contents(atPath: path + "/" + file).map {
                    (file, String(decoding: $0, as: UTF8.self))
                }
            })
    }

    /// Those without the calendars, which no rule is read with.
    var policies: [String: String] { files.filter { !$0.key.hasPrefix("calendars/") } }
}

/// The profiles of this repository as they are.
enum Shipped {
    static let profiles = ProfileFiles("Profiles")
    static let codes = ["china", "chongqing", "jixian", "linfen", "shanxi", "xiangyuan", "yingxian"]
    static let registry = PluginRegistry(BuiltInPlugins.all)
}

/// Profiles in which tests make mistakes: an early state of the shipped ones that stays as it is, since the places and words of
/// what is told are compared to the letter.
enum Fixture {
    static let profiles = ProfileFiles("Tests/ProfileTests/Fixture")
    static let files = profiles.files
    static let policies = profiles.policies
}

/// What came of reading a folder of profiles.
struct Reading {
    let store: ProfileStore
    let policy: Policy?
    let diagnostics: Diagnostics
    private let path: String

    /// Reads these files, which stand below `Profiles`, and resolves one profile over all its editions.
    init(_ files: [String: String], of code: String, plugins: PluginRegistry = Shipped.registry) throws {
        let folder = try ScratchFolder()
        for (path, text) in files { try folder.write(text, to: "Profiles/" + path) }
        path = folder.path + "/"
        let store = ProfileStore(directory: path + "Profiles")
        var diagnostics = store.diagnostics
        policy = store.profile(named: code).flatMap {
            Policy.resolve($0, in: store, plugins: plugins, into: &diagnostics)
        }
        self.store = store
        self.diagnostics = diagnostics
    }

    /// Reads the fixture's profiles, without the calendars, with other files beside or instead of theirs.
    init(of code: String, with others: [String: String] = [:], plugins: PluginRegistry = Shipped.registry) throws {
        try self.init(Fixture.policies.merging(others) { $1 }, of: code, plugins: plugins)
    }

    /// Reads the shipped profiles.
    init(shipped code: String) throws { try self.init(Shipped.profiles.policies, of: code) }

    /// What a person would see, the scratch folder's own path left out.
    func rendered(_ language: Language = .zh) -> String {
        DiagnosticRenderer(language: language).render(diagnostics).replacing(path, with: "")
    }

    var codes: [String] { diagnostics.all.map(\.code) }

    func provision(_ name: String, on day: String) throws -> Provision {
        let snapshot = try snapshot(on: day)
        return try #require(snapshot.provisions.first { $0.key.description == name }, "no \(name) on \(day)")
    }

    func provisions(on day: String) throws -> [String] {
        try snapshot(on: day).provisions.map(\.key.description)
    }

    private func snapshot(on day: String) throws -> PolicySnapshot {
        let day = try #require(Day(day))
        return try #require(policy?.snapshot(on: day), "nothing in force on \(day)")
    }
}

extension Node {
    /// The file, its folder and the line, such as `chongqing/2023-08-28-sida-xingdong.yaml:14`.
    var origin: String {
        file.path.split(separator: "/").suffix(2).joined(separator: "/") + ":\(location.line)"
    }

    /// The value on one line.
    var shown: String {
        switch content {
        case .scalar(let scalar): scalar.text
        case .sequence(let items): "[" + items.map(\.shown).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key.shown): \($0.value.shown)" }.joined(separator: ", ") + "}"
        }
    }

    func value(_ key: String) throws -> Node { try #require(self[key], "no \(key)") }
}

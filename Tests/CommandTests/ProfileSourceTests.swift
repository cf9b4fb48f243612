internal import BuiltInPlugins
internal import Foundation
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel
internal import ZhucunTesting

/// Profiles come from a folder, from texts in memory, or from a revision: all the same to who reads them.
@Suite struct ProfileSourceTests {
    private static let files: [String: [UInt8]] = {
        let root = Program.repository + "/Profiles"
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        let read = paths.filter { $0.hasSuffix(".yaml") }.compactMap { path in
            FileManager.default.contents(atPath: root + "/" + path).map { (path, Array($0)) }
        }
        return Dictionary(uniqueKeysWithValues: read)
    }()

    private func policy(_ code: String, _ source: any ProfileSource) -> (Policy?, Diagnostics) {
        let store = ProfileStore(source)
        var diagnostics = Diagnostics()
        let policy = store.profile(named: code, into: &diagnostics).flatMap {
            Policy.resolve($0, in: store, plugins: PluginRegistry(BuiltInPlugins.all), into: &diagnostics)
        }
        return (policy, diagnostics)
    }

    @Test func textsInMemoryAreTheSamePolicy() throws {
        let root = Program.repository + "/Profiles"
        let (folder, texts) = (FolderSource(root), TextSource(root, Self.files))
        for source in [folder, texts] as [any ProfileSource] {
            #expect(ProfileSourceConformance.complaints(about: source) == [])
        }
        let (kept, remembered) = (policy("yingxian", folder), policy("yingxian", texts))
        #expect(try #require(kept.0).keys == #require(remembered.0).keys)
        #expect(kept.1.all == remembered.1.all)
        #expect(ProfileStore(texts).calendar.years == ProfileStore(folder).calendar.years)
    }

    /// What an editor has not saved stands in place of its file, and only of that.
    @Test func anUnsavedTextTakesThePlaceOfItsFile() throws {
        let root = Program.repository + "/Profiles"
        let edition = "linfen/2018-07-05-xuanpai-guanli.yaml"
        let text = String(decoding: try #require(Self.files[edition]), as: UTF8.self)
        let unsaved = TextSource(
            root, [edition: Array((text + "\nno_such_section: []\n").utf8)], over: FolderSource(root))
        #expect(ProfileSourceConformance.complaints(about: unsaved) == [])
        let (_, diagnostics) = policy("linfen", unsaved)
        #expect(diagnostics.all.contains { $0.primary?.location.path == "\(root)/\(edition)" && $0.severity == .error })
        #expect(!policy("linfen", FolderSource(root)).1.hasErrors)
    }

    @Test func aRevisionIsReadByItsName() throws {
        let folder = try ScratchFolder()
        let profiles = folder.path + "/office/Profiles"
        try FileManager.default.copyItem(
            atPath: Program.repository + "/Profiles",
            toPath: {
                try folder.write("", to: "office/README")
                return profiles
            }())
        let git = "git -C \(folder.path)/office -c user.name=office -c user.email=office@example.org"
        let committed = try Program.run("", around: "\(git) init -q && \(git) add -A && \(git) commit -qm first")
        #expect(committed.code == 0, "\(committed.error)")
        try folder.write("profile: linfen\nname: [\n", to: "office/Profiles/linfen/profile.yaml")
        #expect(try Program.run("profile check linfen --profiles \(profiles)").code != 0)
        let old = try Program.run("profile check linfen --profiles \(profiles)@HEAD")
        #expect(old.code == 0, "\(old.error)")
        #expect(
            try Program.run("profile show linfen --profiles \(profiles)@HEAD").output.contains(
                "\(profiles)@HEAD/linfen/"))
        let none = try Program.run("profile check linfen --profiles \(profiles)@v9")
        #expect(none.code == 1)
        #expect(none.error.hasPrefix("错误[P246]：读不到“\(profiles)”的版本“v9”\n"), "\(none.error)")
    }
}

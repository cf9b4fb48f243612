internal import BuiltInPlugins
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel
internal import ZhucunTesting

/// What `plugin show` ends with can be pasted: it is a provision of the module, whole.
@Suite struct PluginShowTests {
    @Test(arguments: BuiltInPlugins.all.map(\.about.id)) func theProvisionToPasteIsRead(id: String) throws {
        let shown = try Program.run("plugin show \(id)")
        #expect(shown.code == 0)
        let lines = shown.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("可以粘贴的条款") })
        let pasted = lines[(start + 1)...].prefix { !$0.isEmpty }.map { String($0.dropFirst(2)) }
        #expect(pasted.first == "\(id):")
        let profile = try ScratchFolder()
        try profile.write(
            "edition: 2023-01-01\ndocument: {number: 测〔2023〕1号, issuer: 测试}\n" + pasted.joined(separator: "\n") + "\n",
            to: "test/2023-01-01-a.yaml")
        try profile.write("profile: test\nname: 测试\nextends: china\n", to: "test/profile.yaml")
        let checked = try Program.run(
            "profile check test --profiles \(profile.path)", around: "cp -r Profiles/china \(profile.path)/ && $zhucun")
        // That its examples name measures and provisions of other modules, which this profile does not have, is no fault of theirs.
        let codes = checked.error.matches(of: /错误\[([A-Z0-9]+)\]/).map { String($0.1) }
        #expect(Set(codes).isSubset(of: ["C410", "P243"]), "\(pasted.joined(separator: "\n"))\n\(checked.error)")
    }

    @Test func theListSaysWhereAModuleComesFrom() throws {
        let list = try Program.run("plugin list")
        #expect(list.output.contains("StarsPlugin.Stars"))
    }
}

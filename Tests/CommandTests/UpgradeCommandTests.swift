internal import Foundation
internal import Testing
internal import ZhucunTesting

/// `zhucun profile upgrade`, run as an office runs it.
@Suite struct UpgradeCommandTests {
    private static let old = """
        edition: 2023-01-01
        entitlements:
          - {id: a, first: 22 days}   # 上限

        """

    private func folder(_ edition: String = old) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try folder.write("profile: town\nname: 测试县\ntime_zone: Asia/Shanghai\n", to: "P/town/profile.yaml")
        try folder.write(edition, to: "P/town/2023-01-01-rules.yaml")
        return folder
    }

    @Test func aDryRunWritesNothing() throws {
        let folder = try folder()
        let path = folder.path + "/P/town/2023-01-01-rules.yaml"
        let dry = try Program.run("profile upgrade --dry-run --language en --profiles \(folder.path)/P")
        #expect(dry.code == 0 && dry.error.isEmpty)
        #expect(
            dry.output == """
                \(path):3
                -   - {id: a, first: 22 days}   # 上限
                +   - {id: a, capped: 22 days}   # 上限
                Would be rewritten: 1, in files: 1. Nothing was written.

                """)
        #expect(Program.text(path) == Self.old)
        let done = try Program.run("profile upgrade town --profiles \(folder.path)/P")
        #expect(done.code == 0)
        #expect(done.output.hasSuffix("已改写 1 个文件中的 1 处。\n"))
        #expect(Program.text(path) == Self.old.replacing("first", with: "capped"))
        let again = try Program.run("profile upgrade --profiles \(folder.path)/P")
        #expect(again.code == 0 && again.output == "没有旧的写法。\n")
    }

    @Test func whatOnlyAPersonCanRewriteIsToldAndTheRestIsDone() throws {
        let both = Self.old + "  - {id: b, first: 1 day, capped: 2 days}\n"
        let folder = try folder(both)
        let result = try Program.run("profile upgrade --language en --profiles \(folder.path)/P")
        #expect(result.code == 1)
        #expect(result.error.hasPrefix("error[S110]: the setting 'first' is now called 'capped'\n"), "\(result.error)")
        let text = Program.text(folder.path + "/P/town/2023-01-01-rules.yaml")
        #expect(text == both.replacing("{id: a, first", with: "{id: a, capped"))
    }

    @Test func thePastAndUnknownProfilesAreRefused() throws {
        let folder = try folder()
        let past = try Program.run("profile upgrade --profiles \(folder.path)/P@HEAD")
        #expect(past.code == 64 && past.error.hasPrefix("错误[U711]"), "\(past.error)")
        let unknown = try Program.run("profile upgrade city --profiles \(folder.path)/P")
        #expect(unknown.code == 64 && unknown.error.hasPrefix("错误[P203]"), "\(unknown.error)")
    }
}

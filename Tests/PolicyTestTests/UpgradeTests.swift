internal import BuiltInPlugins
internal import Foundation
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel
internal import ZhucunPolicyTests
internal import ZhucunTesting

/// What the language called something else before is rewritten, and nothing besides.
struct UpgradeTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Upgrade"
    private static let plugins = PluginRegistry(BuiltInPlugins.all)

    /// The files below a folder, by their paths in it.
    private static func files(_ name: String) -> [String: [UInt8]] {
        let root = folder + "/" + name
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return Dictionary(
            uniqueKeysWithValues: paths.filter { $0.hasSuffix(".yaml") }.map {
                ($0, Array(FileManager.default.contents(atPath: root + "/" + $0) ?? Data()))
            })
    }

    private static func upgraded(
        _ files: [String: [UInt8]], _ plugins: PluginRegistry = plugins, into diagnostics: inout Diagnostics
    ) throws -> [UpgradedFile] {
        let store = ProfileStore(TextSource("P", files))
        let profile = try #require(store.profile(named: "town"))
        return ProfileUpgrade(store, plugins).files(of: profile, into: &diagnostics)
    }

    @Test func eachFileIsAsWritten() throws {
        let (before, after) = (Self.files("Before"), Self.files("After"))
        #expect(before.keys.sorted() == after.keys.sorted() && before.count == 6)
        var diagnostics = Diagnostics()
        let files = try Self.upgraded(before, into: &diagnostics)
        #expect(diagnostics.isEmpty)
        let rewritten = Dictionary(uniqueKeysWithValues: files.map { (String($0.path.dropFirst(2)), $0.bytes) })
        #expect(rewritten.keys.sorted() == before.keys.filter { before[$0] != after[$0] }.sorted())
        for (path, bytes) in after {
            let text = String(decoding: rewritten[path] ?? before[path] ?? [], as: UTF8.self)
            #expect(text == String(decoding: bytes, as: UTF8.self), "\(path)")
        }
        #expect(try Self.upgraded(after, into: &diagnostics).isEmpty, "nothing is left to rewrite")
    }

    @Test func itIsToldLineByLine() throws {
        var diagnostics = Diagnostics()
        let files = try Self.upgraded(Self.files("Before"), into: &diagnostics).filter { $0.path.contains("2024") }
        #expect(
            String(decoding: UpgradeReport.text(files, isDry: true, .en), as: UTF8.self) == """
                P/town/2024-01-01-chinese.yaml:4
                -     扣分: [{次数: {请假: {}}, 分值: 1}]   # 中文键
                +     扣分: [{每有: {请假: {}}, 分值: 1}]   # 中文键
                Would be rewritten: 1, in files: 1. Nothing was written.

                """)
        #expect(
            String(decoding: UpgradeReport.json(files, isDry: false), as: UTF8.self)
                == #"{"written":true,"changes":[{"path":"P/town/2024-01-01-chinese.yaml","line":4,"column":11,"former":"次数","now":"每有"}]}"#
                + "\n")
        #expect(String(decoding: UpgradeReport.text([], isDry: false, .zh), as: UTF8.self) == "没有旧的写法。\n")
    }

    @Test func whatStandsTwiceIsLeftToAPerson() throws {
        var files = Self.files("After")
        files["town/2023-06-01-twice.yaml"] = Array(
            "edition: 2023-06-01\nentitlements:\n  - {id: subsidy, first: 20 days, capped: 21 days}\n".utf8)
        files["town/2023-07-01-broken.yaml"] = Array("edition: [\n".utf8)
        var diagnostics = Diagnostics()
        #expect(try Self.upgraded(files, into: &diagnostics).isEmpty)
        #expect(diagnostics.all.map(\.code) == ["S110", "Y043"])
        #expect(diagnostics.all.first?.help.map(\.en) == ["'capped' stands already: take the old one out"])
    }

    private static let renaming: [String: String] = [
        "county/profile.yaml": """
        profile: county
        name: 县
        time_zone: Asia/Shanghai
        renamed:
          scoring/year: scoring/annual
          requirements/held: duties/held

        """,
        "county/2023-01-01-rules.yaml": """
        edition: 2023-01-01
        document: {number: 测发〔2023〕2号, issuer: 测试县}
        scoring:
          - {id: annual, clause: 一, for: {cadre: all}, per: year, full: 100, base: 100}
        duties:
          - {id: held, clause: 二, for: {cadre: all}, per: year, records: {activity: all}, at_least: 1}

        """,
        "town/profile.yaml": "profile: town\nname: 镇\nextends: county\n",
    ]

    /// What a province's provisions were called before, in a county's profile and its tests.
    @Test func renamedProvisionsAreRewrittenWhereOthersSpeakOfThem() throws {
        var files = Self.renaming
        files["town/2023-02-01-own.yaml"] = """
            edition: 2023-02-01
            scoring:
              - {id: year, base: 90}   # scoring/year
            requirements:
              - {id: held, remove: true}
            grading:
              - id: annual
                note: scoring.year
                by: scoring.year.total
                caps: [{when: {measure: requirements.held.outcome, equals: breached}, at_most: 合格}]

            """
        files["town/tests/cases.yaml"] =
            "tests:\n  - {name: requirements/held, item: 'requirements/held', unit: 2023}\n"
        var diagnostics = Diagnostics()
        let found = try Self.upgraded(files.mapValues { Array($0.utf8) }, into: &diagnostics)
        #expect(diagnostics.all.map(\.code) == ["P267"])
        #expect(diagnostics.all.first?.help.map(\.en) == ["write it anew with the settings of the other section"])
        #expect(
            found.map { String(decoding: $0.bytes, as: UTF8.self) } == [
                """
                edition: 2023-02-01
                scoring:
                  - {id: annual, base: 90}   # scoring/year
                requirements:
                  - {id: held, remove: true}
                grading:
                  - id: annual
                    note: scoring.year
                    by: scoring.annual.total
                    caps: [{when: {measure: duties.held.outcome, equals: breached}, at_most: 合格}]

                """, "tests:\n  - {name: requirements/held, item: 'duties/held', unit: 2023}\n",
            ])
    }

    @Test func renamedProvisionsAreToldWhereOthersSpeakOfThem() throws {
        var files = Self.renaming
        files["town/2023-02-01-own.yaml"] = """
            edition: 2023-02-01
            document: {number: 测发〔2023〕3号, issuer: 测试镇}
            requirements:
              - {id: new, clause: 一, for: {cadre: all}, per: year, must: {measure: requirements.held.outcome, equals: met}}
            scoring:
              - {id: year, remove: true}

            """
        let store = ProfileStore(TextSource("P", files.mapValues { Array($0.utf8) }))
        var diagnostics = Diagnostics()
        let profile = try #require(store.profile(named: "town"))
        _ = Policy.resolve(profile, in: store, plugins: Self.plugins, into: &diagnostics)
        #expect(
            diagnostics.all.filter { $0.severity == .error }.map { "\($0.code) \($0.message.en)" } == [
                "P267 the provision 'requirements/held' is now called 'duties/held'",
                "P267 the provision 'scoring/year' is now called 'scoring/annual'",
            ])
        #expect(diagnostics.all.flatMap(\.help).map(\.zh) == Array(repeating: "zhucun profile upgrade 会改写", count: 2))
        var wrong = Self.renaming
        wrong["county/profile.yaml"] = Self.renaming["county/profile.yaml"]?.replacing(
            "duties/held", with: "duties/hold")
        let other = ProfileStore(TextSource("P", wrong.mapValues { Array($0.utf8) }))
        var found = Diagnostics()
        let county = try #require(other.profile(named: "county"))
        _ = Policy.resolve(county, in: other, plugins: Self.plugins, into: &found)
        #expect(found.all.map(\.code) == ["P268"])
    }

    /// Settings in a group and under names of the writer's own.
    private struct Renamed: AssessmentPlugin {
        static let about = PluginAbout(
            id: "renamed", title: Text("改名", "renamed"), summary: Text("改名", "renamed"), subjects: [.cadre])

        func read(_ settings: inout SettingsReader) {
            _ = settings.group("span", Text("时段", "span"), formerly: ["window"]) { reader in
                reader.optional(
                    "days", .amount(.days), Text("天", "days"), example: "3 days", formerly: ["long", "length"])
            }
            _ = settings.named("parts", .optional, Text("部分", "parts"), formerly: ["pieces"]) { _, reader in
                reader.required("share", .share, Text("份额", "share"), example: "1/2", formerly: ["weight"])
            }
        }

        func measures(_ rule: Void) -> [MeasureDeclaration] { [MeasureDeclaration("one", Text("一", "one"), .count)] }
        func judge(_ ask: Case<Renamed>) throws -> [Finding] { [] }
    }

    @Test func aModuleOfOnesOwnIsUpgradedToo() throws {
        var files = Self.files("After").filter { !$0.key.contains("/20") }
        files["town/2023-01-01-own.yaml"] = Array(
            """
            edition: 2023-01-01
            renamed:
              - {id: a, window: {length: 3 days}, pieces: {weight: {weight: 1/2}}}
              - {id: b, span: {long: 4 days}}

            """.utf8)
        var diagnostics = Diagnostics()
        let plugins = PluginRegistry(BuiltInPlugins.all + [PluginEntry(Renamed.self)])
        let file = try #require(try Self.upgraded(files, plugins, into: &diagnostics).first)
        #expect(
            String(decoding: file.bytes, as: UTF8.self) == """
                edition: 2023-01-01
                renamed:
                  - {id: a, span: {days: 3 days}, parts: {weight: {share: 1/2}}}
                  - {id: b, span: {days: 4 days}}

                """)
        #expect(file.changes.count == 5)
        #expect(diagnostics.isEmpty)
    }
}

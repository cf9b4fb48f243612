/// A module to start from, under a name: it counts records of its own kind in each unit of time. `zhucun plugin new` writes it.
struct PluginTemplate {
    /// `flood-patrol`.
    let name: String

    /// The section in profiles: `flood_patrol`.
    var id: String { name.split(separator: "-").joined(separator: "_") }
    /// The type: `FloodPatrol`.
    var type: String { name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() }

    /// Files of a folder in `Plugins/` and its test, by their paths from the repository's root.
    var inRepository: [(path: String, text: String)] {
        [
            ("Plugins/\(type)/\(type).swift", filled(PluginTemplate.module)),
            ("Plugins/\(type)/\(type)Records.swift", filled(PluginTemplate.records)),
            ("Plugins/\(type)/README.md", filled(PluginTemplate.readme)),
            (
                "Tests/PluginTests/\(type)Tests.swift",
                filled(PluginTemplate.test, imports: "", modules: "BuiltInPlugins.all")
            ),
        ]
    }

    /// Files of a package of its own, by their paths in it. `zhucun`: where this repository is, seen from there.
    func package(zhucun: String) -> [(path: String, text: String)] {
        [
            ("Package.swift", filled(PluginTemplate.manifest).replacing("__zhucun__", with: zhucun)),
            (".gitignore", ".build/\nPackage.resolved\n"),
            ("README.md", filled(PluginTemplate.readme) + filled(PluginTemplate.packageReadme)),
            ("Sources/\(type)/\(type).swift", filled(PluginTemplate.module)),
            ("Sources/\(type)/\(type)Records.swift", filled(PluginTemplate.records)),
            ("Sources/zhucun-\(name)/main.swift", filled(PluginTemplate.main)),
            (
                "Tests/\(type)Tests/\(type)Tests.swift",
                filled(
                    PluginTemplate.test, imports: "import \(type)\n",
                    modules: "BuiltInPlugins.all + [PluginEntry(\(type).self)]")
            ),
            ("Profiles/example/profile.yaml", filled(PluginTemplate.profile)),
            ("Profiles/example/2024-01-01-example.yaml", filled(PluginTemplate.edition)),
            ("Profiles/example/tests/\(id).yaml", filled(PluginTemplate.policyTest)),
        ]
    }

    private func filled(_ template: String, imports: String = "", modules: String = "") -> String {
        template.replacing("__imports__", with: imports).replacing("__modules__", with: modules)
            .replacing("__Type__", with: type).replacing("__id__", with: id).replacing("__name__", with: name)
    }
}

extension PluginTemplate {
    private static let module = """
        import ZhucunKernel

        /// How many records of its own kind somebody must have in each unit of time. A start: change it to what your document asks.
        public struct __Type__: AssessmentPlugin {
            public static let about = PluginAbout(
                id: "__id__", title: Text("__name__", "__name__"), summary: Text("每个时间单位应有几次记录", "how many records are asked in each unit of time"),
                subjects: [.cadre], hasDueDays: true)
            public static let records = [RecordKind(__Type__Records.self)]

            /// What a profile says under `__id__:`.
            public struct Rule: Sendable {
                let times: Fraction
            }

            public init() {}

            public func read(_ settings: inout SettingsReader) -> Rule {
                Rule(times: settings.required("times", .amount(.count), Text("应有几次", "how many are asked"), example: "2 times", asked: Text("次数", "times")))
            }

            public func measures(_ rule: Rule) -> [MeasureDeclaration] {
                [
                    MeasureDeclaration("done", Text("完成次数", "times done"), .count),
                    MeasureDeclaration("asked", Text("应有次数", "times asked"), .count, role: .bound(of: "done")), .outcome,
                ]
            }

            public func judge(_ ask: Case<__Type__>) throws -> [Finding] {
                let rows = ask.rows(of: __Type__.records[0])
                return ask.subjects.map { finding($0, rows, ask) }
            }

            private func finding(_ subject: Subject, _ rows: CountedRows, _ ask: Case<__Type__>) -> Finding {
                let asked = MeasureValue.number(ask.rule.times)
                guard ask.evaluation.isPosted(subject, throughout: ask.unit.days) else {
                    return Finding(subject, .notApplicable, values: [nil, asked, .text(Verdict.notApplicable.rawValue)], reasons: [Reason(.notWholePosted)])
                }
                let facts = rows.facts(of: subject, in: ask.unit.days)
                let isReached = facts.number.isAtLeast(ask.rule.times)
                // What is not over can still be done.
                let verdict = ask.isOpen && isReached != .yes ? .notApplicable : Verdict(whether: isReached)
                return Finding(
                    subject, verdict, values: [MeasureValue(facts.number), asked, .text(verdict.rawValue)],
                    reasons: verdict == .undetermined ? facts.doubts(__Type__.records[0]) : [],
                    owed: verdict == .undetermined ? nil : Owed(due: ask.unit.last, isDone: isReached == .yes, by: nil))
            }

            public func explain(_ subject: Subject, _ ask: Case<__Type__>) throws -> [Explanation] {
                ask.steps(
                    ask.rows(of: __Type__.records[0]).facts(of: subject, in: ask.unit.days), of: __Type__.records[0],
                    about: subject)
            }
        }

        """

    private static let records = """
        import ZhucunKernel

        /// Its own kind of record: `__id__.csv`, a row for each time.
        public struct __Type__Records: RecordColumns {
            public static let about = RecordAbout(
                name: "__id__", file: "__id__.csv", title: Text("__name__", "records of __name__"), date: "date", identity: ["cadre", "date"])
            let cadre: Column<Symbol>, date: Column<Day>, note: Column<Symbol>

            public init(_ c: inout ColumnDeclarations) {
                cadre = c.required("cadre", "干部编号", .reference("cadre"), Text("谁", "who"))
                date = c.required("date", "日期", .day, Text("哪一天", "on which day"))
                note = c.optional("note", "说明", .text, Text("说明", "a note"), empty: .none)
            }
        }

        """

    private static let readme = """
        # __Type__

        How many records of `__id__.csv` a cadre must have in each unit of time:

        ```yaml
        __id__:
          - id: monthly
            clause: 一
            for: {cadre: all}
            per: month
            times: 2 times
        ```

        """

    private static let packageReadme = """

        ```sh
        swift build --build-tests && swift test --skip-build
        .build/debug/zhucun-__name__ profile test example --profiles Profiles
        .build/debug/zhucun-__name__ plugin show __id__
        .build/debug/zhucun-__name__ records sample --profile example --profiles Profiles --cadres 20 --from 2024-07-01 --to 2024-07-31 --out records
        .build/debug/zhucun-__name__ assess --profile example --profiles Profiles --records records --period 2024-07
        ```

        `Profiles/china` and `Profiles/calendars` are copies of zhucun's: the profile stands on them.

        """

    private static let test = """
        import BuiltInPlugins
        __imports__import Testing
        import ZhucunKernel
        import ZhucunTesting

        /// Two times a month.
        @Suite struct __Type__Tests {
            private static let plugins = PluginRegistry(__modules__)
            private static let rule = "__id__: [{id: it, clause: 一, for: {cadre: all}, per: month, times: 2 times}]"

            /// A county with one cadre, under a profile of its own.
            private func county(keeping isKept: Bool = true) throws -> TestCounty {
                var county = try TestCounty(profile: Self.rule, plugins: Self.plugins)
                county.cadre("C", from: "2023-05-01")
                if isKept { county.keep("__id__") }
                return county
            }

            @Test func theModuleConforms() async throws {
                let complaints = try await PluginConformance.complaints(about: PluginEntry(__Type__.self), in: Self.plugins, rule: Self.rule)
                #expect(complaints == [])
            }

            @Test(arguments: [(["2024-07-01", "2024-07-31"], Verdict.met), (["2024-07-01"], .breached), (["2024-06-30", "2024-07-31"], .breached), ([], .breached)])
            func timesOfAMonth(days: [String], verdict: Verdict) async throws {
                var county = try county()
                for day in days { try county.record("__id__", ["cadre": "C", "date": day]) }
                #expect(try await county.assess("test", "2024-07").verdict("__id__/it", "C", "2024-07") == verdict)
            }

            /// Without the file nobody knows; on a day of the month it can still be done.
            @Test func whatIsNotKnownYet() async throws {
                var other = try county(keeping: false)
                #expect(try await other.assess("test", "2024-07").verdict("__id__/it", "C", "2024-07") == .undetermined)
                other.keep("__id__")
                #expect(try await other.assess("test", "2024-07", asOf: "2024-07-15").verdict("__id__/it", "C", "2024-07") == .notApplicable)
            }
        }

        """

    private static let manifest = """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "__name__",
            dependencies: [.package(name: "zhucun", path: "__zhucun__")],
            targets: [
                .target(name: "__Type__", dependencies: [.product(name: "ZhucunKernel", package: "zhucun")]),
                .executableTarget(
                    name: "zhucun-__name__",
                    dependencies: ["__Type__", .product(name: "BuiltInPlugins", package: "zhucun"), .product(name: "ZhucunCommand", package: "zhucun")]),
                .testTarget(
                    name: "__Type__Tests",
                    dependencies: ["__Type__", .product(name: "BuiltInPlugins", package: "zhucun"), .product(name: "ZhucunTesting", package: "zhucun")]),
            ],
            swiftLanguageModes: [.v6]
        )

        """

    private static let main = """
        import BuiltInPlugins
        import __Type__
        import ZhucunCommand
        import ZhucunKernel

        ZhucunCommand.main(modules: BuiltInPlugins.all + [PluginEntry(__Type__.self)])

        """

    private static let profile = """
        profile: example
        name: 示例县
        name_en: An invented county
        division: "340000"
        extends: china

        """

    private static let edition = """
        edition: 2024-01-01
        document: {number: 示例〔2024〕1号, issuer: 示例县}

        __id__:
          - id: monthly
            name: 每月两次
            clause: 一
            for: {cadre: all}
            per: month
            times: 2 times

        """

    private static let policyTest = """
        tests:
          - name: 两次
            item: __id__/monthly
            unit: 2024-07
            given:
              cadre: {from: 2024-01-01}
              records:
                __id__:
                  - {date: 2024-07-01}
                  - {date: 2024-07-31}
            expect: {verdict: met, done: 2 times}

          - name: 只有一次
            item: __id__/monthly
            unit: 2024-07
            given:
              cadre: {from: 2024-01-01}
              records:
                __id__:
                  - {date: 2024-07-01}
            expect: {verdict: breached, done: 1 time}

        """
}

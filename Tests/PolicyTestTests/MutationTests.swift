internal import PolicyYAML
internal import Testing
internal import ZhucunPolicyTests

struct MutationTests {
    private static let tests = """
        tests:
          - name: 两次
            item: consequences/off-post
            unit: 2023-07
            given: {cadre: {born: 1990-01-01}, records: {incident: [{kind: off_post}, {kind: off_post, date: 2023-07-20}]}}
            expect: {verdict: met}
          - name: 一次
            item: consequences/off-post
            unit: 2023-07
            given: {cadre: {born: 1990-01-01}, records: {incident: [{kind: off_post}]}}
            expect: {verdict: not_applicable}
          - name: 五十六岁
            item: consequences/off-post
            unit: 2023-07
            given: {cadre: {born: 1965-04-01}}
            expect: {verdict: met}
          - name: 没有培训
            item: duties/training
            unit: 2023-07
            expect: {verdict: breached}

        """

    private func run(_ tests: String, files: [String: String] = [:]) async throws -> (
        text: String, result: MutationResult, bench: Bench
    ) {
        let bench = try Bench(tests: tests, files: files)
        var diagnostics = Diagnostics()
        let run = try #require(try MutationRun([bench.suite], into: &diagnostics), "\(bench.shown(diagnostics))")
        let result = try await run.run(jobs: 2) { _ in }
        return (bench.shown(MutationReport.text([result], .en)), result, bench)
    }

    @Test func listsWhatNoTestNotices() async throws {
        let (text, result, _) = try await run(Self.tests)
        #expect(
            text == """
                Town (town)
                  numeric: 3 of 5 noticed
                  unit: 4 of 4 noticed
                  comparison: 1 of 2 noticed
                  other: 1 of 1 noticed
                  noticed: 72.7% (numeric, ratio, unit, comparison; without the accepted); 2 changes could not be read
                changes that no test noticed:
                  town/2023-01-01-rules.yaml:13:24　{item: consequences/off-post, setting: when.any.above, change: above → at_least}
                  town/2023-01-01-rules.yaml:13:31　{item: consequences/off-post, setting: when.any.above, change: 55 years → 54 years}
                  town/2023-01-01-rules.yaml:22:15　{item: duties/training, setting: at_least, change: 1 → 2}

                """)
        #expect(!result.reaches(95))
        #expect(result.reaches(70))
    }

    @Test func acceptsASurvivorWithItsReason() async throws {
        let accepted = """
            survivors:
              - {item: duties/training, setting: at_least, change: 1 → 2, reason: 试例}
              - {item: duties/training, setting: at_least, change: 1 → 3, reason: 不再有}

            """
        let (text, result, bench) = try await run(Self.tests, files: ["tests/survivors.yaml": accepted])
        #expect(text.contains("  numeric: 3 of 5 noticed, 1 accepted\n"))
        #expect(
            text.hasSuffix(
                """
                accepted:
                  town/2023-01-01-rules.yaml:22:15　{item: duties/training, setting: at_least, change: 1 → 2}　# 试例

                """))
        #expect(bench.shown(result.warnings).contains("warning[V121]: no change '1 → 3' of 'duties/training' survives"))
    }

    @Test func asksOnlyTestsThatPass() async throws {
        let (text, _, _) = try await run(Self.tests.replacing("verdict: breached", with: "verdict: met"))
        #expect(text.contains("  unit: 2 of 4 noticed\n"))
    }

    @Test func doesNotStartOnAWrongFile() throws {
        let bench = try Bench(tests: Self.tests + "  - {name: a}\n")
        var diagnostics = Diagnostics()
        #expect(try MutationRun([bench.suite], into: &diagnostics) == nil)
        #expect(diagnostics.hasErrors)
    }
}

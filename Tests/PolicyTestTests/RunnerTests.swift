internal import PolicyYAML
internal import Testing
internal import ZhucunPolicyTests

struct RunnerTests {
    private static let passing = """
        tests:
          - name: 两次
            orders: CS23-01
            item: consequences/off-post
            unit: 2023-07
            given: {records: {incident: [{kind: off_post}, {kind: off_post, date: 2023-07-20}]}}
            expect: {verdict: met, actions: [{recall: county_office}], proposed: 1}
          - name: 没有记录
            item: consequences/off-post
            unit: 2023-07
            given: {cadre: {born: 1990-01-01}, missing: [incident]}
            expect: {verdict: undetermined, proposed: none}
          - name: 队长不在此列
            item: duties/training
            unit: 2023-07
            given: {cadre: {role: leader}, cadres: [{team: T2}]}
            expect: {C1: {verdict: none}, C2: {verdict: breached, done: 0}}

        """

    @Test func passesAndCounts() throws {
        let bench = try Bench(tests: Self.passing)
        let result = try bench.suite.run()
        #expect(bench.shown(result.diagnostics) == "0 errors, 0 warnings.")
        #expect(result.isGood)
        #expect(bench.shown(TestReport.text([result], .zh)) == "town：3 个测试通过，0 个未通过。\n")
    }

    private static func trying(_ words: String) -> String {
        """
        tests:
          - name: 词表以外
            item: duties/training
            unit: 2023-07
            given: {records: {activity: [{kind: 自学}]}\(words)}
            expect: {verdict: breached}

        """
    }

    @Test func aWordOutsideTheVocabularyIsToldUnlessItIsMeant() throws {
        func told(_ words: String) throws -> [String] {
            let result = try Bench(tests: Self.trying(words)).suite.run()
            #expect(result.isGood, "\(result.diagnostics.all)")
            return result.diagnostics.all.map { "\($0.code) \($0.message.en)" }
        }
        #expect(try told("").count { $0.hasPrefix("V112") } == 1)
        #expect(try told(", unlisted: [自学]").isEmpty)
        #expect(
            try told(", unlisted: [自学, training]") == [
                "V122 the records have no word 'training' outside the vocabulary"
            ])
    }

    private static let failing = """
        tests:
          - name: 一次也召回
            item: consequences/off-post
            unit: 2023-07
            given: {cadre: {born: 1990-01-01}, records: {incident: [{kind: off_post}]}}
            expect: {verdict: met, actions: [recall], proposed: 1}

        """

    @Test func tellsAWrongExpectationInChinese() throws {
        let bench = try Bench(tests: Self.failing)
        let told = bench.shown(TestReport.text([try bench.suite.run()], .zh))
        #expect(
            told == """
                ✘ town/tests/cases.yaml:2:5 一次也召回
                  consequences/off-post　2023年7月　C1
                  verdict：应为 met（符合），实为 not_applicable（不适用）
                  actions：应为 [recall]，实为 []
                  proposed：应为 1，实为 0
                    脱岗　2023年7月　不建议
                    ├─ 依据：测发〔2023〕1号 一（2023-01-01 版）
                    ├─ 要求：条件 {any: [{count: {incident: {kind: off_post}}, at_least: 2}, {field: age, above: 55 years}]}　← town/2023-01-01-rules.yaml:11
                    ├─ 要求：处理 [{recall: county_office}]　← town/2023-01-01-rules.yaml:14
                    ├─ 实为：提出的处理建议数 0
                    └─ 以下任一成立：不成立
                       ├─ 本期事件（种类 脱岗） 1 次，不到 2 次：不成立　← town/2023-01-01-rules.yaml:12
                       │  └─ 事件编号 A1，日期 2023-07-01，种类 脱岗
                       └─ 派驻时 31 周岁，没有超过 55 周岁：不成立　← town/2023-01-01-rules.yaml:13

                town：0 个测试通过，1 个未通过。

                """)
    }

    @Test func tellsAWrongExpectationInEnglish() throws {
        let bench = try Bench(tests: Self.failing)
        #expect(
            bench.shown(TestReport.text([try bench.suite.run()], .en)).hasPrefix(
                """
                ✘ town/tests/cases.yaml:2:5 一次也召回
                  consequences/off-post　2023-07　C1
                  verdict: expected met, found not_applicable
                  actions: expected [recall], found []
                  proposed: expected 1, found 0
                    脱岗　2023-07　not proposed
                """))
    }

    @Test func judgesInTheProvisionsOwnUnitOnly() throws {
        // A policy that judges by the quarter has nothing to say of a month.
        let bench = try Bench(tests: Self.passing)
        let other = try Bench(tests: Self.passing, policy: Bench.policy.replacing("per: month", with: "per: quarter"))
        #expect(bench.suite.tests.count == 3)
        #expect(other.suite.tests.isEmpty)
        #expect(
            other.shown(other.suite.diagnostics).contains(
                "error[V106]: 'consequences/off-post' is judged by the quarter, not in 2023-07"))
    }
}

internal import PolicyYAML
internal import Testing
internal import ZhucunPolicyTests

struct CoverageTests {
    private static let tests = """
        tests:
          - name: 两次
            orders: CS23-01
            item: consequences/off-post
            unit: 2023-07
            given: {cadre: {born: 1990-01-01}, records: {incident: [{kind: off_post}, {kind: off_post, date: 2023-07-20}]}}
            expect: {verdict: met}
          - name: 一次
            orders: CS23-01
            item: consequences/off-post
            unit: 2023-07
            given: {cadre: {born: 1990-01-01}, records: {incident: [{kind: off_post}]}}
            expect: {verdict: not_applicable}

        """

    @Test func tellsWhatWasNotExercised() throws {
        let bench = try Bench(tests: Self.tests)
        let coverage = TestCoverage(try bench.suite.run(recording: true))
        #expect(
            bench.shown(TestCoverageReport.text([coverage], .en)) == """
                Town (town)
                  provisions: 2, 1 tested on both sides
                  orders: 1, 1 tested on both sides
                  conditions: 3, 2 came out true and false
                  numbers: 2, 0 tested at, below and above
                provisions without a test:
                  duties/training　← town/2023-01-01-rules.yaml:16:5
                conditions that did not come out both ways:
                  consequences/off-post　field true –, false ✓　← town/2023-01-01-rules.yaml:13:11
                numbers not tested at, below and above:
                  consequences/off-post　at_least 2 below ✓, exactly ✓, above –　← town/2023-01-01-rules.yaml:12:59
                  consequences/off-post　above 55 years below ✓, exactly –, above –　← town/2023-01-01-rules.yaml:13:31

                """)
        #expect(coverage.orders["CS23-01"]?.met == true)
        #expect(coverage.orders["CS23-01"]?.broken == true)
    }

    @Test func countsNothingOfTestsThatFail() throws {
        let bench = try Bench(tests: Self.tests.replacing("not_applicable", with: "met"))
        let coverage = TestCoverage(try bench.suite.run(recording: true))
        #expect(coverage.orders["CS23-01"]?.met == true)
        #expect(coverage.orders["CS23-01"]?.broken == false)
    }
}

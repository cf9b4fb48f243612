internal import CivilTime
public import PolicyYAML
internal import Rendering
internal import ZhucunKernel
internal import ZhucunReports

/// What a run of policy tests says.
public enum TestReport {
    /// Every failure with its explanation, and one line that counts.
    public static func text(_ suites: [SuiteResult], _ language: Language) -> [UInt8] {
        var lines: [String] = []
        for suite in suites {
            for (index, result) in suite.results.enumerated() {
                guard case .failed(let mismatches) = result.outcome else { continue }
                let why = (suite.explanations[index] ?? []).flatMap {
                    ExplanationReport.lines($0, suite.suite.bench.words(language), language)
                }
                lines += failure(result.test, mismatches, why, language) + [""]
            }
            lines.append(summary(suite)(language))
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func failure(
        _ test: PolicyTest, _ mismatches: [Mismatch], _ why: [String], _ language: Language
    ) -> [String] {
        let place = test.location
        var lines = [
            "✘ \(place.path):\(place.line):\(place.column) \(test.name)",
            "  \(test.item)　\(test.unit.title(language))　\(test.subject)",
        ]
        for mismatch in mismatches {
            let name = (mismatch.of.map { "\($0) " } ?? "") + mismatch.key
            lines.append(
                Text(
                    "  \(name)：应为 \(mismatch.expected.zh)，实为 \(mismatch.found.zh)",
                    "  \(name): expected \(mismatch.expected.en), found \(mismatch.found.en)")(language))
        }
        return lines + why.map { "    " + $0 }
    }

    private static func summary(_ suite: SuiteResult) -> Text {
        let profile = suite.suite.bench.policy.profile.code
        let wrong = suite.results.count - suite.passed - suite.failed
        let rest = wrong == 0 ? Text("", "") : Text("，\(wrong) 个无法运行", ", \(wrong) could not be run")
        return Text(
            "\(profile)：\(suite.passed) 个测试通过，\(suite.failed) 个未通过\(rest.zh)。",
            "\(profile): \(suite.passed) tests passed, \(suite.failed) failed\(rest.en).")
    }

    /// `coverage`: what the tests exercise, where it was asked for.
    public static func json(_ suites: [SuiteResult], coverage: [TestCoverage]? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("profiles") { json in
                for suite in suites { json.object { write(suite, &$0) } }
            }
            if let coverage { json.array("coverage") { json in TestCoverageReport.write(coverage, &json) } }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ suite: SuiteResult, _ json: inout JSONWriter) {
        json.string("profile", suite.suite.bench.policy.profile.code)
        json.number("passed", suite.passed)
        json.number("failed", suite.failed)
        json.number("wrong", suite.results.count - suite.passed - suite.failed)
        json.array("tests") { json in
            for (index, result) in suite.results.enumerated() {
                let words = suite.suite.bench.words(.zh)
                let why = (suite.explanations[index] ?? []).flatMap { ExplanationReport.lines($0, words, .zh) }
                json.object { write(result, why, &$0) }
            }
        }
    }

    private static func write(_ result: TestResult, _ why: [String], _ json: inout JSONWriter) {
        let test = result.test
        json.string("name", test.name)
        json.string("item", test.item.description)
        json.array("orders") { json in test.orders.forEach { json.string($0) } }
        json.string("unit", test.unit.description)
        json.string("subject", test.subject)
        json.string("path", test.location.path)
        json.number("line", test.location.line)
        json.number("column", test.location.column)
        switch result.outcome {
        case .passed: json.string("result", "passed")
        case .wrong: json.string("result", "wrong")
        case .failed(let mismatches):
            json.string("result", "failed")
            json.array("mismatches") { json in
                for mismatch in mismatches {
                    json.object { json in
                        json.string("of", mismatch.of ?? test.subject)
                        json.string("key", mismatch.key)
                        json.string("expected", mismatch.expected.en)
                        json.string("found", mismatch.found.en)
                        json.number("line", mismatch.location.line)
                        json.number("column", mismatch.location.column)
                    }
                }
            }
            json.array("explanation") { json in
                why.forEach { json.string($0) }
            }
        }
    }
}

extension TestBench {
    /// How values of its profile are said.
    fileprivate func words(_ language: Language) -> NodeWords {
        NodeWords(assessor.store.keyNames, policy.snapshots.last?.words ?? .none, language)
    }
}

internal import CivilTime
public import PolicyYAML
public import ZhucunKernel

/// How one test came out.
public struct TestResult: Sendable {
    public enum Outcome: Sendable {
        case passed
        case failed([Mismatch])
        /// What the test gives cannot be read: it decides nothing.
        case wrong
    }

    public let test: PolicyTest
    public let outcome: Outcome
    /// How the provision came out for those of whom something is expected.
    public let verdicts: Set<Verdict>
    /// Whether a number or name of it is expected.
    public let isValued: Bool
    /// The branches that were taken, where somebody asked.
    package let notes: BranchNotes
    public let diagnostics: Diagnostics

    fileprivate init(
        _ test: PolicyTest, _ outcome: Outcome, verdicts: Set<Verdict> = [], notes: BranchNotes = BranchNotes(),
        _ diagnostics: Diagnostics
    ) {
        self.test = test
        self.outcome = outcome
        self.verdicts = verdicts
        isValued = test.expectations.contains { if case .measure(_, .some) = $0.value { true } else { false } }
        self.notes = notes
        self.diagnostics = diagnostics
    }

    public var isPassed: Bool { if case .passed = outcome { true } else { false } }
    public var isFailed: Bool { if case .failed = outcome { true } else { false } }
}

/// What was expected and what was found.
public struct Mismatch: Sendable {
    /// Whose; nil for the test's own subject.
    public let of: String?
    public let key: String
    public let expected: Text
    public let found: Text
    public let location: Location
}

/// Runs tests: the records in memory, the policy resolved once, and only the named provision judged.
public struct TestRunner: Sendable {
    public let bench: TestBench

    public init(_ bench: TestBench) { self.bench = bench }

    /// `recorder`: notes the branches that are taken.
    public func run(_ test: PolicyTest, recorder: BranchRecorder? = nil) throws -> TestResult {
        var diagnostics = Diagnostics()
        guard let prepared = prepare(test, traced: nil, into: &diagnostics), !diagnostics.hasErrors else {
            return TestResult(test, .wrong, diagnostics)
        }
        let world = prepared.records.world
        let subjects = Set(test.expectations.map(\.of))
        let findings = try bench.assessor.findings(of: test.item, in: test.unit, prepared, recorder: recorder)
        for subject in subjects
        where world.subject(named: subject) == nil && !findings.contains(where: { $0.record == subject }) {
            let node = test.expectations.first { $0.of == subject }?.node ?? test.node
            diagnostics.report(
                .testSubject(
                    node, subject,
                    known: (findings.compactMap(\.record) + findings.map { world.identifier(of: $0.subject) })))
        }
        guard !diagnostics.hasErrors else { return TestResult(test, .wrong, diagnostics) }
        let measures = bench.provision(test.item, for: test.unit)?.measures ?? []
        let judged = findings.filter { finding in
            subjects.contains(world.identifier(of: finding.subject)) || finding.record.map(subjects.contains) == true
        }
        let mismatches = test.expectations.compactMap { expectation -> Mismatch? in
            let found = findings.filter {
                $0.record == expectation.of || world.identifier(of: $0.subject) == expectation.of
            }
            return TestRunner.mismatch(
                expectation, found, measures, of: expectation.of == test.subject ? nil : expectation.of)
        }
        return TestResult(
            test, mismatches.isEmpty ? .passed : .failed(mismatches), verdicts: Set(judged.map(\.verdict)),
            notes: recorder?.notes ?? BranchNotes(), diagnostics)
    }

    /// Why a test came out as it did, for each subject that it expects something of.
    public func explain(_ test: PolicyTest) throws -> [ProvisionExplanation] {
        var found: [ProvisionExplanation] = []
        for subject in TestRunner.unique(test.expectations.map(\.of)) {
            var diagnostics = Diagnostics()
            guard let prepared = prepare(test, traced: subject, into: &diagnostics) else { continue }
            let explanation = try bench.assessor.explain(
                subject, only: test.item.description, prepared, into: &diagnostics)
            found += explanation?.provisions.filter { $0.unit == test.unit } ?? []
        }
        return found
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private func prepare(_ test: PolicyTest, traced: String?, into diagnostics: inout Diagnostics) -> Assessor.Prepared?
    {
        var request = Assessor.Request(
            profile: bench.policy.profile.code, period: test.unit, asOf: test.asOf, records: test.records.opened,
            traced: traced, jobs: 1)
        request.isExcerpt = true
        var found = Diagnostics()
        let prepared = bench.assessor.prepare(request, under: [bench.policy], into: &found)
        let problems = prepared?.records.diagnostics.all ?? found.all
        let onPurpose = Set(test.unlisted.compactMap(\.text))
        let unlisted = Set(problems.filter(TestRunner.isUnlistedWord).compactMap(\.found?.zh))
        for node in test.unlisted where !unlisted.contains(node.text ?? "") { diagnostics.report(.testListed(node)) }
        for problem in problems where problem.severity == .error || TestRunner.isOfTheTest(problem) {
            if TestRunner.isUnlistedWord(problem), onPurpose.contains(problem.found?.zh ?? "") { continue }
            let place = problem.primary.flatMap { test.records.node(at: $0.location, found: problem.found?.zh) }
            diagnostics.report(.testRecord(problem, at: (place ?? test.node).location))
        }
        return prepared
    }

    private static func isUnlistedWord(_ problem: Diagnostic) -> Bool { problem.code == "R325" }

    /// Words that no vocabulary has, overlapping leave: what a writer of a test may not have meant.
    private static func isOfTheTest(_ problem: Diagnostic) -> Bool { ["R320", "R324", "R325"].contains(problem.code) }

    private static func mismatch(
        _ expectation: Expectation, _ findings: [Finding], _ measures: [MeasureDeclaration], of: String?
    ) -> Mismatch? {
        let expected: Text
        let found: [Text]
        switch expectation.value {
        case .verdict(let verdict):
            guard findings.isEmpty ? verdict != nil : findings.contains(where: { $0.verdict != verdict }) else {
                return nil
            }
            expected = text(verdict)
            found = findings.isEmpty ? [text(nil as Verdict?)] : findings.map { text($0.verdict) }
        case .measure(let name, let value):
            let index = measures.firstIndex { $0.name == name }
            let values = findings.map { finding in
                index.flatMap { finding.values.indices.contains($0) ? finding.values[$0] : nil }
            }
            guard values.isEmpty ? value != nil : values.contains(where: { $0 != value }) else { return nil }
            expected = text(value)
            found = findings.isEmpty ? [text(nil as Verdict?)] : values.map(text)
        case .actions(let actions):
            let isSame = { (found: [Action]) in
                found.count == actions.count && zip(actions, found).allSatisfy { $0.fits($1) }
            }
            guard findings.isEmpty ? !actions.isEmpty : !findings.allSatisfy({ isSame($0.actions) }) else { return nil }
            expected = Text(same: "[" + actions.map(\.text).joined(separator: ", ") + "]")
            found =
                findings.isEmpty
                ? [text(nil as Verdict?)]
                : findings.map { finding in Text(same: "[" + finding.actions.map(\.text).joined(separator: ", ") + "]")
                }
        }
        let all = Text(found.map(\.zh).joined(separator: "、"), found.map(\.en).joined(separator: ", "))
        return Mismatch(
            of: of, key: expectation.key, expected: expected, found: all, location: expectation.node.location)
    }

    private static func text(_ verdict: Verdict?) -> Text {
        guard let verdict else { return Text("none（没有结论）", "none (no finding)") }
        return Text("\(verdict.rawValue)（\(verdict.title.zh)）", verdict.rawValue)
    }

    private static func text(_ value: MeasureValue?) -> Text { Text(same: value?.exactText ?? "none") }
}

extension ExpectedAction {
    var text: String { ActionText.of(kind, details) }
}

extension Action {
    fileprivate var text: String { ActionText.of(kind, details) }
}

private enum ActionText {
    static func of(_ kind: String, _ details: [(key: String, value: String)]) -> String {
        guard !details.isEmpty else { return kind }
        return "{" + details.map { "\($0.key.isEmpty ? kind : $0.key): \($0.value)" }.joined(separator: ", ") + "}"
    }
}

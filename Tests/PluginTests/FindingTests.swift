import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// What is only counted from presence accuses nobody: somebody looks first.
@Suite struct FindingTests {
    private static let attendance =
        "attendance: [{id: month, clause: 二, for: {cadre: all}, per: month, days: 2/3, holidays: counted}]"

    private static func recall(_ when: String, _ more: String = "") -> String {
        "for: {cadre: all}, per: month, when: \(when), then: [{recall: sending_unit}]\(more)"
    }

    /// C was there on no day of July.
    private func absent(
        _ provision: String, _ besides: String = FindingTests.attendance,
        _ fill: (inout TestCounty) throws -> Void = { _ in }
    ) async throws -> Finding {
        let found = try await judge("consequences", provision, besides: besides, in: "2023-07") { county in
            county.covered("2023-07-01..2023-07-31")
            try fill(&county)
        }
        return try #require(found.finding("consequences/it", "C", "2023-07"))
    }

    private static let rate = "{measure: attendance.rate, below: 50%}"

    @Test func itIsVerifiedFirst() async throws {
        let open = try await absent(Self.recall(Self.rate))
        #expect(open.verdict == .undetermined)
        #expect(open.actions.map(\.kind) == ["verify"])
        #expect(open.actions.flatMap(\.details).map(\.value) == ["township"])
        #expect(open.values == [nil])
        #expect(open.reasons.map(\.zh).suffix(2) == ["仅凭在岗情况推算，须经核实", "还没有人核查"])
        let counted = try await absent(Self.recall(Self.rate, ", on: count"))
        #expect(counted.verdict == .met)
        #expect(counted.actions.map(\.kind) == ["recall"])
        let toCounty = try await absent(Self.recall(Self.rate, ", until_found: [{verify: county_office}]"))
        #expect(toCounty.actions.flatMap(\.details).map(\.value) == ["county_office"])
    }

    /// The finding is of this provision, this subject and this period.
    @Test(arguments: [
        ("it,C,2023-07,met,township,2023-08-05", Verdict.met, ["recall"]),
        ("consequences/it,C,2023-07,not_applicable,township,2023-08-05", .notApplicable, []),
        ("it,C,2023-07,breached,township,2023-08-05", .undetermined, ["verify"]),
        ("it,C,2023-06,met,township,2023-07-05", .undetermined, ["verify"]),
        ("it,D,2023-07,met,township,2023-08-05", .undetermined, ["verify"]),
        ("other,C,2023-07,met,township,2023-08-05", .undetermined, ["verify"]),
        ("it,C,,met,township,2023-07-31", .met, ["recall"]),
        ("it,C,,met,township,2023-08-01", .undetermined, ["verify"]),
    ])
    func asWasFound(attestation: String, verdict: Verdict, actions: [String]) async throws {
        let found = try await absent(Self.recall(Self.rate)) { county in
            county.cadre("D", from: "2023-01-01")
            county.add("attestations.csv", attestation)
        }
        #expect(found.verdict == verdict)
        #expect(found.actions.map(\.kind) == actions)
    }

    @Test func theNewestFindingStands() async throws {
        let found = try await absent(Self.recall(Self.rate)) { county in
            county.add("attestations.csv", "it,C,2023-07,met,township,2023-08-05")
            county.add("attestations.csv", "it,C,2023-07,not_applicable,county_office,2023-08-06")
        }
        #expect(found.verdict == .notApplicable)
        #expect(found.reasons.map(\.zh) == ["经核实不成立", "县驻村办核查"])
        let disagreeing = try await absent(Self.recall(Self.rate)) { county in
            county.add("attestations.csv", "it,C,2023-07,met,township,2023-08-05")
            county.add("attestations.csv", "it,C,2023-07,not_applicable,county_office,2023-08-05")
        }
        #expect(disagreeing.verdict == .undetermined)
    }

    /// What holds by other records needs no finding.
    @Test(arguments: [
        ("any: [\(FindingTests.rate), {count: {incident: {kind: off_post}}, at_least: 1}]", Verdict.met),
        ("all: [\(FindingTests.rate), {count: {incident: {kind: off_post}}, at_least: 1}]", .undetermined),
        ("any: [\(FindingTests.rate), {count: {incident: {kind: award}}, at_least: 1}]", .undetermined),
        ("not: {measure: attendance.rate, at_least: 50%}", .undetermined),
    ])
    func otherRecords(when: String, verdict: Verdict) async throws {
        let found = try await absent(Self.recall("{\(when)}")) {
            $0.incident("C", "2023-07-05", "off_post", level: "county")
        }
        #expect(found.verdict == verdict)
        #expect(found.actions.map(\.kind) == (verdict == .met ? ["recall"] : ["verify"]))
    }

    /// A requirement that only looks at presence is counted from it too, one with a score is not.
    @Test(arguments: [
        ("must: {measure: attendance.rate, at_least: 50%}", Verdict.undetermined),
        ("must: {all: [{measure: attendance.rate, at_least: 50%}, {count: {incident: all}, at_most: 5}]}", .met),
    ])
    func whatHangsOnPresenceAlone(must: String, verdict: Verdict) async throws {
        let besides =
            Self.attendance + "\nrequirements: [{id: rate, clause: 三, for: {cadre: all}, per: month, \(must)}]"
        #expect(
            try await absent(Self.recall("{measure: requirements.rate.outcome, equals: breached}"), besides).verdict
                == verdict)
    }
}

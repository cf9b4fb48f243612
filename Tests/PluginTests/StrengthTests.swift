import CivilTime
import Testing
import ZhucunKernel
import ZhucunTesting

/// How strong an order is: a departure from what binds in principle is excused by a recorded reason, what is encouraged nobody breaks.
@Suite struct StrengthTests {
    private func assess(_ strength: String, attested: String? = nil, done: Bool = false) async throws -> Assessment {
        try await judge(
            "duties", "strength: \(strength), for: {cadre: all}, per: month, records: {activity: all}, at_least: 1",
            in: "2023-07"
        ) { county in
            county.keep("activity")
            if done {
                try county.record(
                    "activity", ["activity": "A", "kind": "work_log", "date": "2023-07-05", "subject": "C"])
            }
            county.keep("attestation")
            if let attested {
                try county.record(
                    "attestation",
                    [
                        "provision": "duties/it", "subject": "C", "date": "2023-07-20",
                        "verdict": attested, "by": "county_office",
                    ])
            }
        }
    }

    @Test(arguments: [
        ("must", nil, Verdict.breached), ("must", "not_applicable", .breached), ("in_principle", nil, .breached),
        ("in_principle", "not_applicable", .notApplicable), ("in_principle", "met", .notApplicable),
        ("in_principle", "breached", .breached), ("encouraged", nil, .notApplicable),
    ])
    func shortfalls(strength: String, attested: String?, verdict: Verdict) async throws {
        #expect(try await assess(strength, attested: attested).verdict("duties/it", "C", "2023-07") == verdict)
    }

    @Test(arguments: ["must", "in_principle", "encouraged"])
    func whatIsDone(strength: String) async throws {
        #expect(try await assess(strength, done: true).verdict("duties/it", "C", "2023-07") == .met)
    }

    @Test func whatItIsCalled() async throws {
        #expect(Strength.inPrinciple.title(of: .breached) == Text("偏离", "departure"))
        #expect(Strength.must.title(of: .breached) == Verdict.breached.title)
        #expect(try await assess("encouraged").reasons("duties/it", "C", "2023-07") == ["文件只是鼓励，没有做到不算不符合"])
        #expect(
            try await assess("in_principle", attested: "not_applicable").reasons("duties/it", "C", "2023-07")
                == ["原则上的要求，已记明理由", "县驻村办核查"])
        #expect(try await faults("duties", "strength: maybe, \(Self.rest)") == ["S108"])
    }

    private static let rest = "for: {cadre: all}, per: month, records: {activity: all}, at_least: 1"
}

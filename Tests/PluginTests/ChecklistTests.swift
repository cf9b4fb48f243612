import CivilTime
import Testing
import ZhucunKernel
import ZhucunTesting

/// What a person attested: none, one, several, whose, of which unit.
@Suite struct ChecklistTests {
    struct Attested: Sendable {
        /// Date, verdict, office, period.
        let rows: [(date: String, verdict: String, by: String, period: String)]
        let verdict: Verdict
        var reasons: [String] = []
    }

    private static let cases = [
        Attested(rows: [], verdict: .undetermined, reasons: ["还没有人核查"]),
        Attested(rows: [("2023-07-05", "met", "township", "")], verdict: .met, reasons: ["乡镇核查"]),
        Attested(rows: [("2023-07-05", "breached", "", "")], verdict: .breached),
        Attested(rows: [("2023-07-05", "not_applicable", "township", "")], verdict: .notApplicable, reasons: ["乡镇核查"]),
        // The newest of the unit decides, in whatever order they are written.
        Attested(
            rows: [("2023-07-20", "met", "township", ""), ("2023-07-05", "breached", "county_office", "")],
            verdict: .met, reasons: ["乡镇核查"]),
        Attested(
            rows: [("2023-07-05", "met", "", ""), ("2023-07-20", "breached", "county_office", "")], verdict: .breached,
            reasons: ["县驻村办核查"]),
        // Two of one day that disagree decide nothing; two that agree do.
        Attested(
            rows: [("2023-07-05", "met", "township", ""), ("2023-07-05", "breached", "county_office", "")],
            verdict: .undetermined, reasons: ["同一天的核查结论不一致"]),
        Attested(
            rows: [("2023-07-05", "met", "township", ""), ("2023-07-05", "met", "township", "")], verdict: .met,
            reasons: ["乡镇核查"]),
        Attested(
            rows: [
                ("2023-07-05", "met", "township", ""), ("2023-07-05", "breached", "", ""),
                ("2023-07-06", "breached", "", ""),
            ], verdict: .breached),
        // Of the unit, by its day or by what it says.
        Attested(
            rows: [("2023-06-30", "met", "", ""), ("2023-08-01", "met", "", "")], verdict: .undetermined,
            reasons: ["还没有人核查"]),
        Attested(rows: [("2023-07-01", "met", "", "")], verdict: .met),
        Attested(rows: [("2023-07-31", "met", "", "")], verdict: .met),
        Attested(rows: [("2023-08-09", "breached", "", "2023-07"), ("2023-07-31", "met", "", "")], verdict: .breached),
        Attested(rows: [("2023-07-31", "met", "", "2023-06")], verdict: .undetermined, reasons: ["还没有人核查"]),
    ]

    @Test(arguments: cases) func attestations(attested: Attested) async throws {
        let found = try await judge("checklist", "for: {village: all}, per: month, question: 是否公示", in: "2023-07") {
            county in
            county.keep("attestation")
            for row in attested.rows {
                try county.record(
                    "attestation",
                    [
                        "provision": "it", "subject": TestCounty.village, "period": row.period, "verdict": row.verdict,
                        "by": row.by, "date": row.date,
                    ])
            }
        }
        let finding = try #require(found.finding("checklist/it", TestCounty.village, "2023-07"))
        #expect(finding.verdict == attested.verdict)
        #expect(found.reasons("checklist/it", TestCounty.village, "2023-07") == attested.reasons)
        #expect(finding.values == [.text(attested.verdict.rawValue)])
        #expect(finding.owed?.due == Day("2023-07-31"))
        #expect(finding.owed?.isDone == (attested.reasons != ["还没有人核查"]))
    }

    /// Only those offices' that the provision names.
    @Test(arguments: [
        ("township", Verdict.met), ("county_office", .met), ("village_committee", .undetermined), ("", .undetermined),
    ])
    func whoseAttestationCounts(by: String, verdict: Verdict) async throws {
        let found = try await judge(
            "checklist", "for: {village: all}, per: month, question: 是否公示, by: [township, county_office]", in: "2023-07"
        ) {
            try $0.record(
                "attestation",
                ["provision": "it", "subject": TestCounty.village, "verdict": "met", "by": by, "date": "2023-07-05"])
        }
        #expect(found.verdict("checklist/it", TestCounty.village, "2023-07") == verdict)
        #expect(found.finding("checklist/it", TestCounty.village, "2023-07")?.owed?.by == "township")
    }

    /// By its id, with or without the section, or the register's number.
    @Test(arguments: [
        ("it", Verdict.met), ("checklist/it", .met), ("AB18-01", .met), ("AB18-02", .undetermined),
        ("duties/it", .undetermined),
    ])
    func whatItIsCalled(name: String, verdict: Verdict) async throws {
        let found = try await judge(
            "checklist", "for: {village: all}, per: month, question: 是否公示, orders: AB18-01", in: "2023-07"
        ) {
            try $0.record(
                "attestation",
                ["provision": name, "subject": TestCounty.village, "verdict": "met", "date": "2023-07-05"])
        }
        #expect(found.verdict("checklist/it", TestCounty.village, "2023-07") == verdict)
    }

    @Test func withoutTheFileNobodyAttested() async throws {
        let found = try await judge("checklist", "for: {village: all}, per: month, question: 是否公示", in: "2023-07") {
            _ in
        }
        #expect(found.verdict("checklist/it", TestCounty.village, "2023-07") == .undetermined)
    }

    /// On a day what was attested later is not known; a unit that has not begun is not asked for.
    @Test(arguments: [
        ("2023-06-30", nil), ("2023-07-01", Verdict.undetermined), ("2023-07-09", .undetermined), ("2023-07-10", .met),
    ])
    func asSeenOnADay(asOf: String, verdict: Verdict?) async throws {
        let found = try await judge(
            "checklist", "for: {village: all}, per: month, question: 是否公示", in: "2023-07", asOf: asOf
        ) {
            try $0.record(
                "attestation",
                [
                    "provision": "it", "subject": TestCounty.village, "period": "2023-07", "verdict": "met",
                    "date": "2023-07-10",
                ])
        }
        #expect(found.verdict("checklist/it", TestCounty.village, "2023-07") == verdict)
    }
}

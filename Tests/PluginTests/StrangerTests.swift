import BuiltInPlugins
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Peers rank each other; the mean of the ranks that somebody got is the measure. A stranger's module, from the documents alone.
private struct PeerReview: AssessmentPlugin {
    static let about = PluginAbout(
        id: "peer_review", title: Text("互评", "peer review"),
        summary: Text("互相排名的平均名次", "the mean of the ranks that peers give"), subjects: [.cadre], answer: .values)
    static let records = [RecordKind(PeerRanks.self)]
    private static let columns = PeerRanks.declared()

    func read(_ settings: inout SettingsReader) -> Int {
        settings.required(
            "raters", .whole(.count, in: 1...1000), Text("至少几人评", "by how many at least"), example: "2",
            asked: Text("至少", "at least"))
    }

    func measures(_ rule: Int) -> [MeasureDeclaration] {
        [
            MeasureDeclaration("mean", Text("平均名次", "mean rank"), .places, role: .quantity),
            MeasureDeclaration("raters", Text("评的人数", "raters"), .count),
            MeasureDeclaration("rank", Text("名次", "rank"), .places, role: .rank(of: nil, by: "mean")),
            MeasureDeclaration("visits", Text("走访次数", "visits"), .count),
        ]
    }

    func judge(_ ask: Case<PeerReview>) throws -> [Finding] {
        let rows = ask.rows(of: PeerReview.records[0])
        let means = try ask.subjects.map { subject -> (mean: Fraction?, count: Int, facts: CountedFacts) in
            let facts = rows.facts(of: subject, in: ask.unit.days)
            // Nobody ranks himself.
            let given = facts.certain.filter { row in
                rows[PeerReview.columns.rater, row].flatMap { ask.subject(named: $0) } != subject
            }
            let ranks = given.compactMap { rows[PeerReview.columns.rank, $0]?.fraction }
            return (given.count >= ask.rule ? try Fraction.mean(of: ranks) : nil, given.count, facts)
        }
        // Of another module's records.
        let visits = ask.kind(named: "activity").map { ask.rows(of: $0) }
        return zip(ask.subjects, means).map { subject, found in
            let rank = found.mean.map { mean in 1 + means.count { $0.mean.map { $0 < mean } ?? false } }
            return Finding(
                subject, found.mean == nil ? .undetermined : .met,
                values: [
                    found.mean.map { .number($0) }, .number(Fraction(found.count)), rank.map { .number(Fraction($0)) },
                    visits.flatMap { MeasureValue($0.facts(of: subject, in: ask.unit.days).number) },
                ],
                reasons: found.mean == nil
                    ? [Reason(.tooFewRaters, ["count": .count(found.count)])]
                        + found.facts.doubts(PeerReview.records[0]) : [])
        }
    }
}

extension ReasonCode {
    fileprivate static let tooFewRaters = ReasonCode(
        "peer_review.too-few", "只有 {count} 人评", "ranked by {count} {count|peer|peers} only")
}

private struct PeerRanks: RecordColumns {
    static let about = RecordAbout(
        name: "peer_rank", file: "peer_ranks.csv", title: Text("互评名次", "peer ranks"), date: "period",
        identity: ["cadre", "period", "rater"])
    let cadre: Column<Symbol>, period: Column<Symbol>, rater: Column<Symbol>, rank: Column<Decimal6>

    init(_ c: inout ColumnDeclarations) {
        cadre = c.required("cadre", "干部编号", .reference("cadre"), Text("谁", "who"))
        period = c.required("period", "时期", .period, Text("哪个时期", "for which period"))
        rater = c.required("rater", "评的人", .text, Text("谁评的", "who ranked"))
        rank = c.required("rank", "名次", .decimal(.places), Text("名次", "the rank"))
    }
}

@Suite struct StrangerTests {
    private static let plugins = PluginRegistry(BuiltInPlugins.all + [PluginEntry(PeerReview.self)])

    @Test func peersRankEachOther() async throws {
        var county = try TestCounty(
            profile: "peer_review: [{id: it, clause: 一, for: {cadre: all}, per: month, raters: 2}]",
            plugins: Self.plugins)
        for cadre in ["C1", "C2", "C3"] { county.cadre(cadre, from: "2023-05-01") }
        for (cadre, rater, rank) in [
            ("C1", "C2", "1"), ("C1", "C3", "2"), ("C1", "C1", "1"), ("C2", "C1", "2"), ("C2", "C3", "1"),
            ("C3", "C1", "3"),
        ] {
            try county.record("peer_rank", ["cadre": cadre, "period": "2024-07", "rater": rater, "rank": rank])
        }
        try county.record(
            "activity",
            ["activity": "A1", "kind": "household_visit", "date": "2024-07-05", "subject": "C1", "actors": "C1"])
        let found = try await county.assess("test", "2024-07")
        #expect(["C1", "C2"].map { found.measure("peer_review/it", $0, "2024-07", "visits") } == ["1", "0"])
        #expect(
            ["C1", "C2", "C3"].map { found.measure("peer_review/it", $0, "2024-07", "mean") } == ["3/2", "3/2", nil])
        #expect(["C1", "C2", "C3"].map { found.measure("peer_review/it", $0, "2024-07", "rank") } == ["1", "1", nil])
        #expect(found.reasons("peer_review/it", "C3", "2024-07") == ["只有 1 人评"])
        #expect(found.finding("peer_review/it", "C3", "2024-07")?.reasons.map(\.en) == ["ranked by 1 peer only"])
    }
}

import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Totals are exact.
@Suite struct ScoringTests {
    private static let rules = """
        attendance: [{id: month, clause: 一, for: {cadre: all}, per: month, days: 2/3, holidays: counted}]
        scoring:
          - id: plain
            clause: 二
            for: {cadre: all}
            per: month
            dimensions: {学习: {weight: 20, scores: 学习}, 工作: {weight: 30, scores: 工作}, 守律: {weight: 50, scores: 守律}}
          - id: raters
            clause: 三
            for: {cadre: all}
            per: month
            dimensions: {民意: {weight: 100%, scores: 民意, raters: {县办: 60%, 村民: 40%}}}
          - id: rate
            clause: 四
            for: {cadre: all}
            per: month
            dimensions: {在岗: {weight: 100, measure: attendance.rate, full_at: 100%}}
          - id: half-is-full
            clause: 五
            for: {cadre: all}
            per: month
            dimensions: {在岗: {weight: 100, measure: attendance.days_on_post, full_at: 25 days}}
          - id: deduct
            clause: 六
            for: {cadre: all}
            per: month
            dimensions: {工作: {weight: 100, scores: 工作}}
            deduct:
              - {for_each: {incident: {kind: off_post}}, points: 5 points, capped: 8 points}
              - {for_each: {leave: {status: rejected}}, points: 2.5 points}
        """

    private func county() throws -> TestCounty {
        var county = try SmallProfile(Self.rules).county()
        county.covered("2023-07-01..2023-07-31")
        for id in ["A", "B", "C"] { county.cadre(id, from: "2023-01-01") }
        county.present("A", on: "2023-07-01..2023-07-19", at: ["08:00"])
        county.present("B", on: "2023-07-01..2023-07-31", at: ["08:00"])
        return county
    }

    private func total(_ assessment: Assessment, _ rule: String, _ subject: String, _ name: String = "total") -> String?
    {
        assessment.measure("scoring/" + rule, subject, "2023-07", name)
    }

    @Test func aTotalIsTheExactWeightedMean() async throws {
        var county = try county()
        for (rater, score) in [("甲", "80"), ("乙", "85"), ("丙", "90.5")] {
            county.score("A", "2023-07", "学习", score, rater: rater)
        }
        county.score("A", "2023-07", "工作", "87.5")
        county.score("A", "2023-07", "守律", "33.333333")
        // Of another month, another dimension, another cadre.
        county.score("A", "2023-08", "学习", "1")
        county.score("A", "2023-07", "别的", "1")
        county.score("B", "2023-07", "学习", "1")
        let assessment = try await county.assess("test", "2023-07")
        // (20 · 511/6 + 30 · 175/2 + 50 · 33.333333) / 100
        #expect(total(assessment, "plain", "A") == "359699999/6000000")
        #expect(total(assessment, "plain", "A", "dimension.学习") == "511/6")
        #expect(total(assessment, "plain", "A", "dimension.工作") == "175/2")
    }

    @Test func aMissingDimensionLeavesTheTotalUndetermined() async throws {
        var county = try county()
        county.score("A", "2023-07", "学习", "80")
        county.score("A", "2023-07", "守律", "80")
        let assessment = try await county.assess("test", "2023-07")
        #expect(assessment.verdict("scoring/plain", "A", "2023-07") == .undetermined)
        #expect(assessment.reasons("scoring/plain", "A", "2023-07") == ["缺少：工作"])
        #expect(assessment.reasons("scoring/plain", "B", "2023-07") == ["缺少：学习、工作、守律"])
        #expect(total(assessment, "plain", "A") == nil)
        #expect(total(assessment, "plain", "A", "dimension.学习") == "80")
    }

    @Test func ratersHaveWeights() async throws {
        var county = try county()
        for (subject, rater, score) in [
            ("A", "县办", "95"), ("A", "村民", "80"), ("A", "村民", "90"), ("A", "路人", "0"), ("B", "县办", "95"),
            ("C", "村民", "80"),
        ] {
            county.score(subject, "2023-07", "民意", score, rater: rater)
        }
        let assessment = try await county.assess("test", "2023-07")
        #expect(["A", "B", "C"].map { total(assessment, "raters", $0) } == ["91", nil, nil])
        #expect(assessment.verdict("scoring/raters", "B", "2023-07") == .undetermined)
    }

    @Test func aMeasureIsMappedExactly() async throws {
        let assessment = try await county().assess("test", "2023-07")
        #expect(["A", "B", "C"].map { total(assessment, "rate", $0) } == ["1900/31", "100", "0"])
        // More than what is worth the full points is worth no more.
        #expect(["A", "B", "C"].map { total(assessment, "half-is-full", $0) } == ["76", "100", "0"])
    }

    @Test func deductionsHaveALimitAndEndAtZero() async throws {
        var county = try county()
        for id in ["A", "B", "C"] { county.score(id, "2023-07", "工作", id == "C" ? "3" : "90") }
        county.incident("A", "2023-07-01", "off_post")
        county.leave("L1", "A", "事假", "2023-07-03", "2023-07-03", "rejected")
        for day in ["02", "31"] { county.incident("B", "2023-07-\(day)", "off_post") }
        county.incident("B", "2023-08-01", "off_post")
        county.incident("B", "2023-07-05", "praise")
        for day in 1...3 { county.incident("C", "2023-07-0\(day)", "off_post") }
        let assessment = try await county.assess("test", "2023-07")
        #expect(["A", "B", "C"].map { total(assessment, "deduct", $0) } == ["165/2", "82", "0"])
        #expect(["A", "B", "C"].map { total(assessment, "deduct", $0, "deducted") } == ["15/2", "8", "8"])
    }

    @Test func withoutTheRecordsThatDeductNothingIsKnown() async throws {
        var county = try county()
        county.score("A", "2023-07", "工作", "90")
        try county.write()
        try county.removeFile("incidents.csv")
        let assessment = try await assess(county.folder, under: "test", by: county.assessor, "2023-07")
        #expect(assessment.verdict("scoring/deduct", "A", "2023-07") == .undetermined)
        #expect(assessment.reasons("scoring/deduct", "A", "2023-07") == ["没有扣分所需的记录"])
    }

    @Test func totalsOfTotals() async throws {
        let rules = """
            scoring:
              - {id: half, clause: 一, for: {cadre: all}, per: half-year, dimensions: {半年: {weight: 100, scores: 半年}}}
              - {id: end, clause: 二, for: {cadre: all}, per: year, dimensions: {年终: {weight: 100, scores: 年终}}}
              - id: year
                clause: 三
                for: {cadre: all}
                per: year
                dimensions:
                  半年: {weight: 30%, measure: scoring.half, full_at: 100}
                  年终: {weight: 70%, measure: scoring.end, full_at: 100}
            """
        var county = try SmallProfile(rules).county()
        for id in ["A", "B"] { county.cadre(id, from: "2023-01-01") }
        county.score("A", "2023-H2", "半年", "91")
        county.score("A", "2023", "年终", "80.5")
        county.score("B", "2023", "年终", "80.5")
        let assessment = try await county.assess("test", "2023")
        // 30% of 91 and 70% of 80.5
        #expect(assessment.measure("scoring/year", "A", "2023", "total") == "1673/20")
        #expect(assessment.verdict("scoring/year", "B", "2023") == .undetermined)
        #expect(assessment.reasons("scoring/year", "B", "2023") == ["缺少：半年"])
    }
}

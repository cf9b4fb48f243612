internal import Testing
internal import ZhucunKernel
internal import ZhucunTesting

/// A verdict on a past unit does not depend on which period is assessed.
@Suite struct PastUnitTests {
    @Test(arguments: ["2023-08", "2023-07-01..2023-08-31"])
    func thoseWhoLeftAreRankedWhereTheyWere(period: String) async throws {
        let profile = try SmallProfile(
            """
            scoring:
              - {id: month, clause: 一, for: {cadre: all}, per: month, dimensions: {任务: {weight: 100, scores: 任务}}}
            ranking:
              - {id: month, clause: 二, for: {cadre: all}, per: month, by: scoring.month, within: county}
            consequences:
              - id: back
                clause: 三
                for: {cadre: all}
                per: month
                when: {measure: ranking.month.position_from_end, at_most: 70%, consecutive: 2}
                then: [{remind: township}]
            """)
        var county = try TestCounty(profiles: profile.folder.path, plugins: registry)
        for (id, to) in [("A", ""), ("B", ""), ("C", ""), ("D", "2023-07-20")] {
            county.cadre(id, from: "2023-06-01", to: to)
        }
        for (id, score) in [("A", 90), ("B", 80), ("C", 70), ("D", 60)] {
            county.add("scores.csv", "\(id),2023-07,任务,县,\(score)")
        }
        for (id, score) in [("A", 90), ("B", 70), ("C", 80)] { county.add("scores.csv", "\(id),2023-08,任务,县,\(score)") }
        county.present("A", on: "2023-08-01..2023-08-02")
        let assessment = try await county.assess("test", period)
        // In July B stood third from the end of four: 3/4 is above 70%.
        #expect(assessment.finding("consequences/back", "B", "2023-08")?.verdict == .notApplicable)
        #expect(assessment.finding("consequences/back", "C", "2023-08")?.verdict == .met)
    }
}

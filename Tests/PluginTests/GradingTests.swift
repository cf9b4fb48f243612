import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Grades by thresholds and bands, quotas and caps.
@Suite struct GradingTests {
    private static let scoring = """
        scoring: [{id: total, clause: 一, for: {cadre: all}, per: month, dimensions: {总: {weight: 100, scores: 总}}}]
        """

    private func grades(
        _ grading: String, _ totals: [String], _ fill: (inout TestCounty) -> Void = { _ in }
    ) async throws -> (grades: [String?], assessment: Assessment) {
        var county = try SmallProfile(Self.scoring + "\n" + grading).county()
        for (index, total) in totals.enumerated() {
            county.cadre("C\(index)", from: "2023-01-01")
            if !total.isEmpty { county.score("C\(index)", "2023-07", "总", total) }
        }
        fill(&county)
        let assessment = try await county.assess("test", "2023-07")
        return (totals.indices.map { assessment.measure("grading/grade", "C\($0)", "2023-07", "grade") }, assessment)
    }

    private static let thresholds = """
        grading:
          - id: grade
            clause: 二
            for: {cadre: all}
            per: month
            by: scoring.total
            grades: {优秀: {at_least: 90}, 称职: {at_least: 70}, 基本称职: {at_least: 60}, 不称职: {}}
        """

    @Test func thresholdsIncludeTheirNumber() async throws {
        let found = try await grades(
            Self.thresholds, ["100", "90", "89.999999", "70", "69.999999", "60", "59.999999", "0", ""])
        #expect(found.grades == ["优秀", "优秀", "称职", "称职", "基本称职", "基本称职", "不称职", "不称职", nil])
        #expect(found.assessment.verdict("grading/grade", "C8", "2023-07") == .undetermined)
        #expect(found.assessment.reasons("grading/grade", "C8", "2023-07") == ["没有评定等次所需的指标"])
        #expect(found.assessment.verdict("grading/grade", "C7", "2023-07") == .met)
    }

    @Test func withoutARestSomeHaveNoGrade() async throws {
        let grading =
            "grading: [{id: grade, clause: 二, for: {cadre: all}, per: month, by: scoring.total, grades: {优秀: {at_least: 90}, 称职: {at_least: 70}}}]"
        #expect(try await grades(grading, ["90", "70", "69"]).grades == ["优秀", "称职", nil])
    }

    @Test(arguments: [
        (["99", "98", "97", "96", "95", "80", "80", "80", "80", "80"], 2),
        (["99", "98", "98", "96", "95", "80", "80", "80", "80", "80"], 1),
        (["98", "98", "98", "96", "95", "80", "80", "80", "80", "80"], 0),
        (["99", "98", "80", "80", "80", "80", "80", "80", "80", "80"], 2),
        (["99", "98", "97", "96", "", "", "", "", "", ""], 0), (["99", "98", "97", "96", "95"], 1), (["99"], 0),
    ])
    func aQuotaIsACapOnTheTopGrade(totals: [String], excellent: Int) async throws {
        let grading = Self.thresholds.replacing("优秀: {at_least: 90}", with: "优秀: {at_least: 90, quota: 20%}")
        let found = try await grades(grading, totals)
        #expect(found.grades.compactMap(\.self).count { $0 == "优秀" } == excellent)
        #expect(found.grades.prefix(excellent).allSatisfy { $0 == "优秀" })
        // Who is beyond it has the next grade, and it is said why.
        let high = totals.indices.filter { totals[$0] >= "90" && totals[$0].count == 2 }.dropFirst(excellent)
        for index in high {
            #expect(found.grades[index] == "称职")
            #expect(
                found.assessment.reasons("grading/grade", "C\(index)", "2023-07").first?.hasPrefix("优秀名额已满（") == true)
        }
    }

    private static let caps = """

            caps:
              - {when: {count: {incident: {kind: off_post}}, within: year, at_least: 2}, at_most: 称职}
              - {when: {count: {incident: {kind: discipline}}, within: year, at_least: 1}, at_most: 不称职}
        """

    @Test func capsFromCounts() async throws {
        let found = try await grades(Self.thresholds + Self.caps, ["95", "95", "95", "65", "95", ""]) { county in
            for day in ["2023-01-02", "2023-07-31"] {
                county.incident("C1", day, "off_post")
                county.incident("C3", day, "off_post")
                county.incident("C4", day, "off_post")
            }
            county.incident("C2", "2023-07-01", "off_post")
            county.incident("C2", "2022-12-31", "off_post")
            county.incident("C2", "2023-08-01", "off_post")
            county.incident("C4", "2023-05-01", "discipline")
        }
        #expect(found.grades == ["优秀", "称职", "优秀", "基本称职", "不称职", nil])
        #expect(found.assessment.measure("grading/grade", "C1", "2023-07", "before_caps") == "优秀")
        #expect(found.assessment.reasons("grading/grade", "C1", "2023-07") == ["按规定最高为称职"])
        #expect(found.assessment.reasons("grading/grade", "C3", "2023-07").isEmpty)
    }

    /// An unknown condition matters only where it could lower the grade, whatever the order of the caps.
    @Test(arguments: [false, true]) func capsOnWhatIsNotKnown(isReversed: Bool) async throws {
        let known = "{when: {count: {leave: all}, within: month, at_least: 1}, at_most: 基本称职}"
        let unknown = [
            "{when: {count: {incident: all}, within: month, at_least: 1}, at_most: 称职}",
            "{when: {count: {incident: all}, within: month, at_least: 2}, at_most: 不称职}",
        ]
        for (cap, expected) in [(unknown[0], [nil, "基本称职", "不称职"]), (unknown[1], [nil, nil, "不称职"])] {
            let caps = isReversed ? [cap, known] : [known, cap]
            let found = try await grades(
                Self.thresholds + "\n    caps: [\(caps.joined(separator: ", "))]", ["95", "95", "10"]
            ) { county in
                county.leave("L", "C1", "事假", "2023-07-03", "2023-07-04")
                county.add("coverage.csv", "incident,140622,,2023-01-01,2023-07-30")
            }
            #expect(found.grades == expected)
        }
    }

    @Test func gradesByBands() async throws {
        let grading = """
            ranking: [{id: rank, clause: 二, for: {cadre: all}, per: month, by: scoring.total, bands: {好: 30%, 较好: 60%, 一般: 10%}}]
            grading:
              - id: grade
                clause: 三
                for: {cadre: all}
                per: month
                by: ranking.rank.band
                grades: {优秀: {of: [好]}, 合格: {of: [较好, 一般]}}
            """
        let found = try await grades(grading, ["99", "98", "97", "96", "95", "94", "93", ""])
        #expect(found.grades == ["优秀", "优秀", "合格", "合格", "合格", "合格", "合格", nil])
    }

    @Test func quotasAreCountedByCountyOrTownship() async throws {
        let quota = Self.thresholds.replacing("优秀: {at_least: 90}", with: "优秀: {at_least: 90, quota: 20%}")
        for (within, excellent) in [("county", 2), ("township", 1)] {
            // Six in one township, four in another: 20% of ten are two, of six and of four one and none.
            let found = try await grades(quota + "\n    within: \(within)", []) { county in
                county.add("villages.csv", "140622101201,别乡村,,39.7,113.3,,500")
                for index in 0..<10 {
                    county.cadre(
                        "X\(index)", from: "2023-01-01", team: "",
                        village: index < 6 ? TestCounty.village : "140622101201")
                    county.score("X\(index)", "2023-07", "总", "\(99 - index)")
                }
            }
            let grades = (0..<10).map { found.assessment.measure("grading/grade", "X\($0)", "2023-07", "grade") }
            #expect(grades.compactMap(\.self).count { $0 == "优秀" } == excellent)
        }
    }

    @Test func theYearOfShanxi() async throws {
        var county = try shippedCounty()
        county.covered("2023-01-01..2023-12-31")
        for (id, employment) in [
            ("servant", "civil_servant"), ("institution", "institution_technical"), ("company", "enterprise"),
        ] {
            county.cadre(id, from: "2023-01-01", employment: employment)
            county.present(id, on: "2023-01-01..2023-12-31", at: ["08:00"])
        }
        for quarter in 1...4 {
            for name in ["学习", "工作", "守律", "群众满意"] { county.score("T1", "2023-Q\(quarter)", name, "62.5") }
        }
        let assessment = try await county.assess("shanxi", "2023")
        // Full attendance and four times 62.5: the mean of a team's quarters grades its members.
        #expect(assessment.measure("grading/annual-civil-servants", "servant", "2023", "grade") == "称职")
        #expect(assessment.measure("grading/annual-institutions", "institution", "2023", "grade") == "合格")
        #expect(assessment.finding("grading/annual-institutions", "servant", "2023") == nil)
        #expect(assessment.findings("grading/annual-civil-servants", "company").isEmpty)
    }

    // MARK: the edge of a quota

    /// Two of ten: the second and third have the same total.
    @Test(arguments: [
        ("", "1 1", 1, true), (", tie_break: [scoring.breaker]", "2 1", 2, false),
        (", tie_break: [scoring.breaker]", "1 1", 1, true), (", tie_break: [scoring.breaker]", "1 ", 2, false),
    ])
    func aTieAtTheEdge(setting: String, breakers: String, excellent: Int, isMarked: Bool) async throws {
        let more =
            Self.thresholds.replacing("优秀: {at_least: 90}", with: "优秀: {at_least: 90, quota: 20%}").replacing(
                "by: scoring.total", with: "by: scoring.total\n    within: county")
            + (setting.isEmpty ? "" : "\n    tie_break: [scoring.breaker]")
        let scoring =
            "scoring: [{id: total, clause: 一, for: {cadre: all}, per: month, dimensions: {总: {weight: 100, scores: 总}}}, "
            + "{id: breaker, clause: 三, for: {cadre: all}, per: month, dimensions: {细: {weight: 100, scores: 细}}}]"
        var county = try SmallProfile(
            scoring + "\n"
                + more.replacing("by: scoring.total", with: "by: scoring.total.total").replacing(
                    "[scoring.breaker]", with: "[scoring.breaker.total]")
        ).county()
        for (index, total) in ["99", "95", "95", "80", "80", "80", "80", "80", "80", "80"].enumerated() {
            county.cadre("C\(index)", from: "2023-01-01")
            county.score("C\(index)", "2023-07", "总", total)
        }
        for (index, breaker) in breakers.split(separator: " ", omittingEmptySubsequences: false).enumerated()
        where !breaker.isEmpty {
            county.score("C\(index + 1)", "2023-07", "细", String(breaker))
        }
        let found = try await county.assess("test", "2023-07")
        let grades = (0..<10).map { found.measure("grading/grade", "C\($0)", "2023-07", "grade") }
        #expect(grades.count { $0 == "优秀" } == excellent)
        let tie = "同分跨优秀名额，须由人决定"
        #expect(
            [1, 2].map { found.reasons("grading/grade", "C\($0)", "2023-07").contains(tie) } == [isMarked, isMarked])
        #expect(!found.reasons("grading/grade", "C0", "2023-07").contains(tie))
    }

    /// A fifth of eight is 1.6.
    @Test(arguments: [("", 1), ("rounding: down", 1), ("rounding: nearest", 2), ("rounding: up", 2)])
    func howAQuotaIsRounded(rounding: String, excellent: Int) async throws {
        let grading =
            Self.thresholds.replacing("优秀: {at_least: 90}", with: "优秀: {at_least: 90, quota: 20%}")
            + "\n    \(rounding)"
        let found = try await grades(grading, ["99", "98", "97", "96", "95", "94", "93", "92"])
        #expect(found.grades.count { $0 == "优秀" } == excellent)
    }
}

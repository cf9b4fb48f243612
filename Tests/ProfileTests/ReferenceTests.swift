internal import PolicyYAML
internal import Testing
internal import ZhucunKernel

/// What a name of a measure means, and in which profile.
struct ReferenceTests {
    private static let head = "document: {number: 测〔2024〕1号, issuer: 测试}\n"
    private static let rule =
        "attendance:\n  - id: own\n    clause: 一\n    for: {cadre: all}\n    per: month\n    days: 1/2\n"

    private static func scoring(by measure: String) -> String {
        """
        scoring:
          - id: own
            clause: 二
            for: {cadre: all}
            per: month
            dimensions: {在岗: {weight: 100, measure: \(measure), full_at: 100%}}

        """
    }

    private static func edition(_ code: String, _ text: String) -> [String: String] {
        ["\(code)/2024-01-01-test.yaml": "edition: 2024-01-01\n" + head + text]
    }

    @Test(arguments: ["linfen", "jixian", "xiangyuan", "yingxian"])
    func `A child's rule does not make the parent's reference ambiguous`(_ code: String) throws {
        let reading = try Reading(of: code, with: Self.edition(code, Self.rule))
        #expect(!reading.diagnostics.hasErrors, "\(reading.rendered())")
    }

    @Test func `A child means its own rule before its parent's`() throws {
        let reading = try Reading(
            of: "yingxian", with: Self.edition("yingxian", Self.rule + Self.scoring(by: "attendance.rate")))
        #expect(!reading.diagnostics.hasErrors, "\(reading.rendered())")
    }

    @Test func `A child without a rule means its parent's`() throws {
        let reading = try Reading(of: "xiangyuan", with: Self.edition("xiangyuan", Self.scoring(by: "attendance.rate")))
        #expect(!reading.diagnostics.hasErrors, "\(reading.rendered())")
    }

    @Test func `A child may name its parent's rule in full`() throws {
        let text = Self.rule + Self.scoring(by: "attendance.five-days-four-nights.rate")
        #expect(try !Reading(of: "yingxian", with: Self.edition("yingxian", text)).diagnostics.hasErrors)
    }

    @Test func `Two rules of one profile are ambiguous`() throws {
        let reading = try Reading(of: "shanxi", with: Self.edition("shanxi", Self.rule))
        #expect(Set(reading.codes) == ["C411"])
        #expect(reading.rendered().contains("= 应为：attendance.five-days-four-nights.rate、attendance.own.rate"))
    }

    @Test func `An amended rule is still of the profile that introduced it`() throws {
        // Ying County amends the province's rule: the province's reference means that rule, and it is one.
        #expect(try !Reading(of: "yingxian").codes.contains("C411"))
    }

    @Test func `A province cannot mean a rule of its county`() throws {
        let with = Self.edition("yingxian", Self.rule).merging(
            [
                "shanxi/2024-02-01-test.yaml": "edition: 2024-02-01\n" + Self.head
                    + Self.scoring(by: "attendance.own.rate")
            ]) { $1 }
        #expect(try Reading(of: "shanxi", with: with).codes == ["C410"])
    }
}

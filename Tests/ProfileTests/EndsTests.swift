internal import CivilTime
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel

/// Editions that end: after their last day what they said, and what they changed, is as if they had never been.
struct EndsTests {
    private static let head = "document: {number: 应办〔2024〕1号, issuer: 应县}\n"

    private static func edition(_ day: String, ends: String? = nil, _ text: String) -> [String: String] {
        ["yingxian/\(day)-test.yaml": "edition: \(day)\n" + (ends.map { "ends: \($0)\n" } ?? "") + head + text]
    }

    private static let nights = "attendance:\n  - id: five-days-four-nights\n    nights: "

    @Test func `What it changed is again as before`() throws {
        let reading = try Reading(
            of: "yingxian", with: Self.edition("2024-01-01", ends: "2024-12-31", Self.nights + "3 of 7\n"))
        #expect(!reading.diagnostics.hasErrors, "\(reading.rendered())")
        let shown = try ["2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01"].map { day in
            try reading.provision("attendance/five-days-four-nights", on: day).node.value("nights")
        }
        #expect(shown.map(\.shown) == ["4 of 7", "3 of 7", "3 of 7", "4 of 7"])
        #expect(shown[3].replaced.isEmpty)
        #expect(reading.policy?.snapshots.map(\.days.first.description).suffix(2) == ["2024-01-01", "2025-01-01"])
    }

    @Test func `What it added is gone, and what it took out is back`() throws {
        let added =
            "duties:\n  - {id: extra, clause: 一, for: {cadre: all}, per: month, records: {leave: all}, at_least: 1}\ngrading:\n  - {id: star-grade, remove: true}\n"
        let reading = try Reading(of: "yingxian", with: Self.edition("2024-01-01", ends: "2024-01-01", added))
        #expect(!reading.diagnostics.hasErrors, "\(reading.rendered())")
        let names = ["duties/extra", "grading/star-grade"]
        #expect(
            try ["2023-12-31", "2024-01-01", "2024-01-02"].map { day in
                names.filter(try reading.provisions(on: day).contains)
            } == [["grading/star-grade"], ["duties/extra"], ["grading/star-grade"]])
    }

    /// What a later edition says stands without it; and that it took something out that has ended since is no mistake.
    @Test func `A later edition stays`() throws {
        let extra =
            "duties:\n  - {id: extra, clause: 一, for: {cadre: all}, per: month, records: {leave: all}, at_least: 1}\n"
        let with = Self.edition("2024-01-01", ends: "2024-12-31", extra + Self.nights + "3 of 7\n")
            .merging(Self.edition("2024-06-01", "duties:\n  - {id: extra, remove: true}\n" + Self.nights + "2 of 7\n"))
        { $1 }
        let reading = try Reading(of: "yingxian", with: with)
        #expect(!reading.diagnostics.hasErrors, "\(reading.rendered())")
        let node = try reading.provision("attendance/five-days-four-nights", on: "2025-01-01").node.value("nights")
        #expect(node.shown == "2 of 7" && node.replaced.map(\.shown) == ["4 of 7"])
        #expect(
            try ["2024-05-31", "2024-06-01", "2025-01-01"].map {
                try reading.provisions(on: $0).contains("duties/extra")
            } == [true, false, false])
    }

    /// A unit is judged under the edition in force on its first day.
    @Test func `A week across the end`() throws {
        let reading = try Reading(
            of: "yingxian", with: Self.edition("2024-01-01", ends: "2024-12-31", Self.nights + "3 of 7\n"))
        let policy = try #require(reading.policy)
        let key = try #require(policy.keys.first { $0.description == "attendance/five-days-four-nights" })
        let asked = try ["2025-W01", "2025-W02"].map {
            try policy.provision(key, for: #require(Period($0)))?.node.value("nights").shown
        }
        #expect(asked == ["3 of 7", "4 of 7"])
    }

    /// The first day of months is the profile's or its parent's.
    @Test(arguments: [("", 1), ("month: from 26\n", 26), ("month: from 1\n", 1)]) func `Months of a profile`(
        month: String, first: Int
    ) throws {
        let text = try #require(Fixture.policies["shanxi/profile.yaml"])
        let reading = try Reading(of: "yingxian", with: ["shanxi/profile.yaml": text + month])
        #expect(reading.policy?.months.firstDay == first)
    }

    @Test(arguments: ["from 29", "from 31", "from 0", "26", "since 26", "from 26 on"])
    func `Days that no month may begin on`(month: String) throws {
        let text = try #require(Fixture.policies["chongqing/profile.yaml"])
        let reading = try Reading(of: "chongqing", with: ["chongqing/profile.yaml": text + "month: \(month)\n"])
        #expect(reading.codes == ["S102"])
        #expect(reading.diagnostics.all.first?.expected?.zh == "from 和 1–28 的整数，如 from 26")
    }

    @Test(
        arguments: [
            ("general: {term_gap: 31 days}", [], 31), ("general: {term_gap: 0 days}", [], 0),
            ("general: {term_gap: 4 hours}", ["S103"], nil), ("general: {gap: 3 days}", ["S106"], 0),
            ("general: 5", ["S101"], 0), ("general: {term_gap: 31 days, discretion: {term: 未规定}}", ["P217"], 31),
            ("general: {term_gap: 31 days, discretion: {term_gap: 未规定}}", [], 31),
        ] as [(String, [String], Int?)])
    func `General settings`(text: String, codes: [String], gap: Int?) throws {
        let reading = try Reading(of: "yingxian", with: Self.edition("2024-01-01", text + "\n"))
        #expect(reading.diagnostics.all.filter { $0.severity == .error }.map(\.code) == codes, "\(reading.rendered())")
        if let gap { #expect(reading.policy?.snapshots.last?.general.termGap == gap) }
    }
}

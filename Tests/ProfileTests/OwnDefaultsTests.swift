internal import CivilTime
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel

/// Settings that an edition gives to the provisions that it brings along, and to no others.
struct OwnDefaultsTests {
    private static func edition(_ day: String, _ text: String) -> [String: String] {
        [
            "yingxian/\(day)-test.yaml":
                "edition: \(day)\ndocument: {number: 应办〔\(day.prefix(4))〕1号, issuer: 应县}\n" + text
        ]
    }

    private static let first =
        "own_defaults: {checklist: {per: quarter, discretion: {per: 没有写多久一次}}}\nchecklist:\n  - {id: a, clause: 一, for: {village: all}, question: 甲}\n  - {id: b, clause: 一, for: {village: all}, per: year, question: 乙}\n"

    @Test func `What the edition adds has them`() throws {
        let reading = try Reading(of: "yingxian", with: Self.edition("2024-01-01", Self.first))
        #expect(!reading.diagnostics.hasErrors, "\(reading.rendered())")
        let shown = try ["a", "b"].map {
            try reading.provision("checklist/\($0)", on: "2024-01-01").node.value("per").shown
        }
        #expect(shown == ["quarter", "year"])
        #expect(try reading.provision("checklist/a", on: "2024-01-01").discretion.map(\.setting) == ["per"])
    }

    /// A provision that was there before it keeps its own, and so does what later editions add.
    @Test func `Others do without them`() throws {
        let second = "checklist:\n  - {id: c, clause: 一, for: {village: all}, question: 丙}\n  - {id: a, name: 甲条}\n"
        let with = Self.edition("2024-01-01", Self.first).merging(Self.edition("2024-06-01", second)) { $1 }
        let reading = try Reading(of: "yingxian", with: with)
        #expect(reading.diagnostics.all.map(\.code) == ["S105"], "\(reading.rendered())")
        #expect(try reading.provision("checklist/a", on: "2024-06-01").per == .quarter)
        let changed = "own_defaults: {checklist: {per: month}}\nchecklist:\n  - {id: a, name: 甲条}\n"
        let later = Self.edition("2024-01-01", Self.first).merging(Self.edition("2024-06-01", changed)) { $1 }
        #expect(try Reading(of: "yingxian", with: later).provision("checklist/a", on: "2024-06-01").per == .quarter)
    }

    @Test func `A module that is not there is told`() throws {
        let reading = try Reading(
            of: "yingxian", with: Self.edition("2024-01-01", "own_defaults: {checklists: {per: month}}\n"))
        #expect(reading.diagnostics.all.map(\.code) == ["P209"], "\(reading.rendered())")
    }
}

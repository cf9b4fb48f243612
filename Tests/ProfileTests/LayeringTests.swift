internal import PolicyYAML
internal import Testing
internal import ZhucunKernel

/// How editions are laid over one another, seen in the values and their origins.
struct LayeringTests {
    private static let defaults = "china/2000-01-01-defaults.yaml"
    private static let chongqing = "chongqing/2023-08-28-sida-xingdong.yaml"
    private static let head = "document: {number: 应办〔2024〕1号, issuer: 应县}\n"

    /// An edition of Ying County with some text after its head.
    private static func edition(_ day: String, _ text: String) -> [String: String] {
        ["yingxian/\(day)-test.yaml": "edition: \(day)\n" + head + text]
    }

    @Test func `A value that nobody replaced keeps its own place`() throws {
        let node = try Reading(of: "chongqing").provision("attendance/three-in-village", on: "2023-09-01").node
        #expect(try node.value("days").origin == "\(Self.chongqing):14")
        #expect(try node.value("days").replaced.isEmpty)
        #expect(try node.value("radius").origin == "\(Self.defaults):15")
    }

    @Test func `Maps merge key by key`() throws {
        let leave = try Reading(of: "chongqing").provision("attendance/three-in-village", on: "2023-09-01").node.value(
            "leave")
        #expect(leave.shown == "{公出: present, 培训: present, other: excused}")
        let other = try leave.value("other")
        #expect(other.origin == "\(Self.chongqing):16")
        #expect(other.replaced.map(\.shown) == ["excluded"])
        #expect(other.replaced.map(\.origin) == ["\(Self.defaults):17"])
    }

    @Test func `A key of a map that is not named stays`() throws {
        let with = Self.edition("2024-01-01", "attendance:\n  - id: five-days-four-nights\n    leave: {病假: excused}\n")
        let leave = try Reading(of: "yingxian", with: with).provision(
            "attendance/five-days-four-nights", on: "2024-02-01"
        ).node.value("leave")
        #expect(leave.shown == "{公出: present, 培训: present, other: excluded, 病假: excused}")
        #expect(try leave.value("公出").origin == "\(Self.defaults):17")
        #expect(try leave.value("病假").origin == "yingxian/2024-01-01-test.yaml:5")
    }

    @Test func `One of several forms replaces the whole`() throws {
        let day = try Reading(of: "chongqing").provision("attendance/three-in-village", on: "2023-09-01").node.value(
            "day")
        #expect(day.shown == "{all: [eat, stay, work]}")
        #expect(day.replaced.map(\.shown) == ["{any: [work, stay]}"])
    }

    @Test func `A subject replaces the whole, and says what it took the place of`() throws {
        let subject = try Reading(of: "yingxian").provision("attendance/five-days-four-nights", on: "2023-09-01").node
            .value("for")
        #expect(subject.shown == "{cadre: {role: [first_secretary, team_leader, member, graduate, selected_graduate]}}")
        #expect(subject.origin == "yingxian/2022-08-25-sihua.yaml:12")
        #expect(subject.replaced.map(\.shown) == ["{cadre: {role: [first_secretary, team_leader, member]}}"])
        #expect(subject.replaced.map(\.origin) == ["shanxi/2021-10-19-liuhua-shidaowei.yaml:12"])
    }

    @Test func `Items merge by id, whatever their order`() throws {
        let reading = try Reading(of: "shanxi")
        let node = try reading.provision("attendance/five-days-four-nights", on: "2023-08-01").node
        #expect(try node.value("nights").origin == "shanxi/2021-10-19-liuhua-shidaowei.yaml:15")
        #expect(try node.value("clause").origin == "shanxi/2023-07-11-zhenbang-shifu.yaml:12")
        #expect(try node.value("clause").replaced.map(\.shown) == ["一（五）"])
        #expect(try node.value("id").replaced.map(\.origin) == ["shanxi/2021-10-19-liuhua-shidaowei.yaml:9"])
    }

    @Test func `A list without ids replaces`() throws {
        let with = Self.edition("2024-01-01", "attendance:\n  - id: five-days-four-nights\n    evidence: [register]\n")
        let evidence = try Reading(of: "yingxian", with: with).provision(
            "attendance/five-days-four-nights", on: "2024-02-01"
        ).node.value("evidence")
        #expect(evidence.shown == "[register]")
        #expect(evidence.replaced.map(\.shown) == ["[app, device, register, log]"])
    }

    @Test func `What was replaced is kept, the newest first`() throws {
        let with = Self.edition("2024-01-01", "attendance:\n  - id: five-days-four-nights\n    nights: 3 of 7\n")
            .merging(Self.edition("2025-01-01", "attendance:\n  - id: five-days-four-nights\n    nights: 2 of 7\n")) {
                $1
            }
        let reading = try Reading(of: "yingxian", with: with)
        let nights = try reading.provision("attendance/five-days-four-nights", on: "2025-01-01").node.value("nights")
        #expect(nights.shown == "2 of 7")
        #expect(nights.replaced.map(\.shown) == ["3 of 7", "4 of 7"])
        #expect(
            try reading.provision("attendance/five-days-four-nights", on: "2024-12-31").node.value("nights").shown
                == "3 of 7")
        #expect(
            try reading.provision("attendance/five-days-four-nights", on: "2023-12-31").node.value("nights").shown
                == "4 of 7")
    }

    /// The county's word stands over the province's, even when the province speaks later.
    @Test func `A later edition of the parent does not replace the child's`() throws {
        let with = [
            "shanxi/2025-01-01-test.yaml": "edition: 2025-01-01\n" + Self.head
                + "attendance:\n  - id: five-days-four-nights\n    nights: 5 of 7\n"
        ].merging(Self.edition("2024-01-01", "attendance:\n  - id: five-days-four-nights\n    nights: 3 of 7\n")) { $1 }
        let nights = try Reading(of: "yingxian", with: with).provision(
            "attendance/five-days-four-nights", on: "2025-02-01"
        ).node.value("nights")
        #expect(nights.shown == "3 of 7")
        #expect(nights.replaced.map(\.shown) == ["5 of 7", "4 of 7"])
    }

    @Test func `A removed item is gone from that day on`() throws {
        let with = Self.edition("2024-01-01", "grading:\n  - id: star-grade\n    remove: true\n")
        let reading = try Reading(of: "yingxian", with: with)
        #expect(!reading.diagnostics.hasErrors, "\(reading.rendered())")
        #expect(try reading.provisions(on: "2023-12-31").contains("grading/star-grade"))
        #expect(try !reading.provisions(on: "2024-01-01").contains("grading/star-grade"))
        #expect(try reading.provisions(on: "2024-01-01").contains("grading/annual-civil-servants"))
    }

    @Test func `A removed item can be written anew`() throws {
        let item =
            "grading:\n  - id: star-grade\n    clause: 一\n    for: {cadre: all}\n    per: year\n    by: scoring.star-assessment\n"
        let with = Self.edition("2024-01-01", "grading:\n  - id: star-grade\n    remove: true\n")
            .merging(Self.edition("2025-01-01", item + "    grades: {合格: {at_least: 50}, 不合格: {}}\n")) { $1 }
        let reading = try Reading(of: "yingxian", with: with)
        let node = try reading.provision("grading/star-grade", on: "2025-01-01").node
        #expect(try node.value("grades").shown == "{合格: {at_least: 50}, 不合格: {}}")
        #expect(try node.value("grades").replaced.isEmpty)
    }

    @Test func `Defaults of a child stand over the parent's, and under its provisions`() throws {
        let reading = try Reading(
            of: "yingxian", with: Self.edition("2024-01-01", "defaults:\n  attendance:\n    radius: 2 km\n"))
        let radius = try reading.provision("attendance/five-days-four-nights", on: "2024-01-01").node.value("radius")
        #expect(radius.shown == "2 km")
        #expect(radius.replaced.map(\.shown) == ["1000 m"])
    }

    @Test func `A discretion is shown with its reason`() throws {
        let discretion = try Reading(of: "chongqing").provision("attendance/three-in-village", on: "2023-09-01")
            .discretion
        #expect(discretion.map(\.setting) == ["aspects", "evidence", "radius", "accuracy", "leave", "holidays"])
        #expect(discretion.first { $0.setting == "leave" }?.reason == "文件未规定请假如何折算")
    }
}

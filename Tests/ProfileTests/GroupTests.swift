internal import PolicyYAML
internal import Testing
internal import ZhucunKernel

/// Groups and added columns over several profiles.
struct GroupTests {
    private static let ground = [
        "china/profile.yaml": "profile: china\nname: 国\ntime_zone: Asia/Shanghai\n",
        "china/2000-01-01-words.yaml":
            "edition: 2000-01-01\nwords: {role: {member: {zh: 队员, en: member}, leader: {zh: 队长, en: leader}}}\n",
        "a/profile.yaml": "profile: a\nname: 甲\nextends: china\ndivision: \"110000\"\n",
        "a/2020-01-01-rules.yaml": """
        edition: 2020-01-01
        document: {number: 甲1, issuer: 甲}
        groups: {those: {cadre: {role: member}}}
        checklist: [{id: it, clause: 一, for: those, per: year, question: 问, by: x}]

        """,
        "b/profile.yaml": "profile: b\nname: 乙\nextends: a\ndivision: \"110101\"\n",
    ]

    /// A child's group takes the whole place of its parent's of the same name.
    @Test func `A group of the same name is replaced, not merged`() throws {
        let other = "edition: 2021-01-01\ngroups: {those: {cadre: {party_member: true}}}\n"
        let reading = try Reading(Self.ground.merging(["b/2021-01-01-groups.yaml": other]) { $1 }, of: "b")
        let groups = try #require(reading.policy?.snapshots.last?.root["groups"])
        #expect(groups.shown == "{those: {cadre: {party_member: true}}}")
    }

    @Test func `Two profiles cannot give a column two types`() throws {
        let columns = { (type: String) in "columns: {cadre: {home: {type: \(type), name: 户籍地}}}\n" }
        func codes(_ own: String, _ other: String) throws -> [String] {
            let profiles = [
                "a/profile.yaml": "profile: a\nname: 甲\nextends: china\ndivision: \"110000\"\n" + columns(own),
                "b/profile.yaml": "profile: b\nname: 乙\nextends: a\ndivision: \"110101\"\n" + columns(other),
            ]
            return try Reading(Self.ground.merging(profiles) { $1 }, of: "b").codes.filter { $0.hasPrefix("P25") }
        }
        #expect(try codes("division", "division") == [])
        #expect(try Set(codes("division", "text")) == ["P253"])
    }
}

internal import CivilTime
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel

/// The vocabulary of the shipped profiles.
struct WordTests {
    private static func words(_ code: String, with others: [String: String] = [:]) throws -> Words {
        try #require(Reading(of: code, with: others).policy?.snapshots.last).words
    }

    @Test func `A word is known by its key and by its Chinese name`() throws {
        let words = try Self.words("china")
        #expect(words.key(of: "first_secretary", in: "role") == "first_secretary")
        #expect(words.key(of: "第一书记", in: "role") == "first_secretary")
        #expect(words.key(of: "first secretary", in: "role") == nil)
        #expect(words.key(of: "第一书记", in: "office") == nil)
        #expect(words.key(of: "第一书记", in: "no such group") == nil)
    }

    @Test func `A word has a name in both languages`() throws {
        let words = try Self.words("china")
        #expect(words.title("county_office", in: "office") == Text("县驻村办", "county stationing office"))
        #expect(words.title("unheard_of", in: "office") == Text(same: "unheard_of"))
        for group in words.groupNames {
            let keys = words.names(in: group)
            #expect(!keys.isEmpty)
            #expect(Set(keys).count == keys.count)
            for key in keys {
                #expect(!words.title(key, in: group).zh.isEmpty && !words.title(key, in: group).en.isEmpty)
            }
        }
    }

    /// Two words of a group with one Chinese name would make records mean either.
    @Test func `No Chinese name stands for two words`() throws {
        let words = try Self.words("china")
        for group in words.groupNames where group != "takes_office" {
            for key in words.names(in: group) {
                #expect(words.key(of: words.title(key, in: group).zh, in: group) == key, "\(group).\(key)")
            }
        }
    }

    @Test func `What takes an office is an action or a part of one`() throws {
        let words = try Self.words("china")
        let actions = Set(words.names(in: "action") + words.names(in: "action_part"))
        #expect(actions.isSuperset(of: words.names(in: "takes_office")))
    }

    /// Else what it owes is on nobody's list.
    @Test func `Every office of the common ground has a bearer`() throws {
        let words = try #require(Reading(shipped: "china").policy?.snapshots.last).words
        #expect(Set(words.names(in: "bearer")) == Set(words.names(in: "office")))
    }

    @Test func `A county adds words of its own`() throws {
        let text = """
            edition: 2024-01-01
            words:
              role: {helper: 帮扶责任人, graduate: {zh: 大学生, en: college graduate}}

            """
        let others = ["yingxian/2024-01-01-test.yaml": text]
        let words = try Self.words("yingxian", with: others)
        #expect(words.names(in: "role").last == "helper")
        #expect(words.key(of: "帮扶责任人", in: "role") == "helper")
        #expect(words.title("helper", in: "role") == Text("帮扶责任人", "helper"))
        #expect(words.title("graduate", in: "role").zh == "大学生")
        #expect(try Self.words("shanxi", with: others).key(of: "helper", in: "role") == nil)
    }

    @Test func `The first title of a word stands in a union`() throws {
        let others = [
            "yingxian/2024-01-01-test.yaml": "edition: 2024-01-01\nwords:\n  role: {helper: 帮扶责任人, member: 成员}\n"
        ]
        let union = Words.union([try Self.words("shanxi"), try Self.words("yingxian", with: others)])
        #expect(union.title("member", in: "role").zh == "队员")
        #expect(union.title("helper", in: "role").zh == "帮扶责任人")
        #expect(Words.union([]).groupNames.isEmpty)
    }

    /// The first is shown; records and rules may use the others too.
    @Test func `A word has several Chinese names`() throws {
        let text = """
            edition: 2024-01-01
            words:
              role: {helper: [帮扶责任人, 帮扶人], guide: {zh: [领路人, 带头人], en: guide}}

            """
        let words = try Self.words("yingxian", with: ["yingxian/2024-01-01-test.yaml": text])
        #expect(
            ["帮扶责任人", "帮扶人", "领路人", "带头人"].map { words.key(of: $0, in: "role") } == [
                "helper", "helper", "guide", "guide",
            ])
        #expect(words.title("helper", in: "role").zh == "帮扶责任人")
        #expect(words.title("guide", in: "role") == Text("领路人", "guide"))
    }

    /// Records of its time are read after an edition has ended, by its words too.
    @Test func `Words of an edition that has ended are known to records`() throws {
        let text = """
            edition: 2024-01-01
            ends: 2024-12-31
            words:
              role: {helper: 帮扶责任人, member: 驻村队员}

            """
        let reading = try Reading(of: "yingxian", with: ["yingxian/2024-01-01-test.yaml": text])
        let policy = try #require(reading.policy)
        #expect(policy.snapshots.last?.words.key(of: "帮扶责任人", in: "role") == nil)
        let words = policy.recordWords
        #expect(words.key(of: "帮扶责任人", in: "role") == "helper")
        #expect(["队员", "驻村队员"].map { words.key(of: $0, in: "role") } == ["member", "member"])
        #expect(words.title("member", in: "role").zh == "队员")
    }
}

import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

@Suite struct PolicyTests {
    @Test func snapshotsFollowEachOther() throws {
        let shanxi = try policy("shanxi")
        #expect(
            shanxi.snapshots.map(\.days.first.description) == [
                "2000-01-01", "2000-01-02", "2000-01-03", "2021-10-19", "2023-07-11", "2024-01-01",
            ])
        #expect(shanxi.snapshots.last?.days.last == .distantFuture)
        for (earlier, later) in zip(shanxi.snapshots, shanxi.snapshots.dropFirst()) {
            #expect(earlier.days.last.advanced(by: 1) == later.days.first)
        }
        func version(_ day: String) -> String? { Day(day).flatMap { shanxi.snapshot(on: $0) }?.days.first.description }
        #expect(
            ["2021-10-18", "2021-10-19", "2023-07-10", "2023-07-11", "2030-01-01", "1999-12-31"].map(version) == [
                "2000-01-03", "2021-10-19", "2021-10-19", "2023-07-11", "2024-01-01", nil,
            ])
        #expect(shanxi.chain.map(\.code) == ["china", "shanxi"])
        #expect(shanxi.zone.name == "Asia/Shanghai")
    }

    @Test func provisionsAreFoundByTheirKey() throws {
        let snapshot = try #require(try policy("shanxi").snapshots.first { $0.days.first.description == "2023-07-11" })
        for provision in snapshot.provisions {
            #expect(snapshot.provision(provision.key)?.citation == provision.citation)
        }
        #expect(snapshot.provisions.map(\.key) == snapshot.provisions.map(\.key).sorted())
        #expect(snapshot.provision(ProvisionKey(section: "attendance", id: "month-score")) == nil)
        let nights = try #require(snapshot.provision(ProvisionKey(section: "attendance", id: "five-days-four-nights")))
        #expect(nights.name == "五天四夜")
        #expect(nights.per == .week)
        #expect(nights.edition.description == "2023-07-11")
        #expect(nights.asked.map(\.key).prefix(2) == ["days", "nights"])
        #expect(Set(snapshot.provisions.map(\.key)).isSubset(of: try policy("shanxi").keys))
    }

    @Test(arguments: [
        ("attendance/five-days-four-nights", "2023-W28", "2021-10-19"),
        ("attendance/five-days-four-nights", "2023-W29", "2023-07-11"),
        ("attendance/five-days-four-nights", "2021-W41", nil),
        ("scoring/quarter-score", "2023-Q3", "2021-10-19"), ("scoring/quarter-score", "2023-Q4", "2023-07-11"),
        ("scoring/month-score", "2023-07", nil), ("scoring/month-score", "2023-08", "2023-07-11"),
        ("consequences/off-post-first", "2023-07-01..2023-07-10", nil),
        ("consequences/off-post-first", "2023-07-01..2023-07-11", "2023-07-11"),
    ])
    func theEditionOfAUnit(key: String, unit: String, version: String?) throws {
        let parts = key.split(separator: "/").map(String.init)
        let found = try policy("shanxi").provision(
            ProvisionKey(section: parts[0], id: parts[1]), for: try #require(Period(unit)))
        #expect(found?.version.description == version)
    }

    @Test(arguments: [
        ("140622100201", "yingxian"), ("140423100201", "xiangyuan"), ("141028100201", "jixian"),
        ("141029100201", "linfen"), ("140100100201", "shanxi"),
        ("500101100201", "chongqing"), ("110101100201", nil),
    ])
    func theMostSpecificProfileOfADivision(code: String, profile: String?) {
        #expect(shippedStore.profile(forDivision: code)?.code == profile)
        #expect(shippedStore.profile(named: "linfan")?.code == "linfen")
    }

    // MARK: Words

    @Test func wordsHaveKeysAndNames() {
        let found = words(
            """
            role:
              member: {zh: 队员, en: member}
              township_captain: 驻乡镇队长
            level: {county: {zh: 县, en: county}}
            """)
        #expect(found.codes.isEmpty)
        let words = found.words
        #expect(words.key(of: "member", in: "role") == "member")
        #expect(words.key(of: "队员", in: "role") == "member")
        #expect(words.key(of: "Member", in: "role") == nil)
        #expect(words.key(of: "member", in: "level") == nil)
        #expect(words.title("township_captain", in: "role") == Text("驻乡镇队长", "township captain"))
        #expect(words.title("nobody", in: "role") == Text(same: "nobody"))
        #expect(words.names(in: "role") == ["member", "township_captain"])
        #expect(words.names(in: "none").isEmpty)
        #expect(words.groupNames == ["level", "role"])
        #expect(Words.none.groupNames.isEmpty)
    }

    @Test(arguments: [
        "role: 队员", "role: {member: {zh: 队员}}", "role: {member: []}",
        "role: {member: {zh: 队员, en: member, fr: membre}}",
    ])
    func otherShapesAreRefused(yaml: String) {
        #expect(words(yaml).codes == ["S101"])
    }

    @Test func aUnionKeepsTheFirstTitle() {
        let first = words("role: {member: 队员}").words
        let second = words("role: {member: 成员, leader: 队长}\nlevel: {county: 县}").words
        let union = Words.union([first, second])
        #expect(union.names(in: "role") == ["member", "leader"])
        #expect(union.title("member", in: "role").zh == "队员")
        #expect(union.names(in: "level") == ["county"])
        #expect(Words.union([]).groupNames.isEmpty)
    }
}

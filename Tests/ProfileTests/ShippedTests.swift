internal import CivilTime
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel

/// The profiles as they are shipped.
struct ShippedTests {
    @Test(arguments: Shipped.codes)
    func `Every shipped profile resolves over all its editions`(_ code: String) throws {
        let reading = try Reading(shipped: code)
        #expect(!reading.diagnostics.hasErrors, "\(reading.rendered())")
        #expect(reading.diagnostics.warningCount == 0)
        let policy = try #require(reading.policy)
        #expect(policy.zone.name == "Asia/Shanghai")
        #expect(policy.profile.code == code)
        for snapshot in policy.snapshots where code != "china" && snapshot.days.first.year > 2023 {
            #expect(!snapshot.provisions.isEmpty)
        }
    }

    @Test func `All profiles are listed`() throws {
        #expect(try Reading(shipped: "china").store.profiles.map(\.code) == Shipped.codes)
    }

    /// What a document is silent about is a note, not a mistake.
    @Test func `A gap in the routes of leave is a note`() throws {
        #expect(
            try Reading(of: "linfen").rendered() == #"""
                说明[L101]：中央、省、县、乡镇派出的干部请假 16 天以上，表中没有批准人
                  --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
                   |
                24 |     table:
                   |     ^^^^^

                共 0 处错误，0 处警告。
                """#)
        #expect(try Reading(of: "chongqing").rendered() == "共 0 处错误，0 处警告。")
    }

    @Test func `Editions stand in order, the outermost profile first`() throws {
        let policy = try #require(Reading(shipped: "jixian").policy)
        #expect(policy.chain.map(\.code) == ["china", "shanxi", "linfen", "jixian"])
        #expect(
            policy.editions.map(\.effective.description) == [
                "2000-01-01", "2000-01-02", "2000-01-03", "2000-01-01", "2021-10-19", "2023-07-11", "2018-07-05",
                "2018-07-31",
            ])
    }

    @Test func `Snapshots follow each other without a gap`() throws {
        let policy = try #require(Reading(shipped: "jixian").policy)
        #expect(
            policy.snapshots.map(\.days.first.description) == [
                "2000-01-01", "2000-01-02", "2000-01-03", "2018-07-05", "2018-07-31", "2021-10-19", "2023-07-11",
                "2024-01-01",
            ])
        for (earlier, later) in zip(policy.snapshots, policy.snapshots.dropFirst()) {
            #expect(later.days.first - earlier.days.last == 1)
        }
        let before = try #require(Day("1999-12-31"))
        #expect(policy.snapshot(on: before) == nil)
        #expect(policy.snapshots.last?.days.last == .distantFuture)
    }

    @Test func `A provision holds from its edition on`() throws {
        let reading = try Reading(shipped: "shanxi")
        #expect(try reading.provisions(on: "2021-10-18").isEmpty)
        #expect(try reading.provisions(on: "2021-10-19").contains("attendance/five-days-four-nights"))
        #expect(try !reading.provisions(on: "2023-07-10").contains("scoring/month-score"))
        #expect(try reading.provisions(on: "2023-07-11").contains("scoring/month-score"))
    }

    @Test func `The clause is that of the newest edition that speaks of it`() throws {
        let reading = try Reading(shipped: "shanxi")
        #expect(
            try reading.provision("attendance/five-days-four-nights", on: "2023-07-10").citation == "晋驻村办〔2021〕2号 一（五）")
        #expect(
            try reading.provision("attendance/five-days-four-nights", on: "2023-07-11").citation
                == "晋巩固衔接组〔2023〕6号 附件1 二（七）、附件1 四（四）、附件3 二（六）、附件3 三（三）")
    }

    @Test(arguments: [
        ("500101", "chongqing"), ("140622100201", "yingxian"), ("140423", "xiangyuan"), ("141028", "jixian"),
        ("141002", "linfen"),
        ("140105", "shanxi"), ("110000", ""),
    ])
    func `The most specific profile holds a village`(_ division: String, _ code: String) throws {
        #expect(try Reading(shipped: "china").store.profile(forDivision: division)?.code ?? "" == code)
    }

    @Test func `A profile is found by its alias`() throws {
        let store = try Reading(shipped: "china").store
        #expect(store.profile(named: "linfan")?.code == "linfen")
        #expect(store.profile(named: "lin") == nil)
    }
}

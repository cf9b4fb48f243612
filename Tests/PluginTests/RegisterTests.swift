import BuiltInPlugins
import Foundation
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// What documents order, and whether a profile carries it out.
@Suite struct RegisterTests {
    private static let register = """
        document: 测〔2018〕1号
        code: TS18
        name: {zh: 测试通知, en: a test}
        outline: [一, 二, 三]
        provisions:
          - {id: TS18-01, clause: 一, decided_by: records, subject: {zh: 队员, en: member}, text: {zh: 每月一次, en: once a month}}
          - {id: TS18-02, clause: [二, 三], decided_by: person, subject: {zh: 村, en: village}, text: {zh: 要干净, en: be clean}, conflict: {zh: 两处不同, en: two places differ}}
        """

    private func reading(
        _ register: String, orders: String = "TS18-01", use: ProfileStore.RegisterUse = .whole
    ) throws -> (policy: Policy?, store: ProfileStore, diagnostics: Diagnostics, text: String) {
        let folder = try ScratchFolder()
        try folder.write("profile: test\nname: 测试\ntime_zone: Asia/Shanghai\n", to: "Profiles/test/profile.yaml")
        try folder.write(
            """
            edition: 2018-01-01
            document: {number: 测〔2018〕1号, issuer: 测试}
            words: {activity: {study: 学习}}
            duties:
              - {id: study, orders: \(orders), clause: 一, for: {cadre: all}, per: month, records: {activity: {kind: study}}, at_least: 1}
            """, to: "Profiles/test/2018-01-01-rules.yaml")
        try folder.write(register, to: "Profiles/documents/TS18.yaml")
        let store = ProfileStore(directory: folder.path + "/Profiles", register: use)
        var diagnostics = store.diagnostics
        let policy = store.profile(named: "test").flatMap {
            Policy.resolve($0, in: store, plugins: registry, into: &diagnostics)
        }
        let text = DiagnosticRenderer(language: .zh).render(diagnostics).replacing(folder.path + "/", with: "")
        return (policy, store, diagnostics, text)
    }

    @Test func everyOrderIsHeldAgainstTheProfile() throws {
        let reading = try reading(RegisterTests.register)
        let policy = try #require(reading.policy)
        let coverage = policy.coverage(reading.store.register)
        #expect(coverage.map(\.document.code) == ["TS18"])
        #expect(coverage[0].orders.map(\.order.id) == ["TS18-01", "TS18-02"])
        #expect(coverage[0].orders.map { $0.provisions.map(\.key.description) } == [["duties/study"], []])
        #expect(coverage[0].orders.map(\.order.decidedBy) == [.records, .person])
        #expect(coverage[0].orders[1].order.clauses == ["二", "三"])
    }

    @Test func aConflictOfTheDocumentIsANote() throws {
        let reading = try reading(RegisterTests.register)
        #expect(!reading.diagnostics.hasErrors)
        #expect(reading.diagnostics.warningCount == 0)
        #expect(
            reading.text == #"""
                说明[P242]：文件本身：两处不同（TS18-02）
                 --> Profiles/documents/TS18.yaml:7:10
                  |
                7 |   - {id: TS18-02, clause: [二, 三], decided_by: person, subject: {zh: 村, en: village}, text: {zh: …
                  |          ^^^^^^^

                共 0 处错误，0 处警告。
                """#)
    }

    @Test func anOrderThatNoRegisterHasIsSaid() throws {
        let reading = try reading(RegisterTests.register, orders: "TS18-11")
        #expect(reading.diagnostics.all.filter { $0.severity == .error }.map(\.code) == ["P241"])
        #expect(reading.text.contains("是不是“TS18-01”？"))
    }

    @Test func anOrderThatNoRegisterHasIsSaidWhereNamesAreEnough() throws {
        #expect(
            try reading(RegisterTests.register, orders: "TS18-11", use: .names).text
                == reading(RegisterTests.register, orders: "TS18-11").text)
    }

    @Test func anOrderWrittenInAnotherWayIsFound() throws {
        // The test's register writes its orders within braces.
        #expect(try !reading(RegisterTests.register, use: .names).diagnostics.hasErrors)
    }

    @Test func whereNamesAreEnoughTheTextsAreNotRead() throws {
        let plain = RegisterTests.register.replacing("- {id: TS18-01, clause: 一, ", with: "- id: TS18-01\n    what: {")
        #expect(try reading(plain).diagnostics.hasErrors)
        let reading = try reading(plain, use: .names)
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.store.register.isEmpty)
    }

    @Test(arguments: [
        ("id: TS18-02", "id: TS18-01", "P2"), ("id: TS18-02", "id: XX18-02", "P240"),
        ("decided_by: person", "decided_by: nobody", "S108"),
        ("code: TS18\n", "", "S105"), ("text: {zh: 每月一次, en: once a month}", "text: 每月一次", "S101"),
        ("clause: 一,", "claus: 一,", "S106"), ("outline: [一, 二, 三]\n", "", "S105"), ("[一, 二, 三]", "[一, 二]", "P262"),
    ])
    func mistakesInARegisterAreSaid(old: String, new: String, code: String) throws {
        let reading = try reading(RegisterTests.register.replacing(old, with: new))
        #expect(
            reading.diagnostics.all.contains { $0.severity == .error && $0.code.hasPrefix(code) }, "\(reading.text)")
    }

    @Test func aClauseThatNobodyAccountsForIsSaid() throws {
        let reading = try reading(RegisterTests.register.replacing("[一, 二, 三]", with: "[一, 二, 二（一）, 三]"))
        #expect(!reading.diagnostics.hasErrors)
        #expect(
            reading.text.contains(
                """
                警告[P263]：条款“二（一）”没有交代：既没有要求，也没有写明不是要求
                 --> Profiles/documents/TS18.yaml:4:17
                """))
        let accounted =
            RegisterTests.register.replacing("[一, 二, 三]", with: "[一, 二, 二（一）, 三]")
            + "\nno_order: [{clause: 二（一）, because: {zh: 说明目的, en: an aim}}]"
        #expect(try self.reading(accounted).diagnostics.warningCount == 0)
    }

    @Test func aProvisionOfAClauseWithoutAnOrderIsSaid() throws {
        let aims =
            RegisterTests.register.replacing("TS18-01, clause: 一", with: "TS18-01, clause: 二")
            + "\nno_order: [{clause: 一, because: {zh: 说明目的, en: an aim}}]"
        let reading = try reading(aims)
        #expect(!reading.diagnostics.hasErrors)
        #expect(
            reading.text.contains("警告[P264]：登记册中 测〔2018〕1号 的“一”没有任何要求\n --> Profiles/test/2018-01-01-rules.yaml:5:"))
    }
}

import CivilTime
import PolicyYAML
import Testing
import ZhucunTesting

@testable import FactsImport
@testable import ZhucunKernel

/// What comes in, what is refused, and why.
@Suite struct PlanTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write("village,name,lat,lng\n140622100201,东村,39.5,113.3\n", to: "records/villages.csv")
        try folder.write("cadre,name\nC001,张三\nC002,李四\nC003,李四\n", to: "records/cadres.csv")
    }

    private static let words: Words = {
        var diagnostics = Diagnostics()
        let text = """
            source: {app: 手机打卡, device: 考勤设备}
            leave_type: {公出: {zh: [公出, 出差], en: errand}, 事假: 事假}
            leave_status: {approved: {zh: [已批准, 审批通过], en: approved}}
            role: {member: 队员}
            """
        let node = parseYAML(SourceFile(path: "words.yaml", bytes: Array(text.utf8)), into: &diagnostics)
        return Words(node, into: &diagnostics)
    }()

    private func plan(_ text: String, _ mapping: ImportMapping = ImportMapping(), as name: String? = nil) throws
        -> ImportPlan
    {
        let path = try folder.write(text.replacing("|", with: ","), to: "file.csv")
        let zone = try #require(CivilZone("Asia/Shanghai"))
        return Importing(
            kinds: kinds, words: Self.words, zone: zone, folder: folder.path + "/records", mapping: mapping,
            kind: name.map { kind($0) }
        ).plan([path])
    }

    private func content(_ plan: ImportPlan) -> String {
        plan.kinds.compactMap(\.content).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "---\n")
    }
    private func counts(_ plan: ImportPlan) -> [[Int]] { plan.kinds.map { [$0.new, $0.same, $0.changed, $0.refused] } }
    private func told(_ plan: ImportPlan) -> [String] {
        plan.problems.map { "\($0.place ?? "") \($0.code) \($0.value ?? "") → \($0.proposal ?? "")" }
    }

    @Test func leavesOfPeopleByName() throws {
        let text = "姓名|请假类型|开始时间|结束时间|审批结果\n张三|出差|2023-08-07 上午|2023/8/8 0:00|审批通过\n"
        let plan = try plan(text)
        #expect(told(plan) == [])
        #expect(
            content(plan).split(separator: "\n").last?.contains(",C001,公出,2023-08-07,2023-08-08,上午,approved") == true)
        #expect(counts(plan) == [[1, 0, 0, 0]])
        try folder.write(content(plan), to: "records/leaves.csv")
        #expect(counts(try self.plan(text)) == [[0, 1, 0, 0]])
        #expect(counts(try self.plan(text.replacing("2023/8/8", with: "2023/8/9"))) == [[0, 0, 1, 0]])
    }

    @Test func whoIsNotCertainIsNotGuessed() throws {
        let plan = try plan(
            "姓名|账号|日期|打卡时间|打卡状态\n李四|x|2023-08-01|08:55|正常\n张三|C002|2023-08-01|08:55|正常\n王五|y|2023-08-01|08:55|正常\n")
        #expect(told(plan) == ["2:2 R345 x 李四 → C002 / C003", "3:2 R345 C002 张三 → C001", "4:2 R345 y 王五 → "])
        var mapping = ImportMapping()
        mapping.values["cadre"] = ["x": "C003", "王五": "C002"]
        let mapped = try self.plan("姓名|账号|日期|打卡时间|打卡状态\n李四|x|2023-08-01|08:55|正常\n王五|y|2023-08-01|08:55|正常\n", mapping)
        #expect(told(mapped) == [])
        #expect(content(mapped) == "cadre,time,source\nC003,2023-08-01 08:55:00,app\nC002,2023-08-01 08:55:00,app\n")
    }

    @Test func damagedIdentifiersAreProposedNotRead() throws {
        let plan = try plan(
            "干部编号|村代码|职务|开始日期\nC001|1.40622E+11|队员|2023-07-01\nC001|'140622100201|队员|2023-07-01\nC001|140622100201 |队员|2023-07-01\n"
        )
        #expect(told(plan) == ["2:2 R315 1.40622E+11 → 140622100201", "3:2 R315 '140622100201 → 140622100201"])
        #expect(counts(plan) == [[1, 0, 0, 2]])
    }

    @Test func unknownWordsAndTwoMeaningsAreRefused() throws {
        let plan = try plan(
            "干部编号|请假类型|开始时间|结束时间|审批结果\nC001|外出|2023-08-01|2023-08-01|审批通过\nC001|事假|7/1/2023|2023-08-01|审批通过\nC001|事假|2023-08-05|2023-08-01|审批通过\n"
        )
        #expect(
            told(plan) == [
                "2:2 R325 外出 → values: {type: {外出: …}}", "3:3 R346 7/1/2023 → 2023-01-07 / 2023-07-01",
                "4:4 R316 2023-08-01 → ",
            ])
        var mapping = ImportMapping()
        mapping.values["type"] = ["外出": "公出"]
        #expect(
            counts(try self.plan("干部编号|请假类型|开始时间|结束时间|审批结果\nC001|外出|2023-08-01|2023-08-01|审批通过\n", mapping)) == [
                [1, 0, 0, 0]
            ])
    }

    @Test func columnsThatAFileLacksComeFromTheMapping() throws {
        let text = "工号|时刻\nC001|2023-08-01 8:55\n"
        var mapping = ImportMapping()
        mapping.columns[HeaderName.plain("时刻")] = "time"
        #expect(told(try plan(text, mapping, as: "checkin")) == ["2 R313  → --set source=…"])
        mapping.defaults["source"] = "考勤设备"
        #expect(
            content(try plan(text, mapping, as: "checkin")) == "cadre,time,source\nC001,2023-08-01 08:55:00,device\n")
        let again = try #require(parse(mapping.yaml))
        #expect(again == mapping)
    }

    private func parse(_ text: String) -> ImportMapping? {
        var diagnostics = Diagnostics()
        let node = parseYAML(SourceFile(path: "m.yaml", bytes: Array(text.utf8)), into: &diagnostics)
        return node.map { ImportMapping($0, into: &diagnostics) }
    }

    @Test func twoRowsOfOneFactThatDisagree() throws {
        let plan = try plan("工号|姓名|学历\nC009|赵六|本科\nC009|赵七|本科\n")
        #expect(told(plan) == ["3 R344  → "])
        #expect(counts(plan) == [[1, 0, 0, 1]])
    }

    @Test func nothingIsKnownOfAnotherTable() throws {
        let plan = try plan("甲|乙\n1|2\n")
        #expect(plan.hasUnreadFile)
        #expect(plan.problems.map(\.code) == ["R343"])
    }
}

import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

@testable import Facts

/// What is said of bad rows: the words, and the very place.
@Suite struct RecordImportTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let file: String
        /// The file with the place marked.
        let text: String
        let code: String
        let message: String
        var found: String?
        var help: [String] = []
        var testDescription: String { code + " " + message }
    }

    private static let leaves = "leave,cadre,type,from,to,status,approved_by,returned\n"
    private static let mistakes = [
        Mistake(
            file: "leaves.csv",
            text: leaves
                + "L1,⟪C9⟫,事假,2023-07-03,2023-07-04,approved,,\nL2,C1,事假,2023-07-05,2023-07-06,approved,,\nL3,C9,事假,2023-07-07,2023-07-08,approved,,\n",
            code: "R315", message: "“cadre”中的“C9”不存在，共 2 行", found: "C9"),
        Mistake(
            file: "leaves.csv", text: leaves + "L1,C1,事假,2023-07-05,⟪2023-07-03⟫,approved,,\n", code: "R316",
            message: "“to”早于“from”"),
        Mistake(
            file: "leaves.csv",
            text: leaves + "L1,C1,事假,2023-07-03,2023-07-04,approved,,\n⟪L1⟫,C1,事假,2023-07-05,2023-07-06,approved,,\n",
            code: "R317", message: "编号“L1”重复，第一次在第 2 行"),
        Mistake(
            file: "leaves.csv",
            text: leaves + "⟪⟫L1,C1,年休,2023-07-03,2023-07-04,approved,,\nL2,C1,年休,2023-08-03,2023-08-04,approved,,\n",
            code: "R325",
            message: "词表“leave_type”中没有“年休”（2 行），照原样保留", found: "年休",
            help: ["是不是“年休假”？", "确是新词就写进配置的 words.leave_type"]),
        Mistake(
            file: "leaves.csv", text: leaves + "L1,C1,事假,2023-07-03,2023-07-04,⟪aproved⟫,,\n", code: "R312",
            message: "“status”不能是“aproved”", found: "aproved", help: ["是不是“approved”？"]),
        Mistake(
            file: "leaves.csv", text: leaves + "L1,C1,事假,⟪7/3/2023⟫,2023-07-04,approved,,\n", code: "R312",
            message: "“from”不能是“7/3/2023”", found: "7/3/2023", help: ["可能是 2023-03-07 或 2023-07-03：写成其中一种"]),
        Mistake(
            file: "leaves.csv", text: leaves + "L1,C1,\"事假\",2023-07-03,2023-07-04,⟪\"批,准\"⟫,,\n", code: "R312",
            message: "“status”不能是“批,准”", found: "批,准"),
        Mistake(
            file: "leaves.csv", text: leaves + "L1,C1,事假,2023-07-03,2023-07-04,approved,,,⟪多⟫\n", code: "R314",
            message: "这一行有 9 个字段，比表头多"),
        Mistake(
            file: "leaves.csv", text: leaves + "L1,C1,事假,2023-07-03,⟪⟫,approved,,\n", code: "R313",
            message: "“to”（结束日期）是空的"),
        Mistake(
            file: "leaves.csv", text: "leave,cadre,type,from,to,status,⟪approver⟫,returned\n", code: "R306",
            message: "leaves.csv 没有“approver”这一列，不会读取", found: "approver"),
        Mistake(
            file: "leaves.csv", text: "leave,cadre,type,from,to,status,⟪审批者⟫\n", code: "R306",
            message: "leaves.csv 没有“审批者”这一列，不会读取", found: "审批者"),
        Mistake(file: "leaves.csv", text: "leave,cadre,type,from,to,status,⟪状态⟫\n", code: "R307", message: "列“状态”写了两次"),
        Mistake(file: "leaves.csv", text: "⟪⟫leave,cadre,type,from,to\n", code: "R308", message: "缺少列“status”（状态）"),
        Mistake(
            file: "leaves.csv",
            text: leaves + "⟪⟫L1,\"C1,事假,2023-07-03,2023-07-04,approved,,\nL2,C1,事假,2023-07-05,2023-07-06,approved,,\n",
            code: "R309",
            message: "引号没有闭合，直到文件结尾", help: ["从这一行起检查双引号；字段里的引号要写成两个"]),
        Mistake(
            file: "leaves.csv", text: leaves + "⟪⟫L1,\"C1\"x,事假,2023-07-03,2023-07-04,approved,,\n", code: "R310",
            message: "引号闭合后还有文字", help: ["字段里的引号要写成两个"]),
        Mistake(
            file: "checkins.csv", text: "cadre,time,lat,lng,accuracy_m,source\n⟪张三⟫,2023-07-03 08:00,,,,register\n",
            code: "R315", message: "“cadre”中的“张三”不存在", found: "张三"),
        Mistake(
            file: "incidents.csv", text: "incident,subject,date,kind,level,days\nI1,⟪X⟫,2023-07-03,off_post,,\n",
            code: "R315", message: "“subject”中的“X”不存在", found: "X"),
        Mistake(
            file: "villages.csv", text: "village,lat,lng\n140622100201,⟪39°x⟫,113.18\n", code: "R312",
            message: "“lat”不能是“39°x”", found: "39°x"),
    ]

    @Test(arguments: mistakes) func isSaidAtItsPlace(_ mistake: Mistake) throws {
        let marked = MarkedText(mistake.text)
        let small = try SmallFolder([mistake.file: marked.text])
        let all = try small.load().diagnostics.all
        let found = try #require(all.first { $0.code == mistake.code })
        #expect(found.message.zh == mistake.message)
        #expect(marked.isMarked(found.primary?.location) || (mistake.text.contains("⟪⟫") && hasPlace(marked, found)))
        #expect(found.primary?.location.path == small.folder.path + "/" + mistake.file)
        #expect(found.found?.zh == mistake.found)
        #expect(found.help.map(\.zh) == mistake.help)
        #expect(all.count { $0.severity == .error } >= (["R306", "R325"].contains(mistake.code) ? 0 : 1))
    }

    /// A place with nothing to mark: at least its line, and its column where a field is empty.
    private func hasPlace(_ marked: MarkedText, _ diagnostic: Diagnostic) -> Bool {
        guard let mark = marked.marks.first, let location = diagnostic.primary?.location else { return false }
        return location.line == mark.line && location.column == mark.column
    }

    @Test func isRenderedWhole() throws {
        let small = try SmallFolder(["leaves.csv": Self.leaves + "L1,C1,事假,2023-07-03,2023-07-04,己批准,,\n"])
        let diagnostics = try small.load().diagnostics
        #expect(
            DiagnosticRenderer(language: .zh).render(diagnostics) == """
                错误[R312]：“status”不能是“己批准”
                 --> \(small.folder.path)/leaves.csv:2:32
                  |
                2 | L1,C1,事假,2023-07-03,2023-07-04,己批准,,
                  |                                  ^^^^^^
                  |
                  = 应为：requested（已申请）、approved（已批准）、rejected（未批准）、cancelled（已撤销）、closed（已销假）
                  = 实为：己批准
                  = 建议：是不是“已批准”？

                共 1 处错误，0 处警告。
                """)
    }

    @Test func everyBadRowIsCountedAndGoodOnesStay() throws {
        let rows = (0..<20).map {
            "L\($0),\($0 % 2 == 0 ? "C1" : "C9"),事假,2023-07-0\($0 % 9 + 1),2023-07-\($0 % 5 == 0 ? "x" : "20"),approved,,\n"
        }
        let records = try SmallFolder(["leaves.csv": Self.leaves + rows.joined()]).load()
        let counts = try #require(records.counts.first { $0.file == "leaves.csv" })
        #expect(counts.rows == 20)
        #expect(counts.bad == 12)
        #expect(records.tables["leave"]?.count == 8)
        #expect(records.diagnostics.all.filter { $0.code == "R312" }.map(\.message.zh) == ["“to”不能是“2023-07-x”，共 4 行"])
        #expect(records.diagnostics.all.filter { $0.code == "R315" }.map(\.message.zh) == ["“cadre”中的“C9”不存在，共 10 行"])
    }

    @Test func oneTextUnknownInTwoColumnsIsSaidTwice() throws {
        let postings = "cadre,team,village,role,unit,from\nC1,X,140622100201,member,X,2023-01-01\n"
        let all = try SmallFolder(["postings.csv": postings]).load().diagnostics.all
        #expect(all.filter { $0.code == "R315" }.map(\.message.zh) == ["“team”中的“X”不存在", "“unit”中的“X”不存在"])
    }

    @Test func manyMistakesAreSummedUpByCause() throws {
        let rows = (0..<600).map {
            "L\($0),C1,事假,\($0 < 500 ? "x\($0)" : "'2023-07-0\($0 % 9 + 1)"),2023-07-20,approved,,\n"
        }
        let small = try SmallFolder(["leaves.csv": Self.leaves + rows.joined()])
        let path = small.folder.path + "/leaves.csv"
        #expect(
            try small.load().diagnostics.all.map { "\($0.code) \($0.message.zh)" } == [
                "R318 “\(path)”中“from”列还有 497 处同样的问题没有列出（R312）", "R318 “\(path)”中“from”列还有 66 处同样的问题没有列出（R312：前面有撇号）",
                "R312 “from”不能是“x0”", "R312 “from”不能是“x1”", "R312 “from”不能是“x2”", "R312 “from”不能是“'2023-07-06”，共 12 行",
                "R312 “from”不能是“'2023-07-07”，共 11 行",
                "R312 “from”不能是“'2023-07-08”，共 11 行",
            ])
        // Faults without a text of their own are told by row.
        let late = (0..<5).map { "L\($0),C1,事假,2023-07-09,2023-07-0\($0 + 1),approved,,\n" }
        let found = try SmallFolder(["leaves.csv": Self.leaves + late.joined()]).load().diagnostics.all
        #expect(found.map(\.code) == ["R318", "R316", "R316", "R316"])
        #expect(found.dropFirst().map { $0.primary?.location.line } == [2, 3, 4])
        #expect(found.dropFirst().map(\.record) == ["leave/L0", "leave/L1", "leave/L2"])
    }

    /// Dots between the parts of a date are told as such, in times too.
    @Test func datesWithDots() {
        #expect(Damage.of("2023.7.1", as: .day)?.meant == "2023-07-01")
        #expect(Damage.of("2023.07.01 20:15", as: .moment)?.meant == "2023-07-01 20:15")
        #expect(Damage.of("2023.7.1T20:15:00+08:00", as: .moment)?.meant == "2023-07-01T20:15:00+08:00")
        for text in ["20.15", "1.5 2", "2023.7 20:15"] { #expect(Damage.of(text, as: .moment) == nil, "\(text)") }
    }

    @Test func unnamedColumnsAreToldOnce() throws {
        let small = try SmallFolder([
            "leaves.csv": "leave,cadre,type,from,to" + String(repeating: ",", count: 5001) + "status"
                + String(repeating: ",", count: 9) + "\n"
        ])
        let all = try small.load().diagnostics.all
        #expect(all.map { "\($0.code) \($0.message.zh)" } == ["R306 有 5000 列没有列名，不会读取"])
        #expect(all.first?.primary?.location.column == 26)
        let many = try SmallFolder([
            "leaves.csv": "leave,cadre,type,from,to,status," + (1...50).map { "列\($0)" }.joined(separator: ",") + "\n"
        ])
        #expect(try many.load().diagnostics.all.map(\.code) == ["R318", "R306", "R306", "R306"])
    }

    @Test func whatIsWrongBetweenRowsAndFiles() throws {
        let small = try SmallFolder([
            "cadres.csv": "cadre,name\nC1,张三\nC2,李四\nT1,王五\n", "villages.csv": "village,name\n140622100201,村\n",
            "postings.csv":
                "cadre,village,role,from,to\nC1,140622100201,member,2023-01-01,2023-06-30\nC1,140622100201,member,2023-06-30,\nT1,140622100201,member,2023-01-01,\n",
            "leaves.csv": Self.leaves
                + "L1,C1,事假,2023-07-03,2023-07-05,approved,,\nL2,C1,事假,2023-07-05,2023-07-06,approved,,\n",
            "leave.csv": "a\n",
        ])
        let all = try small.load().diagnostics.all.map { "\($0.code) \($0.message.zh)" }
        #expect(
            Set(all) == [
                "R304 没有模块读取“leave.csv”", "R320 干部 C1 的两段派驻重叠：2023-01-01..2023-06-30 与 2023-06-30..",
                "R321 干部 C2 没有派驻记录，不会被评估",
                "R322 村 140622100201 没有经纬度，定位打卡无法核对", "R323 编号“T1”同时用于 cadre、team", "R324 干部 C1 的请假 L1 与 L2 重叠",
            ])
    }

    @Test func missingAndEmptyFiles() throws {
        let none = RecordFolder("/nowhere").records.load(
            [], ReadingOptions(words: chinaWords, zone: try #require(chinaZone)))
        #expect(none.diagnostics.all.map(\.code) == ["R301"])
        let folder = try ScratchFolder()
        try folder.write("", to: "cadres.csv")
        let codes = RecordFolder(folder.path).records.load(
            registry.kinds, ReadingOptions(words: chinaWords, zone: try #require(chinaZone))
        ).diagnostics.all.map(\.code)
        #expect(codes == ["R303", "R303", "R305"])
    }

    @Test func batchesOfAStreamedKindHoldEveryRowOnce() throws {
        let count = RecordBatch.size + 7
        let rows = (0..<count).map {
            "C1,2023-07-03 \(String($0 / 60 % 24 + 100).dropFirst()):\(String($0 % 60 + 100).dropFirst()),,,\($0),register\n"
        }
        let small = try SmallFolder(["checkins.csv": "cadre,time,lat,lng,accuracy_m,source\n" + rows.joined()])
        let (records, kept) = try small.load(into: KeptRows())
        #expect(kept.batches == [RecordBatch.size, 7])
        #expect(kept.rows.reduce(0) { $0 + $1[4] / 1_000_000 } == Int64(count * (count - 1) / 2))
        #expect(records.tables["checkin"]?.count == 0)
        #expect(records.tables["checkin"]?.isPresent == true)
        #expect(records.counts.first { $0.file == "checkins.csv" }?.rows == count)
    }
}

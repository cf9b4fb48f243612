import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Values that cannot be, each at its place, and the last that can.
@Suite struct ValueCheckTests {
    struct Value: Sendable, CustomTestStringConvertible {
        let file: String
        /// The file with the place marked, when something is wrong.
        let text: String
        var said: String?
        var expected: String?
        var help: [String] = []
        var testDescription: String { file + " " + (said ?? "good") + " " + text.suffix(40) }
    }

    private static let villages = "village,name,lat,lng,radius_m\n140622100201,村,"
    private static let checkIns = "cadre,time,lat,lng,accuracy_m,source\nC1,2023-07-03 08:00,"
    private static let polls = "subject,date,kind,satisfied,asked\nC1,2023-07-03,villagers,"
    private static let cases = "case,household,detected,identified,removed\nM1,H1,"
    private static let leaves = "leave,cadre,type,from,to,status,requested_on,approved_on,returned\nL1,C1,事假,"
    private static let nowhere = "0 多半是没有定到位：没有位置就空着"

    private static let values = [
        Value(
            file: "villages.csv", text: villages + "⟪113.18⟫,113.18,500\n", said: "R328 “lat”（纬度）不会是 113.18",
            expected: "3 到 54"),
        Value(
            file: "villages.csv", text: villages + "39.55,⟪39.55⟫,500\n", said: "R328 “lng”（经度）不会是 39.55",
            expected: "73 到 136"),
        Value(
            file: "villages.csv", text: villages + "⟪-39.55⟫,113.18,500\n", said: "R328 “lat”（纬度）不会是 -39.55",
            expected: "3 到 54"),
        Value(
            file: "villages.csv", text: villages + "⟪54.0000001⟫,113.18,500\n", said: "R328 “lat”（纬度）不会是 54.0000001",
            expected: "3 到 54"),
        Value(file: "villages.csv", text: villages + "54,136,50000\n"),
        Value(file: "villages.csv", text: villages + "3,73,1\n"),
        Value(
            file: "villages.csv", text: villages + "39.55,113.18,⟪50000.1⟫\n", said: "R328 “radius_m”（半径米）不会是 50000.1",
            expected: "1 到 50000"),
        Value(
            file: "villages.csv", text: "village,name\n⟪14062210020⟫,村\n", said: "R312 “village”不能是“14062210020”",
            expected: "12 位数字"),
        Value(
            file: "villages.csv", text: "village,name\n⟪1.40622E+11⟫,村\n", said: "R312 “village”不能是“1.40622E+11”",
            expected: "12 位数字",
            help: ["表格软件把长数字写成了科学记数法，后面的数字已经丢失：把这一列设为文本，从原处重新导出"]),
        Value(
            file: "checkins.csv", text: checkIns + "⟪0⟫,113.18,,app\n", said: "R328 “lat”（纬度）不会是 0", expected: "3 到 54",
            help: [nowhere]),
        Value(
            file: "checkins.csv", text: checkIns + "39.55,⟪0.000⟫,,app\n", said: "R328 “lng”（经度）不会是 0.000",
            expected: "73 到 136", help: [nowhere]),
        Value(file: "checkins.csv", text: checkIns + "39.55,113.18,,app\n"),
        Value(file: "checkins.csv", text: checkIns + ",,,app\n"),
        Value(file: "polls.csv", text: polls + "31,⟪30⟫\n", said: "R329 “satisfied”大于“asked”"),
        Value(file: "polls.csv", text: polls + "30,30\n"),
        Value(file: "cases.csv", text: cases + "2023-07-05,⟪2023-07-04⟫,\n", said: "R316 “identified”早于“detected”"),
        Value(file: "cases.csv", text: cases + "2023-07-05,2023-07-05,2023-07-05\n"),
        Value(file: "cases.csv", text: cases + ",2023-07-05,2023-07-06\n"),
        Value(
            file: "cases.csv", text: cases + "2023-07-05,2023-07-08,⟪2023-07-07⟫\n",
            said: "R316 “removed”早于“identified”"),
        Value(
            file: "leaves.csv", text: leaves + "2023-07-05,2023-07-06,closed,,,⟪2023-07-04⟫\n",
            said: "R316 “returned”早于“from”"),
        Value(
            file: "leaves.csv", text: leaves + "2023-07-05,2023-07-06,closed,2023-07-07,⟪2023-07-06⟫,\n",
            said: "R316 “approved_on”早于“requested_on”"),
        Value(file: "leaves.csv", text: leaves + "2023-07-05,2023-07-06,closed,2023-07-07,2023-07-07,2023-07-05\n"),
        Value(file: "leaves.csv", text: leaves + "2023.7.5,2023-07-06 ,closed,,,\n"),
        Value(
            file: "leaves.csv", text: leaves + "2023-07-05,⟪2023-07-36 ⟫,closed,,,\n",
            said: "R312 “to”不能是“2023-07-36 ”", expected: ColumnType.day.name.zh, help: ["前后有空白：去掉后是“2023-07-36”"]),
        Value(
            file: "leaves.csv", text: "leave,cadre,type,from,to,status\nL1,⟪'C1⟫,事假,2023-07-05,2023-07-06,closed\n",
            said: "R315 “cadre”中的“'C1”不存在",
            expected: "cadres.csv 中驻村干部的编号", help: ["前面有撇号，表格软件用它标明文字：去掉后是“C1”", "只能是“C1”"]),
        Value(
            file: "cadres.csv", text: "cadre,name\nC1,张三\n⟪C 2⟫,李四\n", said: "R312 “cadre”不能是“C 2”",
            expected: "编号（文字、数字和 - _ . ·）"),
        Value(
            file: "cadres.csv", text: "cadre,name\nC1,张三\n⟪C\u{202E}2⟫,李四\n", said: "R312 “cadre”不能是“C\u{202E}2”",
            expected: "编号（文字、数字和 - _ . ·）",
            help: ["有看不见的字符：去掉后是“C2”"]),
        Value(
            file: "cadres.csv", text: "cadre,name\nC1,张三\n⟪../x⟫,李四\n", said: "R312 “cadre”不能是“../x”",
            expected: "编号（文字、数字和 - _ . ·）"),
        Value(file: "teams.csv", text: "team,village\nT1,140622100201\n第2_队·a-b.c,140622100201\n"),
        Value(
            file: "divisions.csv", text: "division,name\n140622,应县\n140622100,镇\n⟪14062210⟫,镇\n",
            said: "R312 “division”不能是“14062210”", expected: "行政区划代码（2、4、6、9 或 12 位数字）"),
    ]

    @Test(arguments: values) func isTold(_ value: Value) throws {
        let marked = MarkedText(value.text)
        let small = try SmallFolder(["households.csv": "household,village\nH1,140622100201\n", value.file: marked.text])
        let problems = try small.load().diagnostics.all.filter {
            $0.severity == .error && $0.primary?.location.path.hasSuffix(value.file) == true
        }
        #expect(problems.map { "\($0.code) \($0.message.zh)" } == [value.said].compactMap(\.self))
        guard let found = problems.first else { return }
        #expect(marked.isMarked(found.primary?.location))
        #expect(found.expected?.zh == value.expected)
        #expect(found.help.map(\.zh) == value.help)
    }

    @Test func namesWithHiddenCharactersAreWarnedOf() throws {
        let names = "cadre,name\nC1,\"张\n三\"\nC2,李\u{202E}四\nC3,王五\n"
        let all = try SmallFolder(["cadres.csv": names]).load().diagnostics.all.filter { $0.code == "R330" }
        #expect(all.map(\.severity) == [.warning, .warning])
        #expect(all.map { $0.primary?.location.line } == [2, 4])
        #expect(all.first?.message.zh == "“name”（姓名）里有换行、控制字符或改变书写方向的字符")
    }

    @Test func nobodyIsPostedBeforeTheAgeOfSixteen() throws {
        func said(_ born: String) throws -> (String?, Int64?) {
            let records = try SmallFolder(["cadres.csv": "cadre,name,born\nC1,张三,\(born)\n"]).load()
            return (
                records.diagnostics.all.first { $0.code == "R332" }?.message.zh, records.tables["cadre"]?.columns[2][0]
            )
        }
        #expect(try said("2007-01-02") == ("干部 C1 派驻（2023-01-01）时不满 16 岁（2007-01-02 出生）", RecordTable.missing))
        #expect(try said("2023-01-02").0 == "干部 C1 派驻（2023-01-01）在出生（2023-01-02）之前")
        #expect(try said("2007-01-01") == (nil, 13514))
    }

    @Test func aVillageFarFromItsTownship() throws {
        let rows = [(201, "39.55"), (202, "39.56"), (203, "40.46"), (204, "40.44")].map {
            "140622100\($0.0),村,\($0.1),113.18\n"
        }
        let all = try SmallFolder(["villages.csv": "village,name,lat,lng\n" + rows.prefix(3).joined()]).load()
            .diagnostics.all.filter { $0.code == "R333" }
        #expect(all.map(\.message.zh) == ["村 140622100203 离本乡镇其他村的中心约 100 公里"])
        #expect(all.map { $0.primary?.location.line } == [4])
        let near = try SmallFolder([
            "villages.csv": "village,name,lat,lng\n" + (rows.prefix(2) + rows.suffix(1)).joined()
        ]).load()
        #expect(!near.diagnostics.all.contains { $0.code == "R333" })
    }

    @Test func mapsOfOtherDatums() throws {
        // The place of a GCJ-02 map, and of a BD-09 map, that is at 39.55, 113.18 of WGS-84.
        let rows = [
            "201,39.5511767,113.1869728,GCJ-02", "202,39.5572267,113.1934436,bd09", "203,39.55,113.18,WGS-84",
            "204,39.55,113.18,",
        ]
        let small = try SmallFolder([
            "villages.csv": "village,lat,lng,datum\n" + rows.map { "140622100\($0)\n" }.joined()
        ])
        let places = try small.load().world.villages.map { [$0.place?.lat ?? 0, $0.place?.lng ?? 0] }
        for place in places.prefix(2) {
            #expect(abs(place[0] - 395_500_000) < 100 && abs(place[1] - 1_131_800_000) < 100, "\(place)")
        }
        #expect(places.suffix(2) == [[395_500_000, 1_131_800_000], [395_500_000, 1_131_800_000]])
        let bad = try SmallFolder(["villages.csv": "village,lat,lng,datum\n140622100201,39.55,113.18,北京54\n"]).load()
            .diagnostics.all
        #expect(bad.first { $0.code == "R312" }?.expected?.zh == "坐标系：WGS-84、GCJ-02、BD-09")
    }

    @Test func halvesOfDays() throws {
        let rows = [
            "2023-07-05 上午,2023-07-06下午,,", "2023-07-05,2023-07-06,下午,am", "2023-07-05 pm,2023-07-06,PM,",
            "2023/7/5,2023年7月6日上午,,",
        ]
        let text =
            "leave,cadre,type,from,to,from_half,to_half,status\n"
            + rows.enumerated().map { "L\($0),C1,事假,\($1),approved\n" }.joined()
        let records = try SmallFolder(["leaves.csv": text]).load()
        let (table, columns) = (records.table(.leaves), Leaves.declared())
        let byName = Dictionary(
            uniqueKeysWithValues: (0..<table.count).map {
                (table[columns.leave, $0].map(records.symbols.text) ?? "", $0)
            })
        let halves = ["L0", "L1", "L2", "L3"].map { name in
            byName[name].map { [table[columns.fromHalf, $0], table[columns.toHalf, $0]] }
        }
        #expect(halves == [[.morning, .afternoon], [.afternoon, .morning], [.afternoon, nil], [nil, .morning]])
        #expect(
            (0..<4).allSatisfy {
                table[columns.from, $0] == Day("2023-07-05") && table[columns.to, $0] == Day("2023-07-06")
            })
        let two = try SmallFolder([
            "leaves.csv": "leave,cadre,type,from,to,from_half,status\nL1,C1,事假,2023-07-05 上午,2023-07-06,下午,approved\n"
        ]).load()
        #expect(two.diagnostics.all.map { "\($0.code) \($0.message.zh)" } == ["R327 “from_half”与日期后写的半天不同"])
    }

    @Test func aVillageOfAnotherMap() throws {
        func said(_ places: [(String, String)], _ cadres: [String] = ["C1", "C2"], radius: Int = 300) throws
            -> [Diagnostic]
        {
            let rows = places.enumerated().map {
                "\(cadres[$0 % cadres.count]),2023-07-03 08:\(10 + $0),\($1.0),\($1.1),,app\n"
            }
            return try SmallFolder([
                "villages.csv": "village,lat,lng,radius_m\n140622100201,39.5511767,113.1869728,\(radius)\n",
                "cadres.csv": "cadre\nC1\nC2\n",
                "postings.csv":
                    "cadre,village,role,from\nC1,140622100201,member,2023-01-01\nC2,140622100201,member,2023-01-01\n",
                "checkins.csv": "cadre,time,lat,lng,accuracy_m,source\n" + rows.joined(),
            ]).check().filter { $0.code == "R337" }
        }
        let shifted = (0..<6).map { ("39.550\($0)", "113.180\(5 - $0)") }
        let found = try said(shifted)
        #expect(
            found.map { "\($0.severity) \($0.message.zh)" } == [
                "warning 村 140622100201 的 6 次定位打卡（2 人）都在围栏外同一方向约 586 米处"
            ])
        #expect(found.map { $0.help.map(\.zh) } == [["经纬度像是 GCJ-02 的：在“datum”列写 GCJ-02"]])
        #expect(try said(shifted, ["C1"]).isEmpty, "one person may be elsewhere")
        #expect(try said(shifted, radius: 560).isEmpty, "some may be within the fence")
        #expect(try said(Array(shifted.dropLast()) + [("39.5511", "113.1869")]).isEmpty)
    }
}

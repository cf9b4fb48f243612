internal import Foundation
internal import Testing

/// The list of what is owed, as the program writes it.
@Suite struct DueTests {
    @Test func theListInChinese() throws {
        #expect(
            try DueCounty().output("due", "--as-of 2023-08-12") == """
                应办事项　2023-08-12（2023-07-01 起）
                政策配置　测试县（test）

                ■ 已超期（3 项）
                  2023-07-31  超期 12 天  本人 C2 李四        工作日志          1/4  测〔2018〕1号 二
                  2023-07-31  超期 12 天  驻村工作队 T1 甲村  走访监测户    H4  0/1  测〔2018〕1号 一（二）
                  2023-08-05  超期 7 天   乡镇 140622101      到岗情况报告      0/1  测〔2018〕1号 四

                ■ 今天到期（1 项）
                  2023-08-12  今天  县驻村办 140622 应县  个案认定  K1  未办  测〔2018〕1号 五

                ■ 未到期（10 项，并为 7 行）
                  2023-08-15  还有 3 天    驻村工作队 T1 甲村        走访监测户    农户 4：H1、H2、H3 …  0/4   测〔2018〕1号 一（二）
                  2023-08-31  还有 19 天   本人 C1 张三              工作日志                            1/4   测〔2018〕1号 二
                  2023-08-31  还有 19 天   本人 C2 李四              工作日志                            0/4   测〔2018〕1号 二
                  2023-09-05  还有 24 天   乡镇 140622100            到岗情况报告                        0/1   测〔2018〕1号 四
                  2023-09-05  还有 24 天   乡镇 140622101            到岗情况报告                        0/1   测〔2018〕1号 四
                  2023-09-30  还有 49 天   村委会 140622100201 甲村  公示                                未办  测〔2018〕1号 六、七
                  2023-12-31  还有 141 天  派出单位 U1 县林业局      负责同志到村                        1/2   测〔2018〕1号 三

                """)
    }

    @Test func theListInEnglish() throws {
        #expect(
            try DueCounty().output("due", "--as-of 2023-08-12 --for C1 --language en") == """
                What is owed on 2023-08-12 (from 2023-07-01)
                Profile: Test county (test)
                For: cadre C1 张三, with what the cadre's team T1 owes

                ■ overdue (1)
                  2023-07-31  12 days over  team T1 甲村  走访监测户  H4  0/1  测〔2018〕1号 一（二）

                ■ not yet due (5 in 2 lines)
                  2023-08-15  3 days left   team T1 甲村       走访监测户  4 households: H1, H2, H3 …  0/4  测〔2018〕1号 一（二）
                  2023-08-31  19 days left  the cadre C1 张三  工作日志                                1/4  测〔2018〕1号 二

                """)
    }

    /// Whose list it is, and what stands on it.
    @Test(arguments: [
        ("C2", ["overdue 2023-07-31 C2 duties/log C2", "open 2023-08-31 C2 duties/log C2"]),
        ("team:T2", []),
        (
            "T1",
            ["overdue 2023-07-31 T1 duties/visit H4"]
                + ["H1", "H2", "H3", "H4"].map { "open 2023-08-15 T1 duties/visit \($0)" }
        ),
        ("unit:U1", ["open 2023-12-31 U1 duties/head-visit U1"]),
        (
            "140622101",
            [
                "overdue 2023-08-05 140622101 duties/report 140622101",
                "open 2023-09-05 140622101 duties/report 140622101",
            ]
        ),
        ("division:140622", ["today 2023-08-12 140622 deadlines/identified K1"]),
        ("village:140622100201", ["open 2023-09-30 140622100201 checklist/published 140622100201"]),
        ("household:H4", ["overdue 2023-07-31 T1 duties/visit H4", "open 2023-08-15 T1 duties/visit H4"]),
    ])
    func whatOnePartyOwes(party: String, items: [String]) throws {
        #expect(try DueCounty().items("--as-of 2023-08-12 --for \(party)") == items)
    }

    /// What is due on the day is open until it is over; what happened later is not known.
    @Test(arguments: [
        (
            "2023-07-28",
            [
                "open 2023-08-04 140622 deadlines/identified K2", "open 2023-08-04 140622 deadlines/identified K3",
                "open 2023-08-12 140622 deadlines/identified K1",
            ]
        ),
        (
            "2023-08-11",
            ["overdue 2023-08-04 140622 deadlines/identified K2", "open 2023-08-12 140622 deadlines/identified K1"]
        ),
        ("2023-08-12", ["today 2023-08-12 140622 deadlines/identified K1"]),
        ("2023-08-13", ["overdue 2023-08-12 140622 deadlines/identified K1"]),
    ])
    func aroundTheDay(asOf: String, items: [String]) throws {
        #expect(try DueCounty().items("--as-of \(asOf) --provision identified --since 2023-07-26") == items)
    }

    /// A visit counts from the day on which it was made; its half-month is over on the day after its last.
    @Test(arguments: [
        (
            "2023-07-19",
            ["H1", "H2", "H3", "H4"].map { "open 2023-07-31 T1 duties/visit \($0)" } + [
                "open 2023-07-31 T2 duties/visit H6"
            ]
        ),
        ("2023-07-31", ["today 2023-07-31 T1 duties/visit H4"]),
        (
            "2023-08-11",
            ["overdue 2023-07-31 T1 duties/visit H4"]
                + ["H1", "H2", "H3", "H4"].map { "open 2023-08-15 T1 duties/visit \($0)" } + [
                    "open 2023-08-15 T2 duties/visit H6"
                ]
        ),
        (
            "2023-08-16",
            ["overdue 2023-07-31 T1 duties/visit H4"]
                + ["H1", "H2", "H3", "H4"].map { "overdue 2023-08-15 T1 duties/visit \($0)" }
                + ["H1", "H2", "H3", "H4"].map { "open 2023-08-31 T1 duties/visit \($0)" } + [
                    "open 2023-08-31 T2 duties/visit H6"
                ]
        ),
    ])
    func aroundTheHalfMonth(asOf: String, items: [String]) throws {
        #expect(try DueCounty().items("--as-of \(asOf) --provision duties/visit") == items)
    }

    /// A report of June is due in July: it is listed though June lies before the quarter.
    @Test func whatIsDueAfterItsUnit() throws {
        let early = try DueCounty().items("--as-of 2023-07-03 --provision report")
        #expect(
            early == [
                "open 2023-07-05 140622100 duties/report 140622100",
                "open 2023-07-05 140622101 duties/report 140622101",
                "open 2023-08-05 140622100 duties/report 140622100",
                "open 2023-08-05 140622101 duties/report 140622101",
            ])
        // On the 5th one has been handed in the day before, the other on the day itself.
        #expect(
            try DueCounty().items("--as-of 2023-07-04 --provision report").first
                == "open 2023-07-05 140622101 duties/report 140622101")
        #expect(
            try DueCounty().items("--as-of 2023-07-05 --provision report").first
                == "open 2023-08-05 140622100 duties/report 140622100")
        // What fell due before the days that are looked at is left out.
        #expect(
            try DueCounty().items("--as-of 2023-07-07 --since 2023-07-06 --provision report").allSatisfy {
                $0.hasPrefix("open 2023-08-05")
            })
    }

    @Test func unitsThatHaveNotBegun() throws {
        let ahead = try DueCounty().items(
            "--as-of 2023-08-12 --until 2023-09-01 --provision visit --division 140622101")
        #expect(ahead == ["open 2023-08-31 T2 duties/visit H6", "open 2023-09-15 T2 duties/visit H6"])
        let later = try DueCounty().items(
            "--as-of 2023-08-12 --until 2023-08-31 --provision visit --division 140622101")
        #expect(later == ["open 2023-08-31 T2 duties/visit H6"])
    }

    /// Of the days to come nobody can have kept records; that does not hide what is owed in them.
    @Test func recordsThatAreKeptUpToYesterday() throws {
        let kept = "kind,division,from,to\nactivity,140622,2023-01-01,2023-08-11\n"
        #expect(
            try DueCounty(changing: ["coverage.csv": kept]).items("--as-of 2023-08-12 --for T1 --until 2023-08-31")
                .count == 9)
        let gap = "kind,division,from,to\nactivity,140622,2023-01-01,2023-08-10\n"
        #expect(
            try DueCounty(changing: ["coverage.csv": gap]).items("--as-of 2023-08-12 --for T1") == [
                "overdue 2023-07-31 T1 duties/visit H4"
            ])
    }

    @Test func whatTheRecordsDoNotSayIsSaid() throws {
        let text = try DueCounty(changing: ["activities.csv": nil]).output(
            "due", "--as-of 2023-08-12 --division 140622100")
        #expect(
            text == """
                应办事项　2023-08-12（2023-07-01 起）
                政策配置　测试县（test）

                ■ 今天到期（1 项）
                  2023-08-12  今天  县驻村办 140622 应县  个案认定  K1  未办  测〔2018〕1号 五

                ■ 未到期（1 项）
                  2023-09-30  还有 49 天  村委会 140622100201 甲村  公示  未办  测〔2018〕1号 六、七

                因记录不全、不知是否已办的：
                  负责同志到村  派出单位 1  没有保存活动记录
                  工作日志      驻村干部 1  没有保存活动记录
                  到岗情况报告  行政区 1    没有保存活动记录
                  走访监测户    农户 4      没有保存活动记录

                """)
    }

    /// What is to be done each week is due at the end of the first week that is open; of those over, so many were done.
    @Test func whatIsDueEachWeek() throws {
        let rules =
            "duties:\n  - {id: log, clause: 一, for: {cadre: all}, per: month, every: week, records: {activity: {kind: work_log}}, at_least: 1, owed_by: self}"
        let text = try DueCounty(rules: rules).output("due", "--as-of 2023-08-12 --since 2023-08-01")
        #expect(
            text == """
                应办事项　2023-08-12（2023-08-01 起）
                政策配置　测试县（test）

                ■ 未到期（2 项）
                  2023-08-13  还有 1 天  本人 C1 张三  log  未办  测〔2018〕1号 一
                  2023-08-13  还有 1 天  本人 C2 李四  log  未办  测〔2018〕1号 一

                """)
        // The week of 31 July is August's; nobody wrote in the next.
        let later = try DueCounty(rules: rules).output("due", "--as-of 2023-08-14 --since 2023-08-01")
        #expect(later.contains("  2023-08-20  还有 6 天  本人 C1 张三  log  1/2  "))
    }

    @Test func nothingOwedIsSaid() throws {
        let text = try DueCounty().output("due", "--as-of 2023-08-12 --for T2 --language en")
        #expect(text.hasSuffix("\nNothing is owed.\n"))
    }

    @Test func ordersAreByDayThenByWhoThenByWhat() throws {
        let items = try DueCounty().items("--as-of 2023-08-12")
        let keys = items.map { item in item.split(separator: " ").map(String.init) }
        #expect(keys.map { $0[1] } == keys.map { $0[1] }.sorted())
        #expect(items.count == 14)
        let same = try DueCounty(changing: [
            "activities.csv": DueCounty.files["activities.csv"].map { text in
                let lines = text.split(separator: "\n")
                return (lines.prefix(1) + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
            }
        ]).items("--as-of 2023-08-12 --jobs 1")
        #expect(same == items)
    }

    @Test func theSchemaAndTheListSayTheSame() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../docs/schemas/due.schema.json")
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: root)) as? [String: Any])
        var check = SchemaCheck(root: schema)
        for (county, options) in [
            (try DueCounty(), "--for C1"), (try DueCounty(changing: ["activities.csv": nil]), "--until 2023-10-01"),
        ] {
            check.check(
                try JSONSerialization.jsonObject(
                    with: Data(county.output("due", "--as-of 2023-08-12 --format json \(options)").utf8)), schema,
                at: "#")
        }
        #expect(check.problems.prefix(5).isEmpty)
        #expect(SchemaCheck.properties(of: schema, at: "#").subtracting(check.seen).sorted() == [])
    }

    @Test(arguments: [
        ("--as-of 2023-02-30", "[U701]", "2023-02-30"),
        ("--as-of 2023-08-12 --since 2023-08-13", "[U705]", "--since 2023-08-13 在 --as-of 2023-08-12 之后"),
        ("--as-of 2023-08-12 --until 2023-08-11", "[U705]", "--until"),
        ("--as-of 2023-08-12 --for T11", "[A607]", "是不是“T1”"),
        ("--as-of 2023-08-12 --for tem:T1", "[U701]", "是不是“team”"),
        ("--as-of 2023-08-12 --for cadre:T1", "[U706]", "“T1”不是驻村干部"),
        ("--as-of 2023-08-12 --division 14062210", "[A612]", "是不是“140622100”"),
        ("--as-of 2023-08-12 --provision visits", "[A609]", "是不是“visit”"),
        ("--as-of 2023-08-12 --format icl", "[U701]", "是不是“ics”"),
    ])
    func wrongInput(options: String, code: String, says: String) throws {
        let result = try DueCounty().run("due", options)
        #expect(result.code == 64)
        #expect(result.output.isEmpty)
        #expect(result.error.contains(code) && result.error.contains(says), "\(result.error)")
    }
}

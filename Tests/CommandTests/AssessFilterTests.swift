internal import Foundation
internal import Testing

/// What is shown of what was found.
@Suite struct AssessFilterTests {
    @Test func whichHouseholdsHadNoVisit() throws {
        let text = try DueCounty().output(
            "assess", "--period 2023-07-16..2023-07-31 --division 140622100 --provision visit --verdict breached")
        #expect(
            text == """
                驻村帮扶评估　2023-07-16 至 2023-07-31（2023-07-16 至 2023-07-31）
                政策配置　测试县（test）
                  依据　测〔2018〕1号，2018-01-01 起施行
                仅列　行政区 乡镇 140622100，条款 visit，结论 不符合

                ━━ 应县 140622

                ■ 走访监测户　[duties/visit]　每半月
                  依据　测〔2018〕1号 一（二）
                  不符合 1
                    H4  甲村  7月下半月  不符合  应完成次数 1，完成次数 0  应于 2023-07-31 前完成

                处理建议由有关单位决定，本报告不执行任何处理。

                """)
    }

    @Test func whichCasesArePastTheirDays() throws {
        let text = try DueCounty().output(
            "assess", "--as-of 2023-08-13 --provision identified --verdict breached --language en")
        #expect(
            text == """
                Assessment of 2023-08 (2023-08-01 to 2023-08-31)
                As of 2023-08-13
                Profile: Test county (test)
                  under 测〔2018〕1号, in force from 2018-01-01
                Only: provision identified, verdict breached

                ━━ 应县 140622

                ■ 个案认定　[deadlines/identified]
                  under 测〔2018〕1号 五
                  2 breached
                    K1  甲村  2023-08  breached  days overdue 1 day  from 2023-07-28, due on 2023-08-12, not done
                    K2  甲村  2023-08  breached  days taken 23 days  from 2023-07-20, due on 2023-08-04, done on 2023-08-12

                Actions are proposals: the offices named decide, nothing is executed.

                """)
        // On the last day in time it is not past.
        let before = try DueCounty().output(
            "assess", "--as-of 2023-08-12 --provision identified --verdict breached --division 140622")
        #expect(!before.contains("K1"))
    }

    /// Every combination says what it left out by listing the rest.
    @Test(arguments: [
        ("--verdict breached --kind household,division", ["140622101 2023-07", "H4 2023-07-H2"]),
        ("--verdict breached --kind household division --division 140622101", ["140622101 2023-07"]),
        ("--verdict 不符合 --kind unit", []), ("--kind unit --division 140622100201", ["U1 2023-H2"]),
        ("--kind division", ["140622100 2023-07", "140622100 2023-08", "140622101 2023-07", "140622101 2023-08"]),
        ("--kind cadre --subject C2", ["C2 2023-07", "C2 2023-08"]),
        ("--provision head-visit,published --kind village", ["140622100201 2023-Q3", "140622101201 2023-Q3"]),
        ("--provision deadlines/identified", ["K1 2023-H2", "K2 2023-H2", "K3 2023-H2"]),
    ])
    func filtersAreCombined(options: String, found: [String]) throws {
        let county = try DueCounty()
        let lines = try county.output(
            "assess", "--period 2023-H2 --as-of 2023-08-12 \(options) --language en --format csv"
        ).split(
            separator: "\r\n"
        ).dropFirst()
        let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }.map { "\($0[4]) \($0[8])" }
        #expect(rows.sorted() == found.sorted())
        // The text names the same, each on a line of its own.
        let text = try county.output("assess", "--period 2023-H2 --as-of 2023-08-12 \(options) --language en")
        let shown = text.split(separator: "\n").filter { $0.hasPrefix("    ") }
        #expect(shown.count == found.count)
        for item in found {
            #expect(
                shown.contains {
                    $0.contains("    \(item.split(separator: " ")[0]) ") && $0.contains(item.split(separator: " ")[1])
                }, "\(item)")
        }
        #expect(text.contains("No finding is of that kind.") == found.isEmpty)
    }

    /// Beyond the fifteen that a report without filters lists.
    @Test func nothingIsCutOff() throws {
        let households = (1...400).map { "H\($0),140622100201,unstable\n" }.joined()
        let county = try DueCounty(changing: [
            "households.csv": "household,village,classes\n" + households, "cases.csv": nil,
            "activities.csv": "activity,kind,date,period,subject,actors\nA1,household_visit,2023-07-20,,H7,\n",
        ])
        let text = try county.output("assess", "--period 2023-07 --provision visit --verdict breached")
        #expect(text.split(separator: "\n").count { $0.hasPrefix("    H") } == 799)
        let all = try county.output("assess", "--period 2023-07")
        #expect(all.contains("另 385 个"))
    }

    /// The report has its ordinary form and says what it is of.
    @Test func onlySectionsThatAreAskedFor() throws {
        let county = try DueCounty()
        let text = try county.output(
            "assess", "--period 2023-Q3 --as-of 2023-08-12 --section checklist,deadlines --language en")
        #expect(text.contains("\nOnly these sections are assessed: checklist, deadlines\n\n━━ 应县 140622: "))
        #expect(
            text.contains("[checklist/published]") && text.contains("[deadlines/identified]")
                && !text.contains("[duties/"))
        let page = try county.output(
            "assess", "--period 2023-Q3 --as-of 2023-08-12 --section checklist deadlines --format html")
        #expect(page.contains("<p>只评估：人工核查（checklist）、") && !page.contains("工作日志"))
        let json = try #require(
            JSONSerialization.jsonObject(
                with: Data(county.output("assess", "--period 2023-Q3 --section deadlines,checklist --format json").utf8)
            ) as? [String: Any])
        #expect(json["sections"] as? [String] == ["checklist", "deadlines"])
    }

    /// What a section leaves uncounted a provision's own name lists.
    @Test func sectionsAndProvisionsTogetherAreAList() throws {
        let text = try DueCounty().output(
            "assess", "--period 2023-Q3 --as-of 2023-08-12 --section checklist --provision visit")
        #expect(text.contains("仅列　部分 人工核查（checklist），条款 visit\n") && !text.contains("只评估"))
        #expect(
            text.contains("[checklist/published]") && text.contains("[duties/visit]") && !text.contains("[duties/log]"))
        #expect(text.contains("    H1  甲村"))
    }

    @Test func divisionsShowTheirLevelAndCode() throws {
        let county = try DueCounty()
        let text = try county.output("assess", "--period 2023-07 --as-of 2023-08-12 --provision report")
        #expect(
            text.contains(
                "    140622100  乡镇  7月  符合    应完成次数 1，完成次数 1\n    140622101  乡镇  7月  不符合  应完成次数 1，完成次数 0  应于 2023-08-05 前完成\n"
            ))
        let json = try #require(
            JSONSerialization.jsonObject(
                with: Data(
                    county.output("assess", "--period 2023-07 --as-of 2023-08-12 --provision report --format json").utf8
                )) as? [String: Any])
        let subjects =
            (json["counties"] as? [[String: Any]])?.flatMap { $0["subjects"] as? [[String: Any]] ?? [] } ?? []
        #expect(subjects.map { $0["level"] as? String } == ["township", "township"])
        #expect(subjects.map { $0["township"] as? String } == ["140622100", "140622101"])
    }

    @Test func theJSONSaysWhatIsOwedAndWhen() throws {
        let json = try #require(
            JSONSerialization.jsonObject(
                with: Data(
                    DueCounty().output(
                        "assess", "--as-of 2023-07-31 --provision visit --kind household --subject H4 --format json"
                    ).utf8)) as? [String: Any])
        #expect(json["as_of"] as? String == "2023-07-31")
        #expect((json["period"] as? [String: Any])?["name"] as? String == "2023-07")
        let subjects =
            (json["counties"] as? [[String: Any]])?.flatMap { $0["subjects"] as? [[String: Any]] ?? [] } ?? []
        let outcomes = subjects.flatMap { $0["outcomes"] as? [[String: Any]] ?? [] }
        #expect(outcomes.map { $0["verdict"] as? String } == ["met", "not_applicable"])
        let owed = outcomes.compactMap { $0["owed"] as? [String: Any] }
        #expect(owed.map { $0["due"] as? String } == ["2023-07-15", "2023-07-31"])
        #expect(owed.map { $0["done"] as? Bool } == [true, false])
        #expect(owed.allSatisfy { $0["by"] as? String == "team" })
    }

    /// Only what is asked for is judged: what would stop another provision does not matter to it.
    @Test func thePageSaysWhatItIsOf() throws {
        let page = try DueCounty().output(
            "assess", "--as-of 2023-07-31 --provision visit --division 140622101 --format html")
        #expect(page.contains("截至 2023-07-31") && page.contains("仅列：行政区 乡镇 140622101，条款 visit"))
        #expect(page.contains("H6") && !page.contains("H4") && !page.contains("工作日志"))
    }

    @Test(arguments: [
        ("", "[U703]", "--period 2023-Q3"), ("--period 2023-07 --kind hosehold", "[U701]", "是不是“household”"),
        ("--period 2023-07 --verdict breach", "[U701]", "是不是“breached”"),
        ("--period 2023-07 --division 14062210", "[A612]", "是不是“140622100”"),
        ("--period 2023-07 --division 999999", "[A612]", "140000、140600、140622、140622100、140622101"),
        ("--period 2023-07 --provision visits", "[A609]", "是不是“visit”"),
        ("--period 2023-07 --provision duties/visits", "[A609]", "是不是“duties/visit”"),
        ("--as-of 2023-7-40", "[U701]", "2023-7-40"),
        ("--as-of 2023-07-01 --period 2023-08", "[U704]", "2023-08-01 或以后"),
        ("--period 2023-07 --subject C11", "[A607]", "是不是“C1”"),
        ("--period 2023-07 --section checklists", "[A613]", "是不是“checklist”"),
        ("--period 2023-07 --section attendance", "[A613]", "checklist、deadlines、duties"),
    ])
    func wrongInput(options: String, code: String, says: String) throws {
        let result = try DueCounty().run("assess", options)
        #expect(result.code == 64)
        #expect(result.output.isEmpty)
        #expect(result.error.contains(code) && result.error.contains(says), "\(result.error)")
    }
}

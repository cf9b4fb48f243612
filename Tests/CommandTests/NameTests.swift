internal import Foundation
internal import Testing
internal import ZhucunTesting

/// Names do where codes do, and places are told by their names.
@Suite struct NameTests {
    private func run(_ words: String, _ county: ScratchFolder) throws -> Program.Result {
        try Program.run(words.replacing("HERE", with: county.path + "/records"))
    }

    @Test(arguments: [
        (
            "assess --profile 应县 --period 2023年第30周 --records HERE --subject 张三 --section 考勤",
            "assess --profile yingxian --period 2023-W30 --records HERE --subject C1 --section attendance"
        ),
        (
            "assess --profile 山西省 --period 2023年7月 --records HERE --division 应县 --provision 五天四夜",
            "assess --profile shanxi --period 2023-07 --records HERE --division 140622 --provision five-days-four-nights"
        ),
        (
            "explain --profile 山西省 --period 2023年第3季度 --records HERE --subject 张三",
            "explain --profile shanxi --period 2023-Q3 --records HERE --subject C1"
        ),
        (
            "due --profile 应县 --as-of 2023-07-26 --records HERE",
            "due --profile yingxian --as-of 2023-07-26 --records HERE"
        ),
    ])
    func namesAreAsGoodAsCodes(names: String, codes: String) throws {
        let county = try Program.county()
        let (named, coded) = (try run(names, county), try run(codes, county))
        #expect(named.code == 0, "\(named.error)")
        #expect(!named.output.isEmpty)
        // What was asked for stands in the head as it was asked.
        #expect(
            named.output.replacing("五天四夜", with: "").filter { $0 != " " }
                == coded.output.replacing("五天四夜", with: "").replacing("条款 five-days-four-nights", with: "条款 ").filter {
                    $0 != " "
                })
    }

    @Test func severalOfANameAreListed() throws {
        let county = try Program.county()
        try county.write(
            "cadre,name,born,education,employment,party_member\nC1,张三,1980-01-01,bachelor,civil_servant,true\nC2,张三,1981-01-01,bachelor,civil_servant,true\n",
            to: "records/cadres.csv")
        for command in ["assess", "explain"] {
            let words = "\(command) --profile shanxi --period 2023-W30 --records HERE --subject"
            let found = try run("\(words) 张三", county)
            #expect(found.code == 64)
            #expect(found.error.contains("错误[A615]：有 2 个“张三”"), "\(found.error)")
            #expect(found.error.contains("驻村干部 C1 张三、驻村干部 C2 张三"), "\(found.error)")
            #expect(try run("\(words) 李四", county).error.contains("错误[A607]：记录中没有“李四”"))
        }
    }

    @Test func placesHaveNames() throws {
        let county = try Program.county()
        let assess = "assess --profile shanxi --period 2023-W30 --records HERE"
        #expect(try run(assess, county).output.contains("━━ 应县 140622　"))
        let check = try run("records check HERE --profile shanxi", county)
        #expect(check.code == 0)
        #expect(check.error.contains("说明[R338]：1 个乡镇（行政区）没有名称"), "\(check.error)")
        try county.write("division,name\n140622100,金城镇\n140622,新应县\n", to: "records/divisions.csv")
        #expect(try run("records check HERE --profile shanxi", county).error.contains("R338") == false)
        let text = try run(assess + " --format html", county).output
        #expect(text.contains("新应县 140622") && text.contains("金城镇 140622100"))
    }

    @Test(arguments: [
        ("asses --period 2023-07", "错误[U701]：没有名为“asses”的命令", "assess"),
        ("profile chek shanxi", "错误[U701]：没有名为“chek”的“profile”子命令", "check"),
        ("asses --language en", "error[U701]: there is no command 'asses'", "assess"),
    ])
    func aWrongCommandIsToldTheRightOne(words: String, message: String, meant: String) throws {
        let found = try Program.run(words)
        #expect(found.code == 64)
        #expect(found.error.contains(message) && found.error.contains(meant), "\(found.error)")
    }

    @Test func explanationsHaveThreeDepths() throws {
        let county = try Program.county()
        let words =
            "explain --profile shanxi --period 2023-07 --records HERE --subject C1 --provision five-days-four-nights"
        let brief = try run(words, county).output
        #expect(brief.contains("2023年第30周（7月24日—30日）") && brief.contains("有 6 天没有保存打卡记录"), "\(brief)")
        #expect(brief.contains("岗 在岗") && !brief.contains(".yaml"), "\(brief)")
        #expect(brief.split(separator: "\n").count <= 40, "at most a screen")
        let full = try run(words + " --full", county).output
        #expect(full.contains("2023-07-11-zhenbang-shifu.yaml:") && full.contains("└─"))
        let day = try run(words.replacing("--period 2023-07 ", with: "") + " --day 2023-07-24", county).output
        #expect(day.contains("2023-07-24 周一") && day.contains("到岗登记") && !day.contains("2023-07-25"), "\(day)")
    }
}

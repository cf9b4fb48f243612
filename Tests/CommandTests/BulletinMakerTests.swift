internal import BuiltInPlugins
internal import CivilTime
internal import Foundation
internal import PolicyYAML
internal import Rendering
internal import Testing
internal import ZhucunBulletins
internal import ZhucunKernel
internal import ZhucunReports
internal import ZhucunTesting

/// Documents that a policy orders, filled from what was found.
@Suite struct BulletinMakerTests {
    private static let edition = """
        edition: 2018-01-01
        document: {number: 测〔2018〕1号, issuer: 测试}
        attendance:
          - {id: month, name: 月考勤, clause: 一, for: {cadre: all}, per: month, days: 2/3, holidays: counted}
        scoring:
          - {id: month, name: 月考核, clause: 二, for: {cadre: all}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}}
        ranking:
          - {id: month, name: 月排队, clause: 二, for: {cadre: all}, per: month, by: scoring.month, within: county, bands: {好: 50%, 一般: 50%}}
        consequences:
          - {id: away, name: 脱岗, clause: 三, for: {cadre: all}, per: month, when: {count: {incident: {kind: off_post}}, at_least: 1}, then: [{recall: sending_unit, opinion: county_office}, {remind: township}]}
        reports:
          - {id: attendance, clause: 四, for: {cadre: all}, per: month, form: attendance, title: "{period}出勤通报", of: attendance/month, issuer: county_office, to: [township], copy: [sending_unit]}
          - {id: ranks, clause: 四, for: {cadre: all}, per: month, form: ranking, title: 排队, of: ranking/month, issuer: county_office}
          - {id: leaders, clause: 四, for: {cadre: {role: first_secretary}}, per: month, form: list, title: 名单, of: ranking/month, issuer: county_office}
          - {id: scores, clause: 四, for: {cadre: all}, per: month, form: table, title: "{period}考核", of: [scoring/month, attendance/month], issuer: county_office}
          - {id: recalls, clause: 四, for: {cadre: all}, per: month, form: proposals, title: 召回建议, of: consequences/away, actions: [recall], issuer: county_office}
        """

    private func made(_ only: String, _ language: Language = .zh) async throws -> Bulletin {
        let folder = try ScratchFolder()
        let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Profiles").path()
        try FileManager.default.copyItem(atPath: shipped + "/china", toPath: folder.path + "/china")
        try folder.write("profile: test\nname: 测试\nextends: china\n", to: "test/profile.yaml")
        try folder.write(BulletinMakerTests.edition, to: "test/2018-01-01-rules.yaml")
        var county = try TestCounty(profiles: folder.path, plugins: PluginRegistry(BuiltInPlugins.all))
        county.cadre("C1", from: "2023-01-01", role: "first_secretary")
        county.cadre("C2", from: "2023-01-01")
        county.covered("2023-04")
        county.present("C1", on: "2023-04-01..2023-04-20")
        county.present("C2", on: "2023-04-01..2023-04-19")
        county.add("scores.csv", "C1,2023-04,工作,县办,80")
        county.add("scores.csv", "C2,2023-04,工作,县办,90.5")
        county.add("incidents.csv", "I1,C2,2023-04-21,off_post,county,")
        let assessment = try await county.assess("test", "2023-04")
        let results = ResultsMaker(assessment.prepared)
        let maker = BulletinMaker(ReportFacts(results.head, language), date: Day("2023-05-05"))
        let all = assessment.counties.enumerated().flatMap {
            maker.documents(of: results.results($1, at: $0), only: only)
        }
        try #require(all.count == 1)
        #expect(all[0].name == "140622-\(only)-2023-04")
        return all[0].bulletin
    }

    /// Any provision, a stranger's too: those that fell short first, names by their declarations.
    @Test func aTableOfWhateverAProvisionGives() async throws {
        let text = String(decoding: try MarkdownWriter().write(try await made("scores")), as: UTF8.self)
        #expect(text.contains("2023年4月，月考核共 2 个：符合 2。"))
        #expect(text.contains("| 编号 | 姓名（队） | 乡镇 | 村 | 派出单位 | 总分 | 工作 | 结论 |"))
        #expect(text.contains("| C2 | C2名 | 140622100 | 测试村 | county | 90.50 | 90.50 | 符合 |"))
        let (short, fine) = (
            try #require(text.range(of: "| C2 | C2名 | 140622100 | 测试村 | county | 63.3% |")),
            try #require(text.range(of: "| C1 | C1名 | 140622100 | 测试村 | county | 66.7% |"))
        )
        #expect(short.lowerBound < fine.lowerBound)
    }

    @Test func attendanceBySumsAndByThoseWhoFellShort() async throws {
        let text = String(decoding: try MarkdownWriter().write(try await made("attendance")), as: UTF8.self)
        #expect(
            text == """
                # 2023年4月出勤通报

                乡镇：

                2023年4月，应考核驻村干部 2 人，出勤率 65.0%；达到要求 1 人，未达到 1 人，记录不全、无法判断 0 人。

                **各乡镇出勤情况**

                | 乡镇 | 人数 | 在岗天数 | 应计天数 | 出勤率 | 达到 | 未达到 | 无法判断 |
                | :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                | 140622100 | 2 | 39 | 60 | 65.0% | 1 | 1 | 0 |
                | **合计** | **2** | **39** | **60** | **65.0%** | **1** | **1** | **0** |

                **未达到要求的干部**

                | 编号 | 姓名（队） | 乡镇 | 村 | 派出单位 | 应计天数 | 应在岗天数 | 在岗天数 | 有理由缺勤天数 | 出勤率 | 还差天数 |
                | :--- | :--- | :--- | :--- | :--- | ---: | ---: | ---: | ---: | ---: | ---: |
                | C2 | C2名 | 140622100 | 测试村 | county | 30 | 20 | 19 | 0 | 63.3% | 1 |

                > 依据：测〔2018〕1号 四

                县驻村办\\
                2023年5月5日

                ---

                抄送：派出单位。

                """)
    }

    @Test func ranksInOrder() async throws {
        let bulletin = try await made("ranks", .en)
        guard case .table(let table) = bulletin.body[0] else { Issue.record("no table"); return }
        #expect(
            table.rows.map { $0.map(\.shown) } == [
                ["1", "C2", "C2名", "140622100", "测试村", "county", "90.50", "好"],
                ["2", "C1", "C1名", "140622100", "测试村", "county", "80", "一般"],
            ])
    }

    @Test func aListHoldsOnlyThoseItIsAbout() async throws {
        let bulletin = try await made("leaders")
        guard case .table(let table) = bulletin.body[0] else { Issue.record("no table"); return }
        #expect(table.rows.map { $0[1].shown } == ["C1"])
    }

    @Test func eachProposalHasItsForm() async throws {
        let bulletin = try await made("recalls")
        let forms = bulletin.body.compactMap { block in if case .form(let form) = block { form } else { nil } }
        #expect(forms.count == 1, "the reminder is not asked for")
        #expect(forms[0].title.zh == "驻村干部召回意见表")
        #expect(forms[0].boxes.map(\.label.zh) == ["派出单位意见", "县驻村办书面意见"])
        #expect(forms[0].fields.first?.value == .text("C2"))
        guard case .form? = bulletin.body.last else { Issue.record("forms come last"); return }
    }

    @Test func everyWriterWritesThem() async throws {
        for name in ["attendance", "ranks", "leaders", "recalls"] {
            let bulletin = try await made(name)
            for writer in BulletinWriters.all {
                let bytes = try #require(BulletinWriters.named(writer.name)).write(bulletin)
                #expect(bytes.count > 100)
            }
        }
    }
}

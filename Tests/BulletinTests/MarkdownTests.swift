import PolicyYAML
import Testing
import ZhucunBulletins

@Suite struct MarkdownTests {
    @Test func chinese() throws {
        #expect(
            try markdown(Sample.bulletin(.zh)) == #"""
                # 关于9月份驻村工作的通报

                县驻村办〔2023〕　号

                各乡镇党委，各派出单位：

                ## 一、考勤情况

                全县共有驻村干部12人。

                **表1 9月份在岗情况**

                | 乡镇 | 应驻村人数 | 达标率 | 平均天数 | 备注 |
                | :--- | ---: | ---: | :---: | :--- |
                | 河东乡 | 12 | 91.7% | 21.50 | A\|B |
                | \*新\*镇 | 0 | — | 0.00 |  |
                | **合计** | **12** | **91.7%** | **21.50** |  |

                > 请假未销假的不计入。

                > 以上由记录得出。

                某县驻村办\
                2023年10月5日

                ---

                抄送：县纪委监委，县委组织部。

                ## 驻村干部召回审批表

                〔2023〕第　号

                | 项目 | 内容 |
                | :--- | :--- |
                | 姓名 | 张三 |
                | 性别 | 男 |
                | 派出单位 | 县农业农村局 |
                | 当月驻村天数 | 9 |
                | 事由 | 9月驻村9天，少于20天。 |
                | 本人签字 | 签字：　　　　　　　　年　　月　　日 |
                | 县级驻村办意见 | （盖章）　　　　　　年　　月　　日 |

                > 本表一式三份。

                """#)
    }

    @Test func english() throws {
        #expect(
            try markdown(Sample.bulletin(.en)) == #"""
                # Bulletin on September

                县驻村办〔2023〕　号

                To: township committees, sending units

                ## 1. Attendance

                The county has 12 cadres.

                **Table 1. Days in village, September**

                | Township | Cadres | Share meeting the rule | Mean days | Remark |
                | :--- | ---: | ---: | :---: | :--- |
                | 河东乡 | 12 | 91.7% | 21.50 | A\|B |
                | \*新\*镇 | 0 | — | 0.00 |  |
                | **合计** | **12** | **91.7%** | **21.50** |  |

                > Unreturned leave is not counted.

                > All from the records.

                某县驻村办\
                5 October 2023

                ---

                Copies: the discipline commission, the organization department

                ## Approval of a recall

                〔2023〕第　号

                | Item | Entry |
                | :--- | :--- |
                | Name | 张三 |
                | Sex | 男 |
                | Sent by | 县农业农村局 |
                | Days in village | 9 |
                | Reason | 9 days in September, fewer than 20. |
                | The cadre | Signature: ………………………    Date: ……………… |
                | Opinion of the county office | (seal)    Date: ……………… |

                > In three copies.

                """#)
    }

    @Test(arguments: [
        ("# x", "\\# x"), ("- x", #"\- x"#), ("12. x", #"12\. x"#), ("12) x", #"12\) x"#), ("1.", #"1\."#),
        ("1.5", "1.5"), ("-3", "-3"), ("---", #"\---"#), ("> x", #"\> x"#), ("===", #"\==="#),
        ("a_b*c`d`", #"a\_b\*c\`d\`"#), ("<b>&amp;[x](y)", #"\<b>\&amp;\[x\](y)"#), (#"\"#, #"\\"#),
        ("    code", "code"), ("a\nb\r\nc", "a\\\nb\\\nc"),
        ("a\n# b", "a\\\n\\# b"), ("　　缩进", "　　缩进"), ("a\u{202E}b\u{0}", "a\u{FFFD}b\u{FFFD}"),
        ("a_\u{301}", "a\\_\u{301}"), ("1", "1"),
    ])
    func textStandsAsItIs(_ text: String, _ expected: String) throws {
        let written = try markdown(Bulletin(title: Text(same: "t"), body: [.paragraph(Text(same: text))]))
        #expect(written == "# t\n\n\(expected)\n")
    }

    @Test func cellsStayInTheirRow() throws {
        let table = Table(columns: [.init(Text(same: "a\nb"))], rows: [[.text("c\n|d")]])
        #expect(
            try markdown(Bulletin(title: Text(same: "- t\nC#"), body: [.table(table)]))
                == "# - t C\\#\n\n| a<br>b |\n| :--- |\n| c<br>\\|d |\n")
    }

    @Test func whatIsMissingLeavesNoGap() throws {
        #expect(try markdown(Bulletin(title: Text(same: "t"), body: [.paragraph(Text(same: ""))])) == "# t\n")
    }

    private func markdown(_ bulletin: Bulletin) throws -> String {
        String(decoding: try MarkdownWriter().write(bulletin), as: UTF8.self)
    }
}

import PolicyYAML
import Testing

/// The exact text that people see.
@Suite struct RenderTests {
    private let zh = DiagnosticRenderer(language: .zh)
    private let en = DiagnosticRenderer(language: .en)

    private let unknownSetting = Diagnostic(
        "S203", .error, Text("未知的设置“dayz”", "unknown setting `dayz`"),
        at: Location(
            path: "Profiles/shanxi/2021-10-19-liuhua.yaml", line: 12, column: 5, endColumn: 9,
            lineText: "    dayz: 5 of 7"),
        label: Text("这里", "here"), expected: Text("days、nights、day", "days, nights or day"), found: Text(same: "dayz"),
        help: [Text("是不是“days”？", "did you mean `days`?")])

    @Test func everythingInChinese() {
        #expect(
            zh.render(unknownSetting) == """
                错误[S203]：未知的设置“dayz”
                  --> Profiles/shanxi/2021-10-19-liuhua.yaml:12:5
                   |
                12 |     dayz: 5 of 7
                   |     ^^^^ 这里
                   |
                   = 应为：days、nights、day
                   = 实为：dayz
                   = 建议：是不是“days”？
                """)
    }

    @Test func everythingInEnglish() {
        #expect(
            en.render(unknownSetting) == """
                error[S203]: unknown setting `dayz`
                  --> Profiles/shanxi/2021-10-19-liuhua.yaml:12:5
                   |
                12 |     dayz: 5 of 7
                   |     ^^^^ here
                   |
                   = expected: days, nights or day
                   = found: dayz
                   = help: did you mean `days`?
                """)
    }

    @Test func anotherPlace() {
        let outcome = parse("出勤:\n  周日: 休\n  周一: 班\n\n\n\n\n\n\n  周日: 班\n")
        #expect(
            zh.render(outcome.diagnostics) == """
                错误[Y029]：键“周日”重复
                  --> a.yaml:10:3
                   |
                10 |   周日: 班
                   |   ^^^^ 这里又写了一次
                   |
                  ::: a.yaml:2:3
                   |
                 2 |   周日: 休
                   |   ---- 第一次写在这里
                   |
                   = 建议：请只留一个

                共 1 处错误，0 处警告。
                """)
        #expect(
            en.render(outcome.diagnostics) == """
                error[Y029]: duplicate key `周日`
                  --> a.yaml:10:3
                   |
                10 |   周日: 班
                   |   ^^^^ written again here
                   |
                  ::: a.yaml:2:3
                   |
                 2 |   周日: 休
                   |   ---- first written here
                   |
                   = help: keep only one of them

                1 error, 0 warnings.
                """)
    }

    @Test func whatIsNotYAML() {
        #expect(
            zh.render(parse("名称: 榴花\n宽限：5 分钟\n").diagnostics) == """
                错误[Y044]：这个键后面缺少“: ”
                 --> a.yaml:2:1
                  |
                2 | 宽限：5 分钟
                  | ^^^^^^^^^^^^
                  |
                 ::: a.yaml:2:3
                  |
                2 | 宽限：5 分钟
                  |     -- 全角冒号
                  |
                  = 建议：键和值之间要有英文冒号和一个空格，例如“days: 5”
                  = 建议：键后面的冒号要用英文的“: ”，不能用全角的“：”

                共 1 处错误，0 处警告。
                """)
    }

    @Test func marksStandUnderWideCharacters() {
        let outcome = parse("说明：一，二: *别名 # 三\n")
        #expect(
            en.render(outcome.diagnostics).contains(
                """
                1 | 说明：一，二: *别名 # 三
                  |               ^^^^^
                """))
    }

    @Test func tabsAndWhatDoesNotShowItself() {
        let rendered = zh.render(parse("\u{1B}[31m\t红: a\n").diagnostics)
        #expect(rendered.contains(#"1 | \u{1B}[31m 红: a"#))
        #expect(rendered.contains("  | ^^^^^^\n"))
        let turned = zh.render(parse("a\t: b\u{202E}c\n").diagnostics)
        #expect(turned.contains(#"1 | a : b\u{202E}c"#))
        #expect(turned.contains("  |      ^^^^^^^^\n"))
    }

    @Test func aHostileTextCannotDriveTheTerminal() {
        let text = Text(same: "a\u{1B}[2J\nb\u{7}\u{9B}31m\u{202E}")
        let place = Location(path: "p\u{1B}[31m", line: 1, column: 1, endColumn: 2, lineText: "\u{7}")
        let diagnostic = Diagnostic(
            "C\u{1B}", .warning, text, at: place, label: text, secondary: [.init(place, text)], expected: text,
            found: text, help: [text])
        for scalar in zh.render(diagnostic).unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
        }
        #expect(zh.render(diagnostic).hasPrefix(#"警告[C\u{1B}]：a\u{1B}[2J\nb\u{7}\u{9B}31m\u{202E}"#))
    }

    @Test func longLinesAreCutAroundTheMark() {
        let line = String(repeating: "甲", count: 200) + "key" + String(repeating: "z", count: 200)
        let place = Location(path: "p", line: 1, column: 201, endColumn: 204, lineText: line)
        let rendered = zh.render(Diagnostic("C", .note, Text(same: "m"), at: place))
        let (before, after) = (String(repeating: "甲", count: 20), String(repeating: "z", count: 57))
        #expect(
            rendered == """
                说明[C]：m
                 --> p:1:201
                  |
                1 | …\(before)key\(after)…
                  | \(String(repeating: " ", count: 41))^^^
                """)
    }

    @Test func longMarksAndMarksAtTheEndAreCutToo() {
        let line = String(repeating: "x", count: 300)
        let all = Location(path: "p", line: 1, column: 1, endColumn: 301, lineText: line)
        #expect(
            zh.render(Diagnostic("C", .note, Text(same: "m"), at: all)).hasSuffix(
                " | " + String(repeating: "^", count: 100)))
        let end = Location(path: "p", line: 1, column: 301, endColumn: 301, lineText: line)
        #expect(
            zh.render(Diagnostic("C", .note, Text(same: "m"), at: end)).hasSuffix(
                String(repeating: " ", count: 102) + "^"))
        let beyond = Location(path: "p", line: 1, column: 900, endColumn: 7, lineText: "abc")
        #expect(zh.render(Diagnostic("C", .note, Text(same: "m"), at: beyond)).hasSuffix("  |    ^"))
    }

    @Test func aPlaceWithoutALine() {
        var diagnostics = Diagnostics()
        #expect(SourceFile.read("/no/such", shownAs: "x.yaml", limits: .profile, into: &diagnostics) == nil)
        diagnostics.report(Diagnostic("W1", .warning, Text("甲", "first"), help: [Text("乙", "second")]))
        #expect(
            en.render(diagnostics) == """
                warning[W1]: first
                  = help: second

                error[Y001]: the file cannot be read: there is no such file
                 --> x.yaml:1:1

                1 error, 1 warning.
                """)
    }

    @Test func nothingToSay() {
        #expect(zh.render(Diagnostics()) == "共 0 处错误，0 处警告。")
        #expect(en.render(Diagnostics()) == "0 errors, 0 warnings.")
    }

    @Test func colours() {
        let rendered = DiagnosticRenderer(language: .en, color: true).render(unknownSetting)
        #expect(rendered.hasPrefix("\u{1B}[1;31merror[S203]\u{1B}[0m: \u{1B}[1munknown setting `dayz`\u{1B}[0m\n"))
        #expect(rendered.contains("\u{1B}[1;31m^^^^ here\u{1B}[0m"))
    }
}

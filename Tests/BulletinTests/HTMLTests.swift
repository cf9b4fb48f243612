import PolicyYAML
import Testing
import ZhucunBulletins

@Suite struct HTMLTests {
    private static let evil = #"<script>alert("x" & 'y')</script>"#
    private static let harmless = "&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;"

    @Test func allTextIsEscaped() throws {
        let text = Text(same: Self.evil)
        let cell = Bulletin.Cell.text(Self.evil)
        let table = Table(title: text, columns: [.init(text)], rows: [[cell]], totals: [cell], note: text)
        let form = Form(
            title: text, number: Self.evil, fields: [.init(text, cell), .init(text, cell, isWide: true)],
            boxes: [.init(text, content: [text])], notes: [text])
        let bulletin = Bulletin(
            title: text, number: Self.evil, addressees: [text],
            body: [.heading(text), .paragraph(text), .note(text), .table(table), .form(form)], issuer: Self.evil,
            copies: [text])
        let page = try html(bulletin)
        #expect(!page.contains("<script"))
        // The title stands twice: in the head and on the page.
        #expect(page.components(of: Self.harmless) == 23)
    }

    @Test func whatHidesIsShown() throws {
        let page = try html(Bulletin(title: Text(same: "a\u{202E}b\u{0}c\u{2066}\td"), body: []))
        #expect(page.contains("<h1>a\u{FFFD}b\u{FFFD}c\u{FFFD} d</h1>"))
    }

    @Test func pageNeedsNothingAndRunsNothing() throws {
        let page = try html(Sample.bulletin(.zh))
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head>"))
        #expect(page.contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\""))
        for word in ["http:", "https:", "src=", "url(", "@import", "<script", "<link"] { #expect(!page.contains(word)) }
        #expect(try html(Sample.bulletin(.en)).contains("<html lang=\"en\">"))
    }

    @Test func paperIsLaidOutForPrinting() throws {
        let page = try html(Sample.bulletin(.zh))
        for rule in [
            "@page { size: A4 portrait;", "@page landscape { size: A4 landscape;",
            "thead { display: table-header-group; }", "tr { break-inside: avoid; }",
            ".form { break-before: page;", ".form + :not(.form) { break-before: page; }", "counter(page)",
            "FZXiaoBiaoSong-B05S", "FangSong",
        ] { #expect(page.contains(rule), "\(rule)") }
        // A foot would be repeated on every page.
        #expect(!page.contains("<tfoot"))
        #expect(
            page.contains(
                "<tr class=\"total\"><td>合计</td><td class=\"r\">12</td><td class=\"r\">91.7%</td><td class=\"c\">21.50</td><td></td></tr>\n</tbody>"
            ))
        #expect(
            page.contains(
                "<thead><tr class=\"title\"><th colspan=\"5\">表1 9月份在岗情况</th></tr>\n<tr><th scope=\"col\">乡镇</th>"))
    }

    @Test func formsAtTheEndFollowTheSignature() throws {
        let form = Bulletin.Block.form(Sample.opinion)
        let page = try html(Sample.bulletin(.zh, [form, .paragraph(Text("文", "Text")), form]))
        let marks = [
            "<section class=\"form\">", "<p>文</p>", "<footer><div><p>某县驻村办</p>\n<p>2023年10月5日</p>\n</div>\n</footer>",
            "<p class=\"copies\">抄送：", "<section class=\"form\">",
        ]
        var rest = page[...]
        for mark in marks {
            let found = try #require(rest.firstRange(of: mark), "\(mark)")
            rest = rest[found.upperBound...]
        }
    }

    @Test func formIsAGridWithBoxes() throws {
        let page = try html(Sample.bulletin(.zh))
        #expect(page.contains("<tr><th scope=\"row\">姓名</th><td>张三</td><th scope=\"row\">性别</th><td>男</td></tr>"))
        #expect(page.contains("<tr><th scope=\"row\">派出单位</th><td colspan=\"3\">县农业农村局</td></tr>"))
        #expect(page.contains("<tr><th scope=\"row\">当月驻村天数</th><td colspan=\"3\">9</td></tr>"))
        #expect(
            page.contains(
                "<th scope=\"row\">县级驻村办意见</th><td colspan=\"3\" style=\"height:48mm\"><p class=\"line\">（盖章）　　　　　　年　　月　　日</p>\n</td></tr>"
            ))
    }

    @Test func wideTablesTurnThePaper() throws {
        func isTurned(_ columns: Int, _ text: String) throws -> Bool {
            let table = Table(
                columns: (0..<columns).map { .init(Text(same: "\($0)")) },
                rows: [Array(repeating: .text(text), count: columns)])
            return try html(Sample.bulletin(.zh, [.table(table)])).contains("<section class=\"table landscape short\">")
        }
        #expect(try !isTurned(5, "县农业农村局"))
        #expect(try isTurned(12, "县农业农村局"))
        #expect(try !isTurned(2, String(repeating: "长", count: 60)))
    }

    private func html(_ bulletin: Bulletin) throws -> String {
        let bytes = try HTMLBulletinWriter().write(bulletin)
        #expect(try HTMLBulletinWriter().write(bulletin) == bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// How often the part occurs.
    func components(of part: String) -> Int { ranges(of: part).count }
}

import PolicyYAML
import Testing
import ZhucunBulletins

@Suite struct XLSXTests {
    @Test func bytesDependOnTheBulletinOnly() throws {
        for language in Language.allCases {
            let bytes = try XLSXWriter().write(Sample.bulletin(language))
            #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
            for _ in 0..<20 { #expect(try XLSXWriter().write(Sample.bulletin(language)) == bytes) }
        }
        let properties = try #require(try archive(Sample.bulletin(.zh))["docProps/core.xml"])
        #expect(
            properties.contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z</dcterms:created>"))
        #expect(properties.contains("<dc:title>关于9月份驻村工作的通报</dc:title>"))
        #expect(properties.contains("<dc:creator>某县驻村办</dc:creator>"))
    }

    @Test func numbersAreNumbers() throws {
        let table = Table(
            columns: (1...7).map { .init(Text(same: "\($0)")) },
            rows: [
                [
                    .whole(12), .share(numerator: 1, denominator: 8), .decimal("-21.50"), .whole(.max),
                    .decimal("1234567890.1234567"), .empty, .share(numerator: 0, denominator: 0),
                ]
            ])
        let archive = try archive(Sample.bulletin(.zh, [.table(table)]))
        let sheet = try #require(archive["xl/worksheets/sheet1.xml"])
        #expect(cell("A3", sheet)?.hasSuffix("><v>12</v></c>") == true)
        #expect(cell("B3", sheet)?.hasSuffix("><v>0.125</v></c>") == true)
        #expect(cell("C3", sheet)?.hasSuffix("><v>-21.5</v></c>") == true)
        // More digits than Excel keeps stay text, and are not rounded.
        let strings = try strings(archive)
        #expect(cell("D3", sheet)?.contains("t=\"s\"") == true && strings.contains("9223372036854775807"))
        #expect(cell("E3", sheet)?.contains("t=\"s\"") == true && strings.contains("1234567890.1234567"))
        #expect(cell("F3", sheet)?.contains("<v>") == false)
        #expect(cell("G3", sheet)?.contains("t=\"s\"") == true && strings.contains("—"))
        let styles = try #require(archive["xl/styles.xml"])
        for format in ["0", "0.0%", "0.00"] { #expect(styles.contains("formatCode=\"\(format)\""), "\(format)") }
    }

    @Test(arguments: [
        ("=1+1", "=1+1"), ("{=A1}", "{=A1}"), ("+x", "+x"), ("@SUM(A1)", "@SUM(A1)"), ("http://x.cn", "http://x.cn"),
        ("0012", "0012"),
        ("<b>&\"", "&lt;b&gt;&amp;\""), ("_x0041_", "_x005F_x0041_"), ("a_x00e9__x", "a_x005F_x00e9__x"),
        ("_x004_", "_x004_"),
        ("<r><t>x</t></r>", "&lt;r&gt;&lt;t&gt;x&lt;/t&gt;&lt;/r&gt; "), ("a\u{0}b\u{202E}", "a\u{FFFD}b\u{FFFD}"),
    ])
    func textStaysText(_ text: String, _ stored: String) throws {
        let table = Table(title: Text(same: "t"), columns: [.init(Text(same: "c"))], rows: [[.text(text)]])
        let archive = try archive(Sample.bulletin(.zh, [.table(table)]))
        let sheet = try #require(archive["xl/worksheets/sheet1.xml"])
        #expect(!sheet.contains("<f>") && !sheet.contains("<hyperlink"))
        #expect(cell("A3", sheet)?.hasSuffix(" t=\"s\"><v>2</v></c>") == true)
        #expect(try strings(archive) == ["t", "c", stored])
    }

    @Test func sheetsAreReadyToReadAndPrint() throws {
        let archive = try archive(Sample.bulletin(.zh))
        let sheet = try #require(archive["xl/worksheets/sheet1.xml"])
        for part in [
            "<pane ySplit=\"2\" topLeftCell=\"A3\" activePane=\"bottomLeft\" state=\"frozen\"/>",
            "<autoFilter ref=\"A2:E4\"/>", "<mergeCell ref=\"A1:E1\"/>",
            "<mergeCell ref=\"A6:E6\"/>", "<pageSetUpPr fitToPage=\"1\"/>",
            "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"portrait\"/>",
            "<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>",
        ] { #expect(sheet.contains(part), "\(part)") }
        let book = try #require(archive["xl/workbook.xml"])
        #expect(book.contains("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'在岗情况'!$1:$2</definedName>"))
        #expect(book.contains(">'在岗情况'!$A$2:$E$4</definedName>"))
        let form = try #require(archive["xl/worksheets/sheet2.xml"])
        for merged in ["A1:D1", "B4:D4", "A7:A8", "B8:D8"] {
            #expect(form.contains("<mergeCell ref=\"\(merged)\"/>"), "\(merged)")
        }
        #expect(try strings(archive).contains("（盖章）　　　　　　年　　月　　日"))
    }

    @Test func sheetNamesFollowTheRulesOfExcel() throws {
        let long = String(repeating: "长", count: 40)
        let wishes = [
            "a/b:c*d?e\\f", "[x]", "'q'", "", "", "Name", "NAME", long, long, "2023", "A1", "rc", "History",
            "a\u{0}\nb", "Summary", String(repeating: "😀", count: 20),
        ]
        let tables = wishes.map { Bulletin.Block.table(Table(columns: [.init(Text(same: "c"))], rows: [], sheet: $0)) }
        let book = try #require(try archive(Sample.bulletin(.zh, tables))["xl/workbook.xml"])
        let names = book.split(separator: "<sheet name=\"").dropFirst().compactMap {
            $0.split(separator: "\"").first.map(String.init)
        }
        #expect(
            names == [
                "a b c d e f", "(x)", "’q’", "表", "表 (2)", "Name", "NAME (2)", String(long.prefix(31)),
                String(long.prefix(27)) + " (2)", "表 2023", "表 A1", "表 rc",
                "History (2)", "a b", "Summary", String(repeating: "😀", count: 15),
            ])
    }

    @Test func whatHasNoTableIsASheetOfText() throws {
        let archive = try archive(
            Sample.bulletin(.zh, [.heading(Text("一、标题", "Heading")), .paragraph(Text("本期没有建议召回的干部。", "None."))]))
        #expect(try strings(archive).suffix(2) == ["一、标题", "本期没有建议召回的干部。"])
    }

    @Test func whatExcelDoesNotHoldIsRefused() {
        let column = Bulletin.Column(Text(same: "c"))
        expectRefusal("B005", [.table(Table(columns: [column], rows: [[.text(String(repeating: "长", count: 32768))]]))])
        expectRefusal("B005", [.table(Table(columns: Array(repeating: column, count: 16385), rows: []))])
        expectRefusal("B005", [.table(Table(columns: [column], rows: Array(repeating: [.empty], count: 1_048_575)))])
    }

    private func expectRefusal(_ code: String, _ body: [Bulletin.Block]) {
        let failure = #expect(throws: BulletinFailure.self) { try XLSXWriter().write(Sample.bulletin(.zh, body)) }
        #expect(failure?.diagnostic.code == code)
    }

    private func archive(_ bulletin: Bulletin) throws -> Archive {
        try #require(Archive(try XLSXWriter().write(bulletin)))
    }

    private func strings(_ archive: Archive) throws -> [String] {
        try #require(archive["xl/sharedStrings.xml"]).split(separator: "<si>").dropFirst().compactMap {
            $0.split(separator: "</t>")[0].split(separator: ">", maxSplits: 1).last.map(String.init)
        }
    }

    private func cell(_ name: String, _ sheet: String) -> String? {
        sheet.split(separator: "<c ").first { $0.hasPrefix("r=\"\(name)\"") }.map {
            String($0.split(separator: "</row>")[0])
        }
    }
}

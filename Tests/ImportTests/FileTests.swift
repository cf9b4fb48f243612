import Messages
import Testing
import ZhucunTesting

@testable import FactsImport

/// What a file is, told by its content; and what it may cost.
@Suite struct FileTests {
    private static let text = "工号,姓名\nC001,张三\nC002,李四\n"
    private static let cells = [["工号", "姓名"], ["C001", "张三"], ["C002", "李四"]]

    private static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    /// The same in GB18030.
    private static let gb18030: [UInt8] =
        [0xB9, 0xA4, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0A] + Array("C001,".utf8) + [
            0xD5, 0xC5, 0xC8, 0xFD, 0x0A,
        ]
        + Array("C002,".utf8) + [0xC0, 0xEE, 0xCB, 0xC4, 0x0A]

    static let encodings: [(String, [UInt8])] = [
        ("UTF-8", Array(text.utf8)), ("with a mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)), ("GB18030", gb18030),
        ("UTF-16LE", [0xFF, 0xFE] + utf16(text, isBig: false)), ("UTF-16BE", [0xFE, 0xFF] + utf16(text, isBig: true)),
        ("UTF-16LE without a mark", utf16(text + "C003,abc\nC004,abc\n", isBig: false)),
    ]

    @Test(arguments: encodings)
    func everyEncodingSaysTheSame(_ name: String, _ bytes: [UInt8]) throws {
        let rows = try tables(of: bytes).first?.rows.map(\.cells) ?? []
        #expect(rows.prefix(3) == Self.cells[...], "\(name)")
    }

    @Test func twoEncodingsAreRefusedAtTheFirstLineOfTheOther() throws {
        let mixed = Array("工号,姓名\nC001,张三\n".utf8) + Array("C002,".utf8) + [0xC0, 0xEE, 0xCB, 0xC4, 0x0A]
        let problem = #expect(throws: ImportProblem.self) { try tables(of: mixed) }
        #expect(problem?.line == 3)
        // 陆小鲁 in GB18030 could be letters of UTF-8 that nobody is called by.
        let hidden = Array("工号,姓名\nC001,张三\nC002,".utf8) + [0xC2, 0xBD, 0xD0, 0xA1, 0xC2, 0xB3, 0x0A]
        #expect(#expect(throws: ImportProblem.self) { try tables(of: hidden) }?.line == 3)
        let whole: [UInt8] = Self.gb18030 + Array("C003,".utf8) + [0xC2, 0xBD, 0xD0, 0xA1, 0xC2, 0xB3, 0x0A]
        #expect(try tables(of: whole).first?.rows.last?.cells == ["C003", "陆小鲁"])
        #expect(problem?.message.zh.contains("GB18030") == true)
    }

    static let separated: [(String, String)] = [
        ("comma", "a,b\n1,\"x,y\"\n"), ("semicolon", "a;b\n1;x,y\n"), ("tab", "a\tb\n1\tx,y\n"),
        ("bar", "a|b\n1|x,y\n"),
        ("told", "sep=;\na;b\n1;x,y\n"), ("CR alone", "a,b\r1,\"x,y\"\r"), ("CRLF", "a,b\r\n1,\"x,y\"\r\n"),
        ("Ctrl-Z", "a,b\n1,\"x,y\"\n\u{1A}"),
    ]

    @Test(arguments: separated)
    func everySeparatorIsFound(_ name: String, _ text: String) throws {
        #expect(try tables(of: Array(text.utf8)).first?.rows.map(\.cells) == [["a", "b"], ["1", "x,y"]], "\(name)")
    }

    @Test func quotesMayHoldLinesAndRowsKeepTheirLines() throws {
        let rows = try tables(of: Array("a,b\n\"1\n2\",\"say \"\"x\"\"\"\n\n3,4\n".utf8)).first?.rows ?? []
        #expect(rows.map(\.cells) == [["a", "b"], ["1\n2", "say \"x\""], ["3", "4"]])
        #expect(rows.map(\.number) == [1, 2, 5])
        let problem = #expect(throws: ImportProblem.self) { try tables(of: Array("a,b\n1,\"x\n2,y\n".utf8)) }
        #expect(problem?.line == 2)
    }

    @Test func htmlThatCallsItselfAWorkbook() throws {
        let html = """
            <html><head><meta charset="utf-8"><style>td { color: red }</style></head><body><table>
            <tr><th rowspan=2>姓名</th><th colspan='2'>8月</th></tr><tr><td>1</td><td>2</td></tr>
            <tr><td>张&nbsp;三</td><td>a&amp;b</td><td/></tr></table></body></html>
            """
        #expect(
            try tables(of: Array(html.utf8)).first?.rows.map(\.cells) == [
                ["姓名", "8月", "8月"], ["姓名", "1", "2"], ["张 三", "a&b", ""],
            ])
    }

    @Test func spreadsheetsInXML() throws {
        let xml = """
            <?xml version="1.0"?><Workbook xmlns:ss="s"><Worksheet ss:Name="名单"><Table>
            <Row><Cell><Data ss:Type="String">工号</Data></Cell><Cell ss:Index="3"><Data>姓名</Data></Cell></Row>
            <Row ss:Index="5"><Cell><Data>C1</Data></Cell><Cell/><Cell><Data>张三</Data></Cell></Row></Table></Worksheet></Workbook>
            """
        let table = try #require(try tables(of: Array(xml.utf8)).first)
        #expect(table.name == "名单")
        #expect(table.rows.map(\.cells) == [["工号", "", "姓名"], ["C1", "", "张三"]])
        #expect(table.rows.map(\.number) == [1, 5])
    }

    @Test func whatIsNoTableIsSaid() throws {
        let old = #expect(throws: ImportProblem.self) {
            try tables(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        }
        #expect(old?.message.zh.contains(".xls") == true)
        #expect(throws: ImportProblem.self) { try tables(of: [0x50, 0x4B, 0x03, 0x04, 0, 0]) }
        #expect(throws: ImportProblem.self) { try tables(of: Array("  \n".utf8)) }
        #expect(throws: ImportProblem.self) { try tables(of: (0..<2000).map { UInt8($0 * 7 % 31) }) }
        #expect(throws: ImportProblem.self) { try tables(of: Array("{\"a\": [1, ".utf8)) }
    }

    @Test func listsOfAnInterfaceAreTables() throws {
        let json =
            "{\"errcode\": 0, \"checkindata\": [{\"userid\": \"a\", \"checkin_time\": 1690851300, \"x\": {\"lat\": 1}}, {\"userid\": \"\\u5f20\"}]}"
        #expect(
            try tables(of: Array(json.utf8)).first?.rows.map(\.cells) == [
                ["userid", "checkin_time", "lat"], ["a", "1690851300", "1"], ["张", "", ""],
            ])
    }
}

import Testing

@testable import FactsImport

/// What a workbook's cells say.
@Suite struct WorkbookTests {
    private static let styles = """
        <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;day&quot;"/></numFmts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs>
        """

    private func cells(_ sheet: String, shared: String = "", properties: String = "", merges: String = "") throws
        -> [[String]]
    {
        try tables(
            of: workbook(sheet: sheet, shared: shared, styles: Self.styles, properties: properties, merges: merges)
        ).first?.rows.map(\.cells) ?? []
    }

    @Test func textsSharedAndInline() throws {
        let rows = try cells(
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>内</t></is></c><c r=\"D2\" t=\"s\"><v>99</v></c></row>",
            shared: "<si><t>零</t></si><si><r><t>张</t></r><r><t>三</t></r><rPh><t>zhang</t></rPh></si>")
        #expect(rows == [["张三", "", "内"]])
    }

    @Test func daysAndTimesByTheirStyles() throws {
        let row = [
            (1, "45139"), (2, "45139"), (3, "45139.371527777781"), (4, "0.37152777777777779"), (5, "45139"),
            (0, "140622100201"), (0, "39.559600000000003"),
        ]
        let sheet = "<row>" + row.map { "<c s=\"\($0.0)\"><v>\($0.1)</v></c>" }.joined() + "</row>"
        #expect(
            try cells(sheet) == [
                ["2023-08-01", "2023-08-01", "2023-08-01 08:55:00", "08:55:00", "45139", "140622100201", "39.5596"]
            ])
        let old = try tables(
            of: workbook(
                sheet: "<row><c s=\"1\"><v>43677</v></c></row>", styles: Self.styles,
                properties: "<workbookPr date1904=\"1\"/>"))
        #expect(old.first?.rows.first?.cells == ["2023-08-01"])
        #expect(old.first?.isFrom1904 == true)
    }

    @Test func mergedCellsHaveTheTextOfAll() throws {
        let text = { (place: String, text: String) in "<c r=\"\(place)\" t=\"str\"><v>\(text)</v></c>" }
        let rows = try cells(
            "<row r=\"1\">\(text("A1", "姓名"))\(text("B1", "上班1"))</row><row r=\"2\">\(text("B2", "打卡时间"))\(text("C2", "打卡结果"))</row>",
            merges: "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>")
        #expect(rows == [["姓名", "上班1", "上班1"], ["姓名", "打卡时间", "打卡结果"]])
    }

    @Test func hiddenSheetsAreNotRead() throws {
        #expect(try tables(of: workbook(sheet: "<row><c><v>1</v></c></row>", state: "hidden")).isEmpty)
    }

    @Test func hostileWorkbooksAreRefused() throws {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
        var archive = StoredArchive()
        archive.add("xl/workbook.xml", bomb + "<workbook>&b;</workbook>")
        #expect(throws: ImportProblem.self) { try tables(of: archive.bytes) }
        let deep = String(repeating: "<a>", count: 1000) + String(repeating: "</a>", count: 1000)
        #expect(throws: ImportProblem.self) { try tables(of: workbook(sheet: deep)) }
        #expect(throws: ImportProblem.self) { try tables(of: workbook(sheet: "<row><c r=\"ZZZZZ1\"><v>1</v></c>")) }
        let wide = (0..<300).map { "<row r=\"\($0 + 1)\"><c r=\"XFD\($0 + 1)\"><v>1</v></c></row>" }.joined()
        #expect(throws: ImportProblem.self) { try tables(of: workbook(sheet: wide)) }
    }
}

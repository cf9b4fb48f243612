internal import CivilTime
internal import Glibc
internal import Messages
internal import PolicyYAML

/// A file of somebody else's: what it is, told by its content and never by its name, and the tables in it.
package struct ForeignFile: Sendable {
    /// What a file can be.
    package enum Format: String, Sendable {
        case workbook = "xlsx"
        case oldWorkbook = "xls"
        case markup = "html"
        case json, text
    }

    package let path: String
    package let format: Format
    package let tables: [SheetTable]

    /// - Throws: why nothing can be read of it.
    package init(path: String) throws(ImportProblem) {
        self.path = path
        let bytes: [UInt8]
        switch SourceFile.content(of: path, atMost: FileLimits.bytes + 1) {
        case .failure(let problem): throw ImportProblem(problem.reason)
        case .success(let content): bytes = content
        }
        guard bytes.count <= FileLimits.bytes else { throw FileLimits.tooLarge("超过 512 MB", "more than 512 MB") }
        guard bytes.contains(where: { $0 > 0x20 }) else { throw ImportProblem(Text("文件是空的", "the file is empty")) }
        format = ForeignFile.format(of: bytes)
        switch format {
        case .workbook:
            guard let archive = ZipArchive(path: path), let found = try WorkbookReader.tables(archive) else {
                throw ImportProblem(
                    Text("是压缩文件，但里面没有完整的工作簿", "it is an archive, but holds no whole workbook"),
                    help: Text("先解压；或用表格软件另存为 .xlsx", "unpack it first, or save it as .xlsx from a spreadsheet"))
            }
            tables = found
        case .oldWorkbook:
            throw ImportProblem(
                Text(
                    "是 Excel 97–2003 的 .xls（或加密的）工作簿，还不能读取",
                    "it is an .xls workbook of Excel 97–2003 (or an encrypted one), which is not read yet"),
                help: Text("用表格软件另存为 .xlsx", "save it as .xlsx from a spreadsheet"))
        case .markup: tables = try MarkupTables.tables(try TextDecoding.utf8(bytes))
        case .json: tables = try JSONTables.tables(try TextDecoding.utf8(bytes))
        case .text: tables = [try DelimitedText.table(try ForeignFile.text(bytes))]
        }
    }

    /// The text of a table file. A few bytes that no text has say that it is none.
    private static func text(_ bytes: [UInt8]) throws(ImportProblem) -> [UInt8] {
        let text = try TextDecoding.utf8(bytes)
        // Old programs end a text with Ctrl-Z.
        let end = text.lastIndex { $0 != 0x1A && $0 != 0 } ?? -1
        let plain = text[...end]
        let strange = plain.prefix(4096).count { $0 < 0x20 && ![0x09, 0x0A, 0x0D, 0x1B, 0x00].contains($0) }
        guard strange * 20 <= min(plain.count, 4096) else {
            throw ImportProblem(
                Text("不是表格：既不是工作簿，也不是文本", "it is no table: neither a workbook nor a text"),
                help: Text("导出为 .xlsx 或 CSV", "export it as .xlsx or CSV"))
        }
        return Array(plain)
    }

    private static func format(of bytes: [UInt8]) -> Format {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .workbook }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) || bytes.starts(with: [0x09, 0x08]) { return .oldWorkbook }
        let beginning = bytes.prefix(4096).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) }.filter {
            $0 != 0
        }
        let word = String(decoding: beginning.prefix(1024), as: UTF8.self).lowercased()
        if word.hasPrefix("<"),
            ["<?xml", "<html", "<table", "<!doctype", "<meta", "<head", "<style", "<div", "<body"].contains(
                where: word.hasPrefix)
        {
            return .markup
        }
        if word.hasPrefix("{") || word.hasPrefix("[{") || word.hasPrefix("[ {") || word.hasPrefix("[\n") {
            return .json
        }
        return .text
    }
}

import BuiltInPlugins
import CivilTime
import PolicyYAML
import ZhucunTesting

@testable import FactsImport
@testable import ZhucunKernel

let kinds = PluginRegistry(BuiltInPlugins.all).kinds

func kind(_ name: String) -> RecordKind { kinds.first { $0.name == name }! }

func column(_ name: String, of owner: String) -> ColumnDeclaration { kind(owner).columns.first { $0.name == name }! }

/// A table of lines with fields between `|`.
func table(_ text: String, name: String = "") -> SheetTable {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    return SheetTable(
        name: name,
        rows: lines.filter { !$0.element.isEmpty }.map { index, line in
            SheetRow(
                number: index + 1, cells: line.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
        })
}

/// Records as text, for comparing: `checkin 3 C001/甲一 source=app time=…`.
func shown(_ imported: ImportedTable?) -> [String] {
    (imported?.records ?? []).map { record in
        let who = record.person.map { " \($0.number)/\($0.name)" } ?? ""
        return "\(record.kind) \(record.row)\(who) "
            + record.fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }.joined(separator: " ")
    }
}

/// A ZIP archive of files that are stored as they are, as a workbook may be.
struct StoredArchive {
    private var files: [(name: String, bytes: [UInt8])] = []

    mutating func add(_ name: String, _ text: String) { files.append((name, Array(text.utf8))) }

    var bytes: [UInt8] {
        var content: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let start = content.count
            let sizes =
                number(StoredArchive.checksum(file.bytes), 4) + number(file.bytes.count, 4)
                + number(file.bytes.count, 4)
            let name = Array(file.name.utf8)
            content +=
                [0x50, 0x4B, 3, 4] + number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sizes
                + number(name.count, 2) + number(0, 2)
            content += name + file.bytes
            directory +=
                [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sizes
            directory +=
                number(name.count, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
                + number(start, 4) + name
        }
        let end = [0x50, 0x4B, 5, 6] + number(0, 4) + number(files.count, 2) + number(files.count, 2)
        return content + directory + end + number(directory.count, 4) + number(content.count, 4) + number(0, 2)
    }

    private func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~sum)
    }
}

/// A workbook of one sheet.
func workbook(
    sheet: String, shared: String = "", styles: String = "", properties: String = "", state: String = "visible",
    merges: String = ""
) -> [UInt8] {
    var archive = StoredArchive()
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    archive.add(
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"r\">\(properties)<sheets><sheet name=\"表一\" sheetId=\"1\" state=\"\(state)\" r:id=\"rId1\"/></sheets></workbook>"
    )
    archive.add(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"r\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
    if !shared.isEmpty { archive.add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(shared)</sst>") }
    if !styles.isEmpty { archive.add("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>") }
    archive.add(
        "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData>\(merges)</worksheet>")
    return archive.bytes
}

func tables(of bytes: [UInt8]) throws -> [SheetTable] {
    let folder = try ScratchFolder()
    return try ForeignFile(path: try folder.write(bytes, to: "file")).tables
}

internal import CivilTime
internal import Files
internal import Glibc
internal import Messages
internal import PolicyYAML
package import ZhucunKernel

/// Records as an office keeps them: a folder of record files in any encoding and of workbooks, or one workbook.
///
/// A file that is as record files are is handed on untouched. Of another the header is found and its rows are made into those of a record
/// file, each on the line where it stands; what its texts mean is told by whoever reads them.
package struct OfficeFiles: RecordSource {
    package let name: String
    private let kinds: [RecordKind]

    /// A folder's or a file's path; `kinds`: those that there are.
    package init(_ path: String, kinds: [RecordKind]) {
        name = path
        self.kinds = kinds
    }

    package func open() throws(RecordSourceProblem) -> OpenRecords {
        var status = stat()
        guard stat(name, &status) == 0 else { throw RecordSourceProblem(errorNumber: errno) }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        guard isFolder else { return OpenRecords(name, rows: converted(name, kind: nil)) }
        guard let files = listDirectory(name) else { throw RecordSourceProblem(errorNumber: errno) }
        var rows: [String: RecordRows] = [:]
        for file in files {
            let path = name + "/" + file
            let kind = kinds.first { $0.file == file }
            if let kind, !isAsRecordFilesAre(path, kind) {
                rows.merge(converted(path, kind: kind)) { a, _ in a }
            } else if kind == nil, isWorkbook(path) {
                rows.merge(converted(path, kind: nil)) { a, _ in a }
            } else {
                rows[file] = .file(path)
            }
        }
        return OpenRecords(name, rows: rows)
    }

    private func isWorkbook(_ path: String) -> Bool {
        SourceFile.beginning(of: path, 4) == [0x50, 0x4B, 0x03, 0x04]
    }

    /// Whether the beginning of a file is a header that the kernel reads, with its rows on lines.
    private func isAsRecordFilesAre(_ path: String, _ kind: RecordKind) -> Bool {
        guard let beginning = SourceFile.beginning(of: path, 1 << 16) else { return true }
        guard !beginning.contains(0), !beginning.starts(with: [0xFF, 0xFE]), !beginning.starts(with: [0xFE, 0xFF]),
            !beginning.starts(with: [0x50, 0x4B]), !beginning.starts(with: [0xD0, 0xCF])
        else { return false }
        guard beginning.contains(0x0A) || !beginning.contains(0x0D) else { return false }
        // Two encodings show in a small file; a large one tells them itself.
        guard let text = try? TextDecoding.utf8(wholeLines(beginning)) else { return false }
        guard let first = try? DelimitedText.firstRow(of: text) else { return true }
        let names = kind.columnsByPlainName
        let found = Set(first.cells.compactMap { names[HeaderName.plain($0)] })
        let isComplete = kind.columns.indices.allSatisfy { !kind.columns[$0].isRequired || found.contains($0) }
        // A header of which columns are missing is told by the kernel, but for one that is no header at all.
        return isComplete || found.count * 2 >= max(2, first.cells.count { !$0.isEmpty })
    }

    private func wholeLines(_ bytes: [UInt8]) -> [UInt8] {
        bytes.count < 1 << 16 ? bytes : Array(bytes[...(bytes.lastIndex(of: 0x0A) ?? bytes.count - 1)])
    }

    /// The record files that a file of another form makes, by their names.
    private func converted(_ path: String, kind: RecordKind?) -> [String: RecordRows] {
        do throws(ImportProblem) {
            let file = try ForeignFile(path: path)
            var rows: [String: RecordRows] = [:]
            for table in file.tables where !table.rows.isEmpty {
                for (file, bytes) in recordFiles(of: table, kind) where rows[file] == nil { rows[file] = .bytes(bytes) }
            }
            guard rows.isEmpty else { return rows }
            throw ImportProblem(
                Text(
                    "没有一张表的表头是认识的；先用 zhucun records import 看它会怎样读入",
                    "no table in it has a header that is known; see with zhucun records import what would be read"))
        } catch {
            let help = error.help.map { Text("；\($0.zh)", "; \($0.en)") } ?? Text("", "")
            let problem = RecordSourceProblem(Text(error.message.zh + help.zh, error.message.en + help.en))
            let name = kind?.file ?? path.split(separator: "/").last.map(String.init) ?? path
            return [name: .blocks { { () throws(RecordSourceProblem) in throw problem } }]
        }
    }

    private func recordFiles(of table: SheetTable, _ kind: RecordKind?) -> [(String, [UInt8])] {
        let context = ImportContext(kinds: kinds)
        let layouts = BuiltInImporters.all.filter { !($0 is RecordSheet) }
        var found = layouts.lazy.compactMap { $0.read(table, context) }.first { kind == nil || !$0.records.isEmpty }
        found = found ?? RecordSheet().read(table, ImportContext(kinds: kinds, kind: kind))
        guard let found else { return [] }
        return kinds.compactMap { kind in
            let records = found.records.filter { $0.kind == kind.name }
            return records.isEmpty && !found.columns.contains { $0.target?.kind == kind.name }
                ? nil : (kind.file, csv(records, kind, found.headerRow))
        }
    }

    /// The records on the lines where they stand; several of one row follow each other.
    private func csv(_ records: [ImportedRecord], _ kind: RecordKind, _ headerRow: Int) -> [UInt8] {
        let columns = kind.columns.filter { !$0.type.isDerived }
        var text = [UInt8](repeating: 0x0A, count: max(0, headerRow - 1))
        var line = max(1, headerRow) + 1
        for (index, column) in columns.enumerated() {
            if index > 0 { text.append(0x2C) }
            text.append(contentsOf: column.name.utf8)
        }
        text.append(0x0A)
        for record in records {
            while line < record.row {
                text.append(0x0A)
                line += 1
            }
            for (index, column) in columns.enumerated() {
                if index > 0 { text.append(0x2C) }
                var field = record.fields[column.name]?.text ?? ""
                if column.name == "cadre", field.isEmpty, let person = record.person {
                    field = person.number.isEmpty ? person.name : person.number
                }
                if column.type == .identifier, field.isEmpty { field = record.madeIdentifier }
                CSVText.add(field, to: &text)
            }
            text.append(0x0A)
            line += 1
        }
        return text
    }
}

extension DelimitedText {
    /// The first row of a text whose fields are separated by commas.
    static func firstRow(of text: [UInt8]) throws(ImportProblem) -> SheetRow? {
        guard separator(of: text).separator == UInt8(ascii: ",") else { return SheetRow(number: 1, cells: []) }
        return try table(text).rows.first
    }
}

extension SourceFile {
    /// The first bytes of a file; nil when it cannot be read.
    fileprivate static func beginning(of path: String, _ count: Int) -> [UInt8]? {
        try? content(of: path, atMost: count).get()
    }
}

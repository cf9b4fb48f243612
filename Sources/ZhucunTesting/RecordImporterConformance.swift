public import FactsImport
public import ZhucunKernel

/// What every `RecordImporter` must hold; the built-in ones do, and a stranger's can be tried.
public enum RecordImporterConformance {
    /// What is wrong with an importer, in words for its author; empty when nothing is.
    ///
    /// - Parameters:
    ///   - importer: the one to try.
    ///   - own: tables of its layout, each with a record at least.
    ///   - others: tables of other layouts.
    ///   - kinds: the kinds of record that there are.
    public static func complaints(
        about importer: some RecordImporter, own: [SheetTable], others: [SheetTable], kinds: [RecordKind]
    ) -> [String] {
        var complaints: [String] = []
        let context = ImportContext(kinds: kinds)
        if importer.name.isEmpty || importer.name.contains(where: { !$0.isASCII || $0.isWhitespace || $0.isUppercase })
        {
            complaints.append("its name '\(importer.name)' is not of small letters, digits and hyphens")
        }
        for (index, table) in own.enumerated() {
            guard let read = importer.read(table, context), !read.records.isEmpty else {
                complaints.append("it reads nothing of its own table \(index)")
                continue
            }
            complaints += check(read, table, kinds).map { "of its own table \(index), \($0)" }
            if importer.read(table, context).map(shown) != shown(read) {
                complaints.append("its own table \(index) is read in another way again")
            }
            let moved = importer.read(withTitleAndBlank(table), context)
            if moved.map({ $0.records.map { shown($0, movedBy: 1) } }) != read.records.map({ shown($0, movedBy: 0) }) {
                complaints.append("a row of a title above its own table \(index) changes what is read")
            }
        }
        for (index, table) in others.enumerated() where importer.read(table, context) != nil {
            complaints.append("it takes the table \(index) of another layout for its own")
        }
        return complaints
    }

    private static func check(_ read: ImportedTable, _ table: SheetTable, _ kinds: [RecordKind]) -> [String] {
        let rows = Set(table.rows.map(\.number))
        return read.records.flatMap { record -> [String] in
            guard let kind = kinds.first(where: { $0.name == record.kind }) else {
                return ["there is no kind '\(record.kind)'"]
            }
            let names = Set(kind.columns.map(\.name))
            return record.fields.keys.filter { !names.contains($0) }.map { "'\(record.kind)' has no column '\($0)'" }
                + (rows.contains(record.row) ? [] : ["a record is of row \(record.row), which is not there"])
        }
    }

    /// The same a row further down.
    private static func withTitleAndBlank(_ table: SheetTable) -> SheetTable {
        let rows = table.rows.map { SheetRow(number: $0.number + 1, cells: $0.cells) }
        let last = (rows.last?.number ?? 1) + 1
        return SheetTable(
            name: table.name,
            rows: [SheetRow(number: 1, cells: ["某县驻村工作统计"])] + rows + [SheetRow(number: last, cells: ["", " ", ""])],
            isFrom1904: table.isFrom1904)
    }

    private static func shown(_ read: ImportedTable) -> [String] { read.records.map { shown($0, movedBy: 0) } }

    private static func shown(_ record: ImportedRecord, movedBy rows: Int) -> String {
        let fields = record.fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }
        return "\(record.kind) \(record.row - rows) \(record.person?.number ?? "") \(record.person?.name ?? "") "
            + fields.joined(separator: " ")
    }
}

public import Messages
internal import ZhucunKernel

/// A sheet with the columns of a kind of record, under their names or synonyms, in any order.
public struct RecordSheet: RecordImporter {
    public let name = "records"
    public let title = Text("记录表", "a sheet of records")

    /// The only one.
    public init() {}

    private struct Match {
        let header: TableHeader
        let kind: RecordKind
        /// For each column of the table the kind's; nil where it has none.
        let targets: [Int?]
        let person: Int?
        let isComplete: Bool
        var score: Int { targets.count { $0 != nil } * 2 + (person == nil ? 0 : 1) + (isComplete ? 4 : 0) }
    }

    public func read(_ table: SheetTable, _ context: ImportContext) -> ImportedTable? {
        guard let match = best(table, context) else { return nil }
        var imported = ImportedTable()
        imported.headerRow = table.rows[match.header.rows.lowerBound].number
        for (place, text) in match.header.texts.enumerated() where !text.isEmpty {
            let column = match.targets[place].map { match.kind.columns[$0].name }
            let isPerson = place == match.person
            imported.columns.append(
                ImportedColumn(
                    place: place, header: text,
                    target: isPerson ? (match.kind.name, "cadre") : column.map { (match.kind.name, $0) }))
        }
        let (rows, leftOut) = match.header.records(of: table)
        imported.leftOut = leftOut
        let cadre = match.kind.columns.firstIndex { $0.type == .reference("cadre") }
        imported.records = rows.map { row in
            var record = ImportedRecord(kind: match.kind.name, row: row.number)
            for (place, target) in match.targets.enumerated() {
                guard let target, !row[place].isEmpty else { continue }
                record.fields[match.kind.columns[target].name] = .init(row[place], place)
            }
            if let cadre, let person = match.person {
                let number = match.targets.firstIndex(of: cadre)
                record.person = .init(
                    number: number.map { WrittenField.trimmed(row[$0]) } ?? "", name: WrittenField.trimmed(row[person]),
                    column: number ?? person)
                record.fields["cadre"] = nil
            }
            return record
        }
        return imported
    }

    private func best(_ table: SheetTable, _ context: ImportContext) -> Match? {
        let kinds = context.kind.map { [$0] } ?? context.kinds
        let names = kinds.map(\.columnsByPlainName)
        var best: Match?
        for place in table.rows.indices.prefix(TableHeader.deepest) {
            let header = TableHeader(table, at: place)
            for (kind, names) in zip(kinds, names) {
                guard let match = match(header, kind, names, context) else { continue }
                if match.score > best?.score ?? 0 { best = match }
            }
        }
        return best
    }

    private func match(_ header: TableHeader, _ kind: RecordKind, _ names: [String: Int], _ context: ImportContext)
        -> Match?
    {
        var taken: Set<Int> = []
        let cadre = kind.columns.firstIndex { $0.type == .reference("cadre") }
        let own = header.names.map { name -> Int? in
            if let column = context.named[name] { return kind.columns.firstIndex { $0.name == column } }
            return names[name]
        }
        // A column's own name goes before a synonym of it.
        let targets = own.enumerated().map { place, column -> Int? in
            guard let column, taken.insert(column).inserted else { return nil }
            _ = place
            return column
        }
        let person = cadre == nil ? nil : header.place(of: Self.personNames)
        let found = targets.compactMap(\.self)
        let missing = kind.columns.indices.filter { index in
            kind.columns[index].isRequired && !found.contains(index) && !(index == cadre && person != nil)
                && !(kind.columns[index].type == .identifier && !kind.about.identity.contains(kind.columns[index].name))
        }
        let filled = header.names.count { !$0.isEmpty }
        let known = found.count + (person == nil || found.contains { kind.columns[$0].name == "name" } ? 0 : 1)
        guard known >= 2, known * 2 >= filled, context.kind != nil || missing.count <= 1 else { return nil }
        return Match(header: header, kind: kind, targets: targets, person: person, isComplete: missing.isEmpty)
    }

    static let personNames = ["姓名", "人员姓名", "干部姓名", "请假人", "申请人", "发起人", "创建人", "name"]
}

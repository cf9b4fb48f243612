package import CivilTime
internal import Messages
package import ZhucunKernel

/// Every layout that is known, the particular ones first.
package enum BuiltInImporters {
    package static let all: [any RecordImporter] = [
        DingTalkDaily(), DingTalkMonthly(), DingTalkOriginal(), WeCom(), Feishu(), ZKTeco(), RecordSheet(),
    ]
}

/// Reads files of others against a folder of records, and says what would come in.
package struct Importing {
    let kinds: [RecordKind]
    let words: Words
    let zone: CivilZone
    let folder: String
    let mapping: ImportMapping
    let kind: RecordKind?
    var importers = BuiltInImporters.all

    /// - Parameters:
    ///   - kinds: those that there are, in the order in which they refer to each other.
    ///   - words: the vocabulary by which columns of words are read.
    ///   - zone: the zone of moments.
    ///   - folder: the records that there are; it need not be there yet.
    ///   - mapping: what somebody decided.
    ///   - kind: what the files are known to be.
    package init(
        kinds: [RecordKind], words: Words, zone: CivilZone, folder: String, mapping: ImportMapping, kind: RecordKind?
    ) {
        self.kinds = kinds
        self.words = words
        self.zone = zone
        self.folder = folder
        self.mapping = mapping
        self.kind = kind
    }

    /// A table with what was read of it.
    private struct Read {
        let file: String
        let table: SheetTable
        let imported: ImportedTable
    }

    package func plan(_ files: [String]) -> ImportPlan {
        var plan = ImportPlan()
        let read = files.flatMap { self.read($0, &plan) }
        var known = KnownRecords(kinds, folder: folder, words: words, zone: zone)
        for kind in kinds {
            let own = read.flatMap { table in table.imported.records.filter { $0.kind == kind.name }.map { (table, $0) }
            }
            guard !own.isEmpty else { continue }
            take(own, kind, &known, &plan)
        }
        return plan
    }

    private func read(_ path: String, _ plan: inout ImportPlan) -> [Read] {
        let file: ForeignFile
        do throws(ImportProblem) {
            file = try ForeignFile(path: path)
        } catch {
            plan.hasUnreadFile = true
            plan.problems.append(
                ImportPlan.Problem(
                    code: "R342", file: path, place: error.line.map(String.init), cell: nil, value: nil,
                    reason: error.message,
                    proposal: error.help?.zh))
            return []
        }
        let context = ImportContext(kinds: kinds, kind: kind, named: mapping.columns)
        var read: [Read] = []
        for table in file.tables where !table.rows.isEmpty {
            let found = importers.lazy.compactMap { importer in importer.read(table, context).map { (importer, $0) } }
                .first
            let leftOut = (found?.1.leftOut ?? []).map { (table.place(row: $0.row, column: nil), $0.text) }
            plan.tables.append(
                ImportPlan.Table(
                    file: path, name: table.name, layout: found?.0.name,
                    title: found?.0.title ?? Text("不认识的表", "a table that nothing knows"),
                    headerRow: found?.1.headerRow ?? 0, columns: found?.1.columns ?? [], leftOut: leftOut,
                    notes: found?.1.notes ?? []))
            if let found { read.append(Read(file: path, table: table, imported: found.1)) }
        }
        if read.isEmpty {
            plan.hasUnreadFile = true
            let beginning = file.tables.first?.rows.prefix(3).map { $0.cells.prefix(8).joined(separator: " ") }.joined(
                separator: " / ")
            plan.problems.append(
                ImportPlan.Problem(
                    code: "R343", file: path, place: nil, cell: nil, value: beginning.map { String($0.prefix(120)) },
                    reason: Text("没有一张表的表头是认识的", "no table in it has a header that is known"),
                    proposal: "--as checkins，或用 --mapping 写明列名 name the columns in --mapping"))
        }
        return read
    }

    private func take(
        _ records: [(Read, ImportedRecord)], _ kind: RecordKind, _ known: inout KnownRecords, _ plan: inout ImportPlan
    ) {
        var existing = known.take(kind)
        var counts = ImportPlan.Kind(file: kind.file, title: kind.about.title)
        if let problem = existing.problem {
            plan.hasUnreadFile = true
            plan.problems.append(
                ImportPlan.Problem(
                    code: "R342", file: folder + "/" + kind.file, place: problem.line.map(String.init), cell: nil,
                    value: nil,
                    reason: problem.message, proposal: problem.help?.zh))
            return
        }
        var checker = RowChecker(kind, words: words, zone: zone, mapping: mapping)
        /// The first row of each fact in what is imported.
        var met: [String: [String?]] = [:]
        for (read, record) in records {
            let result = checker.check(record, known, isFrom1904: read.table.isFrom1904)
            guard result.faults.isEmpty else {
                counts.refused += 1
                for fault in result.faults {
                    plan.problems.append(problem(fault, record, read))
                }
                continue
            }
            let values = identified(result.values, kind, existing)
            let key = existing.key { values[$0] }
            if let first = met[key], zip(first, values).contains(where: { a, b in a != nil && b != nil && a != b }) {
                counts.refused += 1
                let fault = RowChecker.Fault(
                    code: "R344", column: nil, value: nil,
                    reason: Text("同一件事前面已有一行，内容不同", "an earlier row tells the same fact otherwise"), proposal: nil)
                plan.problems.append(problem(fault, record, read))
                continue
            }
            met[key] = values
            let effect = existing.take(values)
            switch effect {
            case .new: counts.new += 1
            case .same: counts.same += 1
            case .changed: counts.changed += 1
            }
            if plan.samples.count < ImportPlan.sampleRows, effect != .same {
                plan.samples.append(sample(values, kind, read, record))
            }
        }
        if counts.new + counts.changed > 0 { counts.content = existing.csv }
        plan.kinds.append(counts)
        known.put(existing)
    }

    private func problem(_ fault: RowChecker.Fault, _ record: ImportedRecord, _ read: Read) -> ImportPlan.Problem {
        ImportPlan.Problem(
            code: fault.code, file: read.file, place: read.table.place(row: record.row, column: fault.column),
            cell: (read.table.name, record.row, fault.column), value: fault.value, reason: fault.reason,
            proposal: fault.proposal)
    }

    private func sample(_ values: [String?], _ kind: RecordKind, _ read: Read, _ record: ImportedRecord)
        -> ImportPlan.Sample
    {
        ImportPlan.Sample(
            file: kind.file, place: read.table.place(row: record.row, column: nil),
            values: zip(kind.columns, values).compactMap { column, value in value.map { (column.name, $0) } })
    }

    /// With a number of its own, made of what the record says, where its kind has one and the file does not.
    private func identified(_ values: [String?], _ kind: RecordKind, _ existing: ExistingRecords) -> [String?] {
        guard let column = kind.columns.firstIndex(where: { $0.type == .identifier }), values[column] == nil else {
            return values
        }
        var identified = values
        identified[column] = MadeIdentifier.of(existing.key { values[$0] }, kind: kind.name)
        return identified
    }
}

/// A number for a record whose file has none, made of what it says: the same record has the same number wherever it is imported.
enum MadeIdentifier {
    static func of(_ text: String, kind: String) -> String {
        // FNV-1a.
        let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return kind.prefix(1).uppercased() + String(hash, radix: 36).uppercased()
    }
}

extension ImportedRecord {
    /// A number made of its texts as they came.
    var madeIdentifier: String {
        let fields = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }
        return MadeIdentifier.of(
            ([person?.number ?? "", person?.name ?? ""] + fields).joined(separator: "\u{1F}"), kind: kind)
    }
}

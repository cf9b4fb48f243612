internal import CivilTime
internal import Messages
internal import PolicyYAML
internal import ZhucunKernel

/// The rows of one kind that a folder has already, as they stand in its file.
struct ExistingRecords {
    let kind: RecordKind
    /// The headers of its file; those of a new one are the English names.
    private(set) var header: [String] = []
    /// For each column of the kind where the file has it.
    private(set) var places: [Int?]
    private(set) var rows: [[String]] = []
    private(set) var problem: ImportProblem?
    /// By what makes a record the same fact: the place of its row.
    private var byKey: [String: Int] = [:]
    private let keyColumns: [Int]
    private var probe: FieldProbe

    init(_ kind: RecordKind, folder: String, words: Words, zone: CivilZone) {
        self.kind = kind
        places = Array(repeating: nil, count: kind.columns.count)
        keyColumns = kind.columns.indices.filter { index in
            let column = kind.columns[index]
            if column.type.isDerived { return false }
            return kind.about.identity.isEmpty
                ? column.type != .identifier : kind.about.identity.contains(column.name)
        }
        probe = FieldProbe(kind, words: words, zone: zone)
        guard case .success(let bytes) = SourceFile.content(of: folder + "/" + kind.file, atMost: FileLimits.bytes),
            !bytes.isEmpty
        else { return }
        do throws(ImportProblem) {
            let table = try DelimitedText.table(try TextDecoding.utf8(bytes))
            guard let first = table.rows.first else { return }
            header = first.cells
            let names = kind.columnsByPlainName
            for (place, text) in header.enumerated() {
                if let column = names[HeaderName.plain(text)], places[column] == nil { places[column] = place }
            }
            for row in table.rows.dropFirst() where LeftOutRow.of(row.cells) == nil { append(row.cells) }
        } catch {
            problem = error
        }
    }

    private mutating func append(_ cells: [String]) {
        rows.append(cells)
        var values = [String?](repeating: nil, count: kind.columns.count)
        for column in keyColumns { values[column] = value(column, of: cells) }
        let key = key { values[$0] }
        if byKey[key] == nil { byKey[key] = rows.count - 1 }
    }

    private mutating func value(_ column: Int, of cells: [String]) -> String? {
        guard let place = places[column], place < cells.count, !cells[place].isEmpty else { return nil }
        if case .value(let text) = probe.read(cells[place], column: column) { return text }
        return cells[place]
    }

    /// By what a record is the same fact as another: the columns of its identity, or all but its own number.
    func key(_ value: (Int) -> String?) -> String {
        keyColumns.map { value($0) ?? "" }.joined(separator: "\u{1F}")
    }

    /// What a record does to those that are there.
    enum Effect { case new, same, changed }

    /// Takes a record in.
    mutating func take(_ values: [String?]) -> Effect {
        let key = key { values[$0] }
        guard let place = byKey[key] else {
            byKey[key] = rows.count
            rows.append([])
            write(values, into: rows.count - 1)
            return .new
        }
        let cells = rows[place]
        let differs = kind.columns.indices.contains { index in
            guard let new = values[index],
                kind.columns[index].type != .identifier || kind.about.identity.contains(kind.columns[index].name)
            else { return false }
            return value(index, of: cells) != new
        }
        guard differs else { return .same }
        var kept = values
        // A record keeps its number.
        for index in kind.columns.indices
        where kind.columns[index].type == .identifier && value(index, of: cells) != nil { kept[index] = nil }
        write(kept, into: place)
        return .changed
    }

    private mutating func write(_ values: [String?], into row: Int) {
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            if places[index] == nil {
                places[index] = header.count
                header.append(kind.columns[index].name)
            }
            guard let place = places[index] else { continue }
            while rows[row].count <= place { rows[row].append("") }
            rows[row][place] = value
        }
    }

    /// The identifiers of its rows.
    mutating func identifiers() -> [String] {
        guard let column = kind.columns.firstIndex(where: { $0.type == .identifier }) else { return [] }
        return rows.indices.compactMap { value(column, of: rows[$0]) }
    }

    /// The texts of two columns, row by row.
    func pairs(_ first: String, _ second: String) -> [(String, String)] {
        func place(_ name: String) -> Int? { kind.columns.firstIndex { $0.name == name }.flatMap { places[$0] } }
        guard let first = place(first), let second = place(second) else { return [] }
        return rows.filter { $0.count > max(first, second) }.map {
            (WrittenField.trimmed($0[first]), WrittenField.trimmed($0[second]))
        }
    }

    /// The file's text.
    var csv: [UInt8] {
        var text: [UInt8] = []
        for row in [header] + rows {
            for place in header.indices {
                if place > 0 { text.append(UInt8(ascii: ",")) }
                CSVText.add(place < row.count ? row[place] : "", to: &text)
            }
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }
}

/// Fields as RFC 4180 writes them.
enum CSVText {
    static func add(_ field: String, to text: inout [UInt8]) {
        let isPlain = !field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        guard !isPlain else { return text.append(contentsOf: field.utf8) }
        text.append(0x22)
        for byte in field.utf8 {
            if byte == 0x22 { text.append(0x22) }
            text.append(byte)
        }
        text.append(0x22)
    }
}

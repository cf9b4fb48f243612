import CivilTime
import PolicyYAML

/// Reads one file of a kind: header, rows, checks. Every bad row is reported; a table holds only good ones.
struct RecordImport {
    /// More bad rows of one file than this are counted, not listed.
    static let listedProblems = 500
    static let batchSize = 1 << 15

    let kind: RecordKind
    let shownPath: String
    private(set) var table: RecordTable
    private(set) var diagnostics = Diagnostics()
    /// Rows read, good or bad.
    private(set) var rowCount = 0
    private(set) var badRows = 0
    private var unlisted = 0
    private var positions: [Int?] = []
    private var headerCount = 0
    private var identifiers: [Int32: Int32] = [:]
    private var unknown: [UnknownText: (location: Location, text: String, rows: Int)] = [:]
    /// What names nothing, in which column.
    private struct UnknownText: Hashable {
        let column: Int
        let number: Int32
    }

    private let span: (from: Int, to: Int)?
    private let isRequired: [Bool]
    /// For references, by the number of a symbol: whether it names something.
    private let known: [[Bool]?]

    init(kind: RecordKind, shownPath: String, known: (ColumnType) -> [Bool]?) {
        self.kind = kind
        self.shownPath = shownPath
        table = RecordTable(kind)
        isRequired = kind.columns.map(\.isRequired)
        self.known = kind.columns.map { known($0.type) }
        span = kind.about.span.flatMap { span in
            guard let from = kind.index(of: span.from), let to = kind.index(of: span.to) else { return nil }
            return (from, to)
        }
    }

    /// Reads the whole file; `consume` is given full batches of a streamed kind.
    mutating func run(_ stream: consuming ByteStream, _ fields: inout FieldReader, _ symbols: inout Symbols, consume: (borrowing RecordTable, Symbols) -> Void) {
        var reader = CSVReader(stream)
        let first = reader.next()
        if let failure = reader.stream.failure {
            diagnostics.report(.unreadable(shownPath, errorNumber: failure))
            return
        }
        guard first == .row else {
            diagnostics.report(first == .end ? .noHeader(shownPath) : .brokenRow(first, location(reader, nil)))
            return
        }
        table.isPresent = true
        guard readHeader(reader) else { return }
        reading: while true {
            let outcome = reader.next()
            switch outcome {
            case .end: break reading
            case .row:
                rowCount += 1
                row(reader, &fields, &symbols)
            default:
                rowCount += 1
                badRows += 1
                bad(.brokenRow(outcome, location(reader, nil)))
                if outcome == .unclosedQuote { break reading }
            }
            if kind.about.isStreamed, table.count >= RecordImport.batchSize {
                consume(table, symbols)
                table.removeRows()
            }
        }
        if let failure = reader.stream.failure { diagnostics.report(.unreadable(shownPath, errorNumber: failure)) }
        if reader.stream.hasInvalidText { diagnostics.report(.invalidText(shownPath)) }
        if kind.about.isStreamed, table.count > 0 {
            consume(table, symbols)
            table.removeRows()
        }
        for (key, problem) in unknown {
            diagnostics.report(.unknownReference(problem.text, kind.columns[key.column], at: problem.location, rows: problem.rows))
        }
        table.parts = fields.parts
        noteUnlistedWords(symbols, fields.words)
        if unlisted > 0 { diagnostics.report(.moreBadRows(shownPath, unlisted)) }
    }

    private mutating func readHeader(_ reader: borrowing CSVReader) -> Bool {
        positions = Array(repeating: nil, count: kind.columns.count)
        headerCount = reader.fields.count
        for (index, field) in reader.fields.enumerated() {
            let name = reader.text(field)
            guard let column = kind.columns.firstIndex(where: { ($0.name == name || $0.chineseName == name) && !$0.type.isDerived }) else {
                diagnostics.report(.unknownColumn(name, kind, at: location(reader, field)))
                continue
            }
            if positions[column] != nil {
                diagnostics.report(.repeatedColumn(name, at: location(reader, field)))
            }
            positions[column] = index
        }
        var isComplete = true
        for (index, column) in kind.columns.enumerated() where column.isRequired && positions[index] == nil && !column.type.isDerived {
            diagnostics.report(.missingColumn(column, at: location(reader, nil)))
            isComplete = false
        }
        return isComplete
    }

    private mutating func row(_ reader: borrowing CSVReader, _ fields: inout FieldReader, _ symbols: inout Symbols) {
        let isBroken = !readFields(reader, &fields, &symbols)
        let count = table.lines.count
        if isBroken {
            badRows += 1
            for index in table.columns.indices where table.columns[index].count > count { table.columns[index].removeLast() }
            return
        }
        table.lines.append(Int32(clamping: reader.line))
    }

    /// Appends the row's values; false when any was bad.
    private mutating func readFields(_ reader: borrowing CSVReader, _ fields: inout FieldReader, _ symbols: inout Symbols) -> Bool {
        var isGood = true
        if reader.fields.count > headerCount, let extra = reader.fields.last {
            bad(.tooManyFields(reader.fields.count, at: location(reader, extra)))
            isGood = false
        }
        for index in isRequired.indices {
            var value = RecordTable.missing
            if let position = positions[index], position < reader.fields.count {
                let field = reader.fields[position]
                if field.start < field.end {
                    if let parsed = reader.withField(field, { fields.read($0, column: index, &symbols) }) {
                        value = parsed
                        for number in fields.parts[Int32(truncatingIfNeeded: parsed)] ?? [Int32(truncatingIfNeeded: parsed)] where isUnknown(number, index) {
                            noteUnknown(number, index, reader, field, symbols)
                            isGood = false
                        }
                    } else {
                        bad(.badField(reader.text(field), kind.columns[index], fields.words, at: location(reader, field)))
                        isGood = false
                    }
                }
            }
            if value == RecordTable.missing, isRequired[index], isGood {
                let field = positions[index].flatMap { $0 < reader.fields.count ? reader.fields[$0] : nil }
                bad(.emptyField(kind.columns[index], at: location(reader, field)))
                isGood = false
            }
            table.columns[index].append(value)
        }
        return isGood && checkRow(reader, symbols)
    }

    private mutating func checkRow(_ reader: borrowing CSVReader, _ symbols: Symbols) -> Bool {
        let row = table.lines.count
        if let span, table.columns[span.to][row] != RecordTable.missing, table.columns[span.to][row] < table.columns[span.from][row] {
            let position = positions[span.to].map { reader.fields[$0] }
            bad(.endsBeforeItBegins(kind.columns[span.from].name, kind.columns[span.to].name, at: location(reader, position)))
            return false
        }
        if let identifier = kind.identifier {
            let symbol = Symbol(raw: table.columns[identifier][row])
            if let line = identifiers[symbol.number] {
                let position = positions[identifier].map { reader.fields[$0] }
                bad(.repeatedIdentifier(symbols.text(symbol), firstLine: Int(line), at: location(reader, position)))
                return false
            }
            identifiers[symbol.number] = Int32(clamping: reader.line)
        }
        return true
    }

    /// Words of open groups that the vocabulary does not have, each once.
    private mutating func noteUnlistedWords(_ symbols: Symbols, _ words: Words) {
        for (index, column) in kind.columns.enumerated() {
            guard case .openWord(let group) = column.type, !words.names(in: group).isEmpty else { continue }
            var rows: [Int64: (line: Int32, count: Int)] = [:]
            for (value, line) in zip(table.columns[index], table.lines) where value != RecordTable.missing {
                rows[value] = (min(line, rows[value]?.line ?? line), (rows[value]?.count ?? 0) + 1)
            }
            for (value, found) in rows {
                let text = symbols.text(Symbol(raw: value))
                guard words.key(of: text, in: group) == nil else { continue }
                let place = Location(path: shownPath, line: Int(found.line), column: 1, endColumn: 1, lineText: "")
                diagnostics.report(.unlistedWord(text, column, group: group, words, at: place, rows: found.count))
            }
        }
    }

    /// Whether a reference names nothing that is there.
    private func isUnknown(_ number: Int32, _ column: Int) -> Bool {
        guard let known = known[column] else { return false }
        return number >= known.count || !known[Int(number)]
    }

    private mutating func noteUnknown(_ number: Int32, _ column: Int, _ reader: borrowing CSVReader, _ field: CSVField, _ symbols: Symbols) {
        let key = UnknownText(column: column, number: number)
        if unknown[key] != nil {
            unknown[key]?.rows += 1
        } else {
            unknown[key] = (location(reader, field), symbols.text(Symbol(number)), 1)
        }
    }

    private mutating func bad(_ diagnostic: Diagnostic) {
        if diagnostics.errorCount < RecordImport.listedProblems { diagnostics.report(diagnostic) } else { unlisted += 1 }
    }

    private func location(_ reader: borrowing CSVReader, _ field: CSVField?) -> Location {
        let line = reader.lineText
        guard let field else { return Location(path: shownPath, line: reader.line, column: 1, endColumn: 1, lineText: line) }
        let column = reader.column(of: field)
        let width = max(1, reader.text(field).unicodeScalars.count + (field.isScratch ? 2 : 0))
        return Location(path: shownPath, line: reader.line, column: column, endColumn: column + width, lineText: line)
    }
}

extension ColumnType {
    /// The vocabulary's group that a column's words are of.
    var group: String? {
        switch self {
        case .word(let group, _), .openWord(let group): group
        default: nil
        }
    }

    var isDerived: Bool {
        if case .ratio = self { true } else { false }
    }
}

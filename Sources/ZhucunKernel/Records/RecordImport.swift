import CivilTime
import PolicyYAML

/// Reads one file of a kind: header, rows, checks. Every bad row is reported; a table holds only good ones.
struct RecordImport {
    /// More bad rows of one file than this are counted, not listed.
    static let listedProblems = 500

    let kind: RecordKind
    let shownPath: String
    private(set) var table: RecordTable
    private(set) var diagnostics = Diagnostics()
    /// Rows read, good or bad.
    private(set) var rowCount = 0
    private(set) var badRows = 0
    private var unlisted = 0
    /// Where the header has each column.
    private(set) var positions: [Int?] = []
    private var headerCount = 0
    private var fit: RowFit
    private var unknown = UnknownReferences()

    /// The row being read, one value for each column.
    private var row: [Int64]
    private var hasInvalidText = false
    /// How many lines have been read, how their text is written, and whether the last row goes on behind them.
    private(set) var lineCount = 0
    private(set) var encoding = TextEncoding.undecided
    private(set) var endsInQuote = false
    /// Identifiers that are looked up many at once; nil: one after the other.
    var later: QuickRows.LaterIdentifiers?
    /// See ``RecordBatch/zones``.
    var zones = UInt64.max
    /// Where only some rows of a file are there: of each its line in the whole file.
    var lines: [Int32]?

    private let isRequired: [Bool]
    /// For columns of days that may carry their half: the column of the half.
    private let halves: [Int?]
    /// For references, by the number of a symbol: whether it names something.
    private let known: [[Bool]?]

    init(kind: RecordKind, shownPath: String, known: (ColumnType) -> [Bool]?) {
        self.kind = kind
        self.shownPath = shownPath
        table = RecordTable(kind)
        row = Array(repeating: RecordTable.missing, count: kind.columns.count)
        isRequired = kind.columns.map(\.isRequired)
        halves = kind.columns.map { column in kind.columns.firstIndex { $0.type == .half(of: column.name) } }
        self.known = kind.columns.map { known($0.type) }
        fit = RowFit(kind)
    }

    /// Reads the whole file; `consume` is given the rows of a streamed kind.
    mutating func run(
        _ stream: consuming ByteStream, _ fields: inout FieldReader, _ symbols: inout Symbols, consume: (borrowing RecordBatch, Symbols) -> Void
    ) {
        var reader = CSVReader(stream)
        if readHeader(&reader) { readRows(&reader, &fields, &symbols, consume) }
        for (index, column) in kind.columns.enumerated() {
            if let word = column.stands { table.columns[index].fill(with: symbols.intern(word).number) }
        }
        finish(fields, symbols)
    }

    /// False when there is none that rows can be read by.
    mutating func readHeader(_ reader: inout CSVReader) -> Bool {
        let first = reader.next()
        if let failure = reader.stream.failure {
            diagnostics.report(.unreadable(shownPath, errorNumber: failure))
            return false
        }
        guard first == .row else {
            diagnostics.report(first == .end ? .noHeader(shownPath) : .brokenRow(first, location(reader, nil)))
            return false
        }
        table.isPresent = true
        lineCount = reader.nextLine - 1
        return takeHeader(reader)
    }

    /// The same of a file in parts, whose text is written as its first block tells.
    mutating func readHeader(of file: SplitFile) -> Bool {
        var reader = CSVReader(ByteStream(bytes: file.header, encoding: file.encoding))
        return readHeader(&reader)
    }

    /// Has the identifiers of the first column that names something looked up many at once.
    mutating func lookUpLater(_ symbols: Symbols) {
        guard let column = kind.naming.first, let known = known[column] else { return }
        later = QuickRows.LaterIdentifiers(column: column, identifiers: IdentifierTable(known, symbols))
    }

    /// Where a file has each column of a kind; nil when rows cannot be read by its header.
    static func positions(_ kind: RecordKind, _ file: SplitFile) -> [Int?]? {
        var found = RecordImport(kind: kind, shownPath: file.path, known: { _ in nil })
        return found.readHeader(of: file) ? found.positions : nil
    }

    /// The header alone, to read a part of the rows by.
    var withoutFindings: RecordImport {
        var rows = self
        rows.diagnostics = Diagnostics()
        rows.lineCount = 0
        rows.rowCount = 0
        return rows
    }

    /// Reads every row behind the header.
    mutating func readRows(
        _ reader: inout CSVReader, _ fields: inout FieldReader, _ symbols: inout Symbols, _ consume: (borrowing RecordBatch, Symbols) -> Void
    ) {
        var quick = QuickRows(kind, positions: positions, fieldCount: headerCount, known: known, later: later, zone: fields.zone)
        var batch = RecordBatch(kind)
        batch.zones = zones
        // Where rows have to fit each other, more are tried at once as long as they do.
        var tried = 1
        reading: while true {
            let first = batch.count
            var end = quick.read(
                reader.bytes.span, from: reader.position, line: reader.nextLine, atMost: fit.isEmpty ? .max : tried, into: &batch, &fields, &symbols)
            if !fit.isEmpty {
                let fitting = fit.note(batch, from: first)
                tried = fitting == batch.count ? min(tried * 2, RecordBatch.size) : 1
                if fitting < batch.count {
                    batch.count = first
                    end = quick.read(
                        reader.bytes.span, from: reader.position, line: reader.nextLine, atMost: fitting - first, into: &batch, &fields, &symbols)
                }
            }
            if batch.count > first {
                reader.pass(rows: batch.count - first, endingAt: end)
                rowCount += batch.count - first
            } else {
                let outcome = reader.next()
                guard outcome != .end else { break reading }
                rowCount += 1
                if outcome == .row, readFields(reader, &fields, &symbols), check(reader, symbols) {
                    batch.append(row, line: reader.line)
                    _ = fit.note(batch, from: first)
                } else {
                    badRows += 1
                    if outcome != .row { bad(.brokenRow(outcome, location(reader, nil))) }
                }
                if outcome == .unclosedQuote {
                    endsInQuote = true
                    break reading
                }
            }
            if batch.isFull {
                if table.count == 0, !kind.about.isStreamed { table.reserve(reader.rowCount(like: batch.count)) }
                empty(&batch, symbols, consume)
            }
        }
        empty(&batch, symbols, consume)
        if let failure = reader.stream.failure { diagnostics.report(.unreadable(shownPath, errorNumber: failure)) }
        hasInvalidText = reader.stream.hasInvalidText
        encoding = reader.stream.encoding
        lineCount = reader.nextLine - 1
    }

    private mutating func empty(_ batch: inout RecordBatch, _ symbols: Symbols, _ consume: (borrowing RecordBatch, Symbols) -> Void) {
        guard batch.count > 0 else { return }
        if kind.about.isStreamed { consume(batch, symbols) } else { table.append(batch) }
        batch.count = 0
    }

    /// Counts the rows that were taken in a run before.
    mutating func goOn(from taken: TakenFile) {
        rowCount = taken.rows
        lineCount = taken.lines
    }

    /// Whether every row was good.
    var isWithoutFault: Bool { badRows == 0 && !diagnostics.hasErrors }

    /// Adds the rows of the part of the file that comes next.
    mutating func append(_ part: RecordImport) {
        rowCount += part.rowCount
        badRows += part.badRows
        unlisted += part.unlisted
        hasInvalidText = hasInvalidText || part.hasInvalidText
        for diagnostic in part.diagnostics.all { bad(diagnostic.moved(by: lineCount)) }
        unknown.append(part.unknown, movedBy: lineCount)
        lineCount += part.lineCount
    }

    /// Reports what can only be said at the end, and puts the rows in order.
    mutating func finish(_ fields: FieldReader, _ symbols: Symbols) {
        if hasInvalidText { diagnostics.report(.invalidText(shownPath)) }
        unknown.report(kind, into: &diagnostics)
        table.parts = fields.parts
        if let lines { table.lines = table.lines.map { lines[Int($0) - 2] } }
        table.reportUnlistedWords(symbols, fields.words, shownPath: shownPath, into: &diagnostics)
        if unlisted > 0 { diagnostics.report(.moreBadRows(shownPath, unlisted)) }
        table.sort(symbols)
    }

    private mutating func takeHeader(_ reader: borrowing CSVReader) -> Bool {
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

    /// Reads the row's values; false when any was bad.
    private mutating func readFields(_ reader: borrowing CSVReader, _ fields: inout FieldReader, _ symbols: inout Symbols) -> Bool {
        var isGood = true
        var carried: [Int: Int64] = [:]
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
                            unknown.note(symbols.text(Symbol(number)), column: index, at: location(reader, field))
                            isGood = false
                        }
                    } else if let half = halves[index], let both = reader.withField(field, { fields.dayAndHalf($0) }) {
                        value = both.day
                        carried[half] = both.half
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
            if let half = carried[index] {
                if value != RecordTable.missing, value != half {
                    bad(.twoHalves(kind.columns[index].name, at: location(reader, positions[index].map { reader.fields[$0] })))
                    isGood = false
                }
                value = half
            }
            row[index] = value
        }
        return isGood
    }

    /// Reports what does not fit; false then.
    private mutating func check(_ reader: borrowing CSVReader, _ symbols: Symbols) -> Bool {
        if let span = fit.span, fit.endsBeforeItBegins(row[span.from], row[span.to]) {
            let field = positions[span.to].map { reader.fields[$0] }
            bad(.endsBeforeItBegins(kind.columns[span.from].name, kind.columns[span.to].name, at: location(reader, field)))
            return false
        }
        if let identifier = kind.identifier, let line = fit.line(of: row[identifier]) {
            let field = positions[identifier].map { reader.fields[$0] }
            bad(.repeatedIdentifier(symbols.text(Symbol(raw: row[identifier])), firstLine: Int(line), at: location(reader, field)))
            return false
        }
        return true
    }

    /// Whether a reference names nothing that is there.
    private func isUnknown(_ number: Int32, _ column: Int) -> Bool {
        guard let known = known[column] else { return false }
        return number >= known.count || !known[Int(number)]
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

extension Diagnostic {
    /// The same about a place so many lines further down.
    fileprivate func moved(by lines: Int) -> Diagnostic {
        var moved = self
        moved.primary?.location.line += lines
        for index in moved.secondary.indices { moved.secondary[index].location.line += lines }
        return moved
    }
}

import CivilTime
import Messages

/// Reads one file of a kind: header, rows, checks. Every bad row is reported; a table holds only good ones.
struct RecordImport {
    let kind: RecordKind
    let shownPath: String
    private(set) var table: RecordTable
    private(set) var diagnostics = Diagnostics()
    /// What is wrong in rows.
    var faults = Faults()
    var refused = RefusedRows()
    /// Rows read, good or bad.
    private(set) var rowCount = 0
    private(set) var badRows = 0
    private(set) var header = RecordHeader()
    var fit: RowFit

    /// The row being read, one value for each column.
    var row: [Int64]
    private var hasInvalidText = false
    /// Why the file cannot be read at all.
    private(set) var failure: RecordSourceProblem?
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

    let isRequired: [Bool]
    let bounds: [ClosedRange<Int64>?]
    /// For columns of days that may carry their half: the column of the half.
    let halves: [Int?]
    /// For references, by the number of a symbol: whether it names something.
    let known: [[Bool]?]

    init(kind: RecordKind, shownPath: String, known: (ColumnType) -> [Bool]?) {
        self.kind = kind
        self.shownPath = shownPath
        table = RecordTable(kind)
        row = Array(repeating: RecordTable.missing, count: kind.columns.count)
        isRequired = kind.columns.map(\.isRequired)
        bounds = kind.columns.map(\.rawBounds)
        halves = kind.columns.map { column in kind.columns.firstIndex { $0.type == .half(of: column.name) } }
        self.known = kind.columns.map { known($0.type) }
        fit = RowFit(kind)
    }

    /// Reads the whole file; `consume` is given the rows of a streamed kind.
    mutating func run(
        _ stream: consuming ByteStream, _ fields: inout FieldReader, _ symbols: inout Symbols,
        consume: (borrowing RecordBatch, Symbols) -> Void
    ) {
        var reader = CSVReader(stream)
        if readHeader(&reader) { readRows(&reader, &fields, &symbols, consume) } else { refuseRows(&reader) }
        for (index, column) in kind.columns.enumerated() {
            guard column.emptyIsWord, let word = column.type.group.flatMap({ fields.words.forEmpty(in: $0) }) else {
                continue
            }
            table.columns[index].fill(with: symbols.intern(word).number)
        }
        finish(fields, symbols)
    }

    /// False when there is none that rows can be read by.
    mutating func readHeader(_ reader: inout CSVReader) -> Bool {
        let first = reader.next()
        if let failure = reader.stream.failure {
            diagnostics.report(.unreadable(shownPath, failure))
            self.failure = failure
            return false
        }
        guard first == .row else {
            diagnostics.report(first == .end ? .noHeader(shownPath) : .brokenRow(first, location(reader, nil)))
            return false
        }
        lineCount = reader.nextLine - 1
        let found = RecordHeader.read(reader, kind, shownPath, &diagnostics, &faults)
        header = found ?? header
        table.isPresent = found != nil
        return table.isPresent
    }

    /// Counts the rows of a file that they cannot be read of: none of them is used, and nothing is known of the kind.
    private mutating func refuseRows(_ reader: inout CSVReader) {
        refused.isWhole = true
        while reader.next() != .end { badRows += 1 }
        rowCount = badRows
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
        return found.readHeader(of: file) ? found.header.positions : nil
    }

    /// The header alone, to read a part of the rows by.
    var withoutFindings: RecordImport {
        var rows = self
        rows.diagnostics = Diagnostics()
        rows.faults = Faults()
        rows.lineCount = 0
        rows.rowCount = 0
        return rows
    }

    /// Reads every row behind the header.
    mutating func readRows(
        _ reader: inout CSVReader, _ fields: inout FieldReader, _ symbols: inout Symbols,
        _ consume: (borrowing RecordBatch, Symbols) -> Void
    ) {
        var quick = QuickRows(
            kind, positions: header.positions, fieldCount: header.count, known: known, later: later, zone: fields.zone)
        var batch = RecordBatch(kind)
        batch.zones = zones
        // More rows are tried at once as long as they can be used.
        var tried = fit.isEmpty ? RecordBatch.size : 1
        reading: while true {
            let first = batch.count
            var end = quick.read(
                reader.bytes.span, from: reader.position, line: reader.nextLine, atMost: tried, into: &batch, &fields,
                &symbols)
            if fit.isEmpty {
                tried = batch.count > first ? min(tried * 2, RecordBatch.size) : 1
            } else {
                let fitting = fit.note(batch, from: first)
                tried = fitting == batch.count ? min(tried * 2, RecordBatch.size) : 1
                if fitting < batch.count {
                    batch.count = first
                    end = quick.read(
                        reader.bytes.span, from: reader.position, line: reader.nextLine, atMost: fitting - first,
                        into: &batch, &fields, &symbols)
                }
            }
            if batch.count > first {
                reader.pass(rows: batch.count - first, endingAt: end)
                rowCount += batch.count - first
            } else {
                let outcome = reader.next()
                guard outcome != .end else { break reading }
                if outcome == .row, leavesOut(reader) { continue reading }
                rowCount += 1
                if outcome == .row, readFields(reader, &fields, &symbols), check(reader, symbols) {
                    batch.append(row, line: reader.line)
                    _ = fit.note(batch, from: first)
                } else {
                    badRows += 1
                    if outcome == .row {
                        noteRefused(reader, &fields, &symbols)
                    } else {
                        note(.broken(outcome), nil, reader) { .brokenRow(outcome, $1.location($0, nil)) }
                    }
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
        if let failure = reader.stream.failure { diagnostics.report(.unreadable(shownPath, failure)) }
        hasInvalidText = reader.stream.hasInvalidText
        encoding = reader.stream.encoding
        lineCount = reader.nextLine - 1
    }

    private mutating func empty(
        _ batch: inout RecordBatch, _ symbols: Symbols, _ consume: (borrowing RecordBatch, Symbols) -> Void
    ) {
        guard batch.count > 0 else { return }
        if kind.about.isStreamed { consume(batch, symbols) } else { table.append(batch) }
        batch.count = 0
    }

    /// Counts the rows that were taken in a run before.
    mutating func goOn(from taken: TakenFile) {
        rowCount = taken.rows
        lineCount = taken.lines
        encoding = taken.encoding
    }

    /// Whether every row was good.
    var isWithoutFault: Bool { badRows == 0 && !diagnostics.hasErrors }

    /// Adds the rows of the part of the file that comes next.
    mutating func append(_ part: RecordImport) {
        rowCount += part.rowCount
        badRows += part.badRows
        if encoding == .undecided { encoding = part.encoding }
        hasInvalidText = hasInvalidText || part.hasInvalidText
        diagnostics.merge(part.diagnostics)
        faults.append(part.faults, movedBy: lineCount)
        refused.append(part.refused, movedBy: lineCount)
        lineCount += part.lineCount
    }

    /// Reports what can only be said at the end, and puts the rows in order.
    mutating func finish(_ fields: FieldReader, _ symbols: Symbols) {
        if hasInvalidText { diagnostics.report(.invalidText(shownPath)) }
        faults.report(shownPath, kind.columns.map(\.name), into: &diagnostics)
        table.parts = fields.parts
        if let lines { table.lines = table.lines.map { lines[Int($0) - 2] } }
        table.reportUnlistedWords(symbols, fields.words, shownPath: shownPath, into: &diagnostics)
        table.reportHiddenCharacters(symbols, shownPath: shownPath, into: &diagnostics)
        table.sort(symbols, fields.words)
    }
}

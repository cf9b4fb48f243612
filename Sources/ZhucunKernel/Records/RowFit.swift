/// Whether the columns of a file's rows fit each other, and their identifiers are new.
struct RowFit {
    /// Columns of which the second must not be before the first.
    let span: (from: Int, to: Int)?
    let identifier: Int?
    /// The line of each identifier met, by the number of its symbol; 0 for others.
    private var lines: [Int32] = []

    init(_ kind: RecordKind) {
        identifier = kind.identifier
        span = kind.about.span.flatMap { span in
            guard let from = kind.index(of: span.from), let to = kind.index(of: span.to) else { return nil }
            return (from, to)
        }
    }

    /// Whether every row fits.
    var isEmpty: Bool { span == nil && identifier == nil }

    func endsBeforeItBegins(_ from: Int64, _ to: Int64) -> Bool { to != RecordTable.missing && to < from }

    /// Notes the identifiers of rows up to the first that does not fit: where it stands.
    mutating func note(_ batch: borrowing RecordBatch, from first: Int) -> Int {
        for row in first..<batch.count {
            if let span, endsBeforeItBegins(batch.raw(span.from, row), batch.raw(span.to, row)) { return row }
            guard let number = identifier.map({ batch.raw($0, row) }), number >= 0 else { continue }
            guard line(of: number) == nil else { return row }
            let missing = Int(number) + 1 - lines.count
            if missing > 0 { lines.append(contentsOf: repeatElement(0, count: max(missing, lines.count))) }
            lines[Int(number)] = batch.lines[row]
        }
        return batch.count
    }

    /// The line of the row that has an identifier already.
    func line(of identifier: Int64) -> Int32? {
        identifier >= 0 && identifier < lines.count && lines[Int(identifier)] > 0 ? lines[Int(identifier)] : nil
    }
}

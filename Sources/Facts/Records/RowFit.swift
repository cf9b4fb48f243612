/// Whether the columns of a file's rows fit each other, and their identifiers are new.
struct RowFit {
    /// Two columns that contradict each other: days in the wrong order, or a part that is more than its whole.
    struct Misfit {
        let first: Int
        let second: Int
        let isOrder: Bool
    }

    /// Pairs of columns of which the second must not be less than the first, each the column at fault when it is.
    private let pairs: [Misfit]
    private let identifier: Int?
    /// The line of each identifier met, by the number of its symbol; 0 for others.
    private var lines: [Int32] = []

    init(_ kind: RecordKind) {
        identifier = kind.identifier
        let orders =
            kind.about.orders.map { ($0.earlier, $0.later, true) } + kind.about.parts.map { ($0.part, $0.whole, false) }
        pairs = orders.compactMap { first, second, isOrder in
            guard let first = kind.index(of: first), let second = kind.index(of: second) else { return nil }
            return Misfit(first: first, second: second, isOrder: isOrder)
        }
    }

    /// Whether every row fits.
    var isEmpty: Bool { pairs.isEmpty && identifier == nil }

    /// The first contradiction of a row, if there is one.
    func misfit(in value: (Int) -> Int64) -> Misfit? {
        pairs.first { pair in
            let (first, second) = (value(pair.first), value(pair.second))
            return first != RecordTable.missing && second != RecordTable.missing && second < first
        }
    }

    /// Notes the identifiers of rows up to the first that does not fit: where it stands.
    mutating func note(_ batch: borrowing RecordBatch, from first: Int) -> Int {
        for row in first..<batch.count {
            for pair in pairs {
                let second = batch.raw(pair.second, row)
                if second != RecordTable.missing, second < batch.raw(pair.first, row) { return row }
            }
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

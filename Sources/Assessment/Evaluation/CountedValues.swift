public import CivilTime

extension RecordTable {
    /// When a row was written down; nil where it does not say.
    public func entered(_ row: Int) -> Day? {
        guard let column = kind.index(of: kind.about.entered), columns[column][row] != RecordTable.missing else {
            return nil
        }
        return Day(raw: columns[column][row])
    }
}

extension CountedRows {
    /// How many different values a column has in rows that count: nights of patrol by their dates.
    public func number<Value>(_ facts: CountedFacts, distinct column: Column<Value>) -> ValueRange {
        number(facts, distinct: column.index)
    }

    /// The sum of a column over rows that count, in the column's own unit; nil when it is too large to be exact.
    public func sum<Value>(of column: Column<Value>, _ facts: CountedFacts) -> ValueRange? {
        sum(of: column.index, facts)
    }

    /// What a counted row says in a column; nil where it says nothing.
    public subscript<Value: ColumnValue>(_ column: Column<Value>, _ row: Int) -> Value? { table[column, row] }

    /// The text of a counted row's name, identifier or word; nil where it has none.
    public func text(_ column: Column<Symbol>, _ row: Int) -> String? {
        table[column, row].map(evaluation.symbols.text)
    }

    /// The number of a fact in a column's own unit: a range where its tellings disagree or do not say.
    public func number<Value>(_ column: Column<Value>, of row: Int, _ facts: CountedFacts) -> ValueRange {
        number(column.index, of: row, facts)
    }

    /// How many facts there are, or how many different values of a column they hold, each of several in a field by itself.
    public func number(_ facts: CountedFacts, distinct column: Int?) -> ValueRange {
        guard let column else { return facts.number }
        guard !table.kind.columns[column].type.holdsSeveral else {
            return different(facts, column) { [symbols = evaluation.symbols] in
                symbols.text(Symbol(raw: $0)).split(separator: ";")
            }
        }
        // Few rows are sooner compared with each other than put in a set.
        let (rows, values) = (facts.certain, table.columns[column])
        guard rows.count <= 8, facts.possible.isEmpty, facts.isWhole, facts.tellings.isEmpty,
            rows.allSatisfy({ values[$0] != RecordTable.missing })
        else {
            return different(facts, column) { [$0] }
        }
        return ValueRange(
            Fraction(rows.indices.count { place in !rows[..<place].contains { values[$0] == values[rows[place]] } }))
    }

    private func different<Value: Hashable>(_ facts: CountedFacts, _ column: Int, _ values: (Int64) -> [Value])
        -> ValueRange
    {
        var found: Set<Value> = []
        /// Of how many rows it is not known what they hold.
        var unknown = 0
        func add(_ row: Int) {
            if !isAgreed(column, row, facts) { return unknown += 1 }
            let raw = table.columns[column][row]
            if raw != RecordTable.missing { return found.formUnion(values(raw)) }
            if table.kind.columns[column].empty == .unknown { unknown += 1 }
        }
        facts.certain.forEach(add)
        let certain = found.count
        facts.possible.forEach(add)
        return ValueRange(Fraction(certain), facts.isWhole ? Fraction(found.count + unknown) : nil)
    }

    /// Whether all tellings of a fact say the same in a column.
    private func isAgreed(_ column: Int, _ row: Int, _ facts: CountedFacts) -> Bool {
        facts.tellings[row]?.allSatisfy { table.columns[column][$0] == table.columns[column][row] } ?? true
    }

    /// The number of a fact: a range where its tellings disagree or do not say.
    public func number(_ column: Int, of row: Int, _ facts: CountedFacts) -> ValueRange {
        let numbers = (facts.tellings[row] ?? [row]).map { row -> ValueRange in
            if let number = table.number(column, row) { return ValueRange(number) }
            return table.kind.columns[column].empty == .unknown ? .atLeastZero : .zero
        }
        return numbers.dropFirst().reduce(numbers[0]) { $0.union($1) }
    }

    /// Whether a fact says anything in a column.
    public func isSaid(_ column: Int, of row: Int, _ facts: CountedFacts) -> Bool {
        (facts.tellings[row] ?? [row]).contains { table.number(column, $0) != nil }
    }

    /// The sum of a column; nil when it is too large to be exact. Records hold no negative numbers.
    public func sum(of column: Int, _ facts: CountedFacts) -> ValueRange? {
        var sum = ValueRange.zero
        for row in facts.certain {
            guard let next = try? sum + number(column, of: row, facts) else { return nil }
            sum = next
        }
        for row in facts.possible {
            guard let next = try? sum + number(column, of: row, facts).union(.zero) else { return nil }
            sum = next
        }
        return facts.isWhole ? sum : ValueRange(sum.low, nil)
    }

    /// The text of a fact; nil where it has none, or its tellings disagree.
    public func text(_ column: Int, of row: Int, _ facts: CountedFacts) -> String? {
        isAgreed(column, row, facts) ? table.text(column, row, evaluation.symbols) : nil
    }
}

internal import Messages

// The values of one row: read, checked, and what is wrong with them noted.

extension RecordImport {
    /// Reads the row's values; false when any was bad.
    mutating func readFields(
        _ reader: borrowing CSVReader, _ fields: inout FieldReader, _ symbols: inout Symbols
    ) -> Bool {
        var isGood = true
        var carried: [Int: Int64] = [:]
        if reader.fields.count > header.count,
            let extra = reader.fields[header.count...].last(where: { $0.start < $0.end })
        {
            note(.tooMany, nil, reader) { .tooManyFields($0.fields.count, at: $1.location($0, extra)) }
            isGood = false
        }
        for index in isRequired.indices {
            var value = RecordTable.missing
            if let position = header.positions[index], position < reader.fields.count {
                let field = reader.fields[position]
                if field.start < field.end {
                    if let parsed = read(field, index, reader, &fields, &symbols) {
                        value = parsed
                        if !fits(parsed, index, field, reader, fields, symbols) { isGood = false }
                    } else if let half = halves[index], let both = reader.withField(field, { fields.dayAndHalf($0) }) {
                        value = both.day
                        carried[half] = both.half
                    } else {
                        noteBad(field, index, .field, reader, fields.words)
                        isGood = false
                    }
                }
            }
            if let half = carried[index] {
                if value != RecordTable.missing, value != half {
                    note(.halves, index, reader) { .twoHalves($1.kind.columns[index].name, at: $1.place(index, $0)) }
                    isGood = false
                }
                value = half
            }
            if value == RecordTable.missing, isRequired[index], isGood {
                note(.empty, index, reader) { .emptyField($1.kind.columns[index], at: $1.place(index, $0)) }
                isGood = false
            }
            row[index] = value
        }
        return isGood
    }

    /// The value of a field as record files write it, or else as people do; nil when it is neither.
    private func read(
        _ field: CSVField, _ index: Int, _ reader: borrowing CSVReader, _ fields: inout FieldReader,
        _ symbols: inout Symbols
    ) -> Int64? {
        let strict = reader.withField(field, { fields.read($0, column: index, &symbols) })
        if let strict, names(strict, index, fields) { return strict }
        let written = fields.readWritten(reader.text(field), kind.columns[index], at: index, &symbols)
        guard let written, names(written, index, fields) else { return strict }
        return written
    }

    /// Whether a value names what is there, where it must name something.
    private func names(_ value: Int64, _ index: Int, _ fields: FieldReader) -> Bool {
        guard known[index] != nil else { return true }
        let number = Int32(truncatingIfNeeded: value)
        return !(fields.parts[number] ?? [number]).contains { isUnknown($0, index) }
    }

    /// Whether a row is none of the records: blank, or a sum or a note below them, which is told.
    mutating func leavesOut(_ reader: borrowing CSVReader) -> Bool {
        guard let first = reader.fields.first,
            first.start == first.end || reader.withField(first, { LeftOutRow.mayBegin($0) })
        else { return false }
        var texts: [String] = []
        for field in reader.fields { texts.append(reader.text(field)) }
        guard let left = LeftOutRow.of(texts) else { return false }
        if case .note(let text) = left { note(.leftOut, nil, reader) { .leftOutRow(text, at: $1.location($0, nil)) } }
        return true
    }

    /// Whether a value names something that is there and is a number that can be; reports it otherwise.
    private mutating func fits(
        _ value: Int64, _ index: Int, _ field: CSVField, _ reader: borrowing CSVReader, _ fields: FieldReader,
        _ symbols: Symbols
    ) -> Bool {
        var isGood = true
        if let bounds = bounds[index], !bounds.contains(value) {
            noteBad(field, index, .bounds, reader, fields.words)
            isGood = false
        }
        guard known[index] != nil else { return isGood }
        for number in fields.parts[Int32(truncatingIfNeeded: value)] ?? [Int32(truncatingIfNeeded: value)]
        where isUnknown(number, index) {
            noteBad(
                field, index, .reference, reader, fields.words, text: symbols.text(Symbol(number)),
                meant: { symbols.text($0, of: $1) })
            isGood = false
        }
        return isGood
    }

    /// Notes a fault that each row is told of.
    mutating func note(
        _ fault: Faults.Cause.Kind, _ column: Int?, _ reader: borrowing CSVReader,
        _ diagnostic: (borrowing CSVReader, RecordImport) -> Diagnostic
    ) {
        let cause = Faults.Cause(kind: fault, column: column)
        if faults.count(cause) { faults.show(cause, nil, about(reader, diagnostic(reader, self))) }
    }

    /// Notes a field that cannot stand in its column, told once for all rows that have it. `text`: which part of it.
    private mutating func noteBad(
        _ field: CSVField, _ index: Int, _ fault: Faults.Cause.Kind, _ reader: borrowing CSVReader, _ words: Words,
        text: String? = nil, meant: (String, [Bool]) -> String? = { _, _ in nil }
    ) {
        let text = text ?? reader.text(field)
        let column = kind.columns[index]
        let damage = Damage.of(text, as: column.type)
        let cause = Faults.Cause(kind: fault, column: index, damage: damage?.damage)
        guard faults.count(cause, text) else { return }
        let place = location(reader, field)
        var found: Diagnostic =
            switch fault {
            case .reference: .unknownReference(text, column, at: place)
            case .bounds: .outOfBounds(text, column, at: place)
            default: .badField(text, column, words, at: place)
            }
        if let damage { found.help.insert(damage.damage.help(damage.meant), at: 0) }
        if case .meanings(let meanings) = WrittenField.read(text, as: column) {
            found.help.append(.oneOfMeanings(meanings))
        }
        if let named = known[index].flatMap({ meant(text, $0) }) { found.help.append(.mustBe(named)) }
        faults.show(cause, text, about(reader, found))
    }

    /// Reports what does not fit; false then.
    mutating func check(_ reader: borrowing CSVReader, _ symbols: Symbols) -> Bool {
        if let misfit = fit.misfit(in: { row[$0] }) {
            let (first, second) = (kind.columns[misfit.first].name, kind.columns[misfit.second].name)
            note(misfit.isOrder ? .order : .part, misfit.second, reader) {
                let place = $1.place(misfit.second, $0)
                return misfit.isOrder
                    ? .endsBeforeItBegins(first, second, at: place) : .partAboveWhole(second, first, at: place)
            }
            return false
        }
        if let identifier = kind.identifier, let line = fit.line(of: row[identifier]) {
            let text = symbols.text(Symbol(raw: row[identifier]))
            note(.identifier, identifier, reader) {
                .repeatedIdentifier(text, firstLine: Int(line), at: $1.place(identifier, $0))
            }
            return false
        }
        return true
    }

    /// Whether a reference names nothing that is there.
    func isUnknown(_ number: Int32, _ column: Int) -> Bool {
        guard let known = known[column] else { return false }
        return number >= known.count || !known[Int(number)]
    }
}

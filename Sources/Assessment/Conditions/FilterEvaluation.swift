internal import CivilTime

extension Filter.Entry {
    /// Whether a row passes this entry, as known on a day. Of an empty field that does not say what it means nothing is known.
    func truth(_ table: RecordTable, _ row: Int, _ evaluation: Evaluation) -> Truth {
        truth(of: test, table, row, evaluation)
    }

    private func truth(of test: Filter.Test, _ table: RecordTable, _ row: Int, _ evaluation: Evaluation) -> Truth {
        if case .not(let test) = test { return truth(of: test, table, row, evaluation).negated }
        guard index < table.kind.columns.count else { return anybody(test, table, row, evaluation) }
        let (symbols, asOf, recorder) = (evaluation.symbols, evaluation.asOf, evaluation.recorder)
        let type = table.kind.columns[index].type
        if type.isDerived { return derived(test, table, row, recorder) }
        let raw = table.columns[index][row]
        // What happened later has not happened yet.
        let isLater =
            asOf.map {
                type == .day && table.kind.columns[index].date == .happened && raw != RecordTable.missing
                    && Day(raw: raw) > $0
            } ?? false
        if isLater { return test.ofEmpty(.notYet) }
        if raw == RecordTable.missing { return test.ofEmpty(table.kind.columns[index].empty) }
        switch test {
        case .oneOf(let values):
            if type == .day { return Truth(values.contains(Day(raw: raw).description)) }
            guard let text = table.text(index, row, symbols) else { return .unknown }
            if type.holdsSeveral {
                return Truth(text.split(separator: ";").contains { values.contains(String($0)) })
            }
            return Truth(values.contains(text))
        case .flag(let flag): return Truth(raw == (flag ? 1 : 0))
        case .comparison(let comparison):
            return table.number(index, row).map { comparison.truth(of: .number($0), recorder) } ?? .unknown
        case .isPresent(let present): return Truth(present)
        case .days:
            return test.holds([.text(Day(raw: raw).description)], ofEmpty: table.kind.columns[index].empty, recorder)
        case .named(let named):
            let names = (table.text(index, row, symbols) ?? "").split(separator: ";").map(String.init)
            return evaluation.truth(of: named, names, in: table.day(row).map { DayRange($0) } ?? evaluation.period.days)
        case .not, .sameDivision, .anyOf, .recent: return .unknown
        }
    }

    /// Of whomever a row names: one who passes decides; else what a column leaves open may be somebody who does.
    private func anybody(_ test: Filter.Test, _ table: RecordTable, _ row: Int, _ evaluation: Evaluation) -> Truth {
        let columns = table.kind.naming
        let names = columns.flatMap { column in
            (table.text(column, row, evaluation.symbols) ?? "").split(separator: ";").map {
                MeasureValue.text(String($0))
            }
        }
        let days = table.day(row).map { DayRange($0) } ?? evaluation.period.days
        let found = evaluation.truth(of: test, names, ofEmpty: .unknown, in: days)
        let isOpen = columns.contains { column in
            table.columns[column][row] == RecordTable.missing && table.kind.columns[column].empty == .unknown
        }
        return found == .no && isOpen ? .unknown : found
    }

    /// Of a column that is computed from others: unknown while one of them is; a share of nothing passes nothing.
    private func derived(_ test: Filter.Test, _ table: RecordTable, _ row: Int, _ recorder: BranchRecorder?) -> Truth {
        let number = table.number(index, row)
        if case .isPresent(let present) = test { return Truth((number != nil) == present) }
        guard case .comparison(let comparison) = test else { return .no }
        guard let number else { return table.lacks(table.kind.columns[index].type, row) ? .unknown : .no }
        return comparison.truth(of: .number(number), recorder)
    }
}

extension Filter.Test {
    /// Whether any of a field's values passes; where it has none, by what that means.
    func holds(_ values: [MeasureValue], ofEmpty meaning: EmptyMeaning, _ recorder: BranchRecorder?) -> Truth {
        if case .not(let test) = self { return test.holds(values, ofEmpty: meaning, recorder).negated }
        if case .isPresent(let present) = self { return Truth(values.isEmpty != present) }
        guard !values.isEmpty else { return ofEmpty(meaning) }
        return Truth(
            values.contains { value in
                switch self {
                case .oneOf(let wanted): wanted.contains(value.exactText)
                case .flag(let flag): value.exactText == String(flag)
                case .comparison(let comparison): comparison.truth(of: value, recorder) == .yes
                case .isPresent: true
                case .days(let from, let until):
                    Day(value.exactText).map { day in
                        (from.map { day >= $0 } ?? true) && (until.map { day <= $0 } ?? true)
                    } ?? false
                // Whom a subject's field names is asked of the evaluation.
                case .named, .not, .sameDivision, .anyOf, .recent: false
                }
            })
    }

    /// Of an empty field: one that means that there is none, or none yet, is no name and no number, and not so.
    func ofEmpty(_ meaning: EmptyMeaning) -> Truth {
        switch self {
        case .isPresent(let present): Truth(!present)
        case _ where meaning == .unknown: .unknown
        case .flag(let flag): Truth(!flag)
        case .oneOf, .comparison, .days, .named, .sameDivision, .anyOf, .recent: .no
        case .not(let test): test.ofEmpty(meaning).negated
        }
    }
}

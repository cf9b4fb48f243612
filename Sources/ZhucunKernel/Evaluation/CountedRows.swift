public import CivilTime
public import PolicyYAML

extension Evaluation {
    /// The rows about a subject in some days that pass a filter; nil where such records were not kept.
    public func countRecords(_ kind: RecordKind, _ filter: Filter, _ subject: Subject, _ days: DayRange, yearsEndInside: Bool = false) -> (rows: [Int], table: RecordTable)? {
        let table = records.table(kind)
        guard let symbol = world.symbolOf[subject.kind]?[subject.index], isKept(kind, subject, days) else { return nil }
        let rows = table.rows(of: symbol).filter { row in
            isInside(row, table, days, yearsEndInside) && filter.accepts(table, row, symbols, recorder)
        }
        return (rows, table)
    }

    /// What comes after the day on which it is asked is not known yet; what stands for a period is known once it was done.
    private func isInside(_ row: Int, _ table: RecordTable, _ days: DayRange, _ yearsEndInside: Bool) -> Bool {
        let kind = table.kind
        let today = asOf ?? .distantFuture
        if let period = kind.period, let text = table.text(period, row, symbols), let named = Period(text) {
            return days.contains(named.last) && (day(of: row, table) ?? named.last) <= today
        }
        guard let days = days.intersection(DayRange(.distantPast, today) ?? days) else { return false }
        guard let date = kind.date else { return true }
        let raw = table.columns[date][row]
        guard raw != RecordTable.missing else { return false }
        switch kind.columns[date].type {
        case .year:
            // A year's fact is known from the year's last day on; it counts in any window that touches the year.
            guard let first = Day(year: Int(raw), month: 1, day: 1) else { return false }
            let year = Period(containing: first, unit: .year)
            return yearsEndInside ? days.contains(year.last) : year.days.intersection(days) != nil
        case .period: return Period(symbols.text(Symbol(raw: raw))).map { days.contains($0.last) } ?? false
        default: break
        }
        guard kind.about.isState, let to = kind.index(of: kind.about.span?.to) else { return days.contains(Day(raw: raw)) }
        let last = table.columns[to][row]
        return Day(raw: raw) <= days.last && (last == RecordTable.missing || Day(raw: last) >= days.first)
    }

    private func day(of row: Int, _ table: RecordTable) -> Day? {
        guard let date = table.kind.date, case .day = table.kind.columns[date].type, table.columns[date][row] != RecordTable.missing else { return nil }
        return Day(raw: table.columns[date][row])
    }

    /// Whether records were kept in those of some days that are over when it is asked: of the others nobody can have kept them yet.
    private func isKept(_ kind: RecordKind, _ subject: Subject, _ days: DayRange) -> Bool {
        guard let asOf else { return isCovered(kind, subject, days) }
        guard let past = DayRange(days.first, min(days.last, asOf.advanced(by: -1))) else { return records.table(kind).isPresent }
        return isCovered(kind, subject, past)
    }

    /// Without a coverage file a kind that has a file at all is taken as kept; with one, every day must be covered.
    private func isCovered(_ kind: RecordKind, _ subject: Subject, _ days: DayRange) -> Bool {
        let spans = coverage[kind.name] ?? []
        guard !spans.isEmpty else { return records.table(kind).isPresent }
        let code = world.division(of: subject, in: days)
        let covering = spans.filter { code.hasPrefix($0.division) }.map(\.days)
        return days.days.allSatisfy { day in covering.contains { $0.contains(day) } }
    }

    /// One row on a line, without whom it is first about.
    public func describe(_ row: Int, _ kind: RecordKind) -> Text {
        let table = records.table(kind)
        let parts = kind.columns.indices.compactMap { index -> (zh: String, en: String)? in
            let column = kind.columns[index]
            guard index != kind.naming.first, let value = value(table, index, row) else { return nil }
            return ("\(column.chineseName) \(value)", "\(column.name) \(value)")
        }
        return Text(parts.map(\.zh).joined(separator: "，"), parts.map(\.en).joined(separator: ", "))
    }

    private func value(_ table: RecordTable, _ column: Int, _ row: Int) -> String? {
        if case .day = table.kind.columns[column].type {
            let raw = table.columns[column][row]
            return raw == RecordTable.missing ? nil : Day(raw: raw).description
        }
        return table.kind.columns[column].type.isSymbol ? table.text(column, row, symbols) : table.number(column, row)?.exactText
    }
}

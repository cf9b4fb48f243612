public import CivilTime
public import PolicyYAML

extension Evaluation {
    /// The rows about a subject in some days that pass a filter; nil where such records were not kept.
    public func countRecords(_ kind: RecordKind, _ filter: Filter, _ subject: Subject, _ days: DayRange, yearsEndInside: Bool = false) -> (rows: [Int], table: RecordTable)? {
        let counted = CountedRows(kind, filter, of: subject.kind, self)
        return counted.rows(of: subject, in: days, yearsEndInside: yearsEndInside).map { ($0, counted.table) }
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

/// Rows of a kind that pass a filter, for one subject of a kind after another: what they share is looked up once.
public final class CountedRows {
    public let table: RecordTable
    private let evaluation: Evaluation
    private let filter: Filter
    private let names: [Symbol]
    private let spans: [Coverage]
    /// Of a kind whose rows are states that last: the column of their last day.
    private let lasting: Int?
    private let dateType: ColumnType?
    /// For each entry of the filter, which texts pass it.
    private var accepted: [Remembered<Int64, Bool>]

    public init(_ kind: RecordKind, _ filter: Filter, of subjects: SubjectKind, _ evaluation: Evaluation) {
        self.evaluation = evaluation
        self.filter = filter
        let table = evaluation.records.table(kind)
        self.table = table
        names = evaluation.world.symbolOf[subjects] ?? []
        spans = evaluation.coverage[kind.name] ?? []
        lasting = table.kind.about.isState ? table.kind.index(of: table.kind.about.span?.to) : nil
        dateType = table.kind.date.map { table.kind.columns[$0].type }
        accepted = filter.entries.map { _ in Remembered() }
    }

    /// Those about a subject in some days; nil where such records were not kept.
    public func rows(of subject: Subject, in days: DayRange, yearsEndInside: Bool = false) -> [Int]? {
        guard names.indices.contains(subject.index), isKept(subject, days) else { return nil }
        var rows = table.rows(of: names[subject.index])
        if !rows.isEmpty { rows.removeAll { !isInside($0, days, yearsEndInside) || !accepts($0) } }
        return rows
    }

    /// How many rows, or how many different values of a column they hold.
    func number(of rows: [Int], distinct column: Int?) -> Fraction { column.map { table.number(of: rows, distinct: $0) } ?? Fraction(rows.count) }

    private func accepts(_ row: Int) -> Bool {
        for index in accepted.indices where !accepts(row, index) { return false }
        return true
    }

    private func accepts(_ row: Int, _ index: Int) -> Bool {
        let entry = filter.entries[index]
        guard case .oneOf = entry.test else { return entry.accepts(table, row, evaluation.symbols, evaluation.recorder) }
        return accepted[index].answer(to: table.columns[entry.index][row]) { entry.accepts(table, row, evaluation.symbols, evaluation.recorder) }
    }

    /// What comes after the day on which it is asked is not known yet; what stands for a period is known once it was done.
    private func isInside(_ row: Int, _ days: DayRange, _ yearsEndInside: Bool) -> Bool {
        let today = evaluation.asOf ?? .distantFuture
        if let period = table.kind.period, let text = table.text(period, row, evaluation.symbols), let named = Period(text) {
            return days.contains(named.last) && (day(of: row) ?? named.last) <= today
        }
        guard let days = days.intersection(DayRange(.distantPast, today) ?? days) else { return false }
        guard let date = table.kind.date, let dateType else { return true }
        let raw = table.columns[date][row]
        guard raw != RecordTable.missing else { return false }
        switch dateType {
        case .year:
            // A year's fact is known from the year's last day on; it counts in any window that touches the year.
            guard let first = Day(year: Int(raw), month: 1, day: 1), let last = Day(year: Int(raw), month: 12, day: 31) else { return false }
            return yearsEndInside ? days.contains(last) : first <= days.last && days.first <= last
        case .period: return Period(evaluation.symbols.text(Symbol(raw: raw))).map { days.contains($0.last) } ?? false
        default: break
        }
        guard let lasting else { return days.contains(Day(raw: raw)) }
        let last = table.columns[lasting][row]
        return Day(raw: raw) <= days.last && (last == RecordTable.missing || Day(raw: last) >= days.first)
    }

    private func day(of row: Int) -> Day? {
        guard let date = table.kind.date, case .day? = dateType, table.columns[date][row] != RecordTable.missing else { return nil }
        return Day(raw: table.columns[date][row])
    }

    /// Whether records were kept in those of some days that are over when it is asked: of the others nobody can have kept them yet.
    private func isKept(_ subject: Subject, _ days: DayRange) -> Bool {
        guard let asOf = evaluation.asOf else { return isCovered(subject, days) }
        guard let past = DayRange(days.first, min(days.last, asOf.advanced(by: -1))) else { return table.isPresent }
        return isCovered(subject, past)
    }

    /// Without a coverage file a kind that has a file at all is taken as kept; with one, every day must be covered.
    private func isCovered(_ subject: Subject, _ days: DayRange) -> Bool {
        // Of days before records were kept nothing is missing.
        guard let days = DayRange(max(days.first, evaluation.policy.recordsFrom ?? days.first), days.last) else { return true }
        guard !spans.isEmpty else { return table.isPresent }
        let world = evaluation.world
        let code = world.division(of: subject, in: days)
        let teams = subject.kind == .team ? [subject.index] : world.lastPosting(of: subject, touching: days).flatMap { world.postings[$0].team }.map { [$0] } ?? []
        let covering = spans.filter { $0.covers(code, teams) }.map(\.days)
        return days.days.allSatisfy { day in covering.contains { $0.contains(day) } }
    }
}

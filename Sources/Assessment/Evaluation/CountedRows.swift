public import CivilTime
internal import PolicyYAML

/// Rows of a kind that pass a filter, for one subject of a kind after another: what they share is looked up once.
public final class CountedRows {
    /// The records of the kind; rows are their places in it. Empty where there are none.
    public let table: RecordTable
    let evaluation: Evaluation
    private let filter: Filter
    private let names: [Symbol]
    /// Records about where the subject is count, not those about itself.
    private let about: RecordPlace?
    /// Only what stands on the last of the days counts.
    private let standsAtEnd: Bool
    /// What counts of a fact that is told in ways that disagree.
    private let disagreeing: Disagreeing
    private lazy var words = evaluation.policy.snapshots.last?.words ?? .none
    /// Where the columns stand that say until when a state lasts, and when a row was written down.
    private let lasting: Int?
    private let entered: Int?
    private let date: DateColumn?
    private let standsFor: Int?
    /// For each entry of the filter, which values pass it.
    private var accepted: [Remembered<Int64, Truth>]
    /// By the symbols of their names: a column has few.
    private var periods = Remembered<Int64, Period?>()
    private lazy var covering = CoveringSpans(table.kind, evaluation)

    /// Looks up once what counting rows of a kind takes.
    ///
    /// - Parameters:
    ///   - kind: whose rows are counted.
    ///   - filter: over the kind's columns; what it does not take counts for nothing.
    ///   - subjects: the kind of subject that will be asked about.
    ///   - evaluation: the county whose rows they are.
    ///   - disagreeing: what counts of a fact that is told in ways that disagree.
    public convenience init(
        _ kind: RecordKind, _ filter: Filter, of subjects: SubjectKind, _ evaluation: Evaluation,
        disagreeing: Disagreeing = .undetermined
    ) {
        self.init(
            kind, filter, of: subjects, evaluation, about: nil, standsAtEnd: false, disagreeing: disagreeing)
    }

    init(
        _ kind: RecordKind, _ filter: Filter, of subjects: SubjectKind, _ evaluation: Evaluation, about: RecordPlace?,
        standsAtEnd: Bool, disagreeing: Disagreeing
    ) {
        self.standsAtEnd = standsAtEnd
        self.about = about
        self.evaluation = evaluation
        self.filter = filter
        self.disagreeing = disagreeing
        let table = evaluation.records.table(kind)
        self.table = table
        names = evaluation.world.symbolOf[subjects] ?? []
        lasting = table.kind.about.isState ? table.kind.index(of: table.kind.about.span?.to) : nil
        entered = table.kind.index(of: table.kind.about.entered)
        date = table.kind.date.map { DateColumn($0, table.kind.columns[$0]) }
        standsFor = table.kind.period
        accepted = filter.entries.map { _ in Remembered() }
    }

    /// What the records say about a subject in some days.
    public func facts(of subject: Subject, in days: DayRange, yearsEndInside: Bool = false) -> CountedFacts {
        let kept = covering.kept(subject, days)
        if let about {
            let stays = evaluation.stays(of: subject, at: about, in: days)
            return facts(table.rows(ofAny: stays.map(\.name)), kept) { row in
                Truth.any(
                    stays.filter { table.rows(of: $0.name).contains(row) }.map { truth(row, $0.days, yearsEndInside) })
            }
        }
        guard names.indices.contains(subject.index) else { return CountedFacts(certain: [], possible: [], kept: kept) }
        return facts(table.rows(of: names[subject.index]), kept) { truth($0, days, yearsEndInside) }
    }

    private func facts(_ named: [Int], _ kept: CountedFacts.Kept, _ truth: (Int) -> Truth) -> CountedFacts {
        var rows = named
        guard !rows.isEmpty else { return CountedFacts(certain: [], possible: [], kept: kept) }
        guard !table.twins.contains(anyOf: rows) else { return joined(rows, kept, truth) }
        var possible: [Int] = []
        rows.removeAll { row in
            let truth = truth(row)
            if truth == .unknown { possible.append(row) }
            return truth != .yes
        }
        return CountedFacts(certain: rows, possible: possible, kept: kept)
    }

    /// Every row about a subject in some days, whether or not others tell the same.
    func tellings(of subject: Subject, in days: DayRange) -> [Int] {
        guard names.indices.contains(subject.index) else { return [] }
        return table.rows(of: names[subject.index]).filter { truth($0, days, false) != .no }
    }

    /// Of how many of some days such records were kept about a subject.
    public func kept(of subject: Subject, in days: DayRange) -> CountedFacts.Kept { covering.kept(subject, days) }

    /// The days of which none were kept about a subject.
    func missing(_ subject: Subject, _ days: DayRange) -> [DayRange] { covering.missing(subject, days) }

    /// The columns by which a row does not say whether it counts.
    func open(_ row: Int) -> [String] {
        let asked = filter.entries.filter { entry in
            entry.index < table.columns.count
                ? table.columns[entry.index][row] == RecordTable.missing
                : entry.truth(table, row, evaluation) == .unknown
        }.map(\.field)
        return asked.isEmpty
            ? date.map {
                table.columns[$0.column][row] == RecordTable.missing ? [table.kind.columns[$0.column].name] : []
            } ?? []
            : asked
    }

    /// The same where some rows tell one fact: it counts once, and a column in which they disagree is unknown.
    private func joined(_ rows: [Int], _ kept: CountedFacts.Kept, _ truth: (Int) -> Truth) -> CountedFacts {
        var facts = CountedFacts(certain: [], possible: [], kept: kept)
        var seen: Set<Int> = []
        for row in rows {
            switch table.twins.place(of: row) {
            case nil: facts.add(row, truth(row))
            case .fact(let number):
                let telling = table.twins.facts[number]
                guard telling.first == row else { continue }
                let chosen = table.chosen(telling, disagreeing, words, evaluation.symbols).map { [$0] } ?? telling
                facts.add(chosen[0], Truth.agreed(chosen.map(truth)))
                if chosen.count > 1 { facts.tellings[row] = chosen }
            case .loose(let number, let isAlone):
                let found = truth(row)
                let isFirst = found == .no ? false : seen.insert(number).inserted
                facts.add(row, found == .yes && !(isAlone && isFirst) ? .unknown : found)
            }
        }
        return facts
    }

    private func truth(_ row: Int, _ days: DayRange, _ yearsEndInside: Bool) -> Truth {
        let inside = isKnown(row) ? isInside(row, days, yearsEndInside) : .no
        guard inside != .no, !accepted.isEmpty else { return inside }
        return accepted.indices.reduce(inside) { found, index in
            found == .no ? .no : Truth.both(found, passes(row, index))
        }
    }

    private func passes(_ row: Int, _ index: Int) -> Truth {
        let entry = filter.entries[index]
        let find = { entry.truth(self.table, row, self.evaluation) }
        guard case .oneOf = entry.test, entry.index < table.columns.count else { return find() }
        return accepted[index].answer(to: table.columns[entry.index][row], find)
    }

    /// Whether a row was there on the day of asking: what happens or is written down later was not.
    private func isKnown(_ row: Int) -> Bool {
        guard let asOf = evaluation.asOf else { return true }
        if let entered, table.columns[entered][row] != RecordTable.missing, Day(raw: table.columns[entered][row]) > asOf
        {
            return false
        }
        guard let date, date.hasHappened, table.columns[date.column][row] != RecordTable.missing
        else { return true }
        let raw = table.columns[date.column][row]
        switch date.form {
        case .day: return Day(raw: raw) <= asOf
        case .year: return year(raw).map { $0.last <= asOf } ?? true
        case .period:
            return evaluation.period(named: evaluation.symbols.text(Symbol(raw: raw))).map { $0.last <= asOf } ?? true
        case .other: return true
        }
    }

    /// Whether it belongs to some days: by the period that it says it stands for, else by its date.
    private func isInside(_ row: Int, _ days: DayRange, _ yearsEndInside: Bool) -> Truth {
        if standsAtEnd { return stands(row, on: days.last) }
        if let named = period(of: row) { return Truth(days.contains(named.last)) }
        guard let date else { return .yes }
        let raw = table.columns[date.column][row]
        guard raw != RecordTable.missing else { return date.emptyIsUnknown ? .unknown : .no }
        switch date.form {
        case .year:
            // A year's fact counts in any window that touches the year.
            guard let year = year(raw) else { return .no }
            return Truth(yearsEndInside ? days.contains(year.last) : year.days.intersection(days) != nil)
        case .period:
            return Truth(
                evaluation.period(named: evaluation.symbols.text(Symbol(raw: raw))).map { days.contains($0.last) }
                    ?? false)
        case .day, .other: break
        }
        guard let lasting else { return Truth(days.contains(Day(raw: raw))) }
        let last = table.columns[lasting][row]
        return Truth(Day(raw: raw) <= days.last && (last == RecordTable.missing || Day(raw: last) >= days.first))
    }

    /// The year or period by which a row is dated; nil for a kind that is dated by days.
    func datedPeriod(of row: Int) -> Period? {
        guard let date, table.columns[date.column][row] != RecordTable.missing else { return nil }
        let raw = table.columns[date.column][row]
        return switch date.form {
        case .year: year(raw)
        case .period: evaluation.period(named: evaluation.symbols.text(Symbol(raw: raw)))
        case .day, .other: nil
        }
    }

    /// Whether it was begun by a day and has not ended on it.
    private func stands(_ row: Int, on day: Day) -> Truth {
        guard let span = table.kind.about.span, let from = table.kind.index(of: span.from) else { return .no }
        guard let first = self.day(from, row) else {
            return table.kind.columns[from].empty == .unknown ? .unknown : .no
        }
        return Truth(first <= day && (self.day(table.kind.index(of: span.to), row).map { $0 >= day } ?? true))
    }

    /// The year of a number, as the profile's months make it.
    private func year(_ number: Int64) -> Period? {
        Day(year: Int(number), month: 7, day: 1).map {
            Period(containing: $0, unit: .year, months: evaluation.policy.months)
        }
    }

    /// The period that a row says it stands for, whenever it was done.
    public func period(of row: Int) -> Period? {
        guard let column = standsFor else { return nil }
        let raw = table.columns[column][row]
        guard raw != RecordTable.missing else { return nil }
        return periods.answer(to: raw) {
            table.text(column, row, evaluation.symbols).flatMap { evaluation.period(named: $0) }
        }
    }

    /// The day of a row; nil for a kind that is not dated by days.
    public func day(of row: Int) -> Day? {
        table.day(row)
    }

    /// The days over which a row lasts, from its first to its last, or to the eve of the return where it says so; nil where it does
    /// not say from when on.
    public func span(of row: Int) -> DayRange? {
        let kind = table.kind
        guard let span = kind.about.span, let from = day(kind.index(of: span.from), row) else { return nil }
        let planned = day(kind.index(of: span.to), row) ?? .distantFuture
        let until = kind.columns.lazy.compactMap { column in
            if case .length(_, _, _, let until) = column.type { until } else { nil }
        }.first
        let end = day(until.flatMap { kind.index(of: $0) }, row).map { $0.advanced(by: -1) }
        return DayRange(from, min(planned, end ?? planned))
    }

    /// The days from the day in one column to the eve of the day in another, or on and on while that is empty or not known yet; nil where
    /// the row does not say from when on.
    public func span(of row: Int, from: String, until: String) -> DayRange? {
        guard let first = day(table.kind.index(of: from), row) else { return nil }
        let end = day(table.kind.index(of: until), row).flatMap { end in
            evaluation.asOf.map { end > $0 } == true ? nil : end
        }
        return DayRange(first, end?.advanced(by: -1) ?? .distantFuture)
    }

    private func day(_ column: Int?, _ row: Int) -> Day? {
        guard let column, table.columns[column][row] != RecordTable.missing else { return nil }
        return Day(raw: table.columns[column][row])
    }
}

/// The column that dates rows, as far as each row asks: a declaration's texts are not copied row by row.
private struct DateColumn {
    enum Form { case day, year, period, other }

    let column: Int
    let form: Form
    /// Its day is one on which something happened, not one that was planned.
    let hasHappened: Bool
    let emptyIsUnknown: Bool

    init(_ column: Int, _ declaration: ColumnDeclaration) {
        self.column = column
        form =
            switch declaration.type {
            case .day: .day
            case .year: .year
            case .period: .period
            default: .other
            }
        hasHappened = declaration.date == .happened
        emptyIsUnknown = declaration.empty == .unknown
    }
}

extension RecordTable {
    /// The rows that name any of some, each once.
    fileprivate func rows(ofAny names: [Symbol]) -> [Int] {
        guard names.count != 1 else { return rows(of: names[0]) }
        return Set(names.flatMap { rows(of: $0) }).sorted()
    }
}

extension CountedFacts {
    fileprivate mutating func add(_ row: Int, _ truth: Truth) {
        if truth == .yes { certain.append(row) } else if truth == .unknown { possible.append(row) }
    }
}

extension Truth {
    /// What several tellings of one fact say: unknown where they disagree.
    fileprivate static func agreed(_ tellings: [Truth]) -> Truth {
        tellings.dropFirst().reduce(tellings.first ?? .unknown) { $0 == $1 ? $0 : .unknown }
    }
}

extension CountedRecords {
    /// The rows that pass, for subjects of a kind.
    public func rows(of subjects: SubjectKind, _ evaluation: Evaluation) -> CountedRows {
        rows(of: subjects, evaluation, disagreeing: .undetermined)
    }

    func rows(of subjects: SubjectKind, _ evaluation: Evaluation, disagreeing: Disagreeing) -> CountedRows {
        CountedRows(
            kind, filter, of: subjects, evaluation, about: about, standsAtEnd: standsAtEnd, disagreeing: disagreeing)
    }
}

internal import CivilTime
internal import PolicyYAML

/// Whom a provision is about: a filter over subjects, by what they were in some days, less the groups that are excepted.
public struct Selection {
    private let entries: [FieldTruths]
    private let exceptions: [(group: NamedGroup, entries: [FieldTruths])]

    init(
        _ filter: Filter, except groups: [NamedGroup] = [], of kind: SubjectKind, in days: DayRange,
        _ evaluation: Evaluation
    ) {
        let truths = { (filter: Filter) in
            filter.entries.map { FieldTruths($0.field, $0.test, of: kind, in: days, evaluation) }
        }
        entries = truths(filter)
        exceptions = groups.map { ($0, truths($0.filter)) }
    }

    /// Whether the subject passes; not where a field that the filter asks for is empty and leaves it open.
    public func takes(_ subject: Subject) -> Bool { truth(of: subject) == .yes }

    /// Whether it takes a subject; unknown where a field that it asks for is empty.
    func truth(of subject: Subject) -> Truth {
        exceptions.reduce(Selection.truth(entries, subject)) { found, exception in
            found == .no ? .no : Truth.both(found, Selection.truth(exception.entries, subject).negated)
        }
    }

    /// Whether a subject is left out that it would take: it belongs to a group that is excepted.
    public func excepts(_ subject: Subject) -> Bool { exception(of: subject) != nil }

    /// The group for whose sake a subject is left out that it would take.
    func exception(of subject: Subject) -> NamedGroup? {
        guard !exceptions.isEmpty, Selection.truth(entries, subject) == .yes else { return nil }
        return exceptions.first { Selection.truth($0.entries, subject) == .yes }?.group
    }

    /// The names of the fields that leave it open whether it takes a subject.
    func open(of subject: Subject) -> [String] {
        (entries + exceptions.flatMap(\.entries)).filter { $0.truth(of: subject) == .unknown }.flatMap {
            $0.open(of: subject)
        }
    }

    private static func truth(_ entries: [FieldTruths], _ subject: Subject) -> Truth {
        entries.reduce(.yes) { $0 == .no ? .no : Truth.both($0, $1.truth(of: subject)) }
    }
}

/// Whether a field of subjects of one kind passes a test, in some days. Most share what they are: it is tested once.
final class FieldTruths {
    private let evaluation: Evaluation
    let field: String
    private let test: Filter.Test
    private let days: DayRange
    private let source: Source
    private let meaning: EmptyMeaning
    /// Of several filters of which one is enough.
    private let alternatives: [Selection]
    private var known = Remembered<Int, Truth>()

    /// Where a field's values come from: subjects with the same number there have the same.
    private enum Source {
        case role, seconded, unit, village, age
        case column(ColumnValues, rows: [Int])
        case several
    }

    init(_ field: String, _ test: Filter.Test, of kind: SubjectKind, in days: DayRange, _ evaluation: Evaluation) {
        self.evaluation = evaluation
        self.field = field
        self.test = test
        self.days = days
        // Where somebody is from is compared with where each is.
        source = if case .sameDivision = test { .several } else { FieldTruths.source(of: field, kind, evaluation) }
        meaning = evaluation.emptyMeaning(of: field, kind)
        alternatives =
            if case .anyOf(let filters) = test {
                filters.map { Selection($0, of: kind, in: days, evaluation) }
            } else { [] }
    }

    private static func source(of field: String, _ kind: SubjectKind, _ evaluation: Evaluation) -> Source {
        switch (kind, field) {
        case (.cadre, "role"): return .role
        case (.cadre, "seconded"): return .seconded
        case (.cadre, "age"): return .age
        case (.cadre, "level"), (.cadre, "unit_kind"): return .unit
        case (.cadre, "village_kinds"): return .village
        case (_, "level"), (_, "unit_kind"), (_, "village_kinds"): return .several
        default: break
        }
        guard let table = evaluation.records.tables[kind.rawValue], let rows = evaluation.world.rowOf[kind],
            let column = table.kind.index(of: field)
        else { return .several }
        if table.kind.columns[column].type.isDerived { return .several }
        return .column(table.columns[column], rows: rows)
    }

    /// The fields that leave it open.
    func open(of subject: Subject) -> [String] {
        alternatives.isEmpty ? [field] : alternatives.flatMap { $0.open(of: subject) }
    }

    func truth(of subject: Subject) -> Truth {
        guard let number = number(of: subject) else { return tested(subject, test) }
        return known.answer(to: number) { tested(subject, test) }
    }

    private func tested(_ subject: Subject, _ test: Filter.Test) -> Truth {
        switch test {
        case .not(let test): return tested(subject, test).negated
        case .sameDivision(let digits): return isAtHome(subject, digits)
        case .anyOf: return Truth.any(alternatives.map { $0.truth(of: subject) })
        case .recent(let limit): return isRecent(subject, limit)
        default: break
        }
        return evaluation.truth(
            of: test, evaluation.fieldValues(field, of: subject, in: days), ofEmpty: meaning, in: days)
    }

    /// Whether a day is no longer ago than that when what is judged ends, or is asked about.
    private func isRecent(_ subject: Subject, _ limit: TimeLimit) -> Truth {
        guard let day = evaluation.day(field, of: subject) else { return Filter.Test.recent(limit).ofEmpty(meaning) }
        let today = min(days.last, evaluation.asOf ?? days.last)
        guard day <= today else { return .no }
        return limit.last(from: day, evaluation.calendar).map { Truth($0 >= today) } ?? .unknown
    }

    /// Whether a code lies in the division of so many digits where the subject is.
    private func isAtHome(_ subject: Subject, _ digits: Int) -> Truth {
        let codes = evaluation.fieldValues(field, of: subject, in: days).map(\.exactText)
        let here = evaluation.village(of: subject, in: days).map { evaluation.world.villages[$0].code } ?? ""
        guard !codes.isEmpty else { return Filter.Test.sameDivision(digits: digits).ofEmpty(meaning) }
        guard !here.isEmpty else { return .unknown }
        return Truth.any(
            codes.map { code in
                guard code.prefix(digits) == here.prefix(min(digits, code.utf8.count)) else { return .no }
                // A code that ends above says only that it may be so.
                return code.utf8.count < digits ? .unknown : .yes
            })
    }

    /// Nil where a field has no such number, or several.
    private func number(of subject: Subject) -> Int? {
        let world = evaluation.world
        switch source {
        case .role:
            return onlyPosting(of: subject.index).map { world.postings[$0] }.flatMap {
                evaluation.judges($0) ? Int($0.role.number) : nil
            }
        case .seconded: return onlyPosting(of: subject.index).map { world.postings[$0].seconded ? 1 : 0 }
        case .unit: return onlyPosting(of: subject.index).map { world.postings[$0].unit ?? -1 }
        case .village: return onlyPosting(of: subject.index).map { world.postings[$0].village }
        case .age: return evaluation.age(subject, days)
        case .column(let values, let rows): return Int(values[rows[subject.index]])
        case .several: return nil
        }
    }

    /// The one posting of a cadre that touches the days; nil when several do, or none.
    private func onlyPosting(of cadre: Int) -> Int? {
        var found: Int?
        for posting in evaluation.world.cadres[cadre].postings
        where evaluation.world.postings[posting].days.intersection(days) != nil {
            guard found == nil else { return nil }
            found = posting
        }
        return found
    }
}

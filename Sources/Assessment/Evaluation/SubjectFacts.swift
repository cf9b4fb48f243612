public import CivilTime
public import PolicyYAML

extension Evaluation {
    /// What a field says about a subject in some days: the role of most of them, several values of other things when it had several
    /// postings, none when nothing is known.
    func fieldValues(_ field: String, of subject: Subject, in days: DayRange) -> [MeasureValue] {
        if let derived = derivedField(field, subject, days) { return derived }
        guard let (table, row) = ownRow(subject), let column = table.kind.index(of: field) else { return [] }
        return values(table, column, row)
    }

    /// What it means that a field says nothing.
    func emptyMeaning(of field: String, _ kind: SubjectKind) -> EmptyMeaning {
        let (record, column) =
            switch field {
            case "village_kinds": ("village", "kinds")
            case "lists" where kind == .division: (RecordKind.divisions.name, "lists")
            case "unit_kind": ("unit", "kind")
            case "seconded" where kind == .cadre, "leads" where kind == .cadre: ("posting", field)
            case "on_leave", "on_leave_throughout": (RecordKind.leaves.name, "returned")
            default: (kind.rawValue, field)
            }
        // Where nothing is listed nothing is.
        if field == SubjectKind.listed, kind == .village || kind == .division { return .none }
        // Who has no leave is on none, where leave was kept.
        if kind == .cadre, record == RecordKind.leaves.name {
            return records.table(.leaves).isPresent ? .none : .unknown
        }
        guard let declared = records.tables[record]?.kind, let index = declared.index(of: column) else {
            return .unknown
        }
        return declared.columns[index].empty
    }

    /// The day in a column of the record that lists a subject; nil when it has none.
    public func day(_ column: String, of subject: Subject) -> Day? {
        guard let (table, row) = ownRow(subject), let index = table.kind.index(of: column),
            case .day = table.kind.columns[index].type
        else { return nil }
        let raw = table.columns[index][row]
        return raw == RecordTable.missing ? nil : Day(raw: raw)
    }

    /// Whether the record that lists a subject leaves a column empty without that saying anything.
    public func isUnknown(_ column: String, of subject: Subject) -> Bool {
        guard let (table, row) = ownRow(subject), let index = table.kind.index(of: column) else { return true }
        return table.columns[index][row] == RecordTable.missing && table.kind.columns[index].empty == .unknown
    }

    /// What a column of the record that lists a kind of subject is called.
    public func title(of column: String, _ kind: SubjectKind) -> Text {
        guard let declared = records.tables[kind.rawValue]?.kind, let index = declared.index(of: column) else {
            return Text(same: column)
        }
        return Text(declared.columns[index].chineseName, column)
    }

    /// Whom the record that lists a subject names, itself left out.
    func symbols(namedBy subject: Subject) -> [Symbol] {
        guard let (table, row) = ownRow(subject) else { return [] }
        return table.kind.naming.filter { $0 != table.kind.identifier }.flatMap { column in
            (table.text(column, row, symbols) ?? "").split(separator: ";").compactMap { symbols.find(String($0)) }
        }
    }

    private func ownRow(_ subject: Subject) -> (RecordTable, Int)? {
        guard let table = records.tables[subject.kind.rawValue], let row = world.rowOf[subject.kind]?[subject.index]
        else { return nil }
        return (table, row)
    }

    private func values(_ table: RecordTable, _ column: Int, _ row: Int) -> [MeasureValue] {
        let type = table.kind.columns[column].type
        switch type {
        case .flag:
            return table.columns[column][row] == RecordTable.missing
                ? [] : [.text(String(table.columns[column][row] != 0))]
        case .day:
            return table.columns[column][row] == RecordTable.missing
                ? [] : [.text(Day(raw: table.columns[column][row]).description)]
        case .word(_, many: true), .subject(many: true):
            return (table.text(column, row, symbols) ?? "").split(separator: ";").map { .text(String($0)) }
        default: break
        }
        if type.isSymbol { return table.text(column, row, symbols).map { [.text($0)] } ?? [] }
        return table.number(column, row).map { [.number($0)] } ?? []
    }

    /// Facts that are in no column of the subject's own record; nil for a field that is.
    private func derivedField(_ field: String, _ subject: Subject, _ days: DayRange) -> [MeasureValue]? {
        let texts = { (found: [String]) in found.map(MeasureValue.text) }
        let name = { (symbol: Symbol?) in symbol.map(self.symbols.text) }
        switch (subject.kind, field) {
        case (.cadre, "role"): return texts(role(of: subject, in: days).map { [symbols.text($0)] } ?? [])
        case (.cadre, "seconded"): return texts(postings(subject, days).map { String($0.seconded) })
        case (.cadre, "leads"): return texts(postings(subject, days).map { String($0.leads ?? false) })
        case (.unit, SubjectKind.sends): return texts([String(isPosted(subject, touching: days))])
        case (.division, "lists"): return texts(lists(of: subject, days))
        case (.village, SubjectKind.listed), (.division, SubjectKind.listed): return texts(kindsListed(in: subject))
        case (.cadre, "posted_for"): return monthsPosted(subject, days).map { [.number(Fraction($0))] } ?? []
        case (.cadre, "on_leave"): return texts(leaveTypes(of: subject, in: days, isThroughout: false))
        case (.cadre, "on_leave_throughout"): return texts(leaveTypes(of: subject, in: days, isThroughout: true))
        case (.cadre, "village"): return texts(code(of: subject, days, digits: 12))
        case (_, "township"): return texts(code(of: subject, days, digits: 9))
        case (_, "county"): return texts(code(of: subject, days, digits: 6))
        case (.cadre, "age"): return age(subject, days).map { [.number(Fraction($0))] } ?? []
        case (.cadre, "posted"): return texts(termStart(of: subject, in: days).map { [$0.description] } ?? [])
        case (.division, "code"): return texts([world.divisions[subject.index].code])
        case (.division, "level"): return [.text(world.divisions[subject.index].level)]
        case (.team, "level"):
            if let level = name(world.teams[subject.index].level) { return [.text(level)] }
        case (_, "level"), (_, "unit_kind"), (_, "village_kinds"): break
        default: return nil
        }
        switch field {
        case "level" where subject.kind.hasUnits:
            return texts(units(subject, days).compactMap { name(world.units[$0].level) })
        case "unit_kind" where subject.kind.hasUnits:
            return texts(units(subject, days).compactMap { name(world.units[$0].kind) })
        case "village_kinds":
            let villages =
                subject.kind == .cadre
                ? postings(subject, days).map(\.village) : world.village(of: subject, in: days).map { [$0] } ?? []
            return texts(
                villages.flatMap { name(world.villages[$0].kinds)?.split(separator: ";").map(String.init) ?? [] })
        default: return nil
        }
    }

    private func postings(_ subject: Subject, _ days: DayRange) -> [Posting] {
        world.postings(of: subject, touching: days).map { world.postings[$0] }
    }

    /// The code of the division of so many digits in which most of some days are.
    private func code(of subject: Subject, _ days: DayRange, digits: Int) -> [String] {
        let code =
            village(of: subject, in: days).map { world.villages[$0].code } ?? world.division(of: subject, in: days)
        let own = code.utf8.count == 12 ? 12 : Division(code).prefix.utf8.count
        return own >= digits ? [String(code.prefix(digits))] : []
    }

    /// The lists that a division is on in some days.
    private func lists(of division: Subject, _ days: DayRange) -> [String] {
        let byCode = once(DivisionLists()) {
            let (table, columns) = (records.table(.divisions), DivisionNames.declared())
            var found: [String: [(days: DayRange, names: String)]] = [:]
            for row in 0..<table.count {
                guard let code = table[columns.division, row], let names = table[columns.lists, row],
                    let days = DayRange(
                        table[columns.from, row] ?? .distantPast, table[columns.to, row] ?? .distantFuture)
                else { continue }
                found[Division(symbols.text(code)).prefix, default: []].append((days, symbols.text(names)))
            }
            return found
        }
        let rows = byCode[world.divisions[division.index].prefix] ?? []
        let names = rows.filter { $0.days.intersection(days) != nil }.flatMap { $0.names.split(separator: ";") }
        return Set(names).map(String.init).sorted()
    }

    private func units(_ subject: Subject, _ days: DayRange) -> [Int] {
        switch subject.kind {
        case .cadre: postings(subject, days).compactMap(\.unit)
        case .team: world.teams[subject.index].unit.map { [$0] } ?? []
        default: [subject.index]
        }
    }

    /// Completed years on the first day of the term at the end of some days.
    func age(_ subject: Subject, _ days: DayRange) -> Int? {
        guard let born = day("born", of: subject), let posted = termStart(of: subject, in: days) else { return nil }
        let (year, month, date) = born.civil
        let (nowYear, nowMonth, nowDate) = posted.civil
        return nowYear - year - ((nowMonth, nowDate) < (month, date) ? 1 : 0)
    }
}

extension Evaluation {
    /// The kinds of which records list something in a village, or in a division itself.
    private func kindsListed(in place: Subject) -> [String] {
        let byPlace = once(ListedKinds()) {
            var found: [Subject: Set<String>] = [:]
            for (kind, subjects) in subjects {
                guard let listed = world.listed[kind] else { continue }
                for subject in subjects {
                    switch listed.places[subject.index] {
                    case .village(let village):
                        found[Subject(.village, Int(village)), default: []].insert(kind.rawValue)
                    case .division(let division):
                        found[Subject(.division, Int(division)), default: []].insert(kind.rawValue)
                    case nil: break
                    }
                }
            }
            return found
        }
        return (byPlace[place] ?? []).sorted()
    }
}

private struct ListedKinds: OnceKey { typealias Value = [Subject: Set<String>] }

/// By the digits that a division's code begins with.
private struct DivisionLists: OnceKey { typealias Value = [String: [(days: DayRange, names: String)]] }

extension SubjectKind {
    fileprivate var hasUnits: Bool { [.cadre, .team, .unit].contains(self) }
}
